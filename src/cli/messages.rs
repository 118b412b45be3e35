//! Messages for standard error about a run that goes on.

use std::fmt::Display;

use crate::markdown::glyphs;
use crate::write::output::Out;

/// Sentences for standard error, and whether something that was asked for is missing.
#[derive(Debug, Default)]
pub(super) struct Messages {
    warnings: Vec<String>,
    infos: Vec<String>,
    incomplete: bool,
}

impl Messages {
    /// Adds a sentence that does not change the exit status. What was said already is not said again.
    pub(super) fn warn(&mut self, sentence: &impl Display) {
        let sentence = sentence.to_string();
        if !self.warnings.contains(&sentence) {
            self.warnings.push(sentence);
        }
    }

    /// Adds a sentence about what was done. It is written without the program's name before it.
    pub(super) fn info(&mut self, sentence: &str) {
        self.infos.push(sentence.to_owned());
    }

    /// Adds a sentence about something that was named and is missing from the output: the run will not succeed.
    pub(super) fn missing(&mut self, sentence: &impl Display) {
        self.warn(sentence);
        self.incomplete = true;
    }

    /// Whether something named is missing from the output.
    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// Removes the last warning and returns it, if there is one.
    pub(super) fn pop(&mut self) -> Option<String> {
        self.warnings.pop()
    }

    /// The warnings, in order.
    pub(super) fn into_warnings(self) -> Vec<String> {
        self.warnings
    }

    /// Writes them, one per line. A closed standard error is ignored.
    pub(super) fn write(&self, err: &mut Out<'_>) {
        for sentence in &self.warnings {
            let _ = err.line(format_args!("mentor-tui: {}", glyphs::sentence(sentence)));
        }
        for sentence in &self.infos {
            let _ = err.line(format_args!("{}", glyphs::sentence(sentence)));
        }
        let _ = err.flush();
    }
}

//! Notes: what is to be said on standard error although the run goes on.

use std::fmt::Display;

use crate::markdown::glyphs;
use crate::write::output::Out;

/// Sentences, and whether one of them is about something that was asked for and is missing.
#[derive(Debug, Default)]
pub(super) struct Notes {
    sentences: Vec<String>,
    said: Vec<String>,
    incomplete: bool,
}

impl Notes {
    /// Something that does no harm to what was asked for.
    pub(super) fn remark(&mut self, sentence: &impl Display) {
        self.sentences.push(sentence.to_string());
    }

    /// What was done: no complaint, so without the program's name before it.
    pub(super) fn say(&mut self, sentence: &str) {
        self.said.push(sentence.to_owned());
    }

    /// Something named that is missing from the output.
    pub(super) fn missing(&mut self, sentence: &impl Display) {
        self.remark(sentence);
        self.incomplete = true;
    }

    /// Whether something named is missing from the output.
    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// Takes the last sentence away.
    pub(super) fn pop(&mut self) -> Option<String> {
        self.sentences.pop()
    }

    /// Says them, a line each. A closed standard error changes nothing: there is nobody to tell.
    pub(super) fn write(&self, err: &mut Out<'_>) {
        for sentence in &self.sentences {
            let _ = err.line(format_args!("mentor-tui: {}", glyphs::sentence(sentence)));
        }
        for sentence in &self.said {
            let _ = err.line(format_args!("{}", glyphs::sentence(sentence)));
        }
        let _ = err.flush();
    }
}

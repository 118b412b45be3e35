//! The pager: the program that `PAGER` names, for text that is longer than the terminal.
//!
//! The variable is the asking: where it is not set, or empty, no pager is started.

use std::io::{self, Write};
use std::process::{ExitStatus, Stdio};

use super::{Environment, command_line, programs};

/// A pager as `PAGER` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    program: String,
    arguments: Vec<String>,
}

/// Why a pager showed nothing. Its `Display` is one sentence without a full stop.
#[derive(Debug, thiserror::Error)]
pub enum PagerError {
    /// The value of the variable cannot be taken apart.
    #[error("PAGER cannot be read: {0}")]
    Unreadable(String),
    /// The program, and why it did not start.
    #[error("the pager {0} did not start: {1}")]
    NotStarted(String, io::Error),
    /// The program, and how it ended.
    #[error("the pager {0} failed: {1}")]
    Failed(String, ExitStatus),
}

impl Pager {
    /// The pager that was chosen. `None` where none was, or `cat`, which pages nothing.
    ///
    /// # Errors
    ///
    /// When the choice cannot be read.
    pub fn of(environment: &Environment) -> Result<Option<Self>, PagerError> {
        let Some(value) = &environment.pager else { return Ok(None) };
        let is_program = |name: &str| programs::is_found(name, environment);
        let words = command_line::split(value, environment.platform, is_program);
        let mut words = words.ok_or_else(|| PagerError::Unreadable(value.clone()))?.into_iter();
        let pager = words.next().map(|program| Self { program, arguments: words.collect() });
        Ok(pager.filter(|pager| environment.platform.program_name(&pager.program) != "cat"))
    }

    /// The name to call it by.
    pub fn name<'s>(&'s self, environment: &Environment) -> &'s str {
        environment.platform.program_name(&self.program)
    }

    /// Shows a text, which went through the filter for terminals, and waits until the person is done with it.
    ///
    /// # Errors
    ///
    /// When the pager does not start, or fails.
    pub fn show(&self, text: &str, environment: &Environment) -> Result<(), PagerError> {
        let named = || self.program.clone();
        let not_started = |error| PagerError::NotStarted(named(), error);
        let mut command = programs::command(&self.program, environment).map_err(not_started)?;
        command.args(&self.arguments).stdin(Stdio::piped());
        if !environment.sets_less {
            // Bold text and colours are shown, not their escape sequences.
            command.env("LESS", "R");
        }
        let mut child = command.spawn().map_err(not_started)?;
        if let Some(mut stdin) = child.stdin.take() {
            // It may end before it has read everything.
            let _ = stdin.write_all(text.as_bytes());
        }
        let status = child.wait().map_err(not_started)?;
        if status.success() { Ok(()) } else { Err(PagerError::Failed(named(), status)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choosing(pager: &str) -> Environment {
        Environment { pager: Some(pager.to_owned()), ..Environment::default() }
    }

    #[test]
    fn only_a_pager_that_was_chosen_is_taken() {
        assert_eq!(Pager::of(&Environment::default()).unwrap(), None);
        assert_eq!(Pager::of(&choosing("/usr/bin/cat")).unwrap(), None);
        let less = Pager { program: "less".to_owned(), arguments: vec!["-S".to_owned()] };
        assert_eq!(Pager::of(&choosing("less -S")).unwrap(), Some(less));
        let unreadable = Pager::of(&choosing("less 'x")).unwrap_err();
        assert_eq!(unreadable.to_string(), "PAGER cannot be read: less 'x");
    }

    #[test]
    fn one_that_is_not_there_is_named() {
        let environment = choosing("no-such-pager");
        let error = Pager::of(&environment).unwrap().unwrap().show("a\n", &environment).unwrap_err();
        assert!(error.to_string().starts_with("the pager no-such-pager did not start: "), "{error}");
    }
}

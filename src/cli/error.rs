//! The error that ends a run early, with its causes and hints.

use std::error::Error;
use std::io;
use std::path::Path;

use clap::error::ErrorKind;

use super::paging;
use super::status::Status;
use crate::markdown::glyphs;
use crate::write::file::OutputError;
use crate::write::output::Out;

/// Why a run ended early, and how to say so.
#[derive(Debug)]
pub(super) struct CliError {
    kind: Kind,
    /// The beginning of a sentence without a full stop; empty where the cause says it all.
    message: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
    /// Advice for the user; each follows behind a semicolon.
    hints: Vec<String>,
    /// Lines below the sentence: the candidates among which to choose.
    candidates: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The question was understood; there is nothing that answers it.
    NothingFound,
    /// The run could not be done.
    CouldNotRun,
    /// The arguments are invalid; `message` is all of the text.
    Usage,
    /// Nothing went wrong: `message` is what was asked for (help, version).
    Answer,
    /// The reader of our output has closed it.
    ClosedPipe,
}

impl CliError {
    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), cause: None, hints: Vec::new(), candidates: Vec::new() }
    }

    /// The question was understood; there is nothing that answers it.
    pub(super) fn nothing_found(message: impl Into<String>) -> Self {
        Self::new(Kind::NothingFound, message)
    }

    /// The run could not be done.
    pub(super) fn could_not_run(message: impl Into<String>) -> Self {
        Self::new(Kind::CouldNotRun, message)
    }

    /// The run could not be done, for a reason that an error of another layer states.
    pub(super) fn from_cause(cause: impl Error + Send + Sync + 'static) -> Self {
        Self::could_not_run("").caused_by(cause)
    }

    /// A file that was named for output is not written.
    pub(super) fn not_written(path: &Path, cause: OutputError) -> Self {
        let hint = matches!(cause, OutputError::Directory).then_some("name a file in it");
        let error = Self::could_not_run(format!("cannot write {}", path.display())).caused_by(cause);
        hint.into_iter().fold(error, Self::with_hint)
    }

    /// Adds why it happened.
    pub(super) fn caused_by(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }

    /// Adds what to do about it, in words that follow "sentence; ".
    pub(super) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds lines to choose from.
    pub(super) fn with_candidates(mut self, candidates: Vec<String>) -> Self {
        self.candidates = candidates;
        self
    }

    /// The same, where something named could not be read: nothing was found only in a part of it.
    pub(super) fn of_incomplete_run(mut self) -> Self {
        if self.kind == Kind::NothingFound {
            self.kind = Kind::CouldNotRun;
        }
        self
    }

    /// Whether the program that reads the output has closed it.
    pub(super) fn is_closed_pipe(&self) -> bool {
        self.kind == Kind::ClosedPipe
    }

    pub(super) fn status(&self) -> Status {
        match self.kind {
            Kind::NothingFound => Status::NothingFound,
            Kind::CouldNotRun | Kind::Usage => Status::Failure,
            Kind::Answer | Kind::ClosedPipe => Status::Success,
        }
    }

    /// The message, its causes and what to do about it, in one sentence without a full stop. A cause that is part of
    /// what its error says already is not repeated.
    pub(super) fn sentence(&self) -> String {
        let mut sentence = self.message.clone();
        let mut cause = self.cause.as_deref().map(|cause| cause as &dyn Error);
        while let Some(error) = cause {
            let words = error.to_string();
            if !sentence.contains(&words) {
                let colon = if sentence.is_empty() { "" } else { ": " };
                sentence = sentence + colon + &words;
            }
            cause = error.source();
        }
        self.hints.iter().fold(sentence, |before, hint| before + "; " + hint)
    }

    /// Ends the run: says it, and gives the status.
    pub(super) fn end(&self, err: &mut Out<'_>) -> Status {
        // Help and version are what was asked for, so they go where answers go.
        if self.kind == Kind::Answer {
            match answer(&glyphs::sentence(&self.message)) {
                Ok(complaint) => complaint.into_iter().for_each(|it| Self::could_not_run(it).write(err)),
                Err(error) => return Self::from(error).end(err),
            }
        }
        self.write(err);
        self.status()
    }

    /// Says what went wrong. A closed standard error is ignored.
    pub(super) fn write(&self, err: &mut Out<'_>) {
        let _ = match self.kind {
            Kind::ClosedPipe | Kind::Answer => Ok(()),
            Kind::Usage => err.lines(&glyphs::sentence(&self.message)),
            Kind::NothingFound | Kind::CouldNotRun => self.write_sentence(err),
        };
        let _ = err.flush();
    }

    fn write_sentence(&self, err: &mut Out<'_>) -> io::Result<()> {
        err.line(format_args!("mentor-tui: {}", glyphs::sentence(&self.sentence())))?;
        self.candidates.iter().try_for_each(|line| err.line(format_args!("  {}", glyphs::sentence(line))))
    }
}

/// Writes to standard output. Returns a complaint about the pager, where there is one.
fn answer(text: &str) -> io::Result<Option<String>> {
    let mut out = if paging::is_wanted() { Out::nowhere(false) } else { Out::stdout(false) };
    out.lines(text)?;
    paging::end(out)
}

impl From<io::Error> for CliError {
    /// An error of writing to standard output.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::new(Kind::ClosedPipe, ""),
            _ => Self::could_not_run("cannot write to standard output").caused_by(error),
        }
    }
}

impl From<clap::Error> for CliError {
    fn from(error: clap::Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Kind::Answer,
            _ => Kind::Usage,
        };
        Self::new(kind, error.render().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::output;

    fn said(error: &CliError) -> String {
        output::written(|err| error.write(err)).0
    }

    #[test]
    fn a_closed_pipe_is_success_and_silence() {
        let error = CliError::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!((error.status(), said(&error).as_str()), (Status::Success, ""));
        let full = CliError::from(io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(full.status(), Status::Failure);
        assert!(said(&full).starts_with("mentor-tui: cannot write to standard output: "));
    }

    #[test]
    fn a_sentence_keeps_its_line_and_cannot_speak_to_the_terminal() {
        let error = CliError::nothing_found("no proposal fits \u{1b}[31mred\n")
            .with_hint("try another")
            .with_candidates(vec!["1. One".to_owned()]);
        let said = said(&error);
        assert!(!said.contains('\u{1b}'), "{said:?}");
        assert_eq!(said.lines().count(), 2, "{said:?}");
        assert!(said.ends_with("; try another\n  1. One\n"), "{said:?}");
    }
}

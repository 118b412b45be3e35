//! Text that is longer than the terminal goes to the pager that `PAGER` names.

use std::io;

use super::console;
use crate::desktop::Environment;
use crate::desktop::pager::{Pager, PagerError};
use crate::model::SafeText;
use crate::write::output::Out;

/// Whether text for standard output is gathered, because it may go to a pager.
pub(super) fn is_wanted() -> bool {
    console::rows().is_some() && Environment::from_process().pager.is_some()
}

/// Ends standard output: writes what is left, or shows what was gathered. Returns a complaint about the pager, where
/// the text was written without it.
///
/// # Errors
///
/// When the text cannot be written.
pub(super) fn end(mut out: Out<'_>) -> io::Result<Option<String>> {
    match out.take_gathered() {
        Some((text, with_marks)) => show(&text, with_marks),
        None => out.flush().map(|()| None),
    }
}

/// Shows a text in the pager where one is wanted and it is too long for the terminal, else writes it.
fn show(text: &SafeText, with_marks: bool) -> io::Result<Option<String>> {
    let is_long = console::rows().is_some_and(|rows| text.as_str().lines().count() >= rows);
    let paged = if is_long { page(text) } else { Ok(false) };
    if matches!(paged, Ok(true)) {
        return Ok(None);
    }
    let mut out = Out::stdout(with_marks);
    out.append(text)?;
    out.flush()?;
    Ok(paged.err().map(|error| error.to_string()))
}

/// Shows a text in the pager; false where none was chosen.
fn page(text: &SafeText) -> Result<bool, PagerError> {
    let environment = Environment::from_process();
    let Some(pager) = Pager::of(&environment)? else { return Ok(false) };
    #[cfg(unix)]
    crate::shell::outlive_interrupt();
    pager.show(text.as_str(), &environment).map(|()| true)
}

//! The differences as text: words that went as `[-words-]`, those that came as `{+words+}`, as git has them.

use std::io;

use super::sections::{Compared, Line, excerpt};
use crate::markdown::glyphs::ELLIPSIS;
use crate::model::Marked;
use crate::page::changes::FieldChange;
use crate::page::word_diff::{Fate, Part};
use crate::ui::text::width as cells;
use crate::write::output::{Out, plain, quiet, strong};
use crate::write::prose::wrapped;

const INDENT: &str = "  ";

/// Writes how many differ, then each part of the differences.
pub(super) fn write(out: &mut Out<'_>, compared: &Compared<'_>, width: Option<usize>) -> io::Result<()> {
    out.line(format_args!("{}", compared.summary()))?;
    for (name, lines) in compared.sections() {
        out.empty_line()?;
        out.marked_line(&[strong(name)])?;
        for line in &lines {
            write_line(out, line, width)?;
        }
    }
    Ok(())
}

fn write_line(out: &mut Out<'_>, line: &Line, width: Option<usize>) -> io::Result<()> {
    let room = width.map(|width| width.saturating_sub(INDENT.len()));
    // The title alone stands out where all of it fits.
    if room.is_none_or(|room| cells(&line.title) + cells(&line.about) <= room) {
        out.marked_line(&[plain(INDENT), plain(&line.title), quiet(&line.about)])?;
    } else {
        for part in wrapped(&format!("{}{}", line.title, line.about), room) {
            out.marked_line(&[plain(INDENT), plain(&part)])?;
        }
    }
    line.changes.iter().try_for_each(|change| write_change(out, change, width))
}

/// Writes a field: its name, and below each other what became of its words.
fn write_change(out: &mut Out<'_>, change: &FieldChange, width: Option<usize>) -> io::Result<()> {
    let indent = INDENT.repeat(2);
    let parts = excerpt(change, ELLIPSIS.as_str());
    if parts.is_empty() {
        return out.marked_line(&[plain(&indent), quiet(&change.label), plain(": changed further down")]);
    }
    let words: String = parts.iter().map(bracketed).collect();
    let text = format!("{}: {}", change.label, words.trim_start());
    let room = width.map(|width| width.saturating_sub(indent.len()));
    for line in wrapped(&text, room) {
        out.marked_line(&[plain(&indent), Marked::new(line.into_owned(), [])])?;
    }
    Ok(())
}

/// A part with the brackets that tell its fate; the space before it stays outside.
fn bracketed(part: &Part) -> String {
    let words = part.text.trim_start();
    let space = &part.text[..part.text.len() - words.len()];
    match part.fate {
        Fate::Kept => part.text.clone(),
        Fate::Gone => format!("{space}[-{words}-]"),
        Fate::Came => format!("{space}{{+{words}+}}"),
    }
}

//! The differences as Markdown: words that went struck out, those that came bold.

use std::io;

use super::sections::{Compared, Line, excerpt};
use crate::page::changes::FieldChange;
use crate::page::word_diff::{Fate, Part};
use crate::write::markdown::escaped;
use crate::write::output::Out;

/// Writes how many differ, then a list for each part of the differences.
pub(super) fn write(out: &mut Out<'_>, compared: &Compared<'_>) -> io::Result<()> {
    out.line(format_args!("{}", compared.summary()))?;
    for (name, lines) in compared.sections() {
        out.empty_line()?;
        out.line(format_args!("## {name}"))?;
        out.empty_line()?;
        lines.iter().try_for_each(|line| write_line(out, line))?;
    }
    Ok(())
}

fn write_line(out: &mut Out<'_>, line: &Line) -> io::Result<()> {
    out.line(format_args!("- **{}**{}", escaped(line.title.trim()), escaped(&line.about)))?;
    line.changes.iter().try_for_each(|change| write_change(out, change))
}

fn write_change(out: &mut Out<'_>, change: &FieldChange) -> io::Result<()> {
    let parts = excerpt(change, "…");
    let words: String = parts.iter().map(marked).collect();
    let words = if parts.is_empty() { "changed further down" } else { words.trim_start() };
    out.line(format_args!("  - {}: {words}", escaped(&change.label)))
}

/// A part between its marks, which stand beside words, never beside a space.
fn marked(part: &Part) -> String {
    let words = part.text.trim_start();
    let space = &part.text[..part.text.len() - words.len()];
    let words = escaped(words);
    match part.fate {
        Fate::Kept => format!("{space}{words}"),
        Fate::Gone => format!("{space}~~{words}~~"),
        Fate::Came => format!("{space}**{words}**"),
    }
}

//! Several proposals side by side: their facts in columns, their prose below.

use std::io;

use unicode_segmentation::UnicodeSegmentation;

use super::console::Console;
use crate::model::{Entry, Marked, safe};
use crate::page::compare::{self, FactRow};
use crate::page::facts::Audience;
use crate::search::Profile;
use crate::ui::text::{pad, width};
use crate::write::output::{Out, plain, quiet, strong};
use crate::write::prose::wrapped;
use crate::write::text;

/// How wide a pipe is: nothing else says it.
const PIPE: usize = 100;
/// The text between two columns.
const GAP: usize = 2;
/// A column that would be narrower is none: the facts stand below each other.
const LEAST: usize = 20;

/// Writes a comparison. Each proposal has a number, which is its column.
pub(super) fn write(
    out: &mut Out<'_>,
    entries: &[Entry<'_>],
    profile: &Profile,
    console: &Console,
) -> io::Result<()> {
    let titles: Vec<String> = entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| format!("{number}. {}", entry.proposal.title))
        .collect();
    let rows = compare::rows(entries, Audience::new(profile));
    let labels = rows.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
    let room = console.width.unwrap_or(PIPE).saturating_sub(labels);
    let column = (room / entries.len().max(1)).saturating_sub(GAP);
    if column < LEAST {
        write_stacked(out, &titles, &rows, console)?;
    } else {
        let columns = CompareColumns { labels, column };
        columns.write(out, "", &titles, strong)?;
        for (label, cells) in &rows {
            columns.write(out, &format!("{label:labels$}"), cells, plain)?;
        }
    }
    for (entry, title) in entries.iter().zip(&titles) {
        out.empty_line()?;
        for line in wrapped(title, console.width) {
            out.marked_line(&[strong(&line)])?;
        }
        text::prose_of_fields(out, *entry, console.width)?;
    }
    Ok(())
}

/// How the columns are laid out, in display cells.
struct CompareColumns {
    labels: usize,
    column: usize,
}

impl CompareColumns {
    /// Writes a row: as many lines as its longest cell needs. `label` is already as wide as all are.
    fn write(
        &self,
        out: &mut Out<'_>,
        label: &str,
        cells: &[String],
        mark: fn(&str) -> Marked<'_>,
    ) -> io::Result<()> {
        let cells: Vec<Vec<String>> = cells.iter().map(|cell| self.lines(cell)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut line = if at == 0 && !label.is_empty() {
                vec![quiet(label)]
            } else {
                vec![Marked::new(" ".repeat(self.labels), [])]
            };
            for cell in &cells {
                let text = cell.get(at).map_or("", String::as_str);
                let rest = self.column.saturating_sub(width(text));
                line.extend([
                    Marked::new(" ".repeat(GAP), []),
                    mark(text),
                    Marked::new(" ".repeat(rest), []),
                ]);
            }
            out.marked_line(&line)?;
        }
        Ok(())
    }

    /// A cell in lines; a word that is wider than its column goes on in the next one, or the columns would be none.
    fn lines(&self, cell: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for line in wrapped(&safe(cell), Some(self.column)) {
            let mut open = String::new();
            for grapheme in line.graphemes(true) {
                if width(&open) + width(grapheme) > self.column && !open.is_empty() {
                    lines.push(std::mem::take(&mut open));
                }
                open.push_str(grapheme);
            }
            lines.push(open);
        }
        lines
    }
}

/// Writes the facts below each other, a line for each proposal.
fn write_stacked(
    out: &mut Out<'_>,
    titles: &[String],
    rows: &[FactRow],
    console: &Console,
) -> io::Result<()> {
    for title in titles {
        for line in wrapped(title, console.width) {
            out.marked_line(&[strong(&line)])?;
        }
    }
    for (label, cells) in rows {
        out.empty_line()?;
        out.marked_line(&[quiet(label)])?;
        let numbered = cells.iter().zip(1..).filter(|(cell, _)| !cell.is_empty());
        for (cell, number) in numbered {
            let indent = number.to_string().len() + GAP;
            let width = console.width.map(|width| width.saturating_sub(indent));
            for (at, line) in wrapped(cell, width).iter().enumerate() {
                let number = if at == 0 { format!("{number}.") } else { String::new() };
                out.line(format_args!("{} {line}", pad(&number, indent - 1)))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalog;
    use crate::write::{fixtures, output};

    fn written(catalog: &Catalog, width: Option<usize>) -> String {
        let entries: Vec<_> = catalog.iter().collect();
        let console = Console { width, color: false };
        output::gathered(false, |out| write(out, &entries, &Profile::default(), &console))
            .unwrap()
            .into_string()
    }

    fn two() -> Catalog {
        let mut catalog = fixtures::complete();
        let lamp =
            fixtures::of_project("A lighthouse", "Turn the \u{1b}lamp", &["Golang", "Rust", "漢字 by hand"]);
        let text = "- Size";
        catalog.push(fixtures::listing(text, vec![lamp]).listings()[0].as_ref().clone());
        catalog
    }

    #[test]
    fn facts_stand_side_by_side_and_prose_below() {
        insta::assert_snapshot!(written(&two(), Some(80)), @r"
                       1. Mend the net                  2. Turn the �lamp
        Project        Harbour / Docs                   A lighthouse
        Status         taken
        Shared skills  go                               go
        Only this one  Knots & �bends                   rust, 漢字 by hand
        Mentors        Ada Example (@ada, primary), Bo
                       Example
        Upstream       https://example.org/net/1
                       https://example.org/net/2
        Apply          https://example.org/apply
        Size           175 hours

        1. Mend the net

        Description
        A net with holes.

        Goal
        No �holes

        2. Turn the �lamp
        ");
    }

    #[test]
    fn a_long_address_keeps_to_its_column_in_a_pipe_too() {
        let mut catalog = two();
        let mut long = catalog.listings()[0].as_ref().clone();
        long.proposals[0].upstream[0].url = format!("https://example.org/{}/end", "net/".repeat(20));
        catalog.push(long);
        let text = written(&catalog, None);
        let facts = text.split("\n\n").next().unwrap_or_default();
        assert!(facts.lines().all(|line| super::width(line) <= PIPE), "{facts}");
        assert!(facts.contains("Upstream"), "{facts}");
    }

    #[test]
    fn narrow_terminals_get_them_below_each_other() {
        let text = written(&two(), Some(40));
        let facts = text.split("\n\nMentors").next().unwrap_or_default();
        insta::assert_snapshot!(facts, @r"
        1. Mend the net
        2. Turn the �lamp

        Project
        1. Harbour / Docs
        2. A lighthouse

        Status
        1. taken

        Shared skills
        1. go
        2. go

        Only this one
        1. Knots & �bends
        2. rust, 漢字 by hand
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_terminal_and_nothing_is_obeyed() {
        for width in 56..130 {
            let text = written(&two(), Some(width));
            assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text:?}");
            for line in text.lines() {
                assert!(super::width(line) <= width, "{width}: {line:?}");
            }
        }
    }
}

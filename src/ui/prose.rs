//! Prose, laid out: blocks become rows for a width in display cells.
//!
//! No row is wider than asked and no text is lost. What the author did not write (bullets, bars,
//! rules, indentation) has [`Role::Mark`].

mod breaks;
mod find;
mod flow;
mod list;
mod page;
mod table;
mod wrap;

use crate::markdown::block::{Block, Inline, Prose};
use crate::markdown::glyphs::{self, Glyph, QUOTE, RULE};
use crate::model::safe;
use crate::ui::row::{Break, Piece, Role, Row, Tone};
use crate::ui::text;

pub use find::{Match, Segment, find, find_ranges};

use page::Page;

/// How far the columns of tabs in code lie apart, in display cells.
const TAB: usize = 4;

/// Stands before the summary of what a web page folds away.
const FOLD: Glyph = glyphs::FOLD;

/// Wider labels of footnotes stand above what they say (display cells).
const LONGEST_LABEL: usize = 12;

/// No screen is wider, and rules are as long as the page is wide.
const WIDEST: usize = u16::MAX as usize;

/// Lays prose out in rows of at most `width` display cells; none where there is no cell. The
/// `link` of a piece is an index into [`Prose::links`].
pub fn layout(prose: &Prose, width: usize) -> Vec<Row> {
    let mut page = Page::new(width.min(WIDEST));
    if width > 0 {
        blocks(&mut page, &prose.blocks, true);
    }
    page.into_rows()
}

/// A sentence in lines of at most `width` display cells, broken at spaces. Always gives a line.
pub fn wrap_sentence(sentence: &str, width: usize) -> Vec<String> {
    wrapped(sentence.trim(), width, wrap::Mode::Words)
}

/// A line of source in lines of at most `width` display cells, broken where they are full.
pub fn wrap_source(line: &str, width: usize) -> Vec<String> {
    wrapped(line, width, wrap::Mode::Edge)
}

fn wrapped(text: &str, width: usize, mode: wrap::Mode) -> Vec<String> {
    wrap::wrap(text, width, mode).into_iter().map(|line| text[line.range].to_owned()).collect()
}

/// Blocks one below the other, with blank rows between them where they stand `apart`. A heading
/// stands directly above what it is the heading of.
fn blocks(page: &mut Page, blocks: &[Block], apart: bool) {
    for (index, block) in blocks.iter().enumerate() {
        let headed = index > 0 && matches!(blocks[index - 1], Block::Heading { .. });
        if index > 0 && apart && !headed {
            page.blank();
        }
        lay(page, block, apart);
    }
}

fn lay(page: &mut Page, block: &Block, apart: bool) {
    match block {
        Block::Paragraph(text) => page.text(text, Tone::default()),
        Block::Heading { level, text } => page.text(text, Tone::of(Role::Heading(*level))),
        Block::Code { language, text } => code(page, language.as_deref(), text),
        Block::List(list) => list::lay(page, list, blocks),
        Block::Quote(quoted) => {
            page.indented(QUOTE.as_str(), QUOTE.as_str(), |page| blocks(page, quoted, apart));
        }
        Block::Table(table) => table::lay(page, table),
        Block::Details { summary, blocks } => details(page, summary, blocks),
        Block::Footnote { label, blocks } => footnote(page, label, blocks),
        Block::Rule => {
            let rule = Piece::new(RULE.repeat(page.room()), Tone::of(Role::Mark));
            page.push(vec![rule], Break::Hard);
        }
    }
}

/// A part that a web page folds away: the summary, and all of it below, indented by the sign.
fn details(page: &mut Page, summary: &[Inline], inside: &[Block]) {
    if summary.is_empty() {
        return blocks(page, inside, true);
    }
    page.indented(FOLD.as_str(), "  ", |page| page.text(summary, Tone { strong: true, ..Tone::default() }));
    page.indented("  ", "  ", |page| blocks(page, inside, true));
}

/// A footnote hangs behind its label, which no page is too narrow for: then it stands above.
fn footnote(page: &mut Page, label: &str, said: &[Block]) {
    let lead = format!("{} ", safe(label));
    let cells = text::width(&lead);
    if cells > LONGEST_LABEL || page.room() < 2 * cells {
        page.lines(flow::verbatim(&safe(label), Tone::of(Role::Mark), page.room()));
        return blocks(page, said, true);
    }
    page.indented(&lead, &" ".repeat(cells), |page| blocks(page, said, true));
}

/// A code block: its language, then its lines, indented and broken at the edge.
fn code(page: &mut Page, language: Option<&str>, code: &str) {
    if let Some(language) = language {
        let name = text::cut(&safe(language), page.room()).into_owned();
        page.push(vec![Piece::new(name, Tone::of(Role::Quiet))], Break::Hard);
    }
    page.indented("  ", "  ", |page| {
        for line in code.split('\n') {
            // Of a line end in the Windows manner only this much is left.
            let line = expand_tabs(line.strip_suffix('\r').unwrap_or(line));
            page.lines(flow::verbatim(&safe(&line), Tone::of(Role::Listing), page.room()));
        }
    });
}

fn expand_tabs(line: &str) -> String {
    let mut expanded = String::with_capacity(line.len());
    let mut column = 0;
    for (index, part) in line.split('\t').enumerate() {
        if index > 0 {
            let spaces = TAB - column % TAB;
            expanded.extend(std::iter::repeat_n(' ', spaces));
            column += spaces;
        }
        expanded.push_str(part);
        column += text::width(part);
    }
    expanded
}

#[cfg(test)]
mod tests;

//! Since: what changed in a proposal since the last visit, word by word, and the terms that it goes on from.

use super::{Page, Since};
use crate::markdown::block::{Block, Inline, Marks, Prose, Run};
use crate::markdown::glyphs::{self, ELLIPSIS, is_ascii};
use crate::page::changes::FieldChange;
use crate::page::facts::FactPart;
use crate::page::limits::short;
use crate::page::word_diff::{self, Fate, Part};
use crate::ui::prose;
use crate::ui::row::Role;

/// So many words that were kept stand beside each change.
const AROUND: usize = 5;
/// So many fields are shown; the rest is a number.
const MOST: usize = 20;
/// The name of the section.
const NAME: &str = "Changed since your last visit";

impl Page {
    /// Adds the line of the terms, then the changes below a name of their own.
    pub(super) fn since(&mut self, since: Since<'_>, width: usize) {
        if let Some(lineage) = since.lineage {
            let part = FactPart {
                text: glyphs::sentence(lineage).into_owned(),
                target: None,
                is_chip: false,
                sign: None,
            };
            self.begin(None);
            self.fact("Lineage", vec![part], width);
        }
        if since.changes.is_empty() {
            return;
        }
        self.begin(None);
        let shown = since.changes.iter().take(MOST);
        let mut blocks: Vec<Block> = shown.map(change).collect();
        let more = since.changes.len().saturating_sub(MOST);
        if more > 0 {
            blocks.push(Block::Paragraph(vec![run(
                format!("{ELLIPSIS} and {more} more fields"),
                Marks::default(),
            )]));
        }
        let first = self.rows.len() + 1;
        self.section(NAME, Prose::default(), width);
        for block in blocks {
            let rows = prose::layout(&Prose { blocks: vec![block], links: Vec::new() }, width);
            self.rows.extend(rows);
        }
        for piece in self.rows[first..].iter_mut().flat_map(|row| &mut row.pieces) {
            if piece.tone.strike {
                piece.tone.role = Role::Quiet;
            }
        }
    }
}

/// The name of a field, and its words: those that went struck out, those that came bold.
fn change(change: &FieldChange) -> Block {
    let parts = word_diff::excerpt(&change.parts(), AROUND, ELLIPSIS.as_str());
    let mut runs = vec![run(format!("{}: ", change.label), Marks::default())];
    if parts.is_empty() {
        runs.push(run("changed further down".to_owned(), Marks::default()));
    }
    for (at, part) in parts.iter().enumerate() {
        runs.extend(marked(part, at == 0));
    }
    Block::Paragraph(runs)
}

/// A part in its marks; where only plain characters are drawn, in brackets, too.
fn marked(part: &Part, is_first: bool) -> Vec<Inline> {
    let words = part.text.trim_start();
    let space = if is_first || words.len() == part.text.len() { "" } else { " " };
    let (marks, brackets) = match part.fate {
        Fate::Kept => (Marks::default(), ["", ""]),
        Fate::Gone => (Marks { strike: true, ..Marks::default() }, ["[-", "-]"]),
        Fate::Came => (Marks { strong: true, ..Marks::default() }, ["{+", "+}"]),
    };
    let [open, close] = if is_ascii() { brackets } else { ["", ""] };
    let words = format!("{open}{}{close}", short(words));
    vec![run(space.to_owned(), Marks::default()), run(words, marks)]
}

fn run(text: String, marks: Marks) -> Inline {
    Inline::Run(Run { text, marks, link: None })
}

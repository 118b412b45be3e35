//! The page: rows as they are laid out, behind the margins of the containers that are open.

use super::flow::{self, Line};
use crate::markdown::block::Inline;
use crate::ui::row::{Break, Piece, Role, Row, Tone};
use crate::ui::text::width;

/// However deep containers lie, this many cells are left for text, or half of the page where it is
/// narrower than twice that. Margins beyond that are not drawn.
const ROOM: usize = 12;

/// The margin of what hangs below its first row.
const HANGING: &str = "  ";

pub(super) struct Page {
    rows: Vec<Row>,
    width: usize,
    /// The margins of the open containers, from left to right.
    margin: String,
    /// Their width in display cells.
    indent: usize,
    /// The margins for the next row alone, of the same width: an item's first row has its bullet.
    lead: Option<String>,
}

impl Page {
    pub(super) fn new(width: usize) -> Self {
        Self { rows: Vec::new(), width, margin: String::new(), indent: 0, lead: None }
    }

    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    /// How many cells the page is wide, margins included.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// How many cells the margins leave; at least one.
    pub(super) fn room(&self) -> usize {
        self.width - self.indent
    }

    /// Lays out what stands behind a margin: `lead` on its first row, `rest` on the others, which is
    /// no narrower. What has no rows gets one if it has a lead of its own.
    pub(super) fn indented(&mut self, lead: &str, rest: &str, inside: impl FnOnce(&mut Self)) {
        let (length, indent) = (self.margin.len(), self.indent);
        if self.indent + width(rest) + ROOM.min(self.width / 2).max(1) <= self.width {
            if self.lead.is_some() || lead != rest {
                self.lead.get_or_insert_with(|| self.margin.clone()).push_str(lead);
            }
            self.margin.push_str(rest);
            self.indent += width(rest);
        }
        inside(self);
        if lead != rest && self.lead.is_some() {
            self.push(Vec::new(), Break::Hard);
        }
        self.margin.truncate(length);
        self.indent = indent;
    }

    pub(super) fn blank(&mut self) {
        self.push(Vec::new(), Break::Hard);
    }

    /// Running text.
    pub(super) fn text(&mut self, inlines: &[Inline], tone: Tone) {
        self.lines(flow::lines(inlines, tone, self.room()));
    }

    /// A paragraph of which all rows but the first stand further in, where there is room.
    pub(super) fn hanging<'a>(&mut self, text: impl Iterator<Item = (&'a Inline, Tone)> + Clone) {
        let lines = flow::joined(text.clone(), self.room());
        if lines.len() <= 1 || self.room() < 2 * ROOM {
            return self.lines(lines);
        }
        self.indented("", HANGING, |page| page.lines(flow::joined(text, page.room())));
    }

    pub(super) fn lines(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.push(line.pieces, line.follows);
        }
    }

    /// A row behind the margins. `pieces` are not wider than the [room](Self::room).
    pub(super) fn push(&mut self, mut pieces: Vec<Piece>, follows: Break) {
        let lead = self.lead.take();
        let margin = lead.as_deref().unwrap_or(&self.margin);
        let margin = if pieces.is_empty() { margin.trim_end() } else { margin };
        if !margin.is_empty() {
            match pieces.first_mut() {
                Some(first) if first.tone == Tone::of(Role::Mark) => first.text.insert_str(0, margin),
                _ => pieces.insert(0, Piece::new(margin, Tone::of(Role::Mark))),
            }
        }
        self.rows.push(Row { pieces, follows });
    }
}

//! Flow: running text as lines of pieces.
//!
//! The runs of a paragraph are joined to one text, so that wrapping sees words across marks, and
//! the lines are then cut into pieces where the tone changes.

use super::wrap::{self, Mode};
use crate::markdown::block::{Inline, Run};
use crate::model::safe;
use crate::ui::row::{Break, Piece, Role, Tone};
use crate::ui::text::graphemes;

/// A line of running text.
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Its width in display cells.
    pub(super) width: usize,
    /// How it follows the line above.
    pub(super) follows: Break,
}

/// Wraps inlines to lines of at most `width` cells. `tone` is that of unmarked text.
pub(super) fn lines(inlines: &[Inline], tone: Tone, width: usize) -> Vec<Line> {
    joined(inlines.iter().map(|inline| (inline, tone)), width)
}

/// Wraps inlines of several tones as one running text.
pub(super) fn joined<'a>(inlines: impl Iterator<Item = (&'a Inline, Tone)>, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut text = None;
    for (inline, tone) in inlines {
        match inline {
            Inline::Run(run) => text.get_or_insert_with(Text::default).words(run, toned(run, tone)),
            Inline::Break => {
                let line = text.replace(Text::default()).unwrap_or_default();
                line.wrapped(width, Mode::Words, &mut lines);
            }
        }
    }
    if let Some(text) = text {
        text.wrapped(width, Mode::Words, &mut lines);
    }
    lines
}

/// Breaks a line of one tone at the edge, with every space kept.
pub(super) fn verbatim(line: &str, tone: Tone, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut text = Text::default();
    text.push(line, tone, None);
    text.wrapped(width, Mode::Edge, &mut lines);
    lines
}

fn toned(run: &Run, base: Tone) -> Tone {
    let role = match run {
        Run { link: Some(_), .. } => Role::Link,
        Run { marks, .. } if marks.code => Role::Code,
        _ => base.role,
    };
    Tone {
        role,
        strong: base.strong || run.marks.strong,
        emphasis: base.emphasis || run.marks.emphasis,
        strike: base.strike || run.marks.strike,
    }
}

/// Joined text and what its parts are.
#[derive(Default)]
struct Text {
    text: String,
    parts: Vec<Part>,
}

/// From the end of the part before to `end`, in bytes.
struct Part {
    end: usize,
    tone: Tone,
    link: Option<usize>,
}

impl Text {
    /// Adds the words of a run, with one space where there was any white space.
    fn words(&mut self, run: &Run, tone: Tone) {
        let mut apart = run.text.starts_with(|c: char| c.is_ascii_whitespace());
        for word in run.text.split_ascii_whitespace() {
            if apart {
                self.space(tone, run.link);
            }
            self.push(&safe(word), tone, run.link);
            apart = true;
        }
        if run.text.ends_with(|c: char| c.is_ascii_whitespace()) {
            self.space(tone, run.link);
        }
    }

    fn space(&mut self, tone: Tone, link: Option<usize>) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.push(" ", tone, link);
        }
    }

    fn push(&mut self, text: &str, tone: Tone, link: Option<usize>) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let end = self.text.len();
        match self.parts.last_mut() {
            Some(part) if part.tone == tone && part.link == link => part.end = end,
            _ => self.parts.push(Part { end, tone, link }),
        }
    }

    fn wrapped(mut self, width: usize, mode: Mode, lines: &mut Vec<Line>) {
        if mode == Mode::Words {
            self.text.truncate(self.text.trim_end_matches(' ').len());
        }
        self.snap();
        let mut first = 0;
        for line in wrap::wrap(&self.text, width, mode) {
            // One character that no row can hold: it stays visible that there was one.
            let instead = (line.width > width).then_some(char::REPLACEMENT_CHARACTER);
            let pieces = self.pieces(line.range, &mut first, instead);
            let width = if instead.is_some() { 1 } else { line.width };
            lines.push(Line { pieces, width, follows: line.follows });
        }
    }

    /// Moves the ends of parts to ends of graphemes: half a grapheme in another piece would be
    /// drawn as a whole one, and the row would be wider than measured.
    fn snap(&mut self) {
        if self.parts.len() < 2 || self.text.is_ascii() {
            return;
        }
        let mut starts = graphemes(&self.text).map(|(start, _)| start).chain([self.text.len()]).peekable();
        for part in &mut self.parts {
            while starts.next_if(|&start| start < part.end).is_some() {}
            part.end = starts.peek().copied().unwrap_or(self.text.len());
        }
        // Of a part that was half a grapheme nothing is left; what it parted is one again.
        let mut from = 0;
        self.parts.retain(|part| std::mem::replace(&mut from, part.end) < part.end);
        self.parts.dedup_by(|next, part| {
            let same = (next.tone, next.link) == (part.tone, part.link);
            part.end = if same { next.end } else { part.end };
            same
        });
    }

    /// The pieces of a line. `first` is the first part that may lie in it, and advances.
    fn pieces(&self, line: std::ops::Range<usize>, first: &mut usize, instead: Option<char>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut from = line.start;
        while let Some(part) = self.parts.get(*first).filter(|_| from < line.end) {
            let end = part.end.min(line.end);
            if from < end {
                let text = instead.map_or_else(|| self.text[from..end].to_owned(), String::from);
                pieces.push(Piece { text, tone: part.tone, link: part.link });
                from = if instead.is_some() { line.end } else { end };
            }
            if part.end >= line.end {
                break;
            }
            *first += 1;
        }
        pieces
    }
}

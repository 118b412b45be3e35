//! Edits: which of them can be made together, the text that they make, and where its places were before.

use std::collections::BTreeSet;

use crate::check::diagnostic::{Edit, Fix};
use crate::model::Span;

/// The differences between two texts: everything between two pieces is the same in both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Patch {
    /// In order, not touching one another.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of the old text and what stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) old: Span,
    pub(super) new: Span,
}

/// The text with all edits of some fixes made. Their edits do not overlap.
pub(super) fn edited<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> (String, Patch) {
    let mut edits: Vec<&Edit> = fixes.into_iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len() + edits.len() * 4);
    let mut patch = Patch::default();
    let mut at = 0;
    for edit in edits {
        let start = edit.span.start.max(at);
        out.push_str(&text[at..start]);
        let from = out.len();
        out.push_str(&edit.text);
        at = edit.span.end.max(start);
        patch.push(Piece { old: Span::new(start, at), new: Span::new(from, out.len()) });
    }
    out.push_str(&text[at..]);
    (out, patch)
}

impl Patch {
    /// Adds a piece behind the others.
    fn push(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last) if last.old.end == piece.old.start => {
                (last.old.end, last.new.end) = (piece.old.end, piece.new.end);
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Where a place of the old text is in the new one; within a piece, where that begins.
    pub(super) fn map(&self, offset: usize) -> usize {
        let before = self.pieces.partition_point(|piece| piece.old.start < offset);
        before.checked_sub(1).map_or(offset, |at| {
            let Piece { old, new } = self.pieces[at];
            if offset < old.end { new.start } else { offset - old.end + new.end }
        })
    }

    /// The patch from the old text of this one to the new text of the next one.
    pub(super) fn then(&self, next: &Self) -> Self {
        let mut middle: Vec<Span> = self.pieces.iter().map(|piece| piece.new).collect();
        middle.extend(next.pieces.iter().map(|piece| piece.old));
        middle.sort_unstable();
        let mut joined: Vec<Span> = Vec::with_capacity(middle.len());
        for span in middle {
            match joined.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => joined.push(span),
            }
        }
        // A joined span begins and ends where nothing changes: the last piece before says how far it is moved.
        let back = |offset: usize, count: usize| {
            let last = count.checked_sub(1).map(|at| self.pieces[at]);
            last.map_or(offset, |last| offset - last.new.end + last.old.end)
        };
        let on = |offset: usize, count: usize| {
            let last = count.checked_sub(1).map(|at| next.pieces[at]);
            last.map_or(offset, |last| offset - last.old.end + last.new.end)
        };
        let pieces = joined.into_iter().map(|span| {
            let own = |limit: usize| self.pieces.partition_point(|piece| piece.new.start < limit);
            let others = |limit: usize| next.pieces.partition_point(|piece| piece.old.start < limit);
            Piece {
                old: Span::new(back(span.start, own(span.start)), back(span.end, own(span.end + 1))),
                new: Span::new(on(span.start, others(span.start)), on(span.end, others(span.end + 1))),
            }
        });
        Self { pieces: pieces.collect() }
    }
}

/// The spans that edits take, none of which meets another.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeSet<(usize, usize)>);

impl Taken {
    /// Takes the spans of a fix, unless one of them meets what is taken.
    pub(super) fn take(&mut self, fix: &Fix) -> bool {
        if fix.edits.iter().any(|edit| self.meets(edit.span)) {
            return false;
        }
        self.0.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
        true
    }

    /// Whether an edit of a span changes what another one changes, or puts in where another one does.
    fn meets(&self, span: Span) -> bool {
        let meets = |&(start, end): &(usize, usize)| {
            (start, end) == (span.start, span.end)
                || (span.start < end && start < span.end.max(span.start + 1))
        };
        // At most two that are taken begin at one place, and only the last ones before it can reach it.
        let before = self.0.range(..=(span.start, usize::MAX)).rev().take(3);
        let within = self.0.range((span.start, 0)..).take(3);
        before.chain(within).any(meets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Applicability;

    fn fix(start: usize, end: usize, text: &str) -> Fix {
        Fix {
            applicability: Applicability::Safe,
            message: String::new(),
            edits: vec![Edit { span: Span::new(start, end), text: text.to_owned() }],
        }
    }

    #[test]
    fn of_fixes_that_meet_the_first_is_made() {
        let fixes = [fix(0, 2, "A"), fix(1, 3, "B"), fix(3, 3, "C"), fix(3, 3, "D")];
        let mut taken = Taken::default();
        let kept: Vec<&Fix> = fixes.iter().filter(|fix| taken.take(fix)).collect();
        let (text, patch) = edited("abcdef", kept);
        assert_eq!(text, "AcCdef");
        assert_eq!([0, 1, 2, 3, 4].map(|offset| patch.map(offset)), [0, 0, 1, 2, 4]);
    }

    #[test]
    fn patches_follow_one_another() {
        let old = "one two three four";
        let (middle, first) = edited(old, &[fix(0, 3, "1"), fix(7, 7, "!"), fix(14, 18, "")]);
        assert_eq!(middle, "1 two! three ");
        let (new, second) = edited(&middle, &[fix(1, 2, ""), fix(5, 6, "?"), fix(13, 13, "4")]);
        assert_eq!(new, "1two? three 4");
        let both = first.then(&second);
        let mut text = old.to_owned();
        for Piece { old, new: written } in both.pieces.iter().rev() {
            text.replace_range(old.start..old.end, written.of(&new));
        }
        assert_eq!(text, new);
    }
}

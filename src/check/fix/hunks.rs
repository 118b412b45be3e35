//! Hunks: the lines that differ between two texts, with a few around them.

use std::fmt::Write as _;

use super::edits::Patch;
use crate::check::text::{line_start, lines};
use crate::model::Span;

/// So many lines stay around those that change.
const AROUND: usize = 3;

/// The role of a line in a diff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffKind {
    Context,
    Removed,
    Added,
    /// Lines that stay and are not shown.
    Gap,
}

/// A line of the difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    pub kind: DiffKind,
    /// Its number, from 1: of what goes in the old text, else in the new one.
    pub number: usize,
    /// Its text, without its end.
    pub text: String,
}

/// Lines that change, with those around them.
#[derive(Debug)]
pub(super) struct Hunk<'t> {
    /// The numbers of its first line, from 0, in the old and in the new text.
    start: (usize, usize),
    /// Each line with its end.
    lines: Vec<(DiffKind, &'t str)>,
}

/// The lines of a block in the old and in the new text, from 0.
#[derive(Debug, Clone, Copy)]
struct Block {
    old: (usize, usize),
    new: (usize, usize),
}

/// The lines of a text with their ends.
fn whole_lines(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = lines(text, Span::new(0, text.len())).iter().map(|line| line.start).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// The lines that a patch changes: the lines of pieces that share one are one block.
fn blocks(old: &str, new: &str, patch: &Patch) -> Vec<Block> {
    let starts = |text: &str| lines(text, Span::new(0, text.len())).iter().map(|line| line.start).collect();
    let (old_starts, new_starts): (Vec<usize>, Vec<usize>) = (starts(old), starts(new));
    let mut blocks: Vec<Block> = Vec::new();
    for piece in &patch.pieces {
        let lead = piece.old.start - line_start(old, piece.old.start);
        // Whole lines that come or go leave the line behind them as it is.
        let is_whole = |text: &str, span: Span| span.end == 0 || text[..span.end].ends_with(['\n', '\r']);
        let is_whole = lead == 0 && is_whole(old, piece.old) && is_whole(new, piece.new);
        let range = |starts: &[usize], span: Span| {
            let from = span.start.saturating_sub(lead);
            let ends_behind = |start: &usize| *start < span.end || (*start == span.end && !is_whole);
            (starts.partition_point(|start| *start < from), starts.partition_point(ends_behind))
        };
        let block = Block { old: range(&old_starts, piece.old), new: range(&new_starts, piece.new) };
        match blocks.last_mut() {
            Some(before) if block.old.0 < before.old.1 || block.new.0 < before.new.1 => {
                before.old.1 = before.old.1.max(block.old.1);
                before.new.1 = before.new.1.max(block.new.1);
            }
            _ => blocks.push(block),
        }
    }
    blocks
}

/// The hunks of a patch from one text to another.
pub(super) fn hunks<'t>(old: &'t str, new: &'t str, patch: &Patch) -> Vec<Hunk<'t>> {
    let (old_lines, new_lines) = (whole_lines(old), whole_lines(new));
    let kept = |hunk: &mut Hunk<'t>, from: usize, to: usize| {
        let to = to.min(old_lines.len());
        hunk.lines.extend(old_lines[from.min(to)..to].iter().map(|line| (DiffKind::Context, *line)));
    };
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    // Behind the last line of the old text that was looked at.
    let mut done = 0;
    for Block { old: (from, to), new } in blocks(old, new, patch) {
        match hunks.last_mut() {
            Some(hunk) if from - done <= 2 * AROUND => kept(hunk, done, from),
            before => {
                if let Some(hunk) = before {
                    kept(hunk, done, done + AROUND);
                }
                let lead = from.min(AROUND);
                let mut hunk = Hunk { start: (from - lead, new.0 - lead.min(new.0)), lines: Vec::new() };
                kept(&mut hunk, from - lead, from);
                hunks.push(hunk);
            }
        }
        if let Some(hunk) = hunks.last_mut() {
            hunk.lines.extend(old_lines[from..to].iter().map(|line| (DiffKind::Removed, *line)));
            hunk.lines.extend(new_lines[new.0..new.1].iter().map(|line| (DiffKind::Added, *line)));
        }
        done = to;
    }
    if let Some(hunk) = hunks.last_mut() {
        kept(hunk, done, done + AROUND);
    }
    hunks
}

/// The lines of hunks with their numbers, and a gap between two.
pub(super) fn changes(hunks: &[Hunk<'_>]) -> Vec<DiffLine> {
    let mut changes = Vec::new();
    for hunk in hunks {
        if !changes.is_empty() {
            changes.push(DiffLine { kind: DiffKind::Gap, number: 0, text: String::new() });
        }
        let (mut old, mut new) = hunk.start;
        for (kind, line) in &hunk.lines {
            old += usize::from(*kind != DiffKind::Added);
            new += usize::from(*kind != DiffKind::Removed);
            let number = if *kind == DiffKind::Removed { old } else { new };
            let text = line.trim_end_matches(['\n', '\r']).to_owned();
            changes.push(DiffLine { kind: *kind, number, text });
        }
    }
    changes
}

/// Hunks as a unified diff of a file of this name; empty without hunks.
pub(super) fn unified(hunks: &[Hunk<'_>], name: &str) -> String {
    if hunks.is_empty() {
        return String::new();
    }
    let mut out = format!("--- {name}\n+++ {name}\n");
    for hunk in hunks {
        let count = |other: DiffKind| hunk.lines.iter().filter(|(kind, _)| *kind != other).count();
        let range = |start: usize, count: usize| match count {
            0 => format!("{start},0"),
            1 => format!("{}", start + 1),
            count => format!("{},{count}", start + 1),
        };
        let (old, new) =
            (range(hunk.start.0, count(DiffKind::Added)), range(hunk.start.1, count(DiffKind::Removed)));
        // Writing to a text does not fail.
        let _ = writeln!(out, "@@ -{old} +{new} @@");
        for (kind, line) in &hunk.lines {
            let sign = match kind {
                DiffKind::Removed => '-',
                DiffKind::Added => '+',
                DiffKind::Context | DiffKind::Gap => ' ',
            };
            out.push(sign);
            out.push_str(line);
            if !line.ends_with(['\n', '\r']) {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::diagnostic::{Edit, Fix};
    use crate::check::rule::Applicability;

    fn diff(old: &str, edits: &[(usize, usize, &str)]) -> String {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            span: Span::new(*start, *end),
            text: (*text).to_owned(),
        };
        let edits = edits.iter().map(edit).collect();
        let fix = Fix { applicability: Applicability::Safe, message: String::new(), edits };
        let (new, patch) = super::super::edits::edited(old, [&fix]);
        unified(&hunks(old, &new, &patch), "f")
    }

    #[test]
    fn a_line_that_changes_is_shown_with_those_around_it() {
        let text = "a\nb\nc\nd\ne\nf\ng\nh\n";
        assert_eq!(
            diff(text, &[(8, 9, "E")]),
            "--- f\n+++ f\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"
        );
        assert_eq!(diff(text, &[]), "");
    }

    #[test]
    fn lines_that_come_and_go_leave_their_neighbours() {
        assert_eq!(diff("a\nb\nc\n", &[(2, 4, "")]), "--- f\n+++ f\n@@ -1,3 +1,2 @@\n a\n-b\n c\n");
        assert_eq!(diff("a\nc\n", &[(2, 2, "b\n")]), "--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+b\n c\n");
        let last = diff("a\nb", &[(3, 3, "!")]);
        let end = "\\ No newline at end of file\n";
        assert_eq!(last, format!("--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n{end}+b!\n{end}"));
    }

    #[test]
    fn what_is_far_apart_is_shown_apart() {
        let text = (0..30).fold(String::new(), |text, line| text + &format!("{line:02}\n"));
        let shown = diff(&text, &[(0, 1, "x"), (60, 61, "y"), (63, 63, "z")]);
        assert_eq!(shown.matches("@@ -").count(), 2, "{shown}");
        assert!(shown.contains("-20\n+y0\n") && shown.contains("-21\n+z21\n"), "{shown}");
    }
}

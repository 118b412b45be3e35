//! The help: every key, from the one table, grouped.

use super::row::{Piece, Role, Row, Tone};
use super::{prose, text};
use crate::app::keymap::{BINDINGS, GROUPS};

/// The rows of the help for a width (display cells).
#[must_use]
pub(super) fn rows(width: usize) -> Vec<Row> {
    let keys = BINDINGS.iter().map(|binding| text::width(&binding.key_names())).max().unwrap_or(0);
    let indent = (keys + 3).min(width / 3);
    let mut rows = vec![];
    for (group, name) in GROUPS.iter().enumerate() {
        if group > 0 {
            rows.push(Row::default());
        }
        rows.push(Row::new(*name, Tone::of(Role::Heading(3))));
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let names = binding.key_names();
            let words = format!("{}: {}", binding.name, binding.help);
            let lines = prose::wrap_sentence(&words, width.saturating_sub(indent).max(1));
            let mut lines = lines.into_iter();
            if text::width(&names) + 1 > indent {
                rows.push(Row::new(names, Tone::of(Role::Title)));
            } else {
                let first = lines.next().unwrap_or_default();
                let names = Piece::new(text::pad(&names, indent), Tone::of(Role::Title));
                rows.push(Row { pieces: vec![names, Piece::new(first, Tone::default())], ..Row::default() });
            }
            rows.extend(lines.map(|line| Row::new(" ".repeat(indent) + &line, Tone::default())));
        }
    }
    rows
}

//! The choice of what to copy: each with its key, from the one table.

use super::row::{Piece, Role, Row, Tone};
use super::text;
use crate::app::keymap;

/// Cells of a key and what stands between it and its words.
const KEY: usize = 3;

/// The rows of the choice, for a width (display cells).
#[must_use]
pub(super) fn rows(width: usize) -> Vec<Row> {
    let choices = || keymap::copies().map(|(binding, _)| binding);
    let name = |binding: &keymap::Binding| binding.name.trim_start_matches("copy ");
    let names = choices().map(|binding| text::width(name(binding))).max().unwrap_or(0);
    let row = |binding: &keymap::Binding| {
        let key = text::pad(&binding.keys[0].name(), KEY);
        let words = text::pad(name(binding), names + 2);
        let pieces = vec![
            Piece::new(key, Tone::of(Role::Title)),
            Piece::new(words, Tone::default()),
            Piece::new(text::cut(binding.help, width.saturating_sub(KEY + names + 2)), Tone::of(Role::Quiet)),
        ];
        Row { pieces, ..Row::default() }
    };
    choices().map(row).collect()
}

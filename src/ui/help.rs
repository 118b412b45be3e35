//! The help: every key, from the one table, grouped; then how the filter is written.

use super::row::{Piece, Role, Row, Tone};
use super::{prose, text};
use crate::app::keymap::{BINDINGS, GROUPS};
use crate::markdown::glyphs;
use crate::search::query;

/// The heading above the query language.
const FILTER: &str = "What a filter can say";

/// The rows of the help for a width (display cells).
pub(super) fn rows(width: usize) -> Vec<Row> {
    let keys = BINDINGS.iter().map(|binding| text::width(&binding.key_names())).max().unwrap_or(0);
    let indent = (keys + 3).min(width / 3);
    let mut rows = vec![];
    for (group, name) in GROUPS.iter().enumerate() {
        heading(&mut rows, name);
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let words = format!("{}: {}", binding.name, binding.help);
            entry(&mut rows, &binding.key_names(), &words, indent, width);
        }
    }
    heading(&mut rows, FILTER);
    for (form, help) in query::guide() {
        entry(&mut rows, &form, help, indent, width);
    }
    rows
}

fn heading(rows: &mut Vec<Row>, name: &str) {
    if !rows.is_empty() {
        rows.push(Row::default());
    }
    rows.push(Row::new(name, Tone::of(Role::Heading(3))));
}

/// Adds what is typed and, beside it or below when that is too long, what it does.
fn entry(rows: &mut Vec<Row>, typed: &str, words: &str, indent: usize, width: usize) {
    let words = glyphs::sentence(words);
    let mut lines = prose::wrap_sentence(&words, width.saturating_sub(indent).max(1)).into_iter();
    if text::width(typed) + 1 > indent {
        rows.push(Row::new(text::cut(typed, width), Tone::of(Role::Title)));
    } else {
        let first = lines.next().unwrap_or_default();
        let typed = Piece::new(text::pad(typed, indent), Tone::of(Role::Title));
        rows.push(Row { pieces: vec![typed, Piece::new(first, Tone::default())], ..Row::default() });
    }
    rows.extend(lines.map(|line| Row::new(" ".repeat(indent) + &line, Tone::default())));
}

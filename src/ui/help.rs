//! The help: the keys that count where it was asked for, then those of other places, then how a filter is written.
//!
//! All of it comes from the one table of keys. From [`WIDE`] columns on sections stand in two columns; none is split.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{PaneArea, ScreenLayout};
use super::list::scrolled;
use super::overlay::{Measure, NO_MATCH, Overlay, Room, below, draw_input};
use super::row::{Piece, Role, Row, Tone};
use super::{paint, prose, text};
use crate::app::help::HelpPanel;
use crate::app::keymap::{self, Binding, Focus, GROUPS};
use crate::markdown::glyphs;
use crate::search::{query, words};

/// The heading above the query language.
const FILTER: &str = "Filter syntax";
/// From this many columns on there are two columns.
const WIDE: usize = 100;
/// The gap between them.
const GAP: usize = 4;
/// Columns that the help would like to have.
const COLUMNS: u16 = 132;
/// The widest that keys stand beside their action.
const KEYS: usize = 20;

/// Something that is typed, and what it does.
struct Entry {
    typed: String,
    words: String,
}

/// Entries below a heading.
struct Section {
    heading: String,
    entries: Vec<Entry>,
}

impl Overlay for HelpPanel {
    fn measure(&self, room: &Room<'_>) -> Option<Measure> {
        let area = ScreenLayout::layer(room.above_footer(), COLUMNS, u16::MAX);
        let text = text_area(self, area.inner);
        let rows = rows(self, usize::from(text.width)).len();
        Some(Measure { rows: usize::from(text.height), ..Measure::of(area, rows) })
    }

    fn draw(&self, buffer: &mut Buffer, room: &Room<'_>, measure: &Measure) -> Option<Position> {
        Some(draw(buffer, &measure.area, self, room))
    }
}

fn draw(buffer: &mut Buffer, area: &PaneArea, panel: &HelpPanel, room: &Room<'_>) -> Position {
    let theme = room.theme;
    let text = text_area(panel, area.inner);
    let content = rows(panel, usize::from(text.width));
    let shown = usize::from(text.height);
    let title = format!("Help: {}", panel.of.place());
    paint::frame(buffer, area, &title, &scrolled(panel.top, content.len(), shown), true, theme);
    if content.is_empty() {
        paint::text_at(buffer, paint::line(text, 0), NO_MATCH, theme.quiet());
    }
    for (at, row) in content.iter().skip(panel.top).take(shown).enumerate() {
        paint::row(buffer, paint::line(text, at), row, theme);
    }
    let typed = panel.narrowing.is_shown();
    let typed = typed.then(|| draw_input(buffer, paint::line(area.inner, 0), &panel.narrowing.input, theme));
    typed.filter(|_| panel.narrowing.is_typing()).unwrap_or(text.as_position())
}

/// The part of the panel below its input.
fn text_area(panel: &HelpPanel, inner: Rect) -> Rect {
    below(inner, u16::from(panel.narrowing.is_shown()))
}

/// The rows of the help for a width (display cells).
fn rows(panel: &HelpPanel, width: usize) -> Vec<Row> {
    let mut rows = in_columns(&found(here(panel.of), panel), width);
    let others = found(elsewhere(panel.of), panel);
    if !others.is_empty() {
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.push(Row::new("Elsewhere", Tone::of(Role::Title)));
        rows.push(Row::default());
        rows.extend(in_columns(&others, width));
    }
    rows
}

/// The keys that count in a place, grouped.
fn here(of: Focus) -> Vec<Section> {
    let group = |(number, name): (usize, &&str)| {
        let of_group = keymap::bindings(of).filter(|binding| is_bound(binding) && binding.group == number);
        Section { heading: (*name).to_owned(), entries: of_group.map(|binding| entry(&binding)).collect() }
    };
    GROUPS.iter().enumerate().map(group).collect()
}

/// The keys of the other places, each key where it counts first, and how a filter is written.
fn elsewhere(of: Focus) -> Vec<Section> {
    let places = || std::iter::once(of).chain(Focus::ALL.iter().copied());
    let first = |binding: &Binding| places().find(|place| binding.focus.contains(place));
    let keymap = keymap::in_use();
    let place = |&place: &Focus| {
        let bound = keymap.rows().filter(|binding| is_bound(binding));
        let rows = bound.filter(|binding| first(binding) == Some(place));
        Section { heading: format!("In {}", place.place()), entries: rows.map(entry).collect() }
    };
    let mut sections: Vec<Section> = Focus::ALL.iter().filter(|other| **other != of).map(place).collect();
    let forms = query::guide().map(|(typed, words)| Entry { typed, words: words.to_owned() });
    let syntax = Section { heading: FILTER.to_owned(), entries: forms.collect() };
    sections.insert(if of == Focus::Filter { 0 } else { sections.len() }, syntax);
    sections
}

/// Whether it has a key: a configuration may take all away.
fn is_bound(binding: &Binding) -> bool {
    !binding.keys.is_empty()
}

fn entry(binding: &Binding) -> Entry {
    Entry { typed: binding.key_names(), words: format!("{}: {}", binding.name, binding.help) }
}

/// The entries that match the words; sections without one are left out.
fn found(mut sections: Vec<Section>, panel: &HelpPanel) -> Vec<Section> {
    let wanted = words(panel.narrowing.input.text());
    for section in &mut sections {
        let heading = &section.heading;
        let holds = |entry: &Entry| {
            let texts = [&entry.typed, &entry.words, heading];
            wanted.iter().all(|word| texts.iter().any(|text| word.place_in(text).is_some()))
        };
        section.entries.retain(holds);
    }
    sections.retain(|section| !section.entries.is_empty());
    sections
}

/// Sections one below the other, or in two columns of about the same height.
fn in_columns(sections: &[Section], width: usize) -> Vec<Row> {
    if width < WIDE {
        return stacked(sections.iter(), width);
    }
    let room = (width - GAP) / 2;
    let heights: Vec<usize> = sections.iter().map(|section| section.rows(room).len() + 1).collect();
    let (all, mut left, mut split) = (heights.iter().sum::<usize>(), 0, 0);
    while split < sections.len() && (left + heights[split]) * 2 <= all + heights[split] {
        left += heights[split];
        split += 1;
    }
    let mut right = stacked(sections[split..].iter(), room).into_iter();
    let mut rows = stacked(sections[..split].iter(), room);
    rows.resize(rows.len().max(right.len()), Row::default());
    for row in &mut rows {
        let Some(beside) = right.next().filter(|row| !row.pieces.is_empty()) else { continue };
        let gap = (room + GAP).saturating_sub(text::width(&row.text()));
        row.pieces.push(Piece::new(" ".repeat(gap), Tone::default()));
        row.pieces.extend(beside.pieces);
    }
    rows
}

fn stacked<'a>(sections: impl Iterator<Item = &'a Section>, width: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for section in sections {
        if !rows.is_empty() {
            rows.push(Row::default());
        }
        rows.extend(section.rows(width));
    }
    rows
}

impl Section {
    fn rows(&self, width: usize) -> Vec<Row> {
        let keys = self.entries.iter().map(|entry| text::width(&entry.typed)).max().unwrap_or(0);
        let indent = (keys + 2).min(KEYS).min(width / 3);
        let mut rows = vec![Row::new(text::cut(&self.heading, width), Tone::of(Role::Heading(3)))];
        self.entries.iter().for_each(|entry| entry.push(&mut rows, indent, width));
        rows
    }
}

impl Entry {
    /// Adds what is typed and, beside it or below when that is too long, what it does.
    fn push(&self, rows: &mut Vec<Row>, indent: usize, width: usize) {
        let words = glyphs::sentence(&self.words);
        let mut lines = prose::wrap_sentence(&words, width.saturating_sub(indent).max(1)).into_iter();
        if text::width(&self.typed) + 1 > indent {
            rows.push(Row::new(text::cut(&self.typed, width), Tone::of(Role::Title)));
        } else {
            let first = lines.next().unwrap_or_default();
            let typed = Piece::new(text::pad(&self.typed, indent), Tone::of(Role::Title));
            rows.push(Row { pieces: vec![typed, Piece::new(first, Tone::default())], ..Row::default() });
        }
        rows.extend(lines.map(|line| Row::new(" ".repeat(indent) + &line, Tone::default())));
    }
}

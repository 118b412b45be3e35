//! The areas: which rectangle of the screen is what. One value, computed by one function, for
//! drawing, for paging and for the mouse.
//!
//! ```text
//!  header                          programme, counts
//! ─ list ────────┬─ detail ─────── side by side from 100 columns and 10 rows; from 60 columns one above
//!                │                 the other, or under 15 rows side by side from 80; else, and when
//! ───────────────┴──────────────── zoomed, one at a time
//!  bar                             the filter, or the search in the text
//!  footer                          what just happened, or the keys
//! ```
//!
//! A line stands above each pane and below, and one between two; the list grows with its titles, and takes the width
//! that somebody gave it.

use ratatui::layout::{Margin, Rect};

use crate::app::{App, Pane};

/// From this many columns on the panes stand side by side.
const WIDE: u16 = 100;
/// From this many columns on they stand side by side where the screen is too low for two of them
/// one above the other.
const NARROW: u16 = 80;
/// From this many columns on they stand one above the other.
const STACKED: u16 = 60;
/// Under this many rows they do not stand one above the other.
const TALL: u16 = 15;
/// Under this many rows there is one pane: two frames would leave four rows of text or less.
const LOW: u16 = 10;
/// From this many columns on there is room for a third pane.
const THREE: u16 = 160;
/// Under this size there is only a sentence.
const LEAST: (u16, u16) = (20, 5);
/// Lines longer than this (display cells) are hard to read: the eye loses the next one.
pub(super) const MEASURE: u16 = 88;
/// The fewest columns of a pane beside another one.
const LEAST_PANE: u16 = 24;
/// The columns of a third pane.
const THIRD: (u16, u16) = (40, 50);
/// From so many lines on a list has rows of two lines where they are chosen by the room.
const ROOMY: u16 = 11;
/// The columns of a row of the list beside its title: cursor and sign before it, the mark behind it.
pub(super) const BESIDE_TITLE: u16 = 6;

/// The lines of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edges {
    /// All around.
    Boxed,
    /// Above and below.
    Ruled,
    /// Above.
    Open,
    /// None.
    Bare,
}

/// A pane: its frame and what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneArea {
    /// The whole pane, frame included.
    pub frame: Rect,
    /// Where its content goes.
    pub inner: Rect,
    /// Where it has lines.
    pub edges: Edges,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a property of the screen by itself")]
/// Which rectangle of the screen is what. Parts that are not shown are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScreenLayout {
    /// Programme and counts.
    pub header: Rect,
    /// The list.
    pub list: Option<PaneArea>,
    /// The detail.
    pub detail: Option<PaneArea>,
    /// The third pane.
    pub third: Option<PaneArea>,
    /// The column of the line between list and detail.
    pub divider: Option<Rect>,
    /// The column of the line between detail and third pane.
    pub second_divider: Option<Rect>,
    /// The filter, or the search in the text.
    pub bar: Rect,
    /// The notice, or the keys.
    pub footer: Rect,
    /// Whether a row of the list has two lines.
    pub two_lines: bool,
    /// The fewest and the most columns that the list may have beside the detail.
    pub list_bounds: (u16, u16),
    /// Whether the terminal is large enough for both panes.
    pub can_split: bool,
    /// Whether the terminal is large enough for a third one.
    pub can_have_third: bool,
    /// Whether the terminal is too small for anything but a sentence.
    pub too_small: bool,
}

/// The sizes that the parts of a screen prefer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Rows of the footer.
    pub footer_rows: u16,
    /// Columns of the longest title of the list.
    pub title_columns: u16,
}

impl ScreenLayout {
    /// The areas of a screen.
    pub fn new(screen: Rect, app: &App, wanted: Wanted) -> Self {
        if screen.width < LEAST.0 || screen.height < LEAST.1 {
            return Self { too_small: true, ..Self::default() };
        }
        let footer_rows = wanted.footer_rows.clamp(1, (screen.height - 2).min(screen.height / 2 + 1));
        let (header, rest) = split_rows(screen, 1);
        let (rest, footer) = split_rows(rest, rest.height - footer_rows.min(rest.height - 1));
        let (main, bar) = split_rows(rest, rest.height - 1);
        let split = Split::of(screen);
        let can_have_third = split == Some(Split::Columns) && screen.width >= THREE;
        let areas =
            Self { header, bar, footer, can_split: split.is_some(), can_have_third, ..Self::default() };
        let areas = match split.filter(|_| !app.one_pane()) {
            Some(Split::Columns) => areas.beside(main, app, wanted.title_columns),
            Some(Split::Rows) => {
                let (list, detail) = split_rows(main, main.height * 2 / 5);
                let (list, detail) = (PaneArea::open(list), PaneArea::ruled(detail).read());
                Self { list: Some(list.listed()), detail: Some(detail), ..areas }
            }
            None => {
                let pane = PaneArea::open(main);
                match app.pane() {
                    Pane::List => Self { list: Some(pane.listed()), ..areas },
                    Pane::Detail => Self { detail: Some(pane.read().centred()), ..areas },
                }
            }
        };
        let rows = areas.list.map_or(0, |list| list.inner.height);
        Self { two_lines: app.row_lines().are_two(rows >= ROOMY), ..areas }
    }

    /// The panes side by side.
    fn beside(self, main: Rect, app: &App, title_columns: u16) -> Self {
        let bounds = (LEAST_PANE, main.width - LEAST_PANE - 1);
        let list = match app.panes().list_columns {
            Some(columns) => columns.clamp(bounds.0, bounds.1),
            None => usual_columns(main.width, title_columns),
        };
        let (list, rest) = split_columns(main, list);
        let (divider, rest) = split_columns(rest, 1);
        let areas = Self {
            list: Some(PaneArea::ruled(list).listed()),
            divider: Some(divider),
            list_bounds: bounds,
            ..self
        };
        let third = rest.width.saturating_sub(MEASURE + 3).clamp(THIRD.0, THIRD.1);
        if !(self.can_have_third && app.panes().third.is_some()) || rest.width < LEAST_PANE + 1 + third {
            return Self { detail: Some(PaneArea::ruled(rest).read()), ..areas };
        }
        let (detail, third) = split_columns(rest, rest.width - third - 1);
        let (second, third) = split_columns(third, 1);
        Self {
            detail: Some(PaneArea::ruled(detail).read()),
            second_divider: Some(second),
            third: Some(PaneArea::ruled(third)),
            ..areas
        }
    }

    /// Where the counts lie: all between header and footer.
    pub fn between(screen: Rect) -> PaneArea {
        PaneArea::ruled(screen.inner(Margin::new(0, 1)))
    }

    /// A box above a row, as large as its content asks and there is room, its frame beginning at a column if possible.
    pub(super) fn above(row: Rect, x: u16, columns: u16, rows: u16) -> PaneArea {
        let width = columns.saturating_add(4).min(row.width);
        let height = rows.saturating_add(2).min(row.y);
        let x = x.min(row.right().saturating_sub(width)).max(row.x);
        PaneArea::boxed(Rect { x, y: row.y - height, width, height })
    }

    /// The place of a menu or the help: over the panes, as large as its content asks, centred.
    pub fn layer(screen: Rect, columns: u16, rows: u16) -> PaneArea {
        let room = screen.inner(Margin::new(u16::from(screen.width > 44), 1));
        let width = columns.saturating_add(4).min(room.width);
        let height = rows.saturating_add(2).min(room.height);
        let frame = Rect {
            x: room.x + (room.width - width) / 2,
            y: room.y + (room.height - height) / 2,
            width,
            height,
        };
        PaneArea::boxed(frame)
    }
}

/// The columns of the list where nobody chose: what its titles need, within what looks right beside prose.
fn usual_columns(width: u16, title_columns: u16) -> u16 {
    let (least, most) = match width {
        THREE.. => (48, 72),
        WIDE.. => (width * 2 / 5, (width / 2).min(60)),
        _ => (width * 2 / 5, width * 2 / 5),
    };
    title_columns.saturating_add(BESIDE_TITLE).clamp(least, most.max(least))
}

/// How two panes share the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Split {
    /// Side by side.
    Columns,
    /// One above the other.
    Rows,
}

impl Split {
    /// How two panes share a screen, or `None` where it holds one only.
    fn of(screen: Rect) -> Option<Self> {
        match (screen.width, screen.height) {
            (WIDE.., LOW..) => Some(Self::Columns),
            (STACKED.., TALL..) => Some(Self::Rows),
            (NARROW.., LOW..) => Some(Self::Columns),
            _ => None,
        }
    }
}

impl PaneArea {
    /// Moves it down to the bottom of a screen.
    pub(super) fn at_the_bottom_of(self, screen: Rect) -> Self {
        let moved =
            |area: Rect| Rect { y: area.y + screen.bottom().saturating_sub(self.frame.bottom()), ..area };
        Self { frame: moved(self.frame), inner: moved(self.inner), ..self }
    }

    fn boxed(frame: Rect) -> Self {
        Self { frame, inner: frame.inner(Margin::new(2, 1)), edges: Edges::Boxed }
    }

    fn ruled(frame: Rect) -> Self {
        Self { frame, inner: frame.inner(Margin::new(1, 1)), edges: Edges::Ruled }
    }

    fn open(frame: Rect) -> Self {
        let (_, below) = split_rows(frame, 1);
        Self { frame, inner: below.inner(Margin::new(1, 0)), edges: Edges::Open }
    }

    /// With the mark of the selected row in its first column.
    fn listed(self) -> Self {
        let inner = Rect { x: self.frame.x, width: self.inner.right() - self.frame.x, ..self.inner };
        Self { inner: if self.inner.is_empty() { self.inner } else { inner }, ..self }
    }

    /// With lines that can be read.
    fn read(self) -> Self {
        Self { inner: Rect { width: self.inner.width.min(MEASURE), ..self.inner }, ..self }
    }

    /// With its content in the middle.
    fn centred(self) -> Self {
        let left = (self.frame.width - self.inner.width) / 2;
        Self { inner: Rect { x: self.frame.x + left, ..self.inner }, ..self }
    }
}

fn split_rows(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let below = Rect { y: area.y + rows, height: area.height - rows, ..area };
    (Rect { height: rows, ..area }, below)
}

fn split_columns(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let right = Rect { x: area.x + columns, width: area.width - columns, ..area };
    (Rect { width: columns, ..area }, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::{Panes, RowLines, ThirdPane};
    use crate::model::Catalog;

    fn layout(app: &App, width: u16, height: u16, title_columns: u16) -> ScreenLayout {
        ScreenLayout::new(Rect::new(0, 0, width, height), app, Wanted { footer_rows: 1, title_columns })
    }

    #[test]
    fn two_panes_stand_wherever_there_is_room_for_them() {
        let split = |width, height| Split::of(Rect::new(0, 0, width, height));
        for size in [(220, 14), (100, 10), (120, 35), (80, 10), (99, 14)] {
            assert_eq!(split(size.0, size.1), Some(Split::Columns), "{size:?}");
        }
        for size in [(60, 15), (80, 24), (99, 15)] {
            assert_eq!(split(size.0, size.1), Some(Split::Rows), "{size:?}");
        }
        for size in [(220, 9), (79, 14), (59, 50), (100, 8), (40, 12)] {
            assert_eq!(split(size.0, size.1), None, "{size:?}");
        }
    }

    #[test]
    fn areas_lie_inside_the_screen_and_apart_at_every_size() {
        for (list_columns, third) in
            [(None, None), (Some(7), Some(ThirdPane::Facets)), (Some(900), Some(ThirdPane::Problems))]
        {
            let mut app = App::new(Catalog::default(), "", false);
            app.set_panes(Panes { list_columns, third });
            for (width, height) in (0..220).flat_map(|width| (0..40).map(move |height| (width, height))) {
                let screen = Rect::new(0, 0, width, height);
                let wanted = Wanted { footer_rows: 1 + height % 5, title_columns: width % 90 };
                let areas = ScreenLayout::new(screen, &app, wanted);
                let mut rects = vec![areas.header, areas.bar, areas.footer];
                rects.extend([areas.divider, areas.second_divider].into_iter().flatten());
                let panes = [areas.list, areas.detail, areas.third].into_iter().flatten();
                for pane in panes {
                    rects.push(pane.frame);
                    assert_eq!(pane.frame.union(pane.inner), pane.frame, "{width}x{height}");
                }
                let covered: u32 = rects.iter().map(|rect| rect.area()).sum();
                assert!(rects.iter().all(|&rect| screen.union(rect) == screen), "{width}x{height}");
                assert_eq!(covered, if areas.too_small { 0 } else { screen.area() }, "{width}x{height}");
                let layer = ScreenLayout::layer(screen, 50, 20);
                assert_eq!(screen.union(layer.frame), screen, "{width}x{height}");
                let between = ScreenLayout::between(screen);
                assert_eq!(screen.union(between.frame).union(between.inner), screen, "{width}x{height}");
            }
        }
    }

    #[test]
    fn the_list_grows_with_its_titles_and_takes_the_width_it_is_given() {
        let mut app = App::new(Catalog::default(), "", false);
        let columns = |app: &App, width, titles| layout(app, width, 40, titles).list.unwrap().frame.width;
        assert_eq!([20, 50, 99].map(|titles| columns(&app, 120, titles)), [48, 56, 60]);
        assert_eq!([20, 60, 99].map(|titles| columns(&app, 200, titles)), [48, 66, 72]);
        app.set_panes(Panes { list_columns: Some(70), third: None });
        assert_eq!(columns(&app, 120, 20), 70);
        assert_eq!(columns(&app, 100, 20), 70);
        app.set_panes(Panes { list_columns: Some(200), third: None });
        assert_eq!(columns(&app, 120, 20), 120 - LEAST_PANE - 1, "the detail stays");
    }

    #[test]
    fn prose_is_as_wide_as_can_be_read_and_stands_in_the_middle_when_zoomed() {
        let mut app = App::new(Catalog::default(), "", false);
        assert_eq!(layout(&app, 200, 40, 30).detail.unwrap().inner.width, MEASURE);
        app.update(Action::OtherPane);
        app.fit(crate::app::viewport::Viewport { can_split: true, ..Default::default() });
        app.update(Action::ToggleZoom);
        let zoomed = layout(&app, 200, 40, 30).detail.unwrap();
        assert_eq!((zoomed.inner.x, zoomed.inner.width), (56, MEASURE));
    }

    #[test]
    fn a_third_pane_needs_room_and_rows_have_two_lines_where_there_is_some() {
        let mut app = App::new(Catalog::default(), "", false);
        assert_eq!(layout(&app, 200, 50, 40).third, None, "nobody asked for it");
        app.set_panes(Panes { third: Some(ThirdPane::Facets), ..Panes::default() });
        assert!((160..260).all(|width| layout(&app, width, 50, 40).third.is_some()));
        assert_eq!(layout(&app, 159, 50, 40).third, None);
        let two = |app: &App, width, height| layout(app, width, height, 40).two_lines;
        assert!(two(&app, 120, 35) && two(&app, 120, 18) && two(&app, 40, 16) && two(&app, 80, 40));
        assert!(!two(&app, 120, 14) && !two(&app, 80, 24) && !two(&app, 40, 12));
        app.set_row_lines(RowLines::One);
        assert!(!two(&app, 120, 35));
        app.set_row_lines(RowLines::Two);
        assert!(two(&app, 80, 24));
    }
}

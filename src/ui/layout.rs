//! The areas: which rectangle of the screen is what. One value, computed by one function, for
//! drawing, for paging and for the mouse.
//!
//! ```text
//!  header                      name, source, counts
//! ┌ list ───────┐┌ detail ───┐ side by side from 100 columns and 10 rows; from 60 columns one above
//! │             ││           │ the other, or under 15 rows side by side from 80; else, and when
//! └─────────────┘└───────────┘ zoomed, one at a time
//!  bar                         the filter, or the search in the text
//!  footer                      what just happened, or the keys
//! ```

use ratatui::layout::Rect;

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
/// Under this size there is only a sentence.
const LEAST: (u16, u16) = (20, 5);

/// A pane: its frame and what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneArea {
    /// The whole pane, frame included.
    pub frame: Rect,
    /// Where its content goes.
    pub inner: Rect,
    /// Whether the frame goes all around; else it is only the line at the top.
    pub boxed: bool,
}

/// Which rectangle of the screen is what. Parts that are not shown are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ScreenLayout {
    /// Name, source, counts.
    pub header: Rect,
    /// The list.
    pub list: Option<PaneArea>,
    /// The detail.
    pub detail: Option<PaneArea>,
    /// The filter, or the search in the text.
    pub bar: Rect,
    /// The notice, or the keys.
    pub footer: Rect,
    /// Whether the terminal is large enough for both panes.
    pub can_split: bool,
    /// Whether the terminal is too small for anything but a sentence.
    pub too_small: bool,
}

impl ScreenLayout {
    /// The areas of a screen; `footer_rows` is what the footer would like to have.
    pub fn new(screen: Rect, app: &App, footer_rows: u16) -> Self {
        if screen.width < LEAST.0 || screen.height < LEAST.1 {
            return Self { too_small: true, ..Self::default() };
        }
        let footer_rows = footer_rows.clamp(1, (screen.height - 2).min(screen.height / 2 + 1));
        let (header, rest) = split_rows(screen, 1);
        let (rest, footer) = split_rows(rest, rest.height - footer_rows.min(rest.height - 1));
        let (main, bar) = split_rows(rest, rest.height - 1);
        let split = Split::of(screen);
        let can_split = split.is_some();
        let areas = Self { header, bar, footer, can_split, ..Self::default() };
        let (list, detail) = match split.filter(|_| !app.one_pane()) {
            Some(Split::Columns) => split_columns(main, (main.width * 2 / 5).min(60)),
            Some(Split::Rows) => split_rows(main, main.height * 2 / 5),
            None => {
                let pane = PaneArea::open(main);
                return match app.pane() {
                    Pane::List => Self { list: Some(pane), ..areas },
                    Pane::Detail => Self { detail: Some(pane), ..areas },
                };
            }
        };
        Self { list: Some(PaneArea::boxed(list)), detail: Some(PaneArea::boxed(detail)), ..areas }
    }

    /// Where the counts lie: all between header and footer.
    pub fn between(screen: Rect) -> PaneArea {
        PaneArea::boxed(screen.inner(ratatui::layout::Margin::new(0, 1)))
    }

    /// The place of a menu or the help: over the panes, as large as its content asks, centred.
    pub fn layer(screen: Rect, columns: u16, rows: u16) -> PaneArea {
        let room = screen.inner(ratatui::layout::Margin::new(u16::from(screen.width > 44), 1));
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
        let inner = frame.inner(ratatui::layout::Margin::new(2, 1));
        Self { frame, inner, boxed: true }
    }

    fn open(frame: Rect) -> Self {
        let (_, below) = split_rows(frame, 1);
        let inner = below.inner(ratatui::layout::Margin::new(1, 0));
        Self { frame, inner, boxed: false }
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
    use crate::model::Catalog;

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
        let app = App::new(Catalog::default(), "", false);
        for (width, height) in (0..130).flat_map(|width| (0..40).map(move |height| (width, height))) {
            let screen = Rect::new(0, 0, width, height);
            let areas = ScreenLayout::new(screen, &app, 1 + height % 5);
            let mut rects = vec![areas.header, areas.bar, areas.footer];
            rects.extend(areas.list.iter().chain(&areas.detail).map(|pane| pane.frame));
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

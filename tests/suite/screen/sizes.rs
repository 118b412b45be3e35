//! Every size: nothing panics, and nothing is drawn outside of the screen.

use mentor_tui::app::notice::Notice;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::harness::{LISTING, Stage};

/// Every eighth size up to 60×20; eight starts in a row have them all.
fn small_sizes(start: u16) -> impl Iterator<Item = (u16, u16)> {
    let sizes = (0..=20).flat_map(|height| (0..=60).map(move |width| (width, height)));
    sizes.filter(move |(width, height)| (width + 3 * height) % 8 == start % 8)
}

const STATES: [&str; 12] = [
    "",
    "] j <Enter>",
    "/ plugin",
    "/ xyzzyx <Enter>",
    "<Enter> / plugin <Enter> n n",
    "<Enter> v G",
    "? G",
    ": o <Down>",
    "j o",
    "<Tab> z O G",
    "<Enter> f",
    "Q",
];

/// Draws on cells beyond which there is nothing: a cell outside would panic.
fn at_every_size(stage: &mut Stage, sizes: impl Iterator<Item = (u16, u16)>) {
    for size in sizes {
        stage.resize(size);
        assert_eq!(stage.buffer().area, Rect::new(0, 0, size.0, size.1));
        let at = stage.cursor();
        assert!(at.is_none_or(|at| at.x < size.0 && at.y < size.1), "{at:?} at {size:?}");
    }
}

#[test]
fn no_size_panics() {
    for (start, keys) in (0..).zip(STATES) {
        let mut stage = Stage::new(LISTING, (80, 24));
        stage.press(keys);
        at_every_size(&mut stage, small_sizes(start));
        let large = [(500, 200), (500, 5), (20, 200), (59, 200), (100, 15)];
        at_every_size(&mut stage, large.into_iter().skip(usize::from(start) % 5).step_by(2));
    }
}

#[test]
fn a_long_notice_fits_every_size() {
    let mut stage = Stage::new(LISTING, (80, 24));
    stage.app.notify(Notice::error(format!("Not opened: https://example.org/{}", "path/".repeat(60))));
    at_every_size(&mut stage, small_sizes(0));
}

#[test]
fn a_notice_never_hides_what_was_selected() {
    let mut stage = Stage::new(LISTING, (40, 12));
    stage.press("G");
    stage.app.notify(Notice::error(format!("Not opened: https://example.org/{}", "path/".repeat(60))));
    stage.draw();
    assert!(stage.text().contains("▌ "), "{}", stage.text());
}

#[test]
fn an_empty_listing_fits_every_size() {
    let mut stage = Stage::new("", (80, 24));
    for (start, keys) in (0..).zip(["", "/", "<Esc> <Tab>", "?"]) {
        stage.press(keys);
        at_every_size(&mut stage, small_sizes(start));
    }
    assert_ne!(stage.buffer(), &Buffer::empty(stage.screen));
}

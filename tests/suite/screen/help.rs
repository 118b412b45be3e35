//! The help: the keys of here first, searched, in two columns where there is room.

use mentor_tui::app::keymap::Focus;

use super::harness::{LISTING, SIZES, Stage};

fn row_of(stage: &Stage, words: &str) -> Option<usize> {
    stage.rows().iter().position(|row| row.contains(words))
}

#[test]
fn the_keys_of_here_come_first() {
    for (way, place, first) in [
        ("?", "Help: the list", "shortlist: put the proposal"),
        ("<Enter> ?", "Help: the reader", "back: to the list"),
        ("/ <F1>", "Help: the filter", "complete: the word"),
        ("F ?", "Help: the facets", "require: the value"),
        ("! ?", "Help: the problems", "go there: to the proposal"),
        ("B ?", "Help: the shortlist", "open: the proposal"),
        ("O ?", "Help: a menu", "choose: open the link"),
        ("<Space> <Space> c ?", "Help: the comparison", "next column: whose proposal"),
    ] {
        let mut stage = Stage::new(LISTING, (140, 160));
        stage.press(way);
        assert!(row_of(&stage, place).is_some(), "{way}: {}", stage.text());
        let (here, elsewhere) = (row_of(&stage, first), row_of(&stage, "Elsewhere"));
        assert!(here.is_some() && here < elsewhere, "{way}: {}", stage.text());
    }
}

#[test]
fn there_are_two_columns_where_there_is_room() {
    let beside = |width| {
        let mut stage = Stage::new(LISTING, (width, 60));
        stage.press("?");
        stage.rows().iter().any(|row| {
            row.contains(" Move ")
                && [" Find ", " Read ", " Shortlist ", " Open "].iter().any(|heading| row.contains(heading))
        })
    };
    assert!(beside(140) && !beside(90));
}

#[test]
fn a_slash_searches_it_and_one_escape_each_leads_back() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("? / undo");
        assert_eq!(stage.focus(), Focus::Narrowing, "{size:?}");
        let text = stage.text();
        assert!(text.contains("undo: the last change") || size.0 < 80, "{text}");
        assert!(!text.contains("QR code"), "{text}");
        stage.press("zzzz");
        assert!(stage.text().contains("No match."), "{}", stage.text());
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::Help, "{size:?}");
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::List, "{size:?}");
    }
}

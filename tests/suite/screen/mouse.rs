//! The mouse: what lies under it, and what a click or the wheel does there.

use mentor_tui::app::action::Step;
use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;
use mentor_tui::ui::Target;

use super::harness::{LISTING, SIZES, Stage};

/// The cell where a text stands on the screen.
pub(crate) fn find(stage: &Stage, text: &str) -> (u16, u16) {
    let rows = stage.rows();
    let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains(text)).unwrap_or_else(|| {
        panic!("no {text:?} on\n{}", rows.join("\n"));
    });
    let x = row[..row.find(text).unwrap()].chars().count();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

fn target(stage: &mut Stage, (x, y): (u16, u16)) -> Option<Target> {
    stage.target(x, y)
}

#[test]
fn a_click_selects_the_row_under_it() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        let (x, y) = find(&stage, "A quieter bell");
        stage.click(x, y);
        assert_eq!(stage.selected(), "A quieter bell", "{size:?}");
        let (x, y) = find(&stage, "Almanac");
        stage.click(x, y);
        assert_eq!(stage.selected(), "A quieter bell", "headings are not selected");
    }
}

#[test]
fn a_click_while_filtering_counts_as_a_choice() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.press("/ plugin");
    let (x, y) = find(&stage, "Plugin previews");
    stage.click(x, y).press("s <BS> <Enter> <Esc>");
    assert_eq!(stage.selected(), "Plugin previews in the workshop");
}

#[test]
fn a_click_on_a_link_shows_its_address() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let at = find(&stage, "handbook");
    assert!(matches!(target(&mut stage, at), Some(Target::Link(_))));
    stage.click(at.0, at.1);
    assert_eq!(stage.notice(), "https://example.org/almanac/handbook (Enter or a second click opens it)");
    let at = find(&stage, "example-almanac/clock#41");
    stage.click(at.0, at.1);
    assert!(stage.notice().starts_with("https://github.com/example-almanac/clock/issues/41 ("));
}

#[test]
fn a_click_gives_the_detail_the_focus_and_the_wheel_scrolls_what_is_under_it() {
    let mut stage = Stage::new(LISTING, (80, 24));
    stage.wheel(5, 5, Step::Down);
    assert_eq!((stage.selected(), stage.focus()), ("Deliver letters when the network is away", Focus::List));
    stage.wheel(5, 5, Step::Up).wheel(5, 15, Step::Down);
    assert_eq!((stage.top(), stage.focus()), (3, Focus::List));
    stage.click(5, 15);
    assert_eq!(stage.focus(), Focus::Detail);
}

#[test]
fn a_menu_takes_clicks_and_a_click_beside_it_closes_it() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.press("O");
    let at = find(&stage, "handbook");
    assert!(matches!(target(&mut stage, at), Some(Target::MenuRow(_))));
    assert_eq!(target(&mut stage, (2, 5)), Some(Target::Beside));
    stage.click(2, 5);
    assert_eq!((stage.focus(), stage.selected()), (Focus::List, stage.selected()));
    stage.press("O");
    stage.click(at.0, at.1);
    assert_eq!(stage.effects, [Effect::Open("https://example.org/almanac/handbook".to_owned())]);
    assert_eq!(stage.focus(), Focus::List);
}

#[test]
fn a_click_on_a_count_filters_by_it() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.press("i");
    let at = find(&stage, "Most wanted skills");
    stage.click(at.0, at.1);
    assert_eq!(stage.focus(), Focus::Stats, "a title is no count");
    let at = find(&stage, "typescript");
    stage.click(at.0, at.1);
    assert_eq!((stage.focus(), stage.app.filter().input.text()), (Focus::List, "skill:typescript"));
    assert_eq!(stage.app.list().len(), 2);
}

#[test]
fn the_bar_and_what_lies_outside_are_no_panes() {
    let mut stage = Stage::new(LISTING, (80, 24));
    assert_eq!(target(&mut stage, (5, 22)), Some(Target::Bar));
    assert_eq!(target(&mut stage, (5, 0)), None);
    assert_eq!(target(&mut stage, (500, 500)), None);
    assert_eq!(target(&mut stage, (0, 1)), Some(Target::List), "the frame");
}

#[test]
fn what_to_copy_is_chosen_by_a_click_too() {
    for size in super::harness::SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("y");
        let at = find(&stage, "t  title");
        assert_eq!(target(&mut stage, at), Some(Target::MenuRow(1)), "{size:?}");
        stage.click(at.0, at.1);
        assert_eq!(stage.effects, [Effect::Copy("title", "A plugin system for tide clocks".to_owned())]);
        assert_eq!(stage.focus(), Focus::List);
    }
}

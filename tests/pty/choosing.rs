//! Choosing: a filter is typed, a project taken out with the facets, the rest put in order.

use crate::reading::selected;
use crate::room::Room;
use crate::terminal::Start;

fn filter_exclude_sort(columns: u16, rows: u16) {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).size(columns, rows).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("/a");
    terminal.wait_text("/ a");
    let first = selected(terminal.screen());
    terminal.press("\x1b[B");
    terminal.wait_for("the selection moves while typing", |screen| selected(screen) != first);
    terminal.press("\rF");
    terminal.wait_text("[skills]");
    terminal.press("\talder");
    terminal.wait_text("[projects]");
    terminal.wait_text("> alder");
    terminal.press("\r");
    terminal.wait_text("+ Alderlight");
    terminal.press("\r");
    terminal.wait_text("- Alderlight");
    terminal.wait_text("/ a -project:Alderlight");
    terminal.press("\x1b");
    terminal.wait_for("the list again", |screen| !screen.contents().contains("[projects]"));
    assert!(!terminal.text().contains("A lamp that knows the moon"), "{}", terminal.text());
    terminal.press("s");
    terminal.wait_text("Sort by");
    terminal.press("titl\r");
    terminal.wait_text("· by title");
    terminal.press("S");
    terminal.wait_text("sorted by title, reversed");
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    ended.assert_given_back();
}

#[test]
fn a_list_is_filtered_and_sorted_on_a_wide_terminal() {
    filter_exclude_sort(120, 35);
}

#[test]
fn a_list_is_filtered_and_sorted_on_a_usual_terminal() {
    filter_exclude_sort(80, 24);
}

#[test]
fn a_list_is_filtered_and_sorted_on_a_narrow_terminal() {
    filter_exclude_sort(40, 12);
}

//! Pointing and pasting: what comes from the mouse and from the clipboard.

use vt100::Screen;

use crate::reading::selected;
use crate::room::Room;
use crate::terminal::{Start, Terminal};

fn started(room: &Room, columns: u16, rows: u16) -> Terminal {
    let mut terminal = Start::program(room, &["ideas.md"]).size(columns, rows).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// Where a text stands: column and row, counted from 1 as the mouse counts.
#[track_caller]
pub(crate) fn place(screen: &Screen, text: &str) -> (usize, usize) {
    let rows: Vec<String> = screen.rows(0, screen.size().1.get()).collect();
    let row = rows.iter().position(|row| row.contains(text)).unwrap();
    let before = rows[row].find(text).unwrap();
    (rows[row][..before].chars().count() + 1, row + 1)
}

#[test]
fn a_click_selects_the_row_under_it() {
    let room = Room::new();
    let mut terminal = started(&room, 120, 35);
    let (column, row) = place(terminal.screen(), "A quieter queue");
    terminal.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    terminal.wait_for("the row is selected", |screen| selected(screen).contains("A quieter queue"));
    terminal.wait_text("Kwabena Lindqvist");
    terminal.press("q");
    terminal.end().assert_given_back();
}

/// Some terminals count from 0, or say so while the pointer is above the window.
#[test]
fn a_mouse_that_is_nowhere_does_nothing() {
    let room = Room::new();
    let mut terminal = started(&room, 120, 35);
    terminal.press("\x1b[<0;0;0M\x1b[<0;0;0m\x1b[<35;0;7M\x1b[<64;9;0M");
    terminal.press("j");
    terminal.wait_for("the next one is selected", |screen| !selected(screen).contains("A lamp that knows"));
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn the_wheel_moves_the_pane_under_it() {
    let room = Room::new();
    let mut terminal = started(&room, 120, 16);
    terminal.wait_text("Skills  ");
    // Over the detail: the text moves, the selection stays.
    terminal.press("\x1b[<65;100;8M");
    terminal.wait_for("the text moved", |screen| !screen.contents().contains("Skills  "));
    assert!(selected(terminal.screen()).contains("A lamp that knows the moon"));
    terminal.press("\x1b[<64;100;8M");
    terminal.wait_text("Skills  ");
    // Over the list: the selection moves, by as many rows.
    terminal.press("\x1b[<65;10;8M");
    terminal.wait_for("the selection moved", |screen| selected(screen).contains("A legend for the legend"));
    terminal.press("\x1b[<64;10;8M");
    terminal.wait_for("and back", |screen| selected(screen).contains("A lamp that knows the moon"));
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn a_paste_is_text_and_never_a_key() {
    let room = Room::new();
    let mut terminal = started(&room, 120, 35);
    // On the list there is nothing to paste into. The search prompt proves that it was heard first.
    terminal.press("\x1b[200~q\nq\x1b[201~/");
    terminal.wait_for("an empty filter", |screen| {
        screen.rows(0, 120).any(|row| row.trim() == "/") && screen.contents().contains("Proposals 6")
    });
    terminal.press("\x1b[200~quieter\nqueue\x1b[201~");
    terminal.wait_text("/ quieter queue");
    terminal.wait_text("A quieter queue");
    terminal.press("\x03");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    ended.assert_given_back();
}

//! Drawing: colours as asked for, frames whole.

use crate::room::Room;
use crate::terminal::{Ended, Start};

/// Looks at everything that has a style: the panes, hits of the filter, a search, the help.
fn look_around(room: &Room, arguments: &[&str]) -> Ended {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("A lamp that knows the moon");
    assert_selected_stands_out(terminal.screen());
    terminal.press("/lichen\r\r");
    terminal.wait_text("Proposals 1 of 6");
    terminal.press("/sensor\r");
    terminal.wait_text("search sensor");
    terminal.press("\x1b");
    terminal.wait_for("the search is dropped", |screen| !screen.contents().contains("search sensor"));
    terminal.press("?");
    terminal.wait_text("half a screenful");
    terminal.press("qo");
    terminal.wait_text("Sent address to the terminal's clipboard");
    terminal.press("q");
    terminal.end()
}

#[track_caller]
fn assert_selected_stands_out(screen: &vt100::Screen) {
    let row = crate::reading::selected(screen);
    assert!(row.contains("A lamp that knows the moon"), "{row}");
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    let mut inverse =
        cells.filter_map(|(row, column)| screen.cell(row, column)).filter(|cell| cell.inverse());
    assert!(inverse.all(vt100::Cell::bold));
}

#[test]
fn without_colour_there_is_none_and_the_selection_stands_out() {
    let plain = Room::new().set("NO_COLOR", "1");
    assert_eq!(look_around(&plain, &["ideas.md"]).record.colours(), [""; 0]);
    let never = Room::new();
    assert_eq!(look_around(&never, &["--color", "never", "ideas.md"]).record.colours(), [""; 0]);
}

/// The sixteen are the user's own; every other colour is somebody else's idea of their background.
#[test]
fn colours_are_of_the_sixteen() {
    let ended = look_around(&Room::new().set("COLORTERM", "truecolor"), &["ideas.md"]);
    let colours = ended.record.colours();
    assert!(!colours.is_empty());
    for colour in colours {
        let indexed = colour.strip_prefix("38;5;").or_else(|| colour.strip_prefix("48;5;"));
        let of_sixteen =
            indexed.map_or(!colour.contains(';'), |index| index.parse().is_ok_and(|index: u8| index < 16));
        assert!(of_sixteen, "{colour}");
    }
}

#[test]
fn every_frame_is_one_update() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("/lichen\r\r");
    terminal.wait_text("Proposals 1 of 6");
    terminal.resize(80, 24);
    terminal
        .wait_for("the new size", |screen| screen.rows(0, 80).nth(21).is_some_and(|row| row.ends_with('─')));
    terminal.press("?");
    terminal.wait_text("half a screenful");
    terminal.press("\x03");
    let ended = terminal.end();
    assert!(ended.record.frames() >= 4);
    assert_eq!(ended.record.outside_frames(), [""; 0]);
    ended.assert_given_back();
}

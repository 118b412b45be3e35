//! Reading: from the start to the last line of a proposal, at every layout and through a pipe.

use vt100::Screen;

use crate::opening::NOISY;
use crate::room::Room;
use crate::terminal::Start;

/// The last word of the proposal that is longer than every screen here.
const LAST_WORD: &str = "gratitude";

/// A proposal is found by typing, read to its end, its issue opened, and left; nothing stays on.
fn find_read_leave(columns: u16, rows: u16, both_panes: bool) {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", NOISY);
    let mut terminal = Start::program(&room, &["ideas.md"]).size(columns, rows).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.wait_text("Proposals 6");
    let detail = terminal.text().contains("Odile Marchetti");
    assert_eq!(detail, both_panes, "{}", terminal.text());

    terminal.press("/lichen");
    terminal.wait_text("Proposals 1 of 6");
    terminal.wait_text("Lichen on the sensor");
    assert!(!terminal.text().contains("A lamp that knows the moon"));
    terminal.press("\r\r");
    terminal.wait_text("Odile Marchetti");
    assert!(!terminal.text().contains(LAST_WORD), "it should not fit:\n{}", terminal.text());
    terminal.press("G");
    terminal.wait_text(LAST_WORD);
    terminal.wait_text("100%");

    terminal.press("o");
    terminal.wait_wrapped("opened with xdg-open: https://example.org/alderlight/issues/31");
    terminal.wait_until("the browser ran", || !room.read("opened").is_empty());
    // The notice may have taken rows; the next key takes it away.
    terminal.press("G");
    terminal.wait_text(LAST_WORD);
    assert!(!terminal.text().contains("NOISE"), "{}", terminal.text());

    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    assert_eq!(room.read("opened"), "https://example.org/alderlight/issues/31;");
    ended.assert_given_back();
}

#[test]
fn a_proposal_is_read_on_a_wide_terminal() {
    find_read_leave(120, 35, true);
}

#[test]
fn a_proposal_is_read_on_a_narrow_terminal() {
    find_read_leave(40, 12, false);
}

#[test]
fn a_piped_listing_leaves_the_keys_to_the_terminal() {
    let room = Room::new().program("cat");
    let mut terminal = Start::shell(&room, &["-c", "cat ideas.md | \"$PROGRAM\" -"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.wait_text("standard input");
    terminal.press("G");
    terminal.wait_for("the last proposal", |screen| selected(screen).contains("The tractor's diary"));
    terminal.quit();
}

/// After each change of size the screen is the one that a fresh start at that size shows.
#[test]
fn each_size_is_drawn_as_if_it_had_always_been() {
    let room = Room::new();
    let start = |columns, rows| Start::program(&room, &["ideas.md"]).size(columns, rows).go();
    // A space that was written looks like a cell that never was.
    let shown = |screen: &Screen| {
        let text = screen.contents();
        (text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"), screen.cursor_position())
    };
    let mut terminal = start(120, 35);
    terminal.wait_text("A lamp that knows the moon");
    for (columns, rows, text) in [
        (60, 20, "A lamp that knows the moon"),
        (30, 8, "A lamp that knows the m"),
        (10, 3, "20×5"),
        (120, 35, "A lamp that knows the moon"),
    ] {
        let mut fresh = start(columns, rows);
        fresh.wait_text(text);
        let expected = shown(fresh.screen());
        fresh.press("q");
        fresh.end().assert_given_back();
        terminal.resize(columns, rows);
        terminal.wait_for(&format!("the screen of {columns}x{rows}:\n{}", expected.0), |screen| {
            shown(screen) == expected
        });
    }
    terminal.press("q");
    terminal.end().assert_given_back();
}

/// The row that is drawn as selected: its text.
pub(crate) fn selected(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    // Without colour the title of a pane is inverse, too; it stands on a line.
    let is_line = |row| screen.cell(row, 0).is_some_and(|cell| matches!(cell.contents(), "─" | "-"));
    let row = (0..rows.get()).filter(|&row| !is_line(row)).find(|&row| {
        (0..columns.get()).any(|column| screen.cell(row, column).is_some_and(vt100::Cell::inverse))
    });
    row.and_then(|row| screen.rows(0, columns.get()).nth(row.into())).unwrap_or_default()
}

//! Opening: an address is handed to the desktop, or shown and sent to the clipboard; the screen is
//! not touched either way.

use std::fs::OpenOptions;
use std::path::PathBuf;

use crate::pointing::place;
use crate::room::Room;
use crate::terminal::{Start, Terminal, squeeze};

const ADDRESS: &str = "https://example.org/alderlight/issues/12";
/// The address in the escape that sends it to the clipboard.
const ESCAPED: &str = "52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9hbGRlcmxpZ2h0L2lzc3Vlcy8xMg==";

/// A browser that is as noisy as it can be.
pub(crate) const NOISY: &str = "echo NOISE; echo NOISE >&2
{ echo NOISE > /dev/tty; } 2> /dev/null
printf '%s;' \"$@\" >> opened";

fn started(room: &Room, columns: u16, rows: u16) -> Terminal {
    let mut terminal = Start::program(room, &["ideas.md"]).size(columns, rows).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// The cells above the bar, with their colours: the panes and the header.
fn panes(terminal: &Terminal) -> Vec<String> {
    let (rows, columns) = terminal.screen().size();
    terminal.screen().rows_formatted(0, columns.get()).take(usize::from(rows.get()) - 2).collect()
}

#[test]
fn the_browser_gets_the_address_once_and_the_screen_nothing() {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", NOISY);
    let mut terminal = started(&room, 120, 35);
    let before = panes(&terminal);
    terminal.press("o");
    terminal.wait_text("opened with xdg-open");
    terminal.wait_until("the browser ran", || !room.read("opened").is_empty());
    assert_eq!(panes(&terminal), before);
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    assert_eq!(room.read("opened"), format!("{ADDRESS};"));
    assert_eq!(ended.record.commands(), [""; 0], "nothing goes to the clipboard");
    assert!(!ended.screen.contents().contains("NOISE"));
    ended.assert_given_back();
}

#[test]
fn of_several_issues_the_chosen_one_is_opened() {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", NOISY);
    let mut terminal = started(&room, 120, 35);
    terminal.press("]");
    terminal.wait_text("Paths that remember rain");
    terminal.press("o");
    terminal.wait_text("Upstream issues");
    terminal.press("\x1b[B\r");
    terminal.wait_text("opened with xdg-open");
    terminal.wait_until("the browser ran", || !room.read("opened").is_empty());
    terminal.press("q");
    terminal.end().assert_given_back();
    assert_eq!(room.read("opened"), "https://example.org/cobblemap/issues/4;");
}

/// Lets go of a browser that waits for somebody to write to this FIFO.
pub(crate) struct Release(pub(crate) PathBuf);

impl Drop for Release {
    fn drop(&mut self) {
        // For reading too, so that it blocks nobody where the browser never came.
        let _ = OpenOptions::new().read(true).write(true).open(&self.0);
    }
}

#[test]
fn a_browser_that_hangs_blocks_no_key() {
    let room = Room::new()
        .set("DISPLAY", ":0")
        .script("xdg-open", "printf '%s;' \"$@\" >> opened\nread line < never\necho done >> opened");
    let made = std::process::Command::new("mkfifo").arg(room.path("never")).status();
    assert!(made.unwrap().success());
    let release = Release(room.path("never"));
    let mut terminal = started(&room, 120, 35);
    terminal.press("o");
    // The answer has not come and cannot come for a while; keys are heard before and after it.
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    terminal.wait_text("opened with xdg-open");
    terminal.wait_until("the browser hangs", || room.read("opened") == format!("{ADDRESS};"));
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0, "a browser keeps nobody from leaving");
    ended.assert_given_back();
    drop(release);
}

/// Where no browser can be, the address is shown whole and sent to the clipboard.
#[track_caller]
fn shown_and_sent(room: &Room, reason: &str) {
    for (columns, rows) in [(120, 35), (40, 12)] {
        let mut terminal = started(room, columns, rows);
        terminal.press("o");
        terminal
            .wait_wrapped(&format!("{reason}. Sent address to the terminal's clipboard (OSC 52): {ADDRESS}"));
        terminal.press("q");
        let ended = terminal.end();
        assert_eq!(ended.record.commands(), [ESCAPED]);
        ended.assert_given_back();
    }
    assert_eq!(room.read("opened"), "", "no browser ran");
}

#[test]
fn without_a_browser_the_address_is_shown_and_sent() {
    let room = Room::new().set("DISPLAY", ":0");
    if cfg!(target_os = "linux") {
        shown_and_sent(&room, "No browser (neither xdg-open nor another launcher is installed)");
    }
}

#[test]
fn over_ssh_the_address_is_shown_and_sent() {
    let room = Room::new().set("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");
    shown_and_sent(&room.script("xdg-open", NOISY), "No browser (SSH session)");
}

#[test]
fn without_a_display_the_address_is_shown_and_sent() {
    if cfg!(target_os = "linux") {
        shown_and_sent(&Room::new().script("xdg-open", NOISY), "No browser (no display)");
    }
}

#[test]
fn a_browser_that_fails_is_no_success() {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", "exit 3");
    shown_and_sent(&room, "Not opened: xdg-open could not open it");
}

#[test]
fn what_is_no_web_address_reaches_no_browser() {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", NOISY);
    let mut terminal = started(&room, 120, 35);
    terminal.press("/legend\r");
    terminal.wait_text("Proposals 1 of 6");
    terminal.press("o");
    terminal.wait_text("No upstream issue.");
    // The link in its text is on the menu of links, and refused.
    terminal.press("O");
    terminal.wait_text("Links");
    terminal.press("/javascript\r");
    terminal.wait_wrapped("Not opened: it is no http or https address: javascript:alert(1)");
    assert!(!squeeze(&terminal.text()).contains("OSC52"));
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.record.commands(), [""; 0]);
    assert_eq!(room.read("opened"), "");
    ended.assert_given_back();
}

#[test]
fn a_browser_of_ones_own_is_named_and_as_silent() {
    let room = Room::new().set("BROWSER", "no-such-browser:stub --new-tab %s").script("stub", NOISY);
    // Without it a program that is started has the terminal of who started it.
    let room = room.program("setsid");
    let mut terminal = started(&room, 120, 35);
    let before = panes(&terminal);
    terminal.press("o");
    terminal.wait_text("opened with stub");
    terminal.wait_until("the browser ran", || !room.read("opened").is_empty());
    assert_eq!(panes(&terminal), before);
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(room.read("opened"), format!("--new-tab;{ADDRESS};"));
    assert!(!ended.screen.contents().contains("NOISE"));
    ended.assert_given_back();
}

#[test]
fn a_browser_that_is_missing_is_a_sentence() {
    let room = Room::new().set("DISPLAY", ":0").set("BROWSER", "no-such-browser").script("xdg-open", NOISY);
    shown_and_sent(&room, "Not opened: BROWSER names no-such-browser, which is not there");
}

#[test]
fn a_hint_is_followed_and_a_click_asks_first() {
    let room = Room::new().set("DISPLAY", ":0").script("xdg-open", NOISY);
    let mut terminal = started(&room, 120, 35);
    terminal.press("f");
    terminal.wait_text("type the letters beside a link");
    terminal.press("f");
    terminal.wait_text("opened with xdg-open");
    terminal.wait_until("the browser ran", || room.read("opened") == format!("{ADDRESS};"));
    let (column, row) = place(terminal.screen(), "example.org/alderlight");
    let click = format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m");
    terminal.press(&click);
    terminal.wait_text("(Enter or a second click opens it)");
    assert_eq!(room.read("opened"), format!("{ADDRESS};"));
    terminal.press("\r");
    terminal.wait_until("the browser ran again", || room.read("opened") == format!("{ADDRESS};{ADDRESS};"));
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn where_no_browser_is_a_code_shows_the_address() {
    let room = Room::new().set("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22");
    let mut terminal = started(&room, 120, 35);
    terminal.press("o");
    terminal.wait_text("(Q: QR code)");
    terminal.press("Q");
    terminal.wait_text("▀▄");
    terminal.wait_text(ADDRESS);
    terminal.press("\x1b");
    terminal.wait_for("the code is gone", |screen| !screen.contents().contains("▀▄"));
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn the_menu_sends_an_address_to_the_clipboard() {
    let room = Room::new();
    let mut terminal = started(&room, 120, 35);
    terminal.press("O");
    terminal.wait_text("y copy");
    terminal.press("y");
    terminal.wait_text("Sent address to the terminal's clipboard (OSC 52)");
    terminal.press("\x03");
    let ended = terminal.end();
    assert_eq!(ended.record.commands(), [ESCAPED]);
    ended.assert_given_back();
}

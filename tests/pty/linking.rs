//! Linking: the links of the page are links of the terminal (OSC 8), where it takes them, and open
//! nothing else.

use crate::room::Room;
use crate::terminal::{Start, Terminal};

fn started(room: &Room, arguments: &[&str], text: &str) -> Terminal {
    let mut terminal = Start::program(room, &[&["ideas.md"], arguments].concat()).go();
    terminal.wait_text(text);
    terminal
}

/// The links that were sent, without their numbers; what closes one has no address.
fn links(terminal: &Terminal) -> Vec<String> {
    let record = terminal.record();
    record.links().into_iter().map(|link| link.split_once(';').unwrap().1.to_owned()).collect()
}

#[test]
fn links_of_the_page_are_opened_and_closed_once() {
    let room = Room::new();
    let mut terminal = started(&room, &[], "alderlight/issues/12");
    assert_eq!(links(&terminal), ["https://example.org/alderlight/issues/12", ""]);
    // Its number among what the page leads to: two skills and a mentor stand before it.
    assert_eq!(terminal.record().links()[0], "id=3;https://example.org/alderlight/issues/12");
    // Only the links that come into view are written.
    terminal.press("j");
    terminal.wait_text("alderlight/issues/31");
    assert_eq!(links(&terminal)[2..], ["https://example.org/alderlight/issues/31", ""]);
    terminal.quit();
}

#[test]
fn an_address_that_is_not_opened_is_no_link_either() {
    let room = Room::new();
    let mut terminal = started(&room, &["--filter", "legend"], "old form");
    assert_eq!(links(&terminal), [""; 0]);
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn terminals_that_cannot_take_links_get_none() {
    for (term, arguments, expected) in [
        ("linux", &[][..], 0),
        ("linux", &["--hyperlinks", "always"], 2),
        ("xterm-256color", &["--hyperlinks", "never"], 0),
    ] {
        let room = Room::new().set("TERM", term);
        let mut terminal = started(&room, arguments, "alderlight/issues/12");
        assert_eq!(links(&terminal).len(), expected, "{term} {arguments:?}");
        terminal.press("q");
        terminal.end().assert_given_back();
    }
}

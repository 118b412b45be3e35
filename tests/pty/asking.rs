//! Asking about upstream issues from the screen: nothing before the key, then the page and the last row tell it.

use crate::room::Room;
use crate::support::server::{Server, answer};
use crate::terminal::Start;

const LISTING: &str = "\
# LFX Mentorship 2026 Term 3

## Harbour

### Mend the net

- Description: The net has holes.
- Upstream Issue: https://github.com/example/net/issues/7
";

const ISSUE: &str = r#"{"html_url":"https://github.com/example/net/issues/7","title":"Holes","state":"open",
    "assignees":[],"comments":12,"updated_at":"2020-02-03T04:05:06Z"}"#;

#[test]
fn a_site_is_asked_when_the_key_asks_and_not_before() {
    let server = Server::new(|request| {
        let body = if request.path.contains("/timeline") { "[]" } else { ISSUE };
        answer("200 OK", &[], body.as_bytes())
    });
    let room = Room::new().set("GITHUB_API_URL", &server.at("")).set("GITHUB_TOKEN", "s3cret");
    std::fs::write(room.path("ideas.md"), LISTING).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_text("The net has holes.");
    // Reading, its links and the help ask nobody.
    for (key, text) in [("\r", "Esc back"), ("O", "Links"), ("\x1b", "Esc back"), ("?", "Help: the reader")] {
        terminal.press(key);
        terminal.wait_text(text);
    }
    terminal.press("\x1b");
    terminal.wait_text("Esc back");
    assert!(server.requests().is_empty(), "{:?}", server.requests());

    terminal.press("U");
    terminal.wait_text("Issue now     open · nobody assigned · no linked pull request · 12");
    terminal.wait_text("Etiquette     Comment on the issue; do not write to mentors.");
    terminal.wait_text("Issue: open · nobody assigned · no linked pull request · 12 comments · active ");
    assert!(!terminal.text().contains("s3cret"));
    assert_eq!(server.requests().len(), 2);
    drop(server);
    terminal.press("U");
    terminal.wait_text("127.0.0.1 cannot be reached");
    terminal.wait_text("asked just now");
    terminal.press("q");
    terminal.end().assert_given_back();
}

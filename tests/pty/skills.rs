//! My skills on the screen: kept from one run to the next, and overridden by the option.

use crate::room::Room;
use crate::terminal::Start;

const LISTING: &str = "\
# LFX Mentorship 2026 Term 3

## Harbour

### Mend the net

- Description: The net has holes.
- Recommended Skills: Go, eBPF
";

#[test]
fn skills_that_were_set_are_there_the_next_time() {
    let room = Room::new();
    std::fs::write(room.path("ideas.md"), LISTING).unwrap();
    let mut terminal = Start::program(&room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_text("The net has holes.");
    terminal.press(":");
    terminal.wait_text("Commands");
    terminal.press("my skills\r");
    terminal.wait_text("My skills");
    terminal.press("ebp\tGolang\r");
    terminal.wait_text("Your skills: ebpf, go.");
    terminal.wait_text("fits you: 2 of 2 skills");
    terminal.press("q");
    terminal.end().assert_given_back();

    let mut terminal = Start::program(&room, &["ideas.md"]).size(120, 35).go();
    terminal.wait_text("fits you: 2 of 2 skills");
    terminal.press("q");
    terminal.end().assert_given_back();

    let mut terminal = Start::program(&room, &["--skills", "rust", "ideas.md"]).size(120, 35).go();
    terminal.wait_text("2 missing: you have 0 of 2 skills");
    terminal.press("q");
    terminal.end().assert_given_back();
}

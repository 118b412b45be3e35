//! Copying: what goes to the clipboard, and by which way, is exact; "copied" is said only where
//! somebody answered.

use mentor_tui::model::SafeText;

use crate::room::Room;
use crate::terminal::{Start, Terminal};

const UPSTREAM: &str = "https://example.org/alderlight/issues/12";

/// A clipboard program, or tmux: keeps what it is fed, and how it was called, and is noisy.
const CLIPBOARD: &str = "echo NOISE; echo NOISE >&2
{ echo NOISE > /dev/tty; } 2> /dev/null
printf '%s;' \"${0##*/}\" \"$@\" > called
while IFS= read -r line || [ -n \"$line\" ]; do printf '%s\\n' \"$line\"; done > fed.part
PATH=/bin:/usr/bin mv fed.part fed";

fn started(room: &Room, arguments: &[&str]) -> Terminal {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// Presses `y` and the key of a choice.
fn copy(terminal: &mut Terminal, key: &str) {
    terminal.press("y");
    terminal.wait_text("the command line that shows this very view");
    terminal.press(key);
}

/// The text that a command asks the terminal to put on its clipboard.
fn decoded(command: &str) -> String {
    let base64 = command.strip_prefix("52;c;").unwrap();
    let digit = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => 0,
    };
    let mut bytes = Vec::new();
    for four in base64.as_bytes().chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, &letter| bits << 6 | u32::from(digit(letter)));
        let padding = four.iter().rev().take_while(|&&letter| letter == b'=').count();
        bytes.extend_from_slice(&bits.to_be_bytes()[1..4 - padding]);
    }
    String::from_utf8(bytes).unwrap()
}

/// The clipboard commands that the terminal gets after `y` and these keys, over SSH, where no program is run.
#[track_caller]
fn sent(keys: &[&str], said: &str) -> Vec<String> {
    let room = Room::new()
        .set("SSH_TTY", "/dev/pts/9")
        .set("WAYLAND_DISPLAY", "wayland-0")
        .script("wl-copy", CLIPBOARD);
    let mut terminal = started(&room, &["ideas.md"]);
    for key in keys {
        copy(&mut terminal, key);
        terminal.wait_wrapped(said);
    }
    terminal.press("q");
    let ended = terminal.end();
    ended.assert_given_back();
    assert_eq!(room.read("called"), "", "over SSH the clipboard of this machine is the wrong one");
    assert!(!ended.screen.contents().contains("copied"));
    ended.record.commands().into_iter().map(decoded).collect()
}

#[test]
fn over_ssh_the_terminal_gets_it_and_the_word_is_sent() {
    assert_eq!(
        sent(&["y"], &format!("Sent upstream address to the terminal's clipboard (OSC 52): {UPSTREAM}")),
        [UPSTREAM]
    );
    let title = "A lamp that knows the moon";
    assert_eq!(sent(&["t"], &format!("Sent title to the terminal's clipboard (OSC 52): {title}")), [title]);
}

#[test]
fn the_section_the_object_and_the_text_are_what_the_command_line_has() {
    let listing = include_str!("listing.md");
    let sent = sent(&["m", "j", "p"], "to the terminal's clipboard (OSC 52)");
    let [section, json, text] = sent.as_slice() else { panic!("{sent:?}") };
    assert!(
        section.starts_with("#### A lamp that knows the moon\n") && listing.contains(section),
        "{section}"
    );
    let room = Room::new();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(crate::room::PROGRAM);
        let output = command.args(arguments).current_dir(room.directory()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let list = run(&["list", "--format", "json", "ideas.md"]);
    assert!(list.contains(&format!("[{json},")) && json.ends_with('}'), "{json}");
    assert!(text.starts_with("A lamp that knows the moon\n") && text.contains(UPSTREAM), "{text}");
}

#[test]
fn the_command_line_shows_the_same_view_again() {
    let room = Room::new().set("SSH_TTY", "/dev/pts/9");
    let mut terminal = started(&room, &["ideas.md"]);
    terminal.press("/\"lamp that\"\r");
    terminal.wait_text("Proposals 1 of 6");
    copy(&mut terminal, "c");
    terminal.wait_text("Sent command line");
    terminal.press("\x1b");
    terminal.wait_text("Proposals 6");
    terminal.press("\r");
    copy(&mut terminal, "c");
    terminal.wait_text("mentor-tui show");
    terminal.press("q");
    let ended = terminal.end();
    let lines: Vec<_> = ended.record.commands().into_iter().map(decoded).collect();
    let path = room.path("ideas.md").display().to_string();
    let expected = [
        format!("mentor-tui {path} --filter '\"lamp that\"'"),
        format!("mentor-tui show {path} alderlight-a-lamp-that-knows-the-moon"),
    ];
    assert_eq!(lines, expected);
    // A shell understands it, and the program finds the proposal.
    let output = std::process::Command::new("/bin/sh")
        .args(["-c", &lines[1].replace("mentor-tui", crate::room::PROGRAM)])
        .output()
        .unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("A lamp that knows the moon\n"));
}

#[test]
fn a_program_of_this_machine_has_it_and_the_word_is_copied() {
    let room = Room::new().set("WAYLAND_DISPLAY", "wayland-0").script("wl-copy", CLIPBOARD);
    let mut terminal = started(&room, &["ideas.md"]);
    copy(&mut terminal, "y");
    terminal.wait_wrapped(&format!("Copied upstream address (wl-copy): {UPSTREAM}"));
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(room.read("fed"), format!("{UPSTREAM}\n"), "its end is no line end; the script adds it");
    assert_eq!(room.read("called"), "wl-copy;--type;text/plain;");
    assert_eq!(ended.record.commands(), [""; 0]);
    assert!(!ended.screen.contents().contains("NOISE"));
    ended.assert_given_back();
}

#[test]
fn a_program_that_fails_leaves_it_to_the_terminal() {
    let room = Room::new().set("DISPLAY", ":0").script("xclip", "exit 1").script("xsel", "exit 1");
    let mut terminal = started(&room, &["ideas.md"]);
    copy(&mut terminal, "t");
    terminal.wait_text("Sent title to the terminal's clipboard (OSC 52)");
    terminal.press("q");
    assert_eq!(terminal.end().record.commands().len(), 1);
}

#[test]
fn a_program_that_hangs_blocks_no_key() {
    let room = Room::new().set("DISPLAY", ":0").script("xclip", "read line < never");
    let made = std::process::Command::new("mkfifo").arg(room.path("never")).status();
    assert!(made.unwrap().success());
    let release = crate::opening::Release(room.path("never"));
    let mut terminal = started(&room, &["ideas.md"]);
    copy(&mut terminal, "t");
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    terminal.wait_text("Sent title to the terminal's clipboard (OSC 52)");
    terminal.press("q");
    terminal.end().assert_given_back();
    drop(release);
}

#[test]
fn tmux_takes_it_and_sends_it_on() {
    let room =
        Room::new().set("TMUX", "/tmp/tmux,1,0").set("TERM", "tmux-256color").script("tmux", CLIPBOARD);
    let mut terminal = started(&room, &["ideas.md"]);
    copy(&mut terminal, "y");
    terminal.wait_wrapped(&format!("Copied upstream address (via tmux): {UPSTREAM}"));
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(room.read("called"), "tmux;load-buffer;-w;-;");
    assert_eq!(room.read("fed"), format!("{UPSTREAM}\n"));
    assert_eq!(ended.record.commands(), [""; 0]);
    ended.assert_given_back();
}

/// An old tmux, and screen, pass the escape on.
#[test]
fn past_those_who_stand_between_the_escape_arrives() {
    let old = Room::new().set("TMUX", "/tmp/tmux,1,0").script("tmux", "exit 1");
    let screen = Room::new().set("STY", "1.pts-1");
    for (room, expected) in [(old, "\x1bPtmux;\x1b\x1b]52;c;"), (screen, "\x1bP\x1b]52;c;")] {
        let mut terminal = started(&room, &["ideas.md"]);
        copy(&mut terminal, "t");
        terminal.wait_text("Sent title to the terminal's clipboard (OSC 52)");
        assert!(terminal.wrote(expected), "{expected:?}");
        terminal.press("q");
        terminal.end();
    }
}

/// Commands for the terminal, tmux or a shell in a listing are copied as text.
#[test]
fn a_hostile_listing_is_copied_and_obeyed_by_nobody() {
    let title = "Pay \x1b]52;c;ZXZpbA==\x07 $(touch ran) `touch ran` '; touch ran; \u{202e}x";
    let text =
        format!("# A\n\n### {title}\n- Description: \x1b[2J\x1b\\ \u{9b}31m \x1bPtmux;x\n- Skills: Go\n");
    let room = Room::new().set("SSH_TTY", "/dev/pts/9");
    std::fs::write(room.path("$(touch ran) '.md"), &text).unwrap();
    let mut terminal = Start::program(&room, &["$(touch ran) '.md"]).go();
    terminal.wait_text("Pay");
    for key in ["m", "t", "j", "p", "c"] {
        copy(&mut terminal, key);
        terminal.wait_text("to the terminal's clipboard (OSC 52)");
    }
    terminal.press("\r");
    copy(&mut terminal, "c");
    terminal.wait_text("mentor-tui show");
    terminal.press("q");
    let ended = terminal.end();
    let copied: Vec<_> = ended.record.commands().into_iter().map(decoded).collect();
    assert_eq!(copied.len(), 6, "{copied:?}");
    let mut section = SafeText::default();
    section.lines(text.split_once("\n\n").unwrap().1);
    assert_eq!(copied[0].trim_end(), section.as_str().trim_end(), "the Markdown, without what is obeyed");
    for copied in &copied {
        assert!(!copied.contains(|letter: char| letter.is_control() && letter != '\n'), "{copied:?}");
    }
    let output = std::process::Command::new("/bin/sh")
        .args(["-c", &copied[5].replace("mentor-tui", crate::room::PROGRAM)])
        .current_dir(room.directory())
        .output()
        .unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Pay"));
    assert!(!room.path("ran").exists());
    ended.assert_given_back();
}

#[test]
fn what_is_not_there_or_too_long_is_a_sentence() {
    let room = Room::new().set("SSH_TTY", "/dev/pts/9");
    let long = format!("# A\n\n### Long\n- Description: {}\n- Skills: Go\n", "word ".repeat(12_000));
    std::fs::write(room.path("long.md"), long).unwrap();
    let mut terminal = Start::program(&room, &["long.md"]).go();
    terminal.wait_text("Long");
    copy(&mut terminal, "l");
    terminal.wait_text("No apply link. Press O for the other links.");
    copy(&mut terminal, "m");
    terminal.wait_wrapped("Markdown of the section not sent to the clipboard: 60");
    copy(&mut terminal, "y");
    terminal.wait_text("No upstream issue.");
    terminal.press("q");
    assert_eq!(terminal.end().record.commands(), [""; 0]);
}

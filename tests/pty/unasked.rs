//! No program is started unasked: the screen with its panels, where each program that might be is a recorder.

use crate::room::Room;
use crate::terminal::Start;

#[test]
fn the_screen_starts_nothing_before_it_is_asked_to() {
    let mut room = Room::new()
        .set("EDITOR", "editor")
        .set("BROWSER", "firefox")
        .set("PAGER", "less")
        .set("SHELL", "sh")
        .set("DISPLAY", ":0")
        .set("WAYLAND_DISPLAY", "wayland-0");
    let record = format!("printf '%s\\n' \"${{0##*/}} $*\" >> '{}'", room.path("started").display());
    for program in
        ["git", "sh", "editor", "vi", "firefox", "xdg-open", "setsid", "less", "wl-copy", "xclip", "stty"]
    {
        room = room.script(program, &record);
    }
    std::fs::create_dir_all(room.path(".git/objects")).unwrap();
    std::fs::write(room.path(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    std::fs::write(room.path(".git/config"), "[core]\nfsmonitor = sh\n").unwrap();
    std::fs::write(room.path("mentor-tui.toml"), "editor = \"vi\"\n[check]\nhook = \"sh\"\n").unwrap();
    let mut terminal = Start::program(&room, &["."]).size(120, 35).go();
    terminal.wait_text("A lamp that knows the moon");
    for panel in ["?", "i", "F", "!", "y"] {
        let before = terminal.text();
        terminal.press(panel);
        terminal.wait_for(panel, |screen| screen.contents() != before);
        terminal.press("\x1b");
        terminal.wait_for("the list alone", |screen| {
            let text = screen.contents();
            text.contains("─ Proposals 6")
                && (text.contains("q quit") || text.contains("q to quit"))
                && !text.contains("Esc")
        });
    }
    assert_eq!(room.read("started"), "");
    // The recorders do record.
    terminal.press("e");
    terminal.wait_text("back from editor");
    terminal.press("q");
    terminal.end().assert_given_back();
    assert!(room.read("started").starts_with("editor "), "{}", room.read("started"));
    assert_eq!(room.read("started").lines().count(), 1, "{}", room.read("started"));
}

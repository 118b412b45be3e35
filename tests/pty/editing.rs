//! Editing: the editor gets the terminal and the line, and gives the terminal back whatever it does.

use rustix::process::Signal;

use crate::room::Room;
use crate::terminal::{Start, Terminal};

/// An editor that tells how it was called and waits for a line of the keyboard.
const EDITOR: &str = "printf '%s;' \"$@\" > called
stty -a > inside
echo EDITOR IS HERE
line=
until IFS= read -r line; do :; done
printf '%s' \"$line\" > typed";

fn started(room: &Room, arguments: &[&str]) -> Terminal {
    let mut terminal = Start::program(room, arguments).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal
}

/// Opens the editor on the second proposal.
fn edit(terminal: &mut Terminal) {
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    terminal.press("e");
    terminal.wait_for("the editor", |screen| {
        !screen.alternate_screen() && screen.contents().contains("EDITOR IS HERE")
    });
    assert_eq!(terminal.record().left_on(), [0; 0], "modes while the editor has the terminal");
}

fn heading(text: &str) -> usize {
    1 + text.lines().position(|line| line.contains("Lichen on the sensor")).unwrap()
}

#[test]
fn the_editor_gets_the_line_the_keys_and_the_terminal_as_it_was() {
    let change = "read -r rest < ideas.md; sed 's/Lichen on the sensor/Moss on the sensor/' ideas.md > new
mv new ideas.md";
    let room = Room::new()
        .set("EDITOR", "nobody")
        .set("VISUAL", "my-dir/nano -w '--set x'")
        .program("stty")
        .program("sed")
        .program("mv")
        .script("nano", &format!("{EDITOR}\n{change}"));
    std::fs::create_dir(room.path("my-dir")).unwrap();
    std::fs::rename(room.path("programs/nano"), room.path("my-dir/nano")).unwrap();
    let mut terminal = started(&room, &["ideas.md"]);
    let raw = terminal.settings()[1].clone();
    edit(&mut terminal);
    assert_eq!(terminal.settings()[0], terminal.settings()[1], "the settings that the editor finds");
    // None of it is a key of the program: `q` would end it.
    terminal.press("qqjjq typed\n");
    terminal.wait_text("Moss on the sensor");
    assert_eq!(terminal.settings()[1], raw);
    assert_eq!(room.read("typed"), "qqjjq typed");
    let line = heading(include_str!("listing.md"));
    assert_eq!(room.read("called"), format!("-w;--set x;+{line};ideas.md;"));
    assert!(room.read("inside").contains("icanon"));
    terminal.press("k");
    terminal.wait_for("keys are heard", |screen| {
        crate::reading::selected(screen).contains("A lamp that knows the moon")
    });
    terminal.quit();
}

/// A sequence is not torn either: the program reads its end before the editor has the keyboard.
#[test]
fn keys_that_came_behind_the_one_for_the_editor_count_after_it() {
    let room = Room::new().program("stty").script("vi", EDITOR);
    let mut terminal = started(&room, &["ideas.md"]);
    terminal.press("ej\x1b[B\x1b");
    terminal.wait_for("the editor", |screen| {
        !screen.alternate_screen() && screen.contents().contains("EDITOR IS HERE")
    });
    terminal.press("[typed\n");
    terminal.wait_for("the third proposal", |screen| {
        screen.alternate_screen() && crate::reading::selected(screen).contains("Paths that remember rain")
    });
    assert_eq!(room.read("typed"), "[typed");
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn what_was_written_is_read_though_nobody_watches() {
    let room = Room::new().set("EDITOR", "vi").program("stty").script(
        "vi",
        &format!("{EDITOR}\nprintf '\\n### Added later\\n- Description: a\\n- Skills: b\\n' >> ideas.md"),
    );
    let mut terminal = started(&room, &["--no-watch", "ideas.md"]);
    edit(&mut terminal);
    terminal.press("\n");
    terminal.wait_text("Proposals 7");
    terminal.press("q");
    terminal.end().assert_given_back();
}

#[test]
fn an_editor_that_fails_or_is_killed_is_said_and_the_screen_is_back() {
    for (end, sentence) in [
        ("exit 3", "vi failed: exit status: 3"),
        ("kill -9 $$", "vi failed: signal: 9 (SIGKILL)"),
        ("stty -echo raw; exit 0", "back from vi"),
    ] {
        let room = Room::new().program("stty").script("vi", &format!("{EDITOR}\n{end}"));
        let mut terminal = started(&room, &["ideas.md"]);
        edit(&mut terminal);
        terminal.press("\n");
        terminal.wait_text(sentence);
        terminal.wait_text("Lichen on the sensor");
        terminal.quit();
    }
}

#[test]
fn the_ctrl_c_of_an_editor_does_not_end_the_program() {
    let room = Room::new().program("stty").script("vi", &format!("trap 'echo caught' INT\n{EDITOR}"));
    let mut terminal = started(&room, &["ideas.md"]);
    edit(&mut terminal);
    terminal.press("\x03");
    terminal.wait_text("caught");
    terminal.press("x\n");
    terminal.wait_text("back from vi");
    terminal.quit();
}

/// ctrl-z in an editor stops the job as a whole, and `fg` leads back into the editor.
#[test]
fn an_editor_can_be_stopped_and_taken_up_again() {
    let room = Room::new().program("stty").script("vi", &format!("echo $$ > process\n{EDITOR}"));
    let mut terminal = Start::shell(&room, &["-i"]).go();
    terminal.wait_text("ready>");
    terminal.press("\"$PROGRAM\" ideas.md\r");
    terminal.wait_text("A lamp that knows the moon");
    edit(&mut terminal);
    terminal.press("\x1a");
    terminal.wait_for("the prompt", crate::stopping::prompted);
    // The shell waits for the program alone; the editor may still take the first letter.
    let state = format!("/proc/{}/stat", room.read("process").trim());
    terminal.wait_until("the editor stops, too", || match std::fs::read_to_string(&state) {
        Ok(state) => state.contains(") T "),
        Err(_) => !std::path::Path::new("/proc").exists(),
    });
    terminal.press("echo 'it 'stopped\r");
    terminal.wait_text("it stopped");
    terminal.press("fg\r");
    terminal.press("x\n");
    terminal.wait_text("Lichen on the sensor");
    terminal.wait_for("the screen", vt100::Screen::alternate_screen);
    terminal.press("q");
    terminal.wait_for("the prompt", crate::stopping::prompted);
    terminal.press("exit 7\r");
    assert_eq!(terminal.end().code, 7);
    assert_eq!(room.read("typed"), "x");
}

#[test]
fn a_signal_to_end_reaches_the_editor_too() {
    let room = Room::new()
        .program("stty")
        .script("vi", &format!("trap 'echo saved > saved; exit 0' TERM\n{EDITOR}"));
    let mut terminal = started(&room, &["ideas.md"]);
    edit(&mut terminal);
    terminal.signal(Signal::TERM);
    let ended = terminal.end();
    assert_eq!(ended.code, 143);
    assert_eq!(room.read("saved"), "saved\n");
    ended.assert_given_back();
}

#[test]
fn where_nothing_can_be_edited_that_is_said() {
    let room = Room::new().script("vi", "echo EDITOR > ran");
    let mut terminal = Start::program(&room, &["--sample"]).go();
    terminal.wait_text("A calmer alarm");
    terminal.press("e");
    terminal.wait_text("built-in sample is read-only. Only files can be edited.");
    terminal.press("q");
    terminal.end().assert_given_back();

    let mut terminal = Start::shell(&room, &["-c", "\"$PROGRAM\" - < ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("e");
    terminal.wait_text("standard input is read-only. Only files can be edited.");
    terminal.press("q");
    terminal.end().assert_given_back();
    assert_eq!(room.read("ran"), "");

    for (room, sentence) in [
        (Room::new(), "no editor: neither VISUAL nor EDITOR names one, and vi or nano is missing"),
        (Room::new().set("EDITOR", "nobody -w"), "no editor: EDITOR names nobody, which is not there"),
    ] {
        let mut terminal = started(&room, &["ideas.md"]);
        terminal.press("e");
        terminal.wait_text(sentence);
        terminal.press("q");
        terminal.end().assert_given_back();
    }
}

/// A file may be called like an option, and the editor may have to be given the terminal as input.
#[test]
fn a_file_is_no_option_and_a_pipe_no_keyboard() {
    let room = Room::new().program("stty").script("vi", EDITOR);
    std::fs::copy(room.path("ideas.md"), room.path("-c quit.md")).unwrap();
    let mut terminal = Start::shell(&room, &["-c", "echo '# Nothing' | \"$PROGRAM\" - -- '-c quit.md'"]).go();
    terminal.wait_text("A lamp that knows the moon");
    edit(&mut terminal);
    terminal.press("x\n");
    terminal.wait_text("back from vi");
    terminal.press("q");
    terminal.end().record.assert_given_back();
    assert_eq!(room.read("typed"), "x");
    assert!(room.read("called").ends_with(";./-c quit.md;"), "{}", room.read("called"));
}

#[test]
fn an_editor_that_cannot_start_is_said_with_what_to_do() {
    let room = Room::new().script("broken", "");
    let path = room.path("programs/broken");
    std::fs::write(&path, "#!/gone/shell\n").unwrap();
    let room = room.set("EDITOR", path.to_str().unwrap());
    let mut terminal = started(&room, &["ideas.md"]);
    terminal.press("e");
    terminal.wait_wrapped("programs/broken did not start: No such file or directory");
    terminal.wait_wrapped("VISUAL or EDITOR names your editor");
    terminal.press("q");
    terminal.end().assert_given_back();
}

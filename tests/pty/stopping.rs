//! Stopping: ctrl-z gives the terminal to the shell, `fg` takes it back.

use rustix::process::Signal;
use vt100::Screen;

use crate::record::SCREEN;
use crate::room::Room;
use crate::terminal::Start;

/// Whether the shell asks for a command.
pub(crate) fn prompted(screen: &Screen) -> bool {
    !screen.alternate_screen() && screen.rows(0, screen.size().1.get()).any(|row| row.trim_end() == "ready>")
}

/// A shell with job control on the terminal, and the program as its job.
#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_takes_it_back() {
    let room = Room::new().program("stty");
    let mut terminal = Start::shell(&room, &["-i"]).go();
    terminal.wait_for("the prompt", prompted);
    terminal.press("stty -a > before; \"$PROGRAM\" ideas.md\r");
    terminal.wait_text("A lamp that knows the moon");

    terminal.press("\x1a");
    terminal.wait_for("the prompt", prompted);
    terminal.press("stty -a > stopped; echo 'it 'stopped\r");
    terminal.wait_text("it stopped");
    assert_eq!(room.read("stopped"), room.read("before"));
    assert_eq!(terminal.record().left_on(), [0; 0], "modes while stopped");

    terminal.press("fg\r");
    terminal.wait_text("A lamp that knows the moon");
    assert!(terminal.screen().alternate_screen());
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    terminal.press("q");
    terminal.wait_for("the prompt", prompted);
    terminal.press("stty -a > after; exit 7\r");
    let ended = terminal.end();
    assert_eq!(ended.code, 7);
    assert_eq!(room.read("after"), room.read("before"));
    assert_eq!(ended.record.times_on(SCREEN), 2, "once at the start, once after the stop");
    ended.record.assert_given_back();
}

/// Whoever leads a session has no shell behind it that could ever say `fg`.
#[test]
fn where_no_shell_is_behind_it_nothing_stops() {
    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    terminal.press("\x1a");
    terminal.wait_text("there is no shell behind this program to go back to");
    terminal.signal(Signal::TSTP);
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    terminal.press("q");
    terminal.end().assert_given_back();
}

/// SIGSTOP cannot be seen coming; whoever sends it may have used the terminal meanwhile.
#[cfg(target_os = "linux")]
#[test]
fn a_stop_from_outside_is_made_good_afterwards() {
    use rustix::fs::{Mode, OFlags, open};

    let room = Room::new();
    let mut terminal = Start::program(&room, &["ideas.md"]).go();
    terminal.wait_text("A lamp that knows the moon");
    let [_, raw] = terminal.settings();
    terminal.signal(Signal::STOP);
    let stat = format!("/proc/{}/stat", terminal.process());
    terminal.wait_until("it is stopped", || std::fs::read_to_string(&stat).unwrap().contains(") T "));
    let tty = open(terminal.tty(), OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty()).unwrap();
    assert!(std::process::Command::new("stty").arg("sane").stdin(tty).status().unwrap().success());
    assert_ne!(terminal.settings()[1], raw);

    terminal.signal(Signal::CONT);
    terminal.press("j");
    terminal.wait_for("the next proposal", |screen| {
        crate::reading::selected(screen).contains("Lichen on the sensor")
    });
    assert_eq!(terminal.settings()[1], raw);
    terminal.press("q");
    let ended = terminal.end();
    assert_eq!(ended.code, 0);
    ended.record.assert_given_back();
}

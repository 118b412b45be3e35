//! Editing: the terminal is given to the editor, and taken back when that ends.

use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::error::ShellError;
use super::events::{Event, SignalEvent};
use super::frontend::Frontend;
use super::options::Ending;
use super::screen::Screen;
use super::terminal::TerminalUse;
use super::{panic_hook, session, tty};
use crate::desktop::Environment;
use crate::desktop::editor::Editor;

/// The signals of ctrl-c and ctrl-\\, which go to every program on the terminal.
const OF_THE_KEYBOARD: [u8; 2] = [2, 3];

/// The escape sequences that undo the modes of an editor that was killed: its screen, mouse and focus reports, bracketed
/// paste, then the soft reset for the keypad, colours and margins.
const RESET: &str = "\x1b[?1000;1002;1003;1004;1006;1015;2004;1049l\x1b[!p";

/// The outcome of editing.
pub(super) enum Edited {
    /// No editor was started.
    NotStarted,
    /// The editor ended; these events came meanwhile and are still to be handled.
    Back(Vec<Event>),
    /// The program is to end.
    Ended(Ending),
}

/// How an editor ended.
struct EditorExit {
    status: io::Result<ExitStatus>,
    /// The events that came meanwhile and are still to be handled.
    put_off: Vec<Event>,
    /// Whether the program is to end, too.
    ending: Option<Ending>,
}

impl EditorExit {
    fn is_fine(&self) -> bool {
        self.status.as_ref().is_ok_and(ExitStatus::success)
    }
}

/// Opens a file in the editor, at a line (from 1), and waits for the end of that.
pub(super) fn edit(
    path: &Path,
    line: usize,
    queue: &Receiver<Event>,
    terminal: &mut TerminalUse,
    screen: &mut Screen,
    front: &mut Frontend,
) -> Result<Edited, ShellError> {
    let editor = match Editor::of(&Environment::from_process()) {
        Ok(editor) => editor,
        Err(error) => {
            front.error(error.to_string());
            return Ok(Edited::NotStarted);
        }
    };
    let command = editor.command(path, line);
    let Some(pause) = &terminal.pause else { return Ok(Edited::NotStarted) };
    if !pause.begin() {
        front.error("no editor was started: the keyboard cannot be shared here");
        return Ok(Edited::NotStarted);
    }
    session::restore();
    let lease = TerminalLease::begin();
    let exit = run_editor(command, queue, front.sender.clone());
    lease.end(exit.as_ref().is_ok_and(EditorExit::is_fine))?;
    pause.end();
    let EditorExit { status, put_off, ending } = exit?;
    if let Some(ending) = ending {
        return Ok(Edited::Ended(ending));
    }
    terminal.take_again(screen)?;
    let name = editor.name();
    match status {
        Ok(status) if status.success() => front.info(format!("back from {name}")),
        Ok(status) => front.error(format!("{name} failed: {status}")),
        Err(error) => {
            let program = editor.program();
            front.error(format!("{program} did not start: {error}; VISUAL or EDITOR names your editor"));
        }
    }
    Ok(Edited::Back(put_off))
}

/// Runs the editor on the terminal, and waits for its end.
fn run_editor(
    command: io::Result<Command>,
    queue: &Receiver<Event>,
    sender: Sender<Event>,
) -> Result<EditorExit, ShellError> {
    let mut exit =
        EditorExit { status: Err(io::ErrorKind::NotFound.into()), put_off: Vec::new(), ending: None };
    let start = || command?.stdin(terminal_input()?).stdout(tty::lent()?).spawn();
    let (hand_over, handed_over) = mpsc::channel::<Child>();
    let wait = move || {
        let Ok(mut child) = handed_over.recv() else { return };
        // The loop may have ended already.
        let _ = sender.send(Event::Edited(child.wait()));
    };
    // The thread first: without it nothing would wait for the editor.
    let waits = thread::Builder::new().name("editor".to_owned()).spawn(wait);
    let child = match waits.and_then(|_| start()) {
        Ok(child) => child,
        Err(error) => return Ok(EditorExit { status: Err(error), ..exit }),
    };
    let process = child.id();
    let _ = hand_over.send(child);
    let mut has_ended = false;
    loop {
        let Ok(event) = queue.recv() else { return Ok(exit) };
        match event {
            Event::Edited(status) => {
                exit.status = status;
                has_ended = true;
                if !ask_for_resize() {
                    return Ok(exit);
                }
            }
            // All signals of keys that were pressed while the editor ran have come by now.
            Event::Signal(SignalEvent::Resize) if has_ended => return Ok(exit),
            Event::Signal(SignalEvent::End(number)) if OF_THE_KEYBOARD.contains(&number) => {}
            Event::Signal(SignalEvent::End(number)) => {
                pass_on(process, number);
                exit.ending = Some(Ending::Signal(number));
            }
            Event::Signal(SignalEvent::Stop) => stop_too()?,
            Event::Crashed(message) => panic_hook::end_as_panic(message),
            // The screen is drawn anew in any case.
            Event::Signal(_) => {}
            // Keys among them: those that were read before the editor got the terminal.
            event => exit.put_off.push(event),
        }
    }
}

/// The settings of the terminal while the editor has it.
struct TerminalLease {
    #[cfg(unix)]
    settings: Option<rustix::termios::Termios>,
}

impl TerminalLease {
    fn begin() -> Self {
        Self {
            #[cfg(unix)]
            settings: rustix::termios::tcgetattr(tty::drawn_on()).ok(),
        }
    }

    /// Restores the settings. An editor that failed may have left modes switched on; they are switched off, too.
    #[cfg_attr(not(unix), allow(clippy::unused_self, reason = "the same signature as on Unix"))]
    fn end(self, is_fine: bool) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(settings) = self.settings {
            use rustix::termios::{OptionalActions, tcsetattr};
            tcsetattr(tty::drawn_on(), OptionalActions::Now, &settings)?;
        }
        if is_fine { Ok(()) } else { session::write_all(RESET.as_bytes()) }
    }
}

/// The input of the editor: the terminal, also if standard input is a listing.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the terminal is the editor's now")]
fn terminal_input() -> io::Result<std::process::Stdio> {
    use std::io::IsTerminal;

    if io::stdin().is_terminal() {
        return Ok(std::process::Stdio::inherit());
    }
    Ok(std::fs::File::open("/dev/tty")?.into())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
fn terminal_input() -> io::Result<std::process::Stdio> {
    Ok(std::process::Stdio::inherit())
}

/// Sends the signal of a resize to this program, and returns whether it will come. It comes in behind all signals that
/// were sent before: a ctrl-c meant for the editor may still be on its way when the editor has ended.
#[cfg(unix)]
fn ask_for_resize() -> bool {
    use rustix::process::{Signal, getpid, kill_process};

    kill_process(getpid(), Signal::WINCH).is_ok()
}

#[cfg(not(unix))]
fn ask_for_resize() -> bool {
    false
}

/// Sends the editor the signal by which this program is to end, so that the editor saves its text.
#[cfg(unix)]
fn pass_on(process: u32, number: u8) {
    use rustix::process::{Pid, Signal, kill_process};

    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    if let (Some(process), Some(signal)) = (process, Signal::from_named_raw(i32::from(number))) {
        // It may just have ended.
        let _ = kill_process(process, signal);
    }
}

#[cfg(not(unix))]
fn pass_on(_: u32, _: u8) {}

/// An editor that stops at ctrl-z stops all of its job: the shell behind waits for this program.
#[cfg(unix)]
fn stop_too() -> io::Result<()> {
    use rustix::process::{getpid, getsid};

    if getsid(None).is_ok_and(|leader| leader == getpid()) {
        return Ok(());
    }
    signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
fn stop_too() -> io::Result<()> {
    Ok(())
}

//! Editing: the terminal is given to the editor, and taken back whatever became of that.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc;
use std::thread;

use super::error::ShellError;
use super::events::{Event, SignalEvent};
use super::screen::Screen;
use super::{Ending, Shell, panic_hook, session, tty};
use crate::app::notice::Notice;
use crate::desktop::Environment;
use crate::desktop::editor::Editor;
use crate::model::Origin;

/// The signals of ctrl-c and ctrl-\\, which go to every program on the terminal.
const OF_THE_KEYBOARD: [u8; 2] = [2, 3];

/// What undoes the modes of an editor that was killed: its screen, mouse and focus reports, bracketed
/// paste, then the soft reset for the keypad, colours and margins.
const RESET: &str = "\x1b[?1000;1002;1003;1004;1006;1015;2004;1049l\x1b[!p";

/// How an editor was left.
struct EditorExit {
    status: io::Result<ExitStatus>,
    /// What came meanwhile and is to be handled now.
    put_off: Vec<Event>,
    /// Whether the program is to end, too.
    ending: Option<Ending>,
}

impl EditorExit {
    fn is_fine(&self) -> bool {
        self.status.as_ref().is_ok_and(ExitStatus::success)
    }
}

impl Shell {
    /// Opens a document in the editor, at a line (from 1); reads it again after.
    pub(super) fn edit(
        &mut self,
        origin: Origin,
        line: usize,
        screen: &mut Screen,
    ) -> Result<Option<Ending>, ShellError> {
        let Some(path) = origin.path() else { return Ok(None) };
        let editor = match Editor::of(&Environment::from_process()) {
            Ok(editor) => editor,
            Err(error) => {
                self.app.notify(Notice::error(error.to_string()));
                return Ok(None);
            }
        };
        let command = editor.command(path, line);
        let Some(gate) = self.gate.take() else { return Ok(None) };
        if !gate.close() {
            self.gate = Some(gate);
            self.app.notify(Notice::error("no editor was started: the keyboard cannot be shared here"));
            return Ok(None);
        }
        session::restore();
        let lent = TerminalLease::now();
        let left = self.run_editor(command);
        lent.make_good(left.as_ref().is_ok_and(EditorExit::is_fine))?;
        gate.open();
        self.gate = Some(gate);
        let EditorExit { status, put_off, ending } = left?;
        if ending.is_some() {
            return Ok(ending);
        }
        self.take_again(screen)?;
        let name = editor.name();
        self.app.notify(match status {
            Ok(status) if status.success() => Notice::info(format!("back from {name}")),
            Ok(status) => Notice::error(format!("{name} failed: {status}")),
            Err(error) => {
                let program = editor.program();
                Notice::error(format!("{program} did not start: {error}; VISUAL or EDITOR names your editor"))
            }
        });
        for event in put_off {
            if let Some(ending) = self.handle(event, screen)? {
                return Ok(Some(ending));
            }
        }
        self.changed(origin);
        Ok(None)
    }

    /// Runs the editor on the terminal, and waits for its end.
    fn run_editor(&mut self, command: io::Result<Command>) -> Result<EditorExit, ShellError> {
        let mut left =
            EditorExit { status: Err(io::ErrorKind::NotFound.into()), put_off: Vec::new(), ending: None };
        let start = || command?.stdin(terminal_input()?).stdout(tty::lent()?).spawn();
        let (hand_over, handed_over) = mpsc::channel::<Child>();
        let sender = self.sender.clone();
        let wait = move || {
            let Ok(mut child) = handed_over.recv() else { return };
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Edited(child.wait()));
        };
        // The thread first: nobody would wait for an editor that started without it.
        let waits = thread::Builder::new().name("editor".to_owned()).spawn(wait);
        let child = match waits.and_then(|_| start()) {
            Ok(child) => child,
            Err(error) => return Ok(EditorExit { status: Err(error), ..left }),
        };
        let process = child.id();
        let _ = hand_over.send(child);
        let mut has_ended = false;
        loop {
            let Ok(event) = self.queue.recv() else { return Ok(left) };
            match event {
                Event::Edited(status) => {
                    left.status = status;
                    has_ended = true;
                    if !ask_for_resize() {
                        return Ok(left);
                    }
                }
                // What was pressed while the editor ran is told by now.
                Event::Signal(SignalEvent::Resize) if has_ended => return Ok(left),
                Event::Signal(SignalEvent::End(number)) if OF_THE_KEYBOARD.contains(&number) => {}
                Event::Signal(SignalEvent::End(number)) => {
                    pass_on(process, number);
                    left.ending = Some(Ending::Signal(number));
                }
                Event::Signal(SignalEvent::Stop) => stop_too()?,
                Event::Crashed(message) => panic_hook::end_as_panic(message),
                // The screen is drawn anew in any case.
                Event::Signal(_) => {}
                // Keys among them: those that were read before the editor got the terminal.
                event => left.put_off.push(event),
            }
        }
    }
}

/// The terminal as it was lent: its settings.
struct TerminalLease {
    #[cfg(unix)]
    settings: Option<rustix::termios::Termios>,
}

impl TerminalLease {
    fn now() -> Self {
        Self {
            #[cfg(unix)]
            settings: rustix::termios::tcgetattr(tty::drawn_on()).ok(),
        }
    }

    /// Makes good what the editor left behind: what it was lent is what the shell gets in the end.
    fn make_good(self, is_fine: bool) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(settings) = self.settings {
            use rustix::termios::{OptionalActions, tcsetattr};
            tcsetattr(tty::drawn_on(), OptionalActions::Now, &settings)?;
        }
        if is_fine { Ok(()) } else { session::write_all(RESET.as_bytes()) }
    }
}

/// What the editor reads keys from, also where the standard input is a listing.
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
fn terminal_input() -> io::Result<std::process::Stdio> {
    Ok(std::process::Stdio::inherit())
}

/// Sends the program the signal of a resize, which comes in behind those that were sent before: a
/// ctrl-c meant for the editor may still be on its way when the editor has ended. Says whether it will
/// come.
#[cfg(unix)]
fn ask_for_resize() -> bool {
    use rustix::process::{Signal, getpid, kill_process};

    kill_process(getpid(), Signal::WINCH).is_ok()
}

#[cfg(not(unix))]
fn ask_for_resize() -> bool {
    false
}

/// The program is to end: the editor is told the same, so that it saves what it can.
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

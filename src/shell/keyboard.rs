//! The keyboard: what keys are read from, and the thread that reads them and rests when asked to.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event as terminal;

use super::error::ShellError;
use super::events::Event;
use super::report;

/// How long the reader may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where nothing but a look at the terminal tells that there is something, how long a look lasts.
const LOOK: Duration = Duration::from_millis(250);

/// What keys are read from: standard input, or the terminal itself where that is something else.
/// The same choice as crossterm's, for it is crossterm that reads.
#[cfg(unix)]
pub(super) struct Keyboard(Option<rustix::fd::OwnedFd>);

#[cfg(unix)]
impl Keyboard {
    /// Finds it.
    pub(super) fn open() -> Result<Self, ShellError> {
        use std::io::IsTerminal;

        use rustix::fs::{Mode, OFlags, open};

        if std::io::stdin().is_terminal() {
            return Ok(Self(None));
        }
        let tty = open("/dev/tty", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty());
        Ok(Self(Some(tty.map_err(|error| ShellError::NoKeyboard(error.into()))?)))
    }
}

/// What keys are read from: the console.
#[cfg(not(unix))]
pub(super) struct Keyboard;

#[cfg(not(unix))]
impl Keyboard {
    /// The console is always there.
    #[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
    pub(super) fn open() -> Result<Self, ShellError> {
        Ok(Self)
    }
}

/// The hold on the reader: while another program has the terminal, nobody else may read from it.
pub(super) struct Gate {
    asked: Arc<AtomicBool>,
    #[cfg(unix)]
    bell: io::PipeWriter,
    rests: Receiver<()>,
    go_on: Sender<()>,
}

impl Gate {
    /// Lets the reader rest; says whether it does.
    pub(super) fn close(&self) -> bool {
        self.asked.store(true, Ordering::SeqCst);
        #[cfg(unix)]
        if io::Write::write_all(&mut &self.bell, &[0]).is_err() {
            return false;
        }
        // Whoever does not come is not waited for; who came at the last moment is.
        self.rests.recv_timeout(PATIENCE).is_ok()
            || (!self.asked.swap(false, Ordering::SeqCst) && self.rests.recv().is_ok())
    }

    /// Lets it read again.
    pub(super) fn open(&self) {
        // A reader that ended has said so.
        let _ = self.go_on.send(());
    }
}

/// The reader. It says that the terminal is gone when it ends, by a panic too: the loop must not
/// wait for a reader that is no more.
struct Reader {
    sender: Sender<Event>,
    asked: Arc<AtomicBool>,
    rests: Sender<()>,
    go_on: Receiver<()>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        // The loop may have ended before; then nobody has to know.
        let _ = self.sender.send(Event::Closed);
    }
}

impl Reader {
    /// Reads one event; says whether to go on.
    fn read(&self) -> bool {
        let Ok(event) = terminal::read() else { return false };
        report::panic_if_asked("reader");
        self.sender.send(Event::Input(event)).is_ok()
    }

    fn rest_if_asked(&self) {
        if self.asked.swap(false, Ordering::SeqCst) {
            // Where the loop has ended, the next event that is sent says so.
            let _ = self.rests.send(()).is_ok() && self.go_on.recv().is_ok();
        }
    }

    /// Reads where nothing can wait for the terminal and for the bell at once.
    fn read_by_looking(&self) {
        loop {
            self.rest_if_asked();
            match terminal::poll(LOOK) {
                Ok(false) => {}
                Ok(true) if self.read() => {}
                _ => return,
            }
        }
    }
}

/// Reads the terminal on a thread of its own.
pub(super) fn read_terminal(keyboard: Keyboard, sender: Sender<Event>) -> Result<Gate, ShellError> {
    let asked = Arc::new(AtomicBool::new(false));
    let (rests, resting) = mpsc::channel();
    let (go_on, going_on) = mpsc::channel();
    let reader = Reader { sender, asked: Arc::clone(&asked), rests, go_on: going_on };
    #[cfg(unix)]
    let (heard, bell) = io::pipe()?;
    let read = move || {
        #[cfg(unix)]
        read_when_told(&reader, &keyboard, heard);
        #[cfg(not(unix))]
        {
            let Keyboard = keyboard;
            reader.read_by_looking();
        }
    };
    thread::Builder::new().name("terminal".to_owned()).spawn(read)?;
    Ok(Gate {
        asked,
        #[cfg(unix)]
        bell,
        rests: resting,
        go_on,
    })
}

/// Sleeps until there is something to read, or the bell rings.
#[cfg(unix)]
fn read_when_told(reader: &Reader, Keyboard(own): &Keyboard, mut bell: io::PipeReader) {
    use rustix::event::{PollFd, PollFlags, poll};

    /// How long the reader looks for more of what it is reading. Not a tick: it is only asked
    /// right after the terminal said that there is something.
    const MORE: Duration = Duration::from_millis(1);

    let stdin = io::stdin();
    loop {
        let input = match own {
            Some(tty) => PollFd::new(tty, PollFlags::IN),
            None => PollFd::new(&stdin, PollFlags::IN),
        };
        let mut fds = [input, PollFd::new(&bell, PollFlags::IN)];
        match poll(&mut fds, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(_) => return,
        }
        let [input, rung] = fds.map(|fd| fd.revents());
        if rung.contains(PollFlags::IN) {
            if io::Read::read(&mut bell, &mut [0]).is_err() {
                return;
            }
            reader.rest_if_asked();
            continue;
        }
        // macOS cannot poll /dev/tty; crossterm reads it with select, which it can.
        if input.contains(PollFlags::NVAL) {
            return reader.read_by_looking();
        }
        // A terminal that is gone stays readable for ever: reading on would spin.
        if input.intersects(PollFlags::HUP | PollFlags::ERR) {
            return;
        }
        if input.contains(PollFlags::IN) {
            while terminal::poll(MORE).unwrap_or(false) {
                if !reader.read() {
                    return;
                }
            }
        }
    }
}

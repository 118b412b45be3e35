//! The keyboard: the thread that reads keys, and pauses on request.

#[cfg(unix)]
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::error::ShellError;
use super::events::Event;
use super::panic_hook;

/// How long the reader may take to pause.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where keys are read from: standard input, or the terminal itself where that is something else.
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

    fn descriptor(&self) -> rustix::fd::BorrowedFd<'_> {
        use rustix::fd::AsFd;

        match &self.0 {
            Some(tty) => tty.as_fd(),
            None => rustix::stdio::stdin(),
        }
    }
}

/// Where keys are read from: the console.
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

/// Pauses the reader of keys: while another program has the terminal, only that one may read from it.
pub(super) struct ReaderPause {
    asked: Arc<AtomicBool>,
    #[cfg(unix)]
    bell: io::PipeWriter,
    rests: Receiver<()>,
    go_on: Sender<()>,
}

impl ReaderPause {
    /// Pauses the reader, and returns whether it does.
    pub(super) fn begin(&self) -> bool {
        self.asked.store(true, Ordering::SeqCst);
        #[cfg(unix)]
        if io::Write::write_all(&mut &self.bell, &[0]).is_err() {
            return false;
        }
        // A reader that does not answer in time reads on, unless it answered at the last moment.
        self.rests.recv_timeout(PATIENCE).is_ok()
            || (!self.asked.swap(false, Ordering::SeqCst) && self.rests.recv().is_ok())
    }

    /// Lets it read again.
    pub(super) fn end(&self) {
        // A reader that ended has sent an event.
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
        // The loop may have ended already.
        let _ = self.sender.send(Event::Closed);
    }
}

impl Reader {
    /// Sends an event; returns whether to go on.
    fn send(&self, event: crossterm::event::Event) -> bool {
        panic_hook::panic_if_asked("reader");
        self.sender.send(Event::Input(event)).is_ok()
    }

    fn rest_if_asked(&self) {
        if self.asked.swap(false, Ordering::SeqCst) {
            // Where the loop has ended, the next event that is sent says so.
            let _ = self.rests.send(()).is_ok() && self.go_on.recv().is_ok();
        }
    }
}

/// Reads the terminal on a thread of its own.
#[cfg_attr(not(unix), allow(clippy::needless_pass_by_value, reason = "the same signature as on Unix"))]
pub(super) fn read_terminal(keyboard: Keyboard, sender: Sender<Event>) -> Result<ReaderPause, ShellError> {
    let asked = Arc::new(AtomicBool::new(false));
    let (rests, resting) = mpsc::channel();
    let (go_on, going_on) = mpsc::channel();
    let reader = Reader { sender, asked: Arc::clone(&asked), rests, go_on: going_on };
    #[cfg(unix)]
    let (heard, bell) = io::pipe()?;
    let read = move || {
        #[cfg(unix)]
        read_bytes(&reader, &keyboard, heard);
        #[cfg(not(unix))]
        {
            let Keyboard = keyboard;
            read_console(&reader);
        }
    };
    thread::Builder::new().name("terminal".to_owned()).spawn(read)?;
    Ok(ReaderPause {
        asked,
        #[cfg(unix)]
        bell,
        rests: resting,
        go_on,
    })
}

/// Sleeps until there is something to read, the bell rings, or a key that may be the beginning of a
/// sequence has waited long enough for its rest.
#[cfg(unix)]
fn read_bytes(reader: &Reader, keyboard: &Keyboard, mut bell: io::PipeReader) {
    use std::os::fd::{AsFd, AsRawFd};

    // Waits with `select` on macOS, whose `poll` knows no /dev/tty.
    use filedescriptor::{POLLIN, poll, pollfd};

    use super::input::Parser;

    let input = keyboard.descriptor();
    let wait_for = |descriptor: rustix::fd::BorrowedFd<'_>| pollfd {
        fd: descriptor.as_raw_fd(),
        events: POLLIN,
        revents: 0,
    };
    let (mut parser, mut events) = (Parser::default(), Vec::new());
    let mut buffer = [0; 4096];
    let mut is_called = false;
    loop {
        // Half a sequence would leave its other half to the program that gets the terminal.
        if is_called && parser.wait().is_none() {
            is_called = false;
            reader.rest_if_asked();
        }
        let mut fds = [wait_for(input), wait_for(bell.as_fd())];
        let watched = if is_called { 1 } else { fds.len() };
        match poll(&mut fds[..watched], parser.wait()) {
            Ok(_) => {}
            Err(filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error))
                if error.kind() == io::ErrorKind::Interrupted =>
            {
                continue;
            }
            Err(_) => return,
        }
        let [can_read, is_rung] = fds.map(|fd| fd.revents != 0);
        if is_rung {
            if !matches!(io::Read::read(&mut bell, &mut [0]), Ok(1)) {
                return;
            }
            is_called = true;
            continue;
        }
        if can_read {
            // Not a byte more than it takes to come to rest: the others are for the other program.
            let room = if is_called { 1 } else { buffer.len() };
            match rustix::io::read(input, &mut buffer[..room]) {
                // A terminal that is gone can be read for ever.
                Ok(0) => return,
                Ok(length) => parser.advance(&buffer[..length], &mut events),
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                Err(_) => return,
            }
        } else {
            parser.expire(&mut events);
        }
        if !events.drain(..).all(|event| reader.send(event)) {
            return;
        }
    }
}

/// Reads the events of the console, where nothing can wait for it and for the hold at once.
#[cfg(not(unix))]
fn read_console(reader: &Reader) {
    use crossterm::event::{poll, read};

    /// How long to wait for an event before looking whether the reader is to rest.
    const LOOK: Duration = Duration::from_millis(250);

    loop {
        reader.rest_if_asked();
        match poll(LOOK) {
            Ok(false) => {}
            Ok(true) if read().is_ok_and(|event| reader.send(event)) => {}
            _ => return,
        }
    }
}

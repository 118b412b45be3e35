//! The modes of the terminal that the program switches on, and off again.
//!
//! Each mode is noted when it is switched on; leaving undoes exactly those, once, whichever way the
//! program ends: on return, on an error, in the panic hook, for a signal, around a stop. What is
//! noted are atomics and what is written goes past the locks of standard output, so that a panic in
//! the middle of a frame gives the terminal back too.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicU8, Ordering};

use crossterm::Command;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};

use super::tty::drawn_on;

/// The modes that are switched on, a bit each.
static MODES: AtomicU8 = AtomicU8::new(0);

const RAW: u8 = 1;
const SCREEN: u8 = 1 << 1;
const PASTE: u8 = 1 << 2;
const MOUSE: u8 = 1 << 3;
const FRAME: u8 = 1 << 4;

/// Buttons and wheel, in the coordinates of large terminals. Unlike crossterm's own command this
/// asks for no report of plain movement, which over SSH is a flood of bytes about nothing.
#[cfg(unix)]
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
#[cfg(unix)]
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// The terminal while the program has it. Dropping gives it back.
pub(super) struct Session(());

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// Takes the terminal. When a step fails, those before it are undone.
pub(super) fn enter(mouse: bool) -> io::Result<Session> {
    let session = Session(());
    resume(mouse)?;
    Ok(session)
}

/// Takes the terminal again after it was given back; what is on already stays on.
pub(super) fn resume(mouse: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    note(RAW);
    write_command(EnterAlternateScreen)?;
    note(SCREEN);
    write_command(EnableBracketedPaste)?;
    note(PASTE);
    if mouse {
        capture_mouse(true)?;
    }
    Ok(())
}

/// Captures the mouse, or lets go of it.
pub(super) fn capture_mouse(on: bool) -> io::Result<()> {
    if on {
        mouse_on()?;
        note(MOUSE);
        Ok(())
    } else {
        MODES.fetch_and(!MOUSE, Ordering::SeqCst);
        mouse_off()
    }
}

/// Gives the terminal back: switches off what is on, in the reverse order. Does nothing the second
/// time. Failures have no remedy here: the terminal may be gone.
pub(super) fn restore() {
    let modes = MODES.swap(0, Ordering::SeqCst);
    let on = |mode: u8| modes & mode != 0;
    // A frame was cut off in the middle: what follows must not wait for its end.
    if on(FRAME) {
        let _ = write_command(EndSynchronizedUpdate);
    }
    if on(MOUSE) {
        let _ = mouse_off();
    }
    if on(PASTE) {
        let _ = write_command(DisableBracketedPaste);
    }
    if on(SCREEN) {
        let _ = write_command(LeaveAlternateScreen);
        let _ = write_command(Show);
    }
    if on(RAW) {
        let _ = terminal::disable_raw_mode();
    }
}

/// Whether the terminal has hung up.
#[cfg(unix)]
pub(super) fn is_gone() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let terminal = drawn_on();
    let mut fds = [PollFd::new(&terminal, PollFlags::empty())];
    let asked = poll(&mut fds, Some(&Timespec::default()));
    asked.is_ok() && means_gone(fds[0].revents(), || rustix::termios::tcgetattr(terminal).is_ok())
}

/// Whether this answer of `poll` means a terminal that has hung up. macOS cannot poll `/dev/tty` and calls it
/// invalid (`NVAL`): one that still has settings is there.
#[cfg(unix)]
fn means_gone(answer: rustix::event::PollFlags, has_settings: impl FnOnce() -> bool) -> bool {
    use rustix::event::PollFlags;

    answer.intersects(PollFlags::HUP | PollFlags::ERR) || answer.contains(PollFlags::NVAL) && !has_settings()
}

/// A console does not hang up.
#[cfg(not(unix))]
pub(super) fn is_gone() -> bool {
    false
}

fn note(mode: u8) {
    MODES.fetch_or(mode, Ordering::SeqCst);
}

#[cfg(unix)]
fn mouse_on() -> io::Result<()> {
    write_all(MOUSE_ON.as_bytes())
}

#[cfg(unix)]
fn mouse_off() -> io::Result<()> {
    write_all(MOUSE_OFF.as_bytes())
}

#[cfg(not(unix))]
fn mouse_on() -> io::Result<()> {
    write_command(crossterm::event::EnableMouseCapture)
}

#[cfg(not(unix))]
fn mouse_off() -> io::Result<()> {
    write_command(crossterm::event::DisableMouseCapture)
}

/// Writes a command of crossterm's to the terminal at once.
#[cfg(unix)]
fn write_command(command: impl Command) -> io::Result<()> {
    let mut ansi = String::new();
    command.write_ansi(&mut ansi).map_err(io::Error::other)?;
    write_all(ansi.as_bytes())
}

#[cfg(not(unix))]
fn write_command(command: impl Command) -> io::Result<()> {
    crossterm::execute!(drawn_on(), command)
}

/// Writes to the terminal past the buffer and the lock of standard output.
#[cfg(unix)]
pub(super) fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(drawn_on(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Writes to the terminal at once.
#[cfg(not(unix))]
pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    let mut out = drawn_on();
    out.write_all(bytes)?;
    out.flush()
}

/// Collects a frame, so that it goes out in one piece. Clones write to the same frame: ratatui's
/// backend keeps one, and flushes in the middle of a frame.
#[derive(Debug, Clone, Default)]
pub(super) struct FrameWriter {
    frame: Rc<RefCell<Vec<u8>>>,
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: only [`FrameWriter::send`] knows where the frame ends.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FrameWriter {
    /// Sends what was written since.
    pub(super) fn send(&self) -> io::Result<()> {
        let frame = std::mem::take(&mut *self.frame.borrow_mut());
        note(FRAME);
        write_all(&frame)?;
        MODES.fetch_and(!FRAME, Ordering::SeqCst);
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::event::PollFlags;

    use super::means_gone;

    #[test]
    fn a_terminal_that_cannot_be_polled_is_not_gone() {
        for (answer, has_settings, expected) in [
            (PollFlags::empty(), true, false),
            (PollFlags::HUP, true, true),
            (PollFlags::ERR, true, true),
            (PollFlags::NVAL, true, false),
            (PollFlags::NVAL, false, true),
            (PollFlags::NVAL | PollFlags::HUP, true, true),
        ] {
            assert_eq!(means_gone(answer, || has_settings), expected, "{answer:?}");
        }
    }
}

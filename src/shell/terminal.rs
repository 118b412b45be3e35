//! The use of the terminal: what is switched on at it, and giving it away for a while.

use super::error::ShellError;
use super::frontend::Frontend;
use super::keyboard::ReaderPause;
use super::screen::Screen;
use super::session;

pub(super) struct TerminalUse {
    /// Whether the mouse is captured.
    pub(super) mouse: bool,
    /// Whether the terminal takes hyperlinks.
    pub(super) hyperlinks: bool,
    /// Pauses the reader of keys, once there is one.
    pub(super) pause: Option<ReaderPause>,
    /// Whether the program went on after a stop of its own, and the signal of that is still to come.
    pub(super) resumed: bool,
}

impl TerminalUse {
    pub(super) fn screen(&self) -> Result<Screen, ShellError> {
        Ok(Screen::new(self.hyperlinks)?)
    }

    pub(super) fn capture_mouse(&mut self, on: bool) -> Result<(), ShellError> {
        self.mouse = on;
        Ok(session::capture_mouse(on)?)
    }

    /// Takes the terminal again after it was given away, and draws everything anew.
    pub(super) fn take_again(&self, screen: &mut Screen) -> Result<(), ShellError> {
        session::resume(self.mouse)?;
        *screen = self.screen()?;
        Ok(())
    }

    /// Stops the program until the shell says `fg`.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self, screen: &mut Screen, front: &mut Frontend) -> Result<(), ShellError> {
        use rustix::process::{getpid, getsid};

        // The leader of a session has no shell behind it that could ever say `fg`.
        if getsid(None).is_ok_and(|leader| leader == getpid()) {
            front.error("there is no shell behind this program to go back to");
            return Ok(());
        }
        session::restore();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.resumed = true;
        self.take_again(screen)
    }

    /// Programs do not stop on this system.
    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Unix")]
    pub(super) fn suspend(&mut self, _: &mut Screen, _: &mut Frontend) -> Result<(), ShellError> {
        Ok(())
    }

    /// Goes on after a stop. A stop by another program (SIGSTOP) cannot be seen coming: whatever a shell did to the
    /// terminal meanwhile, everything is switched on anew.
    pub(super) fn carry_on(&mut self, screen: &mut Screen) -> Result<(), ShellError> {
        if std::mem::take(&mut self.resumed) {
            return Ok(());
        }
        session::restore();
        self.take_again(screen)
    }
}

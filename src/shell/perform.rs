//! Effects performed: what the state asked of the world.

use std::thread;

use super::copy::finish;
use super::error::ShellError;
use super::events::Event;
use super::screen::Screen;
use super::session;
use super::{Ending, Shell};
use crate::app::action::Effect;
use crate::app::notice::Notice;
use crate::desktop::Environment;
use crate::desktop::browser::{self, Opened, Refusal};
use crate::desktop::clipboard::{self, Delivery};

/// An address that no browser showed.
#[derive(Debug)]
pub(super) struct Unopened {
    refusal: Refusal,
    /// The clipboard's answer, where the address is one to be handed on.
    delivery: Option<Result<Delivery, clipboard::Refusal>>,
}

impl Shell {
    /// Performs an effect; says how the screen is left if it is. What fails becomes a notice.
    pub(super) fn perform(
        &mut self,
        effect: Effect,
        screen: &mut Screen,
    ) -> Result<Option<Ending>, ShellError> {
        match effect {
            Effect::Quit => return Ok(Some(Ending::Left)),
            Effect::Suspend => self.suspend(screen)?,
            Effect::Redraw => *screen = Screen::new(self.hyperlinks)?,
            Effect::CaptureMouse(on) => {
                self.mouse = on;
                session::capture_mouse(on)?;
            }
            Effect::KeepFilter => self.keep_view(),
            Effect::Reload => self.reload(),
            Effect::Open(url) => self.open(url),
            Effect::Copy(what, text) => self.copy(what, text),
            Effect::CopyWritten(what) => self.copy_written(what),
            Effect::Edit(origin, line) => return self.edit(origin, line, screen),
            Effect::PreviewFix(origin, number) => self.try_fix(&origin, number),
            Effect::ApplyFix(preview) => self.mend(*preview),
        }
        Ok(None)
    }

    /// Does something that the user asked for on a thread. Where none is to be had, it is not done and
    /// the user is told. Returns whether it is being done.
    pub(super) fn start(&mut self, name: &str, work: impl FnOnce() + Send + 'static) -> bool {
        let started = thread::Builder::new().name(name.to_owned()).spawn(work);
        if let Err(error) = &started {
            self.app.notify(Notice::error(format!("the system starts no thread for that: {error}")));
        }
        started.is_ok()
    }

    /// Hands an address to the desktop, on a thread: a launcher may take its time.
    fn open(&mut self, url: String) {
        self.app.notify(Notice::info(format!("opening {url}")).about(&url));
        let sender = self.sender.clone();
        let open = move || {
            let environment = Environment::from_process();
            let outcome = browser::open(&url, &environment).map_err(|refusal| {
                let delivery = refusal.address_is_fine().then(|| clipboard::copy(&url, &environment));
                Unopened { refusal, delivery }
            });
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Opened { url, outcome });
        };
        self.start("open", open);
    }

    /// Stops the program until the shell says `fg`.
    #[cfg(unix)]
    pub(super) fn suspend(&mut self, screen: &mut Screen) -> Result<(), ShellError> {
        use rustix::process::{getpid, getsid};
        // The leader of a session has no shell behind it that could ever say `fg`.
        if getsid(None).is_ok_and(|leader| leader == getpid()) {
            self.app.notify(Notice::error("there is no shell behind this program to go back to"));
            return Ok(());
        }
        session::restore();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.resumed = true;
        self.take_again(screen)
    }

    /// Goes on after a stop. One that was not of the program's own doing (SIGSTOP) cannot be seen
    /// coming: whatever a shell did to the terminal meanwhile, everything is switched on anew.
    pub(super) fn carry_on(&mut self, screen: &mut Screen) -> Result<(), ShellError> {
        if std::mem::take(&mut self.resumed) {
            return Ok(());
        }
        session::restore();
        self.take_again(screen)
    }

    pub(super) fn take_again(&self, screen: &mut Screen) -> Result<(), ShellError> {
        session::resume(self.mouse)?;
        *screen = Screen::new(self.hyperlinks)?;
        Ok(())
    }

    /// There is no stopping here.
    #[cfg(not(unix))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signature as on Unix")]
    pub(super) fn suspend(&mut self, _: &mut Screen) -> Result<(), ShellError> {
        Ok(())
    }
}

/// Says what became of an address. Where no browser showed it, it went to the clipboard, and the
/// notice shows it whole.
pub(super) fn opened(url: &str, outcome: Result<Opened, Unopened>) -> Notice {
    let Unopened { refusal, delivery } = match outcome {
        Ok(opened) => return Notice::info(format!("{opened}: {url}")).about(url),
        Err(unopened) => unopened,
    };
    let Some(delivery) = delivery else { return Notice::error(format!("{refusal}: {url}")) };
    let notice = match finish(delivery) {
        Ok(delivery) => Notice::info(format!("{refusal}; address {delivery}: {url} (Q: QR code)")),
        Err(sentence) => Notice::error(format!("{refusal}; address {sentence}: {url} (Q: QR code)")),
    };
    notice.about(url)
}

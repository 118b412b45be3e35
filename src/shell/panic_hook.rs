//! The panic hook: gives the terminal back, then reports the panic.

use std::backtrace::Backtrace;
use std::io::Write;
use std::panic::{self, PanicHookInfo};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::events::Event;
use super::session;
use crate::model::SafeText;
use crate::store::crash::{self, CrashReport};
use crate::store::paths;

/// Makes every panic give the terminal back, and write a report, before its message is shown. Beside the
/// main thread, which may be in the middle of a frame, a panic only notifies the loop: giving back and
/// saying are then the main thread's.
pub(super) fn install(sender: Sender<Event>) {
    let main = thread::current().id();
    let sender = Mutex::new(sender);
    panic::set_hook(Box::new(move |info| {
        let is_main = thread::current().id() == main;
        if is_main {
            session::restore();
        }
        let message = leave(&report(info));
        if is_main {
            tell(&message);
        } else {
            // When the loop has ended, so has the program.
            let _ = sender.lock().unwrap_or_else(PoisonError::into_inner).send(Event::Crashed(message));
        }
    }));
}

/// Gives the terminal back and ends the program as a panic does, for one that was elsewhere.
pub(super) fn end_as_panic(message: String) -> ! {
    session::restore();
    tell(&message);
    panic::resume_unwind(Box::new(message))
}

/// Writes the report, and returns the message for the user.
fn leave(report: &CrashReport) -> String {
    let written = paths::state()
        .ok_or_else(|| "there is no state directory".to_owned())
        .and_then(|directory| crash::write(report, &directory).map_err(|error| error.to_string()));
    let place = match written {
        Ok(path) => format!("a report is in {}", path.display()),
        Err(error) => format!("no report was written: {error}"),
    };
    let location = report.location.as_deref().unwrap_or("unknown place");
    format!("mentor-tui crashed: {} ({location})\nThis is a bug; {place}\n", report.message)
}

fn tell(message: &str) {
    let mut text = SafeText::default();
    text.lines(message);
    // There is nowhere left to complain to.
    let _ = std::io::stderr().write_all(text.as_str().as_bytes());
}

fn report(info: &PanicHookInfo<'_>) -> CrashReport {
    CrashReport {
        message: message(info).unwrap_or("no message").to_owned(),
        location: info.location().map(ToString::to_string),
        backtrace: Backtrace::force_capture().to_string(),
    }
}

fn message<'a>(info: &'a PanicHookInfo<'_>) -> Option<&'a str> {
    let payload = info.payload();
    payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

/// Panics when a test asks for it: `1` after the first frame, `reader` where the terminal is read.
/// Release builds do not have this.
#[cfg_attr(not(debug_assertions), expect(unused_variables, reason = "nothing can be asked for"))]
pub(super) fn panic_if_asked(place: &str) {
    #[cfg(debug_assertions)]
    {
        #[expect(clippy::disallowed_methods, reason = "a hook for tests, which debug builds alone have")]
        let asked = std::env::var_os("MENTOR_TUI_TEST_PANIC").is_some_and(|asked| asked == place);
        assert!(!asked, "a test asked for this");
    }
}

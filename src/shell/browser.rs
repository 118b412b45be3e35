//! Opening addresses in the browser.

use std::path::PathBuf;

use super::copy::finish;
use super::events::{Event, Unopened};
use super::frontend::Frontend;
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::notice::Notice;
use crate::desktop::Environment;
use crate::desktop::browser::{self, Opened};
use crate::desktop::clipboard;

/// Hands an address to the desktop, on a thread: a launcher may take its time. If no browser shows it, it goes to the
/// clipboard.
pub(super) fn open(url: String, front: &mut Frontend) {
    front.app.notify(Notice::info(format!("Opening {url}")).about(&url));
    front.start("open", move || {
        let environment = Environment::from_process();
        let outcome = browser::open(&url, &environment).map_err(|error| {
            let delivery = error.address_is_fine().then(|| clipboard::copy(&url, &environment));
            Unopened { error, delivery }
        });
        Event::Opened { url, outcome }
    });
}

/// Hands a file to the desktop, on a thread. If nothing shows it, a notice names it.
pub(super) fn open_file(path: PathBuf, front: &mut Frontend) {
    let shown = path.display().to_string();
    if !path.is_file() {
        return front.error(format!("{shown} is not there, or no file."));
    }
    front.info(format!("Opening {shown}"));
    front.start("open", move || {
        let outcome = browser::open_file(&path, &Environment::from_process());
        Event::Opened { url: shown, outcome: outcome.map_err(|error| Unopened { error, delivery: None }) }
    });
}

/// The notice about an address. If no browser showed it, the notice has it whole.
pub(super) fn opened(url: &str, outcome: Result<Opened, Unopened>) -> Notice {
    let Unopened { error, delivery } = match outcome {
        Ok(opened) => return Notice::info(format!("{opened}: {url}")).about(url),
        Err(unopened) => unopened,
    };
    let Some(delivery) = delivery else { return Notice::error(format!("{error}: {url}")) };
    let key = hint(Action::ShowQrCode);
    let notice = match finish(delivery) {
        Ok(delivery) => {
            Notice::info(format!("{error}. {}: {url} ({key}: QR code)", delivery.sentence("address")))
        }
        Err(sentence) => Notice::error(format!("{error}. Address {sentence}: {url} ({key}: QR code)")),
    };
    notice.about(url)
}

//! Opening addresses in the browser.

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
    front.app.notify(Notice::info(format!("opening {url}")).about(&url));
    front.start("open", move || {
        let environment = Environment::from_process();
        let outcome = browser::open(&url, &environment).map_err(|error| {
            let delivery = error.address_is_fine().then(|| clipboard::copy(&url, &environment));
            Unopened { error, delivery }
        });
        Event::Opened { url, outcome }
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
        Ok(delivery) => Notice::info(format!("{error}; address {delivery}: {url} ({key}: QR code)")),
        Err(sentence) => Notice::error(format!("{error}; address {sentence}: {url} ({key}: QR code)")),
    };
    notice.about(url)
}

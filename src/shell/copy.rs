//! Copying texts to the clipboard.

use std::path::PathBuf;

use super::events::Event;
use super::frontend::Frontend;
use super::session;
use crate::app::Pane;
use crate::app::action::CopyTarget;
use crate::app::notice::Notice;
use crate::desktop::Environment;
use crate::desktop::clipboard::{self, CopyError, Delivery};
use crate::write::command_line::{self, ViewArgs};
use crate::write::{json, text};

/// A copied text of at most this many bytes, on one line, is shown in the notice.
const MAX_SHOWN: usize = 240;

/// Copies the selected proposal in one of the formats of the command line, or the command that shows the current
/// view of the `opened` documents.
pub(super) fn copy_written(what: CopyTarget, opened: &[PathBuf], front: &mut Frontend) {
    let app = &front.app;
    let Some((index, entry)) = app.selected() else { return };
    let profile = app.filter().profile();
    let text = match what {
        CopyTarget::Json => json::object(app.catalog(), index, profile),
        CopyTarget::Plain => text::short_lines(entry, profile),
        _ => {
            let view = match app.pane() {
                Pane::List => ViewArgs::List(app.filter().input.text(), app.sort(), profile),
                Pane::Detail => ViewArgs::Proposal(entry),
            };
            command_line::command(opened, view)
        }
    };
    match text {
        Some(text) => copy(what.name(), text, front),
        None => front.error(format!("{} not copied: it holds characters that cannot be typed", what.name())),
    }
}

/// Hands a text to the clipboard, on a thread: a program may take its time. `what` is the name of the text.
pub(super) fn copy(what: &'static str, text: String, front: &mut Frontend) {
    front.start("copy", move || {
        let outcome = clipboard::copy(&text, &Environment::from_process());
        Event::Delivered { what, text, outcome }
    });
}

/// The notice about a copied text.
pub(super) fn delivered(what: &str, text: &str, outcome: Result<Delivery, CopyError>) -> Notice {
    let delivery = match finish(outcome) {
        Ok(delivery) => delivery,
        Err(sentence) => return Notice::error(format!("{what} {sentence}")),
    };
    let is_short = text.len() <= MAX_SHOWN && !text.contains('\n');
    let shown = if is_short { format!(": {text}") } else { String::new() };
    Notice::info(delivery.sentence(what) + &shown)
}

/// Writes the escape sequence of a delivery, if it has one. The error is a clause that follows the name of the text.
pub(super) fn finish(outcome: Result<Delivery, CopyError>) -> Result<Delivery, String> {
    let delivery = outcome.map_err(|error| error.to_string())?;
    if let Delivery::Escape(escape) = &delivery {
        session::write_all(escape.as_bytes())
            .map_err(|error| format!("not sent to the clipboard: {error}"))?;
    }
    Ok(delivery)
}

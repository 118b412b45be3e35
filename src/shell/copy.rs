//! Copying: a text on its way to the clipboard.

use super::events::Event;
use super::{Shell, session};
use crate::app::Pane;
use crate::app::action::CopyTarget;
use crate::app::notice::Notice;
use crate::desktop::Environment;
use crate::desktop::clipboard::{self, Delivery, Refusal};
use crate::write::command_line::{self, View};
use crate::write::{json, text};

/// A text of so many bytes on one line is shown with the word that it was copied.
const SHOWN: usize = 240;

impl Shell {
    /// Copies what the command line writes of the selected proposal.
    pub(super) fn copy_written(&mut self, what: CopyTarget) {
        let Some((index, entry)) = self.app.selected() else { return };
        let profile = self.app.filter().profile();
        let text = match what {
            CopyTarget::Json => json::object(self.app.catalog(), index, profile),
            CopyTarget::Plain => text::short_lines(entry, profile),
            _ => {
                let view = match self.app.pane() {
                    Pane::List => View::List(self.app.filter().input.text(), self.app.sort(), profile),
                    Pane::Detail => View::Proposal(entry),
                };
                command_line::command(&self.opened, view)
            }
        };
        let Some(text) = text else {
            let sentence = format!("{} not copied: it holds characters that cannot be typed", what.name());
            self.app.notify(Notice::error(sentence));
            return;
        };
        self.copy(what.name(), text);
    }

    /// Hands a text to the clipboard, on a thread: a program may take its time.
    pub(super) fn copy(&mut self, what: &'static str, text: String) {
        let sender = self.sender.clone();
        let copy = move || {
            let outcome = clipboard::copy(&text, &Environment::from_process());
            // The loop may have ended before; then nobody has to know.
            let _ = sender.send(Event::Delivered { what, text, outcome });
        };
        self.start("copy", copy);
    }
}

/// Says what became of a text.
pub(super) fn delivered(what: &str, text: &str, outcome: Result<Delivery, Refusal>) -> Notice {
    let delivery = match finish(outcome) {
        Ok(delivery) => delivery,
        Err(sentence) => return Notice::error(format!("{what} {sentence}")),
    };
    let is_short = text.len() <= SHOWN && !text.contains('\n');
    let shown = if is_short { format!(": {text}") } else { String::new() };
    Notice::info(format!("{what} {delivery}{shown}"))
}

/// Writes what is for the terminal. The error is a sentence behind the name of what was to be copied.
pub(super) fn finish(outcome: Result<Delivery, Refusal>) -> Result<Delivery, String> {
    let delivery = outcome.map_err(|refusal| refusal.to_string())?;
    if let Delivery::Escape(escape) = &delivery {
        session::write_all(escape.as_bytes())
            .map_err(|error| format!("not sent to the clipboard: {error}"))?;
    }
    Ok(delivery)
}

//! Copying: what of the selected proposal goes to the clipboard.

use super::action::{CopyTarget, Effect};
use super::follow::NO_SELECTION;
use super::notice::Notice;

use super::{App, Layer, keymap};
use crate::model::SafeText;

/// Shows what can be copied.
pub(super) fn show(app: &mut App) {
    if app.list.is_empty() {
        app.notify(Notice::info(NO_SELECTION));
    } else {
        app.layers.push(Layer::CopyMenu);
    }
}

/// Copies what stands on a row of the choice.
pub(super) fn take_row(app: &mut App, row: usize) -> Option<Effect> {
    let (_, what) = keymap::copies().nth(row)?;
    copy(app, what)
}

/// Copies something of the selected proposal. What it does not have is a sentence.
pub(super) fn copy(app: &mut App, what: CopyTarget) -> Option<Effect> {
    if matches!(app.layers.last(), Some(Layer::CopyMenu)) {
        app.layers.pop();
    }
    let Some((_, entry)) = app.selected() else {
        app.notify(Notice::info(NO_SELECTION));
        return None;
    };
    let proposal = entry.proposal;
    let text = match what {
        CopyTarget::Title => Ok(proposal.title.clone()),
        CopyTarget::Upstream => proposal
            .upstream
            .first()
            .map(|link| link.url.clone())
            .ok_or("this proposal names no upstream issue; O shows its other links"),
        CopyTarget::Apply => {
            let apply = proposal.apply.as_ref().map(|link| link.url.clone());
            apply.ok_or("this proposal does not say where to apply")
        }
        CopyTarget::Section => Ok(proposal.section.of(entry.text()).to_owned()),
        CopyTarget::Json | CopyTarget::Command | CopyTarget::Plain => return Some(Effect::CopyWritten(what)),
    };
    match text {
        // Nothing in it may be obeyed by whatever it is pasted into, which may be a shell: a line ends there too.
        Ok(text) => {
            let mut copied = SafeText::default();
            match what {
                CopyTarget::Section => copied.lines(&text),
                _ => copied.words(format_args!("{text}")),
            }
            Some(Effect::Copy(what.name(), copied.into_string()))
        }
        Err(sentence) => {
            app.notify(Notice::info(sentence));
            None
        }
    }
}

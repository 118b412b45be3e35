//! The copy menu: the parts of the selected proposal that can go to the clipboard.

use super::action::{Action, CopyTarget};
use super::effect::Effect;
use super::keymap::{self, Focus};
use super::notice::NO_SELECTION;
use super::panel::{Outcome, Panel};
use super::state::State;
use crate::model::SafeText;

/// The copy menu, and the row that was clicked.
#[derive(Debug, Clone, Default)]
pub struct CopyMenu {
    clicked: Option<CopyTarget>,
}

impl Panel for CopyMenu {
    fn focus(&self) -> Focus {
        Focus::CopyMenu
    }

    fn select_row(&mut self, row: usize) -> bool {
        self.clicked = keymap::copies().nth(row).map(|(_, target)| target);
        self.clicked.is_some()
    }

    fn enter(&mut self, state: &mut State) -> Outcome {
        self.clicked.and_then(|target| copy(state, target)).map_or(Outcome::Close, Outcome::Effect)
    }
}

/// Copies a part of the selected proposal. A notice says what the proposal does not have.
pub(super) fn copy(state: &mut State, target: CopyTarget) -> Option<Effect> {
    let Some((_, entry)) = state.browsing.selected() else {
        state.inform(NO_SELECTION);
        return None;
    };
    let proposal = entry.proposal;
    let links = keymap::hint(Action::ShowLinks);
    let text = match target {
        CopyTarget::Title => Ok(proposal.title.clone()),
        CopyTarget::Upstream => proposal
            .upstream
            .first()
            .map(|link| link.url.clone())
            .ok_or_else(|| format!("No upstream issue. Press {links} for the other links.")),
        CopyTarget::Apply => {
            let apply = proposal.apply.as_ref().map(|link| link.url.clone());
            apply.ok_or_else(|| format!("No apply link. Press {links} for the other links."))
        }
        CopyTarget::Section => Ok(proposal.section.of(entry.text()).to_owned()),
        CopyTarget::Json | CopyTarget::Command | CopyTarget::Plain => {
            return Some(Effect::CopyWritten(target));
        }
    };
    match text {
        // It may be pasted into a shell, which must obey nothing in it: not even the end of a line.
        Ok(text) => {
            let mut copied = SafeText::default();
            match target {
                CopyTarget::Section => copied.lines(&text),
                _ => copied.words(format_args!("{text}")),
            }
            Some(Effect::Copy(target.name(), copied.into_string()))
        }
        Err(sentence) => {
            state.inform(sentence);
            None
        }
    }
}

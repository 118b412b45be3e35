//! The state below the panels, in groups: browsing, reading, problems.

use super::action::{Action, Step};
use super::address::{self, Destination};
use super::browsing::Browsing;
use super::detail::Detail;
use super::effect::Effect;
use super::fix_preview::FixPreview;
use super::issues::Issues;
use super::keymap::{Focus, hint, hint_in};
use super::notice::{NO_SELECTION, Notice};
use super::offers::Offers;
use super::panes::{Panes, RowLines};
use super::problems::Problems;
use super::progress::Progress;
use super::viewport::Viewport;
use crate::model::Origin;

/// One of the two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of proposals.
    List,
    /// The page of the selected proposal.
    Detail,
}

/// The state that panels change.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// The proposals and the list.
    pub(super) browsing: Browsing,
    /// How the selected proposal is read.
    pub(super) detail: Detail,
    /// The results of the check.
    pub(super) problems: Problems,
    /// The last fix that was made in this session.
    pub(super) last_fix: Option<Box<FixPreview>>,
    /// The pane that has the keyboard when no panel lies over it.
    pub(super) pane: Pane,
    /// Whether one pane was asked for although two would fit.
    pub(super) one_pane: bool,
    /// How the panes share the screen.
    pub(super) panes: Panes,
    /// How many lines a proposal has in the list.
    pub(super) row_lines: RowLines,
    /// Whether the line between the panes is being dragged.
    pub(super) is_resizing: bool,
    /// Whether the program handles the mouse; otherwise the terminal does.
    pub(super) mouse: bool,
    pub(super) notice: Option<Notice>,
    pub(super) offers: Offers,
    /// The answers about upstream issues.
    pub(super) issues: Issues,
    pub(super) progress: Progress,
    /// The measures of the last frame.
    pub(super) viewport: Viewport,
}

impl State {
    /// Shows a sentence until the next key.
    pub(super) fn inform(&mut self, sentence: impl Into<String>) {
        self.notice = Some(Notice::info(sentence));
    }

    /// Shows a sentence about a failure until the next key.
    pub(super) fn fail(&mut self, sentence: impl Into<String>) {
        self.notice = Some(Notice::error(sentence));
    }

    /// Whether the detail is on the screen. A notice says why not.
    pub(super) fn require_detail(&mut self) -> bool {
        if self.browsing.list.is_empty() {
            self.inform(NO_SELECTION);
            return false;
        }
        let is_shown = self.viewport.detail_rows > 0;
        if !is_shown {
            self.inform(format!(
                "The proposal is not on the screen. Press {} to show it.",
                hint_in(Focus::List, Action::Enter)
            ));
        }
        is_shown
    }

    /// Shows a proposal (its catalog index) on its page. A filter that hides it is cleared; a notice says so.
    pub(super) fn show(&mut self, index: usize) {
        self.browsing.compared = None;
        if !self.browsing.list.select(index) {
            self.browsing.set_filter("");
            self.browsing.list.select(index);
            self.inform(format!(
                "Filter cleared, it hid this proposal. Press {} to undo.",
                hint(Action::Undo)
            ));
        }
        self.pane = Pane::Detail;
    }

    /// Scrolls the detail.
    pub(super) fn scroll_detail(&mut self, step: Step) {
        if let Some(id) = self.browsing.selected_id() {
            self.detail.scroll(&id, step, &self.viewport);
        }
    }

    /// Follows a link of the selected proposal. A notice says why not where it leads nowhere.
    pub(super) fn open(&mut self, url: &str) -> Option<Effect> {
        match self.destination(url) {
            Ok(Destination::Web(url)) => Some(Effect::Open(url)),
            Ok(Destination::File(path)) => Some(Effect::OpenFile(path)),
            Ok(Destination::Heading(name)) => {
                self.go_to_heading(&name);
                None
            }
            Err(reason) => {
                self.fail(format!("Not opened: {reason}: {url}"));
                None
            }
        }
    }

    /// Where a link of the selected proposal leads; the error says why nowhere.
    pub(super) fn destination(&self, link: &str) -> Result<Destination, String> {
        let entry = self.browsing.selected().map(|(_, entry)| entry);
        let origin = entry.map_or(&Origin::Stdin, |entry| entry.listing.document.origin());
        address::destination(origin, link)
    }

    /// Shows the proposal at a heading of the selected proposal's document.
    fn go_to_heading(&mut self, name: &str) {
        let selected = self.browsing.selected();
        let found = selected.and_then(|(_, entry)| {
            address::at_heading(entry, self.browsing.catalog.iter().enumerate(), name)
        });
        match found {
            Some(index) => self.show(index),
            None => self.fail(format!("No proposal at #{name} in this document.")),
        }
    }
}

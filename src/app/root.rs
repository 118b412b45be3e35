//! The root of the state: the groups and the panels that lie over the panes.

use std::borrow::Cow;
use std::sync::Arc;

use super::action::Action;
use super::browsing::Browsing;
use super::changes::Changes;
use super::detail::Detail;
use super::filter::Filter;
use super::filter_history::FilterHistory;
use super::issues::Issues;
use super::keymap::Focus;
use super::layer::Layer;
use super::list::List;
use super::notice::Notice;
use super::offers::Offers;
use super::panes::{Panes, RowLines};
use super::problems::Problems;
use super::progress::Progress;
use super::rows::Scroll;
use super::shelf::Shelf;
use super::state::{Pane, State};
use super::third::Third;
use super::viewport::Viewport;
use crate::model::{Catalog, Entry, ProposalId};
use crate::search::Profile;
use crate::search::likeness::Likeness;
use crate::search::sort::{Sort, Sorter};

/// Everything that the program knows while it runs.
#[derive(Debug, Clone)]
pub struct App {
    pub(super) state: State,
    /// The panels over the panes, the one on top last.
    pub(super) layers: Vec<Layer>,
    /// The changes that can be undone.
    pub(super) changes: Changes,
    /// The versions of the list and of the problems that the panels show.
    shown: (u64, u64),
    /// The skills and words that the proposals share, and the version and the length of the catalog that it is of.
    pub(super) likeness: Option<((u64, usize), Likeness)>,
    /// The third pane, where there is one.
    third: Option<Third>,
}

impl App {
    /// The state at the start: a catalog, the text of the filter, and whether the program handles the mouse.
    pub fn new(catalog: Catalog, filter: &str, mouse: bool) -> Self {
        let mut problems = Problems::default();
        catalog.listings().iter().for_each(|listing| problems.note(listing.document.origin()));
        let state = State {
            browsing: Browsing::new(catalog, filter),
            detail: Detail::default(),
            problems,
            last_fix: None,
            pane: Pane::List,
            one_pane: false,
            panes: Panes::default(),
            row_lines: RowLines::default(),
            is_resizing: false,
            mouse,
            notice: None,
            offers: Offers::default(),
            issues: Issues::default(),
            progress: Progress::default(),
            viewport: Viewport::default(),
        };
        Self {
            state,
            layers: Vec::new(),
            changes: Changes::default(),
            shown: (0, 0),
            likeness: None,
            third: None,
        }
    }

    /// The proposals.
    pub fn catalog(&self) -> &Catalog {
        &self.state.browsing.catalog
    }

    /// The proposals, for a thread that reads them while they change here: a change is made in a copy.
    pub fn shared_catalog(&self) -> Arc<Catalog> {
        Arc::clone(&self.state.browsing.catalog)
    }

    /// Consumes the app and returns its catalog.
    pub fn into_catalog(self) -> Catalog {
        Arc::unwrap_or_clone(self.state.browsing.catalog)
    }

    /// Bumped whenever the catalog or the profile is replaced; a key for caches.
    pub fn generation(&self) -> u64 {
        self.state.browsing.generation
    }

    pub fn list(&self) -> &List {
        &self.state.browsing.list
    }

    pub fn detail(&self) -> &Detail {
        &self.state.detail
    }

    pub fn filter(&self) -> &Filter {
        &self.state.browsing.filter
    }

    /// The filters that were used.
    pub fn history(&self) -> &FilterHistory {
        &self.state.browsing.history
    }

    /// Sets the filters of the sessions before, the oldest first.
    pub fn set_history(&mut self, filters: &[String]) {
        self.state.browsing.history = FilterHistory::new(filters);
    }

    /// The results of the check.
    pub fn problems(&self) -> &Problems {
        &self.state.problems
    }

    /// The order of the list.
    pub fn sort(&self) -> Sort {
        self.state.browsing.sort
    }

    /// Puts the list in another order. The selection stays with its proposal.
    pub fn set_sort(&mut self, sort: Sort) {
        self.state.browsing.set_sort(sort);
    }

    /// Sets the seed of the random order.
    pub fn set_seed(&mut self, seed: u64) {
        self.state.browsing.sorter = Sorter::new(seed);
    }

    /// Uses a profile: the skills that the user has.
    pub fn set_profile(&mut self, profile: Profile) {
        self.state.browsing.set_profile(profile);
    }

    /// Sets whether the mouse is captured.
    pub fn set_mouse(&mut self, on: bool) {
        self.state.mouse = on;
    }

    /// The mentor that the filter names; `None` when it names none or several, and without a mentor view.
    pub fn mentor(&self) -> Option<&str> {
        self.state.browsing.mentor.as_deref()
    }

    /// The pane that has the keyboard when no panel lies over it.
    pub fn pane(&self) -> Pane {
        self.state.pane
    }

    /// The panel on top.
    pub fn layer(&self) -> Option<&Layer> {
        self.layers.last()
    }

    /// The panel below the one on top.
    pub fn layer_below(&self) -> Option<&Layer> {
        self.layers.iter().rev().nth(1)
    }

    /// Whether one pane was asked for although two would fit.
    pub fn one_pane(&self) -> bool {
        self.state.one_pane
    }

    /// How the panes share the screen.
    pub fn panes(&self) -> Panes {
        self.state.panes
    }

    /// Sets how the panes share the screen.
    pub fn set_panes(&mut self, panes: Panes) {
        self.state.panes = panes;
    }

    /// How many lines a proposal has in the list.
    pub fn row_lines(&self) -> RowLines {
        self.state.row_lines
    }

    /// Sets how many lines a proposal has in the list.
    pub fn set_row_lines(&mut self, lines: RowLines) {
        self.state.row_lines = lines;
    }

    /// The third pane; `None` where there is none.
    pub fn third(&self) -> Option<&Third> {
        self.third.as_ref()
    }

    /// Whether the line between the panes is being dragged.
    pub fn is_resizing(&self) -> bool {
        self.state.is_resizing
    }

    /// The sentence about what just happened.
    pub fn notice(&self) -> Option<&Notice> {
        self.state.notice.as_ref()
    }

    /// Shows a notice until the next key.
    pub fn notify(&mut self, notice: Notice) {
        self.state.notice = Some(notice);
    }

    /// The measures of the last frame.
    pub fn viewport(&self) -> &Viewport {
        &self.state.viewport
    }

    /// The selected proposal with its catalog index.
    pub fn selected(&self) -> Option<(usize, Entry<'_>)> {
        self.state.browsing.selected()
    }

    /// Whether a proposal is marked.
    /// Whether a proposal changed since it was looked at.
    pub fn is_changed(&self, id: &ProposalId) -> bool {
        self.state.browsing.changed.contains(id)
    }

    /// Whether a proposal is on the shortlist.
    pub fn is_marked(&self, id: &ProposalId) -> bool {
        self.state.browsing.shelf.contains(id)
    }

    /// The catalog indexes of the proposals on the shortlist, in the order in which they were added.
    pub fn marked(&self) -> Vec<usize> {
        self.state.browsing.marked()
    }

    /// The catalog indexes of the proposals that are compared.
    pub fn to_compare(&self) -> Vec<usize> {
        self.state.browsing.to_compare()
    }

    /// The shortlist.
    pub fn shelf(&self) -> &Shelf {
        &self.state.browsing.shelf
    }

    /// How much of the sources has been read.
    pub fn progress(&self) -> Progress {
        self.state.progress
    }

    /// Sets how much of the sources has been read.
    pub fn set_progress(&mut self, progress: Progress) {
        let was_under_way = std::mem::replace(&mut self.state.progress, progress).is_under_way();
        let browsing = &mut self.state.browsing;
        if was_under_way && !progress.is_under_way() && !browsing.shelf.is_empty() {
            // While documents came in, the shortlist was found by identities alone.
            browsing.shelf.settle(&browsing.catalog);
            browsing.shelf_changed();
        }
    }

    /// Which keys count now.
    pub fn focus(&self) -> Focus {
        match (self.layers.last(), self.state.pane) {
            (Some(layer), _) => layer.panel().focus(),
            (None, Pane::List) => Focus::List,
            (None, Pane::Detail) => Focus::Detail,
        }
    }

    /// The sentence of the footer: the notice, otherwise that of the panel on top. `None` when it shows keys.
    pub fn sentence(&self) -> Option<Cow<'_, str>> {
        let notice = self.state.notice.as_ref().map(|notice| Cow::Borrowed(notice.text.as_str()));
        notice.or_else(|| self.layers.last()?.panel().sentence())
    }

    /// Whether an action would do something now: an empty list has nothing to read, and only a filter that was
    /// kept can be dropped.
    pub fn has_use(&self, action: Action) -> bool {
        if let Some(layer) = self.layers.last() {
            return layer.panel().has_use(action);
        }
        let browsing = &self.state.browsing;
        match action {
            Action::Move(_)
            | Action::Enter
            | Action::ToggleSource
            | Action::OpenUpstream
            | Action::AskIssue
            | Action::ShowAlike
            | Action::ShowLinks => !browsing.list.is_empty(),
            Action::Compare => browsing.to_compare().len() > 1,
            Action::Back if self.state.pane == Pane::List => browsing.filter.is_active(),
            Action::ShowHints => !self.state.viewport.spots.is_empty(),
            _ => true,
        }
    }

    /// Takes the measures of the screen and brings everything into view. Returns whether that changed what there is
    /// to measure.
    pub fn fit(&mut self, viewport: Viewport) -> bool {
        let before = self.place();
        self.refresh_panels();
        let state = &mut self.state;
        state.browsing.list.rows.set_tall(viewport.row_lines);
        state.browsing.list.rows.fit(viewport.list_rows);
        if let Some(id) = state.browsing.selected_id() {
            // A search or a jump that was asked for comes last and wins.
            state.detail.lead(&id, state.browsing.filter.input.text(), &viewport);
            state.detail.fit(&id, &viewport);
            if viewport.detail_rows > 0 {
                state.browsing.changed.remove(&id);
                state.browsing.came.remove(&id);
                if state.pane == Pane::Detail {
                    state.browsing.news.open(id);
                }
            }
        }
        if let Some(layer) = self.layers.last_mut() {
            layer.panel_mut().fit(&viewport);
        }
        let is_other = viewport != self.state.viewport;
        self.state.viewport = viewport;
        is_other || self.place() != before
    }

    /// The selected proposal (its catalog index) and the first row of it in view.
    fn place(&self) -> Option<(usize, usize)> {
        let (index, entry) = self.selected()?;
        Some((index, self.state.detail.top(&entry.proposal.id)))
    }

    /// While there is a comparison, commands act on the proposal of its column.
    pub(super) fn follow_comparison(&mut self) {
        let column = self.layers.iter().find_map(|layer| match layer {
            Layer::Compare(panel) => Some(panel.column),
            _ => None,
        });
        let browsing = &mut self.state.browsing;
        let index = column.and_then(|column| browsing.to_compare().get(column).copied());
        browsing.compared = index.and_then(|index| Some(browsing.catalog.get(index)?.proposal.id.clone()));
    }

    /// Lets the panels take over what changed in the list or the problems since they did.
    pub(super) fn refresh_panels(&mut self) {
        let current = (self.state.browsing.revision, self.state.problems.version());
        let is_other = std::mem::replace(&mut self.shown, current) != current;
        let state = &mut self.state;
        let wanted = state.panes.third.filter(|_| state.viewport.can_have_third && !state.one_pane);
        self.third =
            wanted.map(|wanted| match self.third.take().filter(|shown| !is_other && shown.is(wanted)) {
                Some(shown) => shown.following(state),
                None => Third::new(wanted, state),
            });
        if is_other {
            for layer in &mut self.layers {
                layer.panel_mut().refresh(&mut self.state);
            }
        }
    }
}

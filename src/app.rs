//! State: what the program knows while it runs, and how an action changes it.
//!
//! State in, state out: [`App::update`] does no I/O and reads no clock; what has to happen outside
//! comes back as an [`Effect`]. [`App::fit`] takes the measures of the screen before each frame.
//! Who has the keyboard is derived from the state by [`App::focus`] alone.

pub mod action;
mod bookmarks;
mod copy_menu;
pub mod cursor;
pub mod detail;
pub mod facets;
pub mod filter;
mod find_next;
pub mod fix_preview;
mod follow;
pub mod hints;
pub mod input;
mod intake;
mod jump;
pub mod keymap;
mod layer;
pub mod links;
pub mod list;
pub mod mentor_view;
pub mod notice;
mod order;
pub mod picker;
pub mod problems;
pub mod progress;
pub mod reload;
pub mod scroll_anchor;
pub mod stats;
mod update;
pub mod viewport;

use action::{Action, Effect};
use bookmarks::Bookmarks;
use detail::Detail;
use filter::Filter;
use hints::Hints;
use keymap::Focus;
pub use layer::Layer;
use list::List;
use notice::Notice;
use problems::Problems;
use progress::Progress;
use viewport::Viewport;

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Catalog, Entry, ProposalId};
use crate::search::Profile;
use crate::search::sort::{Sort, Sorter};

/// One of the two panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of proposals.
    List,
    /// The detail of the selected one.
    Detail,
}

/// Everything that the program knows while it runs.
#[derive(Debug)]
pub struct App {
    /// Shared with whoever checks it meanwhile.
    catalog: Arc<Catalog>,
    /// Counts catalogs and profiles, so that whoever caches knows when another one took the place.
    generation: u64,
    list: List,
    detail: Detail,
    filter: Filter,
    sort: Sort,
    sorter: Sorter,
    pane: Pane,
    layers: Vec<Layer>,
    one_pane: bool,
    mouse: bool,
    notice: Option<Notice>,
    progress: Progress,
    /// The proposals that changed under the eyes of the user and were not looked at since.
    changed: HashSet<ProposalId>,
    problems: Problems,
    /// The mentor whose proposals the filter leaves, where it is one.
    mentor: Option<String>,
    marks: Bookmarks,
    viewport: Viewport,
}

impl App {
    /// The state at the start: a catalog, and the text of the filter.
    #[must_use]
    pub fn new(catalog: Catalog, filter: &str, mouse: bool) -> Self {
        let mut app = Self {
            catalog: Arc::new(catalog),
            generation: 0,
            list: List::default(),
            detail: Detail::default(),
            filter: Filter::new(filter),
            sort: Sort::default(),
            sorter: Sorter::default(),
            pane: Pane::List,
            layers: Vec::new(),
            one_pane: false,
            mouse,
            notice: None,
            progress: Progress::default(),
            changed: HashSet::new(),
            problems: Problems::default(),
            mentor: None,
            marks: Bookmarks::default(),
            viewport: Viewport::default(),
        };
        app.check_again();
        app.refilter();
        app
    }

    /// The proposals.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// What is left when the screen is: the proposals.
    #[must_use]
    pub fn into_catalog(self) -> Catalog {
        Arc::unwrap_or_clone(self.catalog)
    }

    /// The number of the catalog and the profile: another number, another one of them.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The detail.
    #[must_use]
    pub fn detail(&self) -> &Detail {
        &self.detail
    }

    /// The filter.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The order of the list.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// Puts the list in another order. The selection stays with its proposal.
    pub fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
        let selected = self.selected_id();
        self.relist();
        self.select_id(selected.as_ref());
    }

    /// Says what the random order of this run comes from.
    pub fn set_seed(&mut self, seed: u64) {
        self.sorter = Sorter::new(seed);
    }

    /// The pane that has the focus when nothing lies over it.
    #[must_use]
    pub fn pane(&self) -> Pane {
        self.pane
    }

    /// What lies on top, if anything does.
    #[must_use]
    pub fn layer(&self) -> Option<&Layer> {
        self.layers.last()
    }

    /// What lies below that.
    #[must_use]
    pub fn layer_below(&self) -> Option<&Layer> {
        self.layers.iter().rev().nth(1)
    }

    /// Whether one pane was asked for where two would fit.
    #[must_use]
    pub fn one_pane(&self) -> bool {
        self.one_pane
    }

    /// The sentence about what just happened.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The measures of the last frame.
    #[must_use]
    pub fn viewport(&self) -> &Viewport {
        &self.viewport
    }

    /// The selected proposal with its catalog index.
    #[must_use]
    pub fn selected(&self) -> Option<(usize, Entry<'_>)> {
        let index = self.list.selected()?;
        Some((index, self.catalog.get(index)?))
    }

    /// Who has the keyboard: the one place that decides it.
    #[must_use]
    pub fn focus(&self) -> Focus {
        match (self.layers.last(), self.pane) {
            (Some(Layer::Filter { .. }), _) => Focus::Filter,
            (Some(Layer::Find), _) => Focus::Find,
            (Some(Layer::Help { .. }), _) => Focus::Help,
            (Some(Layer::Compare { .. }), _) => Focus::Compare,
            (Some(Layer::Menu(_)), _) => Focus::Menu,
            (Some(Layer::Stats(_)), _) => Focus::Stats,
            (Some(Layer::Facets(_)), _) => Focus::Facets,
            (Some(Layer::Problems(panel)), _) if panel.typing => Focus::Narrowing,
            (Some(Layer::Problems(_)), _) => Focus::Problems,
            (Some(Layer::Fix(_)), _) => Focus::Fix,
            (Some(Layer::CopyMenu), _) => Focus::CopyMenu,
            (Some(Layer::Hints(_)), _) => Focus::Hints,
            (Some(Layer::QrCode { .. }), _) => Focus::QrCode,
            (None, Pane::List) => Focus::List,
            (None, Pane::Detail) => Focus::Detail,
        }
    }

    /// Takes what the user can do: what fits it is shown.
    pub fn set_profile(&mut self, profile: Profile) {
        self.filter.set_profile(profile);
        self.sorter.forget_catalog();
        self.generation += 1;
        self.refilter();
    }

    /// Says what happened outside, until the next key.
    pub fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// Takes the measures of the screen and brings everything into view.
    pub fn fit(&mut self, viewport: Viewport) {
        self.list.fit(viewport.list_rows);
        if let Some(id) = self.selected_id() {
            // First what the filter leads to: a search or a jump that was asked for goes before it.
            self.detail.lead(&id, self.filter.input.text(), &viewport);
            self.detail.fit(&id, &viewport);
            if viewport.detail_rows > 0 {
                self.changed.remove(&id);
            }
        }
        match self.layers.last_mut() {
            Some(Layer::Menu(picker)) => picker.fit(viewport.layer_rows),
            Some(Layer::Stats(board)) => board.fit(viewport.layer_rows),
            Some(Layer::Facets(panel)) => panel.fit(viewport.layer_rows),
            Some(Layer::Problems(panel)) => panel.fit(viewport.layer_rows),
            Some(Layer::Fix(preview)) => preview.fit(&viewport),
            Some(Layer::Help { top } | Layer::Compare { top }) => {
                *top = (*top).min(cursor::last_top(viewport.layer_height, viewport.layer_rows));
            }
            // Another text came under them: hints are for what is seen.
            Some(Layer::Hints(hints)) if !hints.are_of(&viewport.spots) => {
                *hints = Hints::new(&viewport.spots);
            }
            Some(
                Layer::Filter { .. } | Layer::Find | Layer::CopyMenu | Layer::Hints(_) | Layer::QrCode { .. },
            )
            | None => {}
        }
        self.viewport = viewport;
    }

    /// Whether a proposal changed since it was looked at.
    #[must_use]
    pub fn is_changed(&self, id: &ProposalId) -> bool {
        self.changed.contains(id)
    }

    /// How much of what was asked for has been read.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Says how much of what was asked for has been read.
    pub fn set_progress(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// Changes the state as an action asks; says what has to happen outside.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let said = self.notice.take();
        update::update(self, action, said.as_ref())
    }

    /// A paste: text for the input that has the focus, and nothing where none has.
    pub fn paste(&mut self, text: &str) {
        self.notice = None;
        if update::typing::input(self).map(|input| input.paste(text)).is_some() {
            update::typing::changed(self);
        }
    }

    fn selected_id(&self) -> Option<ProposalId> {
        self.selected().map(|(_, entry)| entry.proposal.id.clone())
    }

    fn select_id(&mut self, id: Option<&ProposalId>) {
        if let Some(index) = id.and_then(|id| self.catalog.find(id)) {
            self.list.select(index);
        }
    }

    /// Another catalog took the place of the one before.
    fn look_up_anew(&mut self) {
        self.generation += 1;
        self.filter.forget_catalog();
        self.sorter.forget_catalog();
        self.refilter();
    }

    fn refilter(&mut self) {
        self.filter.refresh(&self.catalog);
        let hits = &self.filter.answer().hits;
        self.mentor = mentor_view::mentor(self.filter.input.text(), &self.catalog, hits);
        self.relist();
        facets::refresh(self);
    }

    /// Fills the list with what the filter leaves.
    fn relist(&mut self) {
        let (filtered, hits) = (self.filter.is_active(), &self.filter.answer().hits);
        let sorted = self.sorter.sorted(&self.catalog, hits, self.sort, filtered, self.filter.fits());
        self.list.fill(&self.catalog, &sorted, self.sort.grouping(filtered));
        self.recount();
    }

    /// Counts what is listed, where the counts are on the screen.
    fn recount(&mut self) {
        let board = self.layers.iter_mut().find_map(|layer| match layer {
            Layer::Stats(board) => Some(board),
            _ => None,
        });
        if let Some(board) = board {
            board.refresh(self.filter.insight(&self.catalog));
        }
    }
}

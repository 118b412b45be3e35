//! The start page: the places that it offers, and what opening one of them means.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::start::Place;
use crate::search::sort::Sort;
use crate::source::Plan;

/// A listing to open in place of the one that is open.
#[derive(Debug)]
pub struct Opening {
    pub plan: Plan,
    /// The name of the source on the screen.
    pub source: String,
    /// The paths to remember as opened last; empty to remember none.
    pub remember: Vec<PathBuf>,
    /// The key under which filter and order are remembered; `None` to remember neither.
    pub document: Option<String>,
    /// The path or the address; empty for the sample.
    pub opened: Vec<PathBuf>,
    /// The filter at the start; empty for none.
    pub filter: String,
    /// The order of the list at the start.
    pub sort: Sort,
}

type ListPlaces = dyn Fn() -> Vec<Place> + Send + Sync;
type Open = dyn Fn(Option<PathBuf>) -> Opening + Send + Sync;

/// The start page: the places that it offers, and how one of them is opened.
#[derive(Clone)]
pub struct StartPage {
    /// Whether the session begins with it.
    pub at_once: bool,
    pub(super) places: Arc<ListPlaces>,
    pub(super) open: Arc<Open>,
}

impl StartPage {
    /// `places` is asked each time that the page is shown, and `open` with a path or an address, or `None` for the sample.
    pub fn new(
        at_once: bool,
        places: impl Fn() -> Vec<Place> + Send + Sync + 'static,
        open: impl Fn(Option<PathBuf>) -> Opening + Send + Sync + 'static,
    ) -> Self {
        Self { at_once, places: Arc::new(places), open: Arc::new(open) }
    }
}

impl fmt::Debug for StartPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StartPage").field("at_once", &self.at_once).finish_non_exhaustive()
    }
}

//! Opening another listing in place of the one that is open.

use super::browsing::Browsing;
use super::changes::Changes;
use super::detail::Detail;
use super::problems::Problems;
use super::progress::Progress;
use super::start::{Place, StartPanel};
use super::state::Pane;
use super::{App, Layer};
use crate::model::Catalog;
use crate::search::sort::Sort;

impl App {
    /// Shows the start page.
    pub fn show_start(&mut self, places: Vec<Place>) {
        self.layers.retain(|layer| !matches!(layer, Layer::Start(_)));
        self.layers.push(Layer::Start(Box::new(StartPanel::new(places))));
    }

    /// Takes away all that is open, for another listing with its filter and its order. What is about the user stays.
    pub fn open_other(&mut self, filter: &str, sort: Sort) {
        let seed = self.state.browsing.sorter.clone();
        let state = &mut self.state;
        let new = Browsing::new(Catalog::default(), filter);
        let old = std::mem::replace(&mut state.browsing, new);
        state.browsing.sorter = seed;
        state.browsing.history = old.history;
        state.browsing.is_desk = old.is_desk;
        (state.browsing.generation, state.browsing.revision) = (old.generation + 1, old.revision + 1);
        state.browsing.set_profile(old.filter.profile().clone());
        state.browsing.set_sort(sort);
        (state.detail, state.problems) = (Detail::default(), Problems::default());
        (state.pane, state.notice, state.progress) = (Pane::List, None, Progress::default());
        self.layers.clear();
        self.changes = Changes::default();
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::app::action::{Action, Step};
    use crate::app::effect::Effect;
    use crate::app::start::PlaceGroup;

    fn place(group: PlaceGroup, name: &str) -> Place {
        let target = (group != PlaceGroup::Sample).then(|| PathBuf::from(format!("gh:{name}/ideas")));
        Place {
            group,
            name: name.to_owned(),
            about: "GSoC".to_owned(),
            state: "not fetched".to_owned(),
            target,
        }
    }

    fn app() -> App {
        let mut app = App::new(Catalog::default(), "", false);
        app.show_start(vec![
            place(PlaceGroup::Sample, "sample"),
            place(PlaceGroup::Known, "tide"),
            place(PlaceGroup::Known, "loom"),
            place(PlaceGroup::Before, "reef"),
        ]);
        app
    }

    fn opened(app: &mut App, typed: &str) -> Option<String> {
        let _ = app.update(Action::Narrow);
        app.paste(typed);
        match app.update(Action::Enter)? {
            Effect::OpenListing(target) => {
                Some(target.map_or("sample".to_owned(), |it| it.display().to_string()))
            }
            _ => None,
        }
    }

    #[test]
    fn the_nearest_places_come_first_and_enter_opens_one() {
        let mut app = app();
        let _ = app.update(Action::Move(Step::Down));
        assert_eq!(app.update(Action::Enter), Some(Effect::OpenListing(Some("gh:tide/ideas".into()))));
        assert!(app.layer().is_none());
        assert_eq!(opened(&mut self::app(), ""), Some("gh:reef/ideas".to_owned()));
    }

    #[test]
    fn words_narrow_the_places_down_and_an_address_is_opened() {
        assert_eq!(opened(&mut app(), "loom"), Some("gh:loom/ideas".to_owned()));
        assert_eq!(opened(&mut app(), "gsoc sample"), Some("sample".to_owned()));
        assert_eq!(opened(&mut app(), "gh:other/repository "), Some("gh:other/repository".to_owned()));
        assert_eq!(opened(&mut app(), "ideas.md"), Some("ideas.md".to_owned()), "nothing else holds it");
        let mut empty = App::new(Catalog::default(), "", false);
        empty.show_start(Vec::new());
        assert_eq!(empty.update(Action::Enter), None);
    }
}

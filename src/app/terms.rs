//! Terms: the newest one, and the menu that shows the proposals of one of them.

use super::action::Action;
use super::keymap::Focus;
use super::keymap::{hint, hint_in};
use super::picker::{Choice as Item, MenuItem, Picker};
use super::state::State;
use super::{App, Layer};
use crate::model::{Term, counted};
use crate::search::edit::Choice;
use crate::search::facets::Facet;

impl App {
    /// Shows the newest term alone, where there are several and no filter. Returns whether it does.
    pub fn show_newest_term(&mut self) -> bool {
        let browsing = &self.state.browsing;
        let given = browsing.given_filter.as_deref();
        let is_free = [Some(""), given].contains(&Some(browsing.filter.input.text()));
        let terms = terms(&self.state);
        let Some((newest, _)) = terms.first().filter(|_| terms.len() > 1 && is_free) else { return false };
        let filter = Facet::Terms.choose("", &newest.to_string(), Choice::Included);
        self.state.browsing.set_filter(&filter);
        self.state.browsing.list.rows.select_first();
        self.state.browsing.given_filter = Some(filter);
        let (menu, clear) = (hint(Action::ShowTerms), hint_in(Focus::List, Action::Back));
        self.state.inform(format!("The newest term. {menu}: another one. {clear}: all {}.", terms.len()));
        true
    }

    /// The filter that shows the newest term, as long as nobody typed another: nothing to be remembered.
    pub fn given_filter(&self) -> Option<&str> {
        self.state.browsing.given_filter.as_deref()
    }
}

/// Shows the terms.
pub(super) fn show(app: &mut App) {
    let terms = terms(&app.state);
    if terms.len() < 2 {
        return app.state.inform("These proposals are of one term.");
    }
    let text = app.state.browsing.filter.input.text();
    let is_chosen =
        |(term, _): &(Term, usize)| Facet::Terms.choice(text, &term.to_string()) == Choice::Included;
    let current = terms.iter().position(is_chosen).map_or(0, |at| at + 1);
    let item = |name: String, count: usize, at: Option<usize>| MenuItem {
        name,
        note: counted(count, "proposal"),
        keywords: "",
        choice: Item::Run(Action::UseTerm(at)),
    };
    let all = item("All terms".to_owned(), app.state.browsing.catalog.len(), None);
    let each = terms.iter().enumerate();
    let each = each.map(|(at, (term, count))| item(term.to_string(), *count, Some(at)));
    let items = std::iter::once(all).chain(each).collect();
    app.layers.push(Layer::Menu(Box::new(Picker::new("Term", items).with_current(current))));
}

/// Shows the proposals of a term by its place among them, the newest first; or of all of them. The rest of the filter
/// stays.
pub(super) fn choose(state: &mut State, at: Option<usize>) {
    let terms = terms(state);
    let mut text = state.browsing.filter.input.text().to_owned();
    for (term, _) in &terms {
        let name = term.to_string();
        if Facet::Terms.choice(&text, &name) != Choice::Off {
            text = Facet::Terms.choose(&text, &name, Choice::Off);
        }
    }
    let chosen = at.and_then(|at| terms.get(at));
    if let Some((term, _)) = chosen {
        text = Facet::Terms.choose(&text, &term.to_string(), Choice::Included);
    }
    state.browsing.set_filter(&text);
    state.browsing.list.rows.select_first();
    match chosen {
        Some((term, _)) => state.inform(format!("Filtered by {term}. Press {} to undo.", hint(Action::Undo))),
        None => state.inform("Proposals of all terms."),
    }
}

/// The terms of the proposals, the newest first, with their numbers.
fn terms(state: &State) -> Vec<(Term, usize)> {
    let catalog = &state.browsing.catalog;
    let mut terms: Vec<Term> = catalog.terms().iter().flatten().cloned().collect();
    terms.sort_by(|left, right| right.cmp(left));
    let count = |term: &Term| {
        let listings = catalog.listings().iter().filter(|listing| listing.term.as_ref() == Some(term));
        listings.map(|listing| listing.proposals.len()).sum()
    };
    terms.into_iter().map(|term| (term.clone(), count(&term))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalog, Document, Listing, Origin, Proposal, ProposalId, Span};

    fn app(years: &[u16], filter: &str) -> App {
        let listing = |&year: &u16| {
            let document = Document::new(Origin::File(format!("{year}.md").into()), "");
            let (id, span) = (ProposalId::new(format!("net-{year}")), Span::new(0, 0));
            let proposals = vec![Proposal::new(id, format!("Net {year}"), span, span)];
            let term = Some(Term { year, season: None, programme: None });
            Listing { term, ..Listing::new(document, proposals) }
        };
        App::new(Catalog::new(years.iter().map(listing).collect()), filter, false)
    }

    fn titles(app: &App) -> Vec<String> {
        app.list().proposals().filter_map(|at| Some(app.catalog().get(at)?.proposal.title.clone())).collect()
    }

    #[test]
    fn the_newest_term_is_shown_unless_there_is_a_filter() {
        let mut app = self::app(&[2024, 2026, 2025], "");
        assert!(app.show_newest_term());
        assert_eq!(titles(&app), ["Net 2026"]);
        assert_eq!(app.given_filter(), Some(app.filter().input.text()));
        assert!(app.show_newest_term(), "its own filter may be replaced");
        assert!(!self::app(&[2024, 2026], "net").show_newest_term());
        assert!(!self::app(&[2026, 2026], "").show_newest_term());
    }

    #[test]
    fn another_term_takes_the_place_of_the_one_before() {
        let mut app = self::app(&[2024, 2026, 2025], "net");
        let _ = app.update(Action::UseTerm(Some(1)));
        assert_eq!(titles(&app), ["Net 2025"]);
        let _ = app.update(Action::UseTerm(Some(2)));
        assert_eq!(titles(&app), ["Net 2024"]);
        let _ = app.update(Action::UseTerm(None));
        assert_eq!((titles(&app).len(), app.filter().input.text().trim()), (3, "net"));
    }
}

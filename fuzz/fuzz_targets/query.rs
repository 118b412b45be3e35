//! Any query is understood, is answered, and can be edited by the panels.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use mentor_tui::model::Catalog;
use mentor_tui::search::edit::{self, Choice};
use mentor_tui::search::{Index, Query, Scope};
use mentor_tui_fuzz::{catalog, decoded};

const LISTING: &str = include_str!("../../tests/fixtures/screen.md");

/// The fields whose values the panels choose.
const SCOPES: [Scope; 3] = [Scope::Skill, Scope::Project, Scope::Mentor];

thread_local! {
    static ASKED: RefCell<(Catalog, Index)> = {
        let catalog = catalog(LISTING);
        let index = Index::new(&catalog);
        RefCell::new((catalog, index))
    };
}

fuzz_target!(|data: &[u8]| {
    let Some(typed) = decoded(data) else { return };
    let query = Query::parse(typed);
    let clauses = query.clauses().iter().map(|clause| &clause.span);
    for span in clauses.chain(query.notes().iter().map(|note| &note.span)) {
        assert!(typed.get(span.clone()).is_some_and(|part| !part.is_empty()), "{span:?}");
    }
    ASKED.with_borrow_mut(|(catalog, index)| {
        let answer = index.search(catalog, &query);
        assert!(answer.hits.iter().all(|&hit| hit < catalog.len()));
        assert_eq!(
            answer,
            Index::new(catalog).search(catalog, &query),
            "an answer depends on its query only"
        );
    });
    for scope in SCOPES {
        let included =
            edit::choose(typed, scope, "tide clock", Choice::Included, |value| value == "tide clock");
        let named = |choice| {
            let chosen = edit::chosen(&included, scope).into_iter();
            chosen.filter(|chosen| chosen.choice == choice && chosen.value == "tide clock").count()
        };
        assert_eq!((named(Choice::Included), named(Choice::Excluded)), (1, 0), "{typed:?} {included:?}");
        let without = edit::without_includes(&included, scope);
        let left = edit::chosen(&without, scope);
        assert!(left.iter().all(|chosen| chosen.choice == Choice::Excluded), "{typed:?} {without:?}");
    }
});

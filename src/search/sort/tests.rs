//! The orders, one by one.

use super::*;
use crate::model::{Document, Listing, Mentor, Origin, ProposalId, Skill, Span};

fn proposal(number: usize, project: &str, title: &str, difficulty: &str, skills: usize) -> Proposal {
    let span = Span::default();
    let skill = |at: usize| Skill {
        text: at.to_string(),
        span,
        level: if at == 0 { SkillLevel::NiceToHave } else { SkillLevel::Unsaid },
        aside: None,
    };
    let mentor = Mentor { name: "Ada".to_owned(), github: None, email: None, primary: false, span };
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Proposal {
        project: said(project),
        difficulty: said(difficulty),
        size: said(if number == 2 { "350 hours" } else { "" }),
        skills: (0..skills).map(skill).collect(),
        mentors: vec![mentor; number % 3],
        ..Proposal::new(ProposalId::new(format!("p-{number}")), title, span, Span::new(0, 9 - number))
    }
}

fn catalog() -> Catalog {
    let proposals = vec![
        proposal(0, "Tide", "zebra", "", 3),
        proposal(1, "Tide", "Éclair", "Hard", 0),
        proposal(2, "bell", "apple", "Easy to medium", 1),
        proposal(3, "", "Apple", "Easy", 2),
        proposal(4, "Tide", "mango", "hard", 2),
    ];
    Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, "0123456789"), proposals)])
}

fn sorted(order: Order, reversed: bool) -> Vec<usize> {
    let hits = [0, 1, 2, 3, 4];
    Sorter::new(7).sorted(&catalog(), &hits, Sort { order, reversed }, false, &[]).into_owned()
}

#[test]
fn by_fit_little_missing_comes_first_and_what_names_no_skill_last() {
    let fit = |have: usize, missing: usize| {
        let some = |count| vec![Cow::Borrowed("x"); count];
        Some(Fit { have: some(have), missing: some(missing), bonus: Vec::new() })
    };
    let fits = [fit(1, 2), None, fit(1, 0), fit(4, 2), fit(3, 0)];
    let sorted = |reversed| {
        let sort = Sort { order: Order::Fit, reversed };
        Sorter::default().sorted(&catalog(), &[0, 1, 2, 3, 4], sort, false, &fits).into_owned()
    };
    assert_eq!((sorted(false), sorted(true)), (vec![4, 2, 3, 0, 1], vec![0, 3, 2, 4, 1]));
}

#[test]
fn every_order_is_stable_and_leaves_the_unknown_at_the_end() {
    let orders = [
        (Order::Document, [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]),
        (Order::Best, [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]),
        (Order::Project, [2, 0, 1, 4, 3], [0, 1, 4, 2, 3]),
        (Order::Title, [2, 3, 1, 4, 0], [0, 4, 1, 2, 3]),
        (Order::Fit, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
        (Order::Skills, [2, 3, 4, 0, 1], [0, 3, 4, 2, 1]),
        (Order::Mentors, [1, 4, 2, 0, 3], [2, 1, 4, 0, 3]),
        (Order::Length, [4, 3, 2, 1, 0], [0, 1, 2, 3, 4]),
        (Order::Difficulty, [3, 2, 1, 4, 0], [1, 4, 2, 3, 0]),
        (Order::Size, [2, 0, 1, 3, 4], [2, 0, 1, 3, 4]),
    ];
    for (order, forwards, backwards) in orders {
        assert_eq!(sorted(order, false), forwards, "{order:?}");
        assert_eq!(sorted(order, true), backwards, "{order:?} reversed");
    }
}

#[test]
fn a_random_order_stays_and_gives_every_project_its_turn() {
    let first = sorted(Order::Random, false);
    assert_eq!(first, sorted(Order::Random, false));
    let mut backwards = sorted(Order::Random, true);
    backwards.reverse();
    assert_eq!(first, backwards);
    let of_tide = |hit: &usize| [0, 1, 4].contains(hit);
    assert_eq!(first[..3].iter().filter(|hit| of_tide(hit)).count(), 1, "{first:?}");
    let with = |seed| {
        let sort = Sort { order: Order::Random, reversed: false };
        Sorter::new(seed).sorted(&catalog(), &[0, 1, 2, 3, 4], sort, false, &[]).into_owned()
    };
    assert!((0..20).any(|seed| with(seed) != first), "the seed counts");
}

#[test]
fn what_a_filter_leaves_is_put_in_order() {
    let (catalog, mut sorter) = (catalog(), Sorter::default());
    let mut in_order = |order, reversed| {
        sorter.sorted(&catalog, &[3, 0, 2], Sort { order, reversed }, true, &[]).into_owned()
    };
    assert_eq!(in_order(Order::Best, false), [3, 0, 2]);
    assert_eq!(in_order(Order::Best, true), [2, 0, 3]);
    assert_eq!(in_order(Order::Document, false), [0, 2, 3]);
    assert_eq!(in_order(Order::Title, false), [2, 3, 0]);
    assert_eq!(in_order(Order::Title, true), [0, 2, 3]);
}

#[test]
fn the_usual_order_depends_on_the_filter() {
    let sort = |order, reversed| Sort { order, reversed };
    assert!(Sort::default().is_usual(true) && Sort::default().is_usual(false));
    assert!(sort(Order::Document, false).is_usual(false) && !sort(Order::Document, false).is_usual(true));
    assert!(!sort(Order::Best, true).is_usual(false) && !sort(Order::Title, false).is_usual(false));
    assert_eq!(sort(Order::Best, false).grouping(false), Grouping::Terms);
    assert_eq!(sort(Order::Document, true).grouping(true), Grouping::Flat);
    assert_eq!(sort(Order::Project, true).grouping(true), Grouping::Projects);
    assert_eq!(sort(Order::Title, true).to_string(), "by title, reversed");
    assert!(Order::all().all(|order| Order::named(order.name()) == Some(order)));
}

#[test]
fn an_order_is_kept_as_a_word() {
    for order in Order::all() {
        for reversed in [false, true] {
            let sort = Sort { order, reversed };
            let word = sort.word();
            assert_eq!(word.is_empty(), sort == Sort::default());
            assert_eq!(Sort::of_word(&word).unwrap_or_default(), sort, "{word}");
        }
    }
    assert_eq!(Sort::of_word("alphabet"), None);
}

#[test]
fn proposals_of_one_term_stand_together_wherever_their_documents_are() {
    let listing = |year: u16, first: usize| {
        let term = Some(crate::model::Term { year, season: None, programme: None });
        let proposals = (first..first + 2).map(|number| proposal(number, "Tide", "", "", 0)).collect();
        Listing { term, ..Listing::new(Document::new(Origin::Stdin, "0123456789"), proposals) }
    };
    let catalog = Catalog::new(vec![listing(2026, 0), listing(2024, 2), listing(2026, 4), listing(2025, 6)]);
    let hits: Vec<usize> = (0..8).collect();
    let sorted = |reversed| {
        let sort = Sort { reversed, ..Sort::default() };
        Sorter::new(7).sorted(&catalog, &hits, sort, false, &[]).into_owned()
    };
    assert_eq!(sorted(false), [0, 1, 4, 5, 2, 3, 6, 7]);
    assert_eq!(sorted(true), [7, 6, 3, 2, 5, 4, 1, 0]);
}

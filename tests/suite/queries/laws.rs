//! Laws of every query, whatever is typed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use mentor_tui::model::Catalog;
use mentor_tui::search::{Index, Query, Reading};
use proptest::prelude::*;

/// The listing, read once.
fn listing() -> &'static Catalog {
    static LISTING: OnceLock<Catalog> = OnceLock::new();
    LISTING.get_or_init(super::invented)
}

/// Pieces of queries: words that are there and words that are not, signs, halves of everything.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "go",
        "k8s",
        "kubrnetes",
        "java",
        "c",
        "c++",
        "ai",
        "tide",
        "chart",
        "\"real time\"",
        "zzz",
        "~clck",
        "Rust",
        "REST",
        "ågren",
        "skill:go",
        "need:kubernetes",
        "project:tide",
        "has:upstream",
        "text:shoals",
        "difficulty:hard",
        "skil:go",
        "mentor:cmarsh",
        "title:(go OR chart)",
        "is:x",
        "foo:bar",
        "need:docker",
        "machine",
        "learning",
        "api",
        "webhook",
        "fihsmarket",
        "NOT",
        "and",
    ];
    let signs = ["-", "!", "(", ")", "OR", "|", "\"", "~", ":", ",", "skill:", "has:", " ", "\u{301}", "星"];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        2 => proptest::sample::select(signs.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn typed() -> impl Strategy<Value = String> {
    let join = proptest::sample::select(vec!["", " ", " ", "  "]);
    proptest::collection::vec((piece(), join), 0..6)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, join)| [piece, join.to_owned()]).collect())
}

/// A query in parentheses that hold it together: its own are closed, its quotes are even.
fn whole() -> impl Strategy<Value = String> {
    typed().prop_map(|typed| typed.replace(['(', ')', '"'], " "))
}

fn hits(catalog: &Catalog, query: &str) -> Vec<usize> {
    Index::new(catalog).search(catalog, &Query::parse(query)).hits
}

fn set(hits: Vec<usize>) -> BTreeSet<usize> {
    hits.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_understood_somehow(typed in typed()) {
        let catalog = listing();
        let query = Query::parse(&typed);
        let spans = query.clauses().iter().map(|clause| &clause.span).chain(query.notes().iter().map(|note| &note.span));
        for span in spans {
            prop_assert!(typed.get(span.clone()).is_some_and(|part| !part.is_empty()), "{span:?} of {typed:?}");
        }
        let answer = Index::new(catalog).search(catalog, &query);
        prop_assert_eq!(answer.clauses.len(), query.clauses().len());
        prop_assert!(answer.hits.iter().all(|&hit| hit < catalog.len()));
        let left = answer.clauses.last().map_or(catalog.len(), |clause| clause.together);
        prop_assert_eq!(left, answer.hits.len());
        prop_assert_eq!(answer.readings.len(), query.terms().len());
    }

    #[test]
    fn what_is_excluded_and_what_is_not_make_up_the_list(typed in whole()) {
        let catalog = listing();
        prop_assume!(!Query::parse(&format!("({typed})")).is_empty());
        let with = set(hits(catalog, &format!("({typed})")));
        let without = set(hits(catalog, &format!("-({typed})")));
        prop_assert!(with.is_disjoint(&without), "{typed:?}");
        prop_assert_eq!(with.len() + without.len(), catalog.len(), "{:?}", typed);
    }

    #[test]
    fn a_term_more_never_finds_more(first in whole(), second in whole()) {
        let catalog = listing();
        let both = set(hits(catalog, &format!("({first}) ({second})")));
        prop_assert!(both.is_subset(&set(hits(catalog, &format!("({first})")))), "{first:?} {second:?}");
        let counts = Index::new(catalog).search(catalog, &Query::parse(&format!("{first} {second}"))).clauses;
        prop_assert!(counts.is_sorted_by_key(|clause| std::cmp::Reverse(clause.together)));
    }

    #[test]
    fn marks_lie_in_the_text(typed in typed(), text in "\\PC{0,40}") {
        use mentor_tui::search::{Class, Highlighter, Shown};
        let mut highlighter = Highlighter::default();
        for class in [Class::Token, Class::Prefix, Class::Inside, Class::Prose, Class::Fuzzy] {
            let terms = Query::parse(&typed).terms().into_iter();
            let readings: Vec<Reading> = terms.map(|term| Reading { term, class: Some(class) }).collect();
            let ranges = highlighter.ranges(&readings, Shown::Skill, &text);
            prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()), "{ranges:?}");
            prop_assert!(ranges.windows(2).all(|two| two[0].end <= two[1].start), "{ranges:?}");
        }
    }
}

proptest! {
    // Each letter is a case of its own.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_remembered_is_what_would_be_found_anew(typed in proptest::collection::vec(typed(), 1..3)) {
        let catalog = listing();
        let mut index = Index::new(catalog);
        for typed in typed {
            // Letter by letter, as it is typed: each query has most terms of the one before.
            for end in typed.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
                let query = Query::parse(&typed[..end]);
                let anew = Index::new(catalog).search(catalog, &query);
                prop_assert_eq!(index.search(catalog, &query), anew, "{:?}", &typed[..end]);
            }
        }
    }
}

//! Queries: tables of queries with their right answers, counted by hand, and laws of
//! every query that anybody can type.

mod laws;
mod shapes;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::search::{Index, Query};

/// Where the published listings are, on machines that have them.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/cncf");

fn table(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/queries")
}

pub(crate) fn catalog(text: impl Into<String>) -> Catalog {
    Catalog::new(vec![parse::listing(Document::new(Origin::Stdin, text.into()))])
}

/// The listing that the first table is about.
pub(crate) fn invented() -> Catalog {
    catalog(table("invented.md"))
}

/// The lines of a table: what is typed, and the numbers of the proposals that are right.
fn rows(table: &str) -> Vec<(&str, BTreeSet<usize>)> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let row = |line| {
        let (typed, numbers): (&str, &str) = str::rsplit_once(line, " =").unwrap();
        (typed, numbers.split_whitespace().map(|number| number.parse().unwrap()).collect())
    };
    lines.map(row).collect()
}

/// Asks every query of a table; prints precision and recall, and names what is wrong.
fn check(name: &str, catalog: &Catalog, table: &str) {
    let mut index = Index::new(catalog);
    let (mut right, mut found, mut meant) = (0, 0, 0);
    let mut wrong = Vec::new();
    let rows = rows(table);
    for (typed, expected) in &rows {
        let hits = index.search(catalog, &Query::parse(typed)).hits;
        let hits: BTreeSet<usize> = hits.into_iter().map(|hit| hit + 1).collect();
        right += hits.intersection(expected).count();
        found += hits.len();
        meant += expected.len();
        if hits != *expected {
            let (extra, missing) = (hits.difference(expected), expected.difference(&hits));
            let (extra, missing) = (extra.collect::<Vec<_>>(), missing.collect::<Vec<_>>());
            wrong.push(format!("{typed}: finds {extra:?} and should not, misses {missing:?}"));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
    let share = |of: usize| right as f64 / of as f64;
    let (precision, recall) = (share(found), share(meant));
    println!("{name}: {} queries, precision {precision:.3}, recall {recall:.3}", rows.len());
    assert!(rows.len() >= 30, "only {} queries", rows.len());
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

#[test]
fn the_invented_listing_is_found_as_counted_by_hand() {
    check("invented", &invented(), &table("invented.txt"));
}

#[test]
fn the_published_listings_are_found_as_counted() {
    for (name, listing) in [("term_page.txt", "2026-03-readme.md"), ("seed.txt", "2025-02-ideas-seed.md")] {
        match std::fs::read_to_string(Path::new(CORPUS).join(listing)) {
            Ok(text) => check(listing, &catalog(text), &table(name)),
            Err(_) => println!("skipped: {listing} is not beside this checkout"),
        }
    }
}

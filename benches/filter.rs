//! A keystroke in the filter: the query understood, and every proposal asked.
//!
//! `cargo bench --bench filter`. Goals: 1,000 proposals within a millisecond, 100,000 within a
//! frame or two; the whole burst of eight letters is what somebody feels who types fast.

#[path = "support/listing.rs"]
mod listing;

use std::hint::black_box;

use criterion::Criterion;
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::search::{Index, Query};

/// The text of the bar after the keystroke, named by the work that it asks for.
const QUERIES: &[(&str, &str)] = &[
    ("one letter", "c"),
    ("a word", "compiler"),
    ("three words", "rust compiler copper"),
    ("letters with gaps", "cmplr"),
    ("nothing like it", "xqzvw"),
];

const BURST: &str = "compiler";

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for count in [1_000, 100_000] {
        let catalog = catalog(count);
        let mut index = Index::new(&catalog);
        let mut group = criterion.benchmark_group(format!("{count} proposals"));
        for (name, query) in QUERIES {
            group.bench_function(*name, |bencher| bencher.iter(|| keystroke(&mut index, &catalog, query)));
        }
        group.bench_function("a burst of 8 letters", |bencher| {
            bencher.iter(|| {
                for end in 1..=BURST.len() {
                    keystroke(&mut index, &catalog, &BURST[..end]);
                }
            });
        });
        group.finish();
    }
    criterion.final_summary();
}

fn catalog(count: usize) -> Catalog {
    let text = listing::until(|made| made.proposals == count);
    let mut catalog = Catalog::default();
    catalog.push(parse::listing(Document::new(Origin::Sample, text)));
    assert_eq!(catalog.len(), count, "every proposal of the generated listing is read");
    catalog
}

/// Looks a query up that shares no word with the one before.
fn keystroke(index: &mut Index, catalog: &Catalog, query: &str) {
    // Taking in nothing new makes it forget what the words of the last query found.
    index.extend(catalog);
    black_box(index.search(catalog, &Query::parse(query)));
}

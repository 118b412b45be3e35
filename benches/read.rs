//! Reading a listing, as a ratio to the bare Markdown events of the same bytes.
//!
//! `cargo bench --bench read`. Goal: at most 1.5 times the events, 3 times is acceptable.
#![expect(clippy::disallowed_methods, reason = "a bench may look at the clock and at the real listing")]
#![expect(clippy::print_stdout, reason = "the ratios are what it is run for")]

#[path = "support/listing.rs"]
mod listing;
#[path = "support/median.rs"]
mod median;
#[path = "support/ratio.rs"]
mod ratio;

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use mentor_tui::model::{Document, Origin};
use mentor_tui::{markdown, parse};
use pulldown_cmark::Parser;

/// Where the reference listing stands beside a checkout, on machines that have it.
const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/cncf/2025-02-ideas-seed.md");

fn main() {
    let mut listings = vec![
        ("41 proposals", listing::until(|made| made.proposals == 41)),
        ("10 MB", listing::until(|made| made.text.len() >= 10_000_000)),
    ];
    match std::fs::read_to_string(REFERENCE) {
        Ok(text) => listings.push(("reference", text)),
        Err(_) => println!("skipped: the reference listing is not beside this checkout"),
    }

    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for (name, text) in &listings {
        figures(&mut criterion, name, text);
    }
    criterion.final_summary();

    if std::env::args().any(|argument| argument == "--bench") {
        for (name, text) in &listings {
            let pairs = if text.len() > 1_000_000 { 15 } else { 101 };
            let document = Document::new(Origin::Sample, text.as_str());
            let ratio = ratio::paired(pairs, || read(&document), || events(text));
            println!("{name}: ratio parse/events = {ratio:.2} (median of {pairs} interleaved pairs)");
        }
    }
}

fn figures(criterion: &mut Criterion, name: &str, text: &str) {
    let document = Document::new(Origin::Sample, text);
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("events", |bencher| bencher.iter(|| events(text)));
    group.bench_function("parse", |bencher| bencher.iter(|| read(&document)));
    group.finish();
}

/// All that there is to learn from Markdown: every event, with its place.
fn events(text: &str) {
    for event in Parser::new_ext(text, markdown::events::OPTIONS).into_offset_iter() {
        black_box(event);
    }
}

fn read(document: &Document) {
    black_box(parse::parse(document));
}

//! Checking a listing, as a ratio to reading it; and all published listings together.
//!
//! `cargo bench --bench check`. Goal: at most three times the reading, and less than half a second for all.
#![expect(clippy::disallowed_methods, reason = "a bench may look at the clock and at the real listings")]
#![expect(clippy::print_stdout, reason = "the ratios are what it is run for")]

#[path = "support/listing.rs"]
mod listing;
#[path = "support/median.rs"]
mod median;
#[path = "support/ratio.rs"]
mod ratio;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use mentor_tui::check::{self, Settings};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;

/// Where the published listings stand beside a checkout, on machines that have them.
const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/cncf");
/// So many rounds of each figure.
const PAIRS: usize = 101;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mut listings = vec![("41 proposals", listing::until(|made| made.proposals == 41))];
    match std::fs::read_to_string(Path::new(CORPUS).join("2025-02-ideas-seed.md")) {
        Ok(text) => listings.push(("reference", text)),
        Err(_) => println!("skipped: the published listings are not beside this checkout"),
    }
    let settings = Settings::default();
    for (name, text) in &listings {
        let document = Document::new(Origin::File("cncf/2025/02/ideas.md".into()), text.as_str());
        let catalog = Catalog::new(vec![parse::listing(document.clone())]);
        let check = || drop(black_box(check::run(&catalog, &settings)));
        let read = || drop(black_box(parse::parse(&document)));
        let ratio = ratio::paired(PAIRS, check, read);
        println!("{name}: ratio check/parse = {ratio:.2} (median of {PAIRS} interleaved pairs)");
    }
    everything(&settings);
}

/// Reads and checks all published listings in one run.
fn everything(settings: &Settings) {
    let Ok(folder) = std::fs::read_dir(CORPUS) else { return };
    let paths = folder.flatten().map(|entry| entry.path());
    let texts: Vec<(std::path::PathBuf, String)> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter_map(|path| std::fs::read_to_string(&path).ok().map(|text| (path, text)))
        .collect();
    let start = Instant::now();
    let read = |(path, text): &(std::path::PathBuf, String)| {
        parse::listing(Document::new(Origin::File(path.clone()), text.as_str()))
    };
    let catalog = Catalog::new(texts.iter().map(read).collect());
    let found = check::run(&catalog, settings).len();
    let took = start.elapsed();
    println!("{} listings, {} proposals, {found} findings: {took:.1?}", texts.len(), catalog.len());
}

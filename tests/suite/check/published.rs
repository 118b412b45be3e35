//! The published listings: what is found in them, and that fixing keeps what is read.

use std::path::{Path, PathBuf};

use super::formats;
use mentor_tui::check::report::{Github, Report, ReportFormat, SCHEMA};
use mentor_tui::check::{self, Applicability, Diagnostic, Settings};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;

fn corpus() -> Option<PathBuf> {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if corpus.is_dir() {
        return Some(corpus);
    }
    println!("skipped: the published listings are not beside this checkout");
    None
}

/// The Markdown of every published listing, with its path below the corpus.
fn published() -> Vec<(String, String)> {
    let Some(corpus) = corpus() else { return Vec::new() };
    let mut found = Vec::new();
    for folder in ["cncf", "other"] {
        for entry in std::fs::read_dir(corpus.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
            let is_markdown = path.extension().is_some_and(|extension| extension == "md");
            if is_markdown && !name.contains("quirks") {
                found.push((name, std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// How often each rule is broken in a published listing.
fn counts(name: &str) -> Option<Vec<(&'static str, usize)>> {
    let (name, text) = published().into_iter().find(|(known, _)| known == name)?;
    let catalog = Catalog::new(vec![parse::listing(Document::new(Origin::File(name.into()), text))]);
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for found in check::run(&catalog, &Settings::default()) {
        match counts.iter_mut().find(|(code, _)| *code == found.rule.code) {
            Some((_, count)) => *count += 1,
            None => counts.push((found.rule.code, 1)),
        }
    }
    counts.sort_unstable();
    Some(counts)
}

#[test]
fn the_reference_listing_has_the_problems_that_reviewers_saw() {
    let Some(counts) = counts("cncf/2025-02-ideas-seed.md") else { return };
    insta::assert_debug_snapshot!(
        counts.into_iter().map(|(code, count)| format!("{code} {count}")).collect::<Vec<_>>()
    );
}

/// The findings that reviewers of the reference listing expect: code, line and column, in document order.
/// Other rules find more there; of these codes there is no other.
const EXPECTED: &[(&str, usize, usize)] = &[
    ("MT204", 36, 21),
    ("MT204", 37, 19),
    ("MT204", 38, 20),
    ("MT501", 145, 139),
    ("MT201", 183, 5),
    ("MT201", 184, 5),
    ("MT601", 188, 5),
    ("MT104", 190, 1),
    ("MT303", 367, 3),
    ("MT101", 415, 6),
    ("MT303", 651, 3),
    ("MT303", 794, 5),
    ("MT104", 1000, 1),
    ("MT603", 1000, 4),
];

#[test]
fn the_reference_listing_has_them_where_reviewers_saw_them() {
    let Some((name, text)) = published().into_iter().find(|(name, _)| name.contains("2025-02-ideas-seed"))
    else {
        return;
    };
    let catalog = Catalog::new(vec![parse::listing(Document::new(Origin::File(name.into()), text))]);
    let lines = &catalog.listings()[0].document;
    let found = check::run(&catalog, &Settings::default());
    let places = |wanted: &dyn Fn(&Diagnostic) -> bool| -> Vec<(&str, usize, usize)> {
        let found = found.iter().filter(|found| wanted(found));
        found
            .map(|found| (found.rule.code, lines.position(found.span.start)))
            .map(|(code, place)| (code, place.line, place.column))
            .collect()
    };
    let codes = |found: &Diagnostic| EXPECTED.iter().any(|(code, ..)| *code == found.rule.code);
    assert_eq!(places(&codes), EXPECTED);
    // Labels like keys of YAML, and commas that are missing, among others of their codes.
    let yaml = places(&|found| found.message.contains("a key of YAML"));
    assert_eq!(yaml, [("MT107", 579, 1), ("MT107", 769, 1)]);
    let commas = places(&|found| found.message.contains("no comma"));
    assert_eq!(commas, [("MT207", 712, 14), ("MT207", 760, 26), ("MT207", 761, 26)]);
    assert_eq!(places(&|found| found.rule.code == "MT401").len(), 8);
}

#[test]
fn a_published_term_page_has_nothing_to_mend() {
    let Some((name, text)) = published().into_iter().find(|(name, _)| name == "cncf/2026-03-readme.md")
    else {
        return;
    };
    let catalog = Catalog::new(vec![parse::listing(Document::new(Origin::File(name.into()), text))]);
    let problems: Vec<_> = check::run(&catalog, &Settings::default())
        .into_iter()
        .filter(|found| found.severity > check::Severity::Info)
        .map(|found| found.message)
        .collect();
    assert_eq!(problems, [""; 0]);
}

#[test]
fn mending_a_published_listing_keeps_what_is_read() {
    for (at, (name, text)) in published().into_iter().enumerate() {
        // The reading stays as it is with safe fixes only; the others are tried on some of the listings.
        let each = if at % 4 == 0 {
            &[Applicability::Safe, Applicability::Unsafe][..]
        } else {
            &[Applicability::Safe]
        };
        let refused = super::fixing::hold_each(&text, each);
        println!("{name}: {refused} fixes were refused");
    }
}

#[test]
fn mending_a_small_case_keeps_what_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    for path in
        ["forms", "reading"].iter().filter_map(|name| std::fs::read_dir(folder.join(name)).ok()).flatten()
    {
        let path = path.unwrap().path();
        if path.extension().is_some_and(|end| end == "md") {
            super::fixing::hold(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn nothing_is_reported_twice() {
    for (name, text) in published() {
        let catalog =
            Catalog::new(vec![parse::listing(Document::new(Origin::File(name.clone().into()), text))]);
        let mut seen: Vec<(&str, usize, usize)> = Vec::new();
        for found in check::run(&catalog, &Settings::default()) {
            let key = (found.rule.code, found.span.start, found.span.end);
            assert!(!seen.contains(&key), "{name}: {key:?}");
            seen.push(key);
        }
    }
}

#[test]
fn every_format_of_the_reference_listing_is_as_its_schema_says() {
    let Some((name, text)) = published().into_iter().find(|(name, _)| name.contains("2025-02-ideas-seed"))
    else {
        return;
    };
    let catalog = Catalog::new(vec![parse::listing(Document::new(Origin::File(name.into()), text))]);
    let found = check::run(&catalog, &Settings::default());
    let report = Report::new(&catalog, &found, 80, false);
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let json = formats::validated(&schema, &report.write(ReportFormat::Json).into_string());
    let sarif =
        formats::validated(&formats::sarif_schema(), &report.write(ReportFormat::Sarif).into_string());
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), found.len());
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), found.len());
    formats::within_caps(Github::new(&report).commands.as_str());
    assert_eq!(report.write(ReportFormat::Concise).into_string().lines().count(), found.len());
    // Sentences are left whole; what is shown of the text is cut.
    let full = report.write(ReportFormat::Full).into_string();
    assert_eq!(full.lines().find(|line| line.contains(" | ") && line.chars().count() > 80), None);
}

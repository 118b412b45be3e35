//! The canonical template reads back as the same proposals: the fixtures, proposals of any words, and
//! the published listings in `../shared/corpus`, where that folder is there.

use std::path::{Path, PathBuf};

use mentor_tui::markdown::block::{self, Block, Inline, Prose, Run};
use mentor_tui::markdown::dedent::dedent;
use mentor_tui::model::safe;
use mentor_tui::model::{
    Catalog, Document, Entry, FieldKind, Link, Listing, Mentor, Origin, Proposal, Skill, SkillLevel, Term,
};
use mentor_tui::parse;
use mentor_tui::write::markdown;
use proptest::prelude::*;

/// The name of what no person wrote. Written twice it may differ: which words would be lost depends on
/// characters that the first writing made visible.
const GENERATED: &str = "generated";

/// The content of a proposal, without its place.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    term: Option<Term>,
    place: Vec<String>,
    prose: Vec<(FieldKind, String, Prose)>,
    skills: Vec<(SkillLevel, String)>,
    mentors: Vec<(String, Option<String>, Option<String>, bool)>,
    links: Vec<(String, Option<String>)>,
    measures: (Option<String>, Option<String>),
}

fn said(entry: Entry<'_>) -> Said {
    let Entry { listing, proposal } = entry;
    let shown = |text: &String| safe(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let project = proposal.project.iter().filter(|_| !proposal.is_project_guessed);
    let place = project.chain(&proposal.subproject).chain([&proposal.title]);
    let mentor = |mentor: &Mentor| {
        let email = mentor.email.as_ref().map(shown);
        (shown(&mentor.name), mentor.github.clone(), email, mentor.primary)
    };
    let link = |link: &Link| (safe(&link.url).into_owned(), link.text.as_ref().map(shown));
    let mut skills: Vec<_> =
        proposal.skills.iter().map(|Skill { text, level, .. }| (*level, shown(text))).collect();
    // Those of each level stand together; among themselves they keep their order.
    skills.sort_by_key(|(level, _)| format!("{level:?}"));
    Said {
        term: listing.term.clone(),
        place: place.map(shown).collect(),
        prose: prose(listing, proposal),
        skills,
        mentors: proposal.mentors.iter().map(mentor).collect(),
        links: proposal.upstream.iter().chain(&proposal.apply).map(link).collect(),
        measures: (proposal.difficulty.as_ref().map(shown), proposal.size.as_ref().map(shown)),
    }
}

/// The fields of prose, by kind.
fn prose(listing: &Listing, proposal: &Proposal) -> Vec<(FieldKind, String, Prose)> {
    let text = listing.document.text();
    [FieldKind::Description, FieldKind::Outcome, FieldKind::Other]
        .into_iter()
        .flat_map(|kind| proposal.fields_of(kind))
        .filter(|field| !field.value.is_empty())
        .map(|field| {
            let markdown = dedent(text, field.value).replace("\r\n", "\n");
            let lines: Vec<_> = markdown.split('\n').map(safe_line).collect();
            let label = if field.kind == FieldKind::Other { field.label.of(text) } else { "" };
            renamed(field.kind, label, block::prose(lines.join("\n").trim_end(), &listing.references))
        })
        .collect()
}

/// A field whose label cannot be said as one is a note that begins with it.
fn renamed(kind: FieldKind, label: &str, mut prose: Prose) -> (FieldKind, String, Prose) {
    let first = prose.blocks.first().cloned();
    // Text without a label is a note, too.
    let label = if kind == FieldKind::Other && label.is_empty() { "Notes" } else { label };
    if let (true, Some(Block::Paragraph(words))) = (label == "Notes", first)
        && let [Inline::Run(Run { text, marks, .. })] = words.as_slice()
        && marks.strong
    {
        prose.blocks.remove(0);
        return (kind, text.clone(), prose);
    }
    (kind, label.to_owned(), prose)
}

fn safe_line(line: &str) -> String {
    line.split('\t').map(safe).collect::<Vec<_>>().join("\t")
}

fn read(text: &str) -> Catalog {
    Catalog::new(vec![parse::listing(Document::new(Origin::Stdin, text))])
}

/// Writes what was read, reads that, and tells what is another.
fn differences(name: &str, text: &str) -> Vec<String> {
    let catalog = read(text);
    let markdown = markdown::document(catalog.iter());
    let again = read(&markdown);
    let mut found = Vec::new();
    for (before, after) in catalog.iter().zip(again.iter()) {
        let (before, after) = (said(before), said(after));
        let title = before.place.join(" / ");
        let mut compare = |what: &str, before: String, after: String| {
            if before != after {
                let same = before.chars().zip(after.chars()).take_while(|(one, two)| one == two).count();
                let rest =
                    |text: &str| text.chars().skip(same.saturating_sub(80)).take(400).collect::<String>();
                found.push(format!("{name}: {what} of {title}:\n  {}\n  {}", rest(&before), rest(&after)));
            }
        };
        compare("term", format!("{:?}", before.term), format!("{:?}", after.term));
        compare("place", format!("{:?}", before.place), format!("{:?}", after.place));
        compare("prose", format!("{:?}", before.prose), format!("{:?}", after.prose));
        compare("skills", format!("{:?}", before.skills), format!("{:?}", after.skills));
        compare("mentors", format!("{:?}", before.mentors), format!("{:?}", after.mentors));
        compare("links", format!("{:?}", before.links), format!("{:?}", after.links));
        compare("measures", format!("{:?}", before.measures), format!("{:?}", after.measures));
    }
    if catalog.len() != again.len() {
        found.push(format!("{name}: {} proposals became {}", catalog.len(), again.len()));
    } else if name != GENERATED && markdown::document(again.iter()) != markdown {
        found.push(format!("{name}: written twice, it is another"));
    }
    found
}

fn check(differences: &[String]) {
    let shown = &differences[..differences.len().min(12)];
    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), shown.join("\n"));
}

#[test]
fn the_fixtures_read_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut found = differences("sample", include_str!("../../assets/sample.md"));
    found.extend(files(&folder).iter().flat_map(|path| of_file(path)));
    check(&found);
}

/// Each form that the fixtures of the reader hold.
#[test]
fn the_forms_read_back() {
    let kinds = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/reading/kinds"));
    let paths = kinds.iter().filter(|kind| kind.is_dir()).flat_map(|kind| files(kind));
    let listings: Vec<_> = paths.filter(|path| path.extension().is_some_and(|kind| kind == "md")).collect();
    assert!(listings.len() > 50, "{}", listings.len());
    check(&listings.iter().flat_map(|path| of_file(path)).collect::<Vec<_>>());
}

#[test]
fn the_published_listings_read_back() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let paths = ["cncf", "other"].into_iter().flat_map(|folder| files(&corpus.join(folder)));
    check(&paths.flat_map(|path| of_file(&path)).collect::<Vec<_>>());
}

fn of_file(path: &Path) -> Vec<String> {
    let text = std::fs::read(path).unwrap();
    differences(&path.file_name().unwrap().to_string_lossy(), &String::from_utf8_lossy(&text))
}

/// The listings in a folder; none where it is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        !path.to_string_lossy().contains(".expected.") && !path.to_string_lossy().contains(".quirks.")
    });
    paths.sort();
    paths
}

/// Words and pieces of Markdown that prose, titles, skills and names are made of.
const WORDS: &[&str] = &[
    "net",
    "Tide",
    "C++",
    "C#",
    "a_b",
    "*so*",
    "**so**",
    "`x*y`",
    "<b>",
    "&amp;",
    "&",
    "[a](https://example.org/a_(b))",
    "[ref]",
    "https://example.org/1",
    "acme/tool#12",
    "1.",
    "-",
    "#",
    ">",
    "|",
    "=1",
    "Goals: none",
    "Skills",
    "日本",
    "e\u{301}",
    "(x)",
    "\\",
    "~~no~~",
    "!",
    "漢字。",
    "\u{1b}[2J",
    "\u{202e}",
    "Note: this",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 1..=most).prop_map(|words| words.join(" "))
}

/// Lines of prose: paragraphs, lists, quotes, code.
fn lines() -> impl Strategy<Value = String> {
    let line =
        (prop::sample::select(&["", "- ", "  - ", "> ", "1. ", "3. ", "## ", "    ", "```"][..]), words(5));
    let line = (line, prop::bool::ANY)
        .prop_map(|((mark, words), apart)| format!("  {mark}{words}\n{}", if apart { "\n" } else { "" }));
    prop::collection::vec(line, 1..5).prop_map(|lines| lines.concat())
}

fn proposals() -> impl Strategy<Value = String> {
    let skills =
        prop::collection::vec((words(3), prop::sample::select(&["", " (a plus)", " required"][..])), 0..4);
    let place = prop::sample::select(
        &["### Harbour\n\n#### ", "### Light *house*\n\n#### Docs\n\n##### ", "#### "][..],
    );
    let label = prop::sample::select(&["Recommended Skills", "Required Skills", "Nice to have"][..]);
    let mentors = prop::sample::select(
        &["Ada Byron (@ada, a@example.org)", "@bo - Primary", "Cy", "Ada (@ada), Bo (@bo) and others of us"]
            [..],
    );
    let other = prop::option::of((
        prop::sample::select(&["Prior art", "Type", "A rather long label of many words for one"][..]),
        lines(),
    ));
    (place, words(4), lines(), label, skills, mentors, other).prop_map(|(place, title, prose, label, skills, mentors, other)| {
        let skills: Vec<_> = skills.iter().map(|(words, level)| format!("  - Knots {words}{level}\n")).collect();
        let skills = skills.concat();
        let other = other.map(|(label, prose)| format!("- {label}:\n\n{prose}\n")).unwrap_or_default();
        format!("{place}T {title}\n\n- Description:\n\n{prose}\n- {label}:\n{skills}- Mentor(s): {mentors}\n- Upstream Issue: see https://example.org/2 [x](https://example.org/3)\n{other}\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn proposals_of_any_words_read_back(all in prop::collection::vec(proposals(), 1..4)) {
        let text = format!("{}\n[ref]: https://example.org/ref\n", all.concat());
        let found = differences(GENERATED, &text);
        prop_assert!(found.is_empty(), "{}\n{text}\n---\n{}", found.join("\n"), markdown::document(read(&text).iter()));
    }
}

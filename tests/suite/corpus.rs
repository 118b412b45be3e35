//! Readings of listings: the fixtures, one per family of formatting quirk, as snapshots; and
//! the published listings in `../shared/corpus`, where that folder is there.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use mentor_tui::markdown::dedent;
use mentor_tui::model::{
    Document, Effort, Entry, Extent, Field, FieldKind, Listing, Mentor, Origin, Proposal,
};
use mentor_tui::parse;
use mentor_tui::search::skills;
use serde_json::Value;

/// The published listings, and how many proposals each holds.
const PUBLISHED: &[(&str, usize)] = &[
    ("cncf/2018-gsoc.md", 34),
    ("cncf/2020-q1-ideas.md", 17),
    ("cncf/2021-02-ideas.md", 22),
    ("cncf/2022-01-ideas.md", 42),
    ("cncf/2022-01-readme.md", 41),
    ("cncf/2024-01-ideas.md", 47),
    ("cncf/2024-02-readme.md", 48),
    ("cncf/2025-02-ideas-seed.md", 41),
    ("cncf/2025-03-ideas.md", 41),
    ("cncf/2025-gsoc.md", 23),
    ("cncf/2026-01-ideas.md", 58),
    ("cncf/2026-03-lfx-export.json", 59),
    ("cncf/2026-03-readme.md", 59),
    ("other/hiero-lfdt-issue-form.md", 1),
    ("other/hsf-greenmetadata-2026.md", 1),
    ("other/kubeflow-gsoc-2026.md", 12),
    ("other/lfdt-mentorship-2026.md", 22),
    ("other/nixos-gsoc-2024.md", 11),
    ("other/p4lang-gsoc-2024.md", 6),
    ("other/sktime-projects-2026.md", 12),
    ("other/sugarlabs-gsoc-2026.md", 14),
    ("other/zarr-gsoc-2022.md", 5),
];

/// Words that people type for a skill, and how many proposals of the term page write it in some way. The
/// one that has it misspelt (`Kubernenets`) is not among them.
const TERM_PAGE_SKILLS: &[(&str, usize)] = &[
    ("rust", 1),
    ("c", 2),
    ("ai", 5),
    ("java", 5),
    ("python", 6),
    ("react", 16),
    ("go", 40),
    ("golang", 40),
    ("kubernetes", 38),
    ("k8s", 38),
];

#[test]
fn headings() {
    insta::assert_snapshot!(dump("headings"));
}

#[test]
fn labels() {
    insta::assert_snapshot!(dump("labels"));
}

#[test]
fn prose() {
    insta::assert_snapshot!(dump("prose"));
}

#[test]
fn skills() {
    insta::assert_snapshot!(dump("skills"));
}

#[test]
fn mentors() {
    insta::assert_snapshot!(dump("mentors"));
}

#[test]
fn upstream() {
    insta::assert_snapshot!(dump("upstream"));
}

#[test]
fn characters() {
    insta::assert_snapshot!(dump("characters"));
}

#[test]
fn facts() {
    insta::assert_snapshot!(dump("facts"));
}

#[test]
fn not_a_listing() {
    insta::assert_snapshot!(dump("not_a_listing"));
}

#[test]
fn export() {
    insta::assert_snapshot!(dump("export.json"));
}

#[test]
fn export_as_markdown() {
    insta::assert_snapshot!(read(&fixture("export.json")).document.text());
}

#[test]
fn issue_form() {
    insta::assert_snapshot!(dump("issue_form"));
}

#[test]
fn issue_form_untitled() {
    insta::assert_snapshot!(dump("issue_form_untitled"));
}

#[test]
fn front_matter() {
    insta::assert_snapshot!(dump("front_matter"));
}

#[test]
fn front_matter_listing() {
    insta::assert_snapshot!(dump("front_matter_listing"));
}

#[test]
fn front_matter_broken() {
    insta::assert_snapshot!(dump("front_matter_broken"));
}

#[test]
fn where_proposals_and_fields_stand() {
    for name in ["above", "field_tables", "tables", "tails", "templates"] {
        insta::assert_snapshot!(name, dump(name));
    }
}

#[test]
fn a_document_without_a_title_is_named_by_its_file() {
    let origin = Origin::File("ideas/larger-letters.md".into());
    let listing = parse::listing(Document::new(origin, fixture("issue_form_untitled")));
    assert_eq!(listing.proposals[0].title, "Larger letters");
}

#[test]
fn an_export_reads_back_from_its_own_markdown() {
    let Some(corpus) = corpus() else { return };
    let export = load(&corpus.join("cncf/2026-03-lfx-export.json"));
    let page = read(export.document.text());
    assert_eq!(page.proposals.len(), export.proposals.len());
    for (read, written) in page.proposals.iter().zip(&export.proposals) {
        assert_eq!(read.project, written.project);
        assert_eq!(read.apply.as_ref().map(|link| &link.url), written.apply.as_ref().map(|link| &link.url));
        // "Prerequisites" would be skills, were this not known to be an export.
        assert!(read.skills.starts_with(&written.skills), "{}", written.title);
    }
}

#[test]
fn line_ends_make_no_difference() {
    for name in
        ["headings", "labels", "prose", "skills", "mentors", "upstream", "characters", "facts", "tails"]
    {
        let text = fixture(name);
        let expected = names(&read(&text));
        for end in ["\r\n", "\r"] {
            assert_eq!(names(&read(&text.replace('\n', end))), expected, "{name} with {end:?}");
        }
    }
}

#[test]
fn the_published_listings_hold_their_proposals() {
    let Some(corpus) = corpus() else { return };
    for &(file, count) in PUBLISHED {
        let listing = load(&corpus.join(file));
        assert_eq!(listing.proposals.len(), count, "{file}");
    }
}

#[test]
fn the_term_page_agrees_with_the_official_export() {
    let Some(corpus) = corpus() else { return };
    let export = json(&corpus.join("cncf/2026-03-lfx-export.json"));
    let listing = load(&corpus.join("cncf/2026-03-readme.md"));
    for program in export["programs"].as_array().unwrap() {
        let title = program["program_name_short"].as_str().unwrap();
        let proposal = listing.proposals.iter().find(|proposal| proposal.title == title);
        let proposal = proposal.unwrap_or_else(|| panic!("{title} is missing"));
        let apply = proposal.apply.as_ref().map(|link| link.url.as_str());
        assert_eq!(apply, program["lfx_url"].as_str(), "{title}");
        assert_eq!(proposal.project.as_deref(), program["cncf_project"].as_str(), "{title}");
        assert_eq!(proposal.upstream[0].url, program["upstream_issue_url"].as_str().unwrap(), "{title}");
    }
}

#[test]
fn the_reference_listing_is_read_right() {
    let Some(corpus) = corpus() else { return };
    let expected = json(&corpus.join("cncf/2025-02-ideas-seed.expected.json"));
    let listing = load(&corpus.join("cncf/2025-02-ideas-seed.md"));
    let expected = expected["proposals"].as_array().unwrap();
    assert_eq!(listing.proposals.len(), expected.len());
    for (proposal, expected) in listing.proposals.iter().zip(expected) {
        let read = comparable(&listing, proposal);
        let doubtful = expected["ambiguous"].as_array().cloned().unwrap_or_default();
        for (key, value) in expected.as_object().unwrap() {
            if key != "ambiguous" && !doubtful.iter().any(|name| name == key) {
                assert_eq!(&read[key], value, "{key} of {}", proposal.title);
            }
        }
    }
}

/// The least share, in percent, of the skills as written that mean one of the table.
const LEAST_UNDERSTOOD: usize = 95;
/// How many of those that mean none are shown, the most frequent first.
const SHOWN: usize = 40;

#[test]
fn the_skills_of_the_published_listings_are_understood() {
    let Some(corpus) = corpus() else { return };
    let (mut mentions, mut unknown) = (0, BTreeMap::<String, usize>::new());
    for (file, _) in PUBLISHED {
        for skill in load(&corpus.join(file)).proposals.into_iter().flat_map(|proposal| proposal.skills) {
            mentions += 1;
            if skills::resolve(&skill.text).is_empty() {
                *unknown.entry(skill.text).or_default() += 1;
            }
        }
    }
    let missed: usize = unknown.values().sum();
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by_key(|(_, count)| Reverse(*count));
    println!("{} of {mentions} skills as written are understood; not:", mentions - missed);
    for (text, count) in unknown.iter().take(SHOWN) {
        println!("{count:4} {text}");
    }
    assert!((mentions - missed) * 100 >= mentions * LEAST_UNDERSTOOD, "{missed} of {mentions} mean nothing");
}

#[test]
fn the_skills_of_the_term_page_are_those_that_people_find() {
    let Some(corpus) = corpus() else { return };
    let listing = load(&corpus.join("cncf/2026-03-readme.md"));
    for (skill, count) in TERM_PAGE_SKILLS {
        let tag = skills::canonical(skill);
        let wants = |proposal: &&Proposal| {
            skills::wanted(&proposal.skills).iter().any(|wanted| Some(wanted.tag) == tag)
        };
        assert_eq!(listing.proposals.iter().filter(wants).count(), *count, "{skill}");
    }
}

/// A proposal in the shape of the expected readings.
fn comparable(listing: &Listing, proposal: &Proposal) -> Value {
    let mentor = |mentor: &Mentor| serde_json::json!({ "name": mentor.name, "github": mentor.github, "email": mentor.email });
    let has = |kind| proposal.fields_of(kind).any(|field| !field.value.is_empty());
    serde_json::json!({
        "line": Entry { listing, proposal }.line(),
        "project": proposal.project,
        "subproject": proposal.subproject,
        "title": proposal.title,
        "mentors": proposal.mentors.iter().map(mentor).collect::<Vec<_>>(),
        "skills": proposal.skills.iter().map(|skill| &skill.text).collect::<Vec<_>>(),
        "upstream": proposal.upstream.iter().map(|link| &link.url).collect::<Vec<_>>(),
        "apply": proposal.apply.as_ref().map(|link| &link.url),
        "difficulty": proposal.difficulty,
        "size": proposal.size,
        "has_description": has(FieldKind::Description),
        "has_outcome": has(FieldKind::Outcome),
    })
}

/// The part of a listing that does not depend on its line ends.
fn names(listing: &Listing) -> Vec<String> {
    let name = |proposal: &Proposal| {
        let Proposal { id, project, title, fields, skills, mentors, upstream, .. } = proposal;
        let skills: Vec<_> = skills.iter().map(|skill| &skill.text).collect();
        let mentors: Vec<_> = mentors.iter().map(|mentor| (&mentor.name, &mentor.email)).collect();
        let upstream: Vec<_> = upstream.iter().map(|link| &link.url).collect();
        let line = Entry { listing, proposal }.line();
        format!("{line} {id} {project:?} {title} {} {skills:?} {mentors:?} {upstream:?}", fields.len())
    };
    listing.proposals.iter().map(name).collect()
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    text(&if path.extension().is_some() { path } else { path.with_extension("md") })
}

#[expect(clippy::disallowed_methods, reason = "a test reads the files that it is about")]
fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

fn read(text: &str) -> Listing {
    parse::listing(Document::new(Origin::Stdin, text))
}

fn load(path: &Path) -> Listing {
    read(&text(path))
}

/// The folder of published listings, where it is there.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

/// Everything that is read from a fixture, to be read by people.
fn dump(name: &str) -> String {
    let listing = read(&fixture(name));
    let mut out = format!("dialect: {}\n\n", listing.dialect.name());
    for proposal in &listing.proposals {
        dump_proposal(&mut out, Entry { listing: &listing, proposal });
    }
    out.push_str("remarks:\n");
    for remark in &listing.remarks {
        let place = listing.document.position(remark.span.start);
        let words: String = remark.span.of(listing.document.text()).chars().take(40).collect();
        writeln!(out, "  {}:{} {}: {words:?}", place.line, place.column, remark.kind.message()).unwrap();
    }
    out
}

fn dump_proposal(out: &mut String, entry: Entry<'_>) {
    let proposal = entry.proposal;
    writeln!(out, "{}: {}", entry.line(), proposal.title).unwrap();
    writeln!(out, "  id: {}", proposal.id).unwrap();
    let texts = [
        ("project", &proposal.project),
        ("subproject", &proposal.subproject),
        ("difficulty", &proposal.difficulty),
        ("size", &proposal.size),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            writeln!(out, "  {key}: {text}").unwrap();
        }
    }
    if let Some(Extent { least, most }) = proposal.difficulty_level() {
        writeln!(out, "  level: {least:?} to {most:?}").unwrap();
    }
    let Effort { size, hours } = proposal.effort();
    if let Some(Extent { least, most }) = size {
        let hours = hours.map(|hours| format!(", {} to {} hours", hours.least, hours.most));
        writeln!(out, "  effort: {least:?} to {most:?}{}", hours.unwrap_or_default()).unwrap();
    }
    for field in &proposal.fields {
        dump_field(out, entry, field);
    }
    for skill in &proposal.skills {
        let level = skill.level.name().map(|level| format!(" [{level}]")).unwrap_or_default();
        writeln!(out, "  skill: {}{level}", skill.text).unwrap();
    }
    for mentor in &proposal.mentors {
        let Mentor { name, github, email, primary, .. } = mentor;
        let primary = if *primary { " primary" } else { "" };
        let github = github.as_deref().unwrap_or("-");
        writeln!(out, "  mentor: {name} @{github} {}{primary}", email.as_deref().unwrap_or("-")).unwrap();
    }
    let upstream = proposal.upstream.iter().map(|link| ("upstream", link));
    for (key, link) in upstream.chain(proposal.apply.iter().map(|link| ("apply", link))) {
        let text = link.text.as_deref().map(|text| format!(" ({text})")).unwrap_or_default();
        writeln!(out, "  {key}: {}{text}", link.url).unwrap();
    }
    out.push('\n');
}

fn dump_field(out: &mut String, entry: Entry<'_>, field: &Field) {
    let line = entry.listing.document.line(field.value.start);
    writeln!(out, "  {line}: {:?} {:?}", field.kind, field.label.of(entry.text())).unwrap();
    for line in dedent::dedent(entry.text(), field.value).lines() {
        writeln!(out, "  {}", format!("  | {line}").trim_end()).unwrap();
    }
}

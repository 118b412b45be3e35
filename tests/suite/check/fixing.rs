//! Fixing keeps what is read, is done when it is done, and touches nothing else.

use std::collections::BTreeMap;
use std::convert::Infallible;

use mentor_tui::check::rules::RULES;
use mentor_tui::check::{self, Applicability, Diagnostic, Settings, fix};
use mentor_tui::model::{Catalog, Document, Listing, Origin, Proposal};
use mentor_tui::parse;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Proposal> {
    parse::parse(&Document::new(origin(), text)).proposals
}

fn listing(text: &str) -> Listing {
    parse::listing(Document::new(origin(), text))
}

fn origin() -> Origin {
    Origin::File("cncf/2026/02/ideas.md".into())
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.pedantic = true;
    settings
}

fn found(text: &str) -> Vec<Diagnostic> {
    let mut found = check::run(&Catalog::new(vec![listing(text)]), &settings());
    found.retain(|found| !found.suppressed);
    found
}

/// The text with every fix made that can be proved, house style included, and how many were made.
fn settled(text: &str, most: Applicability) -> (String, usize) {
    let everything = |_: &Catalog, found: Vec<Diagnostic>| Ok::<_, Infallible>(found);
    let fixed = fix::apply_all(&Document::new(origin(), text), &settings(), most, everything).unwrap();
    (fixed.text, fixed.count)
}

/// The text with all safe fixes made.
pub(crate) fn mended(text: &str) -> String {
    settled(text, Applicability::Safe).0
}

fn by_code(found: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in found {
        *counts.entry(found.rule.code).or_default() += 1;
    }
    counts
}

/// Mends a text and holds the result to the promises. Gives how many safe fixes a rule proposed and nobody could
/// prove.
pub(crate) fn hold(text: &str) -> usize {
    hold_each(text, &[Applicability::Safe, Applicability::Unsafe])
}

/// The same for fixes up to each of some applicabilities.
pub(crate) fn hold_each(text: &str, each: &[Applicability]) -> usize {
    let before = found(text);
    let mut proposed = 0;
    for &most in each {
        let (now, made) = settled(text, most);
        let after = found(&now);
        assert!(
            after.len() + made <= before.len(),
            "each of {made} fixes ends its finding and brings no other: {} before, {} after\n{text}\n->\n{now}",
            before.len(),
            after.len()
        );
        let known = by_code(&before);
        for (code, count) in by_code(&after) {
            assert!(Some(&count) <= known.get(code), "no other {code} comes:\n{text}\n->\n{now}");
        }
        assert_eq!(settled(&now, most), (now.clone(), 0), "what is mended stays as it is");
        assert_eq!(text.ends_with('\n'), now.ends_with('\n'), "the end of the file stays");
        if most == Applicability::Safe {
            let same = fix::same_reading(text, &read(text), &now, &read(&now));
            assert!(same, "safe fixes keep what is read:\n{text}\n->\n{now}");
            assert_eq!(text.contains('\r'), now.contains('\r'), "line ends stay");
            let fixes = after.iter().filter_map(|found| found.fix.as_ref());
            proposed = fixes.filter(|fix| fix.applicability == Applicability::Safe).count();
        }
    }
    proposed
}

#[test]
fn fixtures_are_mended_without_another_reading() {
    for (at, name) in RULES.iter().map(|rule| rule.name).enumerate() {
        let text = super::fixture(&format!("{name}.bad"));
        assert_eq!(hold(&text), 0, "{name}: every safe fix is made");
        // Other ends of lines, or none at the end of the file.
        hold(&if at % 2 == 0 { text.replace('\n', "\r\n") } else { text.trim_end().to_owned() });
    }
}

#[test]
fn a_fix_changes_only_what_it_names() {
    let text = super::fixture("mentor-handle-no-at.bad");
    assert_eq!(mended(&text), text.replace("(ada-byron", "(@ada-byron"));
    let text = super::fixture("label-shape.bad");
    assert_eq!(mended(&text), text.replace("Skills\n", "Skills:\n"));
    let text = super::fixture("heading-level.bad");
    assert_eq!(mended(&text), text.replace("\n## Mend", "\n#### Mend"));
}

/// A line of a listing, good or bad.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "### Harbor",
        "## kyverno",
        "#### Read tides",
        "# Count the gulls",
        "- Description: A net.",
        "- **Description**",
        "Description: words",
        "* Expected Outcome",
        "- Recommended Skills:Go",
        "- Recommend Skills: Go, HTML",
        "Metor(s):",
        "- Mentor(s):",
        "- Mentors",
        "  - Ada Byron(@ada , ada@example.org)",
        "  - Bo Chen (bo, bo@example.org)  ",
        "- Cy Dow（@cy，cy@example.org）- primary",
        "  - Di Eck (@di di@example.org",
        "  - [Ed](https://github.com/ed)",
        "- Upstream Issue: example/tides#1",
        "- Upstream Issue:[https://example.org/1](https://example.org/1)",
        "Issue：https://example.org/2",
        "description: |",
        "  indented words",
        "words at the margin",
        "-Text without a space",
        "\tafter a tab",
        "```",
        "<!-- mentor-disable-next-line MT204 -->",
        "",
        "",
    ])
}

/// A change to a line of a text.
#[derive(Debug, Clone)]
enum Mutation {
    Remove,
    Double,
    /// With the line below.
    Join,
    /// Something is put in, so many characters from the start.
    Insert(usize, &'static str),
    /// The words before its colon become others.
    Label(String),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let marks = prop::sample::select(vec![
        "**",
        "*",
        "_",
        "`",
        "(",
        ")",
        "[",
        "]",
        ":",
        "：",
        ",",
        "，",
        "@",
        "#",
        "<",
        ">",
        "|",
        "- ",
        "  ",
        "\t",
        "\u{a0}",
        "\u{200b}",
        "\u{202e}",
        "```",
        "<!-- ",
        " -->",
        "<!-- mentor-disable MT107 -->",
        "\n",
        "\n\n",
        "://",
        "é",
        "=======",
    ]);
    prop_oneof![
        Just(Mutation::Remove),
        Just(Mutation::Double),
        Just(Mutation::Join),
        (0_usize..60, marks).prop_map(|(at, mark)| Mutation::Insert(at, mark)),
        "[A-Za-z(*_:`) ]{0,12}".prop_map(Mutation::Label),
        prop::sample::select(vec![
            "Mentor(",
            "Skills (",
            "**Mentor(**",
            "Description(",
            "Metor(s)",
            "Issue",
            "Size"
        ])
        .prop_map(|label| Mutation::Label(label.to_owned())),
    ]
}

/// A bad fixture, and what happens to which of its lines.
fn mutated() -> impl Strategy<Value = String> {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let mutations = prop::collection::vec((any::<prop::sample::Index>(), mutation()), 1..6);
    (prop::sample::select(names), mutations).prop_map(|(name, mutations)| {
        let text = super::fixture(&format!("{name}.bad"));
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (place, mutation) in mutations {
            let at = place.index(lines.len().max(1));
            mutate(&mut lines, at, mutation);
        }
        lines.join("\n") + "\n"
    })
}

fn mutate(lines: &mut Vec<String>, at: usize, mutation: Mutation) {
    if at >= lines.len() {
        return;
    }
    match mutation {
        Mutation::Remove => drop(lines.remove(at)),
        Mutation::Double => lines.insert(at, lines[at].clone()),
        Mutation::Join if at + 1 < lines.len() => {
            let below = lines.remove(at + 1);
            lines[at].push_str(&below);
        }
        Mutation::Join => {}
        Mutation::Insert(after, mark) => {
            let line = &mut lines[at];
            let at = line.char_indices().nth(after).map_or(line.len(), |(at, _)| at);
            line.insert_str(at, mark);
        }
        Mutation::Label(label) => {
            let line = &mut lines[at];
            let value = line.split_once(':').map(|(_, value)| format!(":{value}")).unwrap_or_default();
            let bullet = if line.trim_start().starts_with('-') { "- " } else { "" };
            *line = format!("{bullet}{label}{value}");
        }
    }
}

#[test]
fn labels_with_half_a_bracket_are_left_to_people() {
    for label in ["Mentor(", "Skills (", "Description(", "**Mentor(**", "- Mentor("] {
        hold(&format!("#### T\n\nDescription: d\n{label}\n"));
    }
}

#[test]
fn a_fix_that_cannot_be_proved_takes_no_other_with_it() {
    let good = "#### T1\n\n- Description: d\n- Mentor(s): Ada Byron (ada, ada@example.org)\n\n";
    let text =
        format!("### Harbor\n\n{good}#### T2\n\nDescription: d\nMentor(\n\n{}", good.replace("T1", "T3"));
    assert_eq!(mended(&text).matches("(@ada,").count(), 2, "{}", mended(&text));
}

#[test]
fn a_label_is_mended_to_what_the_export_writes() {
    let text = "### Harbor\n\n#### T\n\n- Description: d\n- Mentor(s): Ada\n- Projcet Size: 175 hours\n";
    let mended = mended(text);
    assert!(mended.contains("- Project Size: 175 hours\n"), "{mended}");
    let catalog = Catalog::new(vec![listing(&mended)]);
    assert!(mentor_tui::write::markdown::document(catalog.iter()).contains("- Project Size: 175 hours\n"));
}

#[test]
fn what_is_offered_is_what_is_made() {
    for name in RULES.iter().map(|rule| rule.name) {
        let text = super::fixture(&format!("{name}.bad"));
        let listing = listing(&text);
        let mut found = found(&text);
        fix::prove(&listing, &settings(), &mut found, Applicability::Unsafe);
        for found in &found {
            let made = fix::preview(&listing, found, &settings());
            let is_offered =
                found.fix.as_ref().is_some_and(|fix| fix.applicability != Applicability::Placeholder);
            assert!(made.is_ok() || !is_offered, "{name}: {}: {:?}", found.message, made.err());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_mended_is_held_to_the_promises(lines in prop::collection::vec(line(), 0..40)) {
        hold(&(lines.join("\n") + "\n"));
    }

    #[test]
    fn fixtures_with_slips_are_held_to_the_promises(text in mutated()) {
        hold(&text);
    }
}

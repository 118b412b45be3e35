//! Mending keeps what is read, is done when it is done, and touches nothing else.

use mentor_tui::check::rules::RULES;
use mentor_tui::check::{self, Applicability, Settings, fix};
use mentor_tui::model::{Catalog, Document, Origin, Proposal};
use mentor_tui::parse;
use proptest::prelude::*;

/// After so many rounds nothing is left to mend.
const PASSES: usize = 3;

fn read(text: &str) -> Vec<Proposal> {
    parse::parse(&Document::new(origin(), text)).proposals
}

fn origin() -> Origin {
    Origin::File("cncf/2026/02/ideas.md".into())
}

/// The text after one round of safe fixes, house style included; how many there were and how many were made.
pub(crate) fn mended(text: &str) -> (String, usize, usize) {
    let mut settings = Settings::default();
    settings.pedantic = true;
    let catalog = Catalog::new(vec![parse::listing(Document::new(origin(), text))]);
    let found = check::run(&catalog, &settings);
    let safe = found.iter().filter_map(|found| found.fix.as_ref());
    let safe = safe.filter(|fix| fix.applicability == Applicability::Safe).count();
    let fixed = fix::apply(text, &found, Applicability::Safe, &read);
    (fixed.text, safe, fixed.count)
}

/// Mends until nothing changes any more, and holds the result to the promises. Gives how many fixes were
/// refused at the end because they would have changed what is read.
pub(crate) fn hold(text: &str) -> usize {
    let mut now = text.to_owned();
    let mut left = 0;
    for _ in 0..PASSES {
        let (next, safe, made) = mended(&now);
        left = safe - made;
        if next == now {
            break;
        }
        now = next;
    }
    assert!(fix::same_reading(text, &read(text), &now, &read(&now)), "safe fixes keep what is read");
    let (again, ..) = mended(&now);
    assert_eq!(again, now, "what is mended stays as it is");
    assert_eq!(text.contains('\r'), now.contains('\r'), "line ends stay");
    assert_eq!(text.ends_with('\n'), now.ends_with('\n'), "the end of the file stays");
    left
}

#[test]
fn fixtures_are_mended_without_another_reading() {
    for name in RULES.iter().map(|rule| rule.name) {
        let text = super::fixture(&format!("{name}.bad"));
        assert_eq!(hold(&text), 0, "{name}: every safe fix is made");
        hold(&text.replace('\n', "\r\n"));
        hold(text.trim_end());
    }
}

#[test]
fn a_fix_changes_only_what_it_names() {
    let text = super::fixture("mentor-handle-no-at.bad");
    assert_eq!(mended(&text).0, text.replace("(ada-byron", "(@ada-byron"));
    let text = super::fixture("label-shape.bad");
    assert_eq!(mended(&text).0, text.replace("Skills\n", "Skills:\n"));
    let text = super::fixture("heading-level.bad");
    assert_eq!(mended(&text).0, text.replace("\n## Mend", "\n#### Mend"));
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_mended_keeps_its_reading(lines in prop::collection::vec(line(), 0..40)) {
        let text = lines.join("\n") + "\n";
        let (next, ..) = mended(&text);
        prop_assert!(fix::same_reading(&text, &read(&text), &next, &read(&next)));
    }
}

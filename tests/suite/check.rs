//! Findings in listings: a bad and a good fixture for each rule, the report as people see it, the formats held
//! to their schemas, and that fixing keeps what is read. The published listings in `../shared/corpus`, too, where
//! that folder is there.

mod cases;
mod fixing;
pub(crate) mod formats;
mod published;

use std::path::PathBuf;

use mentor_tui::check::report::{Report, ReportFormat};
use mentor_tui::check::rules::{self, RULES};
use mentor_tui::check::{self, Diagnostic, Rule, Settings};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;

fn fixture(name: &str) -> String {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/check/rules").join(format!("{name}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A catalog of one text; `seen-before` looks at an older term, too.
fn catalog(name: &str, text: &str) -> Catalog {
    let read = |path: &str, text: &str| parse::listing(Document::new(Origin::File(path.into()), text));
    let mut listings = vec![read("ideas.md", text)];
    if name == "seen-before" {
        listings.insert(0, read("older.md", &fixture("older")));
    }
    Catalog::new(listings)
}

/// The findings of a check with the pedantic rules.
fn found(catalog: &Catalog) -> Vec<Diagnostic> {
    let mut settings = Settings::default();
    settings.pedantic = true;
    check::run(catalog, &settings)
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<_> =
        found.iter().filter(|found| !found.suppressed).map(|found| found.rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Runs a check for each rule, so that one that fails does not hide the others.
fn for_each_rule(check: impl Fn(&Rule) + std::panic::RefUnwindSafe) {
    let fails = |rule: &&&Rule| std::panic::catch_unwind(|| check(rule)).is_err();
    let failed: Vec<_> = RULES.iter().filter(fails).map(|rule| rule.name).collect();
    assert!(failed.is_empty(), "failed: {failed:?}");
}

#[test]
fn every_rule_finds_its_bad_fixture_and_nothing_else_there() {
    for_each_rule(|Rule { code, name, .. }| {
        let catalog = catalog(name, &fixture(&format!("{name}.bad")));
        assert_eq!(codes(&found(&catalog)), [*code], "{name}");
    });
}

#[test]
fn no_rule_finds_anything_in_a_good_fixture() {
    for_each_rule(|Rule { name, .. }| {
        let found = found(&catalog(name, &fixture(&format!("{name}.good"))));
        let reported = found.iter().filter(|found| !found.suppressed);
        let reported: Vec<_> = reported.map(|found| (found.rule.code, &found.message)).collect();
        assert!(reported.is_empty(), "{name}: {reported:?}");
    });
}

#[test]
fn every_rule_has_a_code_a_name_a_page_and_both_examples() {
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert!(codes.is_sorted(), "the table is in the order of the codes");
    codes.dedup();
    assert_eq!(codes.len(), RULES.len(), "no code stands twice");
    for rule in RULES {
        assert_eq!(rules::find(rule.name).map(|found| found.code), Some(rule.code));
        assert_eq!(rules::find(&rule.code.to_lowercase()).map(|found| found.name), Some(rule.name));
        let page = rule.page();
        for part in ["## Problem", "## Why is this bad?", "## Example", "## Use instead"] {
            assert!(page.contains(part), "{}: {part}", rule.name);
        }
        assert!(
            rule.why.len() > 60 && !rule.example.is_empty() && rule.example != rule.instead,
            "{}",
            rule.name
        );
        assert!(!rule.summary.ends_with('.'), "{}", rule.name);
    }
}

/// The full report of each bad fixture is a snapshot beside it.
#[test]
fn the_full_report_of_every_rule() {
    for_each_rule(|Rule { name, .. }| {
        let catalog = catalog(name, &fixture(&format!("{name}.bad")));
        let report = Report::new(&catalog, &found(&catalog), 80, false).write(ReportFormat::Full);
        insta::with_settings!({ snapshot_path => "check/rules", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(*name, report.into_string());
        });
    });
}

#[test]
fn a_report_never_speaks_to_the_terminal() {
    let text = fixture("unknown-project.bad").replace("Tide Clock", "Tide\u{1b}[31m\u{202e} Clock\u{7}");
    let catalog = catalog("", &text);
    let found = found(&catalog);
    for format in [ReportFormat::Full, ReportFormat::Concise, ReportFormat::Markdown] {
        let text = Report::new(&catalog, &found, 80, false).write(format).into_string();
        assert!(
            text.contains("MT602") && !text.contains(['\u{1b}', '\u{7}', '\u{202e}']),
            "{format:?}: {text:?}"
        );
    }
}

#[test]
fn samples_templates_and_fences_are_not_judged() {
    let text = format!(
        "```\n{}```\n\n{}",
        fixture("missing-field.bad"),
        fixture("missing-field.good").replace("### Harbor", "### Harbor\n\n#### Mentorship project Title\n\n- Description:\n- Mentor(s):\n  - Mentor Name (@mentor_github, mentor@email.addy)\n- Upstream Issue:\n")
    );
    assert_eq!(codes(&found(&catalog("", &text))), [""; 0]);
}

#[test]
fn documents_are_judged_by_the_template_of_their_term() {
    let text =
        fixture("mentor-email-missing.bad").replace("- Expected Outcome: The page is published.\n", "");
    assert_eq!(codes(&found(&catalog("", &text))), ["MT101", "MT201"]);
    let old = text.replace("2026 Term 3", "2022 Term 1");
    assert_eq!(codes(&found(&catalog("", &old))), [""; 0]);
}

#[test]
fn the_listings_of_others_are_not_judged_by_these_rules() {
    let text =
        fixture("missing-field.bad").replace("CNCF", "Harbour").replace("### Harbor", "### Tide Clock");
    assert_eq!(codes(&found(&catalog("", &text))), [""; 0]);
}

#[test]
fn comments_hide_what_they_name_where_they_stand() {
    let hidden = |comment: &str, at: &str| {
        let text = fixture("mentor-handle-no-at.bad").replace(at, &format!("{comment}{at}"));
        let found = found(&catalog("", &text));
        let hidden: Vec<_> =
            found.iter().filter(|found| found.suppressed).map(|found| found.rule.code).collect();
        (hidden, codes(&found))
    };
    let ada = "  - Ada Byron";
    let all: (Vec<&str>, Vec<&str>) = (vec!["MT204"], vec![]);
    assert_eq!(hidden("<!-- mentor-disable-next-line MT204 -- known -->\n", ada), all);
    assert_eq!(hidden("<!-- mentor-disable-file mentor-handle-no-at -->\n\n", "### Harbor"), all);
    assert_eq!(hidden("<!-- mentor-disable MT204 -->\n\n", "### Harbor"), all);
    let ended = hidden("<!-- mentor-disable MT204 -->\n<!-- mentor-enable MT204 -->\n\n", "### Harbor");
    assert_eq!(ended, (vec![], vec!["MT204", "MT900"]));
    let proposal = hidden("<!-- mentor-disable-proposal MT204 -->\n\n", "- Description");
    assert_eq!(proposal, all);
    let former = hidden("<!-- mentor-disable-program MT204 -->\n\n", "- Description");
    assert_eq!(former, all, "the word of earlier versions");
    let fenced = hidden("```\n<!-- mentor-disable MT204 -->\n```\n\n", "### Harbor");
    assert_eq!(fenced, (vec![], vec!["MT204"]));
    let nameless = hidden("<!-- mentor-disable -->\n\n", "### Harbor");
    assert_eq!(nameless, (vec![], vec!["MT204", "MT900"]));
    let unknown = hidden("<!-- mentor-disable MT204, MT999 -->\n\n", "### Harbor");
    assert_eq!(unknown, (vec!["MT204"], vec!["MT900"]));
}

#[test]
fn a_comment_that_is_misspelt_is_told_with_the_nearest_word() {
    let said = |comment: &str| {
        let found = found(&catalog("", &format!("{}\n{comment}\n", fixture("mentor-handle-no-at.good"))));
        found.into_iter().map(|found| found.message).collect::<Vec<_>>()
    };
    let hides_nothing = |verb| format!("there is no comment `mentor-{verb}`, so it suppresses nothing");
    for (verb, near) in [
        ("disable-nextline", "disable-next-line"),
        ("disable-lines", "disable-line"),
        ("disalbe-file", "disable-file"),
        ("enabel", "enable"),
    ] {
        let expected = format!("{}; did you mean `mentor-{near}`?", hides_nothing(verb));
        assert_eq!(said(&format!("<!-- mentor-{verb} MT208 -->")), [expected]);
    }
    assert_eq!(said("<!-- mentor-disable-everything MT208 -->"), [hides_nothing("disable-everything")]);
    assert_eq!(
        said("<!-- mentor-disable-file singel-mentor -->"),
        ["there is no rule `singel-mentor`; did you mean `single-mentor`?"]
    );
    for foreign in ["<!-- mentor-list -->", "<!-- mentor-table: see below -->", "<!-- mentor- -->"] {
        assert_eq!(said(foreign), [""; 0], "{foreign}");
    }
}

#[test]
fn a_full_report_is_no_wider_than_the_terminal() {
    for Rule { name, .. } in RULES {
        let catalog = catalog(name, &fixture(&format!("{name}.bad")));
        for width in [40, 60, 100] {
            let text =
                Report::new(&catalog, &found(&catalog), width, false).write(ReportFormat::Full).into_string();
            // A word without a blank is not cut: an address that is cut in two is none.
            let is_wide = |line: &&str| {
                line.chars().count() > width
                    && line.rsplit(' ').next().is_some_and(|word| word.chars().count() + 14 <= width)
            };
            assert_eq!(text.lines().find(is_wide), None, "{width}:\n{text}");
        }
    }
}

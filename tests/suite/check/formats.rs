//! The formats for programs, held to their schemas.

use mentor_tui::check::report::{Github, Report, ReportFormat, SCHEMA};
use mentor_tui::check::rules::RULES;
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use serde_json::{Value, json};

/// The schema of SARIF 2.1.0 as its committee published it; `sarif/LICENSE` names the source.
pub(crate) fn sarif_schema() -> Value {
    let mut schema: Value = serde_json::from_str(include_str!("sarif/schema.json")).unwrap();
    // This pattern is no valid regular expression, and the reports name no language.
    for of in ["run", "toolComponent"] {
        let language = schema["definitions"][of]["properties"]["language"].as_object_mut().unwrap();
        language.remove("pattern").unwrap();
    }
    schema
}

/// Every bad fixture in one catalog.
fn everything() -> Catalog {
    let listing = |name: &str| {
        let origin = Origin::File(format!("tests/a b/{name}.md").into());
        parse::listing(Document::new(origin, super::fixture(&format!("{name}.bad"))))
    };
    Catalog::new(RULES.iter().map(|rule| listing(rule.name)).collect())
}

pub(crate) fn validated(schema: &Value, text: &str) -> Value {
    let value: Value = serde_json::from_str(text).unwrap();
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    value
}

#[test]
fn json_is_as_its_schema_says() {
    let catalog = everything();
    let found = super::found(&catalog);
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let value = validated(
        &schema,
        &Report::new(&catalog, &found, 100, false).write(ReportFormat::Json).into_string(),
    );
    assert_eq!(value["diagnostics"].as_array().unwrap().len(), found.len());
    let nothing = Catalog::default();
    validated(&schema, &Report::new(&nothing, &[], 100, false).write(ReportFormat::Json).into_string());
    assert!(!jsonschema::is_valid(&schema, &json!({ "version": 2 })));
}

#[test]
fn sarif_is_as_the_standard_says() {
    let catalog = everything();
    let found = super::found(&catalog);
    let schema = sarif_schema();
    let value = validated(
        &schema,
        &Report::new(&catalog, &found, 100, false).write(ReportFormat::Sarif).into_string(),
    );
    assert!(!jsonschema::is_valid(&schema, &json!({ "version": "2.1.0", "runs": [{}] })), "a run has a tool");
    let nothing = Catalog::default();
    validated(&schema, &Report::new(&nothing, &[], 100, false).write(ReportFormat::Sarif).into_string());
    let run = &value["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("tests/a%20b/"), "{uri}");
    }
}

#[test]
fn github_keeps_within_its_caps_and_tells_what_is_left_out() {
    let catalog = everything();
    let found = super::found(&catalog);
    let Github { commands, summary } = Github::new(&Report::new(&catalog, &found, 100, false));
    let (commands, summary) = (commands.as_str(), summary.as_str());
    within_caps(commands);
    let last = commands.lines().last().unwrap();
    assert!(
        last.starts_with("::notice title=mentor-tui::… and ")
            && last.ends_with("see the summary of the step")
    );
    assert!(commands.starts_with("::error file=tests/a b/"), "the worst first");
    assert!(summary.len() <= 1024 * 1024 && summary.contains("MT401"));
}

/// GitHub shows ten annotations of each level, and drops the others.
pub(crate) fn within_caps(commands: &str) {
    for level in ["error", "warning", "notice"] {
        let count = commands.lines().filter(|line| line.starts_with(&format!("::{level} "))).count();
        assert!((1..=10).contains(&count), "{level}: {count}");
    }
}

#[test]
fn statistics_count_each_rule_once() {
    let catalog = everything();
    let found = super::found(&catalog);
    let report = Report::new(&catalog, &found, 100, false);
    let rows: Vec<Value> = serde_json::from_str(&report.statistics(true).into_string()).unwrap();
    let sum: u64 = rows.iter().map(|row| row["count"].as_u64().unwrap()).sum();
    let shown = found.iter().filter(|found| !found.suppressed).count();
    assert_eq!(usize::try_from(sum).unwrap(), shown);
    assert_eq!(report.statistics(false).into_string().lines().count(), rows.len());
}

#[test]
fn a_comment_for_a_review_is_polite_and_calls_nobody() {
    let name = "mentor-handle-no-at";
    let catalog = super::catalog(name, &super::fixture("mentor-handle-no-at.bad"));
    let text = Report::new(&catalog, &super::found(&catalog), 100, false)
        .write(ReportFormat::Markdown)
        .into_string();
    insta::assert_snapshot!(text);
    let read = |path: &str| {
        let origin = Origin::File(path.into());
        parse::listing(Document::new(origin, super::fixture("mentor-handle-no-at.bad")))
    };
    let two = Catalog::new(vec![read("one.md"), read("two.md")]);
    let text = Report::new(&two, &super::found(&two), 100, false).write(ReportFormat::Markdown).into_string();
    assert_eq!(text.matches("\n### Harbor: Read tides in the browser (").count(), 2, "{text}");
    assert!(text.contains("(one.md)") && text.contains("(two.md)"), "{text}");
    let nothing = Report::new(&catalog, &[], 100, false).write(ReportFormat::Markdown).into_string();
    assert_eq!(nothing, "Thank you for the proposals. The check found no problems.\n");
}

#[test]
fn the_full_report_fits_the_screen_and_points_at_the_very_text() {
    let title = "Read the tides of every harbour of the bay and of the sea beyond it in the browser, by the hour, in all weathers";
    let text = super::fixture("label-typo.good").replace("Read tides in the browser", title);
    let text = text.replace("ada@example.org)", &format!("{}ada at example dot org)", "🌊 ".repeat(60)));
    let catalog = super::catalog("", &text);
    let found = super::found(&catalog);
    for width in [60, 80, 120] {
        let report = Report::new(&catalog, &found, width, false).write(ReportFormat::Full).into_string();
        let is_wide =
            |line: &&str| line.chars().map(|c| if c == '🌊' { 2 } else { 1 }).sum::<usize>() > width;
        assert_eq!(report.lines().find(is_wide), None, "{width}:\n{report}");
    }
    insta::assert_snapshot!(Report::new(&catalog, &found, 60, false).write(ReportFormat::Full).into_string());
}

#[test]
fn every_finding_has_a_fingerprint_of_its_own() {
    let bad = super::fixture("whitespace.bad");
    let catalog =
        super::catalog("", &bad.replace("- Description: ", "- Description: \u{a0}a\u{a0}b \n  c \n  d \n  "));
    let found = super::found(&catalog);
    let report = Report::new(&catalog, &found, 100, false).write(ReportFormat::Json).into_string();
    let value: Value = serde_json::from_str(&report).unwrap();
    let known = value["diagnostics"].as_array().unwrap().iter();
    let mut known: Vec<_> = known.map(|found| found["fingerprint"].as_str().unwrap()).collect();
    let count = known.len();
    let like = |one: &super::Diagnostic, two: &super::Diagnostic| {
        (one.rule.code, &one.message, &one.subject) == (two.rule.code, &two.message, &two.subject)
    };
    assert!(found.iter().enumerate().any(|(at, one)| found[..at].iter().any(|two| like(one, two))));
    known.sort_unstable();
    known.dedup();
    assert_eq!(known.len(), count);
}

//! `check --explain`: the pages of rules.

use crate::check::report::{self, ReportFormat};
use crate::check::{self, rules};
use crate::cli::console::Console;
use crate::cli::error::CliError;
use crate::write::output::Out;

/// Says what a rule is about, or every rule.
pub(super) fn explain(
    name: &str,
    format: Option<ReportFormat>,
    console: &Console,
    out: &mut Out<'_>,
) -> Result<(), CliError> {
    let chosen = if name == "all" { rules::RULES.to_vec() } else { selected(name)? };
    if format == Some(ReportFormat::Json) {
        let rules: Vec<_> = chosen.iter().map(|rule| explained(rule)).collect();
        return Ok(out.json(&rules)?);
    }
    for (number, rule) in chosen.iter().enumerate() {
        if number > 0 {
            out.empty_line()?;
        }
        out.lines(&page(rule, console.width.filter(|_| console.is_terminal())))?;
    }
    Ok(())
}

/// The page of a rule; on a terminal its paragraphs are broken between words.
fn page(rule: &check::Rule, width: Option<usize>) -> String {
    let page = rule.page();
    let Some(width) = width else { return page };
    let mut fenced = false;
    let mut line = |line: &str| {
        fenced ^= line.starts_with("```");
        if fenced { line.to_owned() + "\n" } else { report::in_lines(line, width) + "\n" }
    };
    page.lines().map(&mut line).collect()
}

fn selected(name: &str) -> Result<Vec<&'static check::Rule>, CliError> {
    rules::selected(name).map_err(|unknown| unknown_rule(&unknown))
}

/// That a rule is not known; where none is near, how to see them all.
fn unknown_rule(unknown: &check::UnknownRule) -> CliError {
    let error = CliError::from_cause(unknown.clone());
    if unknown.near.is_some() {
        error
    } else {
        error.with_hint("`mentor-tui check --explain all` prints every rule")
    }
}

fn explained(rule: &check::Rule) -> serde_json::Value {
    serde_json::json!({
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.name(),
        "pedantic": rule.pedantic,
        "fix": rule.fix.map(check::Applicability::name),
        "profiles": rule.rulesets.iter().map(|ruleset| ruleset.name()).collect::<Vec<_>>(),
        "summary": rule.summary,
        "page": rule.page(),
    })
}

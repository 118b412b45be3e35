//! MT402: a title that says again whose it is.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT402",
    name: "title-repeats-project",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    dialects: LISTINGS,
    summary: "a title that begins with the name of the project",
    why: "LFX puts the project before every title: `CNCF - Harbor: Harbor CLI`. A title has no room for repeated \
          words.",
    example: "### Harbor\n\n#### Harbor: read tides in the browser",
    instead: "### Harbor\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let Some(project) = case.proposal.named_project() else { return };
    let span = case.title();
    let title = span.of(case.text());
    let names = [Some(project), case.project().map(|project| project.name.as_str())];
    let Some(name) = names.into_iter().flatten().find(|name| begins_with(title, name)) else { return };
    let found = Span::new(span.start, span.start + name.len());
    let finding = reporter.add(found, format!("the title begins with `{name}`, as LFX does anyway"));
    let rest = &title[name.len()..];
    let bare = rest.trim_start_matches([' ', ':', '-', '–', '—']);
    let between = &rest[..rest.len() - bare.len()];
    // `Harbor-V2` is one word.
    let parted = between != "-" && between.contains([':', '-', '–', '—']);
    if parted && !bare.is_empty() {
        let gone = Span::new(span.start, span.end - bare.len());
        finding.fix(Applicability::Unsafe, "leave the name out", vec![Edit::delete(gone)]);
    } else {
        finding.help("leave the name out, if the title reads well without it");
    }
}

fn begins_with(title: &str, name: &str) -> bool {
    let start = title.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    start
        && title.len() > name.len()
        && !title[name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '\'')
}

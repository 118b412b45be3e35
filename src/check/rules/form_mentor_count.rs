//! MT952: more mentors than the form takes.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT952",
    name: "form-mentor-count",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "more than four lines of mentors in the form",
    why: "LFX takes four mentors; the first line names the primary one. Name the others in the upstream issue.",
    example: "### Mentors\n\n(five lines)",
    instead: "### Mentors\n\n(four lines)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let most = case.context.settings.limits.mentors_max;
    let mentors = form::mentors(case.text());
    if let Some((line, _)) = mentors.get(most) {
        let finding = reporter.add(*line, format!("{} mentors, at most {most} are allowed", mentors.len()));
        finding.field(FieldKind::Mentors, Some(most)).help("name the others in the upstream issue");
    }
}

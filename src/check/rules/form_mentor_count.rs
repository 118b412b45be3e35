//! MT952: more mentors than the form takes.

use super::{CNCF, Check, FORMS, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::form;
use crate::model::FieldKind;

pub(super) const RULE: Rule = Rule {
    code: "MT952",
    name: "form-mentor-count",
    severity: Severity::Error,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: FORMS,
    summary: "more than four lines of mentors in the form",
    why: "LFX takes four mentors, of whom the first line names the primary one; others can be named in the upstream issue.",
    example: "### Mentors\n\n(five lines)",
    instead: "### Mentors\n\n(four lines)",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let most = case.context.settings.limits.mentors_max;
    let mentors = form::mentors(case.text());
    if let Some((line, _)) = mentors.get(most) {
        let finding = findings.add(*line, format!("{} mentors, at most {most} are taken", mentors.len()));
        finding.field(FieldKind::Mentors, Some(most)).help("name the others in the upstream issue");
    }
}

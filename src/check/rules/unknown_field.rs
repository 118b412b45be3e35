//! MT110: a label that the template does not have.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT110",
    name: "unknown-field",
    severity: Severity::Info,
    pedantic: true,
    summary: "a label that the template does not have",
    why: "LFX has no place for it, so its text is lost when the proposal is entered, unless it moves into the \
          description.",
    example: "- Deliverables: A page, and its tests.",
    instead: "- Expected Outcome: A page, and its tests.",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for field in case.fields(FieldKind::Other).filter(|field| !field.label.is_empty()) {
        let written = field.label.of(case.text());
        let finding = reporter.add(field.label, format!("the template has no `{written}`"));
        finding.field(FieldKind::Other, None).help("move its text into one of the fields of the template");
    }
}

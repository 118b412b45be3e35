//! MT209: more mentors than LFX takes.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT209",
    name: "too-many-mentors",
    severity: Severity::Error,
    dialects: LISTINGS,
    summary: "more than four mentors (a warning for terms that had no limit yet)",
    why: "The form takes four lines. The limit applies from the third term of 2026 on.",
    example: "- Mentor(s):\n  - Ada (@ada, ada@example.org)\n  - Bo (@bo, bo@example.org)\n  - Cy (@cy, cy@example.org)\n  - Di (@di, di@example.org)\n  - Ed (@ed, ed@example.org)",
    instead: "- Mentor(s):\n  - Ada (@ada, ada@example.org)\n  - Bo (@bo, bo@example.org)\n  - Cy (@cy, cy@example.org)\n  - Di (@di, di@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    if super::duplicate_field::holds_two(case) {
        return;
    }
    let most = case.context.settings.limits.mentors_max;
    let count = case.mentors().count();
    let Some((index, first)) = case.mentors().nth(most) else { return };
    let finding = reporter.add(first.span, format!("{count} mentors, at most {most} are allowed"));
    finding.field(FieldKind::Mentors, Some(index)).help("name the others in the upstream issue");
    if !case.context.template.limits_mentors() {
        finding.severity(Severity::Warning);
    }
}

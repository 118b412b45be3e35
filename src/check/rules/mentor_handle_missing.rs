//! MT203: a mentor without a GitHub handle.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT203",
    name: "mentor-handle-missing",
    severity: Severity::Error,
    dialects: LISTINGS,
    summary: "a mentor without a GitHub handle",
    why: "Mentors confirm on GitHub that they will mentor, and are known there by their handle. A link to a \
          profile on GitHub counts as a handle.",
    example: "- Mentor(s):\n  - Ada Byron (ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, mentor) in case.mentors() {
        let entry = mentor.span.of(case.text());
        // A handle that is no valid one is there all the same, and an address on the web is no person.
        let written = super::mentor_handle_invalid::written(entry).is_some()
            || super::mentor_handle_no_at::lone_handle(entry).is_some_and(|_| mentor.email.is_none())
            || entry.contains("://");
        if mentor.github.is_some() || written {
            continue;
        }
        let neither = if mentor.email.is_some() { "GitHub handle" } else { "GitHub handle and no address" };
        let finding = reporter.add(mentor.span, format!("the mentor {} has no {neither}", mentor.name));
        let address = mentor.email.as_deref().unwrap_or("<address>");
        finding.field(FieldKind::Mentors, Some(index));
        finding.help(format!("write `{} (@<handle>, {address})`", mentor.name));
    }
}

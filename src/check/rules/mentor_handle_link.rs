//! MT206: a handle that is only a link.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT206",
    name: "mentor-handle-link",
    severity: Severity::Info,
    summary: "a mentor whose handle is only a link to a profile (a warning: at another site than GitHub)",
    why: "Scripts look for `@handle`. A profile at another site does not show who somebody is on GitHub.",
    example: "- Mentor(s):\n  - [Ada Byron](https://github.com/ada-byron) (ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// Other sites on which people have handles.
const OTHERS: &[&str] = &["twitter.com/", "//x.com/", "linkedin.com/"];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, mentor) in case.mentors() {
        let entry = mentor.span.of(case.text());
        let linked = entry.contains("github.com/") && super::mentor_handle_invalid::written(entry).is_none();
        let elsewhere = !entry.contains("github.com/") && OTHERS.iter().any(|site| entry.contains(site));
        let message = match mentor.github.as_deref() {
            Some(handle) if linked => format!("the handle of {handle} is only a link"),
            _ if elsewhere => format!("the profile of {} is not on GitHub", mentor.name),
            _ => continue,
        };
        let finding = reporter.add(mentor.span, message);
        finding.field(FieldKind::Mentors, Some(index)).help("write `Name (@handle, address)`");
        if elsewhere {
            finding.severity(Severity::Warning);
        }
    }
}

//! MT210: somebody who mentors twice.

use super::{Check, EVERYBODY, LISTINGS, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::model::FieldKind;

pub(super) const RULE: Rule = Rule {
    code: "MT210",
    name: "duplicate-mentor",
    severity: Severity::Error,
    pedantic: false,
    fix: None,
    profiles: EVERYBODY,
    dialects: LISTINGS,
    summary: "the same handle or address twice among the mentors of a proposal",
    why: "It is a slip of copying: the second mentor is missing, or was not filled in.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@ada-byron, bo@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@bo-chen, bo@example.org)",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    if super::duplicate_field::holds_two(case) {
        return;
    }
    let same = |one: Option<&str>, two: Option<&str>| {
        one.zip(two).is_some_and(|(one, two)| one.eq_ignore_ascii_case(two))
    };
    for (index, mentor) in case.mentors() {
        for (_, before) in case.mentors().take_while(|(at, _)| *at < index) {
            let what = if same(mentor.github.as_deref(), before.github.as_deref()) {
                "handle"
            } else if same(mentor.email.as_deref(), before.email.as_deref()) {
                "address"
            } else {
                continue;
            };
            let message = format!("the {what} of {} is that of another mentor above", mentor.name);
            let finding = findings.add(mentor.span, message);
            finding.field(FieldKind::Mentors, Some(index)).related(before.span, "here for the first time");
            finding.help("keep one of them, or correct the other");
            break;
        }
    }
}

//! MT201: a mentor without an e-mail address.

use super::prelude::*;
use crate::check::contact;

pub(super) const RULE: Rule = Rule {
    code: "MT201",
    name: "mentor-email-missing",
    severity: Severity::Error,
    dialects: LISTINGS,
    summary: "a mentor without an e-mail address",
    why: "LFX invites mentors by the address of their account. The templates of terms before 2023 did not ask \
          for it, and the page of a term that has begun does not show it. A mentor with neither handle nor \
          address is reported once, by `mentor-handle-missing`.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let template = &case.context.template;
    if !template.is_modern() || template.published {
        return;
    }
    for (index, mentor) in case.mentors() {
        let entry = mentor.span.of(case.text());
        let handle = mentor.github.as_deref().or_else(|| super::mentor_handle_no_at::lone_handle(entry));
        let reported_elsewhere =
            contact::broken_address(entry).is_some() || (handle.is_none() && !entry.contains('@'));
        if mentor.email.is_some() || reported_elsewhere {
            continue;
        }
        let finding = reporter.add(mentor.span, format!("the mentor {} has no e-mail address", mentor.name));
        let handle = handle.map_or(String::new(), |handle| format!("@{handle}, "));
        finding.field(FieldKind::Mentors, Some(index));
        finding.help(format!("write `{} ({handle}<address>)`", mentor.name));
        finding.note("it has to be the address of their LFX account");
    }
}

//! MT202: an e-mail address that is none.

use super::prelude::*;
use crate::check::contact;

pub(super) const RULE: Rule = Rule {
    code: "MT202",
    name: "mentor-email-invalid",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    dialects: LISTINGS,
    summary: "an e-mail address that is hidden (`ada AT example DOT org`), has no domain, or two `@`",
    why: "LFX needs the address as it is. To hide it from address collectors, give it somewhere else.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada AT example DOT org)",
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
        let broken =
            contact::broken_address(entry).filter(|_| mentor.email.is_none()).map(|span| span.of(entry));
        let read = mentor.email.as_deref().filter(|email| !contact::is_address(email));
        let Some(email) = read.or(broken) else { continue };
        let at = entry.find(email).map(|at| mentor.span.start + at);
        let span = at.map_or(mentor.span, |at| Span::new(at, at + email.len()));
        let finding = reporter.add(span, format!("`{email}` is not an e-mail address"));
        finding.field(FieldKind::Mentors, Some(index)).note("LFX needs the address as it is");
        match contact::deobfuscated(email).filter(|_| at.is_some()) {
            Some(meant) => {
                let edits = vec![Edit::replace(span, meant.clone())];
                finding.fix(Applicability::Unsafe, format!("write `{meant}`"), edits);
            }
            None => {
                finding.help("write it as `name@example.org`");
            }
        }
    }
}

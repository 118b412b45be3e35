//! MT204: a handle without its `@`.

use super::prelude::*;
use crate::check::contact;

pub(super) const RULE: Rule = Rule {
    code: "MT204",
    name: "mentor-handle-no-at",
    fix: Some(Applicability::Safe),
    summary: "a GitHub handle without its `@`",
    why: "Mentors confirm with `/confirm`, which finds them by `@handle` in the listing, and GitHub notifies \
          nobody without the `@`.",
    example: "- Mentor(s):\n  - Ada Byron (ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, mentor) in case.mentors() {
        let Some(span) = bare_handle(case.text(), mentor) else { continue };
        let handle = span.of(case.text());
        let finding = reporter.add(span, format!("the handle `{handle}` has no `@`"));
        finding.field(FieldKind::Mentors, Some(index)).label(format!("expected `@{handle}`"));
        finding.note("`/confirm` finds mentors by their GitHub handle");
        finding.fix(Applicability::Safe, "add the `@`", vec![Edit::insert(span.start, "@")]);
    }
}

/// Where the handle of a mentor stands without `@`: right behind the bracket.
pub(super) fn bare_handle(text: &str, mentor: &Mentor) -> Option<Span> {
    let handle = mentor.github.as_deref().filter(|handle| contact::is_valid(handle))?;
    let entry = mentor.span.of(text);
    let open = entry.find(['(', '（'])?;
    let rest = entry[open..].trim_start_matches(['(', '（', ' ', '\u{a0}']);
    let start = mentor.span.start + entry.len() - rest.len();
    let after = rest.strip_prefix(handle)?;
    after.starts_with([',', ' ', '，', ';']).then(|| Span::new(start, start + handle.len()))
}

/// A handle without `@` that stands alone in the brackets: `Ada Byron (ada-byron)`.
pub(super) fn lone_handle(entry: &str) -> Option<&str> {
    let inner = entry.trim_end().strip_suffix(')')?.rsplit_once('(')?.1.trim();
    contact::is_valid(inner).then_some(inner)
}

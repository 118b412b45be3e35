//! MT205: a handle that GitHub does not give.

use super::prelude::*;
use crate::check::contact;

pub(super) const RULE: Rule = Rule {
    code: "MT205",
    name: "mentor-handle-invalid",
    severity: Severity::Error,
    rulesets: EVERYBODY,
    dialects: LISTINGS,
    summary: "a handle that GitHub does not allow: with a dot, an underscore, two `@`, or too long",
    why: "It is an address at another site, or a typing error; it leads to nobody. Handles have letters, digits \
          and single hyphens between them, at most 39.",
    example: "- Mentor(s):\n  - Ada Byron (@ada.byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, mentor) in case.mentors() {
        let entry = mentor.span.of(case.text());
        let Some(word) = written(entry).filter(|word| !contact::is_valid(&word.of(entry)[1..])) else {
            continue;
        };
        let span = Span::new(mentor.span.start + word.start, mentor.span.start + word.end);
        let handle = span.of(case.text());
        let finding = reporter.add(span, format!("`{handle}` is not a GitHub handle"));
        finding.field(FieldKind::Mentors, Some(index));
        finding.help("letters, digits and single hyphens between them, at most 39");
    }
}

/// The first word of an entry that begins with `@`.
pub(super) fn written(entry: &str) -> Option<Span> {
    let is_gap = |c: char| c.is_whitespace() || "(（[]<`*|,，;/)）".contains(c);
    let mut from = 0;
    while let Some(at) = entry[from..].find('@').map(|at| from + at) {
        let length = entry[at..].find(|c: char| is_gap(c) && c != '@').unwrap_or(entry.len() - at);
        let word = entry[at..at + length].trim_end_matches([':', '.', '>', '_']);
        if word.len() > 1 && (at == 0 || entry[..at].ends_with(is_gap)) {
            return Some(Span::new(at, at + word.len()));
        }
        from = at + length.max(1);
    }
    None
}

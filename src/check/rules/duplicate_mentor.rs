//! MT210: a mentor who is named twice.

use std::collections::HashMap;

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT210",
    name: "duplicate-mentor",
    severity: Severity::Error,
    rulesets: EVERYBODY,
    dialects: LISTINGS,
    summary: "the same handle or address twice among the mentors of a proposal",
    why: "It is usually a copying error: the second mentor is missing, or was not filled in.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@ada-byron, bo@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@bo-chen, bo@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    if super::duplicate_field::holds_two(case) {
        return;
    }
    let (mut handles, mut addresses) = (HashMap::new(), HashMap::new());
    for (index, mentor) in case.mentors() {
        let by_handle = first(&mut handles, mentor.github.as_deref(), (index, mentor));
        let by_address = first(&mut addresses, mentor.email.as_deref(), (index, mentor));
        let known = by_handle.map(|first| (first, "handle")).into_iter();
        let known = known.chain(by_address.map(|first| (first, "address")));
        let Some(((_, before), what)) = known.min_by_key(|((at, _), _)| *at) else { continue };
        let message = format!("the {what} of {} is that of another mentor above", mentor.name);
        let finding = reporter.add(mentor.span, message);
        finding.field(FieldKind::Mentors, Some(index)).related(before.span, "first here");
        finding.help("keep one of them, or correct the other");
    }
}

/// A mentor with their number in the proposal.
type Numbered<'m> = (usize, &'m Mentor);

/// The first mentor who has this handle or address; `None` where that is this one, or where there is none.
fn first<'m>(
    known: &mut HashMap<String, Numbered<'m>>,
    key: Option<&str>,
    mentor: Numbered<'m>,
) -> Option<Numbered<'m>> {
    let first = *known.entry(key?.to_ascii_lowercase()).or_insert(mentor);
    (first.0 != mentor.0).then_some(first)
}

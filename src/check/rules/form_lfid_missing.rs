//! MT954: a mentor without an LFID.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT954",
    name: "form-lfid-missing",
    dialects: FORMS,
    summary: "a mentor in the form without an LFID",
    why: "LFX invites mentors by their LFID. It may be added later; the proposal is not complete before.",
    example: "### Mentors\n\nAda Byron | @ada-byron | ada@example.org",
    instead: "### Mentors\n\nAda Byron | @ada-byron | ada@example.org | adab",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, (line, parts)) in form::mentors(case.text()).into_iter().enumerate() {
        let missing = parts.len() == 3 || parts.get(3).is_some_and(|lfid| lfid.is_empty());
        if missing {
            let finding = reporter.add(line, "the mentor has no LFID");
            finding.field(FieldKind::Mentors, Some(index)).help("you can add it later");
        }
    }
}

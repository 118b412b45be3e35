//! MT208: only one mentor.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT208",
    name: "single-mentor",
    dialects: WITH_MENTORS,
    summary: "a proposal with one mentor only",
    why: "A term lasts three months, in which people fall ill and change jobs. Reviewers ask for a second mentor; they do \
          not insist.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@bo-chen, bo@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let mut mentors = case.mentors();
    if let (Some((_, only)), None) = (mentors.next(), mentors.next()) {
        let finding = reporter.add(only.span, format!("{} is the only mentor", only.name));
        finding.field(FieldKind::Mentors, Some(0)).help("please consider a second mentor");
    }
}

//! MT208: only one mentor.

use super::{CNCF, Check, NAMED, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::model::FieldKind;

pub(super) const RULE: Rule = Rule {
    code: "MT208",
    name: "single-mentor",
    severity: Severity::Warning,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: NAMED,
    summary: "a proposal with one mentor only",
    why: "A term lasts three months, in which people fall ill and change jobs. Reviewers ask for a second mentor; they do \
          not insist.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)\n  - Bo Chen (@bo-chen, bo@example.org)",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let mut mentors = case.mentors();
    if let (Some((_, only)), None) = (mentors.next(), mentors.next()) {
        let finding = findings.add(only.span, format!("{} is the only mentor", only.name));
        finding.field(FieldKind::Mentors, Some(0)).help("please consider a second mentor");
    }
}

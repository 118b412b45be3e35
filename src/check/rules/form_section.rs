//! MT951: a part of the form that is not there, or not filled in.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT951",
    name: "form-section",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "a part of the proposal form that is missing or not filled in",
    why: "The intake finds the answers by the headings of the form, and accepts no proposal without one of \
          these. A heading that was changed while editing the issue is a missing one.",
    example: "### Technologies\n\n_No response_",
    instead: "### Technologies\n\nHTML, cartography",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// The parts that have to be filled in.
const REQUIRED: [&str; 7] = [
    "CNCF Project",
    "Term",
    "Program Name",
    "Program Description",
    "Technologies",
    "Mentors",
    "Upstream Issue URL",
];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for name in REQUIRED {
        match form::part(case.text(), name) {
            None => {
                let finding = reporter.add(case.title(), format!("the form has no `### {name}`"));
                finding.help("use the headings of the form");
            }
            Some(part) if part.value.is_empty() => {
                reporter.add(part.heading, format!("`{name}` is not filled in")).help("fill it in");
            }
            Some(_) => {}
        }
    }
}

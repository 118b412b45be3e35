//! MT956: skills that are the same as the technologies and others at once.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT956",
    name: "form-skills",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "neither the box nor the text of the skills in the form (a warning: both)",
    why: "Either the skills are the technologies, if the box is checked, or they are written below it.",
    example: "### Skills same as Technologies?\n\n- [ ] Yes\n\n### Required/Desirable Skills\n\n_No response_",
    instead: "### Skills same as Technologies?\n\n- [x] Yes\n\n### Required/Desirable Skills\n\n_No response_",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let Some(same) = form::part(text, "Skills same as Technologies?") else { return };
    let written = form::part(text, "Required/Desirable Skills").is_some_and(|part| !part.value.is_empty());
    let (severity, message, help) = match (form::is_checked(text, Some(same), "Yes"), written) {
        (false, false) => {
            let message = "no skills: the box is not checked, and none are written";
            (Severity::Error, message, "check the box, or write the skills")
        }
        (true, true) => {
            let message = "the box is checked, and other skills are written";
            (Severity::Warning, message, "uncheck the box, or remove the other skills")
        }
        _ => return,
    };
    reporter.add(same.heading, message).severity(severity).field(FieldKind::Skills, None).help(help);
}

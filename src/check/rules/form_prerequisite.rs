//! MT957: a prerequisite of one's own that the form does not take.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT957",
    name: "form-prerequisite",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "a custom prerequisite without its box or its words, or longer than 20 (name) or 500 (description) characters",
    why: "LFX has room for that many characters, and asks for the prerequisite only if its box is checked.",
    example: "### Custom Prerequisite Name\n\nA sample of your own writing",
    instead: "### Custom Prerequisite Name\n\nWriting sample",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// The parts, and how many UTF-16 units each may have.
const PARTS: [(&str, usize); 2] =
    [("Custom Prerequisite Name", 20), ("Custom Prerequisite Description", 500)];

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let boxes = form::part(text, "Application Prerequisites");
    let checked = form::is_checked(text, boxes, "Custom Prerequisite");
    for (name, most) in PARTS {
        let Some(part) = form::part(text, name) else { continue };
        let units = part.value.of(text).encode_utf16().count();
        if units > most {
            let message = format!("`{name}` has {units} characters, {} too many", units - most);
            reporter.add(part.value, message).help(format!("LFX takes {most} characters"));
        } else if checked && units == 0 {
            let message = format!("the box of a custom prerequisite is checked, but `{name}` is empty");
            reporter.add(part.heading, message).help("fill it in, or uncheck the box");
        } else if !checked && units > 0 {
            let message = format!("`{name}` is filled in, but the box is not checked");
            reporter.add(part.value, message).help("check the box, or remove the text");
        }
    }
}

//! MT958: a coding challenge without its address, or without its box.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT958",
    name: "form-challenge",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "a coding challenge in the form without its address or without its box",
    why: "Mentees have to find the challenge, and LFX asks for it only if its box is checked.",
    example: "### Application Prerequisites\n\n- [x] Coding Challenge\n\n### Coding Challenge URL\n\n_No response_",
    instead: "### Application Prerequisites\n\n- [x] Coding Challenge\n\n### Coding Challenge URL\n\nhttps://example.org/challenge",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let Some(part) = form::part(text, "Coding Challenge URL") else { return };
    let boxes = form::part(text, "Application Prerequisites");
    let checked = form::is_checked(text, boxes, "Coding Challenge");
    let url = part.value.of(text);
    let (span, message) = if checked && url.is_empty() {
        (part.heading, "the box of a coding challenge is checked, but its address is missing")
    } else if !checked && !url.is_empty() {
        (part.value, "a coding challenge has an address, but its box is not checked")
    } else if !url.is_empty() && !super::form_upstream::is_address(url) {
        (part.value, "the coding challenge has no `https://` address")
    } else {
        return;
    };
    reporter.add(span, message).help("check the box and give the address, or neither");
}

//! MT959: an upstream issue that the form does not take.

use super::prelude::*;
use crate::check::form;

pub(super) const RULE: Rule = Rule {
    code: "MT959",
    name: "form-upstream",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "an upstream issue in the form that is not exactly one address",
    why: "The form takes one `https://` address. Work that spans several issues needs one above them that names the others.",
    example: "### Upstream Issue URL\n\nhttps://example.org/tides/12, https://example.org/tides/13",
    instead: "### Upstream Issue URL\n\nhttps://example.org/tides/14",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let Some(part) = form::part(text, "Upstream Issue URL").filter(|part| !part.value.is_empty()) else {
        return;
    };
    let url = part.value.of(text);
    let (message, help) = if url.contains(',')
        || url.split_whitespace().count() > 1 && url.matches("://").count() > 1
    {
        (
            "several upstream issues, one is allowed",
            "open an umbrella issue that names the others, and name that",
        )
    } else if !is_address(url) {
        ("the upstream issue has no `https://` address", "write the address of the issue, and nothing else")
    } else {
        return;
    };
    reporter.add(part.value, message).field(FieldKind::Upstream, None).help(help);
}

/// Whether a text is one address on the web.
pub(super) fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

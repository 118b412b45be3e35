//! MT305: an address with marks around it.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT305",
    name: "upstream-link-form",
    severity: Severity::Info,
    pedantic: true,
    fix: Some(Applicability::Safe),
    summary: "an upstream address as a link to itself or in brackets, or directly after the colon",
    why: "House style: GitHub makes a bare address a link. A link with words of its own is fine.",
    example: "- Upstream Issue: [https://example.org/1](https://example.org/1)",
    instead: "- Upstream Issue: https://example.org/1",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let in_field = case.field_finder(FieldKind::Upstream);
    for (index, link) in case.proposal.upstream.iter().enumerate() {
        let Some(field) = in_field(link.span.start) else { continue };
        let written = link.span.of(text);
        // An address that is written elsewhere stays there: it may be that of many links.
        if written.len() < link.url.len() {
            continue;
        }
        let around =
            |open, close| text[..link.span.start].ends_with(open) && text[link.span.end..].starts_with(close);
        let bracketed = link.span.start > field.value.start && (around('(', ')') || around('<', '>'));
        let (span, message) = if bracketed {
            (Span::new(link.span.start - 1, link.span.end + 1), "the upstream address is in brackets")
        } else if link.text.is_none() && written.starts_with(['[', '<']) {
            (link.span, "the upstream address is a link to itself")
        } else if text[..link.span.start].ends_with(':') && link.span.start == field.value.start {
            (link.span, "no space is between label and address")
        } else {
            continue;
        };
        let space = if text[..span.start].ends_with(':') { " " } else { "" };
        let edit = Edit::replace(span, format!("{space}{}", link.url));
        reporter.add(span, message).field(FieldKind::Upstream, Some(index)).fix(
            Applicability::Safe,
            "write the bare address",
            vec![edit],
        );
    }
}

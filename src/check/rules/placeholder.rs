//! MT211: what only keeps a place.

use super::prelude::*;
use crate::check::{contact, text};

pub(super) const RULE: Rule = Rule {
    code: "MT211",
    name: "placeholder",
    severity: Severity::Error,
    rulesets: EVERYBODY,
    dialects: LISTINGS,
    summary: "`TBD`, `TODO` or a line of the template where a value or a mentor should be",
    why: "It was meant to be filled in before the listing is sent. Only a whole value, or a whole mentor, is \
          reported: a proposal may well be about TODOs. An upstream issue that is `TBD` is reported by \
          `upstream-not-url`.",
    example: "- Recommended Skills: TBD\n- Mentor(s):\n  - TBD (@tbd, tbd@email)",
    instead: "- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let known = |field: &&Field| {
        !matches!(field.kind, FieldKind::Other | FieldKind::Upstream | FieldKind::Mentors | FieldKind::Apply)
    };
    for field in case.proposal.fields.iter().filter(known) {
        if contact::is_placeholder(field.value.of(text)) {
            let what = field.kind.label();
            report(case, field.value, field.kind, format!("`{what}` is still to be filled in"), reporter);
        }
    }
    for mentor in &case.proposal.mentors {
        if contact::is_placeholder(mentor.span.of(text)) {
            report(
                case,
                mentor.span,
                FieldKind::Mentors,
                "this mentor is still to be named".to_owned(),
                reporter,
            );
        }
    }
    for remark in case.remarks(RemarkKind::UnreadMentor) {
        if contact::is_placeholder(remark.span.of(text)) {
            report(
                case,
                remark.span,
                FieldKind::Mentors,
                "this mentor is still to be named".to_owned(),
                reporter,
            );
        }
    }
}

fn report(
    case: &ProposalContext<'_, '_>,
    value: Span,
    kind: FieldKind,
    message: String,
    reporter: &mut Reporter<'_>,
) {
    let span = text::first_line(case.text(), value);
    reporter.add(span, message).field(kind, None).help("fill it in");
}

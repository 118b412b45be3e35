//! MT211: what only keeps a place.

use super::{Check, EVERYBODY, LISTINGS, Rule};
use crate::check::context::Case;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::{handle, text};
use crate::model::{Field, FieldKind, RemarkKind, Span};

pub(super) const RULE: Rule = Rule {
    code: "MT211",
    name: "placeholder",
    severity: Severity::Error,
    pedantic: false,
    fix: None,
    profiles: EVERYBODY,
    dialects: LISTINGS,
    summary: "`TBD`, `TODO` or a line of the template where a value or a mentor should be",
    why: "It was meant to be filled in before the listing is sent. Only a whole value, or a whole mentor, is \
          reported: a proposal may well be about TODOs. An upstream issue that is `TBD` is no URL: \
          `upstream-not-url` reports it.",
    example: "- Recommended Skills: TBD\n- Mentor(s):\n  - TBD (@tbd, tbd@email)",
    instead: "- Recommended Skills: HTML\n- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    check: Check::Proposal(check),
};

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let text = case.text();
    let known = |field: &&Field| {
        !matches!(field.kind, FieldKind::Other | FieldKind::Upstream | FieldKind::Mentors | FieldKind::Apply)
    };
    for field in case.proposal.fields.iter().filter(known) {
        if handle::is_placeholder(field.value.of(text)) {
            let what = field.kind.label();
            report(case, field.value, field.kind, format!("`{what}` is still to be filled in"), findings);
        }
    }
    for mentor in &case.proposal.mentors {
        if handle::is_placeholder(mentor.span.of(text)) {
            report(
                case,
                mentor.span,
                FieldKind::Mentors,
                "this mentor is still to be named".to_owned(),
                findings,
            );
        }
    }
    for remark in case.remarks(RemarkKind::UnreadMentor) {
        if handle::is_placeholder(remark.span.of(text)) {
            report(
                case,
                remark.span,
                FieldKind::Mentors,
                "this mentor is still to be named".to_owned(),
                findings,
            );
        }
    }
}

fn report(case: &Case<'_, '_>, value: Span, kind: FieldKind, message: String, findings: &mut Findings<'_>) {
    let span = text::first_line(case.text(), value);
    findings.add(span, message).field(kind, None).help("fill it in");
}

//! MT502: characters that look like others, or like nothing.

use super::{Check, EVERYBODY, Rule, WRITTEN};
use crate::check::context::Case;
use crate::check::diagnostic::{Applicability, Edit, Severity};
use crate::check::findings::Findings;
use crate::check::label::Label;
use crate::model::{FieldKind, Span};

pub(super) const RULE: Rule = Rule {
    code: "MT502",
    name: "odd-character",
    severity: Severity::Warning,
    pedantic: false,
    fix: Some(Applicability::Safe),
    profiles: EVERYBODY,
    dialects: WRITTEN,
    summary: "a full-width colon behind a label, and spaces or marks of direction that cannot be seen (info: in prose)",
    why: "Scripts do not find the label, and what looks like a handle or an address is another one. Curly quotes and dashes \
          are fine. Characters of a mentor's entry that `mentor-syntax` mends are left to it.",
    example: "- Description： A page with the tide of the day.",
    instead: "- Description: A page with the tide of the day.",
    check: Check::Proposal(check),
};

/// What cannot be seen, and what to call it.
const UNSEEN: &[(char, &str)] = &[
    ('\u{a0}', "a space that does not break"),
    ('\u{200b}', "a space without width"),
    ('\u{2060}', "a joiner without width"),
    ('\u{feff}', "a byte order mark"),
    ('\u{202a}', "a mark of direction"),
    ('\u{202b}', "a mark of direction"),
    ('\u{202c}', "a mark of direction"),
    ('\u{202d}', "a mark of direction"),
    ('\u{202e}', "a mark of direction"),
    ('\u{2066}', "a mark of direction"),
    ('\u{2067}', "a mark of direction"),
    ('\u{2068}', "a mark of direction"),
    ('\u{2069}', "a mark of direction"),
];

fn check(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let section = case.proposal.section;
    if section.of(case.text()).is_ascii() {
        return;
    }
    colons(case, findings);
    for (span, name) in unseen(case.text(), section) {
        let mentor = case.proposal.mentors.iter().find(|mentor| mentor.span.contains(span.start));
        if mentor.is_some_and(|mentor| super::mentor_syntax::mends(case.text(), mentor)) {
            continue;
        }
        let finding = findings.add(span, format!("{name} stands here"));
        if mentor.is_none() {
            finding.severity(Severity::Info).help("replace it by a space, or remove it");
            continue;
        }
        let is_space = span.of(case.text()) == "\u{a0}";
        let (mend, instead) = if is_space { ("write a common space", " ") } else { ("remove it", "") };
        let edit = Edit::replace(span, instead);
        finding.field(FieldKind::Mentors, None).fix(Applicability::Safe, mend, vec![edit]);
    }
}

/// Where something that cannot be seen stands, and what it is.
fn unseen(text: &str, section: Span) -> impl Iterator<Item = (Span, &'static str)> {
    // All of them begin with one of three bytes: the rest of the text is not looked at.
    memchr::memchr3_iter(0xC2, 0xE2, 0xEF, section.of(text).as_bytes()).filter_map(move |at| {
        let found = section.of(text).get(at..)?.chars().next()?;
        let (_, name) = UNSEEN.iter().find(|(unseen, _)| *unseen == found)?;
        let start = section.start + at;
        Some((Span::new(start, start + found.len_utf8()), *name))
    })
}

/// Full-width colons behind labels.
fn colons(case: &Case<'_, '_>, findings: &mut Findings<'_>) {
    let text = case.text();
    for field in &case.proposal.fields {
        let colon = Label::of(text, field).and_then(|label| label.colon);
        let Some(colon) = colon.filter(|colon| colon.of(text) == "：") else { continue };
        let spaced = text[colon.end..].starts_with([' ', '\n', '\r', '*', '_']);
        let edit = Edit::replace(colon, if spaced { ":" } else { ": " });
        let finding = findings.add(colon, "a full-width colon stands behind the label");
        finding.field(field.kind, None).fix(Applicability::Safe, "write `:`", vec![edit]);
    }
}

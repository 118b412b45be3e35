//! MT953: a line of mentors that the form does not understand.

use super::prelude::*;
use crate::check::{contact, form};

pub(super) const RULE: Rule = Rule {
    code: "MT953",
    name: "form-mentor-line",
    severity: Severity::Error,
    dialects: FORMS,
    summary: "a line of mentors in the form that is not `Name | @handle | address | LFID`",
    why: "The intake splits each line at `|` and expects three or four parts: a name, a GitHub handle with its \
          `@`, an e-mail address and the LFID, which has neither `@` nor `/`.",
    example: "### Mentors\n\nAda Byron | ada-byron | ada@example.org",
    instead: "### Mentors\n\nAda Byron | @ada-byron | ada@example.org | adab",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for (index, (line, parts)) in form::mentors(text).into_iter().enumerate() {
        if !(3..=4).contains(&parts.len()) {
            let finding = reporter.add(line, format!("the line has {} parts instead of 3 or 4", parts.len()));
            finding.field(FieldKind::Mentors, Some(index)).help("write `Name | @handle | address | LFID`");
            continue;
        }
        for (part, what, is_right) in judged(text, &parts) {
            if !is_right {
                let span = if part.is_empty() { line } else { part };
                let written = part.of(text);
                let finding = reporter.add(span, format!("`{written}` is not a valid {what}"));
                finding
                    .field(FieldKind::Mentors, Some(index))
                    .help("write `Name | @handle | address | LFID`");
            }
        }
    }
}

/// Each part of a line, what it should be, and whether it is.
fn judged(text: &str, parts: &[Span]) -> Vec<(Span, &'static str, bool)> {
    let of = |at: usize| parts.get(at).map_or("", |part| part.of(text));
    let is_handle = of(1).strip_prefix('@').is_some_and(contact::is_valid);
    let is_lfid = !of(3).contains(|c: char| c.is_whitespace() || matches!(c, '@' | '/'));
    let known = [
        ("name", !of(0).is_empty()),
        ("GitHub handle with its `@`", is_handle),
        ("e-mail address", contact::is_address(form::address(of(2)))),
        ("LFID", is_lfid),
    ];
    parts.iter().zip(known).map(|(part, (what, is_right))| (*part, what, is_right)).collect()
}

//! MT502: characters that look like others, or like nothing.

use std::collections::HashMap;

use super::prelude::*;
use crate::check::label::LabelSyntax;

pub(super) const RULE: Rule = Rule {
    code: "MT502",
    name: "odd-character",
    fix: Some(Applicability::Safe),
    rulesets: EVERYBODY,
    summary: "a full-width colon after a label, and invisible spaces or marks of direction (info: in prose)",
    why: "Scripts do not find the label, and a handle or an address is different from the one it looks like. \
          Curly quotes and dashes are accepted. Characters that `mentor-syntax` fixes are not reported here.",
    example: "- Description： A page with the tide of the day.",
    instead: "- Description: A page with the tide of the day.",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// Invisible characters and their names.
const UNSEEN: &[(char, &str)] = &[
    ('\u{a0}', "a no-break space"),
    ('\u{200b}', "a zero-width space"),
    ('\u{2060}', "a zero-width joiner"),
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

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let section = case.proposal.section;
    if section.of(case.text()).is_ascii() {
        return;
    }
    colons(case, reporter);
    let mut entries = Entries::of(case);
    for (span, name) in unseen(case.text(), section) {
        let entry = entries.at(span.start);
        if entry == Some(Entry::Mended) {
            continue;
        }
        let message = match span.of(case.text()).chars().count() {
            1 => format!("{name} is here"),
            count => format!("{name} is here {count} times"),
        };
        let finding = reporter.add(span, message);
        if entry.is_none() {
            finding.severity(Severity::Info).help("replace it by a space, or remove it");
            continue;
        }
        let is_space = span.of(case.text()).starts_with('\u{a0}');
        let (mend, instead) = if is_space { ("write a normal space", " ") } else { ("remove it", "") };
        let edit = Edit::replace(span, instead);
        finding.field(FieldKind::Mentors, None).fix(Applicability::Safe, mend, vec![edit]);
    }
}

/// The entry of a mentor around a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// `mentor-syntax` fixes it, odd characters included.
    Mended,
    /// It has no use in a listing.
    Other,
}

/// The entries of a proposal's mentors, each judged once.
struct Entries<'a> {
    text: &'a str,
    /// In document order.
    mentors: Vec<&'a Mentor>,
    judged: HashMap<usize, Entry>,
}

impl<'a> Entries<'a> {
    fn of(case: &ProposalContext<'a, '_>) -> Self {
        let mut mentors: Vec<&Mentor> = case.proposal.mentors.iter().collect();
        mentors.sort_by_key(|mentor| mentor.span);
        Self { text: case.text(), mentors, judged: HashMap::new() }
    }

    /// The entry around an offset; `None` where no mentor's is.
    fn at(&mut self, offset: usize) -> Option<Entry> {
        let at = self.mentors.partition_point(|mentor| mentor.span.start <= offset).checked_sub(1)?;
        let mentor = self.mentors[at];
        if !mentor.span.contains(offset) {
            return None;
        }
        let judge =
            || if super::mentor_syntax::mends(self.text, mentor) { Entry::Mended } else { Entry::Other };
        Some(*self.judged.entry(at).or_insert_with(judge))
    }
}

/// Where something that cannot be seen stands, once or several times in a row, and what it is.
fn unseen(text: &str, section: Span) -> Vec<(Span, &'static str)> {
    let mut found: Vec<(Span, &'static str)> = Vec::new();
    // All of them begin with one of three bytes: the rest of the text is not looked at.
    for at in memchr::memchr3_iter(0xC2, 0xE2, 0xEF, section.of(text).as_bytes()) {
        let Some(letter) = section.of(text).get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let Some((_, name)) = UNSEEN.iter().find(|(unseen, _)| *unseen == letter) else { continue };
        let span = Span::new(section.start + at, section.start + at + letter.len_utf8());
        match found.last_mut() {
            Some((before, _)) if before.end == span.start && before.of(text).starts_with(letter) => {
                before.end = span.end;
            }
            _ => found.push((span, *name)),
        }
    }
    found
}

/// Full-width colons behind labels.
fn colons(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for field in &case.proposal.fields {
        let colon = LabelSyntax::of(text, field).and_then(|label| label.colon);
        let Some(colon) = colon.filter(|colon| colon.of(text) == "：") else { continue };
        let spaced = text[colon.end..].starts_with([' ', '\n', '\r', '*', '_']);
        let edit = Edit::replace(colon, if spaced { ":" } else { ": " });
        let finding = reporter.add(colon, "a full-width colon is after the label");
        finding.field(field.kind, None).fix(Applicability::Safe, "write `:`", vec![edit]);
    }
}

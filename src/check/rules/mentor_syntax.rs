//! MT207: a mentor who is not written as the template does.

use super::prelude::*;
use crate::check::contact;

pub(super) const RULE: Rule = Rule {
    code: "MT207",
    name: "mentor-syntax",
    fix: Some(Applicability::Safe),
    summary: "a mentor who is not written as `Name (@handle, address)`: comma or bracket missing or full-width (a warning), other marks or spaces (info)",
    why: "If a comma or a bracket is missing, scripts take handle and address for one word, or lose both. Most \
          scripts accept other spaces, `mailto:` links and angle brackets. Text after the bracket (` - primary`) \
          is free.",
    example: "- Mentor(s):\n  - Ada Byron (@ada-byron ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    for (index, mentor) in case.mentors() {
        let Some((severity, problem, canonical)) = judged(case.text(), mentor) else {
            left_over(case, index, mentor, reporter);
            continue;
        };
        let edit = canonical.map(|canonical| Edit::change(case.text(), mentor.span, &canonical));
        let span = edit.as_ref().map_or(mentor.span, |edit| visible(case.text(), mentor.span, edit.span));
        let finding = reporter.add(span, format!("the entry of {} {problem}", mentor.name));
        finding.severity(severity).field(FieldKind::Mentors, Some(index));
        match edit {
            Some(edit) => {
                // A comma behind it would be the next thing to fix.
                let edits = [edit].into_iter().chain(comma_behind(case.text(), mentor).map(Edit::delete));
                finding.fix(Applicability::Safe, "write it as `Name (@handle, address)`", edits.collect());
            }
            None => {
                finding.help("write it as `Name (@handle, address)`");
            }
        }
    }
}

/// Reports a comma behind an entry that is the last of its list item.
fn left_over(case: &ProposalContext<'_, '_>, index: usize, mentor: &Mentor, reporter: &mut Reporter<'_>) {
    let Some(span) = comma_behind(case.text(), mentor) else { return };
    let message = format!("the entry of {} has a comma with nothing after it", mentor.name);
    let finding = reporter.add(span.trim(case.text()), message);
    finding.severity(Severity::Info).field(FieldKind::Mentors, Some(index));
    finding.fix(Applicability::Safe, "remove it", vec![Edit::delete(span)]);
}

/// The comma behind an entry that is the last of its list item, with the blanks before it.
fn comma_behind(text: &str, mentor: &Mentor) -> Option<Span> {
    let rest = &text[mentor.span.end..];
    let is_blank = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r');
    let marked = rest.trim_start_matches(is_blank);
    let after = marked.strip_prefix([',', '，', ';'])?;
    let end = after.trim_start_matches(is_blank);
    if !(end.is_empty() || end.starts_with(['\n', '\r'])) {
        return None;
    }
    let below = end.trim_start();
    // The next entry may follow on a line of the same paragraph.
    let ends = ["- ", "* ", "+ ", "#"].iter().any(|start| below.starts_with(start)) || below.is_empty();
    ends.then(|| Span::new(mentor.span.end, mentor.span.end + rest.len() - after.len()))
}

/// Whether the entry of a mentor is fixed here.
pub(super) fn mends(text: &str, mentor: &Mentor) -> bool {
    judged(text, mentor).is_some_and(|(.., canonical)| canonical.is_some())
}

/// The place of an edit, with the character beside it where nothing goes.
fn visible(text: &str, entry: Span, edit: Span) -> Span {
    if !edit.is_empty() {
        return edit;
    }
    let next = text[edit.start..entry.end].chars().next();
    let before = text[entry.start..edit.start].chars().next_back();
    match (next, before) {
        (Some(next), _) => Span::new(edit.start, edit.start + next.len_utf8()),
        (None, Some(before)) => Span::new(edit.start - before.len_utf8(), edit.start),
        (None, None) => edit,
    }
}

/// A fault of an entry: the message, the severity, and the right form where it is certain.
fn judged(text: &str, mentor: &Mentor) -> Option<(Severity, &'static str, Option<String>)> {
    let entry = mentor.span.of(text);
    let (handle, email) = (mentor.github.as_deref()?, mentor.email.as_deref()?);
    if !contact::is_valid(handle) || !contact::is_address(email) || entry.contains(['\n', '\r']) {
        return None;
    }
    let at = if super::mentor_handle_no_at::bare_handle(text, mentor).is_some() { "" } else { "@" };
    let linked = at == "@" && !entry.contains(&format!("@{handle}"));
    let rest = remainder(entry, email);
    let canonical = format!("{} ({at}{handle}, {email}){rest}", name(entry, mentor));
    // `odd-character` reports invisible spaces.
    if canonical == entry.replace('\u{a0}', " ") || (linked && !entry.contains("](")) {
        return None;
    }
    // The brackets of a link are no part of the form.
    let links = entry.matches("](mailto:").count();
    let opened = entry.matches(['(', '（']).count().saturating_sub(links);
    let closed = entry.matches([')', '）']).count().saturating_sub(links);
    let between = between(entry, &format!("{at}{handle}"), email);
    let separated =
        between.is_none_or(|between| between.contains([',', '，', ';', '(', '<', '|', '）', ')', '/']));
    let simple = !entry.contains(['[', '*', '`']) || entry.contains("mailto:");
    let mended = simple
        .then_some(canonical)
        .filter(|_| !linked && opened <= 1 && closed <= 1 && ordered(entry, handle, email));
    let (severity, problem) = if entry.contains(['，', '（', '）', '；']) {
        (Severity::Warning, "has full-width marks")
    } else if !separated {
        (Severity::Warning, "has no comma between handle and address")
    } else if opened != closed {
        (Severity::Warning, "has a bracket without its other half")
    } else if entry.contains("mailto:") || entry.contains('<') {
        (Severity::Info, "has an address that is a link")
    } else if linked || entry.contains("](") {
        return None;
    } else if squeezed(entry) == squeezed(mended.as_deref().unwrap_or_default()) {
        (Severity::Info, "has other spaces than the template")
    } else if trailing_comma(entry) {
        (Severity::Info, "has a comma with nothing after it")
    } else if between.is_some_and(|between| matches!(between.trim(), ";" | "/" | "|")) {
        (Severity::Info, "has another mark than a comma between handle and address")
    } else if opened == 0 {
        (Severity::Info, "has no brackets")
    } else {
        return None;
    };
    Some((severity, problem, mended))
}

/// The name as it is written before the bracket, without the marks behind it.
fn name<'a>(entry: &'a str, mentor: &'a Mentor) -> &'a str {
    let before = entry.find(['(', '（', '@']).map_or(entry, |at| &entry[..at]);
    let written = before.trim_end_matches([' ', '\u{a0}', '\t', ':', '-', ',']);
    if written.is_empty() || written.contains(['[', '<', '`']) { &mentor.name } else { written }
}

/// The text behind the bracket.
fn remainder<'a>(entry: &'a str, email: &str) -> &'a str {
    let after = entry.rfind(email).map_or(0, |at| at + email.len());
    let linked = entry[..after - email.len().min(after)].ends_with("](mailto:");
    let rest = &entry[after..];
    let rest = if linked { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
    let marks = |c: char| matches!(c, '>' | ' ' | ',' | '，' | '\u{a0}');
    let rest = rest.trim_start_matches(marks);
    let rest = rest.strip_prefix([')', '）', ']']).unwrap_or(rest).trim_end();
    if matches!(rest, "," | "，" | ";") { "" } else { rest }
}

/// The text between the handle and the address.
fn between<'a>(entry: &'a str, handle: &str, email: &str) -> Option<&'a str> {
    let start = entry.find(handle)? + handle.len();
    let end = start + entry[start..].find(email)?;
    Some(&entry[start..end])
}

/// Whether handle and address stand in the order of the template.
fn ordered(entry: &str, handle: &str, email: &str) -> bool {
    entry.find(handle).zip(entry.rfind(email)).is_some_and(|(handle, email)| handle < email)
}

fn trailing_comma(entry: &str) -> bool {
    entry.trim_end_matches([')', ' ']).ends_with([',', ';'])
}

/// A text without its white space, and without colons behind a name.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != ':').collect()
}

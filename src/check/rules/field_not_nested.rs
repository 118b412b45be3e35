//! MT109: what belongs to a list item and stands outside it.

use super::prelude::*;
use crate::check::label::LabelSyntax;
use crate::check::text;

pub(super) const RULE: Rule = Rule {
    code: "MT109",
    name: "field-not-nested",
    fix: Some(Applicability::Safe),
    summary: "the list or the paragraphs of a field at the margin of its label, and so not part of it",
    why: "Markdown ends a list item before a list at its own margin, and before a paragraph there that follows a blank \
          line: on the page the text does not belong to its label any more. This program still reads it as meant.",
    example: "- Mentor(s):\n- Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Mentor(s):\n  - Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// How far the text of a field is indented under its label.
const STEP: &str = "  ";
/// A label has at most so many words.
const MOST_WORDS: usize = 6;

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    for field in case.proposal.fields.iter().filter(|field| field.kind != FieldKind::Other) {
        let Some(label) = LabelSyntax::of(text, field).filter(|label| label.bullet.is_some()) else {
            continue;
        };
        let mut lines = lines_below(text, field.value);
        // Text below a line that was meant as a heading, or below a merge mark, is no part of the field.
        let end = foreign(case, field).unwrap_or(field.value.end);
        lines.retain(|line| line.start < end);
        let gap = text[field.label.end..field.value.start].matches('\n').count();
        let mut blank = gap > 1;
        let inline = !beside_label(text, field).is_empty();
        // An item that looks like a label begins another field, which the template does not have.
        let other = lines.iter().position(|line| begins_field(line.of(text), &label, inline));
        lines.truncate(other.unwrap_or(lines.len()));
        let outside = lines.iter().position(|line| {
            let words = line.of(text);
            let bare = words.trim_start();
            let after_blank = std::mem::replace(&mut blank, bare.is_empty());
            let margin = words.len() - bare.len() <= label.indent;
            margin && !bare.is_empty() && (is_item(bare) || after_blank)
        });
        if let Some(first) = outside {
            report(text, field, &lines[first..], reporter);
        }
    }
}

/// Where in a field something begins that is not meant as a part of it: a heading without a blank, the mark of a
/// merge, a fence that is never closed.
fn foreign(case: &ProposalContext<'_, '_>, field: &Field) -> Option<usize> {
    let text = case.text();
    let unspaced = lines_below(text, field.value).into_iter().find(|line| {
        let words = line.of(text).trim_start();
        let marks = words.len() - words.trim_start_matches('#').len();
        (1..=6).contains(&marks) && words[marks..].starts_with(char::is_alphabetic)
    });
    let fence = case.first_remark(RemarkKind::UnclosedFence, field.value).map(|remark| remark.span.start);
    let merge = case.context.merge_mark.map(|mark| mark.start);
    let places = [fence, merge, unspaced.map(|line| line.start)].into_iter().flatten();
    places.filter(|place| field.value.contains(*place)).min()
}

/// The text behind a label on its line.
fn beside_label<'t>(text: &'t str, field: &Field) -> &'t str {
    let end = text::line_end(text, field.label.end);
    text[field.label.end..end].trim_matches([':', '：', '*', '_', ' ', '\t'])
}

/// Whether a line at the margin of a label is an item that begins with a label itself: in bold, or in words with a
/// colon where the label has its value on its line already, so that no list is to come.
fn begins_field(line: &str, label: &LabelSyntax, inline: bool) -> bool {
    let bare = line.trim_start();
    if line.len() - bare.len() > label.indent || !is_item(bare) {
        return false;
    }
    let words = bare.split_once(' ').map_or("", |(_, words)| words.trim_start());
    let bold = words.starts_with("**") || words.starts_with("__");
    let Some((name, _)) = words.split_once([':', '：']) else { return false };
    let is_name = name.split_whitespace().count() <= MOST_WORDS && !name.contains(['@', '(', '/', '[']);
    is_name && (bold || inline)
}

fn report(text: &str, field: &Field, outside: &[Span], reporter: &mut Reporter<'_>) {
    let item = is_item(outside[0].of(text).trim_start());
    let what = if item { "the list" } else { "the text" };
    let words = field.label.of(text);
    let span = outside[0].trim(text);
    let finding = reporter.add(span, format!("{what} is not nested under `{words}`"));
    finding.field(field.kind, None).related(field.label, "its label");
    let fenced = field.value.of(text).contains("```") || field.value.of(text).contains("~~~");
    if fenced {
        finding.help("indent it under its label");
    } else {
        let lines = outside.iter().filter(|line| !line.of(text).trim().is_empty());
        let edits = lines.map(|line| Edit::insert(line.start, STEP)).collect();
        finding.fix(Applicability::Safe, "indent it under its label", edits);
    }
}

/// The lines of a value below its first, without their ends.
pub(super) fn lines_below(text: &str, value: Span) -> Vec<Span> {
    // The value may begin below its label; the line that it begins in is whole.
    let start = text::line_start(text, value.start);
    let own = !text[start..value.start].trim_matches([' ', '\t', '-', '*', '+']).is_empty();
    let mut lines = text::lines(text, Span::new(start, value.end));
    if own && !lines.is_empty() {
        lines.remove(0);
    }
    lines
}

fn is_item(words: &str) -> bool {
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| words.starts_with(mark))
        || (digits.len() < words.len() && (digits.starts_with(". ") || digits.starts_with(") ")))
}

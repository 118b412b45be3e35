//! MT503: invisible blanks.

use super::prelude::*;
use crate::check::text;

pub(super) const RULE: Rule = Rule {
    code: "MT503",
    name: "whitespace",
    severity: Severity::Info,
    pedantic: true,
    fix: Some(Applicability::Safe),
    summary: "spaces at the end of lines, tabs before them, a bullet without a space",
    why: "House style: reviewers remove them, and each is a line of a diff. Two spaces that break a line on \
          purpose are kept.",
    example: "-Description: A page with the tide of the day.",
    instead: "- Description: A page with the tide of the day.",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// How many blanks stand for a tab.
const TAB: usize = 4;

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let text = case.text();
    let (mut trailing, mut tabs, mut bullets) = (Vec::new(), Vec::new(), Vec::new());
    let mut fenced = false;
    let lines = text::lines(text, case.proposal.section);
    for (number, line) in lines.iter().enumerate() {
        let words = line.of(text);
        let bare = words.trim_start();
        if bare.starts_with("```") || bare.starts_with("~~~") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            continue;
        }
        let kept = words.trim_end_matches([' ', '\t']).len();
        let next = lines.get(number + 1).map_or("", |next| next.of(text).trim());
        let breaks = words.ends_with("  ") && kept > 0 && !next.is_empty() && !bare.starts_with('#');
        if kept < words.len() && !breaks {
            trailing.push(Edit::delete(Span::new(line.start + kept, line.end)));
        }
        let indent = Span::new(line.start, line.start + words.len() - bare.len());
        if indent.of(text).contains('\t') && !bare.is_empty() {
            tabs.push(Edit::replace(indent, indent.of(text).replace('\t', &" ".repeat(TAB))));
        }
        let mut letters = bare.chars();
        if letters.next() == Some('-') && letters.next().is_some_and(char::is_alphabetic) {
            bullets.push(Edit::insert(indent.end + 1, " "));
        }
    }
    report(text, trailing, ("line ends with spaces", "lines end with spaces"), "remove them", reporter);
    report(text, tabs, ("line begins with a tab", "lines begin with tabs"), "write blanks", reporter);
    report(
        text,
        bullets,
        ("bullet has no space after it", "bullets have no space after them"),
        "add the space",
        reporter,
    );
}

fn report(
    text: &str,
    edits: Vec<Edit>,
    (one, several): (&str, &str),
    mend: &str,
    reporter: &mut Reporter<'_>,
) {
    let Some(first) = edits.first() else { return };
    let end = text::line_end(text, first.span.start);
    let span = if first.span.is_empty() { Span::new(first.span.start, end) } else { first.span };
    let message = format!("{} {}", edits.len(), if edits.len() == 1 { one } else { several });
    reporter.add(span, message).fix(Applicability::Safe, mend, edits);
}

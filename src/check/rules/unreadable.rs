//! MT901: a document that cannot be read as it is meant.

use super::prelude::*;
use crate::check::text;

pub(super) const RULE: Rule = Rule {
    code: "MT901",
    name: "unreadable",
    severity: Severity::Error,
    rulesets: EVERYBODY,
    dialects: EVERYWHERE,
    summary: "marks of a merge, a code fence that is never closed, a text that is not UTF-8, broken JSON or front matter",
    why: "Readers lose the rest: an open fence makes the rest of the page a grey box, and the two \
          sides of a merge follow each other.",
    example: "```yaml\n- tide: high\n\n#### Read tides in the browser",
    instead: "```yaml\n- tide: high\n```\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

const KINDS: &[(RemarkKind, &str)] = &[
    (RemarkKind::UnclosedFence, "the code fence is never closed: everything below is code"),
    (RemarkKind::DecodedAsLatin1, "the text is not UTF-8"),
    (RemarkKind::BrokenExport, "the JSON is broken"),
    (RemarkKind::UnreadProgram, "a program of the export has values of the wrong type"),
    (RemarkKind::BrokenFrontMatter, "the front matter is neither YAML nor TOML"),
];

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    for remark in &context.listing.remarks {
        if let Some((_, message)) = KINDS.iter().find(|(kind, _)| *kind == remark.kind) {
            reporter.add(text::first_line(context.text, remark.span), *message);
        }
    }
    if let Some(span) = context.merge_mark {
        reporter
            .add(span, "a merge is unfinished here")
            .help("keep one of the two sides, and remove the marks");
    }
}

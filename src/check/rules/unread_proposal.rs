//! MT902: a heading that looks like a proposal and was not read as one.

use super::prelude::*;
use crate::check::text;
use crate::markdown::missed;

pub(super) const RULE: Rule = Rule {
    code: "MT902",
    name: "unread-proposal",
    severity: Severity::Info,
    rulesets: EVERYBODY,
    dialects: EVERYWHERE,
    summary: "a heading with a field of a proposal below it that was not read as a proposal",
    why: "Programs that read the listing may leave it out, and nobody would notice. If it is a proposal, give it \
          more fields with the labels of the others; if not, write the label as prose. If the listing is fine \
          and is read wrongly, `[reading]` in `mentor-tui.toml` corrects it; `mentor-tui list --explain` prints \
          such a table.",
    example: "# Notes on the buoy map\n\n- Skills: C",
    instead: "#### A buoy map\n\n- Description: The buoys of the bay on a map.\n- Skills: C\n- Mentor(s): Ada Byron",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    for remark in context.remarks(RemarkKind::UnreadProposal) {
        let message = "this heading looks like a proposal but was not read as one";
        reporter.add(text::first_line(context.text, remark.span), message).help(missed::HINT);
    }
}

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
    why: "Programs that read the listing may leave it out, and nobody would notice. Either it is a proposal, and more of its fields, \
          labelled as those of the others, would tell so; or it is none, and the label may be written as prose. Where the listing is \
          fine and its reading is wrong, `[reading]` in `mentor-tui.toml` says what is a proposal; `mentor-tui list --explain` prints \
          such a table.",
    example: "# Notes on the buoy map\n\n- Skills: C",
    instead: "#### A buoy map\n\n- Description: The buoys of the bay on a map.\n- Skills: C\n- Mentor(s): Ada Byron",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    for remark in context.remarks(RemarkKind::UnreadProposal) {
        let message = "this heading looks like a proposal and was not read as one";
        reporter.add(text::first_line(context.text, remark.span), message).help(missed::HINT);
    }
}

//! MT701: a proposal that an older term had already.

use super::{CNCF, Check, LISTINGS, Rule};
use crate::check::context::Context;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::others::Common;

pub(super) const RULE: Rule = Rule {
    code: "MT701",
    name: "seen-before",
    severity: Severity::Info,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: LISTINGS,
    summary: "a title or an upstream issue that a document of an older term has already",
    why: "Work over several terms is fine, but two programs of LFX may not have one title: reviewers add `II`. It looks at \
          the documents of the run: check older terms together with the new one.",
    example: "#### Read tides in the browser",
    instead: "#### Read tides in the browser II",
    check: Check::Listing(check),
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for proposal in &context.listing.proposals {
        let Some((at, common)) = context.others().seen_before(context.index, proposal) else { continue };
        let what = match common {
            Common::Title => "title",
            Common::Issue => "upstream issue",
        };
        let origin = context.catalog.listings()[at].document.origin();
        let message = format!("{origin} already has this {what}");
        let finding = findings.about(proposal, proposal.heading.trim(context.text), message);
        finding.help("where the work goes on, say so in the title: `… II`");
    }
}

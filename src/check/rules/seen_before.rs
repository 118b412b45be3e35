//! MT701: a proposal that an older term had already.

use std::collections::HashMap;

use super::prelude::*;
use crate::check::cross_document::Common;
use crate::markdown::glyphs::ELLIPSIS;

pub(super) const RULE: Rule = Rule {
    code: "MT701",
    name: "seen-before",
    severity: Severity::Info,
    dialects: LISTINGS,
    summary: "a title or an upstream issue that a document of an older term has already (a warning: a title that its project has already in this one)",
    why: "Work over several terms is fine, but two programs of LFX may not have one title: reviewers add `II`. \
          The rule compares the documents of the run: check older terms together with the new one.",
    example: "#### Read tides in the browser",
    instead: "#### Read tides in the browser II",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    same_title(context, reporter);
    for proposal in &context.listing.proposals {
        let Some((at, common)) = context.others().seen_before(context.index, proposal) else { continue };
        let what = match common {
            Common::Title => "title",
            Common::Issue => "upstream issue",
        };
        let origin = context.catalog.listings()[at].document.origin();
        let message = format!("{origin} already has this {what}");
        let finding = reporter.about(proposal, proposal.heading.trim(context.text), message);
        finding.help(format!("if the work continues, say so in the title: `{ELLIPSIS} II`"));
    }
}

/// Proposals of one project with one title, in this document.
fn same_title(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let mut seen: HashMap<(Option<&str>, String), &Proposal> = HashMap::new();
    for proposal in &context.listing.proposals {
        let title = proposal.title.trim().to_lowercase();
        if title.is_empty() {
            continue;
        }
        let Some(first) = seen.get(&(proposal.project.as_deref(), title.clone())) else {
            seen.insert((proposal.project.as_deref(), title), proposal);
            continue;
        };
        let line = context.listing.document.line(first.heading.start);
        let message = format!("the proposal on line {line} has this title already");
        let finding = reporter.about(proposal, proposal.heading.trim(context.text), message);
        finding.severity(Severity::Warning).related(first.heading.trim(context.text), "first here");
        finding.help("remove one of them, or give them different titles");
    }
}

//! MT701: a proposal that an older term had already.

use super::{CNCF, Check, LISTINGS, Rule};
use crate::check::context::Context;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::upstream::{self, Target};
use crate::model::{Listing, Proposal};

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
    let term = context.listing.term.as_ref().map(|term| (term.year, term.season));
    let older = |listing: &&Listing| {
        let other = listing.term.as_ref().map(|term| (term.year, term.season));
        other.zip(term).is_some_and(|(other, term)| other < term)
    };
    let older: Vec<&Listing> = context.catalog.listings().iter().filter(older).collect();
    if older.is_empty() {
        return;
    }
    for proposal in &context.listing.proposals {
        let found = older.iter().rev().find_map(|listing| {
            let known = listing.proposals.iter().find_map(|known| same(proposal, known))?;
            Some((known, *listing))
        });
        if let Some((what, listing)) = found {
            let message = format!("{} already has this {what}", listing.document.origin());
            let finding = findings.about(proposal, proposal.heading.trim(context.text), message);
            finding.help("where the work goes on, say so in the title: `… II`");
        }
    }
}

/// What two proposals have in common.
fn same(one: &Proposal, other: &Proposal) -> Option<&'static str> {
    if one.title.eq_ignore_ascii_case(&other.title) {
        return Some("title");
    }
    let keys = |proposal: &Proposal| -> Vec<String> {
        let issues = proposal.upstream.iter().filter(|link| Target::of(&link.url) == Target::Issue);
        issues.map(|link| upstream::key(&link.url)).collect()
    };
    let known = keys(other);
    keys(one).iter().any(|key| known.contains(key)).then_some("upstream issue")
}

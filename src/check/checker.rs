//! The check of a catalog, listing by listing.

use std::cell::OnceCell;
use std::cmp::Reverse;

use super::context::{ListingContext, ProposalContext};
use super::cross_document::CrossDocument;
use super::diagnostic::Diagnostic;
use super::reporter::{Check, Reporter};
use super::rule::{Rule, Ruleset};
use super::settings::Settings;
use super::template::Template;
use super::{rules, suppressions};
use crate::model::{Catalog, Listing};

/// All findings in the listings of a catalog, suppressed ones included (see
/// [`Diagnostic::suppressed`]): in the order of the listings, of the places in them, and of the codes.
pub fn run(catalog: &Catalog, settings: &Settings) -> Vec<Diagnostic> {
    let checker = Checker::new(catalog, settings);
    (0..catalog.listings().len()).flat_map(|at| checker.check(at)).collect()
}

/// Checks the listings of a catalog one by one. Facts about all of them are gathered once, when a rule asks.
#[derive(Debug)]
pub struct Checker<'a> {
    catalog: &'a Catalog,
    settings: &'a Settings,
    others: OnceCell<CrossDocument>,
}

impl<'a> Checker<'a> {
    pub fn new(catalog: &'a Catalog, settings: &'a Settings) -> Self {
        Self { catalog, settings, others: OnceCell::new() }
    }

    pub fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The findings in one listing, given its index in the catalog, in the order of [`run`].
    pub fn check(&self, at: usize) -> Vec<Diagnostic> {
        let listing = self.catalog.listings().get(at);
        listing.map_or_else(Vec::new, |listing| self.check_listing(at, listing))
    }

    fn check_listing(&self, at: usize, listing: &Listing) -> Vec<Diagnostic> {
        let settings = self.settings;
        let context = ListingContext::new((self.catalog, &self.others), at, listing, settings);
        let mut reporter = Reporter::new(&context);
        let rules = rules::RULES.iter().copied().zip(rules::CHECKS);
        for (rule, check) in rules.filter(|(rule, _)| is_due(rule, &context)) {
            reporter.open(rule, None);
            match check {
                Check::Listing(check) => check(&context, &mut reporter),
                Check::Proposal(check) => {
                    for proposal in &listing.proposals {
                        reporter.open(rule, Some(proposal));
                        check(&ProposalContext { context: &context, proposal }, &mut reporter);
                    }
                }
                Check::Comments => {}
            }
        }
        let mut found = reporter.into_vec();
        suppressions::suppress(&context, &mut found);
        // Unused suppressions are found together with the findings that comments hide.
        found.retain(|diagnostic| settings.wants(diagnostic.rule));
        found.sort_by_key(|found| (found.span.start, found.rule.code, Reverse(found.span.end)));
        found
    }
}

/// The ruleset by which a listing is checked.
pub fn ruleset(listing: &Listing, settings: &Settings) -> Ruleset {
    Template::of(listing, settings.ruleset, settings.term.as_ref()).ruleset
}

/// Whether a rule speaks about such listings at all.
fn is_due(rule: &Rule, context: &ListingContext<'_>) -> bool {
    rule.rulesets.contains(&context.template.ruleset)
        && rule.dialects.contains(&context.listing.dialect)
        && context.settings.wants(rule)
}

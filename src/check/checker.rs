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

/// Everything that is to be said about the listings of a catalog, suppressed findings included (see
/// [`Diagnostic::suppressed`]): in the order of the listings, of the places in them, and of the codes.
pub fn run(catalog: &Catalog, settings: &Settings) -> Vec<Diagnostic> {
    let checker = Checker::new(catalog, settings);
    (0..catalog.listings().len()).flat_map(|at| checker.check(at)).collect()
}

/// Checks the listings of a catalog one by one; what several of them ask about all is looked up once.
#[derive(Debug)]
pub struct Checker<'a> {
    catalog: &'a Catalog,
    settings: &'a Settings,
    others: OnceCell<CrossDocument>,
}

impl<'a> Checker<'a> {
    /// A checker of a catalog.
    pub fn new(catalog: &'a Catalog, settings: &'a Settings) -> Self {
        Self { catalog, settings, others: OnceCell::new() }
    }

    /// What is checked.
    pub fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// What it is checked by.
    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// Everything that is to be said about a listing, by its place in the catalog, as [`run`] says it.
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
        // What is wrong with comments is found with what they hide.
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

//! Checking: what is wrong in a listing, on which line, and how to mend it.
//!
//! [`run`] asks every rule of one table ([`rules::RULES`]) about every listing of a catalog and gives
//! [`Diagnostic`]s. `report` writes them, `fix` mends what can be mended. A rule is a pure function over what
//! was read; it tells each cause once.

mod comments;
mod context;
mod diagnostic;
mod findings;
pub mod fix;
mod form;
mod handle;
mod label;
mod notes;
mod others;
mod projects;
pub mod readiness;
pub mod report;
pub mod rules;
mod settings;
mod structure;
mod template;
mod text;
pub mod title;
mod upstream;

use std::cell::OnceCell;
use std::cmp::Reverse;

use context::{Case, Context};
use findings::Findings;
use others::Others;
use rules::{Check, Rule};

use crate::model::{Catalog, Listing};

pub use diagnostic::{Applicability, Diagnostic, Edit, Fix, Related, Severity, Subject};
pub use handle::nearest_mentor;
pub use settings::{Limits, Settings, Threshold, UnknownRule};
pub use template::{Profile, term};

/// Everything that is to be said about the listings of a catalog, suppressed findings included (see
/// [`Diagnostic::suppressed`]): in the order of the listings, of the places in them, and of the codes.
#[must_use]
pub fn run(catalog: &Catalog, settings: &Settings) -> Vec<Diagnostic> {
    let checker = Checker::new(catalog, settings);
    (0..catalog.listings().len()).flat_map(|at| checker.check(at)).collect()
}

/// Checks the listings of a catalog one by one; what several of them ask about all is looked up once.
#[derive(Debug)]
pub struct Checker<'a> {
    catalog: &'a Catalog,
    settings: &'a Settings,
    others: OnceCell<Others>,
}

impl<'a> Checker<'a> {
    /// A checker of a catalog.
    #[must_use]
    pub fn new(catalog: &'a Catalog, settings: &'a Settings) -> Self {
        Self { catalog, settings, others: OnceCell::new() }
    }

    /// What is checked.
    #[must_use]
    pub fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// What it is checked by.
    #[must_use]
    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// Everything that is to be said about a listing, by its place in the catalog, as [`run`] says it.
    #[must_use]
    pub fn check(&self, at: usize) -> Vec<Diagnostic> {
        let listing = self.catalog.listings().get(at);
        listing.map_or_else(Vec::new, |listing| self.check_listing(at, listing))
    }

    fn check_listing(&self, at: usize, listing: &Listing) -> Vec<Diagnostic> {
        let settings = self.settings;
        let context = Context::new((self.catalog, &self.others), at, listing, settings);
        let mut findings = Findings::new(&context);
        let due = rules::RULES.iter().copied().filter(|rule| is_due(rule, &context));
        for rule in due {
            findings.open(rule, None);
            match rule.check {
                Check::Listing(check) => check(&context, &mut findings),
                Check::Proposal(check) => {
                    for proposal in &listing.proposals {
                        findings.open(rule, Some(proposal));
                        check(&Case { context: &context, proposal }, &mut findings);
                    }
                }
                Check::Comments => {}
            }
        }
        let mut found = findings.into_vec();
        comments::suppress(&context, &mut found);
        // What is wrong with comments is found with what they hide.
        found.retain(|diagnostic| settings.wants(diagnostic.rule));
        found.sort_by_key(|found| (found.span.start, found.rule.code, Reverse(found.span.end)));
        found
    }
}

/// By whose rules a listing is judged.
#[must_use]
pub fn profile(listing: &Listing, settings: &Settings) -> Profile {
    template::Template::of(listing, settings.profile, settings.term.as_ref()).profile
}

/// Whether a rule speaks about such listings at all.
fn is_due(rule: &Rule, context: &Context<'_>) -> bool {
    rule.profiles.contains(&context.template.profile)
        && rule.dialects.contains(&context.listing.dialect)
        && context.settings.wants(rule)
}

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
mod projects;
pub mod report;

pub mod rules;
mod settings;
mod template;
pub mod title;
mod upstream;

use std::cmp::Reverse;

use context::{Case, Context};
use findings::Findings;
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
    let listings = catalog.listings().iter().enumerate();
    listings.flat_map(|(at, listing)| check_listing(catalog, at, listing, settings)).collect()
}

fn check_listing(catalog: &Catalog, at: usize, listing: &Listing, settings: &Settings) -> Vec<Diagnostic> {
    let context = Context::new(catalog, at, listing, settings);
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
    found.retain(|diagnostic| settings.wants(diagnostic.rule));
    found.sort_by_key(|found| (found.span.start, found.rule.code, Reverse(found.span.end)));
    found
}

/// Whether a rule speaks about such listings at all.
fn is_due(rule: &Rule, context: &Context<'_>) -> bool {
    rule.profiles.contains(&context.template.profile)
        && rule.dialects.contains(&context.listing.dialect)
        // What a comment hides has to be found before it is known that the comment hides something.
        && (!rule.pedantic || context.settings.wants(rule))
}

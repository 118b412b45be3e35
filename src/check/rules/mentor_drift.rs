//! MT212: one person with two spellings.

use super::prelude::*;
use crate::check::cross_document::{Spellings, both};
use crate::check::text;

pub(super) const RULE: Rule = Rule {
    code: "MT212",
    name: "mentor-drift",
    dialects: LISTINGS,
    summary: "a mentor whose handle or address differs by a letter or two from another place where the rest is the same",
    why: "One of the two is a typing error, and invitations go to nobody or to a stranger. The rule compares all \
          documents of the run: check older terms together with the new one. A mentor who really changed their \
          name is not reported.",
    example: "- Ada Byron (@ada-byron, ada@example.org)\n- Ada Byron (@ada-bryon, ada@example.org)",
    instead: "- Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

/// So many typos make two spellings one.
const SLIPS: usize = 2;
/// An address with more handles than this is one of many people, and so is a handle with more addresses.
const MOST_SPELLINGS: usize = 16;
/// In bytes: no address that mail is sent to is longer.
const LONGEST: usize = 254;

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let others = context.others();
    for proposal in &context.listing.proposals {
        for (index, mentor) in proposal.mentors.iter().enumerate() {
            let Some((handle, email)) = both(mentor) else { continue };
            let other_handle = usual(others.handles_of(&email), &handle).map(|other| (other, email.clone()));
            let other_address =
                || usual(others.addresses_of(&handle), &email).map(|other| (handle.clone(), other));
            let Some(other) = other_handle.or_else(other_address) else { continue };
            let shown = if other.0 == handle { other.1.clone() } else { format!("@{}", other.0) };
            let message = format!("{} is written `{shown}` elsewhere", mentor.name);
            let finding = reporter.about(proposal, mentor.span, message);
            finding.field(FieldKind::Mentors, Some(index)).help("find out which of the two is right");
            if let Some((listing, place)) = others.first_of(&other.0, &other.1) {
                let listing = &context.catalog.listings()[listing];
                let (title, origin) = (&listing.proposals[place].title, listing.document.origin());
                finding.note(format!("elsewhere: `{}` in {origin}", text::short(title)));
            }
        }
    }
}

/// The spelling that is more usual than this one and nearly the same.
fn usual(known: Option<&Spellings>, written: &str) -> Option<String> {
    let known = known.filter(|known| (2..=MOST_SPELLINGS).contains(&known.len()))?;
    let own = known.get(written).map_or(0, |spelling| spelling.count);
    let near = known.iter().filter(|(other, spelling)| {
        // Of two that are as usual the one that comes later in the alphabet is asked about.
        let prevails = spelling.count > own || (spelling.count == own && other.as_str() < written);
        prevails && other.as_str() != written && is_near(other, written)
    });
    let usual = near.max_by_key(|(other, spelling)| (spelling.count, std::cmp::Reverse(*other)));
    usual.map(|(other, _)| other.clone())
}

/// Whether two spellings differ by a typo or two. The comparison takes the product of their lengths, so that only
/// what can be an address or a handle is compared.
fn is_near(one: &str, other: &str) -> bool {
    one.len().max(other.len()) <= LONGEST
        && one.len().abs_diff(other.len()) <= SLIPS * char::MAX.len_utf8()
        && strsim::osa_distance(one, other) <= SLIPS
}

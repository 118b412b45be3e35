//! MT212: one person with two spellings.

use std::collections::HashMap;

use super::{CNCF, Check, LISTINGS, Rule};
use crate::check::context::Context;
use crate::check::diagnostic::Severity;
use crate::check::findings::Findings;
use crate::check::others::both;
use crate::model::{FieldKind, Mentor};

pub(super) const RULE: Rule = Rule {
    code: "MT212",
    name: "mentor-drift",
    severity: Severity::Warning,
    pedantic: false,
    fix: None,
    profiles: CNCF,
    dialects: LISTINGS,
    summary: "a mentor whose handle or address differs by a letter or two from another place where the rest is the same",
    why: "One of the two is a slip, and invitations go to nobody or to a stranger. It looks at all documents of the run: \
          check older terms together with the new one. Somebody who really changed their name is not reported.",
    example: "- Ada Byron (@ada-byron, ada@example.org)\n- Ada Byron (@ada-bryon, ada@example.org)",
    instead: "- Ada Byron (@ada-byron, ada@example.org)",
    check: Check::Listing(check),
};

/// So many slips of the pen make two spellings one.
const SLIPS: usize = 2;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
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
            let finding = findings.about(proposal, mentor.span, message);
            finding.field(FieldKind::Mentors, Some(index)).help("find out which of the two is right");
            let mut entries = context.catalog.iter();
            let is_there = |mentor: &Mentor| both(mentor).as_ref() == Some(&other);
            if let Some(entry) = entries.find(|entry| entry.proposal.mentors.iter().any(is_there)) {
                let origin = entry.listing.document.origin();
                finding.note(format!("elsewhere: `{}` in {origin}", entry.proposal.title));
            }
        }
    }
}

/// The spelling that is more usual than this one and nearly the same.
fn usual(known: Option<&HashMap<String, usize>>, written: &str) -> Option<String> {
    let known = known.filter(|known| known.len() > 1)?;
    let own = known.get(written).copied().unwrap_or(0);
    let near = known.iter().filter(|(other, count)| {
        // Of two that are as usual the one that comes later in the alphabet is asked about.
        let prevails = **count > own || (**count == own && other.as_str() < written);
        prevails && other.as_str() != written && strsim::osa_distance(other, written) <= SLIPS
    });
    near.max_by_key(|(other, count)| (**count, std::cmp::Reverse(*other))).map(|(other, _)| other.clone())
}

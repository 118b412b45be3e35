//! MT304: one issue for two proposals.

use std::collections::HashMap;

use super::prelude::*;
use crate::check::text;
use crate::check::upstream::{self, UpstreamTarget};

pub(super) const RULE: Rule = Rule {
    code: "MT304",
    name: "upstream-duplicate",
    dialects: LISTINGS,
    summary: "the same upstream issue in two proposals (info: different comments of one issue)",
    why: "Usually it was copied with the rest of the proposal and should be another one. Addresses are compared \
          without the part after `#`.",
    example: "#### One\n\n- Upstream Issue: https://github.com/example/tides/issues/12\n\n#### Two\n\n- Upstream Issue: https://github.com/example/tides/issues/12",
    instead: "#### One\n\n- Upstream Issue: https://github.com/example/tides/issues/12\n\n#### Two\n\n- Upstream Issue: https://github.com/example/tides/issues/13",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let mut seen: HashMap<String, (&Proposal, &Link)> = HashMap::new();
    for proposal in &context.listing.proposals {
        for (index, link) in proposal.upstream.iter().enumerate() {
            if !matches!(UpstreamTarget::of(&link.url), UpstreamTarget::Issue | UpstreamTarget::Discussion) {
                continue;
            }
            let Some((other, first)) = seen.get(&upstream::key(&link.url)).copied() else {
                seen.insert(upstream::key(&link.url), (proposal, link));
                continue;
            };
            if other.id == proposal.id {
                continue;
            }
            let message = format!("`{}` has the same upstream issue", text::short(&other.title));
            let finding = reporter.about(proposal, link.span, message);
            finding.field(FieldKind::Upstream, Some(index)).related(first.span, "first here");
            finding.help("name an issue for each proposal");
            let (one, two) = (upstream::fragment(&first.url), upstream::fragment(&link.url));
            if one != two {
                finding.severity(Severity::Info);
            }
        }
    }
}

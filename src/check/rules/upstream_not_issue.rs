//! MT302: an upstream address that is not that of an issue.

use super::prelude::*;
use crate::check::upstream::UpstreamTarget;

pub(super) const RULE: Rule = Rule {
    code: "MT302",
    name: "upstream-not-issue",
    dialects: LISTINGS,
    summary: "an upstream address of a list, a search, a repository, a board, a file or a shared document (info: a pull request, a discussion, a filtered list)",
    why: "Mentees read there about the work and talk to the mentors. Sites other than GitHub are accepted as \
          they are. Of several addresses, one has to be that of an issue.",
    example: "- Upstream Issue: https://github.com/example/tides/issues",
    instead: "- Upstream Issue: https://github.com/example/tides/issues/12",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let targets = || case.proposal.upstream.iter().map(|link| UpstreamTarget::of(&link.url));
    let Some(first) = case.proposal.upstream.first() else { return };
    if targets().any(|target| target == UpstreamTarget::Issue) {
        return;
    }
    let target = UpstreamTarget::of(&first.url);
    let finding = reporter.add(first.span, format!("the upstream address leads to {}", target.name()));
    finding.field(FieldKind::Upstream, Some(0)).help("open an issue for the proposal and name that");
    if targets().any(|target| matches!(target, UpstreamTarget::Discussion | UpstreamTarget::FilteredList)) {
        finding.severity(Severity::Info);
    }
}

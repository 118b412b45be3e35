//! MT306: an issue of another organization.

use super::prelude::*;
use crate::check::projects::Project;
use crate::check::upstream;

pub(super) const RULE: Rule = Rule {
    code: "MT306",
    name: "upstream-foreign-org",
    severity: Severity::Info,
    dialects: LISTINGS,
    summary: "an upstream issue in an organisation that is not the project's (a warning: in that of another project)",
    why: "The address was copied with another proposal, or the proposal is under the wrong heading. An \
          organisation without a known owner may well be the project's.",
    example: "### Kyverno\n\n#### Read tides in the browser\n\n- Upstream Issue: https://github.com/goharbor/harbor/issues/12",
    instead: "### Harbor\n\n#### Read tides in the browser\n\n- Upstream Issue: https://github.com/goharbor/harbor/issues/12",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let Some(project) = case.project() else { return };
    if project.orgs.is_empty() {
        return;
    }
    let orgs = || case.proposal.upstream.iter().filter_map(|link| upstream::organisation(&link.url));
    if orgs().any(|org| project.owns(org))
        || super::misfiled_proposal::is_misfiled(case.context, case.proposal)
    {
        return;
    }
    let (Some(org), Some(first)) = (orgs().next(), case.proposal.upstream.first()) else { return };
    let owners: Vec<&Project> = case.context.settings.owning(org).collect();
    let message = match owners[..] {
        [owner] => {
            format!("the upstream issue belongs to `{}`, the proposal to `{}`", owner.name, project.name)
        }
        // Several projects at home there: others may well be guests.
        _ => format!("`{org}` is not a known organisation of `{}`", project.name),
    };
    let finding = reporter.add(first.span, message);
    finding.field(FieldKind::Upstream, Some(0)).help("check the address, and the project above the proposal");
    if owners.len() == 1 {
        finding.severity(Severity::Warning);
    }
}

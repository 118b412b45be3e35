//! MT105: a heading that looks like a proposal and is a project.

use super::prelude::*;
use crate::check::text;
use crate::check::upstream;
use crate::markdown::outline::Heading;

pub(super) const RULE: Rule = Rule {
    code: "MT105",
    name: "misfiled-proposal",
    fix: Some(Applicability::Unsafe),
    summary: "a heading without fields at the level of the proposals, so that what follows belongs to the project above",
    why: "The proposals below it are listed, counted and reviewed under the wrong project. It is reported only \
          if the heading names a known project, or the upstream issue of the next proposal belongs to another \
          known project than the one above.",
    example: "### Kyverno\n\n#### Kepler\n\n#### Read tides in the browser",
    instead: "### Kepler\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let (Some(project_level), Some(level)) = (context.project_level(), context.proposal_level()) else {
        return;
    };
    for (at, heading) in context.headings().iter().enumerate() {
        let bare = heading.level == level
            && heading.lines.is_empty()
            && !context.is_proposal(heading)
            && !context.in_proposal(heading.span.start);
        let Some(next) = context.headings().get(at + 1).filter(|next| bare && next.level >= level) else {
            continue;
        };
        let Some(proposal) = context.proposal_at(next) else { continue };
        if belongs_elsewhere(context, heading, proposal) {
            report(context, heading, (project_level, level), proposal, reporter);
        }
    }
}

/// Whether the heading right above a proposal is reported.
pub(super) fn is_misfiled(context: &ListingContext<'_>, proposal: &Proposal) -> bool {
    let at = context.headings().partition_point(|heading| heading.span.start < proposal.heading.start);
    let above = at.checked_sub(1).map(|at| &context.headings()[at]);
    above.is_some_and(|above| {
        above.lines.is_empty()
            && Some(above.level) == context.proposal_level()
            && proposal.named_project() != Some(above.title.as_str())
            && !context.is_proposal(above)
    })
}

/// Whether a heading, or the issue of the proposal below it, names another project than the one above.
fn belongs_elsewhere(context: &ListingContext<'_>, heading: &Heading, proposal: &Proposal) -> bool {
    let above = proposal.named_project();
    let is_above =
        |name: &str| above.and_then(|above| context.project(above)).is_some_and(|above| above.name == name);
    if above == Some(heading.title.as_str()) {
        return false;
    }
    let named = context.project(&heading.title).is_some_and(|project| !is_above(&project.name));
    let org = proposal.upstream.first().and_then(|link| upstream::organisation(&link.url));
    let mut owners = org.into_iter().flat_map(|org| context.settings.owning(org)).peekable();
    named || (owners.peek().is_some() && !owners.any(|owner| is_above(&owner.name)))
}

fn report(
    context: &ListingContext<'_>,
    heading: &Heading,
    (project_level, level): (u8, u8),
    proposal: &Proposal,
    reporter: &mut Reporter<'_>,
) {
    let above = text::short(proposal.named_project().unwrap_or_default());
    let message = format!("`{}` is not a proposal, so the next one is filed under `{above}`", heading.title);
    let finding = reporter.about_project(&heading.title, heading.words, message);
    finding.related(proposal.heading, format!("filed under `{above}`"));
    let line = heading.span.of(context.text);
    let marks = line.len() - line.trim_start_matches('#').len();
    if marks == usize::from(level) {
        let gone =
            Span::new(heading.span.start + usize::from(project_level.min(level)), heading.span.start + marks);
        finding.fix(Applicability::Unsafe, "make it the heading of a project", vec![Edit::delete(gone)]);
    }
}

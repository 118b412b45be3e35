//! MT603: a project without proposals, or twice.

use std::collections::{HashMap, HashSet};

use super::prelude::*;
use crate::check::other_headings;
use crate::markdown::outline::Heading;

pub(super) const RULE: Rule = Rule {
    code: "MT603",
    name: "project-section",
    summary: "a project's heading without proposals, or the same project in two places",
    why: "An empty heading is left from a proposal that was removed or lost its own heading; of two places, \
          readers find one.",
    example: "### Kepler\n\n### Kepler\n\n#### Read tides in the browser",
    instead: "### Kepler\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    let mut repeated: HashSet<Span> = HashSet::new();
    for remark in context.remarks(RemarkKind::RepeatedProject) {
        let at = context.headings().partition_point(|heading| heading.span.start < remark.span.start);
        let (Some(first), Some(again)) =
            (at.checked_sub(1).map(|at| &context.headings()[at]), context.headings().get(at))
        else {
            continue;
        };
        repeated.extend([first.span, again.span]);
        twice(first, again, reporter);
    }
    let mut seen: HashMap<String, &Heading> = HashMap::new();
    for section in context.sections() {
        let heading = &context.headings()[section.heading];
        let name = context.project(&heading.title).map_or(heading.title.as_str(), |project| &project.name);
        let name = name.to_lowercase();
        match seen.get(&name) {
            Some(first) => twice(first, heading, reporter),
            None => {
                seen.insert(name, heading);
            }
        }
    }
    empty(context, &repeated, reporter);
}

fn twice(first: &Heading, again: &Heading, reporter: &mut Reporter<'_>) {
    let message = format!("`{}` is in two places", again.title);
    let finding = reporter.about_project(&again.title, again.words, message);
    finding.related(first.words, "first here").help("keep its proposals together under one heading");
}

/// Headings among those of projects, of the same level, with nothing below them.
fn empty(context: &ListingContext<'_>, repeated: &HashSet<Span>, reporter: &mut Reporter<'_>) {
    let Some(level) = context.project_level() else { return };
    let (Some(first), Some(last)) = (context.sections().first(), context.listing.proposals.last()) else {
        return;
    };
    let start = context.headings()[first.heading].span.start;
    for (at, heading) in context.headings().iter().enumerate() {
        let next = context.headings().get(at + 1);
        let bare = heading.level == level
            && heading.lines.is_empty()
            && heading.span.start >= start
            // The last heading of a listing may close it rather than name a project.
            && (heading.span.start < last.heading.start || !other_headings::is_note(&heading.title))
            && next.is_none_or(|next| next.level <= level)
            && !context.is_proposal(heading)
            && !context.in_proposal(heading.span.start)
            && !repeated.contains(&heading.span);
        // A proposal that stands too high is below it all the same.
        let holds = context.is_section(at);
        if bare && !holds {
            let message = format!("`{}` has no proposals", heading.title);
            reporter.about_project(&heading.title, heading.words, message).help("remove the heading");
        }
    }
}

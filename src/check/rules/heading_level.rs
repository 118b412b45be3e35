//! MT104: a heading at another level than its siblings, or at none.

use super::prelude::*;
use crate::markdown::outline::Heading;

pub(super) const RULE: Rule = Rule {
    code: "MT104",
    name: "heading-level",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    rulesets: EVERYBODY,
    summary: "a proposal or a project whose heading has another level than those beside it, or a heading without a \
          space after its `#`",
    why: "On the page the proposal looks like a project, or the project like a part of the one before, and \
          tables of contents and other programs take it for that. The level of most of its siblings is the \
          expected one. Without a space after its `#` a heading is text, and what follows belongs to the \
          proposal above.",
    example: "### Tide Clock\n\n# Read tides in the browser",
    instead: "### Tide Clock\n\n#### Read tides in the browser",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Listing(check);

fn check(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    unspaced(context, reporter);
    let level = context.proposal_level();
    let told: Vec<usize> =
        context.remarks(RemarkKind::HeadingLevel).map(|remark| remark.span.start).collect();
    // A proposal that stands as high as the projects looks like one of them.
    let projects = context.project_level().filter(|projects| level.is_some_and(|level| level > *projects));
    let too_high = |heading: &Heading| {
        projects.is_some_and(|projects| heading.level <= projects) && context.is_proposal(heading)
    };
    let odd = |heading: &&Heading| told.binary_search(&heading.span.start).is_ok() || too_high(heading);
    for heading in context.headings().iter().filter(odd) {
        if let Some(level) = level.filter(|level| *level != heading.level) {
            report(context, heading, level, "proposal", reporter);
        }
    }
    let Some(level) = context.project_level() else { return };
    let repeated =
        context.remarks(RemarkKind::RepeatedProject).filter_map(|remark| heading_at(context, remark.span));
    let projects = context.sections().iter().map(|section| &context.headings()[section.heading]);
    let parents = projects.clone().count() > 1;
    let mut odd: Vec<&Heading> = projects.chain(repeated).filter(|heading| heading.level != level).collect();
    odd.sort_by_key(|heading| heading.span);
    odd.dedup_by_key(|heading| heading.span);
    // A project that is divided stands above its parts.
    let has_room = |heading: &&Heading| heading.level < level || !holds_deeper_project(context, heading);
    for heading in odd.into_iter().filter(has_room).filter(|_| parents) {
        report(context, heading, level, "project", reporter);
    }
}

/// Lines that would be headings if a blank followed their `#`.
fn unspaced(context: &ListingContext<'_>, reporter: &mut Reporter<'_>) {
    for line in context.unspaced() {
        let written = line.of(context.text);
        let words = written.trim_start_matches('#');
        let marks = &written[..written.len() - words.len()];
        let message = format!("no space follows `{marks}`, so this is not a heading");
        let finding = reporter.add(line.trim(context.text), message);
        // It begins a proposal that was a part of the one above.
        let edit = Edit::insert(line.start + marks.len(), " ");
        finding.fix(Applicability::Unsafe, format!("write a space after `{marks}`"), vec![edit]);
    }
}

fn holds_deeper_project(context: &ListingContext<'_>, heading: &Heading) -> bool {
    let at = context.headings().partition_point(|other| other.span.start <= heading.span.start);
    let mut below = context.headings()[at..].iter().take_while(|below| below.level > heading.level);
    below.any(|below| !context.is_proposal(below))
}

fn heading_at<'c>(context: &'c ListingContext<'_>, span: Span) -> Option<&'c Heading> {
    let at = context.headings().binary_search_by_key(&span.start, |heading| heading.span.start).ok()?;
    Some(&context.headings()[at])
}

fn report(
    context: &ListingContext<'_>,
    heading: &Heading,
    level: u8,
    what: &str,
    reporter: &mut Reporter<'_>,
) {
    let (is, wanted) = (heading.level, level);
    let line = heading.span.of(context.text);
    let marks = line.len() - line.trim_start_matches('#').len();
    let words = Span::new(heading.span.start, heading.words.end.max(heading.span.start + marks));
    let message = format!("the heading of a {what} has level {is}, the others have level {wanted}");
    let finding = match context.proposal_at(heading) {
        Some(proposal) => reporter.about(proposal, words, message),
        None => reporter.about_project(&heading.title, words, message),
    };
    if marks == usize::from(is) {
        let edit = Edit::change(
            context.text,
            Span::new(heading.span.start, heading.span.start + marks),
            &"#".repeat(usize::from(wanted)),
        );
        let message = format!("write it with {wanted} `#`");
        finding.fix(Applicability::Safe, message, vec![edit]);
    }
}

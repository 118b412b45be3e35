//! Scope: which of the findings were asked for.

use std::collections::HashSet;

use crate::check::report::ReportFormat;
use crate::check::{self, Applicability, Diagnostic, fix};
use crate::cli::args::check::CheckArgs;
use crate::cli::base::Base;
use crate::cli::error::CliError;
use crate::model::{Catalog, Proposal, ProposalId, fold};

/// The findings in a catalog that were asked for.
pub(super) fn findings(
    catalog: &Catalog,
    settings: &check::Settings,
    typed: &CheckArgs,
) -> Result<Vec<Diagnostic>, CliError> {
    let mut found = check::run(catalog, settings);
    // Fixes that cannot be proved are taken away below; the screen explains why when one is asked for.
    found = scoped(catalog, found, typed, base(catalog, typed)?.as_ref())?;
    // Without a report there is no word of what can be fixed. The one for GitHub goes to a file, too.
    let is_told = !typed.quiet || typed.output_file.is_some();
    if is_told || typed.output_format == Some(ReportFormat::Github) {
        for group in found.chunk_by_mut(|one, next| one.listing == next.listing) {
            if let Some(listing) = group.first().map(|found| &catalog.listings()[found.listing]) {
                fix::prove(listing, settings, group, Applicability::Unsafe);
            }
        }
    }
    Ok(found)
}

/// The listings at the revision of `--diff-base`, if it was given.
pub(super) fn base(catalog: &Catalog, typed: &CheckArgs) -> Result<Option<Base>, CliError> {
    typed.diff_base.as_deref().map(|revision| Base::of(catalog, revision)).transpose()
}

/// The findings that were asked for; of those since a revision, `base` is what was there.
pub(super) fn scoped(
    catalog: &Catalog,
    mut found: Vec<Diagnostic>,
    typed: &CheckArgs,
    base: Option<&Base>,
) -> Result<Vec<Diagnostic>, CliError> {
    if let Some(name) = &typed.only_project {
        let is_about =
            |found: &Diagnostic| found.subject.project.as_deref().is_some_and(|known| holds(known, name));
        found.retain(is_about);
    }
    if let Some(title) = &typed.only_proposal {
        keep_proposals(catalog, &mut found, |proposal| is_called(proposal, title));
    }
    if let Some(mentor) = &typed.mentor {
        keep_proposals(catalog, &mut found, |proposal| mentors(proposal, mentor));
    }
    if let Some(base) = base {
        keep_changed(catalog, &mut found, base)?;
    }
    Ok(found)
}

/// How many proposals were asked for.
///
/// An unknown person or project has none: then it was a typo, and silence would say
/// that all is well.
pub(super) fn count(catalog: &Catalog, typed: &CheckArgs) -> Result<usize, CliError> {
    let proposals = || catalog.iter().map(|entry| entry.proposal);
    let failed = |sentence: String| Err(CliError::could_not_run(sentence));
    if let Some(who) =
        typed.mentor.as_deref().filter(|who| !proposals().any(|proposal| mentors(proposal, who)))
    {
        let near = check::nearest_mentor(catalog, who).map(|near| format!("; did you mean @{near}?"));
        return failed(format!("no proposal there has the mentor {who}{}", near.unwrap_or_default()));
    }
    if let Some(name) =
        typed.only_project.as_deref().filter(|name| !proposals().any(|proposal| of_project(proposal, name)))
    {
        return failed(format!("no project there has {name:?} in its name"));
    }
    if let Some(title) =
        typed.only_proposal.as_deref().filter(|title| !proposals().any(|proposal| is_called(proposal, title)))
    {
        return failed(format!("no proposal there has {title:?} in its title or as its id"));
    }
    let is_asked = |proposal: &&Proposal| {
        typed.mentor.as_ref().is_none_or(|who| mentors(proposal, who))
            && typed.only_project.as_ref().is_none_or(|name| of_project(proposal, name))
            && typed.only_proposal.as_ref().is_none_or(|title| is_called(proposal, title))
    };
    Ok(proposals().filter(is_asked).count())
}

fn of_project(proposal: &Proposal, name: &str) -> bool {
    [&proposal.project, &proposal.subproject].into_iter().flatten().any(|known| holds(known, name))
}

fn is_called(proposal: &Proposal, title: &str) -> bool {
    proposal.id.as_str() == title || holds(&proposal.title, title)
}

fn holds(text: &str, part: &str) -> bool {
    fold::name(text).contains(&fold::name(part))
}

/// Whether a person mentors a proposal: known by handle, address or name.
fn mentors(proposal: &Proposal, who: &str) -> bool {
    let handle = who.trim_start_matches('@');
    let is = |known: Option<&str>, wanted: &str| {
        known.is_some_and(|known| fold::name(known) == fold::name(wanted))
    };
    proposal.mentors.iter().any(|mentor| {
        is(mentor.github.as_deref(), handle)
            || is(mentor.email.as_deref(), who)
            || is(Some(&mentor.name), who)
    })
}

fn keep_proposals(catalog: &Catalog, found: &mut Vec<Diagnostic>, is_meant: impl Fn(&Proposal) -> bool) {
    let meant = catalog.iter().map(|entry| entry.proposal).filter(|proposal| is_meant(proposal));
    let meant: HashSet<&ProposalId> = meant.map(|proposal| &proposal.id).collect();
    found.retain(|found| found.subject.proposal.as_ref().is_some_and(|id| meant.contains(id)));
}

/// Keeps what stands on lines that changed since a revision.
fn keep_changed(catalog: &Catalog, found: &mut Vec<Diagnostic>, base: &Base) -> Result<(), CliError> {
    let mut changed = Vec::new();
    for listing in catalog.listings() {
        changed.push(base.changed(&listing.document)?);
    }
    found.retain(|found| {
        let line = |offset| catalog.listings()[found.listing].document.line(offset);
        let (first, last) = (line(found.span.start), line(found.span.end));
        let changed = &changed[found.listing];
        let next = changed.partition_point(|range| *range.end() < first);
        changed.get(next).is_some_and(|range| *range.start() <= last)
    });
    Ok(())
}

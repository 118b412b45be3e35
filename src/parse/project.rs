//! The project of proposals that stand below no heading of one: what a field says, else the title of
//! the document.

use std::collections::HashMap;

use super::front_matter::FrontMatter;
use super::inline_words::inline_words;
use super::labels::Meanings;
use super::lexicon::Meaning;
use super::words::folded;
use super::{heading_words, proposal};
use crate::markdown::outline::Outline;
use crate::model::{FieldKind, Proposal};

/// The labels that name a project, folded, the surest first.
const LABELS: &[&str] = &["component", "related project", "organization", "organisation"];

/// Between the name of a project and of a part of it, in one heading.
const BEHIND: &str = " - ";
/// A name of a project has at most so many bytes.
const LONGEST: usize = 60;

/// Names the project of each proposal that has none. Identities stay: they are of headings alone.
pub(super) fn name(
    text: &str,
    outline: &Outline<'_>,
    front: Option<&FrontMatter>,
    proposals: &mut [Proposal],
) {
    let mut title = None;
    for at in 0..proposals.len() {
        if proposals[at].project.is_some() {
            continue;
        }
        if let Some(said) = said(text, outline, &proposals[at]) {
            proposals[at].project = Some(said);
            proposals[at].is_project_guessed = true;
            continue;
        }
        let title = title.get_or_insert_with(|| document_title(text, outline, front, proposals));
        proposals[at].is_project_guessed = title.as_deref().is_some_and(heading_words::names_a_listing);
        proposals[at].project.clone_from(title);
    }
    join_spellings(proposals);
}

/// Gives projects that differ in case alone one name: the one that most proposals have, of as many the first. A
/// heading that adds words behind such a name (`Loom - Warp`) names that project, and a part of it.
fn join_spellings(proposals: &mut [Proposal]) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for project in proposals.iter().filter_map(|proposal| proposal.project.as_deref()) {
        *counts.entry(project).or_default() += 1;
    }
    let mut names: HashMap<String, (String, usize)> = HashMap::new();
    for project in proposals.iter().filter_map(|proposal| proposal.project.as_deref()) {
        let Some(count) = counts.remove(project) else { continue };
        let most = names.entry(project.to_lowercase()).or_default();
        if count > most.1 {
            *most = (project.to_owned(), count);
        }
    }
    let one_of = |name: &str| names.get(&name.to_lowercase()).map(|(spelling, _)| spelling.clone());
    for proposal in proposals.iter_mut() {
        let Some(project) = proposal.project.as_deref() else { continue };
        let parts =
            project.split_once(BEHIND).and_then(|(name, part)| Some((one_of(name)?, part.to_owned())));
        if let Some((name, part)) = parts {
            let below = proposal.subproject.take();
            proposal.subproject = Some(below.map_or(part.clone(), |below| format!("{part} / {below}")));
            proposal.project = Some(name);
        } else {
            proposal.project = one_of(project);
        }
    }
}

/// The project as a field of the proposal names it.
pub(super) fn said(text: &str, outline: &Outline<'_>, proposal: &Proposal) -> Option<String> {
    let others = || proposal.fields_of(FieldKind::Other).filter(|field| !field.label.is_empty());
    let says = |label: &&str| {
        let field = others().find(|field| folded(field.label.of(text)) == **label)?;
        proposal::line(text, outline, field).filter(|words| !heading_words::is_placeholder(words))
    };
    let named = || {
        let mut meanings = Meanings::default();
        let field = others().find(|field| {
            let label = field.label.of(text);
            folded(label).contains(' ') && meanings.meaning(label) == Some(Meaning::Project)
        })?;
        let line = field.value.of(text).lines().next().unwrap_or_default();
        let words = inline_words(line);
        (!words.is_empty() && words.len() <= LONGEST && !heading_words::is_placeholder(&words))
            .then_some(words)
    };
    LABELS.iter().find_map(says).or_else(named)
}

/// The title in the front matter, else the heading above all others, where that is no proposal and no
/// heading names the project of any.
fn document_title(
    text: &str,
    outline: &Outline<'_>,
    front: Option<&FrontMatter>,
    proposals: &[Proposal],
) -> Option<String> {
    if let Some(title) = front.and_then(|front| front.listing_title(text)) {
        return heading_words::names_project(title).then(|| title.to_owned());
    }
    let first = outline.headings.first().filter(|first| first.level == 1 && !first.title.is_empty())?;
    // Beside proposals with a project of their own those without have none.
    let is_taken = |proposal: &Proposal| {
        proposal.heading.start <= first.span.start || proposal.named_project().is_some()
    };
    let is_name = heading_words::names_project(&first.title);
    (is_name && !proposals.iter().any(is_taken)).then(|| first.title.clone())
}

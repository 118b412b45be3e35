//! What is done with problems: shown, gone to, mended.

use std::sync::Arc;

use super::panel::{Item, ProblemPanel};
use super::{CheckResult, Problem, sign};
use crate::app::action::Effect;
use crate::app::notice::Notice;
use crate::app::{App, Layer, Pane};
use crate::check::{Applicability, fix};
use crate::model::{Entry, Origin, ProposalId};

/// Shows the problems: on a mentor's desk, those of what lies on it.
pub(in crate::app) fn show(app: &mut App) {
    let items = items(app);
    if items.is_empty() {
        let sentence = if app.problems.is_pending() {
            "the check is still under way; ! shows what it finds"
        } else if app.mentor.is_some() {
            "no problem was found in the proposals of this mentor"
        } else {
            "no problem was found"
        };
        return app.notify(Notice::info(sentence));
    }
    let home = app.selected_id();
    app.layers.push(Layer::Problems(Box::new(ProblemPanel::new(items, home))));
}

/// Another result is there: an open panel shows it.
pub(super) fn refresh(app: &mut App) {
    if !app.layers.iter().any(|layer| matches!(layer, Layer::Problems(_))) {
        return;
    }
    let items = items(app);
    let open = app.layers.iter_mut().find_map(|layer| match layer {
        Layer::Problems(panel) => Some(panel),
        _ => None,
    });
    if let Some(panel) = open {
        panel.refresh(items);
    }
}

/// What is to be listed, in the order of the documents.
fn items(app: &App) -> Vec<Item> {
    let mine = app.mentor_proposals();
    let is_mine = |problem: &Problem| {
        let id = problem.found.subject.proposal.as_ref();
        mine.as_ref().is_none_or(|mine| id.is_some_and(|id| mine.contains(id)))
    };
    let documents = app.catalog.listings().iter().map(|listing| listing.document.origin());
    let checked = documents.filter_map(|origin| app.problems.of(origin));
    let numbered = |checked: &Arc<CheckResult>| -> Vec<Item> {
        let mine = (0..checked.problems.len()).filter(|&number| is_mine(&checked.problems[number]));
        mine.map(|number| Item { checked: Arc::clone(checked), number }).collect()
    };
    checked.flat_map(numbered).collect()
}

/// Goes to the proposal of the selected problem, to its line in the source.
pub(in crate::app) fn go_there(app: &mut App) {
    let Some((origin, problem)) = selected(app) else { return app.notify(Notice::info(NO_PROBLEM)) };
    let line = problem.line;
    let inside = proposal_at(app, &origin, &problem);
    let Some((index, id)) = inside.clone().or_else(|| proposal_beside(app, &origin, &problem)) else {
        return app
            .notify(Notice::info(format!("line {line} stands in no proposal; e opens the editor there")));
    };
    app.layers.pop();
    let mut said = sentence(&problem);
    if inside.is_none() {
        said += &format!(" (line {line} stands in no proposal; this is the one beside it)");
    }
    if !app.list.select(index) {
        app.filter.input.clear();
        app.refilter();
        app.list.select(index);
        said += " (the filter is dropped: it hid this proposal)";
    }
    app.pane = Pane::Detail;
    app.detail.source = true;
    let has_lines = app.catalog.get(index).is_some_and(|entry| entry.listing.document.anchors().is_empty());
    if has_lines && inside.is_some() {
        app.detail.go_to_line(id, problem.line);
    }
    app.notify(Notice::info(said));
}

/// What is said where there is none.
const NO_PROBLEM: &str = "no problem is selected";

/// A problem in one sentence.
fn sentence(problem: &Problem) -> String {
    let found = &problem.found;
    let severity = found.severity;
    format!("{} {} {}: {}", sign(severity), severity.name(), found.rule.code, found.message)
}

fn selected(app: &App) -> Option<(Origin, Problem)> {
    let Some(Layer::Problems(panel)) = app.layers.last() else { return None };
    panel.selected().map(|(checked, problem)| (checked.origin.clone(), problem.clone()))
}

/// The proposal that stands next below a problem, else above it: what is about a project as a whole stands
/// on its heading.
fn proposal_beside(app: &App, origin: &Origin, problem: &Problem) -> Option<(usize, ProposalId)> {
    let start = problem.found.span.start;
    let of_document = || {
        let entries = app.catalog.iter().enumerate();
        entries.filter(|(_, entry)| entry.listing.document.origin() == origin)
    };
    let below = of_document().find(|(_, entry)| entry.proposal.heading.start >= start);
    let (index, entry) = below.or_else(|| of_document().last())?;
    Some((index, entry.proposal.id.clone()))
}

/// The proposal that a problem is about, or that its line stands in.
fn proposal_at(app: &App, origin: &Origin, problem: &Problem) -> Option<(usize, ProposalId)> {
    let about = problem.found.subject.proposal.as_ref();
    let index = about.and_then(|id| app.catalog.find(id)).or_else(|| {
        let holds = |entry: Entry<'_>| {
            entry.listing.document.origin() == origin
                && entry.proposal.section.contains(problem.found.span.start)
        };
        app.catalog.iter().position(holds)
    })?;
    Some((index, app.catalog.get(index)?.proposal.id.clone()))
}

/// Where the editor is to be opened: at the selected problem, or at the line that was gone to.
pub(in crate::app) fn at_cursor(app: &App) -> Option<(Origin, usize)> {
    if let Some((origin, problem)) = selected(app) {
        return Some((origin, problem.line));
    }
    let (_, entry) = app.selected()?;
    let line = app.detail.line(&entry.proposal.id).filter(|_| app.detail.source);
    Some((entry.listing.document.origin().clone(), line.unwrap_or_else(|| entry.line())))
}

/// Ends narrowing down and shows all problems again; `false` when none are hidden and nothing is being typed.
pub(in crate::app) fn leave(panel: &mut ProblemPanel) -> bool {
    let was_typing = std::mem::take(&mut panel.typing);
    let was_narrowed = !panel.input.text().is_empty();
    if was_narrowed {
        panel.input.clear();
        panel.narrow();
    }
    was_typing || was_narrowed
}

/// Asks for the fix of the selected problem to be shown; says why not where there is none to make.
pub(in crate::app) fn ask_to_mend(app: &mut App) -> Option<Effect> {
    let Some(Layer::Problems(panel)) = app.layers.last() else { return None };
    let Some(item) = panel.selected_item() else {
        app.notify(Notice::info(NO_PROBLEM));
        return None;
    };
    let (origin, number) = (item.checked.origin.clone(), item.number);
    if let Err(why) = may_be_mended(app, &origin, item.problem()) {
        app.notify(Notice::error(why));
        return None;
    }
    Some(Effect::PreviewFix(origin, number))
}

/// Why the fix of a problem is not made here; a sentence.
fn may_be_mended(app: &App, origin: &Origin, problem: &Problem) -> Result<(), String> {
    let mut documents = app.catalog().listings().iter().map(|listing| &listing.document);
    let document = documents.find(|document| document.origin() == origin);
    if document.is_some_and(|document| fix::merge_marks(document.text()).is_some()) {
        return Err(format!("{origin} holds a merge that was not finished; finish it first"));
    }
    let applicability = problem.found.fix.as_ref().map(|fix| fix.applicability);
    match applicability {
        None => return Err("this has to be mended by hand; e opens the editor there".to_owned()),
        Some(Applicability::Placeholder) => {
            return Err("the fix has a place that only you can fill; e opens the editor there".to_owned());
        }
        Some(Applicability::Unsafe) => {
            return Err("the fix changes what is read, so it is not made here; `mentor-tui check \
                        --unsafe-fixes --diff` shows it"
                .to_owned());
        }
        Some(Applicability::Safe) => {}
    }
    if origin.path().is_none() {
        return Err(format!("{origin} is read-only: only a file can be mended"));
    }
    let mut listings = app.catalog.listings().iter();
    let listing = listings.find(|listing| listing.document.origin() == origin);
    match listing {
        Some(listing) if !listing.document.anchors().is_empty() => {
            Err(format!("{origin} is no Markdown: it is mended in the editor (e)"))
        }
        _ if !app.problems.is_current(origin) => {
            Err(format!("{origin} changed and is being checked; try again in a moment"))
        }
        Some(_) => Ok(()),
        None => Err(format!("{origin} is not there any more")),
    }
}

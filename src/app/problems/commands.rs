//! Commands on problems: show them, go to one, preview its fix.

use std::sync::Arc;

use super::NO_PROBLEM;
use super::panel::{ProblemItem, ProblemPanel};
use super::{CheckResult, Problem, sign};
use crate::app::action::Action;
use crate::app::browsing::Browsing;
use crate::app::effect::Effect;
use crate::app::fix_panel::FixPanel;
use crate::app::fix_preview::FixPreview;
use crate::app::keymap::{Focus, hint_in};
use crate::app::state::{Pane, State};
use crate::app::{App, Layer};
use crate::check::{Applicability, fix};
use crate::model::{Entry, Origin, ProposalId};

/// Shows the problems; in a mentor view, those of that mentor.
pub(in crate::app) fn show(app: &mut App) {
    let items = app.state.listed_problems();
    if items.is_empty() {
        let sentence = if app.state.problems.is_pending() {
            "Still checking. Try again in a moment."
        } else if app.state.browsing.mentor.is_some() {
            "No problems in the proposals of this mentor."
        } else {
            "No problems found."
        };
        return app.state.inform(sentence);
    }
    app.state.problems.are_shown = true;
    let home = app.state.browsing.selected_id();
    app.layers.push(Layer::Problems(Box::new(ProblemPanel::new(items, home))));
}

impl App {
    /// Shows a fix, if the problems are still there to come back to.
    pub fn show_fix(&mut self, preview: FixPreview) {
        if matches!(self.layers.last(), Some(Layer::Problems(_))) {
            self.layers.push(Layer::Fix(Box::new(FixPanel::new(preview))));
        }
    }

    /// A fix was made: it is the one that can be undone.
    pub fn note_fix(&mut self, fix: FixPreview) {
        self.state.last_fix = Some(Box::new(fix));
    }
}

impl State {
    /// The problems to list, in the order of the documents; in a mentor view, those of that mentor's proposals.
    pub(in crate::app) fn listed_problems(&self) -> Vec<ProblemItem> {
        let theirs = self.browsing.mentor_proposals();
        let is_listed = |problem: &Problem| {
            let id = problem.found.subject.proposal.as_ref();
            theirs.as_ref().is_none_or(|theirs| id.is_some_and(|id| theirs.contains(id)))
        };
        let documents = self.browsing.catalog.listings().iter().map(|listing| listing.document.origin());
        let checked = documents.filter_map(|origin| self.problems.of(origin));
        let numbered = |checked: &Arc<CheckResult>| -> Vec<ProblemItem> {
            let listed = (0..checked.problems.len()).filter(|&number| is_listed(&checked.problems[number]));
            listed.map(|number| ProblemItem { checked: Arc::clone(checked), number }).collect()
        };
        checked.flat_map(numbered).collect()
    }

    /// Shows the proposal of a problem, at its line in the source. `false` when there is no proposal; a notice says
    /// so.
    pub(in crate::app) fn go_to_problem(&mut self, origin: &Origin, problem: &Problem) -> bool {
        let line = problem.line;
        let inside = proposal_at(&self.browsing, origin, problem);
        let Some((index, id)) = inside.clone().or_else(|| proposal_beside(&self.browsing, origin, problem))
        else {
            let edit = hint_in(Focus::Problems, Action::OpenEditor);
            self.inform(format!(
                "Line {line} belongs to no proposal. Press {edit} to open the editor there."
            ));
            return false;
        };
        let mut notice = sentence(problem);
        if inside.is_none() {
            notice += &format!(" (line {line} belongs to no proposal; this is the nearest)");
        }
        if !self.browsing.list.select(index) {
            self.browsing.set_filter("");
            self.browsing.list.select(index);
            notice += " (filter cleared: it hid this proposal)";
        }
        self.pane = Pane::Detail;
        self.detail.source = true;
        let entry = self.browsing.catalog.get(index);
        let has_lines = entry.is_some_and(|entry| entry.listing.document.anchors().is_empty());
        if has_lines && inside.is_some() {
            self.detail.go_to_line(id, line);
        }
        self.inform(notice);
        true
    }
}

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

/// The next proposal below a problem, otherwise the one above: a problem of a project as a whole is reported
/// on its heading.
fn proposal_beside(browsing: &Browsing, origin: &Origin, problem: &Problem) -> Option<(usize, ProposalId)> {
    let start = problem.found.span.start;
    let of_document = || {
        let entries = browsing.catalog.iter().enumerate();
        entries.filter(|(_, entry)| entry.listing.document.origin() == origin)
    };
    let below = of_document().find(|(_, entry)| entry.proposal.heading.start >= start);
    let (index, entry) = below.or_else(|| of_document().last())?;
    Some((index, entry.proposal.id.clone()))
}

/// The proposal that a problem is about, or that contains its line.
fn proposal_at(browsing: &Browsing, origin: &Origin, problem: &Problem) -> Option<(usize, ProposalId)> {
    let about = problem.found.subject.proposal.as_ref();
    let index = about.and_then(|id| browsing.catalog.find(id)).or_else(|| {
        let holds = |entry: Entry<'_>| {
            entry.listing.document.origin() == origin
                && entry.proposal.section.contains(problem.found.span.start)
        };
        browsing.catalog.iter().position(holds)
    })?;
    Some((index, browsing.catalog.get(index)?.proposal.id.clone()))
}

/// Where the editor is to be opened: at the selected problem, or at the line that was gone to.
pub(in crate::app) fn at_cursor(app: &App) -> Option<(Origin, usize)> {
    if let Some((origin, problem)) = selected(app) {
        return Some((origin, problem.line));
    }
    let (_, entry) = app.state.browsing.selected()?;
    let line = app.state.detail.line(&entry.proposal.id).filter(|_| app.state.detail.source);
    Some((entry.listing.document.origin().clone(), line.unwrap_or_else(|| entry.line())))
}

/// Asks for the fix of the selected problem to be shown; says why not where there is none to make.
pub(in crate::app) fn preview_fix(app: &mut App) -> Option<Effect> {
    let Some(Layer::Problems(panel)) = app.layers.last() else { return None };
    let Some(item) = panel.selected_item() else {
        app.state.inform(NO_PROBLEM);
        return None;
    };
    let (origin, number) = (item.checked.origin.clone(), item.number);
    if let Err(why) = may_be_mended(app, &origin, item.problem()) {
        app.state.fail(why);
        return None;
    }
    Some(Effect::PreviewFix(origin, number))
}

/// Asks for the last fix to be taken back; says why not where there is none.
pub(in crate::app) fn undo_fix(state: &mut State) -> Option<Effect> {
    let fix = state.last_fix.clone();
    if fix.is_none() {
        state.inform("No fix to undo.");
    }
    fix.map(|fix| Effect::ApplyFix(Box::new(fix.undone())))
}

/// Why the fix of a problem is not made here; a sentence.
fn may_be_mended(app: &App, origin: &Origin, problem: &Problem) -> Result<(), String> {
    let mut documents = app.state.browsing.catalog.listings().iter().map(|listing| &listing.document);
    let document = documents.find(|document| document.origin() == origin);
    if document.is_some_and(|document| fix::merge_mark(document.text()).is_some()) {
        return Err(format!("{origin} has an unfinished merge. Finish it first."));
    }
    let edit = hint_in(Focus::Problems, Action::OpenEditor);
    let applicability = problem.found.fix.as_ref().map(|fix| fix.applicability);
    match applicability {
        None => return Err(format!("Fix this by hand: press {edit} to open the editor there.")),
        Some(Applicability::Placeholder) => {
            return Err(format!(
                "The fix has a blank that only you can fill. Press {edit} to open the editor there."
            ));
        }
        Some(Applicability::Unsafe) => {
            return Err("the fix changes what is read, so it is not made here; `mentor-tui check \
                        --unsafe-fixes --diff` shows it"
                .to_owned());
        }
        Some(Applicability::Safe) => {}
    }
    if origin.path().is_none() {
        return Err(format!("{origin} is read-only. Only files can be fixed."));
    }
    let mut listings = app.state.browsing.catalog.listings().iter();
    let listing = listings.find(|listing| listing.document.origin() == origin);
    match listing {
        Some(listing) if !listing.document.anchors().is_empty() => {
            Err(format!("{origin} is not Markdown. Fix it in the editor ({edit})."))
        }
        _ if !app.state.problems.is_current(origin) => {
            Err(format!("{origin} changed and is being checked. Try again in a moment."))
        }
        Some(_) => Ok(()),
        None => Err(format!("{origin} is gone.")),
    }
}

//! Trials: fixes made on a copy, which is read and checked again, and what is wrong with that.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::edits::{self, Patch};
use super::reading::said;
use crate::check::checker::Checker;
use crate::check::diagnostic::{Diagnostic, Fix};
use crate::check::settings::Settings;
use crate::model::{Catalog, Document, FieldKind, Listing, Proposal, Span};
use crate::parse;

/// A text with what is read in it and found in it, by itself.
#[derive(Debug)]
pub(super) struct CheckedText {
    /// Of this one document.
    pub(super) catalog: Catalog,
    /// Without what comments hide.
    pub(super) found: Vec<Diagnostic>,
}

/// The outcome of making some fixes.
#[derive(Debug)]
pub(super) struct Trial {
    pub(super) after: CheckedText,
    pub(super) patch: Patch,
    pub(super) trouble: Trouble,
}

/// The fixes, as places in the findings, that are to blame for something. Never empty where something is wrong.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    /// Their finding stays, or another one came near them.
    pub(super) blamed: HashSet<usize>,
    /// They change what is read, though they must not.
    pub(super) changed: HashSet<usize>,
}

impl Trouble {
    /// All that are to blame.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> {
        self.blamed.union(&self.changed).copied()
    }

    /// Whether a fix is to blame.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.blamed.contains(&at) || self.changed.contains(&at)
    }

    /// Whether nothing is wrong.
    pub(super) fn is_none(&self) -> bool {
        self.blamed.is_empty() && self.changed.is_empty()
    }
}

impl CheckedText {
    /// Reads and checks a text.
    pub(super) fn of(document: &Document, text: String, settings: &Settings) -> Self {
        let document = Document::new(document.origin().clone(), text).to_be_read(document.reading().cloned());
        let catalog = Catalog::new(vec![parse::listing(document)]);
        let mut found = Checker::new(&catalog, settings).check(0);
        found.retain(|found| !found.suppressed);
        Self { catalog, found }
    }

    /// The listing that was read.
    pub(super) fn listing(&self) -> &Listing {
        // It was made of one.
        &self.catalog.listings()[0]
    }

    pub(super) fn text(&self) -> &str {
        self.listing().document.text()
    }

    pub(super) fn into_text(self) -> String {
        self.text().to_owned()
    }

    /// The fix of a finding, by its place.
    pub(super) fn fix(&self, at: usize) -> Option<&Fix> {
        self.found[at].fix.as_ref()
    }

    /// Where the proposal begins in which the fix of a finding is made.
    pub(super) fn owner_of(&self, at: usize) -> Option<usize> {
        let edit = self.fix(at).and_then(|fix| fix.edits.first());
        self.owner(edit.map_or(self.found[at].span.start, |edit| edit.span.start))
    }

    /// Where the proposal begins that holds a place.
    fn owner(&self, offset: usize) -> Option<usize> {
        owner(&self.listing().proposals, offset).map(|proposal| proposal.heading.start)
    }

    /// Makes the fixes of some findings, which do not overlap. `is_safe`: what is read has to stay as it is.
    pub(super) fn attempt(&self, settings: &Settings, fixed: &[usize], is_safe: bool) -> Trial {
        let fixes = fixed.iter().filter_map(|at| self.fix(*at));
        let (text, patch) = edits::edited(self.text(), fixes);
        let after = Self::of(&self.listing().document, text, settings);
        let blame = Blame::new(self, &patch, fixed);
        let mut trouble = Trouble { blamed: self.findings_blamed(&after, &blame), changed: HashSet::new() };
        if is_safe {
            trouble.changed = self.reading_blamed(&after, &blame);
        }
        Trial { after, patch, trouble }
    }

    /// The fixes that are to blame for findings: each finding after is paired with one before, by its rule and its
    /// place, else with the nearest of its rule in its proposal. What is paired with a finding that was to be gone,
    /// or with none, is the fault of a fix.
    fn findings_blamed(&self, after: &Self, blame: &Blame<'_>) -> HashSet<usize> {
        let is_fixed: HashSet<usize> = blame.fixed.iter().copied().collect();
        let moved = |found: &Diagnostic| blame.patch.map(found.span.start);
        let mut places: HashMap<Exact, Vec<usize>> = HashMap::new();
        for (at, found) in self.found.iter().enumerate() {
            places.entry(exact(found, moved(found))).or_default().push(at);
        }
        // Findings that were not fixed are paired first.
        for at in places.values_mut() {
            at.sort_by_key(|at| !is_fixed.contains(at));
        }
        let mut blamed = HashSet::new();
        let mut new = Vec::new();
        let mut paired = HashSet::new();
        for found in &after.found {
            match places.get_mut(&exact(found, found.span.start)).and_then(Vec::pop) {
                Some(at) => {
                    paired.insert(at);
                    blamed.extend(is_fixed.contains(&at).then_some(at));
                }
                None => new.push(found),
            }
        }
        let mut left: HashMap<(&str, Option<usize>), Places> = HashMap::new();
        for (at, found) in self.found.iter().enumerate().filter(|(at, _)| !paired.contains(at)) {
            let owner = self.owner(found.span.start).map(|owner| blame.patch.map(owner));
            left.entry((found.rule.code, owner)).or_default().insert((moved(found), at));
        }
        for found in new {
            let start = found.span.start;
            let alike = left.get_mut(&(found.rule.code, after.owner(start)));
            match alike.and_then(|alike| take_nearest(alike, start)) {
                Some(at) => blamed.extend(is_fixed.contains(&at).then_some(at)),
                None => blamed.extend(blame.nearest(start, owner(&after.listing().proposals, start))),
            }
        }
        blamed
    }

    /// The fixes that are to blame for proposals that say something else than before.
    fn reading_blamed(&self, after: &Self, blame: &Blame<'_>) -> HashSet<usize> {
        let (old, new) = (&self.listing().proposals, &after.listing().proposals);
        let mut changed = HashSet::new();
        let mut rest = new.iter().peekable();
        for before in old {
            let start = blame.patch.map(before.heading.start);
            // A proposal that was none before.
            while let Some(extra) = rest.next_if(|proposal| proposal.heading.start < start) {
                changed.extend(blame.nearest(extra.heading.start, Some(extra)));
            }
            let same = rest.next_if(|proposal| proposal.heading.start == start);
            if same.is_none_or(|same| said(self.text(), before) != said(after.text(), same)) {
                let section = before.section;
                let within = Span::new(blame.patch.map(section.start), blame.patch.map(section.end));
                changed.extend(blame.within(Span::new(start.min(within.start), within.end), start));
            }
        }
        for extra in rest {
            changed.extend(blame.nearest(extra.heading.start, Some(extra)));
        }
        changed
    }
}

/// Where findings are, and which ones.
type Places = BTreeSet<(usize, usize)>;

/// Takes away what stands nearest to a place.
fn take_nearest(places: &mut Places, place: usize) -> Option<usize> {
    let (before, next) = (places.range(..(place, 0)).next_back(), places.range((place, 0)..).next());
    let nearest = *before.into_iter().chain(next).min_by_key(|(other, _)| other.abs_diff(place))?;
    places.remove(&nearest);
    Some(nearest.1)
}

/// Identifies a finding at a place.
type Exact = (&'static str, usize, Option<FieldKind>);

fn exact(found: &Diagnostic, start: usize) -> Exact {
    (found.rule.code, start, found.subject.field)
}

/// The proposal that holds a place.
fn owner(proposals: &[Proposal], offset: usize) -> Option<&Proposal> {
    let after = proposals.partition_point(|proposal| proposal.heading.start <= offset);
    after.checked_sub(1).map(|at| &proposals[at]).filter(|proposal| offset <= proposal.section.end)
}

/// Finds the fixes near a place of the text after them.
struct Blame<'t> {
    patch: &'t Patch,
    fixed: &'t [usize],
    /// Where each edit is made, and the fix that it belongs to.
    edits: Vec<(usize, usize)>,
}

impl<'t> Blame<'t> {
    fn new(state: &CheckedText, patch: &'t Patch, fixed: &'t [usize]) -> Self {
        let edits = |at: &usize| {
            let edits = state.fix(*at).into_iter().flat_map(|fix| &fix.edits);
            edits.map(|edit| (patch.map(edit.span.start), *at)).collect::<Vec<_>>()
        };
        let mut edits: Vec<(usize, usize)> = fixed.iter().flat_map(edits).collect();
        edits.sort_unstable();
        Self { patch, fixed, edits }
    }

    /// The fix that is made nearest to a place: in this proposal, where one is made there.
    fn nearest(&self, offset: usize, owner: Option<&Proposal>) -> Option<usize> {
        let after = self.edits.partition_point(|(place, _)| *place < offset);
        let before = after.checked_sub(1).map(|at| self.edits[at]);
        let near = before.into_iter().chain(self.edits.get(after).copied());
        let is_elsewhere =
            |place: usize| owner.is_some_and(|it| place < it.heading.start || place > it.section.end);
        let nearest = near.min_by_key(|(place, _)| (is_elsewhere(*place), place.abs_diff(offset)));
        nearest.map(|(_, at)| at)
    }

    /// The fixes that are made in a span; where there are none, the one that is nearest to a place.
    fn within(&self, span: Span, offset: usize) -> Vec<usize> {
        let first = self.edits.partition_point(|(place, _)| *place < span.start);
        let within = self.edits[first..].iter().take_while(|(place, _)| *place <= span.end);
        let found: Vec<usize> = within.map(|(_, at)| *at).collect();
        if found.is_empty() { self.nearest(offset, None).into_iter().collect() } else { found }
    }
}

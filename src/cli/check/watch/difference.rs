//! The difference between two checks: which findings are gone, and which are new.

use std::collections::BTreeMap;

use crate::check::Diagnostic;
use crate::model::Catalog;

/// The state of a check: the catalog and its findings.
pub(super) struct Checked {
    pub(super) catalog: Catalog,
    pub(super) found: Vec<Diagnostic>,
}

/// How many findings are gone, and which are new, in order.
///
/// Below a heading that was renamed stand the same findings as before: they are known by the text that they are
/// about, or by their words where that is the heading itself.
pub(super) fn difference(before: &Checked, after: &Checked) -> (usize, Vec<Diagnostic>) {
    let (mut gone, mut new) = (before.shown(), after.shown());
    pair(&mut gone, &mut new, |_, found| Some((subject(found), found.message.clone())));
    let renamed = |checked: &Checked, found: &Diagnostic| {
        let other = if std::ptr::eq(checked, before) { after } else { before };
        !other.has_subject(found)
    };
    let text = |checked: &Checked, found: &Diagnostic| checked.text(found).to_owned();
    pair(&mut gone, &mut new, |checked, found| renamed(checked, found).then(|| text(checked, found)));
    pair(&mut gone, &mut new, |checked, found| renamed(checked, found).then(|| found.message.clone()));
    (gone.len(), new.into_iter().map(|(_, found)| found.clone()).collect())
}

/// A finding of a check.
type Found<'c> = (&'c Checked, &'c Diagnostic);

/// Takes away what is in both, by the document, the rule and a key: the first of one with the first of the other.
fn pair<K: Ord>(
    gone: &mut Vec<Found<'_>>,
    new: &mut Vec<Found<'_>>,
    key: impl Fn(&Checked, &Diagnostic) -> Option<K>,
) {
    let key = |(checked, found): &Found<'_>| {
        key(checked, found).map(|key| (checked.document(found), found.rule.code, key))
    };
    let mut left: BTreeMap<_, usize> = BTreeMap::new();
    for key in gone.iter().filter_map(key) {
        *left.entry(key).or_default() += 1;
    }
    let mut paired: BTreeMap<_, usize> = BTreeMap::new();
    new.retain(|found| {
        let Some(key) = key(found) else { return true };
        let Some(count) = left.get_mut(&key).filter(|count| **count > 0) else { return true };
        *count -= 1;
        *paired.entry(key).or_default() += 1;
        false
    });
    gone.retain(|found| {
        let count = key(found).and_then(|key| paired.get_mut(&key)).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_none()
    });
}

impl Checked {
    fn shown(&self) -> Vec<Found<'_>> {
        self.found.iter().filter(|found| !found.suppressed).map(|found| (self, found)).collect()
    }

    fn document(&self, found: &Diagnostic) -> String {
        self.catalog.listings()[found.listing].document.origin().to_string()
    }

    /// The text that a finding is about.
    fn text(&self, found: &Diagnostic) -> &str {
        found.span.of(self.catalog.listings()[found.listing].document.text())
    }

    /// Whether the subject of a finding, here or in another check, is here.
    fn has_subject(&self, found: &Diagnostic) -> bool {
        let mut proposals = self.catalog.iter().map(|entry| entry.proposal);
        match (&found.subject.proposal, &found.subject.project) {
            (Some(id), _) => proposals.any(|proposal| proposal.id == *id),
            (None, Some(project)) => proposals.any(|proposal| proposal.project.as_ref() == Some(project)),
            (None, None) => true,
        }
    }
}

/// Whom a finding is about: a proposal, else a project, else the document.
fn subject(found: &Diagnostic) -> String {
    let subject = found.subject.proposal.as_ref().map(ToString::to_string);
    subject.or_else(|| found.subject.project.clone()).unwrap_or_default()
}

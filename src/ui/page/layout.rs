//! The page of a proposal for the state of the screen: rendered, or its source, with what the check found.

use super::{FitFacts, Page, Since};
use crate::app::App;
use crate::markdown::mail::EmailVisibility;
use crate::model::Entry;
use crate::search::fit;

/// Everything that a page depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::ui) struct PageKey {
    pub generation: u64,
    pub index: usize,
    pub width: u16,
    pub source: bool,
    pub emails: EmailVisibility,
    /// The version of the check's results where they are part of the page, else 0.
    pub checked: u64,
    /// The version of what is known of the upstream issues, else 0.
    pub issues: u64,
    /// The version of what is known of the last visit.
    pub news: u64,
}

/// Lays the page of a proposal out.
pub(in crate::ui) fn lay_out(key: PageKey, entry: Entry<'_>, app: &App) -> Page {
    let width = usize::from(key.width);
    let origin = entry.listing.document.origin();
    let checked = app.problems().of(origin);
    if key.source {
        let marked = checked.filter(|checked| checked.is_marked());
        let wrong = marked.map(|checked| checked.lines()).unwrap_or_default();
        return Page::source_with(entry, wrong, width, key.emails);
    }
    let filter = app.filter();
    let fit = filter.fit(key.index);
    let words = fit::sentence(filter.profile(), fit);
    let (news, id) = (app.news(), &entry.proposal.id);
    let since = Since { changes: news.changes(id), lineage: news.lineage(id) };
    let fit = FitFacts { words: words.as_slice(), fit };
    let page = Page::rendered_since(entry, fit, since, width, key.emails);
    let page = page.with_issues(entry, &app.issues().lines(entry), width);
    match checked.filter(|_| app.mentor().is_some()) {
        Some(checked) => page.below_readiness(entry, checked, width),
        None => page,
    }
}

//! The pages: laid out for the detail, and looked through by a search that goes on.

use super::PageKey;
use crate::app::App;
use crate::app::onward::Onward;
use crate::model::Entry;
use crate::search::fit;
use crate::ui::page::Page;
use crate::ui::prose;

/// How many pages are laid out in search of a text, and how many rows they have in all, at most, before
/// somebody is told: keys are waiting.
const LAID_OUT: (usize, usize) = (256, 1 << 15);

/// Where the search goes on: the first page that shows the text. What only its source holds (an
/// address behind words, a comment) does not count.
pub(super) fn onward(key: PageKey, app: &App, forward: bool) -> Onward {
    let needle = app.detail().needle();
    let mut laid_out = 0;
    for (pages, candidate) in app.candidates(forward).enumerate() {
        let key = PageKey { index: candidate.index, ..key };
        let rows = app.catalog().get(candidate.index).map(|entry| lay_out(key, entry, app).rows);
        let rows = rows.unwrap_or_default();
        if !prose::find(&rows, needle).is_empty() {
            return Onward::Found(candidate);
        }
        laid_out += rows.len();
        if pages >= LAID_OUT.0 || laid_out >= LAID_OUT.1 {
            return Onward::GaveUp(candidate);
        }
    }
    Onward::Nowhere
}

/// Lays the page of a proposal out.
pub(super) fn lay_out(key: PageKey, entry: Entry<'_>, app: &App) -> Page {
    let width = usize::from(key.width);
    let origin = entry.listing.document.origin();
    let checked = app.problems().of(origin);
    if key.source {
        let marked = checked.filter(|checked| checked.is_marked());
        let wrong = marked.map(|checked| checked.lines()).unwrap_or_default();
        return Page::source_with(entry, wrong, width, key.emails);
    }
    let filter = app.filter();
    let fit = fit::marks(filter.profile(), filter.fit(key.index));
    let page = Page::rendered_with(entry, &fit, width, key.emails);
    match checked.filter(|_| app.mentor().is_some()) {
        Some(checked) => page.below_readiness(entry, checked, width),
        None => page,
    }
}

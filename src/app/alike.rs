//! More like this: the proposals that share rare skills and words with the selected one, as a menu.

use super::notice::NO_SELECTION;
use super::picker::{Choice, MenuItem, Picker};
use super::{App, Layer};
use crate::markdown::glyphs::{CLOSE_QUOTE, DASH, OPEN_QUOTE};
use crate::search::likeness::Likeness;

/// So many are offered.
const MOST: usize = 12;

/// Offers the proposals that are like the selected one, best first, each with the reason.
pub(super) fn show(app: &mut App) {
    let browsing = &mut app.state.browsing;
    let Some((index, entry)) = browsing.selected() else { return app.state.inform(NO_SELECTION) };
    let title = entry.proposal.title.clone();
    let catalog = &browsing.catalog;
    let key = (browsing.generation, catalog.len());
    if app.likeness.as_ref().is_none_or(|(known, _)| *known != key) {
        app.likeness = Some((key, Likeness::of(catalog, browsing.filter.build_index(catalog))));
    }
    let Some((_, likeness)) = &app.likeness else { return };
    let alike = likeness.like(index, MOST);
    let items: Vec<MenuItem> = alike
        .iter()
        .filter_map(|alike| {
            let proposal = catalog.get(alike.index)?.proposal;
            let name = match &proposal.project {
                Some(project) => format!("{}{DASH}{project}", proposal.title),
                None => proposal.title.clone(),
            };
            let choice = Choice::Show(proposal.id.clone());
            Some(MenuItem { name, note: alike.reason(), keywords: "", choice })
        })
        .collect();
    if items.is_empty() {
        return app.state.inform("No proposal shares a rare skill or word with this one.");
    }
    app.layers.push(Layer::Menu(Box::new(Picker::new(
        format!("More like {OPEN_QUOTE}{title}{CLOSE_QUOTE}"),
        items,
    ))));
}

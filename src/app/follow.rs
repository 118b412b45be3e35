//! Following: from what stands on the page, in a menu or in the status line to where it leads.

use super::action::{Action, Effect};
use super::hints::{Hints, Typed};
use super::notice::Notice;
use super::picker::{Choice, Item, Picker};
use super::{App, Layer, Pane, facets, links, problems};
use crate::model::url;
use crate::page::facts::PageTarget;

/// What is said where a proposal is needed and the list is empty.
pub(super) const NO_SELECTION: &str = "no proposal is selected";

/// What is said where an address is needed.
const NO_ADDRESS: &str = "what is selected is no address that can be opened";

/// Asks for an address to be opened; says why not where it is none of the web.
pub(super) fn open(app: &mut App, url: &str) -> Option<Effect> {
    match url::check(url) {
        Ok(()) => Some(Effect::Open(url.to_owned())),
        Err(reason) => {
            app.notify(Notice::error(format!("not opened: {reason}: {url}")));
            None
        }
    }
}

/// A click on a link shows where it leads and asks; the second one opens it. A value filters at once.
pub(super) fn click(app: &mut App, link: usize, said: Option<&Notice>) -> Option<Effect> {
    let url = match app.viewport.targets.get(link)?.clone() {
        PageTarget::Address(url) => url,
        PageTarget::Value(facet, value) => {
            facets::toggle(app, facet, &value);
            return None;
        }
    };
    app.pane = Pane::Detail;
    if said.and_then(Notice::asked) == Some(&url) {
        return open(app, &url);
    }
    match url::check(&url) {
        Ok(()) => app.notify(Notice::question(&url)),
        Err(reason) => app.notify(Notice::error(format!("{url}: not to be opened, {reason}"))),
    }
    None
}

/// Follows a link of the page; filters by a value.
pub(super) fn link(app: &mut App, link: usize) -> Option<Effect> {
    match app.viewport.targets.get(link)?.clone() {
        PageTarget::Address(url) => open(app, &url),
        PageTarget::Value(facet, value) => {
            facets::toggle(app, facet, &value);
            None
        }
    }
}

/// Shows hints on everything in view that can be followed.
pub(super) fn show_hints(app: &mut App) {
    if app.viewport.spots.is_empty() {
        app.notify(Notice::info("nothing in view leads anywhere; O lists the links of the proposal"));
    } else {
        app.layers.push(Layer::Hints(Hints::new(&app.viewport.spots)));
    }
}

/// Deletes the last letter that was typed of a hint; without one, closes the hints.
pub(super) fn delete_hint_letter(app: &mut App) {
    if let Some(Layer::Hints(hints)) = app.layers.last_mut()
        && !hints.delete_letter()
    {
        app.layers.pop();
    }
}

/// Types a letter of a hint. Gives what the complete hint asks for.
pub(super) fn type_hint(app: &mut App, letter: char) -> Option<Action> {
    let Some(Layer::Hints(hints)) = app.layers.last_mut() else { return None };
    match hints.type_letter(letter) {
        Typed::Complete(action) => {
            app.layers.pop();
            Some(action)
        }
        Typed::Part => None,
        Typed::Nothing => {
            let begins = format!("no hint is “{}{letter}”; Esc leaves them", hints.typed());
            app.notify(Notice::info(begins));
            None
        }
    }
}

/// Shows the QR code of the link that a menu has selected, of the address in the status line, or of
/// the upstream issue; of several the one to choose.
pub(super) fn show_code(app: &mut App, said: Option<&Notice>) {
    let url = match app.layers.last() {
        Some(Layer::Menu(picker)) => match picker.choice() {
            Some(Choice::Open(url) | Choice::QrCode(url)) => Some(url.clone()),
            _ => return app.notify(Notice::info(NO_ADDRESS)),
        },
        _ => said.and_then(|notice| notice.address.clone()),
    };
    if let Some(url) = url {
        return app.layers.push(Layer::QrCode { url });
    }
    let Some((_, entry)) = app.selected() else { return app.notify(Notice::info(NO_SELECTION)) };
    let mut items = links::upstream(entry, app.detail.emails);
    items.retain_mut(|item| match &item.choice {
        Choice::Open(url) => {
            item.choice = Choice::QrCode(url.clone());
            true
        }
        _ => false,
    });
    match items.as_slice() {
        [] => app.notify(Notice::info("this proposal names no upstream issue; O shows its other links")),
        [Item { choice: Choice::QrCode(url), .. }] => {
            let url = url.clone();
            app.layers.push(Layer::QrCode { url });
        }
        _ => app.layers.push(Layer::Menu(Picker::new("QR code", items))),
    }
}

/// Copies the address of the link that a menu has selected.
pub(super) fn copy(app: &mut App) -> Option<Effect> {
    if let Some(Layer::Menu(picker)) = app.layers.last()
        && let Some(Choice::Open(url) | Choice::QrCode(url)) = picker.choice()
    {
        return Some(Effect::Copy("address", url.clone()));
    }
    app.notify(Notice::info(NO_ADDRESS));
    None
}

/// Opens the upstream issue; several are a menu.
pub(super) fn open_upstream(app: &mut App) -> Option<Effect> {
    let Some((_, entry)) = app.selected() else {
        app.notify(Notice::info(NO_SELECTION));
        return None;
    };
    let upstream = links::upstream(entry, app.detail.emails);
    match entry.proposal.upstream.as_slice() {
        [] => app.notify(Notice::error("this proposal names no upstream issue; O shows its other links")),
        [link] => {
            let url = link.url.clone();
            return open(app, &url);
        }
        _ => app.layers.push(Layer::Menu(Picker::new("Upstream issues", upstream))),
    }
    None
}

/// Shows the menu of all links.
pub(super) fn show_links(app: &mut App) {
    let Some((_, entry)) = app.selected() else { return app.notify(Notice::info(NO_SELECTION)) };
    let links = links::all(entry, app.detail.emails);
    if links.is_empty() {
        app.notify(Notice::info("this proposal holds no links"));
    } else {
        app.layers.push(Layer::Menu(Picker::new("Links", links)));
    }
}

/// Files are edited, at the selected problem or proposal; what came from elsewhere is only read.
pub(super) fn open_editor(app: &mut App) -> Option<Effect> {
    let Some((origin, line)) = problems::at_cursor(app) else {
        app.notify(Notice::info(NO_SELECTION));
        return None;
    };
    if origin.path().is_some() {
        return Some(Effect::Edit(origin, line));
    }
    let sentence = format!("{origin} is read-only: only a file can be edited");
    app.notify(Notice::info(sentence));
    None
}

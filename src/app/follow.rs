//! Following links: those of the page, of a menu and of the status line.

use super::action::Action;
use super::address::Destination;
use super::effect::Effect;
use super::hints::{Hints, Typed};
use super::keymap::{Focus, hint, hint_in};
use super::notice::{NO_SELECTION, Notice};
use super::picker::{Choice, MenuItem, Picker};
use super::qr_code::QrCode;
use super::{App, Layer, Pane, facets, links, problems};
use crate::page::facts::PageTarget;

/// For commands that need an address while none is selected.
const NO_ADDRESS: &str = "No link selected.";

/// A click on a link shows where it leads and asks; the second one opens it. A value filters at once.
pub(super) fn click(app: &mut App, link: usize, notice: Option<&Notice>) -> Option<Effect> {
    let url = match app.state.viewport.targets.get(link)?.clone() {
        PageTarget::Address(url) => url,
        PageTarget::Value(facet, value) => {
            facets::toggle(&mut app.state, facet, &value);
            return None;
        }
    };
    app.state.pane = Pane::Detail;
    if notice.and_then(Notice::asked) == Some(&url) {
        return app.state.open(&url);
    }
    match app.state.destination(&url) {
        // It leads to another place of the screen, and back is as near.
        Ok(Destination::Heading(_)) => return app.state.open(&url),
        Ok(_) => app.notify(Notice::question(&url)),
        Err(reason) => app.state.fail(format!("Not opened: {reason}: {url}")),
    }
    None
}

/// Follows a link of the page; filters by a value.
pub(super) fn link(app: &mut App, link: usize) -> Option<Effect> {
    match app.state.viewport.targets.get(link)?.clone() {
        PageTarget::Address(url) => app.state.open(&url),
        PageTarget::Value(facet, value) => {
            facets::toggle(&mut app.state, facet, &value);
            None
        }
    }
}

/// Shows hints beside the links in view.
pub(super) fn show_hints(app: &mut App) {
    if app.state.viewport.spots.is_empty() {
        app.state.inform(format!(
            "No link in view. Press {} for all links of the proposal.",
            hint(Action::ShowLinks)
        ));
    } else {
        app.layers.push(Layer::Hints(Box::new(Hints::new(&app.state.viewport.spots))));
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
            let begins = format!(
                "No hint “{}{letter}”. Press {} to close the hints.",
                hints.typed(),
                hint_in(Focus::Hints, Action::Back)
            );
            app.state.inform(begins);
            None
        }
    }
}

/// The panel with the QR code of an address.
pub(super) fn qr_code(url: String) -> Layer {
    Layer::QrCode(Box::new(QrCode { url }))
}

/// Shows the QR code of the link that a menu has selected, of the address in the status line, or of
/// the upstream issue; of several the one to choose.
pub(super) fn show_code(app: &mut App, notice: Option<&Notice>) {
    let url = match app.layers.last() {
        Some(Layer::Menu(menu)) => match menu.address() {
            Some(url) => Some(url.to_owned()),
            None => return app.state.inform(NO_ADDRESS),
        },
        _ => notice.and_then(|notice| notice.address.clone()),
    };
    if let Some(url) = url {
        return app.layers.push(qr_code(url));
    }
    let Some((_, entry)) = app.state.browsing.selected() else { return app.state.inform(NO_SELECTION) };
    let mut items = links::upstream(entry, app.state.detail.emails);
    items.retain_mut(|item| match &item.choice {
        Choice::Open(url) => {
            item.choice = Choice::QrCode(url.clone());
            true
        }
        _ => false,
    });
    match items.as_slice() {
        [] => app.state.inform(no_upstream()),
        [MenuItem { choice: Choice::QrCode(url), .. }] => {
            let url = url.clone();
            app.layers.push(qr_code(url));
        }
        _ => app.layers.push(Layer::Menu(Box::new(Picker::new("QR code", items)))),
    }
}

/// Copies the address of the link that a menu has selected.
pub(super) fn copy(app: &mut App) -> Option<Effect> {
    if let Some(Layer::Menu(menu)) = app.layers.last()
        && let Some(url) = menu.address()
    {
        return Some(Effect::Copy("address", url.to_owned()));
    }
    app.state.inform(NO_ADDRESS);
    None
}

fn no_upstream() -> String {
    format!("No upstream issue. Press {} for the other links.", hint(Action::ShowLinks))
}

/// Opens the upstream issue; several are a menu.
pub(super) fn open_upstream(app: &mut App) -> Option<Effect> {
    let Some((_, entry)) = app.state.browsing.selected() else {
        app.state.inform(NO_SELECTION);
        return None;
    };
    let upstream = links::upstream(entry, app.state.detail.emails);
    match entry.proposal.upstream.as_slice() {
        [] => app.state.fail(no_upstream()),
        [link] => {
            let url = link.url.clone();
            return app.state.open(&url);
        }
        _ => app.layers.push(Layer::Menu(Box::new(Picker::new("Upstream issues", upstream)))),
    }
    None
}

/// Shows the menu of all links.
pub(super) fn show_links(app: &mut App) {
    let Some((_, entry)) = app.state.browsing.selected() else { return app.state.inform(NO_SELECTION) };
    let links = links::all(entry, app.state.detail.emails);
    if links.is_empty() {
        app.state.inform("This proposal has no links.");
    } else {
        app.layers.push(Layer::Menu(Box::new(Picker::new("Links", links))));
    }
}

/// Files are edited, at the selected problem or proposal; what came from elsewhere is only read.
pub(super) fn open_editor(app: &mut App) -> Option<Effect> {
    let Some((origin, line)) = problems::at_cursor(app) else {
        app.state.inform(NO_SELECTION);
        return None;
    };
    if origin.path().is_some() {
        return Some(Effect::Edit(origin, line));
    }
    let sentence = format!("{origin} is read-only. Only files can be edited.");
    app.state.inform(sentence);
    None
}

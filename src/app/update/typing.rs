//! Typing: the text of whichever input has the focus, and what follows from it.

use crate::app::action::Edit;
use crate::app::input::Input;
use crate::app::{App, Layer};

/// The input that has the focus.
pub(in crate::app) fn input(app: &mut App) -> Option<&mut Input> {
    match app.layers.last_mut()? {
        Layer::Filter { .. } => Some(&mut app.filter.input),
        Layer::Find => app.detail.find.as_mut().map(|find| &mut find.input),
        Layer::Menu(picker) => Some(&mut picker.input),
        Layer::Facets(panel) => Some(&mut panel.input),
        Layer::Problems(panel) => panel.typing.then_some(&mut panel.input),
        Layer::Help { .. }
        | Layer::Compare { .. }
        | Layer::Fix(_)
        | Layer::Stats(_)
        | Layer::CopyMenu
        | Layer::Hints(_)
        | Layer::QrCode { .. } => None,
    }
}

/// The text of the input that has the focus has changed.
pub(in crate::app) fn changed(app: &mut App) {
    match app.layers.last_mut() {
        Some(Layer::Filter { home, chosen, .. }) => {
            let keep = home.clone().filter(|_| *chosen);
            app.refilter();
            app.list.select_first();
            app.select_id(keep.as_ref());
        }
        Some(Layer::Find) => app.detail.seek(),
        Some(Layer::Menu(picker)) => picker.refresh(),
        Some(Layer::Facets(panel)) => panel.narrow(),
        Some(Layer::Problems(panel)) => panel.narrow(),
        Some(
            Layer::Help { .. }
            | Layer::Compare { .. }
            | Layer::Fix(_)
            | Layer::Stats(_)
            | Layer::CopyMenu
            | Layer::Hints(_)
            | Layer::QrCode { .. },
        )
        | None => {}
    }
}

/// Edits the text of the input that has the focus.
pub(super) fn edit(app: &mut App, edit: Edit) {
    let Some(input) = input(app) else { return };
    let before = input.text().len();
    input.edit(edit);
    if input.text().len() != before {
        changed(app);
    }
}

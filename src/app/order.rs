//! The order of the list: its menu, and what choosing from it does.

use super::action::Action;
use super::picker::{Choice, MenuItem, Picker};
use super::state::State;
use super::{App, Layer};
use crate::search::sort::{Order, Sort};

/// Offers the orders; the best match is one only where there is a filter, the fit only where there is
/// a profile.
pub(super) fn show(app: &mut App) {
    let filtered = app.state.browsing.filter.ranks();
    let current = app.state.browsing.sort.in_effect(filtered);
    let has_use = |order: &Order| match order {
        Order::Best => filtered,
        Order::Fit => !app.state.browsing.filter.profile().is_empty(),
        _ => true,
    };
    let offered: Vec<Order> = Order::all().filter(has_use).collect();
    let items = offered.iter().map(|order| MenuItem {
        name: order.title().to_owned(),
        note: order.help().to_owned(),
        keywords: "",
        choice: Choice::Run(Action::Sort(*order)),
    });
    let at = offered.iter().position(|&order| order == current).unwrap_or_default();
    let title = if app.state.browsing.sort.reversed { "Sort by (reversed)" } else { "Sort by" };
    app.layers.push(Layer::Menu(Box::new(Picker::new(title, items.collect()).with_current(at))));
}

/// Takes another order, which begins where such orders begin.
pub(super) fn choose(state: &mut State, order: Order) {
    // Without a filter the order of the documents is the usual one, which becomes best first with a filter.
    let usual = order == Order::Document && !state.browsing.filter.ranks();
    let order = if usual { Order::Best } else { order };
    take(state, Sort { order, reversed: false });
}

/// Begins at the other end.
pub(super) fn reverse(state: &mut State) {
    take(state, Sort { reversed: !state.browsing.sort.reversed, ..state.browsing.sort });
}

/// The list begins at its top: what is best in that order is read first.
fn take(state: &mut State, sort: Sort) {
    state.browsing.set_sort(sort);
    state.browsing.list.rows.select_first();
    let in_effect = Sort { order: sort.in_effect(state.browsing.filter.ranks()), ..sort };
    state.inform(format!("Sorted {in_effect}."));
}

//! The order of the list: its menu, and what choosing from it does.

use super::action::Action;
use super::notice::Notice;
use super::picker::{Choice, Item, Picker};
use super::{App, Layer};
use crate::search::sort::{Order, Sort};

/// Offers the orders; the best match is one only where there is a filter, the fit only where there is
/// a profile.
pub(super) fn show(app: &mut App) {
    let filtered = app.filter.is_active();
    let current = app.sort.in_effect(filtered);
    let has_use = |order: &Order| match order {
        Order::Best => filtered,
        Order::Fit => !app.filter.profile().is_empty(),
        _ => true,
    };
    let offered: Vec<Order> = Order::all().filter(has_use).collect();
    let items = offered.iter().map(|order| Item {
        name: order.title().to_owned(),
        note: order.help().to_owned(),
        choice: Choice::Run(Action::Sort(*order)),
    });
    let at = offered.iter().position(|&order| order == current).unwrap_or_default();
    let title = if app.sort.reversed { "Sort by (reversed)" } else { "Sort by" };
    app.layers.push(Layer::Menu(Picker::new(title, items.collect()).with_current(at)));
}

/// Takes another order, which begins where such orders begin.
pub(super) fn choose(app: &mut App, order: Order) {
    // Whoever goes back to the order of the documents before there is a filter wants what is usual.
    let usual = order == Order::Document && !app.filter.is_active();
    let order = if usual { Order::Best } else { order };
    take(app, Sort { order, reversed: false });
}

/// Begins at the other end.
pub(super) fn reverse(app: &mut App) {
    take(app, Sort { reversed: !app.sort.reversed, ..app.sort });
}

fn take(app: &mut App, sort: Sort) {
    app.set_sort(sort);
    let in_effect = Sort { order: sort.in_effect(app.filter.is_active()), ..sort };
    app.notify(Notice::info(format!("sorted {in_effect}")));
}

//! The mouse: what an event means, by what lies under it.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::action::{Action, Step};
use crate::ui::{Target, View};

/// What an event of the mouse asks for. The wheel moves what is under it, a click selects.
pub(super) fn action(view: &mut View, app: &App, screen: Rect, event: MouseEvent) -> Option<Action> {
    let target = view.target(screen, app, event.column, event.row)?;
    let step = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => return click(target),
        MouseEventKind::ScrollDown => Step::Down,
        MouseEventKind::ScrollUp => Step::Up,
        _ => return None,
    };
    match target {
        Target::ListRow(_) | Target::List => Some(Action::MoveList(step)),
        Target::Link(_) | Target::Detail => Some(Action::ScrollWheel(step)),
        Target::MenuRow(_) | Target::Layer => Some(Action::Move(step)),
        Target::Bar => None,
    }
}

fn click(target: Target) -> Option<Action> {
    match target {
        Target::ListRow(row) => Some(Action::SelectRow(row)),
        Target::Link(link) => Some(Action::ShowAddress(link)),
        Target::Detail => Some(Action::FocusDetail),
        Target::MenuRow(row) => Some(Action::TakeRow(row)),
        Target::List | Target::Layer | Target::Bar => None,
    }
}

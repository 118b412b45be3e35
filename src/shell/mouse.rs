//! The actions of mouse events, by the target under the pointer; while a line is dragged, by the pointer alone.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::action::{Action, Step};
use crate::ui::View;

/// The action of a mouse event; `None` if there is none.
pub(super) fn action(view: &mut View, app: &App, screen: Rect, event: MouseEvent) -> Option<Action> {
    if app.is_resizing() {
        return match event.kind {
            MouseEventKind::Drag(MouseButton::Left) => Some(Action::DragDivider(event.column)),
            MouseEventKind::Up(_) => Some(Action::ReleaseDivider),
            _ => None,
        };
    }
    let target = view.target(screen, app, event.column, event.row)?;
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => target.click(),
        MouseEventKind::ScrollDown => target.wheel(Step::Down),
        MouseEventKind::ScrollUp => target.wheel(Step::Up),
        _ => None,
    }
}

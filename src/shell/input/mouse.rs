//! The mouse as terminals report it: SGR (mode 1006), urxvt (1015) and the bytes of X10 (1000).

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

const SHIFT: u16 = 4;
const ALT: u16 = 8;
const CONTROL: u16 = 16;
const MOVING: u16 = 32;

/// The offset that urxvt and X10 add to each number, so that none is a control character.
const OFFSET: u16 = 32;

/// The event of an SGR report: the button with its flags, column and row from 1, and whether the
/// button was released.
pub(super) fn from_sgr(flags: u16, column: u16, row: u16, is_released: bool) -> Option<MouseEvent> {
    let mut event = event(flags, column, row)?;
    if is_released && let MouseEventKind::Down(button) = event.kind {
        event.kind = MouseEventKind::Up(button);
    }
    Some(event)
}

/// The event of an urxvt report.
pub(super) fn from_urxvt(flags: u16, column: u16, row: u16) -> Option<MouseEvent> {
    event(flags.checked_sub(OFFSET)?, column, row)
}

/// The event of an X10 report.
pub(super) fn from_bytes(bytes: [u8; 3]) -> Option<MouseEvent> {
    let [flags, column, row] = bytes.map(|byte| u16::from(byte).checked_sub(OFFSET));
    event(flags?, column?, row?)
}

/// `None` for buttons that are not known, and outside the screen: some terminals report a 0 there.
fn event(flags: u16, column: u16, row: u16) -> Option<MouseEvent> {
    let button = (flags & 0b11) | ((flags & 0b1100_0000) >> 4);
    let kind = match (button, flags & MOVING != 0) {
        (0, false) => MouseEventKind::Down(MouseButton::Left),
        (1, false) => MouseEventKind::Down(MouseButton::Middle),
        (2, false) => MouseEventKind::Down(MouseButton::Right),
        // Only SGR says which one.
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        (0, true) => MouseEventKind::Drag(MouseButton::Left),
        (1, true) => MouseEventKind::Drag(MouseButton::Middle),
        (2, true) => MouseEventKind::Drag(MouseButton::Right),
        (3, true) => MouseEventKind::Moved,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, flags & SHIFT != 0);
    modifiers.set(KeyModifiers::ALT, flags & ALT != 0);
    modifiers.set(KeyModifiers::CONTROL, flags & CONTROL != 0);
    Some(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers })
}

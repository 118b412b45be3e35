//! The keys as terminals send them: xterm, rxvt, the Linux console, and the protocols of `CSI u`.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers};
use vte::Params;

use super::mouse;

pub(super) const ESC: u8 = 0x1B;
/// ctrl-c.
pub(super) const INTERRUPT: u8 = 0x03;

/// The meaning of a control sequence.
#[derive(Debug)]
pub(super) enum Meaning {
    /// A key.
    Key(KeyEvent),
    /// A mouse or focus event.
    Event(Event),
    /// A paste follows.
    Paste,
    /// The three bytes of an X10 mouse report follow.
    Mouse,
    /// The letter of a function key of the Linux console follows.
    Console,
}

/// The key of a character.
pub(super) fn character(letter: char) -> KeyEvent {
    match letter {
        '\x7f' => KeyCode::Backspace.into(),
        // As crossterm reports it on Windows.
        _ if letter.is_uppercase() => KeyEvent::new(KeyCode::Char(letter), KeyModifiers::SHIFT),
        _ => KeyCode::Char(letter).into(),
    }
}

/// The key of a control character; `None` for C1.
pub(super) fn control(byte: u8) -> Option<KeyEvent> {
    let letter = match byte {
        0x00 => ' ',
        0x08 => return Some(KeyCode::Backspace.into()),
        b'\t' => return Some(KeyCode::Tab.into()),
        b'\r' | b'\n' => return Some(KeyCode::Enter.into()),
        0x01..=0x1A => char::from(byte - 1 + b'a'),
        // Terminals send these for ctrl-4 to ctrl-7 and for ctrl with \ ] ^ _.
        0x1C..=0x1F => char::from(byte - 0x1C + b'4'),
        _ => return None,
    };
    Some(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
}

/// The key of `SS3`, with the number of its modifiers: cursor and function keys, and the keypad in
/// its application mode. A small letter is a cursor key with ctrl in rxvt.
pub(super) fn single(byte: u8, modifiers: u16) -> Option<KeyEvent> {
    let code = match byte {
        b'a'..=b'd' => {
            let code = cursor(char::from(byte.to_ascii_uppercase()))?;
            return Some(KeyEvent::new(code, KeyModifiers::CONTROL));
        }
        b'I' => KeyCode::Tab,
        b'M' => KeyCode::Enter,
        b'R' => KeyCode::F(3),
        b'X' => KeyCode::Char('='),
        b' ' => KeyCode::Char(' '),
        // The keypad has the characters in the order of ASCII, from `*` to `9`.
        b'j'..=b'y' => KeyCode::Char(char::from(byte - b'j' + b'*')),
        _ => cursor(char::from(byte))?,
    };
    Some(modified(code, modifiers))
}

/// The key of `CSI [` and a letter: F1 to F5 on the Linux console.
pub(super) fn console(byte: u8) -> Option<KeyEvent> {
    matches!(byte, b'A'..=b'E').then(|| KeyCode::F(byte - b'A' + 1).into())
}

/// The meaning of a control sequence; `None` if it has none here, such as the answers of terminals.
pub(super) fn meaning(params: &Params, intermediates: &[u8], action: char) -> Option<Meaning> {
    let params = Numbers(params);
    let [first, second, third] = [0, 1, 2].map(|index| params.get(index, 0));
    match (intermediates, action) {
        (b"<", 'M' | 'm') => {
            let event = mouse::from_sgr(first, second, third, action == 'm');
            event.map(|event| Meaning::Event(Event::Mouse(event)))
        }
        ([_, ..], _) => None,
        (_, 'M') if params.is_empty() => Some(Meaning::Mouse),
        (_, 'M') => {
            let event = mouse::from_urxvt(first, second, third);
            event.map(|event| Meaning::Event(Event::Mouse(event)))
        }
        (_, '[') if params.is_empty() => Some(Meaning::Console),
        (_, 'I') if params.is_empty() => Some(Meaning::Event(Event::FocusGained)),
        (_, 'O') if params.is_empty() => Some(Meaning::Event(Event::FocusLost)),
        (_, '~') if first == 200 => Some(Meaning::Paste),
        // No key has more: kitty's are a code point, modifiers, and text.
        _ if params.0.iter().count() > 3 => None,
        _ => key(&params, action).map(Meaning::Key),
    }
}

fn key(params: &Numbers<'_>, action: char) -> Option<KeyEvent> {
    let [first, second, third] = [0, 1, 2].map(|index| params.get(index, 0));
    let kind = params.get(1, 1);
    let key = match action {
        // xterm's modifyOtherKeys.
        '~' if first == 27 => of_codepoint(third, 0, second)?,
        '~' => modified(editing(first)?, second),
        // rxvt has a final byte for each modifier.
        '^' => KeyEvent::new(editing(first)?, KeyModifiers::CONTROL),
        '@' => KeyEvent::new(editing(first)?, KeyModifiers::CONTROL | KeyModifiers::SHIFT),
        'a'..='d' => KeyEvent::new(cursor(action.to_ascii_uppercase())?, KeyModifiers::SHIFT),
        'u' => of_codepoint(first, params.get(0, 1), second)?,
        'Z' => {
            let key = modified(KeyCode::BackTab, second);
            KeyEvent { modifiers: key.modifiers | KeyModifiers::SHIFT, ..key }
        }
        _ if first <= 1 => modified(cursor(action)?, second),
        // Older terminals give the modifiers alone.
        _ if params.0.len() == 1 => modified(cursor(action)?, first),
        _ => return None,
    };
    Some(of_kind(key, kind))
}

/// The key of the letter that ends `CSI` or `SS3`. `R` is left out: with numbers before it, it is
/// also the answer to where the cursor is.
fn cursor(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'E' => KeyCode::KeypadBegin,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The key of the number before `~`.
fn editing(number: u16) -> Option<KeyCode> {
    let function = |before: u16| u8::try_from(number - before).ok().map(KeyCode::F);
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(10)?,
        17..=21 => function(11)?,
        23..=26 => function(12)?,
        28..=29 => function(13)?,
        31..=34 => function(14)?,
        _ => return None,
    })
}

/// The key of a code point, with what it is when shifted (0 if that was not sent), and the number of
/// its modifiers. The private code points are those of kitty.
fn of_codepoint(codepoint: u16, shifted: u16, modifiers: u16) -> Option<KeyEvent> {
    let letter = |codepoint: u16| {
        // The parser has 16 bits for a number: all that are higher come out as the highest.
        char::from_u32(u32::from(codepoint)).filter(|_| codepoint < u16::MAX)
    };
    let mut key = modified(KeyCode::Null, modifiers);
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    key.code = match codepoint {
        8 | 127 => KeyCode::Backspace,
        9 if shift => KeyCode::BackTab,
        9 => KeyCode::Tab,
        10 | 13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        57_344..=63_743 => functional(codepoint)?,
        _ if shift && shifted != 0 => KeyCode::Char(letter(shifted)?),
        _ => {
            let letter = letter(codepoint)?;
            let mut upper = letter.to_uppercase();
            match (upper.next(), upper.next()) {
                (Some(upper), None) if shift => KeyCode::Char(upper),
                _ => KeyCode::Char(letter),
            }
        }
    };
    (!matches!(key.code, KeyCode::Char(letter) if letter.is_control())).then_some(key)
}

/// The key of one of kitty's private code points; `None` for locks, media keys and modifiers alone.
fn functional(codepoint: u16) -> Option<KeyCode> {
    let offset = |first: u16| u8::try_from(codepoint - first).ok();
    Some(match codepoint {
        57_376..=57_398 => KeyCode::F(offset(57_376)? + 13),
        57_399..=57_408 => KeyCode::Char(char::from(offset(57_399)? + b'0')),
        57_409 => KeyCode::Char('.'),
        57_410 => KeyCode::Char('/'),
        57_411 => KeyCode::Char('*'),
        57_412 => KeyCode::Char('-'),
        57_413 => KeyCode::Char('+'),
        57_414 => KeyCode::Enter,
        57_415 => KeyCode::Char('='),
        57_416 => KeyCode::Char(','),
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_425 => KeyCode::Insert,
        57_426 => KeyCode::Delete,
        57_427 => KeyCode::KeypadBegin,
        _ => return None,
    })
}

/// A key with the number of its modifiers: one more than the sum of their bits, or 0 for none.
fn modified(code: KeyCode, number: u16) -> KeyEvent {
    let bits = number.saturating_sub(1);
    let mut key = KeyEvent::new(code, KeyModifiers::NONE);
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (1 << 1, KeyModifiers::ALT),
        (1 << 2, KeyModifiers::CONTROL),
        (1 << 3, KeyModifiers::SUPER),
        (1 << 4, KeyModifiers::HYPER),
        (1 << 5, KeyModifiers::META),
    ] {
        key.modifiers.set(modifier, bits & bit != 0);
    }
    key.state.set(KeyEventState::CAPS_LOCK, bits & (1 << 6) != 0);
    key.state.set(KeyEventState::NUM_LOCK, bits & (1 << 7) != 0);
    key
}

/// A key with kitty's number of its kind.
fn of_kind(key: KeyEvent, number: u16) -> KeyEvent {
    let kind = match number {
        2 => KeyEventKind::Repeat,
        3 => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    };
    KeyEvent { kind, ..key }
}

/// The numbers of a control sequence.
struct Numbers<'a>(&'a Params);

impl Numbers<'_> {
    /// A part of a number; 0 if it is not there.
    fn get(&self, index: usize, part: usize) -> u16 {
        self.0.iter().nth(index).and_then(|parts| parts.get(part)).copied().unwrap_or_default()
    }

    /// Whether there is no number; vte has a 0 then.
    fn is_empty(&self) -> bool {
        self.0.len() <= 1 && self.get(0, 0) == 0
    }
}

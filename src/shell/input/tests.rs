//! Every sequence, with every cut.

mod random;

use crossterm::event::{KeyEventKind, MouseButton, MouseEvent, MouseEventKind};

use super::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn letter(letter: char) -> Event {
    key(KeyCode::Char(letter), NONE)
}

fn click(kind: MouseEventKind, column: u16, row: u16) -> Event {
    Event::Mouse(MouseEvent { kind, column, row, modifiers: NONE })
}

/// The events of bytes that come in these pieces, and the pause after them.
fn events<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event> {
    let (mut parser, mut events) = (Parser::default(), Vec::new());
    for piece in pieces {
        parser.advance(piece, &mut events);
    }
    if parser.wait().is_some() {
        parser.expire(&mut events);
    }
    assert_eq!(parser.wait(), None, "after a pause nothing is incomplete");
    events
}

/// Checks the events of bytes, in one piece and in two, however they are cut.
#[track_caller]
fn assert_events(bytes: &[u8], wanted: &[Event]) {
    for cut in 0..=bytes.len() {
        let (before, after) = bytes.split_at(cut);
        assert_eq!(events([before, after]), wanted, "{:?} cut at {cut}", bytes.escape_ascii().to_string());
    }
    assert_eq!(events(bytes.chunks(1)), wanted, "{:?}", bytes.escape_ascii().to_string());
}

/// Checks sequences that are one key each, and that the key behind each is its own.
#[track_caller]
fn assert_keys(keys: &[(&str, KeyCode, KeyModifiers)]) {
    for &(bytes, code, modifiers) in keys {
        assert_events(bytes.as_bytes(), &[key(code, modifiers)]);
        // Sequences that only a pause ends have no key right behind them.
        if !matches!(bytes, "\x1b" | "\x1b[" | "\x1b]" | "\x1bO") {
            assert_events(format!("{bytes}q").as_bytes(), &[key(code, modifiers), letter('q')]);
        }
    }
}

#[test]
fn characters_with_and_without_alt() {
    use KeyCode::{Backspace, Char, Enter, Esc, PageUp, Tab, Up};
    assert_keys(&[
        ("a", Char('a'), NONE),
        ("A", Char('A'), SHIFT),
        ("é", Char('é'), NONE),
        ("漢", Char('漢'), NONE),
        ("🦀", Char('🦀'), NONE),
        (" ", Char(' '), NONE),
        ("\r", Enter, NONE),
        ("\n", Enter, NONE),
        ("\t", Tab, NONE),
        ("\x7f", Backspace, NONE),
        ("\x08", Backspace, NONE),
        ("\x01", Char('a'), CONTROL),
        ("\x03", Char('c'), CONTROL),
        ("\x18", Char('x'), CONTROL),
        ("\x1a", Char('z'), CONTROL),
        ("\0", Char(' '), CONTROL),
        ("\x1c", Char('4'), CONTROL),
        ("\x1f", Char('7'), CONTROL),
        ("\x1b", Esc, NONE),
        ("\x1bx", Char('x'), ALT),
        ("\x1bG", Char('G'), ALT | SHIFT),
        ("\x1b ", Char(' '), ALT),
        ("\x1b(", Char('('), ALT),
        ("\x1b\\", Char('\\'), ALT),
        ("\x1bé", Char('é'), ALT),
        ("\x1b\r", Enter, ALT),
        ("\x1b\x7f", Backspace, ALT),
        ("\x1b[", Char('['), ALT),
        ("\x1b]", Char(']'), ALT),
        ("\x1bO", Char('O'), ALT | SHIFT),
        ("\x1b\x1b[A", Up, ALT),
        ("\x1b\x1bOA", Up, ALT),
        ("\x1b\x1b[5~", PageUp, ALT),
    ]);
}

#[test]
fn keys_of_terminals() {
    use KeyCode::{
        BackTab, Char, Delete, Down, End, Enter, F, Home, Insert, KeypadBegin, Left, PageDown, PageUp, Right,
        Tab, Up,
    };
    assert_keys(&[
        ("\x1b[A", Up, NONE),
        ("\x1b[B", Down, NONE),
        ("\x1b[C", Right, NONE),
        ("\x1b[D", Left, NONE),
        ("\x1b[E", KeypadBegin, NONE),
        ("\x1b[F", End, NONE),
        ("\x1b[H", Home, NONE),
        ("\x1b[2~", Insert, NONE),
        ("\x1b[3~", Delete, NONE),
        ("\x1b[5~", PageUp, NONE),
        ("\x1b[6~", PageDown, NONE),
        ("\x1b[Z", BackTab, SHIFT),
        ("\x1bOA", Up, NONE),
        ("\x1bOD", Left, NONE),
        ("\x1bOF", End, NONE),
        ("\x1bOH", Home, NONE),
        ("\x1bOP", F(1), NONE),
        ("\x1bOQ", F(2), NONE),
        ("\x1bOR", F(3), NONE),
        ("\x1bOS", F(4), NONE),
        ("\x1b[P", F(1), NONE),
        ("\x1b[15~", F(5), NONE),
        ("\x1b[17~", F(6), NONE),
        ("\x1b[21~", F(10), NONE),
        ("\x1b[23~", F(11), NONE),
        ("\x1b[24~", F(12), NONE),
        ("\x1b[26~", F(14), NONE),
        ("\x1b[29~", F(16), NONE),
        ("\x1b[34~", F(20), NONE),
        ("\x1b[1;2A", Up, SHIFT),
        ("\x1b[1;3B", Down, ALT),
        ("\x1b[1;5A", Up, CONTROL),
        ("\x1b[1;8D", Left, SHIFT.union(ALT).union(CONTROL)),
        ("\x1b[5A", Up, CONTROL),
        ("\x1bO5A", Up, CONTROL),
        ("\x1b[3;5~", Delete, CONTROL),
        ("\x1b[1;2P", F(1), SHIFT),
        ("\x1b[24;6~", F(12), SHIFT.union(CONTROL)),
        // The keypad in its application mode.
        ("\x1bOM", Enter, NONE),
        ("\x1bOI", Tab, NONE),
        ("\x1bO ", Char(' '), NONE),
        ("\x1bOX", Char('='), NONE),
        ("\x1bOj", Char('*'), NONE),
        ("\x1bOk", Char('+'), NONE),
        ("\x1bOo", Char('/'), NONE),
        ("\x1bOp", Char('0'), NONE),
        ("\x1bOy", Char('9'), NONE),
        // rxvt, and the Linux console.
        ("\x1b[7~", Home, NONE),
        ("\x1b[8~", End, NONE),
        ("\x1b[1~", Home, NONE),
        ("\x1b[4~", End, NONE),
        ("\x1b[11~", F(1), NONE),
        ("\x1b[14~", F(4), NONE),
        ("\x1b[3^", Delete, CONTROL),
        ("\x1b[3@", Delete, CONTROL.union(SHIFT)),
        ("\x1b[a", Up, SHIFT),
        ("\x1bOd", Left, CONTROL),
        ("\x1b[[A", F(1), NONE),
        ("\x1b[[E", F(5), NONE),
    ]);
}

#[test]
fn keys_of_the_newer_protocols() {
    use KeyCode::{BackTab, Backspace, Char, Enter, Esc, F, Up};
    assert_keys(&[
        // modifyOtherKeys, and the keys of `CSI u`.
        ("\x1b[27;5;99~", Char('c'), CONTROL),
        ("\x1b[27;2;13~", Enter, SHIFT),
        ("\x1b[27;2;65~", Char('A'), SHIFT),
        ("\x1b[99;5u", Char('c'), CONTROL),
        ("\x1b[97u", Char('a'), NONE),
        ("\x1b[97;2u", Char('A'), SHIFT),
        ("\x1b[49:33;2u", Char('!'), SHIFT),
        ("\x1b[97;1:1;97u", Char('a'), NONE),
        ("\x1b[27u", Esc, NONE),
        ("\x1b[13;3u", Enter, ALT),
        ("\x1b[9;2u", BackTab, SHIFT),
        ("\x1b[127;5u", Backspace, CONTROL),
        ("\x1b[57414u", Enter, NONE),
        ("\x1b[57399u", Char('0'), NONE),
        ("\x1b[57376u", F(13), NONE),
        ("\x1b[1;1:1A", Up, NONE),
    ]);
    for (bytes, kind) in [("\x1b[97;1:2u", KeyEventKind::Repeat), ("\x1b[1;1:3A", KeyEventKind::Release)] {
        let events = events([bytes.as_bytes()]);
        assert!(matches!(&events[..], [Event::Key(key)] if key.kind == kind), "{events:?}");
    }
}

#[test]
fn answers_and_unknown_sequences_have_no_effect() {
    for bytes in [
        "\x1b[?2026;2$y",
        "\x1b[?997;1n",
        "\x1b[?1;0n",
        "\x1b[0n",
        "\x1b[?2;0;800;600S",
        "\x1b[12;40R",
        "\x1b[1;5R",
        "\x1b[?12;40R",
        "\x1b[?62;1;2;22c",
        "\x1b[>1;10;0c",
        "\x1b[=1c",
        "\x1b[8;35;120t",
        "\x1b[?1u",
        "\x1b[?5W",
        "\x1b[1;2;3;4A",
        "\x1b[99~",
        "\x1b[201~",
        "\x1b[0u",
        "\x1b[65535u",
        "\x1b[57441;2u",
        "\x1b[<0;0;0M",
        "\x1b[<0;1M",
        "\x1b[<999;1;1M",
        "\x1b[32;1m",
        "\x1b[1<2>3x",
        "\x1b[1;2 q",
        "\x1b[[Z",
        "\x1bOz",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1bP!|7E565445\x1b\\",
        "\x1bP0+r\x07",
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
        "\x1b]52;c;cQ==\x07",
        "\x1b]8;;é漢\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^private\x1b\\",
        "\x1bXstart\x1b\\",
        "\u{9b}\u{9d}",
    ] {
        assert_events(bytes.as_bytes(), &[]);
        assert_events(format!("{bytes}q").as_bytes(), &[letter('q')]);
        assert_events(format!("a{bytes}\x1b[B").as_bytes(), &[letter('a'), key(KeyCode::Down, NONE)]);
        // The Esc key right before an answer stays what it is.
        assert_events(
            format!("\x1b{bytes}q").as_bytes(),
            &match bytes {
                "\u{9b}\u{9d}" => vec![letter('q')],
                _ => vec![key(KeyCode::Esc, NONE), letter('q')],
            },
        );
    }
}

#[test]
fn what_is_unfinished_ends_with_a_pause_or_the_next_sequence() {
    for begun in [
        "\x1b[<65;2",
        "\x1b[1",
        "\x1b[?2026;2$",
        "\x1b[[",
        "\x1b[M",
        "\x1b[M !",
        "\x1bO5",
        "\x1b]11;rgb:",
        "\x1bP>|XTerm",
        "\x1b_G",
        "\x1b^a",
        "\x1bXa",
        "\x1b]11\x1b",
    ] {
        assert_events(begun.as_bytes(), &[]);
        let (mut parser, mut events) = (Parser::default(), Vec::new());
        parser.advance(begun.as_bytes(), &mut events);
        assert_eq!(parser.wait(), Some(SEQUENCE_WAIT), "{begun:?}");
        parser.expire(&mut events);
        parser.advance(b"q", &mut events);
        assert_eq!(events, [letter('q')], "{begun:?}");

        // ESC, CAN, SUB and ctrl-c need no pause.
        assert_events(format!("{begun}\x1b[B").as_bytes(), &[key(KeyCode::Down, NONE)]);
        for abort in ["\x18", "\x1a"] {
            assert_events(format!("{begun}{abort}q").as_bytes(), &[letter('q')]);
        }
        assert_events(format!("{begun}\x03").as_bytes(), &[interrupt_key()]);
    }
    assert_events(b"\x1b\x03", &[key(KeyCode::Esc, NONE), interrupt_key()]);
    assert_events(b"\xe2\x82\x03q", &[interrupt_key(), letter('q')]);
}

#[test]
fn a_sequence_has_a_longest_length() {
    for (begun, limit) in [("\x1b[", CONTROL_LIMIT), ("\x1b]", STRING_LIMIT), ("\x1bP", STRING_LIMIT)] {
        let digits = "1".repeat(limit + 1);
        assert_eq!(events([begun.as_bytes(), digits.as_bytes(), b"q"]), [letter('q')]);
    }
}

#[test]
fn escape_waits_and_then_is_a_key() {
    let (mut parser, mut events) = (Parser::default(), Vec::new());
    parser.advance(b"\x1b", &mut events);
    assert_eq!((parser.wait(), events.len()), (Some(ESCAPE_WAIT), 0));
    parser.advance(b"[B", &mut events);
    assert_eq!((parser.wait(), &events[..]), (None, &[key(KeyCode::Down, NONE)][..]));
    events.clear();
    parser.advance(b"\x1b", &mut events);
    parser.expire(&mut events);
    parser.advance(b"[B", &mut events);
    assert_eq!(events, [key(KeyCode::Esc, NONE), letter('['), key(KeyCode::Char('B'), SHIFT)]);

    let escape = key(KeyCode::Esc, NONE);
    assert_events(b"\x1b\x1b", &[escape.clone(), escape.clone()]);
    assert_events(b"\x1b\x1b\x1b[A", &[escape.clone(), key(KeyCode::Up, ALT)]);
    assert_events(b"\x1b\x1bx", &[escape.clone(), key(KeyCode::Char('x'), ALT)]);
    // A string that is cut off by another sequence than its terminator.
    assert_events(b"\x1b]11;\x1bx", &[key(KeyCode::Char('x'), ALT)]);
    assert_events(b"\x1b]11;\x1b\x1b", &[escape]);
}

#[test]
fn mouse_and_focus_in_every_form() {
    let left = MouseButton::Left;
    for (bytes, event) in [
        (&b"\x1b[<0;5;7M"[..], click(MouseEventKind::Down(left), 4, 6)),
        (b"\x1b[<0;5;7m", click(MouseEventKind::Up(left), 4, 6)),
        (b"\x1b[<32;5;7M", click(MouseEventKind::Drag(left), 4, 6)),
        (b"\x1b[<35;5;7M", click(MouseEventKind::Moved, 4, 6)),
        (b"\x1b[<64;500;7M", click(MouseEventKind::ScrollUp, 499, 6)),
        (b"\x1b[<65;5;7M", click(MouseEventKind::ScrollDown, 4, 6)),
        (b"\x1b[32;5;7M", click(MouseEventKind::Down(left), 4, 6)),
        (b"\x1b[M %'", click(MouseEventKind::Down(left), 4, 6)),
        (b"\x1b[M#%'", click(MouseEventKind::Up(left), 4, 6)),
        (b"\x1b[M`\xff\xfe", click(MouseEventKind::ScrollUp, 222, 221)),
        (b"\x1b[I", Event::FocusGained),
        (b"\x1b[O", Event::FocusLost),
    ] {
        assert_events(bytes, std::slice::from_ref(&event));
        assert_events(&[bytes, b"q"].concat(), &[event, letter('q')]);
    }
    let modified = events([&b"\x1b[<28;1;1M"[..]]);
    assert!(
        matches!(&modified[..], [Event::Mouse(mouse)] if mouse.modifiers == SHIFT | ALT | CONTROL),
        "{modified:?}"
    );
}

#[test]
fn a_paste_is_what_was_pasted() {
    let paste = |text: &str| Event::Paste(text.to_owned());
    for text in ["", "plain", "é漢🦀\n\tx", "\x1b[A\x1b[20\x1b\x1b[201", "a\x03b", "\x18\x1a\x7f\0", "a\x03"]
    {
        let bytes = format!("\x1b[200~{text}\x1b[201~q");
        assert_events(bytes.as_bytes(), &[paste(text), letter('q')]);
    }
    assert_events(b"\x1b[200~a\xffb\xe2\x82\x1b[201~", &[paste("ab")]);
    assert_events(b"\x1b\x1b[200~a\x1b[201~", &[key(KeyCode::Esc, NONE), paste("a")]);
    // Without its end.
    assert_events(b"\x1b[200~a\x1b[20", &[paste("a")]);
    assert_events(b"\x1b[200~ab\x03", &[paste("ab"), interrupt_key()]);
    for (begun, wait) in [("\x1b[200~a", PASTE_WAIT), ("\x1b[200~\x03", ESCAPE_WAIT)] {
        let mut parser = Parser::default();
        parser.advance(begun.as_bytes(), &mut Vec::new());
        assert_eq!(parser.wait(), Some(wait));
    }
    let long = vec![b'a'; 5 << 20];
    let events = events([b"\x1b[200~", &long[..], b"q\x1b[201~", b"q"]);
    let [Event::Paste(text), last] = &events[..] else { panic!("{} events", events.len()) };
    assert_eq!((text.len(), last), (4 << 20, &letter('q')));
}

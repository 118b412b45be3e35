//! Any bytes of a terminal, cut anywhere, leave the keyboard alive: after a pause, `q` is a key and so is ctrl-c.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mentor_tui::shell::input::Parser;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// More pauses than an input may need to end: each ends one thing.
const PAUSES: usize = 8;

fn keys_of(parser: &mut Parser, bytes: &[u8]) -> Vec<Event> {
    let mut events = Vec::new();
    parser.advance(bytes, &mut events);
    for _ in 0..PAUSES {
        if parser.wait().is_some() {
            parser.expire(&mut events);
        }
    }
    assert!(parser.wait().is_none(), "everything ends by itself");
    events
}

fuzz_target!(|data: &[u8]| {
    let mut parser = Parser::default();
    let Some((&cut, bytes)) = data.split_first() else { return };
    // Pieces of every size, and pauses between some of them.
    for (number, piece) in bytes.chunks(usize::from(cut % 7) + 1).enumerate() {
        let mut events = Vec::new();
        parser.advance(piece, &mut events);
        if cut.is_multiple_of(3) && number.is_multiple_of(5) && parser.wait().is_some() {
            parser.expire(&mut events);
        }
    }
    keys_of(&mut parser, b"");
    let key = |letter, modifiers| Event::Key(KeyEvent::new(KeyCode::Char(letter), modifiers));
    assert_eq!(keys_of(&mut parser, b"q"), [key('q', KeyModifiers::NONE)]);
    assert_eq!(keys_of(&mut parser, b"\x03"), [key('c', KeyModifiers::CONTROL)]);
});

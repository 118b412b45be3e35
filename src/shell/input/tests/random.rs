//! Random input with random cuts and pauses.

use proptest::prelude::*;

use super::*;

/// Bytes as they come from terminals: pieces of sequences, text, and anything else.
fn input() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        prop::sample::select(vec![
            "\x1b",
            "\x1b\x1b",
            "\x1b[",
            "\x1bO",
            "\x1b]",
            "\x1bP",
            "\x1b_",
            "\x1b[M",
            "\x1b[[",
            "\x1b[<",
            "1",
            ";",
            ":",
            "$",
            "?",
            "A",
            "~",
            "u",
            "M",
            "\x07",
            "\x1b\\",
            "\x18",
            "\x03",
            "\x1b[200~",
            "\x1b[201~",
            "é",
            "漢",
        ])
        .prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Bytes, cut at these places.
fn cut<'a>(bytes: &'a [u8], cuts: &[prop::sample::Index]) -> Vec<&'a [u8]> {
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
    places.sort_unstable();
    let ends = places.iter().copied().chain([bytes.len()]);
    ends.scan(0, |start, end| Some(&bytes[std::mem::replace(start, end)..end])).collect()
}

proptest! {
    #[test]
    fn cuts_make_no_difference(bytes in input(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        prop_assert_eq!(events(cut(&bytes, &cuts)), events([&bytes[..]]));
    }

    #[test]
    fn after_anything_and_a_pause_q_is_q(bytes in input(), pause in 0_usize..64) {
        let (mut parser, mut events) = (Parser::default(), Vec::new());
        let (before, after) = bytes.split_at(pause.min(bytes.len()));
        for piece in [before, after] {
            parser.advance(piece, &mut events);
            parser.expire(&mut events);
        }
        prop_assert_eq!(parser.wait(), None);
        parser.advance(b"q", &mut events);
        prop_assert_eq!(events.last(), Some(&letter('q')));
    }

    #[test]
    fn ctrl_c_gets_through_after_anything(bytes in input()) {
        let events = events([&bytes[..], &b"\x03"[..]]);
        prop_assert_eq!(events.last(), Some(&interrupt_key()));
    }

    #[test]
    fn typed_text_is_its_printable_characters(bytes in prop::collection::vec(any::<u8>(), 0..64), text: String,
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let mut bytes = [text.as_bytes(), &bytes].concat();
        bytes.retain(|byte| *byte != ESC);
        let typed: String = events(cut(&bytes, &cuts)).iter().filter_map(|event| match event {
            Event::Key(key) if !key.modifiers.contains(CONTROL) => key.code.as_char(),
            _ => None,
        }).collect();
        let is_printable = |letter: &char| !letter.is_control() && *letter != char::REPLACEMENT_CHARACTER;
        let printable: String = String::from_utf8_lossy(&bytes).chars().filter(is_printable).collect();
        prop_assert_eq!(typed, printable);
    }
}

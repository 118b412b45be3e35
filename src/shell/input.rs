//! Terminal input: cuts the bytes that a terminal sends into keys, mouse and focus events, and pastes.
//!
//! The parser has neither a file nor a clock, so that every sequence and every cut can be tested
//! without a terminal. The reader of the terminal feeds it with [`Parser::advance`], waits for more
//! bytes no longer than [`Parser::wait`] says, and calls [`Parser::expire`] when none came.
//!
//! Three rules hold for every input:
//!
//! - Each sequence ends: at its final byte or terminator, at the ESC of the next one, at CAN or SUB,
//!   at a length that no answer of a terminal has, or when the terminal pauses.
//! - A complete sequence that is no key, such as the answer to a query, has no effect.
//! - ctrl-c gets through from everywhere. In a paste, where the byte may be text, it does so when
//!   nothing follows it at once.

mod keys;
mod mouse;
mod paste;
#[cfg(test)]
mod tests;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use vte::{Params, Perform};

use keys::{ESC, INTERRUPT, Meaning};
use paste::Paste;

/// How long a lone ESC waits for the rest of a sequence before it is the Esc key. Long enough for
/// most connections, too short to be felt.
const ESCAPE_WAIT: Duration = Duration::from_millis(50);
/// How long a sequence that has begun waits for its next byte. Too short to be noticed.
const SEQUENCE_WAIT: Duration = Duration::from_millis(100);
/// How long a paste waits for its next byte: what comes after a paste was given up acts as keys, so
/// this covers the stalls of a slow connection.
const PASTE_WAIT: Duration = Duration::from_millis(500);

/// The most bytes of a control sequence.
const CONTROL_LIMIT: usize = 256;
/// The most bytes of a string (OSC, DCS, APC, PM, SOS). They are skipped, not kept.
const STRING_LIMIT: usize = 1 << 16;

const BEL: u8 = 0x07;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1A;

/// Cuts bytes into events; keeps what is incomplete until the rest comes.
#[derive(Default)]
pub struct Parser {
    place: Place,
    /// Whether the character that is being read came after ESC.
    alt: bool,
    /// Cuts control sequences and UTF-8. It is fresh at the beginning of each sequence.
    cutter: vte::Parser,
}

/// Where in the input the next byte belongs.
#[derive(Debug, Default)]
enum Place {
    /// Between sequences, maybe inside a UTF-8 character.
    #[default]
    Ground,
    /// After one ESC, or after two.
    Escape { twice: bool },
    /// In a control sequence (CSI) of so many bytes; `alt` if it began with two ESC.
    Control { alt: bool, length: usize },
    /// After SS3, with the modifiers that came since; `alt` if it began with two ESC.
    Single { alt: bool, modifiers: Option<u16> },
    /// In a string (OSC, DCS, APC, PM, SOS) of so many bytes, with the byte that began it.
    String { introducer: u8, length: usize },
    /// After an ESC in a string: its terminator, or what cuts it off.
    StringEscape,
    /// After `CSI [`, which the Linux console sends for F1 to F5.
    Console,
    /// After `CSI M`: the button, the column and the row in a byte each.
    Mouse { bytes: [u8; 3], length: usize },
    /// In a bracketed paste.
    Paste(Paste),
}

impl Parser {
    /// Takes bytes that arrived, and appends the events that they complete. How the bytes are cut
    /// into calls makes no difference.
    pub fn advance(&mut self, mut bytes: &[u8], events: &mut Vec<Event>) {
        while let Some((&byte, rest)) = bytes.split_first() {
            if let Place::Paste(paste) = &mut self.place {
                let (rest, is_complete) = paste.take(bytes);
                bytes = rest;
                if is_complete {
                    self.expire(events);
                }
            } else {
                bytes = rest;
                self.take(byte, events);
            }
        }
    }

    /// How long to wait for more bytes before [`Parser::expire`]; `None` if nothing is incomplete.
    pub fn wait(&self) -> Option<Duration> {
        match &self.place {
            Place::Ground => None,
            Place::Escape { .. } => Some(ESCAPE_WAIT),
            Place::Paste(paste) if paste.is_interrupted() => Some(ESCAPE_WAIT),
            Place::Paste(_) => Some(PASTE_WAIT),
            _ => Some(SEQUENCE_WAIT),
        }
    }

    /// Ends what is incomplete, because no byte came in the time that [`Parser::wait`] gave. An ESC
    /// is then the Esc key, and the beginning of a sequence a key with Alt; a paste is what came of it.
    pub fn expire(&mut self, events: &mut Vec<Event>) {
        match std::mem::take(&mut self.place) {
            Place::Escape { twice } => {
                events.extend(twice.then(escape_key));
                events.push(escape_key());
            }
            Place::Control { alt, length: 0 } => {
                events.extend(alt.then(escape_key));
                events.push(alt_key('['));
            }
            Place::Single { alt, modifiers: None } => {
                events.extend(alt.then(escape_key));
                events.push(alt_key('O'));
            }
            Place::String { introducer, length: 0 } => events.push(alt_key(char::from(introducer))),
            Place::Paste(paste) => {
                let is_interrupted = paste.is_interrupted();
                events.push(Event::Paste(paste.into_text()));
                events.extend(is_interrupted.then(interrupt_key));
            }
            _ => {}
        }
        self.restart();
    }

    /// Drops what is incomplete.
    fn restart(&mut self) {
        *self = Self::default();
    }

    fn take(&mut self, byte: u8, events: &mut Vec<Event>) {
        match byte {
            INTERRUPT => {
                if matches!(self.place, Place::Escape { .. }) {
                    self.expire(events);
                }
                self.restart();
                events.push(interrupt_key());
            }
            ESC => self.take_escape(events),
            CAN | SUB if !matches!(self.place, Place::Ground) => self.restart(),
            _ => self.take_other(byte, events),
        }
    }

    fn take_escape(&mut self, events: &mut Vec<Event>) {
        let place = match self.place {
            Place::Escape { twice } => {
                events.extend(twice.then(escape_key));
                Place::Escape { twice: true }
            }
            Place::String { .. } => Place::StringEscape,
            _ => Place::Escape { twice: false },
        };
        self.restart();
        self.place = place;
    }

    fn take_other(&mut self, byte: u8, events: &mut Vec<Event>) {
        match std::mem::take(&mut self.place) {
            Place::Ground => self.take_character(byte, events),
            Place::Escape { twice } => self.introduce(byte, twice, events),
            Place::Control { alt, length } => self.take_control(byte, alt, length, events),
            // Neither of these holds control characters: the sequence was cut off.
            Place::Single { .. } | Place::Console | Place::Mouse { .. } if byte < b' ' => {
                self.take_character(byte, events);
            }
            Place::Single { alt, modifiers: None } if byte.is_ascii_digit() => {
                self.place = Place::Single { alt, modifiers: Some(u16::from(byte - b'0')) };
            }
            Place::Single { alt, modifiers } => {
                let key = keys::single(byte, modifiers.unwrap_or_default());
                finish(key.map(Meaning::Key), alt, events);
            }
            Place::String { .. } if byte == BEL => {}
            Place::String { introducer, length } if length < STRING_LIMIT => {
                self.place = Place::String { introducer, length: length + 1 };
            }
            // ST is the terminator; any other sequence cuts the string off.
            Place::StringEscape if byte != b'\\' => self.introduce(byte, false, events),
            Place::Console => finish(keys::console(byte).map(Meaning::Key), false, events),
            Place::Mouse { mut bytes, length } => {
                bytes[length] = byte;
                if length + 1 < bytes.len() {
                    self.place = Place::Mouse { bytes, length: length + 1 };
                } else {
                    events.extend(mouse::from_bytes(bytes).map(Event::Mouse));
                }
            }
            Place::String { .. } | Place::StringEscape | Place::Paste(_) => {}
        }
    }

    /// Takes the first byte after ESC.
    fn introduce(&mut self, byte: u8, twice: bool, events: &mut Vec<Event>) {
        match byte {
            b'[' => {
                self.cutter.advance(&mut Control(None), &[ESC, byte]);
                self.place = Place::Control { alt: twice, length: 0 };
            }
            b'O' => self.place = Place::Single { alt: twice, modifiers: None },
            // ESC ESC is a key with Alt only before a key: here the first one was Esc.
            b']' | b'P' | b'X' | b'^' | b'_' => {
                events.extend(twice.then(escape_key));
                self.place = Place::String { introducer: byte, length: 0 };
            }
            _ => {
                events.extend(twice.then(escape_key));
                self.alt = true;
                self.take_character(byte, events);
            }
        }
    }

    fn take_character(&mut self, byte: u8, events: &mut Vec<Event>) {
        self.cutter.advance(&mut Typed { alt: &mut self.alt, events }, &[byte]);
    }

    fn take_control(&mut self, byte: u8, alt: bool, length: usize, events: &mut Vec<Event>) {
        let mut control = Control(None);
        self.cutter.advance(&mut control, &[byte]);
        if !matches!(byte, b'@'..=b'~') {
            if length < CONTROL_LIMIT {
                self.place = Place::Control { alt, length: length + 1 };
            } else {
                self.restart();
            }
            return;
        }
        // A control sequence that is cut after its final byte goes on in its own way.
        match control.0 {
            Some(Meaning::Paste) => self.place = Place::Paste(Paste::default()),
            Some(Meaning::Mouse) => self.place = Place::Mouse { bytes: [0; 3], length: 0 },
            Some(Meaning::Console) => self.place = Place::Console,
            _ => {}
        }
        finish(control.0, alt, events);
    }
}

/// Appends the event of a sequence. After two ESC it is a key with Alt; if it is no key, then the
/// first ESC was the Esc key, and what came right behind it something of the terminal's own.
fn finish(meaning: Option<Meaning>, alt: bool, events: &mut Vec<Event>) {
    match meaning {
        Some(Meaning::Key(mut key)) => {
            key.modifiers.set(KeyModifiers::ALT, alt || key.modifiers.contains(KeyModifiers::ALT));
            events.push(Event::Key(key));
        }
        other => {
            events.extend(alt.then(escape_key));
            if let Some(Meaning::Event(event)) = other {
                events.push(event);
            }
        }
    }
}

fn escape_key() -> Event {
    Event::Key(KeyCode::Esc.into())
}

fn interrupt_key() -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))
}

fn alt_key(letter: char) -> Event {
    let mut key = keys::character(letter);
    key.modifiers |= KeyModifiers::ALT;
    Event::Key(key)
}

/// Receives characters and control characters.
struct Typed<'a> {
    alt: &'a mut bool,
    events: &'a mut Vec<Event>,
}

impl Typed<'_> {
    fn push(&mut self, key: Option<KeyEvent>) {
        let alt = std::mem::take(self.alt);
        if let Some(key) = key {
            finish(Some(Meaning::Key(key)), alt, self.events);
        }
    }
}

impl Perform for Typed<'_> {
    fn print(&mut self, letter: char) {
        // vte prints the replacement character for bytes that are no UTF-8, and C1 if it came in pieces.
        let is_valid = letter != char::REPLACEMENT_CHARACTER && !matches!(letter, '\u{80}'..='\u{9f}');
        self.push(is_valid.then(|| keys::character(letter)));
    }

    fn execute(&mut self, byte: u8) {
        self.push(keys::control(byte));
    }
}

/// Receives a control sequence.
struct Control(Option<Meaning>);

impl Perform for Control {
    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], is_cut: bool, action: char) {
        self.0 = if is_cut { None } else { keys::meaning(params, intermediates, action) };
    }
}

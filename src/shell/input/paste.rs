//! A bracketed paste while it arrives.

use memchr::memchr;

use super::keys::{ESC, INTERRUPT};

/// Ends a paste.
const END: &[u8] = b"\x1b[201~";

/// The most bytes of a paste that are kept; the rest up to its end is dropped.
const LIMIT: usize = 1 << 22;

/// A paste while it arrives.
#[derive(Debug, Default)]
pub(super) struct Paste {
    text: Vec<u8>,
    /// How many bytes of [`END`] have arrived.
    matched: usize,
    /// Whether ctrl-c was the last byte.
    is_interrupted: bool,
}

impl Paste {
    /// Takes bytes up to the end of the paste; returns those behind it, and whether that end was there.
    pub(super) fn take<'a>(&mut self, mut bytes: &'a [u8]) -> (&'a [u8], bool) {
        if let Some(&last) = bytes.last() {
            self.is_interrupted = last == INTERRUPT;
        }
        while let Some((&byte, rest)) = bytes.split_first() {
            if self.matched == 0 {
                let (text, rest) = bytes.split_at(memchr(ESC, bytes).unwrap_or(bytes.len()));
                self.keep(text);
                self.matched = usize::from(!rest.is_empty());
                bytes = rest.get(1..).unwrap_or_default();
            } else if byte == END[self.matched] {
                self.matched += 1;
                bytes = rest;
                if self.matched == END.len() {
                    self.is_interrupted = false;
                    return (bytes, true);
                }
            } else {
                // ESC is only at the beginning of the end, so the next end can only begin here.
                let matched = std::mem::take(&mut self.matched);
                self.keep(&END[..matched]);
            }
        }
        (bytes, false)
    }

    /// Whether the last byte was ctrl-c: the keyboard's, unless more follows.
    pub(super) fn is_interrupted(&self) -> bool {
        self.is_interrupted
    }

    /// The text without the bytes that are no UTF-8, and without the ctrl-c that interrupted it.
    pub(super) fn into_text(mut self) -> String {
        if self.is_interrupted && self.text.last() == Some(&INTERRUPT) {
            self.text.pop();
        }
        String::from_utf8(self.text)
            .unwrap_or_else(|error| error.as_bytes().utf8_chunks().map(|chunk| chunk.valid()).collect())
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = LIMIT.saturating_sub(self.text.len());
        self.text.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }
}

//! Bytes to text, without losing any: byte order marks decide, then UTF-8, then Windows-1252.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::sniff;
use crate::model::Encoding;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    /// The mark promises UTF-16 (of this byte order), the rest does not keep it.
    BrokenUtf16(Encoding),
    /// It decodes, but to something that is no text.
    Binary,
}

/// The text that the bytes stand for, without the byte order mark, line ends kept.
pub(super) fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), Failure> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, Encoding::Utf16Be),
        marked if marked.starts_with(UTF8_MARK) => {
            Ok(utf8_or_latin1(marked[UTF8_MARK.len()..].to_vec(), Encoding::Utf8WithMark))
        }
        _ => Ok(utf8_or_latin1(bytes, Encoding::Utf8)),
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<(String, Encoding), Failure> {
    let decoder = if encoding == Encoding::Utf16Be { UTF_16BE } else { UTF_16LE };
    let text = decoder
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(Failure::BrokenUtf16(encoding))?;
    // UTF-32 starts with the mark of UTF-16 and then holds a NUL in every other place.
    if sniff::mostly_controls(text.chars().take(sniff::SAMPLE).map(u32::from)) {
        return Err(Failure::Binary);
    }
    Ok((text.into_owned(), encoding))
}

fn utf8_or_latin1(bytes: Vec<u8>, encoding: Encoding) -> (String, Encoding) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, encoding),
        // Every byte has a meaning in Windows-1252 as the web reads it, so nothing is lost.
        Err(error) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
            (text.into_owned(), Encoding::Latin1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, mark: u16, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "# Größe – 大きさ 🎉\r\n";
        let cases = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([UTF8_MARK, text.as_bytes()].concat(), Encoding::Utf8WithMark),
            (utf16(text, 0xFEFF, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, 0xFEFF, u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
        }
    }

    #[test]
    fn bytes_that_are_no_utf8_keep_a_character_each() {
        let (text, encoding) = decode(b"caf\xE9 \x93quoted\x94 \x81".to_vec()).unwrap();
        assert_eq!((text.as_str(), encoding), ("café “quoted” \u{81}", Encoding::Latin1));
        let every: Vec<u8> = (0..=255).collect();
        let (text, _) = decode(every).unwrap();
        assert_eq!(text.chars().collect::<std::collections::HashSet<_>>().len(), 256);
    }

    #[test]
    fn a_mark_before_bytes_that_are_no_utf8_is_still_no_text() {
        let (text, encoding) = decode(b"\xEF\xBB\xBFcaf\xE9".to_vec()).unwrap();
        assert_eq!((text.as_str(), encoding), ("café", Encoding::Latin1));
    }

    #[test]
    fn utf16_that_breaks_its_promise_is_refused() {
        let odd = decode(b"\xFF\xFEa\0b".to_vec());
        assert_eq!(odd, Err(Failure::BrokenUtf16(Encoding::Utf16Le)));
        let lone_surrogate = decode(b"\xFE\xFF\xD8\x00\x00a".to_vec());
        assert_eq!(lone_surrogate, Err(Failure::BrokenUtf16(Encoding::Utf16Be)));
    }

    #[test]
    fn utf32_is_not_taken_for_utf16() {
        let bytes: Vec<u8> = "\u{feff}# A title".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert_eq!(decode(bytes), Err(Failure::Binary));
    }
}

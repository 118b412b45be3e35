//! Tells text from binary data by the first bytes of a source.

/// How many bytes (of UTF-16: characters) from the start are examined.
pub(super) const SAMPLE: usize = 64 * 1024;

/// The most control characters that are ignored, however short the text is: an editor may have slipped.
const FORGIVEN: usize = 4;

/// Data is binary if more than one in this many characters is a control character. Of random or compressed bytes
/// one in nine is.
const SHARE: usize = 50;

/// The first bytes of well-known formats, with their names in words that follow "it is ".
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x7FELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\xCF\xFA\xED\xFE", "a program"),
    (b"\0asm", "a program"),
    (b"\x89PNG\r\n\x1A\n", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"\x1F\x8B", "compressed (gzip)"),
    (b"BZh", "compressed (bzip2)"),
    (b"\xFD7zXZ\0", "compressed (xz)"),
    (b"\x28\xB5\x2F\xFD", "compressed (zstd)"),
    (b"SQLite format 3\0", "a database"),
];

/// The kind of a source whose first bytes show that it is no text, in words that follow "it is "; `None` for text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let signature = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = signature {
        return Some(kind);
    }
    // UTF-16 is full of NULs as bytes; it is judged once it is decoded.
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let sample = bytes.iter().take(SAMPLE).map(|&byte| u32::from(byte));
    (!wide && mostly_controls(sample)).then_some("binary data")
}

/// Whether more of these bytes or characters are control characters than slip into a text. The ones
/// that texts have, and the escape of coloured output, do not count.
pub(super) fn mostly_controls(units: impl Iterator<Item = u32>) -> bool {
    let (mut all, mut controls) = (0, 0);
    for unit in units {
        all += 1;
        let of_text = matches!(unit, 0x08..=0x0D | 0x1B);
        controls += usize::from((unit < 0x20 && !of_text) || unit == 0x7F);
    }
    controls > FORGIVEN && controls * SHARE > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_stray_controls_are_still_text() {
        assert_eq!(binary(b"# A\0 title\x07\x01"), None);
        assert_eq!(binary(b""), None);
        assert_eq!(binary("日本語の文書\r\n\tと色\u{1b}[1m".repeat(40).as_bytes()), None);
        let one_in_a_hundred = format!("{}\0", "a".repeat(99)).repeat(50);
        assert_eq!(binary(one_in_a_hundred.as_bytes()), None);
    }

    #[test]
    fn what_nobody_wrote_to_be_read_is_named() {
        assert_eq!(binary(b"\x7FELF\x02\x01"), Some("a program"));
        assert_eq!(binary(b"\x89PNG\r\n\x1A\n\0\0"), Some("a PNG picture"));
        assert_eq!(binary(b"\x1F\x8B\x08"), Some("compressed (gzip)"));
        assert_eq!(binary(&[0; 100]), Some("binary data"));
        let scrambled: Vec<u8> =
            (0..4096_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
        assert_eq!(binary(&scrambled), Some("binary data"));
    }

    #[test]
    fn no_signature_hides_another() {
        for (at, (start, _)) in SIGNATURES.iter().enumerate() {
            let hidden = SIGNATURES[..at].iter().any(|(before, _)| start.starts_with(before));
            assert!(!hidden, "{start:?}");
        }
    }
}

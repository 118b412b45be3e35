//! Text in display cells: how wide it is, and how to make it fit.
//!
//! Widths are those that ratatui's `Buffer` gives the same string, grapheme by grapheme; a test
//! holds the two together.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::markdown::glyphs::CUT;

/// The grapheme that begins at a byte offset, which is where one ends or the text begins. None at
/// the end of the text. ASCII takes no table look-ups.
pub fn grapheme_at(text: &str, offset: usize) -> Option<&str> {
    match text.as_bytes().get(offset..)? {
        [] => None,
        // Nothing joins two ASCII characters but CR and LF.
        [first, rest @ ..]
            if first.is_ascii() && *first != b'\r' && rest.first().is_none_or(u8::is_ascii) =>
        {
            Some(&text[offset..=offset])
        }
        _ => text[offset..].graphemes(true).next(),
    }
}

/// The graphemes of a text with their byte offsets.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from;
        let grapheme = grapheme_at(text, start)?;
        from += grapheme.len();
        Some((start, grapheme))
    })
}

/// The width of one grapheme in display cells. Control characters have none: ratatui skips them.
pub fn grapheme_width(grapheme: &str) -> usize {
    if let [byte] = grapheme.as_bytes() {
        return usize::from(!byte.is_ascii_control());
    }
    if grapheme.contains(char::is_control) {
        return 0;
    }
    // Half-width sound marks extend a grapheme, and terminals give each a cell of its own.
    let sound_marks = grapheme.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    grapheme.width() + sound_marks
}

/// The width of a text in display cells.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    graphemes(text).map(|(_, grapheme)| grapheme_width(grapheme)).sum()
}

/// A text in at most `cells` display cells: itself, or its beginning and `…`.
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    let mut used = 0;
    // The end of what leaves a cell for the ellipsis.
    let mut keep = 0;
    for (start, grapheme) in graphemes(text) {
        used += grapheme_width(grapheme);
        if used > cells {
            let ellipsis = if cells == 0 { "" } else { CUT.as_str() };
            return Cow::Owned([&text[..keep], ellipsis].concat());
        }
        if used < cells {
            keep = start + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// The rest of a text behind its first `cells` display cells (more when a wide character
/// crosses that place).
pub fn skip(text: &str, cells: usize) -> &str {
    let mut used = 0;
    let start = graphemes(text).find(|(_, grapheme)| {
        let at = used;
        used += grapheme_width(grapheme);
        at >= cells
    });
    start.map_or("", |(start, _)| &text[start..])
}

/// A text in exactly `cells` display cells: cut, or filled with spaces on the right.
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const TEXTS: [&str; 12] = [
        "",
        "plain",
        "漢字",
        "ｶﾞ",
        "👩\u{200d}🚀",
        "☺\u{fe0f}",
        "e\u{301}",
        "\u{301}",
        "a\u{200b}b",
        "🇩🇪🇫🇷",
        "한글",
        "\u{b9a}\u{bbf}",
    ];

    fn drawn(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        usize::from(buffer.set_stringn(0, 0, text, usize::MAX, Style::new()).0)
    }

    #[test]
    fn width_is_what_ratatui_draws() {
        for text in TEXTS {
            assert_eq!(width(text), drawn(text), "{text:?}");
        }
    }

    #[test]
    fn cut_ends_with_an_ellipsis_and_splits_no_grapheme() {
        assert_eq!(cut("Kubernetes", 5), "Kube…");
        assert_eq!(cut("Kube", 4), "Kube");
        assert_eq!(cut("漢字漢字", 4), "漢…");
        assert_eq!(cut("ae\u{301}o\u{308}u", 3), "ae\u{301}…");
        assert_eq!(cut("漢", 1), "…");
        assert_eq!(cut("漢", 0), "");
        assert!(matches!(cut("e\u{301}", 1), Cow::Borrowed(_)));
    }

    #[test]
    fn pad_fills_what_cut_leaves() {
        assert_eq!(pad("a", 3), "a  ");
        assert_eq!(pad("漢字漢字", 4), "漢… ");
    }

    proptest! {
        #[test]
        fn any_text_measures_as_drawn_and_is_cut_to_fit(text in "\\PC{0,40}", cells in 0usize..50) {
            prop_assert_eq!(width(&text), drawn(&text));
            prop_assert!(width(&cut(&text, cells)) <= cells);
            prop_assert_eq!(width(&pad(&text, cells)), cells);
            let joined: String = graphemes(&text).map(|(_, grapheme)| grapheme).collect();
            let whole: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(graphemes(&text).map(|(_, grapheme)| grapheme).collect::<Vec<_>>(), whole);
            prop_assert_eq!(joined, text);
        }
    }
}

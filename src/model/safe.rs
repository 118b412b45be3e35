//! Text that may leave the program: which characters may, and a type that holds no others.
//!
//! A listing, a file name, a setting and an argument are all written by others. A terminal obeys
//! control characters and escape sequences, bidirectional controls show text in another order than it is
//! read, and invisible characters hide text in plain sight. [`shown`] decides for each character; [`safe`]
//! applies it to one line, and [`SafeText`] is the text of whole outputs.

mod text;

use std::borrow::Cow;

pub use text::{Mark, Marked, SafeText};

/// A text on one line that a terminal shows and never obeys.
///
/// Controls, line ends among them, each become U+FFFD, so that it stays visible that something was there; a
/// tab becomes a space; invisible characters are left out. Split lines first, where there may be several.
pub fn safe(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.contains(|c| shown(c) != Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

/// The character to write instead of one, on one line; `None` leaves it out.
pub fn shown(c: char) -> Option<char> {
    match c {
        ' '..='~' => Some(c),
        '\t' => Some(' '),
        _ if is_control(c) => Some(char::REPLACEMENT_CHARACTER),
        _ if is_invisible(c) => None,
        _ => Some(c),
    }
}

/// Whether a text has nothing but printable ASCII: the common case, which costs nothing.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a character does something instead of being shown: it has the category Cc (C0, DEL, C1), Zl or Zp
/// (line and paragraph separators), or the property `Bidi_Control`.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061C}'
                | '\u{200E}'..='\u{200F}'
                | '\u{2028}'..='\u{2029}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
        )
}

/// Whether a character has no shape and no place in a text that is read.
///
/// These are the characters with the property `Default_Ignorable_Code_Point` (DerivedCoreProperties.txt of
/// Unicode 16, unassigned ones included) and the marks of interlinear annotations, without those that scripts
/// and emoji are written with: joiners (U+200C, U+200D), variation selectors (also of Mongolian and of
/// ideographs), the combining grapheme joiner, fillers of Hangul syllables (U+115F, U+1160) and the inherent
/// vowels of Khmer. Tags (U+E0020–U+E007F) hide whole sentences and are left out; of their one honest use,
/// the flags of England, Scotland and Wales, the black flag stays.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206A}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}'
            | '\u{E01F0}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        assert_eq!(safe("a\u{1b}]8;;x\u{7}b"), "a\u{fffd}]8;;x\u{fffd}b");
        assert_eq!(safe("\u{9b}31m\u{7f}\u{85}"), "\u{fffd}31m\u{fffd}\u{fffd}");
        assert_eq!(safe("\u{202e}gnp\u{2066}\u{200f}\u{61c}"), "\u{fffd}gnp\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(safe("a\u{2028}b\u{2029}\n"), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(safe("a\tb"), "a b");
        assert_eq!(safe("\u{feff}zero\u{200b}width\u{2060}, \u{e0041}s\u{ad}oft"), "zerowidth, soft");
    }

    #[test]
    fn what_is_harmless_is_borrowed() {
        for text in
            ["", "plain ~ text", "naïve — “quoted”", "👩\u{200d}🚀 ☺\u{fe0f}", "می\u{200c}خواهم", "漢字"]
        {
            assert!(matches!(safe(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    /// The tables above against those of Unicode, character by character.
    #[test]
    fn the_tables_are_those_of_unicode() {
        let class = |pattern: &str| {
            let parsed = regex_syntax::parse(pattern).unwrap();
            let regex_syntax::hir::HirKind::Class(regex_syntax::hir::Class::Unicode(class)) = parsed.kind()
            else {
                panic!("{pattern} is no class of characters");
            };
            let ranges: Vec<_> = class.ranges().iter().map(|range| range.start()..=range.end()).collect();
            move |c: char| ranges.iter().any(|range| range.contains(&c))
        };
        let control = class(r"[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]");
        let ignorable = class(r"[\p{Default_Ignorable_Code_Point}\x{FFF9}-\x{FFFB}]");
        let of_scripts =
            class(r"[\x{200C}\x{200D}\p{Variation_Selector}\x{034F}\x{115F}\x{1160}\x{17B4}\x{17B5}]");
        // Formats that are seen: numbers and abbreviations in Arabic and Syriac, Kaithi, hieroglyphs.
        let visible = class(r"[\p{Prepended_Concatenation_Mark}\x{13430}-\x{1343F}]");
        for c in char::MIN..=char::MAX {
            assert_eq!(is_control(c), control(c), "{c:?}");
            assert_eq!(is_invisible(c), ignorable(c) && !control(c) && !of_scripts(c), "{c:?}");
        }
        let format = class(r"\p{Cf}");
        let kept = (char::MIN..=char::MAX).filter(|&c| format(c) && shown(c) == Some(c) && !visible(c));
        assert_eq!(kept.collect::<Vec<_>>(), ['\u{200C}', '\u{200D}'], "the formats that stay");
    }
}

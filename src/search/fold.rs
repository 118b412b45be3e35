//! Folding: text as it is compared, byte for byte as long as the text it came from.

use nucleo_matcher::chars;

/// The letter as it is compared when case matters: without its accent.
pub(super) fn plain(letter: char) -> char {
    chars::normalize(letter)
}

/// The letter as it is compared when case does not matter. Always as many bytes in UTF-8 as
/// [`plain`] gives, so that one offset is good for both.
pub(super) fn lower(letter: char) -> char {
    let plain = plain(letter);
    let lower = chars::to_lower_case(plain);
    if lower.len_utf8() == plain.len_utf8() { lower } else { plain }
}

/// Whether it is an accent by itself, which stands behind its letter and is nothing in a comparison.
pub(super) fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether a letter belongs to a token; `+` and `#` do, so that `c++` is not `c`.
pub(super) fn is_token_char(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '+' | '#' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_foldings_of_every_letter_have_the_same_length() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(plain(letter).len_utf8(), lower(letter).len_utf8(), "{letter:?}");
        }
        assert_eq!(lower('É'), 'e');
        assert_eq!(plain('É'), 'E');
    }
}

//! Tokens: which letters belong to a word that is looked for.

/// Whether a letter belongs to a token; `+` and `#` do, so that `c++` is not `c`.
pub(super) fn is_token_char(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '+' | '#' | '_')
}

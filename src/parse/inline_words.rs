//! Plain words out of inline Markdown.

use crate::markdown::inline;

/// The words of a piece of Markdown, without the marks that are left around them.
pub(super) fn inline_words(markdown: &str) -> String {
    inline::plain(markdown).trim_matches(['*', '_', ' ']).to_owned()
}

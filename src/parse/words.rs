//! The words of labels in one form: case, plural, punctuation and what stands in parentheses make no
//! difference.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for the words of a label: labels with the same words in one form have the same.
pub(super) fn key(label: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded(label).hash(&mut hasher);
    hasher.finish()
}

/// The words of a label in one form, as [`fold`] writes them.
pub(super) fn folded(label: &str) -> String {
    let mut words = String::new();
    fold(label, &mut words, usize::MAX);
    words
}

/// Writes the words of a label in one form: lower case, `camelCase` split, singular, without what
/// stands in parentheses, without the word "and", one space between two words. Stops once the words
/// are longer than `limit` bytes: a title is no label, however it goes on.
pub(super) fn fold(label: &str, out: &mut String, limit: usize) {
    out.clear();
    let (mut word, mut depth, mut small) = (0, 0_usize, false);
    for c in label.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_ascii_alphanumeric() => {
                if small && c.is_ascii_uppercase() {
                    word = end_word(out, word);
                }
                small = c.is_ascii_lowercase();
                out.push(c.to_ascii_lowercase());
                continue;
            }
            _ if c.is_alphanumeric() => {
                if small && c.is_uppercase() {
                    word = end_word(out, word);
                }
                small = c.is_lowercase();
                out.extend(c.to_lowercase());
                continue;
            }
            '\'' | '’' => continue,
            _ => {
                word = end_word(out, word);
                if word > limit {
                    return;
                }
            }
        }
        small = false;
    }
    end_word(out, word);
    out.truncate(out.trim_end().len());
}

/// Ends the word that begins at `start`: singular, and `None` when it says nothing. Gives the
/// offset where the next word begins.
fn end_word(out: &mut String, start: usize) -> usize {
    let word = &out[start..];
    if word == "and" {
        out.truncate(start);
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        out.pop();
    }
    if out.len() > start {
        out.push(' ');
    }
    out.len()
}

//! The words of labels in one form: case, plural, punctuation and what stands in parentheses make no
//! difference.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for the words of a label: labels with the same words in one form have the same.
pub(super) fn key(label: &str) -> u64 {
    number(&folded(label))
}

/// The number of words in one form.
pub(super) fn number(folded: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded.hash(&mut hasher);
    hasher.finish()
}

/// The words of a text in one form.
pub(super) fn each(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(folded);
    std::iter::from_fn(move || {
        let text = rest?;
        // Words are short: a loop finds their ends sooner than a search does.
        let end = text.bytes().position(|byte| byte == b' ');
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// How many words a text in one form has; one where it is empty.
pub(super) fn count(folded: &str) -> usize {
    folded.bytes().filter(|byte| *byte == b' ').count() + 1
}

/// How many labels are remembered with their numbers.
const REMEMBERED: usize = 32;

/// Tells the numbers of labels, and remembers some: the same come again and again.
#[derive(Debug, Default)]
pub(super) struct Numbers<'a> {
    seen: Vec<(&'a str, u64)>,
    /// Room to fold a label in.
    room: String,
}

impl<'a> Numbers<'a> {
    /// The number of a label, as [`key`] tells it.
    pub(super) fn of(&mut self, label: &'a str) -> u64 {
        if let Some(&(_, number)) = self.seen.iter().find(|(seen, _)| *seen == label) {
            return number;
        }
        fold(label, &mut self.room, usize::MAX);
        let number = number(&self.room);
        if self.seen.len() < REMEMBERED {
            self.seen.push((label, number));
        }
        number
    }
}

/// The words of a label in one form, as [`fold`] writes them.
pub(super) fn folded(label: &str) -> String {
    // Room for the space behind the last word, too.
    let mut words = String::with_capacity(label.len() + 1);
    fold(label, &mut words, usize::MAX);
    words
}

/// Writes the words of a label in one form: lower case, `camelCase` split, singular, without what
/// stands in parentheses, without the word "and", one space between two words. Stops once the words
/// are longer than `limit` bytes: a title is no label, however it goes on.
pub(super) fn fold(label: &str, out: &mut String, limit: usize) {
    out.clear();
    let (mut word, mut depth, mut small) = (0, 0_usize, false);
    let mut rest = label;
    while let Some(c) = rest.chars().next() {
        if depth == 0 && c.is_ascii_lowercase() {
            // Most letters come in runs that stay as they are.
            let run = rest.bytes().take_while(u8::is_ascii_lowercase).count();
            out.push_str(&rest[..run]);
            small = true;
            rest = &rest[run..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_ascii_alphanumeric() => {
                if small && c.is_ascii_uppercase() {
                    word = end_word(out, word);
                }
                small = false;
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

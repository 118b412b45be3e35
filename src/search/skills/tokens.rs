//! Tokens: the words of a text as they are compared, and what stands between them.

use std::ops::Range;

use crate::model::fold;

/// The text before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing or white space.
    Space,
    /// A hyphen or an underscore, without space: one word, mostly.
    Hyphen,
    /// A dot, without space: one word, as in `node.js`.
    Dot,
    Slash,
    /// The end of a sentence.
    Stop,
    /// All else: what is before it and what is after it are two things.
    Break,
}

/// A word in place.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it stands in the text, in bytes.
    pub(super) place: Range<usize>,
    pub(super) gap: Gap,
    /// Where it stands among the folded words.
    folded: Range<usize>,
}

/// The words of a text.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    /// The words, in order.
    pub(super) list: Vec<Token>,
    folded: String,
}

impl<'t> Tokens<'t> {
    /// The words of a text.
    pub(super) fn of(text: &'t str) -> Self {
        let mut tokens = Self { text, list: Vec::new(), folded: String::with_capacity(text.len()) };
        let mut at = 0;
        while let Some(place) = next_word(text, at) {
            let gap = if tokens.list.is_empty() { Gap::Break } else { gap(&text[at..place.start]) };
            at = place.end;
            let start = tokens.folded.len();
            tokens.folded.push_str(&fold::text(&text[place.clone()]));
            tokens.list.push(Token { place, gap, folded: start..tokens.folded.len() });
        }
        tokens
    }

    /// The word with this number as it is compared; `None` when there is none.
    pub(super) fn word(&self, number: usize) -> &str {
        self.list.get(number).map_or("", |token| &self.folded[token.folded.clone()])
    }

    /// The word with this number as it is written.
    pub(super) fn written(&self, number: usize) -> &'t str {
        self.list.get(number).map_or("", |token| &self.text[token.place.clone()])
    }

    /// The gap before the word with this number; a break at the end of the text.
    pub(super) fn gap(&self, number: usize) -> Gap {
        self.list.get(number).map_or(Gap::Break, |token| token.gap)
    }
}

/// Letters without what makes them a plural: of names (`redis`) too, which makes no difference where
/// both sides of a comparison went through here.
pub(super) fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && !stem.ends_with('s') => stem,
        _ => word,
    }
}

/// A letter of East Asian width as the letter that it is.
fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    }
}

/// Whether a letter belongs to a word. Han, Kana and Hangul stand without spaces beside names in
/// Latin letters, and no name of a skill is written in them.
fn is_letter(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    let letter = half_width(letter);
    letter.is_alphanumeric() && !matches!(letter, '\u{2E80}'..='\u{FFEF}')
}

/// Where the next word stands, at `from` or after it: letters and digits, `++` and `#` at their end
/// (`c++`), a dot before them where nothing is (`.net`).
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let first = from + text[from..].find(is_letter)?;
    let rest = &text[first..];
    let mut end = first + rest.find(|letter| !is_letter(letter)).unwrap_or(rest.len());
    end += suffix(&text[end..]);
    let dotted = text[from..first].ends_with('.')
        && text[first..].starts_with(char::is_alphabetic)
        && !text[..first - 1].ends_with(|before: char| before == '.' || is_letter(before));
    Some(if dotted { first - 1 } else { first }..end)
}

/// How many bytes at the beginning of a text belong to the word before it.
fn suffix(rest: &str) -> usize {
    let mut letters = rest.chars();
    match (letters.next().map(half_width), letters.next().map(half_width)) {
        (Some('+'), Some('+')) => rest.len() - letters.as_str().len(),
        (Some('#'), after) if !after.is_some_and(is_letter) => rest.chars().next().map_or(0, char::len_utf8),
        _ => 0,
    }
}

fn gap(between: &str) -> Gap {
    let trimmed = between.trim();
    match trimmed {
        "" => Gap::Space,
        "-" | "\u{2010}" | "\u{2011}" | "_" if between.len() == trimmed.len() => Gap::Hyphen,
        "." if between.len() == trimmed.len() => Gap::Dot,
        "/" | "／" => Gap::Slash,
        _ if trimmed.starts_with(['.', '!', '?', '。']) => Gap::Stop,
        _ => Gap::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        (0..tokens.list.len()).map(|number| tokens.word(number).to_owned()).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        assert_eq!(words("C++17, C#; .NET (Node.js)"), ["c++", "17", "c#", ".net", "node", "js"]);
        assert_eq!(words("TypeScript+React #1 etc. Go"), ["typescript", "react", "1", "etc", "go"]);
        assert_eq!(words("Ｃ＋＋（Ｇｏ）和Rust语言 Café"), ["c++", "go", "rust", "cafe"]);
        assert!(words(" …. ").is_empty());
    }

    #[test]
    fn gaps_tell_one_thing_from_two() {
        use Gap::{Break, Dot, Hyphen, Slash, Space, Stop};
        let gaps = |text| Tokens::of(text).list.into_iter().map(|token| token.gap).collect::<Vec<_>>();
        assert_eq!(
            gaps("a b-c.d/e / f - g. h (i"),
            [Break, Space, Hyphen, Dot, Slash, Slash, Break, Stop, Break]
        );
    }

    #[test]
    fn plurals_are_the_same_word() {
        for (word, stem) in
            [("llms", "llm"), ("apis", "api"), ("redis", "redi"), ("js", "js"), ("aws", "aws")]
        {
            assert_eq!(singular(word), stem);
        }
        assert_eq!(singular("less"), "less");
    }
}

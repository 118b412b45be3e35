//! Word by word: the words of a text that went and those that came, whatever white space stands between them.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Texts that differ in more words than this are not compared word by word, for the time would grow with the
/// square of their length: all of the old words went then, and all of the new ones came.
const COMPARED: usize = 1024;

/// Signs that stand beside a word and are none of it.
const SIGNS: &[char] = &[',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”'];

/// The fate of a part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands in both.
    Kept,
    /// It stood in the old text.
    Gone,
    /// It stands in the new text.
    Came,
}

/// A part of two texts. Those that were kept and those that came, one after the other, are the new text with single
/// spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub fate: Fate,
    /// Its words. It begins with a space where one stands before it.
    pub text: String,
}

/// A word, or a sign beside one.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    /// Whether it follows the one before without a space.
    is_glued: bool,
}

/// Whether two texts have the same words.
pub fn is_same(old: &str, new: &str) -> bool {
    old == new || tokens(old).map(|token| token.text).eq(tokens(new).map(|token| token.text))
}

/// The words of a text, each as often as it stands there, without the spaces between them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).map(|token| token.text)
}

/// The parts of two texts, in order. No two neighbours have the same fate.
pub fn parts(old: &str, new: &str) -> Vec<Part> {
    let (old, new): (Vec<_>, Vec<_>) = (tokens(old).collect(), tokens(new).collect());
    let same = |(one, other): &(&Token<'_>, &Token<'_>)| one.text == other.text;
    let begin = old.iter().zip(&new).take_while(same).count();
    let end = old[begin..].iter().rev().zip(new[begin..].iter().rev()).take_while(same).count();
    let between = (begin..old.len() - end, begin..new.len() - end);
    let mut parts = Parts::default();
    parts.add(Fate::Kept, &new[..begin]);
    for (fate, range) in fates(&old[between.0.clone()], &new[between.1.clone()]) {
        let tokens = if fate == Fate::Gone { &old[between.0.clone()] } else { &new[between.1.clone()] };
        parts.add(fate, &tokens[range]);
    }
    parts.add(Fate::Kept, &new[between.1.end..]);
    parts.0
}

/// The same parts with no more than so many words of what was kept beside each change. What is left out is an
/// ellipsis.
pub fn excerpt(parts: &[Part], words: usize, ellipsis: &str) -> Vec<Part> {
    let last = parts.len().saturating_sub(1);
    let shortened = parts.iter().enumerate().map(|(at, part)| {
        let (before, after) = (at > 0, at < last);
        if part.fate != Fate::Kept {
            return part.clone();
        }
        Part { text: shortened(&part.text, (before, after), words, ellipsis), ..*part }
    });
    shortened.collect()
}

/// A text without its middle, or without its end that no change is beside.
fn shortened(text: &str, (before, after): (bool, bool), most: usize, ellipsis: &str) -> String {
    let all: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let kept = most * (usize::from(before) + usize::from(after));
    if all.len() <= kept + 1 {
        return text.to_owned();
    }
    let lead = if text.starts_with(' ') { " " } else { "" };
    let head = if before { all[..most].join(" ") } else { String::new() };
    let tail = if after { all[all.len() - most..].join(" ") } else { String::new() };
    let middle = [head.as_str(), ellipsis, tail.as_str()].into_iter().filter(|part| !part.is_empty());
    format!("{lead}{}", middle.collect::<Vec<_>>().join(" "))
}

/// The fates of the tokens that two texts do not begin or end with together.
fn fates(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<(Fate, Range<usize>)> {
    if old.len() + new.len() > COMPARED {
        return vec![(Fate::Gone, 0..old.len()), (Fate::Came, 0..new.len())];
    }
    let mut numbers = HashMap::new();
    let mut numbered = |tokens: &[Token<'_>]| -> Vec<usize> {
        let mut all = Vec::with_capacity(tokens.len());
        for token in tokens {
            let next = numbers.len();
            all.push(*numbers.entry(token.text.to_owned()).or_insert(next));
        }
        all
    };
    let (old, new) = (numbered(old), numbered(new));
    let fates = capture_diff_slices(Algorithm::Myers, &old, &new).into_iter().flat_map(|operation| {
        let (of_old, of_new) = (operation.old_range(), operation.new_range());
        match operation {
            DiffOp::Equal { .. } => vec![(Fate::Kept, of_new)],
            DiffOp::Delete { .. } => vec![(Fate::Gone, of_old)],
            DiffOp::Insert { .. } => vec![(Fate::Came, of_new)],
            DiffOp::Replace { .. } => vec![(Fate::Gone, of_old), (Fate::Came, of_new)],
        }
    });
    fates.collect()
}

/// Parts that are put together.
#[derive(Default)]
struct Parts(Vec<Part>);

impl Parts {
    fn add(&mut self, fate: Fate, tokens: &[Token<'_>]) {
        for token in tokens {
            let space = if token.is_glued || self.0.is_empty() { "" } else { " " };
            match self.0.last_mut().filter(|last| last.fate == fate) {
                Some(last) => last.text += &format!("{space}{}", token.text),
                None => self.0.push(Part { fate, text: format!("{space}{}", token.text) }),
            }
        }
    }
}

/// The words of a text, and the signs beside them.
fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    text.split_whitespace().flat_map(|word| {
        let bare = word.trim_matches(SIGNS);
        let start = word.len() - word.trim_start_matches(SIGNS).len();
        let (before, after) = word.split_at(start);
        let after = &after[bare.len()..];
        let signs = |text: &'_ str| -> Vec<(usize, usize)> {
            text.char_indices().map(|(at, sign)| (at, at + sign.len_utf8())).collect()
        };
        let mut all: Vec<&str> = signs(before).into_iter().map(|(from, to)| &before[from..to]).collect();
        all.extend((!bare.is_empty()).then_some(bare));
        all.extend(signs(after).into_iter().map(|(from, to)| &after[from..to]));
        all.into_iter().enumerate().map(|(at, text)| Token { text, is_glued: at > 0 })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The parts of two texts, as `[-gone-]` and `{+came+}`.
    fn marked(parts: &[Part]) -> String {
        let mark = |part: &Part| match part.fate {
            Fate::Kept => part.text.clone(),
            Fate::Gone => format!("[-{}-]", part.text),
            Fate::Came => format!("{{+{}+}}", part.text),
        };
        parts.iter().map(mark).collect()
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        assert_eq!(marked(&parts(old, new)), expected);
    }

    #[test]
    fn words_that_went_and_came_are_told() {
        check("a net with holes", "a net without holes", "a net[- with-]{+ without+} holes");
        check("one two", "two", "[-one-] two");
        check("two", "one two", "{+one+} two");
        check("Go, React", "Go, React, Kubernetes", "Go, React{+, Kubernetes+}");
        check("90 hours", "175 hours (large)", "[-90-]{+ 175+} hours{+ (large)+}");
        check("", "new", "{+new+}");
        check("old", "", "[-old-]");
    }

    #[test]
    fn spaces_are_no_change() {
        check("a\n b\tc", "a b  c ", "a b c");
        assert!(is_same("foo (bar)", "foo\n(bar )") && !is_same("foo bar", "foobar"));
    }

    #[test]
    fn an_excerpt_has_the_words_around_each_change() {
        let (old, new) = ("a b c d e f g h x i j k l m n o p", "a b c d e f g h y i j k l m n o q");
        let shown = excerpt(&parts(old, new), 2, "…");
        assert_eq!(marked(&shown), "… g h[- x-]{+ y+} i j … n o[- p-]{+ q+}");
        assert_eq!(marked(&excerpt(&parts("a b", "a c"), 2, "…")), "a[- b-]{+ c+}");
    }

    #[test]
    fn texts_that_have_too_little_in_common_are_told_whole() {
        let words = |from: usize| (from..from + COMPARED).map(|at| format!("w{at}")).collect::<Vec<_>>();
        let (old, new) = (words(0).join(" "), words(COMPARED / 2).join(" "));
        let fates: Vec<_> = parts(&old, &new).iter().map(|part| part.fate).collect();
        assert_eq!(fates, [Fate::Gone, Fate::Came]);
    }

    proptest! {
        #[test]
        fn the_parts_are_both_texts(old in "[ab,( é]{0,20}", new in "[ab,( é]{0,20}") {
            let parts = parts(&old, &new);
            let of = |other: Fate| parts.iter().filter(move |part| part.fate != other).map(|part| part.text.as_str());
            prop_assert!(is_same(&of(Fate::Gone).collect::<String>(), &new), "{parts:?}");
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&of(Fate::Came).collect::<String>()), bare(&old));
            prop_assert_eq!(parts.iter().all(|part| part.fate == Fate::Kept), is_same(&old, &new));
            prop_assert!(parts.windows(2).all(|pair| pair[0].fate != pair[1].fate));
        }
    }
}

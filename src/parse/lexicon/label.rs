//! Labels: what their words mean.

use super::meaning::Meaning;
use super::table::{LEXICON, class};
use crate::model::FieldKind;
use crate::parse::words;

/// A label has at most so many words: a longer one is a sentence.
const MOST_WORDS: usize = 10;
/// A label in a script without spaces has at most so many characters.
const MOST_CHARACTERS: usize = 14;

/// Whether a text has characters of a script that puts no spaces between words.
fn is_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// The words that labels may begin with.
pub(in crate::parse) fn words() -> impl Iterator<Item = &'static str> {
    let known = class::HEADS | class::MODIFIER;
    LEXICON.words().filter(move |(_, classes)| classes & known != 0).map(|(word, _)| word)
}

/// Whether a folded label stands in the lexicon as a whole.
pub(in crate::parse) fn is_phrase(label: &str) -> bool {
    LEXICON.phrase(label).is_some()
}

/// The meaning of a label by its words, or `None` where they say nothing. `label` is folded.
pub(in crate::parse) fn meaning(label: &str) -> Option<Meaning> {
    let lexicon = &*LEXICON;
    if let Some(meaning) = lexicon.phrase(label) {
        return Some(meaning);
    }
    if is_unspaced(label) {
        let short = label.chars().count() <= MOST_CHARACTERS;
        let contains = |(_, word): &&(Meaning, &str)| label.contains(word);
        return lexicon.contained.iter().find(contains).filter(|_| short).map(|&(meaning, _)| meaning);
    }
    let count = words::count(label);
    if label.is_empty() || count > MOST_WORDS {
        return None;
    }
    let known = class::HEADS | class::MODIFIER | class::NOT_MENTORS;
    let (mut room, mut unknown, mut all, mut last) = ([""; MOST_WORDS], 0, 0, 0);
    let words = &mut room[..count];
    for (slot, word) in words.iter_mut().zip(words::each(label)) {
        last = lexicon.classes(word);
        unknown += usize::from(last & known == 0);
        // Most titles end here, after a few words.
        if unknown > (if count <= 4 { 1 } else { count / 3 }) {
            return None;
        }
        all |= last;
        *slot = word;
    }
    let words = &*words;
    let is_sure = all & (class::MENTORS | class::DIFFICULTY) != 0
        || words.len() == 2 && last & (class::SKILLS | class::SIZE | class::OUTCOME) != 0;
    // `background` and `language` are as often what an idea is about.
    let is_vague = matches!(*words.last()?, "background" | "language" | "stack");
    if unknown > 0 && words.len() <= 2 && (!is_sure || is_vague) {
        return None;
    }
    let meaning = of_heads(words, all, last)?;
    // These heads are words of prose, too: only modifiers may stand around them.
    let is_doubtful = matches!(
        meaning,
        Meaning::Field(FieldKind::Description | FieldKind::Other | FieldKind::Outcome | FieldKind::Upstream)
    );
    let most = match words.len() {
        ..=4 => 0,
        5 | 6 => 1,
        _ => 2,
    };
    (!is_doubtful || unknown <= most).then_some(meaning)
}

/// The meaning that the heads among the words have, the surest first.
fn of_heads(words: &[&str], all: u32, last: u32) -> Option<Meaning> {
    let has = |class: u32| all & class != 0;
    let is = |word: &str| words.contains(&word);
    let other = Some(Meaning::Field(FieldKind::Other));
    if has(class::MENTORS) {
        return if has(class::NOT_MENTORS) && !is("contact") {
            other
        } else {
            Some(Meaning::Field(FieldKind::Mentors))
        };
    }
    if has(class::DIFFICULTY) {
        return Some(Meaning::Field(FieldKind::Difficulty));
    }
    if is("mentee") {
        return other;
    }
    let ends_as_level = matches!(*words.last()?, "level" | "rating");
    if ends_as_level && (is("skill") || is("experience") || is("expertise")) {
        return Some(Meaning::Field(FieldKind::Difficulty));
    }
    if has(class::SIZE) && !has(class::NOT_SIZE) {
        return Some(Meaning::Field(FieldKind::Size));
    }
    let measured = ["estimate", "estimated", "commitment", "required", "needed", "expected", "project"];
    if is("time") && measured.iter().any(|word| is(word)) {
        return Some(Meaning::Field(FieldKind::Size));
    }
    if has(class::UPSTREAM) && !has(class::NOT_UPSTREAM) {
        return Some(Meaning::Field(FieldKind::Upstream));
    }
    if has(class::SKILLS) || has(class::WEAK_SKILLS) && words.len() > 1 {
        if has(class::NOT_SKILLS) {
            return other;
        }
        if words[0] == "background" && (has(class::DESCRIPTION) || is("motivation")) {
            return Some(Meaning::Field(FieldKind::Description));
        }
        return if has(class::SKILLS) || last & class::WEAK_SKILLS != 0 && is_asked(words) {
            Some(Meaning::Field(FieldKind::Skills))
        } else {
            other
        };
    }
    if ["resource", "reference", "link", "reading"].iter().any(|word| is(word)) {
        return other;
    }
    if has(class::OUTCOME) {
        return Some(Meaning::Field(FieldKind::Outcome));
    }
    if has(class::DESCRIPTION) {
        return Some(Meaning::Field(FieldKind::Description));
    }
    if has(class::OTHER) { other } else { None }
}

/// Whether words ask for something (`required tools`), rather than name a thing.
fn is_asked(words: &[&str]) -> bool {
    let asks =
        ["required", "recommended", "needed", "preferred", "desired", "suggested", "technical", "language"];
    words.iter().any(|word| asks.contains(word))
}

/// Whether the lexicon has each word of a label.
pub(in crate::parse) fn has_all(label: &str) -> bool {
    let known = class::HEADS | class::MODIFIER | class::NOT_MENTORS;
    is_unspaced(label) || label.split(' ').all(|word| LEXICON.classes(word) & known != 0)
}

/// Whether the lexicon has each word of a label as it is spelt.
pub(in crate::parse) fn has_each(label: &str) -> bool {
    label.split(' ').all(|word| LEXICON.exact(word) != 0)
}

/// Whether the last word of a label is a head that hardly ever ends the name of a thing.
pub(in crate::parse) fn ends_with_head(label: &str) -> bool {
    let heads = class::SKILLS | class::MENTORS | class::DIFFICULTY | class::SIZE;
    let last = label.rsplit(' ').next().unwrap_or_default();
    LEXICON.classes(last) & heads != 0
        && !matches!(last, "language" | "stack" | "technologie" | "technology" | "tool")
}

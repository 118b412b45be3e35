//! Levels: how much a skill is asked for, out of its words and those above it.

use crate::model::{SkillAside, SkillLevel};

/// Phrases that tell, in lower case, the first that stands in a text before the others. A word with
/// `not` or `no` before it is none of them unless the phrase has it.
const PHRASES: &[(&[&str], SkillLevel)] = &[
    (&["or", "willing"], SkillLevel::NiceToHave),
    (&["or", "willingness"], SkillLevel::NiceToHave),
    (&["can", "be", "learned"], SkillLevel::NiceToHave),
    (&["could", "be", "learned"], SkillLevel::NiceToHave),
    (&["will", "learn"], SkillLevel::WillLearn),
    (&["will", "gain"], SkillLevel::WillLearn),
    (&["learn", "on", "the", "job"], SkillLevel::WillLearn),
    (&["to", "be", "learned"], SkillLevel::WillLearn),
    (&["learned", "during"], SkillLevel::WillLearn),
    (&["a", "plus"], SkillLevel::NiceToHave),
    (&["big", "plus"], SkillLevel::NiceToHave),
    (&["great", "plus"], SkillLevel::NiceToHave),
    (&["strong", "plus"], SkillLevel::NiceToHave),
    (&["an", "advantage"], SkillLevel::NiceToHave),
    (&["nice", "to", "have"], SkillLevel::NiceToHave),
    (&["nice", "to", "haves"], SkillLevel::NiceToHave),
    (&["good", "to", "have"], SkillLevel::NiceToHave),
    (&["would", "be", "great"], SkillLevel::NiceToHave),
    (&["would", "be", "good"], SkillLevel::NiceToHave),
    (&["would", "be", "nice"], SkillLevel::NiceToHave),
    (&["not", "required"], SkillLevel::NiceToHave),
    (&["not", "mandatory"], SkillLevel::NiceToHave),
    (&["not", "necessary"], SkillLevel::NiceToHave),
    (&["not", "essential"], SkillLevel::NiceToHave),
    (&["not", "needed"], SkillLevel::NiceToHave),
    (&["optional"], SkillLevel::NiceToHave),
    (&["optionally"], SkillLevel::NiceToHave),
    (&["preferred"], SkillLevel::NiceToHave),
    (&["prefered"], SkillLevel::NiceToHave),
    (&["preferably"], SkillLevel::NiceToHave),
    (&["ideally"], SkillLevel::NiceToHave),
    (&["bonus"], SkillLevel::NiceToHave),
    (&["helpful"], SkillLevel::NiceToHave),
    (&["beneficial"], SkillLevel::NiceToHave),
    (&["desirable"], SkillLevel::NiceToHave),
    (&["desired"], SkillLevel::NiceToHave),
    (&["advantageous"], SkillLevel::NiceToHave),
    (&["required"], SkillLevel::Required),
    (&["mandatory"], SkillLevel::Required),
    (&["essential"], SkillLevel::Required),
    (&["must", "have"], SkillLevel::Required),
];

/// Phrases that tell at the beginning of a text with more words after them.
const OPENINGS: &[(&[&str], SkillLevel)] = &[
    (&["willingness", "to", "learn"], SkillLevel::WillLearn),
    (&["willing", "to", "learn"], SkillLevel::WillLearn),
    (&["eagerness", "to", "learn"], SkillLevel::WillLearn),
    (&["eager", "to", "learn"], SkillLevel::WillLearn),
];
/// Words that may stand before those.
const BEFORE_OPENINGS: &[&str] = &["a", "an", "and", "be", "being", "strong", "the"];

/// Words that say with `no` before them that something is not asked for.
const DISPENSABLE: &[&str] = &["necessary", "needed"];

/// Words of labels that tell, beside the phrases.
const LABEL_WORDS: &[(&str, SkillLevel)] = &[
    ("needed", SkillLevel::Required),
    ("need", SkillLevel::Required),
    ("prerequisite", SkillLevel::Required),
    ("prerequisites", SkillLevel::Required),
    ("requirement", SkillLevel::Required),
    ("requirements", SkillLevel::Required),
];

/// Words that may stand beside a phrase in parentheses that are about what stands before them.
const BESIDE: &[&str] = &[
    "and",
    "be",
    "but",
    "highly",
    "is",
    "it",
    "not",
    "really",
    "strictly",
    "strongly",
    "though",
    "to",
    "very",
    "willing",
    "willingness",
    "would",
    "learn",
];

/// Every phrase has one of these words, or is one: a text without them says nothing.
const SIGNS: &[&str] = &[
    "advantage",
    "advantageous",
    "beneficial",
    "bonus",
    "can",
    "could",
    "desirable",
    "desired",
    "eager",
    "eagerness",
    "essential",
    "gain",
    "good",
    "great",
    "helpful",
    "ideally",
    "learn",
    "learned",
    "mandatory",
    "must",
    "necessary",
    "needed",
    "nice",
    "optional",
    "optionally",
    "plus",
    "preferably",
    "prefered",
    "preferred",
    "required",
    "willing",
    "willingness",
];

/// Which letters follow a first byte, in whatever case, in the signs, a bit each (its lowest five are a
/// letter's number in both cases): most words end here.
static BEGINNINGS: [u32; 256] = {
    let mut beginnings = [0; 256];
    let mut at = 0;
    while at < SIGNS.len() {
        let sign = SIGNS[at].as_bytes();
        let second = 1 << (sign[1] & 31);
        beginnings[sign[0] as usize] |= second;
        beginnings[sign[0].to_ascii_uppercase() as usize] |= second;
        at += 1;
    }
    beginnings
};

/// The level that the label of a field gives its skills. One that names two gives none.
pub(super) fn of_label(label: &str) -> SkillLevel {
    let known = |word: &str| LABEL_WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    let by_word = words(label).filter_map(known).map(|&(_, level)| level);
    let words: Vec<&str> = if has_sign(label) { words(label).collect() } else { Vec::new() };
    let mut said = phrases(&words).chain(by_word);
    let first = said.next().unwrap_or_default();
    if said.all(|level| level == first) { first } else { SkillLevel::Unsaid }
}

/// The level that a text gives the skills below it, or after its colon: `Nice to have: …`.
pub(super) fn of_lead(text: &str) -> Option<SkillLevel> {
    let words: Vec<&str> = words(text).collect();
    opening(&words).or_else(|| phrases(&words).next())
}

/// The level in the words of a skill. Parentheses count where they say nothing else
/// (`React (a plus)`), or where they are all of it (`(Optional: React)`).
pub(super) fn of_words(text: &str) -> Option<SkillLevel> {
    // A single word is the skill; there is none beside it to say more.
    if memchr::memchr2(b' ', b'(', text.as_bytes()).is_none() || !has_sign(text) {
        return None;
    }
    let mut outside = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '（']) {
        outside.push_str(&rest[..open]);
        let aside = &rest[open..];
        let close = aside.find([')', '）']).unwrap_or(aside.len());
        let inner = aside[..close].trim_start_matches(['(', '（']);
        let is_all = rest[..open].trim().is_empty() && outside.trim().is_empty();
        if let Some(level) = of_plain(inner).filter(|_| is_all || says_nothing_else(inner)) {
            return Some(level);
        }
        rest = aside[close..].trim_start_matches([')', '）']);
    }
    outside.push_str(rest);
    of_plain(&outside)
}

/// The brackets behind a skill that begin with a level and name more: `Go (optional: Kubernetes)`. `None` where they
/// only say how much is asked for, or nothing of it.
pub(super) fn aside(text: &str) -> Option<SkillAside> {
    if memchr::memchr(b'(', text.as_bytes()).is_none() || !has_sign(text) {
        return None;
    }
    let open = text.find('(').filter(|&open| !text[..open].trim().is_empty())? + 1;
    let close = text[open..].find(')').map_or(text.len(), |length| open + length);
    let inner: Vec<&str> = words(&text[open..close]).collect();
    let lead = inner.iter().take_while(|word| is_part(word)).count();
    let level = phrases(&inner[..lead]).next().filter(|_| lead < inner.len())?;
    Some(SkillAside { range: open..close, level })
}

fn of_plain(text: &str) -> Option<SkillLevel> {
    if !has_sign(text) {
        return None;
    }
    let words: Vec<&str> = words(text).collect();
    opening(&words).or_else(|| phrases(&words).next())
}

/// Whether a text has a word that a phrase could be known by.
fn has_sign(text: &str) -> bool {
    let is_sign = |word: &str| SIGNS.iter().any(|sign| sign.eq_ignore_ascii_case(word));
    let mut before = b' ';
    text.as_bytes().windows(2).enumerate().any(|(at, pair)| {
        // Both are asked at once: where words begin cannot be predicted, that none is a sign can.
        let begins_word = u32::from(!before.is_ascii_alphanumeric());
        let begins = BEGINNINGS[usize::from(pair[0])] >> (pair[1] & 31) & begins_word != 0;
        before = pair[0];
        begins && words(&text[at..]).next().is_some_and(is_sign)
    })
}

fn says_nothing_else(inner: &str) -> bool {
    words(inner).all(is_part)
}

/// Whether a word is one of a phrase, or stands beside them.
fn is_part(word: &str) -> bool {
    is_of(BESIDE, word) || PHRASES.iter().any(|(phrase, _)| is_of(phrase, word))
}

/// The level that the first words speak of, where more follow.
fn opening(words: &[&str]) -> Option<SkillLevel> {
    let before = words.iter().take_while(|word| is_of(BEFORE_OPENINGS, word)).count();
    let rest = &words[before..];
    let opens = |phrase: &[&str]| {
        rest.len() > phrase.len()
            && rest.iter().zip(phrase).all(|(word, known)| word.eq_ignore_ascii_case(known))
    };
    OPENINGS.iter().find(|(phrase, _)| opens(phrase)).map(|&(_, level)| level)
}

fn is_of(table: &[&str], word: &str) -> bool {
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The levels that words speak of, in order; of two phrases at one place the first of the table.
fn phrases<'a>(words: &'a [&str]) -> impl Iterator<Item = SkillLevel> + 'a {
    let no = words.iter().position(|word| word.eq_ignore_ascii_case("no"));
    (0..words.len()).filter_map(move |at| {
        let begins = |phrase: &[&str]| {
            words.get(at..at + phrase.len()).is_some_and(|part| {
                part.iter().zip(phrase).all(|(word, known)| word.eq_ignore_ascii_case(known))
            })
        };
        let is_after_no = no.is_some_and(|no| no < at);
        let Some((phrase, level)) = PHRASES.iter().find(|(phrase, _)| begins(phrase)) else {
            return (is_after_no && is_of(DISPENSABLE, words[at])).then_some(SkillLevel::NiceToHave);
        };
        let negated =
            is_after_no || at.checked_sub(1).is_some_and(|before| words[before].eq_ignore_ascii_case("not"));
        match (negated, level) {
            (true, SkillLevel::Required) => Some(SkillLevel::NiceToHave),
            (true, _) if phrase.len() == 1 => None,
            _ => Some(*level),
        }
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::SkillLevel::{NiceToHave, Required, Unsaid, WillLearn};
    use super::*;

    #[test]
    fn the_words_of_a_skill_tell() {
        for (text, level) in [
            ("React is a plus", NiceToHave),
            ("Sails (a plus but not mandatory)", NiceToHave),
            ("Knots a plus", NiceToHave),
            ("Knots are a big plus", NiceToHave),
            ("(Optional: tides, moons)", NiceToHave),
            ("(Optional) Knots", NiceToHave),
            ("Optional: Knots", NiceToHave),
            ("Nice-to-have: Knots", NiceToHave),
            ("Knots (preferred but not mandatory)", NiceToHave),
            ("Knots preferred", NiceToHave),
            ("Some maps would be great but not required", NiceToHave),
            ("Knots (helpful but not required)", NiceToHave),
            ("Ropes (or willingness to learn)", NiceToHave),
            ("No sailing experience required", NiceToHave),
            ("Knots (required)", Required),
            ("Must have: Knots", Required),
            ("You will learn knots", WillLearn),
            ("A strong willingness to learn knots", WillLearn),
            ("Eager to learn knots", WillLearn),
            ("no prior sailing experience needed", NiceToHave),
            ("You will gain insight into tides", WillLearn),
        ] {
            assert_eq!(of_words(text), Some(level), "{text}");
        }
    }

    #[test]
    fn brackets_with_a_level_speak_of_what_they_name() {
        for (text, words, level) in [
            ("Golang (Optional: Kubernetes API)", "Optional: Kubernetes API", NiceToHave),
            ("Knots (ideally splicing)", "ideally splicing", NiceToHave),
            ("Knots (required: splicing", "required: splicing", Required),
        ] {
            let aside = aside(text).unwrap();
            assert_eq!((&text[aside.range], aside.level), (words, level));
        }
        for text in [
            "Knots (a plus)",
            "Knots (not required)",
            "Knots (splicing, optional)",
            "(Optional: knots)",
            "optional",
        ] {
            assert_eq!(aside(text), None, "{text}");
        }
    }

    #[test]
    fn every_phrase_has_a_sign() {
        for (phrase, _) in PHRASES.iter().chain(OPENINGS) {
            assert!(has_sign(&phrase.join(" ")), "{phrase:?}");
        }
    }

    #[test]
    fn what_is_only_mentioned_does_not() {
        for text in [
            "Go (Optional: Knots)",
            "Basic understanding of tides",
            "Experience with nets (Trawl/Seine preferred)",
            "Taking advantage of the wind",
            "Willingness to learn",
            "Knots and willingness to learn tides",
            "Ropes if needed",
            "C++",
            "日本語 (にほんご)",
            "",
            "(",
        ] {
            assert_eq!(of_words(text), None, "{text}");
        }
    }

    #[test]
    fn labels_tell_unless_they_say_two_things() {
        for (label, level) in [
            ("Required Skills", Required),
            ("Skills needed", Required),
            ("Prerequisites", Required),
            ("What you need to know", Required),
            ("Preferred Skills", NiceToHave),
            ("Nice to have", NiceToHave),
            ("Desirable skills", NiceToHave),
            ("Helpful Experience", NiceToHave),
            ("Skills Required/Preferred", Unsaid),
            ("Recommended Skills", Unsaid),
            ("Technologies", Unsaid),
        ] {
            assert_eq!(of_label(label), level, "{label}");
        }
    }
}

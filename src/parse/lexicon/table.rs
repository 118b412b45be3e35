//! The words of all languages, as `assets/lexicon/*.txt` has them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::meaning::Meaning;
use crate::model::FieldKind;
use crate::parse::words::folded;

/// The files, one for each language.
const SOURCES: &[&str] =
    &[include_str!("../../../assets/lexicon/en.txt"), include_str!("../../../assets/lexicon/zh.txt")];

/// From so many letters on, a head may have one wrong letter.
const SLIP_FROM: usize = 7;

/// The classes of words, a bit each.
pub(super) mod class {
    pub(in crate::parse) const MENTORS: u32 = 1;
    pub(in crate::parse) const NOT_MENTORS: u32 = 1 << 1;
    pub(in crate::parse) const DIFFICULTY: u32 = 1 << 2;
    pub(in crate::parse) const SIZE: u32 = 1 << 3;
    pub(in crate::parse) const NOT_SIZE: u32 = 1 << 4;
    pub(in crate::parse) const UPSTREAM: u32 = 1 << 5;
    pub(in crate::parse) const NOT_UPSTREAM: u32 = 1 << 6;
    pub(in crate::parse) const SKILLS: u32 = 1 << 7;
    pub(in crate::parse) const NOT_SKILLS: u32 = 1 << 8;
    pub(in crate::parse) const WEAK_SKILLS: u32 = 1 << 9;
    pub(in crate::parse) const OUTCOME: u32 = 1 << 10;
    pub(in crate::parse) const DESCRIPTION: u32 = 1 << 11;
    pub(in crate::parse) const OTHER: u32 = 1 << 12;
    pub(in crate::parse) const MODIFIER: u32 = 1 << 13;
    pub(in crate::parse) const GROUP: u32 = 1 << 14;
    pub(in crate::parse) const IN_GROUP: u32 = 1 << 15;
    pub(in crate::parse) const TITLE_COLUMN: u32 = 1 << 16;
    pub(in crate::parse) const IN_TITLE_COLUMN: u32 = 1 << 17;
    pub(in crate::parse) const STATUS: u32 = 1 << 18;
    pub(in crate::parse) const IN_STATUS: u32 = 1 << 19;
    pub(in crate::parse) const HEADS: u32 =
        MENTORS | DIFFICULTY | SIZE | UPSTREAM | SKILLS | WEAK_SKILLS | OUTCOME | DESCRIPTION | OTHER;
}

/// Which letters of ASCII a word has, a bit each.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |letters, byte| letters | 1 << (byte - b'a'))
}

/// Phrases of folded words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    whole: HashSet<String>,
    /// The words of each phrase, by the first of them.
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    fn add(&mut self, phrase: String) {
        let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        self.by_first.entry(words[0].clone()).or_default().push(words);
        self.whole.insert(phrase);
    }

    /// Whether a text is one of the phrases.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.whole.contains(text)
    }

    /// The place of the first word from which on a phrase stands among words.
    pub(super) fn find(&self, words: &[&str]) -> Option<usize> {
        (0..words.len()).find(|&at| {
            let stands = |phrase: &Vec<String>| {
                phrase.len() <= words.len() - at
                    && phrase.iter().zip(&words[at..]).all(|(one, other)| one == other)
            };
            self.by_first.get(words[at]).is_some_and(|phrases| phrases.iter().any(stands))
        })
    }
}

/// The words of all languages.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) words: HashMap<String, u32>,
    pub(super) phrases: HashMap<String, Meaning>,
    /// The meaning of a label that contains a word, in order.
    pub(super) contained: Vec<(Meaning, &'static str)>,
    pub(super) group_contained: Vec<&'static str>,
    pub(super) title_columns_contained: Vec<&'static str>,
    pub(super) noise_contained: Vec<&'static str>,
    pub(super) status_contained: Vec<&'static str>,
    pub(super) noise: Phrases,
    pub(super) noise_ends: Phrases,
    pub(super) hard: Phrases,
    pub(super) past: Phrases,
    pub(super) placeholders: Phrases,
    /// Heads that a word with one wrong letter may be.
    pub(super) heads: Vec<String>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The classes that lines of words may have.
const CLASSES: &[(&str, u32)] = &[
    ("mentors", class::MENTORS),
    ("not mentors", class::NOT_MENTORS),
    ("difficulty", class::DIFFICULTY),
    ("size", class::SIZE),
    ("not size", class::NOT_SIZE),
    ("upstream", class::UPSTREAM),
    ("not upstream", class::NOT_UPSTREAM),
    ("skills", class::SKILLS),
    ("not skills", class::NOT_SKILLS),
    ("weak skills", class::WEAK_SKILLS),
    ("outcome", class::OUTCOME),
    ("description", class::DESCRIPTION),
    ("other", class::OTHER),
    ("modifiers", class::MODIFIER),
    ("group", class::GROUP),
    ("group words", class::IN_GROUP),
    ("title columns", class::TITLE_COLUMN),
    ("title column words", class::IN_TITLE_COLUMN),
    ("status", class::STATUS),
    ("status words", class::IN_STATUS),
];

/// The meaning that the words before a list of phrases name.
pub(in crate::parse) fn meaning_named(name: &str) -> Option<Meaning> {
    Some(match name {
        "title" => Meaning::Title,
        "project" => Meaning::Project,
        "contact" => Meaning::Contact,
        "mentors" => Meaning::Field(FieldKind::Mentors),
        "difficulty" => Meaning::Field(FieldKind::Difficulty),
        "size" => Meaning::Field(FieldKind::Size),
        "skills" => Meaning::Field(FieldKind::Skills),
        "upstream" => Meaning::Field(FieldKind::Upstream),
        "outcome" => Meaning::Field(FieldKind::Outcome),
        "description" => Meaning::Field(FieldKind::Description),
        "apply" => Meaning::Field(FieldKind::Apply),
        "other" => Meaning::Field(FieldKind::Other),
        _ => return None,
    })
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self::default();
        let lines = SOURCES.iter().flat_map(|source| source.lines());
        for (name, list) in
            lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'))
        {
            lexicon.add(name.trim(), list);
        }
        let heads = class::MENTORS | class::DIFFICULTY | class::SIZE | class::SKILLS | class::OUTCOME;
        let is_head = |(word, classes): &(&String, &u32)| {
            word.len() >= SLIP_FROM && *classes & heads != 0 && word.is_ascii()
        };
        lexicon.heads = lexicon.words.iter().filter(is_head).map(|(word, _)| word.clone()).collect();
        lexicon.heads.push("mentor".to_owned());
        lexicon.heads.sort_unstable();
        lexicon
    }

    /// Adds a line of a file.
    fn add(&mut self, name: &str, list: &'static str) {
        let phrases = || list.split(',').map(folded).filter(|phrase| !phrase.is_empty());
        if let Some(name) = name.strip_suffix(" contained") {
            let words = list.split_whitespace();
            match name {
                "group" => self.group_contained.extend(words),
                "title columns" => self.title_columns_contained.extend(words),
                "noise" => self.noise_contained.extend(words),
                "status" => self.status_contained.extend(words),
                _ => {
                    let meaning = meaning_named(name);
                    self.contained.extend(words.filter_map(|word| Some((meaning?, word))));
                }
            }
        } else if let Some(meaning) = name.strip_suffix(", phrases").and_then(meaning_named) {
            self.phrases.extend(phrases().map(|phrase| (phrase, meaning)));
        } else if let Some(&(_, class)) = CLASSES.iter().find(|(known, _)| *known == name) {
            for word in list.split_whitespace() {
                *self.words.entry(folded(word)).or_default() |= class;
            }
        } else {
            match name {
                "noise" => phrases().for_each(|phrase| self.noise.add(phrase)),
                "noise ends" => phrases().for_each(|phrase| self.noise_ends.add(phrase)),
                "hard noise" => phrases().for_each(|phrase| self.hard.add(phrase)),
                "past noise" => phrases().for_each(|phrase| self.past.add(phrase)),
                "placeholder titles" => phrases().for_each(|phrase| self.placeholders.add(phrase)),
                _ => {}
            }
        }
    }

    /// The classes of a word, or of the head that it is with one wrong letter.
    pub(super) fn classes(&self, word: &str) -> u32 {
        if let Some(&classes) = self.words.get(word) {
            return classes;
        }
        let is_near = |head: &&String| {
            head.len().abs_diff(word.len()) <= 1
                && head.as_bytes().first() == word.as_bytes().first()
                && (letters(head) ^ letters(word)).count_ones() <= 2
                && strsim::osa_distance(head, word) <= 1
        };
        if word.len() < SLIP_FROM - 2 || !word.is_ascii() {
            return 0;
        }
        let near =
            self.heads.iter().filter(|head| head.len() >= SLIP_FROM || *head == "mentor").find(is_near);
        near.and_then(|head| self.words.get(head)).copied().unwrap_or(0)
    }
}

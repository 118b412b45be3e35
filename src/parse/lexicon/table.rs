//! The words of all languages, as `assets/lexicon/*.txt` has them.

use std::sync::LazyLock;

use super::meaning::Meaning;
use crate::model::FieldKind;
use crate::parse::word_table::WordTable;
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
    /// A phrase begins with the word: of noise, of hard or past noise, of what keeps the place of a title.
    pub(in crate::parse) const BEGINS_NOISE: u32 = 1 << 20;
    pub(in crate::parse) const BEGINS_HARD: u32 = 1 << 21;
    pub(in crate::parse) const BEGINS_PAST: u32 = 1 << 22;
    pub(in crate::parse) const BEGINS_PLACEHOLDER: u32 = 1 << 23;
    /// The word makes a heading noise that ends with it.
    pub(in crate::parse) const ENDS_NOISE: u32 = 1 << 24;
    /// The meaning of a word as a part of phrases, and not by itself.
    pub(in crate::parse) const OF_PHRASES: u32 =
        BEGINS_NOISE | BEGINS_HARD | BEGINS_PAST | BEGINS_PLACEHOLDER | ENDS_NOISE;
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
    whole: WordTable<()>,
    /// The words of each phrase, by the first of them.
    by_first: WordTable<Vec<Vec<String>>>,
}

impl Phrases {
    fn add(&mut self, phrase: String) {
        let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        self.by_first.entry(words[0].clone()).push(words);
        self.whole.entry(phrase);
    }

    /// Whether a text is one of the phrases.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.whole.get(text).is_some()
    }

    /// The place of the first word from which on a phrase stands among words.
    pub(super) fn find(&self, words: &[&str]) -> Option<usize> {
        (0..words.len()).find(|&at| self.stands(&words[at..], 1))
    }

    /// Whether words begin with a phrase of so many words or more.
    pub(super) fn stands(&self, words: &[&str], least: usize) -> bool {
        let begins = |phrase: &Vec<String>| {
            (least..=words.len()).contains(&phrase.len())
                && phrase.iter().zip(words).all(|(one, other)| one == other)
        };
        self.by_first.get(words[0]).is_some_and(|phrases| phrases.iter().any(begins))
    }
}

/// Words of scripts without spaces, looked for within a text.
#[derive(Debug, Default)]
pub(super) struct Contained(Vec<&'static str>);

impl Contained {
    /// Whether a text contains one of them. None of them is ASCII, so most texts need no look.
    pub(super) fn any_in(&self, text: &str) -> bool {
        !text.is_ascii() && self.0.iter().any(|word| text.contains(word))
    }
}

/// A head, as a word with one wrong letter may be it.
#[derive(Debug)]
struct Head {
    word: String,
    /// Which letters it has, a bit each.
    letters: u32,
    classes: u32,
}

/// The words of all languages.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: WordTable<u32>,
    phrases: WordTable<Option<Meaning>>,
    /// The meaning of a label that contains a word, in order.
    pub(super) contained: Vec<(Meaning, &'static str)>,
    pub(super) group_contained: Contained,
    pub(super) title_columns_contained: Contained,
    pub(super) noise_contained: Contained,
    pub(super) status_contained: Contained,
    pub(super) noise: Phrases,
    pub(super) hard: Phrases,
    pub(super) past: Phrases,
    pub(super) placeholders: Phrases,
    /// Heads that a word with one wrong letter may be, by their first letter.
    heads: [Vec<Head>; 26],
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
        let is_head = |(word, classes): &(&str, u32)| {
            word.len() >= SLIP_FROM && classes & heads != 0 && word.is_ascii() || *word == "mentor"
        };
        let head = |(word, classes): (&str, u32)| Head {
            word: word.to_owned(),
            letters: letters(word),
            classes: classes & !class::OF_PHRASES,
        };
        let mut found: Vec<Head> = lexicon.words().filter(is_head).map(head).collect();
        found.sort_unstable_by(|one, other| one.word.cmp(&other.word));
        for head in found {
            if let Some(at) = initial(&head.word) {
                lexicon.heads[at].push(head);
            }
        }
        lexicon
    }

    /// Adds a line of a file.
    fn add(&mut self, name: &str, list: &'static str) {
        let phrases = || list.split(',').map(folded).filter(|phrase| !phrase.is_empty());
        if let Some(name) = name.strip_suffix(" contained") {
            let words = list.split_whitespace();
            match name {
                "group" => self.group_contained.0.extend(words),
                "title columns" => self.title_columns_contained.0.extend(words),
                "noise" => self.noise_contained.0.extend(words),
                "status" => self.status_contained.0.extend(words),
                _ => {
                    let meaning = meaning_named(name);
                    self.contained.extend(words.filter_map(|word| Some((meaning?, word))));
                }
            }
        } else if let Some(meaning) = name.strip_suffix(", phrases").and_then(meaning_named) {
            phrases().for_each(|phrase| *self.phrases.entry(phrase) = Some(meaning));
        } else if let Some(&(_, class)) = CLASSES.iter().find(|(known, _)| *known == name) {
            for word in list.split_whitespace() {
                *self.words.entry(folded(word)) |= class;
            }
        } else {
            let (list, begin) = match name {
                "noise" => (&mut self.noise, class::BEGINS_NOISE),
                "hard noise" => (&mut self.hard, class::BEGINS_HARD),
                "past noise" => (&mut self.past, class::BEGINS_PAST),
                "placeholder titles" => (&mut self.placeholders, class::BEGINS_PLACEHOLDER),
                "noise ends" => {
                    for word in phrases() {
                        *self.words.entry(word) |= class::ENDS_NOISE;
                    }
                    return;
                }
                _ => return,
            };
            for phrase in phrases() {
                let first = phrase.split(' ').next().unwrap_or_default();
                *self.words.entry(first.to_owned()) |= begin;
                list.add(phrase);
            }
        }
    }

    /// The classes of a word that the lexicon has as it is spelt, else none.
    pub(super) fn exact(&self, word: &str) -> u32 {
        self.all(word) & !class::OF_PHRASES
    }

    /// The same, with what is told of the word as a part of phrases.
    pub(super) fn all(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The words with all that is told of them.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().map(|(word, &classes)| (word, classes))
    }

    /// The meaning of a label that stands in the lexicon as a whole.
    pub(super) fn phrase(&self, label: &str) -> Option<Meaning> {
        self.phrases.get(label).copied().flatten()
    }

    /// The classes of a word, or of the head that it is with one wrong letter.
    pub(super) fn classes(&self, word: &str) -> u32 {
        let exact = self.exact(word);
        if exact != 0 || word.len() < SLIP_FROM - 2 || !word.is_ascii() {
            return exact;
        }
        let Some(first) = initial(word) else { return 0 };
        let own = letters(word);
        let is_near = |head: &&Head| {
            head.word.len().abs_diff(word.len()) <= 1
                && (head.letters ^ own).count_ones() <= 2
                && is_one_slip(head.word.as_bytes(), word.as_bytes())
        };
        self.heads[first].iter().find(is_near).map_or(0, |head| head.classes)
    }
}

/// Whether two words differ by one letter at most: added, lost or changed, or two that are swapped.
fn is_one_slip(one: &[u8], other: &[u8]) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([], rest) | (rest, []) => rest.len() <= 1,
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c && one == other => true,
        ([_, changed @ ..], [_, other_changed @ ..]) => {
            changed == other_changed || changed == other || one == other_changed
        }
    }
}

/// The number of the small letter that a word begins with.
fn initial(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    first.is_ascii_lowercase().then(|| usize::from(first - b'a'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of ASCII is not searched for them.
    #[test]
    fn no_contained_word_is_ascii() {
        for Contained(words) in [
            &LEXICON.group_contained,
            &LEXICON.title_columns_contained,
            &LEXICON.noise_contained,
            &LEXICON.status_contained,
        ] {
            assert!(!words.is_empty() && words.iter().all(|word| !word.is_ascii()), "{words:?}");
        }
    }

    #[test]
    fn one_slip_is_what_the_distance_of_words_says() {
        let words =
            ["mentor", "mentro", "mento", "metor", "mentors", "mentorss", "xentor", "menotr", "m", "", "mn"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            let expected = strsim::osa_distance(one, other) <= 1;
            assert_eq!(is_one_slip(one.as_bytes(), other.as_bytes()), expected, "{one} {other}");
        }
    }
}

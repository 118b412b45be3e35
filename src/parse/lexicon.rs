//! The lexicon: what the words of a label or of a heading say, by language.
//!
//! A label means what its *head* says (`skill`, `mentor`, `duration`), whatever *modifiers* stand around it
//! (`required`, `primary`, `estimated`). The heads are asked in a fixed order, so that `difficulty of the
//! tasks` is a difficulty. A word that the lexicon has not makes a label doubtful: the more of them, the
//! less the label means. Where words have no spaces between them (Chinese), a label means what it contains.
//!
//! The words are data: `assets/lexicon/*.txt`, a file for each language.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::labels::folded;
use crate::model::FieldKind;

/// The files, one for each language.
const SOURCES: &[&str] =
    &[include_str!("../../assets/lexicon/en.txt"), include_str!("../../assets/lexicon/zh.txt")];

/// A label has at most so many words: a longer one is a sentence.
const MOST_WORDS: usize = 10;
/// A label in a script without spaces has at most so many characters.
const MOST_CHARACTERS: usize = 14;
/// From so many letters on, a head may have one wrong letter.
const SLIP_FROM: usize = 7;
/// A heading of at most so many words is noise wherever the phrase stands in it, a longer one only at its
/// start.
const NOISE_WORDS: (usize, usize) = (5, 9);
/// A heading above ideas has at most so many words, and so many that the lexicon has not.
const GROUP_WORDS: (usize, usize) = (10, 2);

/// What a label means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Field(FieldKind),
    /// It names the idea.
    Title,
    /// It names the project that the idea belongs to.
    Project,
    /// It says whom to ask: a mentor, where no other label names any.
    Contact,
}

impl Meaning {
    /// The field that a label of this meaning opens.
    pub(super) fn kind(self) -> FieldKind {
        match self {
            Self::Field(kind) => kind,
            Self::Title | Self::Project | Self::Contact => FieldKind::Other,
        }
    }

    /// Its name, for people and programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Field(kind) => kind.name(),
            Self::Title => "title",
            Self::Project => "project",
            Self::Contact => "contact",
        }
    }

    /// Whether it is one of the facts that only ideas have.
    pub(super) fn is_strong(self) -> bool {
        matches!(
            self,
            Self::Field(FieldKind::Mentors | FieldKind::Skills | FieldKind::Difficulty | FieldKind::Size)
        )
    }
}

/// The classes of words, a bit each.
mod class {
    pub(super) const MENTORS: u32 = 1;
    pub(super) const NOT_MENTORS: u32 = 1 << 1;
    pub(super) const DIFFICULTY: u32 = 1 << 2;
    pub(super) const SIZE: u32 = 1 << 3;
    pub(super) const NOT_SIZE: u32 = 1 << 4;
    pub(super) const UPSTREAM: u32 = 1 << 5;
    pub(super) const NOT_UPSTREAM: u32 = 1 << 6;
    pub(super) const SKILLS: u32 = 1 << 7;
    pub(super) const NOT_SKILLS: u32 = 1 << 8;
    pub(super) const WEAK_SKILLS: u32 = 1 << 9;
    pub(super) const OUTCOME: u32 = 1 << 10;
    pub(super) const DESCRIPTION: u32 = 1 << 11;
    pub(super) const OTHER: u32 = 1 << 12;
    pub(super) const MODIFIER: u32 = 1 << 13;
    pub(super) const GROUP: u32 = 1 << 14;
    pub(super) const IN_GROUP: u32 = 1 << 15;
    pub(super) const HEADS: u32 =
        MENTORS | DIFFICULTY | SIZE | UPSTREAM | SKILLS | WEAK_SKILLS | OUTCOME | DESCRIPTION | OTHER;
}

/// The words of all languages.
#[derive(Debug, Default)]
struct Lexicon {
    words: HashMap<String, u32>,
    phrases: HashMap<String, Meaning>,
    /// What a label means that contains a word, in order.
    contained: Vec<(Meaning, &'static str)>,
    group_contained: Vec<&'static str>,
    noise_contained: Vec<&'static str>,
    noise: HashSet<String>,
    noise_ends: HashSet<String>,
    hard: HashSet<String>,
    past: HashSet<String>,
    placeholders: HashSet<String>,
    /// Heads that a word with one wrong letter may be.
    heads: Vec<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

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
];

/// What the words before a list of phrases mean.
pub(super) fn meaning_named(name: &str) -> Option<Meaning> {
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
                "noise" => self.noise_contained.extend(words),
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
                "noise" => self.noise.extend(phrases()),
                "noise ends" => self.noise_ends.extend(phrases()),
                "hard noise" => self.hard.extend(phrases()),
                "past noise" => self.past.extend(phrases()),
                "placeholder titles" => self.placeholders.extend(phrases()),
                _ => {}
            }
        }
    }

    /// The classes of a word, or of the head that it is with one wrong letter.
    fn classes(&self, word: &str) -> u32 {
        if let Some(&classes) = self.words.get(word) {
            return classes;
        }
        let is_near = |head: &&String| {
            head.len().abs_diff(word.len()) <= 1
                && head.as_bytes().first() == word.as_bytes().first()
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

/// Whether a text has characters of a script that puts no spaces between words.
fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// The words that labels may begin with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let known = class::HEADS | class::MODIFIER;
    LEXICON.words.iter().filter(move |(_, classes)| *classes & known != 0).map(|(word, _)| word.as_str())
}

/// What a label means by its words, or `None` where they say nothing. `label` is [folded](folded).
pub(super) fn meaning(label: &str) -> Option<Meaning> {
    let lexicon = &*LEXICON;
    if let Some(&meaning) = lexicon.phrases.get(label) {
        return Some(meaning);
    }
    if is_unspaced(label) {
        let short = label.chars().count() <= MOST_CHARACTERS;
        let contains = |(_, word): &&(Meaning, &str)| label.contains(word);
        return lexicon.contained.iter().find(contains).filter(|_| short).map(|&(meaning, _)| meaning);
    }
    let words: Vec<&str> = label.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let classes: Vec<u32> = words.iter().map(|word| lexicon.classes(word)).collect();
    let known = class::HEADS | class::MODIFIER | class::NOT_MENTORS;
    let unknown = classes.iter().filter(|&&classes| classes & known == 0).count();
    let all = classes.iter().fold(0, |all, classes| all | classes);
    let last = *classes.last()?;
    if unknown > (if words.len() <= 4 { 1 } else { words.len() / 3 }) {
        return None;
    }
    let is_sure = all & (class::MENTORS | class::DIFFICULTY) != 0
        || words.len() == 2 && last & (class::SKILLS | class::SIZE | class::OUTCOME) != 0;
    // `background` and `language` are as often what an idea is about.
    let is_vague = matches!(*words.last()?, "background" | "language" | "stack");
    if unknown > 0 && words.len() <= 2 && (!is_sure || is_vague) {
        return None;
    }
    let meaning = of_heads(&words, all, last)?;
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

/// What the heads among the words say, the surest first.
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
pub(super) fn has_all(label: &str) -> bool {
    let known = class::HEADS | class::MODIFIER | class::NOT_MENTORS;
    is_unspaced(label) || label.split(' ').all(|word| LEXICON.classes(word) & known != 0)
}

/// Whether the last word of a label is a head that hardly ever ends the name of a thing.
pub(super) fn ends_with_head(label: &str) -> bool {
    let heads = class::SKILLS | class::MENTORS | class::DIFFICULTY | class::SIZE;
    let last = label.rsplit(' ').next().unwrap_or_default();
    LEXICON.classes(last) & heads != 0
        && !matches!(last, "language" | "stack" | "technologie" | "technology" | "tool")
}

/// Whether the header of a table names a column of titles. `header` is [folded](folded).
pub(super) fn is_title_column(header: &str) -> bool {
    const WORDS: &[&str] = &[
        "the",
        "project",
        "idea",
        "proposal",
        "topic",
        "task",
        "title",
        "name",
        "mentorship",
        "program",
        "proposed",
        "description",
        "of",
    ];
    const FIRST: &[&str] = &[
        "project",
        "idea",
        "proposal",
        "topic",
        "task",
        "title",
        "name",
        "mentorship",
        "program",
        "proposed",
        "the",
    ];
    if header.contains("项目名称") || header.contains("题目") {
        return true;
    }
    let header = header.split_once(" on ").map_or(header, |(before, _)| before);
    let words = || header.split(' ');
    header != "description"
        && words().next().is_some_and(|first| FIRST.contains(&first))
        && words().all(|word| WORDS.contains(&word))
}

/// Whether a heading only says that ideas stand below it: it has a word for several of them, and hardly any
/// that the lexicon does not have.
pub(super) fn is_group(title: &str) -> bool {
    let lexicon = &*LEXICON;
    let bare = title.trim_matches(|c: char| !c.is_alphanumeric());
    if lexicon.group_contained.iter().any(|word| title.contains(word)) || matches!(bare, "项目" | "课题")
    {
        return true;
    }
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let has = |word: &str, class: u32| {
        let classes = lexicon.words.get(word).or_else(|| lexicon.words.get(folded(word).as_str()));
        classes.is_some_and(|classes| classes & class != 0)
    };
    let is_several = words.iter().any(|word| word.ends_with('s') && has(word, class::GROUP))
        || words.windows(2).any(|pair| has(pair[0], class::GROUP) && matches!(pair[1], "list" | "idea"));
    if !is_several || words.len() > GROUP_WORDS.0 {
        return false;
    }
    let title = folded(title);
    if contains(&lexicon.past, &title) || contains(&lexicon.hard, &title) {
        return false;
    }
    let unknown = words.iter().filter(|word| !has(word, class::GROUP | class::IN_GROUP)).count();
    unknown <= GROUP_WORDS.1
}

/// Whether a heading is about something else than an idea. `title` is [folded](folded).
pub(super) fn is_noise(title: &str) -> bool {
    let lexicon = &*LEXICON;
    if lexicon.noise_contained.iter().any(|word| title.contains(word)) || title == "content" {
        return true;
    }
    let words: Vec<&str> = title.split(' ').collect();
    let ends = words.last().is_some_and(|last| lexicon.noise_ends.contains(*last));
    words.len() <= NOISE_WORDS.0 && (ends || find(&lexicon.noise, &words).is_some())
        || words.len() <= NOISE_WORDS.1 && find(&lexicon.noise, &words) == Some(0)
}

/// Whether a heading is about something else, whatever stands below it.
pub(super) fn is_hard_noise(title: &str) -> bool {
    contains(&LEXICON.hard, title) || is_placeholder_title(title)
}

/// Whether a heading is about former ideas, or about no real ones.
pub(super) fn is_past(title: &str) -> bool {
    contains(&LEXICON.past, title)
}

/// Whether a title keeps the place of one: all of it, or a few words with one of the phrases.
pub(super) fn is_placeholder_title(title: &str) -> bool {
    const FEW: usize = 5;
    let words: Vec<&str> = title.split(' ').collect();
    let phrases = &LEXICON.placeholders;
    phrases.contains(title)
        || words.len() <= FEW
            && (2..=4).any(|length| words.windows(length).any(|part| phrases.contains(&part.join(" "))))
}

/// Whether one of the phrases stands in a folded title.
fn contains(phrases: &HashSet<String>, title: &str) -> bool {
    let words: Vec<&str> = title.split(' ').collect();
    words.len() <= NOISE_WORDS.1 + 1 && find(phrases, &words).is_some()
}

/// The place of the first word from which on a phrase stands among words.
fn find(phrases: &HashSet<String>, words: &[&str]) -> Option<usize> {
    const LONGEST: usize = 4;
    (0..words.len()).find(|&at| {
        (1..=LONGEST.min(words.len() - at)).any(|length| {
            if length == 1 {
                phrases.contains(words[at])
            } else {
                phrases.contains(words[at..at + length].join(" ").as_str())
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(label: &str) -> Option<FieldKind> {
        match meaning(&folded(label)) {
            Some(Meaning::Field(kind)) => Some(kind),
            _ => None,
        }
    }

    #[test]
    fn heads_decide_and_modifiers_do_not() {
        use FieldKind::{Description, Difficulty, Mentors, Other, Outcome, Size, Skills, Upstream};
        for (label, expected) in [
            ("Desired Skills", Skills),
            ("Prerequisite Knowledge", Skills),
            ("Skills / Technologies", Skills),
            ("Language/Tools", Skills),
            ("Suggested Skills and Background", Skills),
            ("Expected skills and technologies for the project", Skills),
            ("Possible technologies involved", Skills),
            ("Knowledge/Skills Involved", Skills),
            ("Technology", Skills),
            ("Project Supervisors", Mentors),
            ("Mentro(s)", Mentors),
            ("Tips for contacting mentors", Other),
            ("Estimated difficulty level", Difficulty),
            ("An easy, medium or hard difficulty rating of each project", Difficulty),
            ("Expected length of the project", Size),
            ("Time commitment", Size),
            ("Overview of Tasks", Outcome),
            ("Background and Motivation", Description),
            ("GitHub ticket", Upstream),
            ("项目技术要求", Skills),
            ("项目社区导师", Mentors),
            ("项目产出要求", Outcome),
        ] {
            assert_eq!(kind(label), Some(expected), "{label}");
        }
    }

    #[test]
    fn titles_of_ideas_are_no_labels() {
        for title in ["Result Reporter Tool", "Discord/Github Bot", "A better command line", "Fun", "Kestrel"]
        {
            assert!(
                kind(title).is_none_or(|kind| kind == FieldKind::Other) || !has_all(&folded(title)),
                "{title}"
            );
        }
    }

    #[test]
    fn groups_and_noise_are_told_from_ideas() {
        for title in ["Ideas", "Project ideas for 2026", "GSoC 2025 Projects", "Proposed topics", "项目列表"]
        {
            assert!(is_group(title), "{title}");
        }
        for title in ["How to apply", "Timeline", "FAQ", "What is the project proposal template?"] {
            assert!(is_noise(&folded(title)), "{title}");
        }
        for title in ["Faster tide tables", "A map of buoys"] {
            assert!(!is_noise(&folded(title)) && !is_group(title), "{title}");
        }
    }
}

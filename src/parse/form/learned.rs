//! Learned meanings: what a label means whose words say nothing, by its values across the document.
//!
//! Such a label has to recur, and most of its values have to be of one kind: people, sizes, grades of
//! difficulty, addresses of issues, names of skills.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::facts::{Fact, FactPlace};
use super::tree::Node;
use super::value;
use crate::model::{FieldKind, start_of};
use crate::parse::lexicon::Meaning;
use crate::parse::words::folded;

/// A label has to stand so often before its values tell what it means.
const OFTEN: usize = 2;
/// As much of a value is looked at, in bytes.
const LOOKED_AT: usize = 240;
/// Values of people have at most so many words.
const FEW_WORDS: usize = 15;

/// The names of the table of skills, by their [letters].
static SKILLS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let source = include_str!("../../../assets/skills.toml");
    let lines = source.lines().filter(|line| !line.starts_with(['#', '[']) && line.contains('='));
    let names = lines.flat_map(|line| {
        let key = line.split('=').next().unwrap_or_default();
        line.split('"').skip(1).step_by(2).chain([key]).map(|name| letters(name.trim_start_matches('~')))
    });
    names.filter(|name| !name.is_empty()).collect()
});

/// Gives the unknown labels of a tree the meanings that their values tell; these by the numbers of their
/// words.
pub(super) fn learn(
    text: &str,
    nodes: &mut [Node],
    of_folder: Option<&HashMap<u64, Meaning>>,
) -> HashMap<u64, Meaning> {
    let mut values: HashMap<u64, Vec<&str>> = HashMap::new();
    let mut labels: HashMap<u64, String> = HashMap::new();
    let facts = || nodes.iter().flat_map(|node| &node.facts);
    let people = facts().filter(|fact| fact.meaning == Some(Meaning::Field(FieldKind::Mentors))).count();
    let contacts = facts().filter(|fact| fact.meaning == Some(Meaning::Contact)).count();
    // A label that means no field by its words (`Challenge`) may still say how hard something is.
    let other = Some(Meaning::Field(FieldKind::Other));
    let is_asked = |fact: &&Fact| {
        matches!(fact.place, FactPlace::Line | FactPlace::Heading)
            && (fact.meaning.is_none()
                || fact.meaning == other
                || fact.meaning == Some(Meaning::Contact) && people * 2 < contacts)
    };
    let others: HashSet<u64> = facts().filter(|fact| fact.meaning == other).map(|fact| fact.key).collect();
    for fact in facts().filter(is_asked) {
        let value = fact.value.trim(text).of(text);
        // A title as a programme composes it begins like a label.
        if !value.is_empty() && !fact.label.of(text).contains(" - ") {
            values.entry(fact.key).or_default().push(start_of(value, LOOKED_AT));
            labels.entry(fact.key).or_insert_with(|| folded(fact.label.of(text)));
        }
    }
    let mut learned = HashMap::new();
    for (key, values) in values {
        if values.len() >= OFTEN
            && let Some(kind) = kind_of(&labels[&key], &values)
            && (kind == FieldKind::Difficulty || !others.contains(&key))
        {
            learned.insert(key, Meaning::Field(kind));
        }
    }
    for (key, meaning) in of_folder.into_iter().flatten() {
        learned.entry(*key).or_insert(*meaning);
    }
    for fact in nodes.iter_mut().flat_map(|node| &mut node.facts).filter(|fact| is_asked(&&**fact)) {
        if let Some(&meaning) = learned.get(&fact.key) {
            fact.meaning = Some(meaning);
        }
    }
    for node in nodes.iter_mut().filter(|node| node.is_label && node.meaning.is_none()) {
        node.meaning = node.facts.first().and_then(|fact| fact.meaning);
    }
    learned
}

/// Whether the values of a label may tell another meaning than its words do.
pub(super) fn may_be_learned(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Contact | Meaning::Field(FieldKind::Other))
}

/// The field that a label means whose values these are.
pub(in crate::parse) fn kind_of(label: &str, values: &[&str]) -> Option<FieldKind> {
    let share = |is: &dyn Fn(&str) -> bool, tenths: usize| {
        values.iter().filter(|value| is(value)).count() * 10 >= values.len() * tenths
    };
    let has = |words: &[&str]| label.split(' ').any(|word| words.contains(&word));
    let line = |value: &str| first_line(value).to_owned();
    let block = |value: &str| value[..value.find("\n\n").unwrap_or(value.len())].to_owned();
    if share(&|value| words(&block(value)) <= FEW_WORDS && lists_accounts(&block(value)), 7) {
        return Some(FieldKind::Mentors);
    }
    let names_things = &[
        "project",
        "organization",
        "organisation",
        "area",
        "topic",
        "domain",
        "team",
        "tag",
        "skill",
        "technology",
        "name",
        "title",
        "license",
        "program",
        "keyword",
        "component",
    ];
    if !has(names_things) && share(&|value| are_names(&block(value)), 8) {
        return Some(FieldKind::Mentors);
    }
    let is_size = |value: &str| {
        let line = line(value);
        value::hours(&line).is_some() && words(&line) <= 10 || words(&line) <= 4 && is_plain_size(&line)
    };
    if share(&is_size, 8) && values.iter().any(|value| value::hours(value).is_some() || !is_medium(value)) {
        return Some(FieldKind::Size);
    }
    let is_grade = |value: &str| {
        words(first_line(value)) <= 5 && crate::model::Difficulty::read(first_line(value)).is_some()
    };
    if !has(&["priority", "impact", "risk", "importance", "value", "fun"])
        && share(&is_grade, 7)
        && values.iter().any(|value| !is_medium(value) && !is_high_or_low(value))
    {
        return Some(FieldKind::Difficulty);
    }
    if share(
        &|value| {
            ["/issues/", "/pull/", "/merge_requests/", "/discussions/"]
                .iter()
                .any(|part| value.contains(part))
        },
        7,
    ) {
        return Some(FieldKind::Upstream);
    }
    share(&|value| names_skills(&block(value)), 7).then_some(FieldKind::Skills)
}

fn first_line(value: &str) -> &str {
    // A tag that closes a paragraph ends its line.
    let line = value.lines().next().unwrap_or_default().split("</").next().unwrap_or_default();
    line.trim_matches(['*', '_', '-', ' '])
}

fn words(value: &str) -> usize {
    value.split_whitespace().count()
}

fn is_plain_size(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    matches!(first.to_ascii_lowercase().as_str(), "small" | "medium" | "large" | "short" | "long")
}

fn is_medium(value: &str) -> bool {
    first_line(value).to_ascii_lowercase().starts_with("medium")
}

fn is_high_or_low(value: &str) -> bool {
    let line = first_line(value).to_ascii_lowercase();
    line.starts_with("high") || line.starts_with("low")
}

/// Whether a value lists accounts or addresses of people and hardly anything else.
fn lists_accounts(value: &str) -> bool {
    const SHORT: usize = 6;
    let lines = value.lines().map(|line| line.trim_start_matches(['-', '*', '+', ' ']));
    let parts: Vec<&str> = lines
        .flat_map(|line| line.split([',', ';']))
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let named = parts.iter().filter(|part| names_account(part)).count();
    named > 0 && parts.iter().all(|part| words(part) <= SHORT) && named * 2 >= parts.len()
}

/// Whether a value names an account or an address of a person.
fn names_account(value: &str) -> bool {
    let is_handle = |word: &str| {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | '*' | '-'));
        word.strip_prefix('@').is_some_and(|handle| handle.starts_with(char::is_alphanumeric))
    };
    value.contains("mailto:")
        || value
            .split_whitespace()
            .any(|word| is_handle(word) || is_mail(word.trim_matches(['(', ')', '<', '>', ',', ';'])))
        || value.match_indices("github.com/").any(|(at, found)| {
            let rest = &value[at + found.len()..];
            let handle = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
            handle > 0 && !rest[handle..].trim_start_matches('/').starts_with(|c: char| c.is_alphanumeric())
        })
}

fn is_mail(word: &str) -> bool {
    let parts = word.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

/// Whether a value is a few names of people and nothing else.
fn are_names(value: &str) -> bool {
    let list: Vec<&str> = value
        .lines()
        .map(|line| line.trim_start_matches(['-', '*', '+', ' ']))
        .filter(|line| !line.trim().is_empty())
        .collect();
    let parts = list
        .iter()
        .flat_map(|line| line.split([',', ';']))
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "));
    let mut count = 0;
    let all = parts.map(str::trim).all(|part| {
        count += 1;
        let part = part.split(['(', '<']).next().unwrap_or_default().trim();
        let mut words =
            part.split(' ').filter(|word| !matches!(*word, "de" | "van" | "der" | "la" | "von")).peekable();
        let amount = words.clone().count();
        words.peek().is_some()
            && (2..=4).contains(&amount)
            && words.all(|word| {
                word.starts_with(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
            })
    });
    all && (1..=6).contains(&count) && !names_skills(value)
}

/// Whether most parts of a value have the name of a known skill.
fn names_skills(value: &str) -> bool {
    const SHORT: usize = 4;
    let parts: Vec<&str> = value
        .lines()
        .map(|line| line.trim_start_matches(['-', '*', '+', ' ']))
        .flat_map(|line| line.split([',', ';']))
        .flat_map(|part| part.split(" and "))
        .map(|part| part.split(['(', '（']).next().unwrap_or_default())
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect();
    let is_skill = |part: &&&str| {
        let has = |word: &str| {
            let word = letters(word);
            word.len() > 2 && SKILLS.contains(&word)
        };
        SKILLS.contains(&letters(part))
            || part.split_whitespace().count() <= SHORT && part.split_whitespace().any(has)
    };
    !parts.is_empty() && parts.iter().filter(is_skill).count() * 10 >= parts.len() * 6
}

/// The letters and digits of a name in lower case: `TypeScript` and `Type script` are one.
fn letters(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    kept.flat_map(char::to_lowercase).collect()
}

//! The table of skills: `assets/skills.toml`, read once, and the look-up in it.

use std::borrow::Cow;
use std::sync::OnceLock;

use toml::de::{DeTable, DeValue};

use super::Area;
use super::tokens::{Gap, Tokens, singular};

/// The table as it is written.
pub(super) const SOURCE: &str = include_str!("../../../assets/skills.toml");

/// A skill and how it is written.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) area: Area,
    /// Its name first.
    pub(super) spellings: Vec<Cow<'static, str>>,
}

/// A spelling as it is compared.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) letters: String,
    /// The number of the skill.
    pub(super) skill: usize,
    /// Where it is a word of English, too: how it is written when it means the skill.
    pub(super) name: Option<Cow<'static, str>>,
}

/// All skills.
#[derive(Debug)]
pub(super) struct Table {
    /// By area, then by name: the number of a skill is its place here.
    pub(super) skills: Vec<Known>,
    /// In the order of their letters.
    pub(super) keys: Vec<Key>,
}

/// The table.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::read)
}

impl Table {
    fn read() -> Self {
        let source = DeTable::parse(SOURCE).expect("the table is TOML: tests read it").into_inner();
        let mut table = Self { skills: Vec::new(), keys: Vec::new() };
        for area in Area::ALL {
            let Some(DeValue::Table(skills)) = source.get(area.name()).map(toml::Spanned::get_ref) else {
                continue;
            };
            for (name, spellings) in skills {
                table.add(area, name.get_ref().clone(), strings(spellings.get_ref()));
            }
        }
        table.keys.sort_unstable_by(|a, b| a.letters.cmp(&b.letters));
        for name in source.get("words").into_iter().flat_map(|words| strings(words.get_ref())) {
            if let Some(at) = table.place(&key(&name)) {
                table.keys[at].name = Some(name);
            }
        }
        table
    }

    fn add(&mut self, area: Area, name: Cow<'static, str>, others: impl Iterator<Item = Cow<'static, str>>) {
        let skill = self.skills.len();
        let spellings: Vec<_> = std::iter::once(name).chain(others).collect();
        for spelling in &spellings {
            let letters = key(spelling);
            if letters.contains('/') {
                self.keys.push(Key { letters: letters.replace('/', ""), skill, name: None });
            }
            self.keys.push(Key { letters, skill, name: None });
        }
        self.skills.push(Known { area, spellings });
    }

    /// The spelling with these letters.
    pub(super) fn find(&self, letters: &str) -> Option<&Key> {
        self.place(letters).map(|at| &self.keys[at])
    }

    /// Whether a spelling begins with these letters.
    pub(super) fn begins(&self, letters: &str) -> bool {
        let at = self.keys.partition_point(|key| key.letters.as_str() < letters);
        self.keys.get(at).is_some_and(|key| key.letters.starts_with(letters))
    }

    fn place(&self, letters: &str) -> Option<usize> {
        self.keys.binary_search_by(|key| key.letters.as_str().cmp(letters)).ok()
    }
}

fn strings(value: &DeValue<'static>) -> impl Iterator<Item = Cow<'static, str>> {
    let values = value.as_array().into_iter().flat_map(|values| values.iter());
    values.filter_map(|value| match value.get_ref() {
        DeValue::String(words) => Some(words.clone()),
        _ => None,
    })
}

/// The letters by which a spelling is looked up.
pub(super) fn key(spelling: &str) -> String {
    let tokens = Tokens::of(spelling);
    let mut letters = String::new();
    for number in 0..tokens.list.len() {
        extend(&mut letters, &tokens, number);
    }
    letters.truncate(singular(&letters).len());
    letters
}

/// Adds a word to letters. Those of a whole spelling are looked up in the singular.
pub(super) fn extend(letters: &mut String, tokens: &Tokens<'_>, number: usize) {
    if !letters.is_empty() && tokens.gap(number) == Gap::Slash {
        letters.push('/');
    }
    letters.push_str(tokens.word(number));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_table_is_large_and_tidy() {
        let table = table();
        assert!(table.skills.len() >= 150, "{}", table.skills.len());
        let spellings = || table.skills.iter().flat_map(|skill| &skill.spellings);
        for spelling in spellings() {
            assert_eq!(**spelling, spelling.to_lowercase());
            assert_eq!(**spelling, *spelling.trim());
        }
        for area in Area::ALL {
            let names: Vec<_> = table
                .skills
                .iter()
                .filter(|skill| skill.area == area)
                .map(|skill| &skill.spellings[0])
                .collect();
            assert!(names.len() >= 20 && names.is_sorted(), "{}", area.name());
        }
        let written = SOURCE.lines().filter(|line| line.ends_with(']') && line.contains(" = [")).count();
        assert_eq!(written, table.skills.len(), "nothing of the table is left out");
    }

    #[test]
    fn a_spelling_stands_once() {
        let mut seen = BTreeMap::new();
        for skill in &table().skills {
            for spelling in &skill.spellings {
                let before = seen.insert(key(spelling), spelling);
                assert_eq!(before, None, "{spelling} is written as another is");
            }
        }
        assert!(table().keys.windows(2).all(|pair| pair[0].letters != pair[1].letters));
    }

    #[test]
    fn every_word_that_is_english_too_is_a_spelling() {
        let named = table().keys.iter().filter(|key| key.name.is_some()).count();
        let source = DeTable::parse(SOURCE).unwrap().into_inner();
        assert_eq!(strings(source.get("words").unwrap().get_ref()).count(), named);
    }
}

//! The table of skills: `assets/skills.toml`, read once, and the look-up in it.

use std::sync::OnceLock;

use super::tokens::{Gap, Tokens, singular};

/// The kind of a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// Languages that programs are written in.
    Languages,
    /// Tools and systems to build with and upon.
    Platforms,
    /// Ways to work.
    Practices,
    /// Fields of knowledge.
    Domains,
}

impl Area {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Languages, Self::Platforms, Self::Practices, Self::Domains];

    pub fn name(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Platforms => "platforms",
            Self::Practices => "practices",
            Self::Domains => "domains",
        }
    }
}

/// The table as it is written.
const SOURCE: &str = include_str!("../../../assets/skills.toml");

/// A skill and how it is written.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) area: Area,
    /// Names that mean the same everywhere, the one to show first.
    pub(super) spellings: Vec<&'static str>,
    /// Names of its parts and kinds, each with the number of what it names: names of one thing share it.
    pub(super) kinds: Vec<(&'static str, u16)>,
}

/// A spelling as it is compared.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) letters: String,
    /// The number of the skill.
    pub(super) skill: usize,
    /// Where it names a part or a kind of the skill: the number of that among those of the skill.
    pub(super) kind: Option<u16>,
    /// Where it is a word of English, too: how it is written when it means the skill.
    pub(super) name: Option<&'static str>,
}

/// All skills.
#[derive(Debug)]
pub(super) struct Table {
    /// By area, then by name: the number of a skill is its place here.
    pub(super) skills: Vec<Known>,
    /// In the order of their letters.
    pub(super) keys: Vec<Key>,
    /// For each first byte, where the keys with it or a greater one begin.
    beginnings: [usize; 257],
}

pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::read(SOURCE))
}

impl Table {
    /// Reads the lines of the table. That is TOML, of which it needs so little (a heading, or a name
    /// and quoted words on one line) that this is many times as fast as to read all of TOML; the
    /// first frame waits for it.
    fn read(source: &'static str) -> Self {
        let mut table = Self { skills: Vec::new(), keys: Vec::new(), beginnings: [0; 257] };
        let (mut area, mut words) = (None, Vec::new());
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                area = Area::ALL.into_iter().find(|area| name.strip_suffix(']') == Some(area.name()));
            } else if let Some(area) = area
                && let Some((name, others)) = line.split_once(" = ")
            {
                table.add(area, name.trim_matches('"'), others);
            } else {
                words.extend(quoted(line));
            }
        }
        table.keys.sort_unstable_by(|a, b| a.letters.cmp(&b.letters));
        for (byte, beginning) in (0..=u8::MAX).zip(&mut table.beginnings) {
            *beginning = table.keys.partition_point(|key| key.letters.as_bytes() < [byte].as_slice());
        }
        table.beginnings[256] = table.keys.len();
        for name in words {
            if let Some(at) = table.place(&key(name)) {
                table.keys[at].name = Some(name);
            }
        }
        table
    }

    fn add(&mut self, area: Area, name: &'static str, others: &'static str) {
        let skill = self.skills.len();
        let (mut spellings, mut kinds, mut number) = (vec![name], Vec::new(), 0);
        for other in quoted(others) {
            if let Some(kind) = other.strip_prefix('~') {
                number += 1;
                kinds.push((kind, number));
            } else if let Some(same) = other.strip_prefix('=') {
                kinds.push((same, number));
            } else {
                spellings.push(other);
            }
        }
        let named = spellings.iter().map(|&spelling| (spelling, None));
        for (spelling, kind) in named.chain(kinds.iter().map(|&(kind, number)| (kind, Some(number)))) {
            let letters = key(spelling);
            if letters.contains('/') {
                let letters = letters.replace('/', "");
                self.keys.push(Key { letters, skill, kind, name: None });
            }
            self.keys.push(Key { letters, skill, kind, name: None });
        }
        self.skills.push(Known { area, spellings, kinds });
    }

    /// The spelling with these letters.
    pub(super) fn find(&self, letters: &str) -> Option<&Key> {
        self.place(letters).map(|at| &self.keys[at])
    }

    /// The first spelling that begins with these letters; it is the one with no others, where that
    /// is one.
    pub(super) fn first(&self, letters: &str) -> Option<&Key> {
        let byte = usize::from(*letters.as_bytes().first()?);
        let keys = &self.keys[self.beginnings[byte]..self.beginnings[byte + 1]];
        let at = keys.partition_point(|key| key.letters.as_str() < letters);
        keys.get(at).filter(|key| key.letters.starts_with(letters))
    }

    fn place(&self, letters: &str) -> Option<usize> {
        self.keys.binary_search_by(|key| key.letters.as_str().cmp(letters)).ok()
    }
}

/// The words between the quotes of a line.
fn quoted(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('"').skip(1).step_by(2)
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

    use toml::de::{DeTable, DeValue};

    use super::*;

    #[test]
    fn the_table_is_large_and_tidy() {
        let table = table();
        assert!(table.skills.len() >= 150, "{}", table.skills.len());
        for spelling in table.skills.iter().flat_map(names) {
            assert_eq!(spelling, spelling.to_lowercase().trim());
        }
        for area in Area::ALL {
            let skills = table.skills.iter().filter(|skill| skill.area == area);
            let names: Vec<_> = skills.map(|skill| skill.spellings[0].trim_start_matches('.')).collect();
            assert!(names.len() >= 20 && names.is_sorted(), "{}", area.name());
        }
    }

    #[test]
    fn the_table_is_read_as_toml_is() {
        let source = DeTable::parse(SOURCE).unwrap().into_inner();
        let written = |skill: &Known| {
            let mut before = 0;
            let kinds = skill.kinds.iter().map(|&(kind, number)| {
                let sign = if std::mem::replace(&mut before, number) == number { '=' } else { '~' };
                format!("{sign}{kind}")
            });
            let mut all: Vec<_> = skill.spellings[1..].iter().map(ToString::to_string).chain(kinds).collect();
            all.sort_unstable();
            (skill.area, skill.spellings[0].to_owned(), all)
        };
        let mut skills: Vec<_> = table().skills.iter().map(written).collect();
        let mut expected = Vec::new();
        for area in Area::ALL {
            for (name, others) in source[area.name()].get_ref().as_table().unwrap() {
                let mut others: Vec<_> = strings(others.get_ref()).collect();
                others.sort_unstable();
                expected.push((area, name.get_ref().to_string(), others));
            }
        }
        skills.sort_unstable();
        expected.sort_unstable();
        assert_eq!(source.len(), Area::ALL.len() + 1, "areas and words");
        assert_eq!(skills, expected);

        let mut words: Vec<_> = strings(source["words"].get_ref()).collect();
        let mut names: Vec<_> = table().keys.iter().filter_map(|key| key.name.map(str::to_owned)).collect();
        words.sort_unstable();
        names.sort_unstable();
        assert_eq!(words, names, "every word that is English too is a spelling");
    }

    fn names(skill: &Known) -> impl Iterator<Item = &'static str> {
        skill.spellings.iter().copied().chain(skill.kinds.iter().map(|(kind, _)| *kind))
    }

    fn strings(value: &DeValue<'_>) -> impl Iterator<Item = String> {
        let values = value.as_array().unwrap().iter();
        values.map(|value| match value.get_ref() {
            DeValue::String(words) => words.to_string(),
            other => panic!("{other:?} is no word"),
        })
    }

    #[test]
    fn a_spelling_stands_once() {
        let mut seen = BTreeMap::new();
        for skill in &table().skills {
            for spelling in names(skill) {
                let before = seen.insert(key(spelling), spelling);
                assert_eq!(before, None, "{spelling} is written as another is");
            }
        }
        assert!(table().keys.windows(2).all(|pair| pair[0].letters != pair[1].letters));
    }
}

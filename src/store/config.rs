//! The configuration: what a person wrote down for every run.
//!
//! TOML, of which the tables and keys below are known. What is not understood is said with its
//! place, and the program runs as if it did not stand there. To add a key: a word in `KNOWN`, a
//! field of [`Config`], a line in `parse`.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::checking::{self, Checking};
use crate::files::{self, FileError};

/// Tables, and the keys in each.
pub(super) type Tables = &'static [(&'static str, &'static [&'static str])];

/// What a person's file may hold.
const KNOWN: Tables = &[("profile", &["skills"]), ("check", checking::KEYS)];
/// The most bytes that a configuration may have: a thousand times what anybody writes by hand.
pub(super) const MOST: u64 = 1 << 20;
/// A name is near another when no more letters than this differ.
const NEAR: usize = 2;

/// What was written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// `[profile] skills`: what one can do.
    pub skills: Vec<String>,
    /// `[check]`: how listings are checked.
    pub check: Checking,
}

/// A configuration, and what in it was not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Configured {
    /// What was understood; defaults for all else.
    pub config: Config,
    /// What was not, in order: a sentence each, with file, line and column.
    pub complaints: Vec<String>,
}

/// Reads a configuration, which is called `name` in what is said about it.
///
/// # Errors
///
/// When it is no regular file, cannot be read, is too large, or is no text.
pub fn read(path: &Path, name: &str) -> Result<Configured, FileError> {
    files::read_text(path, MOST).map(|text| parse(&text, name))
}

/// Understands the text of a configuration, which is called `name` in what is said about it.
#[must_use]
pub fn parse(text: &str, name: &str) -> Configured {
    understand(text, name, KNOWN)
}

/// Understands a text that may hold these tables.
pub(super) fn understand(text: &str, name: &str, known: Tables) -> Configured {
    let mut reader = Reader { name, text, known, complaints: Vec::new() };
    let mut config = Config::default();
    match DeTable::parse(text) {
        Ok(root) => {
            reader.check_names(root.get_ref());
            config.skills = reader.words(root.get_ref(), "profile", "skills").unwrap_or_default();
            config.check = Checking::of(root.get_ref(), &mut reader);
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            reader.complain(at, &format!("{message}; the file is ignored"));
        }
    }
    reader.complaints.sort_by_key(|(at, _)| *at);
    Configured { config, complaints: reader.complaints.into_iter().map(|(_, sentence)| sentence).collect() }
}

/// What reads a file, and gathers what is to be said about it.
pub(super) struct Reader<'t> {
    name: &'t str,
    text: &'t str,
    known: Tables,
    /// With their places, in bytes.
    complaints: Vec<(usize, String)>,
}

impl Reader<'_> {
    /// The file, the line and the column of an offset.
    pub(super) fn place(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{}:{line}:{column}", self.name)
    }

    /// Says something about the text at an offset.
    pub(super) fn complain(&mut self, at: usize, what: &str) {
        let place = self.place(at);
        self.complaints.push((at, format!("{place}: {what}")));
    }

    /// Says which names nobody knows.
    fn check_names(&mut self, root: &DeTable<'_>) {
        for (table, value) in root {
            let Some((name, keys)) = self.known.iter().find(|(known, _)| known == table.get_ref()) else {
                let known = self.known.iter().map(|(table, _)| format!("[{table}]"));
                self.unknown(table, &format!("[{}]", table.get_ref()), known);
                continue;
            };
            match value.get_ref() {
                DeValue::Table(inner) => {
                    for (key, _) in inner.iter().filter(|(key, _)| !keys.contains(&key.get_ref().as_ref())) {
                        let known = keys.iter().map(|key| format!("{name}.{key}"));
                        self.unknown(key, &format!("{name}.{}", key.get_ref()), known);
                    }
                }
                other => {
                    let found = other.type_str();
                    self.complain(
                        table.span().start,
                        &format!("{name} must be a table, not {found}; ignored"),
                    );
                }
            }
        }
    }

    fn unknown<T>(&mut self, key: &Spanned<T>, written: &str, known: impl Iterator<Item = String>) {
        let known: Vec<String> = known.collect();
        let distance = |known: &&String| strsim::osa_distance(known, written);
        let near = known.iter().filter(|known| distance(known) <= NEAR).min_by_key(distance);
        let hint = match near {
            Some(near) => format!("did you mean {near}?"),
            None => format!("there is {}", known.join(", ")),
        };
        self.complain(key.span().start, &format!("nothing is called {written}, so it is ignored; {hint}"));
    }

    /// A list of words below a key of a table; nothing where there is none.
    fn words(&mut self, root: &DeTable<'_>, table: &str, key: &str) -> Option<Vec<String>> {
        let value = root.get(table)?.get_ref().as_table()?.get(key)?;
        let strings = |list: &[Spanned<DeValue<'_>>]| {
            let word = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
                DeValue::String(word) => Ok(word.to_string()),
                _ => Err(value.span().start),
            };
            list.iter().map(word).collect()
        };
        let words: Result<Vec<String>, usize> = match value.get_ref() {
            DeValue::Array(list) => strings(list),
            _ => Err(value.span().start),
        };
        match words {
            Ok(words) => Some(words),
            Err(at) => {
                let what = format!("{table}.{key} must be a list of words, as [\"go\", \"rust\"]; ignored");
                self.complain(at, &what);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skills(text: &str) -> (Vec<String>, Vec<String>) {
        let Configured { config, complaints } = parse(text, "config.toml");
        (config.skills, complaints)
    }

    #[test]
    fn what_is_understood_is_taken() {
        let (skills, complaints) = skills("# Mine\n[profile]\nskills = [\"go\", \"k8s\"]\n");
        assert_eq!((skills, complaints), (vec!["go".to_owned(), "k8s".to_owned()], vec![]));
        assert_eq!(self::skills(""), (vec![], vec![]));
        assert_eq!(self::skills("[profile]\n"), (vec![], vec![]));
    }

    #[test]
    fn a_name_that_nobody_knows_is_told_with_the_one_near_it() {
        let (skills, complaints) =
            skills("[profil]\nskills = [\"go\"]\n\n[profile]\nskils = 1\nname = 2\n[zebra]\n");
        assert_eq!(skills, [] as [&str; 0]);
        assert_eq!(
            complaints,
            [
                "config.toml:1:2: nothing is called [profil], so it is ignored; did you mean [profile]?",
                "config.toml:5:1: nothing is called profile.skils, so it is ignored; did you mean profile.skills?",
                "config.toml:6:1: nothing is called profile.name, so it is ignored; there is profile.skills",
                "config.toml:7:2: nothing is called [zebra], so it is ignored; there is [profile], [check]",
            ]
        );
    }

    #[test]
    fn a_wrong_value_is_told_with_its_place_and_the_rest_holds() {
        for (text, complaint) in [
            ("[profile]\nskills = \"go\"\n", "2:10: profile.skills must be a list of words"),
            ("[profile]\nskills = [\"é\", 1]\n", "2:16: profile.skills must be a list of words"),
            ("profile = 3\n", "1:1: profile must be a table, not integer"),
        ] {
            let (skills, complaints) = skills(text);
            assert_eq!((skills.len(), complaints.len()), (0, 1), "{text}");
            assert!(complaints[0].starts_with(&format!("config.toml:{complaint}")), "{complaints:?}");
        }
    }

    #[test]
    fn what_is_no_toml_is_one_sentence() {
        let (skills, complaints) = skills("[profile]\nskills = [\"go\"\n");
        assert_eq!((skills.len(), complaints.len()), (0, 1), "{complaints:?}");
        assert!(complaints[0].starts_with("config.toml:2:") || complaints[0].starts_with("config.toml:3:"));
        assert!(complaints[0].ends_with("; the file is ignored") && !complaints[0].contains('\n'));
    }
}

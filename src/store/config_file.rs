//! The text of a configuration file, read by serde one key at a time.
//!
//! A key that is unknown or whose value has another type is reported with its place and ignored; the rest of the
//! file counts. To add a key: a field of the configuration and a call of [`ConfigFile::value`].

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::settings::Setting;

/// The most bytes that a configuration file may have: a thousand times more than anybody writes by hand.
pub(super) const MAX_BYTES: u64 = 1 << 20;
/// The most letters by which an unknown name may differ from a known one that is suggested in its place.
const MAX_DISTANCE: usize = 2;

/// A text of the file with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocatedString {
    pub text: String,
    /// File, line and column, from 1: `mentor-tui.toml:2:11`.
    pub place: String,
}

/// The tables of a file that were not read yet, and the complaints about those that were.
pub(super) struct ConfigFile<'t> {
    /// The name of the file in complaints.
    name: &'t str,
    text: &'t str,
    tables: DeTable<'t>,
    known: Vec<String>,
    /// Complaints with the byte offsets of their places.
    complaints: Vec<(usize, String)>,
    is_broken: bool,
}

/// The keys of a table that were not read yet.
pub(super) struct Table<'t> {
    name: &'static str,
    values: DeTable<'t>,
    known: Vec<String>,
}

impl Table<'_> {
    /// The keys that were not read yet.
    pub(super) fn keys(&self) -> Vec<String> {
        self.values.iter().map(|(key, _)| key.get_ref().to_string()).collect()
    }
}

impl<'t> ConfigFile<'t> {
    /// Parses a text. One that is no TOML is a complaint and has no tables.
    pub(super) fn parse(text: &'t str, name: &'t str) -> Self {
        let mut file = Self {
            name,
            text,
            tables: DeTable::new(),
            known: Vec::new(),
            complaints: Vec::new(),
            is_broken: false,
        };
        match DeTable::parse(text) {
            Ok(tables) => file.tables = tables.into_inner(),
            Err(error) => {
                file.is_broken = true;
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().lines().collect::<Vec<_>>().join(", ");
                file.complain(at, &format!("{message}; the file is ignored"));
            }
        }
        file
    }

    /// Whether the text is no TOML, so that nothing of it counts.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Takes the value of a setting; see [`Self::value`].
    pub(super) fn setting<T: DeserializeOwned>(
        &mut self,
        table: &mut Table<'t>,
        setting: &Setting,
    ) -> Option<T> {
        self.value(table, setting.key, &setting.expected())
    }

    /// Takes every key of a table with its value, in the order of the text.
    pub(super) fn all(&self, table: &mut Table<'t>) -> Vec<(LocatedString, Spanned<DeValue<'t>>)> {
        let mut all: Vec<_> = std::mem::take(&mut table.values).into_iter().collect();
        all.sort_by_key(|(key, _)| key.span().start);
        let located = |key: &Spanned<_>| self.located_at(key.get_ref(), key.span().start);
        all.into_iter().map(|(key, value)| (located(&key), value)).collect()
    }

    /// Takes a table, which is empty if the file has none of this name.
    pub(super) fn table(&mut self, name: &'static str) -> Table<'t> {
        self.known.push(format!("[{name}]"));
        let mut table = Table { name, values: DeTable::new(), known: Vec::new() };
        if let Some((key, value)) = self.tables.remove_entry(name) {
            match value.into_inner() {
                DeValue::Table(values) => table.values = values,
                other => {
                    let found = other.type_str();
                    self.complain(key.span().start, &format!("{name} must be a table, not {found}; ignored"));
                }
            }
        }
        table
    }

    /// Takes tables of one name, `[[name]]`, in the order of the text. One of another form is a complaint; `expected` tells
    /// the form, in words that follow "must be ".
    pub(super) fn list<T: DeserializeOwned>(&mut self, name: &'static str, expected: &str) -> Vec<T> {
        self.known.push(format!("[[{name}]]"));
        let Some((key, value)) = self.tables.remove_entry(name) else { return Vec::new() };
        let DeValue::Array(tables) = value.into_inner() else {
            self.complain(key.span().start, &format!("{name} must be [[{name}]], {expected}; ignored"));
            return Vec::new();
        };
        let read = |table: Spanned<DeValue<'t>>| {
            let start = table.span().start;
            let read = T::deserialize(ValueDeserializer::from(table));
            read.map_err(|_| self.complain(start, &format!("{name} must be {expected}; ignored"))).ok()
        };
        tables.into_iter().filter_map(read).collect()
    }

    /// Complains about a word in the table `reading` that is none of those that are allowed.
    pub(super) fn complain_word(&mut self, word: &Spanned<String>, key: &str, allowed: &[&str]) {
        let written = word.as_ref();
        let distance = |known: &&&str| strsim::osa_distance(known, written);
        let near = allowed.iter().filter(|known| distance(known) <= 1).min_by_key(distance);
        let hint = match near {
            // Of words as short as the names of headings any is near.
            Some(near) if near.len() > 2 => format!("did you mean {near}?"),
            _ => format!("it may be {}", allowed.join(", ")),
        };
        self.complain(word.span().start, &format!("reading: {key} is {written:?}, so it is ignored; {hint}"));
    }

    /// Takes the value of a key. `None` if the table has no such key, or (with a complaint) a value of another
    /// type; `expected` describes the type in words that follow "must be ".
    pub(super) fn value<T: DeserializeOwned>(
        &mut self,
        table: &mut Table<'t>,
        key: &str,
        expected: &str,
    ) -> Option<T> {
        table.known.push(format!("{}.{key}", table.name));
        let (_, value) = table.values.remove_entry(key)?;
        let start = value.span().start;
        T::deserialize(ValueDeserializer::from(value))
            .map_err(|error| {
                let at = error.span().map_or(start, |span| span.start);
                self.complain(at, &format!("{}.{key} must be {expected}; ignored", table.name));
            })
            .ok()
    }

    /// Complains about the keys of a table that were not taken.
    pub(super) fn finish_table(&mut self, table: &Table<'_>) {
        for (key, _) in &table.values {
            let written = format!("{}.{}", table.name, key.get_ref());
            self.complain_unknown(key.span().start, &written, &table.known);
        }
    }

    /// Gives the complaints about the tables that were taken, in the order of the text.
    pub(super) fn finish_taken(mut self) -> Vec<String> {
        self.tables = DeTable::new();
        self.finish()
    }

    /// Complains about the tables that were not taken, and returns all complaints in the order of the text: a
    /// sentence each, with file, line and column.
    pub(super) fn finish(mut self) -> Vec<String> {
        let (tables, known) = (std::mem::take(&mut self.tables), std::mem::take(&mut self.known));
        for (key, _) in &tables {
            self.complain_unknown(key.span().start, &format!("[{}]", key.get_ref()), &known);
        }
        self.complaints.sort_by_key(|(at, _)| *at);
        self.complaints.into_iter().map(|(_, sentence)| sentence).collect()
    }

    /// A text with its place in this file.
    pub(super) fn located(&self, text: &Spanned<String>) -> LocatedString {
        self.located_at(text.as_ref(), text.span().start)
    }

    /// A text with the place of a byte offset.
    pub(super) fn located_at(&self, text: &(impl AsRef<str> + ?Sized), at: usize) -> LocatedString {
        LocatedString { text: text.as_ref().to_owned(), place: self.place(at) }
    }

    fn complain_unknown(&mut self, at: usize, written: &str, known: &[String]) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let hint = hint(written, &known);
        self.complain(at, &format!("nothing is called {written}, so it is ignored; {hint}"));
    }

    /// Complains about the value at a byte offset.
    pub(super) fn complain(&mut self, at: usize, sentence: &str) {
        let place = self.place(at);
        self.complaints.push((at, format!("{place}: {sentence}")));
    }

    /// File, line and column of a byte offset.
    fn place(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{}:{line}:{column}", self.name)
    }
}

/// The known name that an unknown one may have meant, or all known names: the end of a sentence about it.
pub fn hint(written: &str, known: &[&str]) -> String {
    let distance = |known: &&str| strsim::osa_distance(known, written);
    let near =
        known.iter().filter(|known| distance(known) <= MAX_DISTANCE).min_by_key(|known| distance(known));
    match near {
        Some(near) => format!("did you mean {near}?"),
        None => format!("there is {}", known.join(", ")),
    }
}

//! How listings are checked in a project: the table `[check]` of `mentor-tui.toml`.
//!
//! The file stands beside the listings or in a folder above them, up to the root of the repository.

#![expect(clippy::disallowed_methods, reason = "the configuration is a file")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

/// What the file may be called.
const NAMES: [&str; 2] = ["mentor-tui.toml", ".mentor-tui.toml"];
/// The keys of the table, and of the tables in it.
const KEYS: [&str; 6] = ["fail-on", "select", "ignore", "severity", "limits", "project-aliases"];

/// What was written down. Words are as written: whoever uses them says which are wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checking {
    /// `fail-on`: a severity, or `never`.
    pub fail_on: Option<String>,
    /// `select`: only these rules.
    pub select: Vec<String>,
    /// `ignore`: none of these rules.
    pub ignore: Vec<String>,
    /// `[check.severity]`: (rule, severity).
    pub severity: Vec<(String, String)>,
    /// `[check.limits]`: (name, number).
    pub limits: Vec<(String, usize)>,
    /// `[check.project-aliases]`: (written, meant).
    pub aliases: Vec<(String, String)>,
    /// What was not understood: a sentence each.
    pub complaints: Vec<String>,
}

/// The file that is nearest to a path, in its folder or above, up to the root of the repository.
#[must_use]
pub fn nearest(path: &Path) -> Option<PathBuf> {
    let path = fs::canonicalize(path).ok()?;
    let folder = if path.is_dir() { path.as_path() } else { path.parent()? };
    for folder in folder.ancestors() {
        let found = NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file());
        if found.is_some() || folder.join(".git").exists() {
            return found;
        }
    }
    None
}

/// Reads a file.
///
/// # Errors
///
/// When it cannot be read, or is no text.
pub fn read(path: &Path) -> io::Result<Checking> {
    fs::read_to_string(path).map(|text| parse(&text))
}

/// Understands the text of a file; what is wrong in it is a complaint.
#[must_use]
pub fn parse(text: &str) -> Checking {
    let mut checking = Checking::default();
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            checking.complaints.push(error.message().lines().collect::<Vec<_>>().join(", "));
            return checking;
        }
    };
    let table = root.get_ref().get("check").and_then(|value| value.get_ref().as_table());
    for (key, value) in table.into_iter().flatten() {
        let (key, value) = (key.get_ref().as_ref(), value.get_ref());
        if !checking.take(key, value) {
            checking.complaints.push(if KEYS.contains(&key) {
                format!("check.{key} is of another kind than it should be, so it is ignored")
            } else {
                format!("nothing is called check.{key}, so it is ignored; there is {}", KEYS.join(", "))
            });
        }
    }
    checking
}

impl Checking {
    /// Takes the value of a key; tells whether it could.
    fn take(&mut self, key: &str, value: &DeValue<'_>) -> bool {
        let pairs = || value.as_table().and_then(pairs);
        match key {
            "fail-on" => put(&mut self.fail_on, value.as_str().map(|word| Some(word.to_owned()))),
            "select" => put(&mut self.select, words(value)),
            "ignore" => put(&mut self.ignore, words(value)),
            "severity" => put(&mut self.severity, pairs()),
            "project-aliases" => put(&mut self.aliases, pairs()),
            "limits" => put(&mut self.limits, value.as_table().and_then(numbers)),
            _ => false,
        }
    }
}

fn put<T>(place: &mut T, value: Option<T>) -> bool {
    let understood = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    understood
}

fn words(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|word| Some(word.get_ref().as_str()?.to_owned())).collect()
}

fn pairs(table: &DeTable<'_>) -> Option<Vec<(String, String)>> {
    let pair = |(key, value): (&toml::Spanned<std::borrow::Cow<'_, str>>, &toml::Spanned<DeValue<'_>>)| {
        Some((key.get_ref().to_string(), value.get_ref().as_str()?.to_owned()))
    };
    table.iter().map(pair).collect()
}

fn numbers(table: &DeTable<'_>) -> Option<Vec<(String, usize)>> {
    let number = |(key, value): (&toml::Spanned<std::borrow::Cow<'_, str>>, &toml::Spanned<DeValue<'_>>)| {
        let number = value.get_ref().as_integer()?.as_str().parse().ok()?;
        Some((key.get_ref().to_string(), number))
    };
    table.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_understood_and_every_other_is_told() {
        let read = parse(
            "[check]\nfail-on = \"warning\"\nignore = [\"MT402\"]\nselct = 1\n\
             [check.severity]\nsingle-mentor = \"info\"\n[check.limits]\ntitle = 90\n\
             [check.project-aliases]\n\"krkn - Chaos\" = \"Krkn\"\n",
        );
        assert_eq!(read.fail_on.as_deref(), Some("warning"));
        assert_eq!(read.ignore, ["MT402"]);
        assert_eq!(read.severity, [("single-mentor".to_owned(), "info".to_owned())]);
        assert_eq!(read.limits, [("title".to_owned(), 90)]);
        assert_eq!(read.aliases, [("krkn - Chaos".to_owned(), "Krkn".to_owned())]);
        assert_eq!(read.complaints.len(), 1, "{:?}", read.complaints);
        assert_eq!(parse("[profile]\nskills = []\n"), Checking::default());
        assert_eq!(parse("[check").complaints.len(), 1);
    }

    #[test]
    fn the_nearest_file_counts_up_to_the_root_of_the_repository() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("repository/programs");
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir(room.path().join("repository/.git")).unwrap();
        fs::write(room.path().join("mentor-tui.toml"), "").unwrap();
        fs::write(folder.join("ideas.md"), "").unwrap();
        assert_eq!(nearest(&folder.join("ideas.md")), None, "what is outside does not count");
        fs::write(room.path().join("repository/.mentor-tui.toml"), "").unwrap();
        let found = nearest(&folder.join("ideas.md")).unwrap();
        assert!(found.ends_with("repository/.mentor-tui.toml"), "{}", found.display());
    }
}

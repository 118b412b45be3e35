//! How listings are checked: the table `[check]`, of a person's configuration or of a project's `mentor-tui.toml`.
//!
//! The project's file stands beside the listings or in a folder above them, up to the root of the repository.

#![expect(clippy::disallowed_methods, reason = "the configuration is a file")]

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::config::{self, Reader, Tables};

/// What the file of a project may be called.
const NAMES: [&str; 2] = ["mentor-tui.toml", ".mentor-tui.toml"];
/// The keys of the table, and of the tables in it.
pub(super) const KEYS: &[&str] =
    &["fail-on", "select", "ignore", "severity", "limits", "project-aliases", "projects"];
/// What the file of a project may hold.
const KNOWN: Tables = &[("check", KEYS)];

/// What was written down. Words are as written: whoever uses them says which are wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checking {
    /// `fail-on`: a severity, or `never`.
    pub fail_on: Option<String>,
    /// `select`: only these rules.
    pub select: Option<Vec<String>>,
    /// `ignore`: none of these rules.
    pub ignore: Option<Vec<String>>,
    /// `[check.severity]`: (rule, severity).
    pub severity: Vec<(String, String)>,
    /// `[check.limits]`: (name, number).
    pub limits: Vec<(String, usize)>,
    /// `[check.project-aliases]`: (written, meant).
    pub aliases: Vec<(String, String)>,
    /// `[check.projects]`: (name, the GitHub organisations that it owns).
    pub projects: Vec<(String, Vec<String>)>,
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

/// Reads the file of a project, which is called `name` in what is said about it; gives what was
/// understood, and a sentence for each thing that was not.
///
/// # Errors
///
/// When it cannot be read, or is no text.
pub fn read(path: &Path, name: &str) -> io::Result<(Checking, Vec<String>)> {
    fs::read_to_string(path).map(|text| parse(&text, name))
}

fn parse(text: &str, name: &str) -> (Checking, Vec<String>) {
    let read = config::understand(text, name, KNOWN);
    (read.config.check, read.complaints)
}

impl Checking {
    /// What the table says. What is of another kind than it should be is told, and counts as not there.
    pub(super) fn of(root: &DeTable<'_>, reader: &mut Reader<'_>) -> Self {
        let mut checking = Self::default();
        let table = root.get("check").and_then(|value| value.get_ref().as_table());
        for (key, value) in table.into_iter().flatten() {
            let key = key.get_ref().as_ref();
            if let Some(wanted) = checking.take(key, value.get_ref()) {
                reader.complain(value.span().start, &format!("check.{key} must be {wanted}; ignored"));
            }
        }
        checking
    }

    /// Takes the value of a key; gives what it should be where it is something else.
    fn take(&mut self, key: &str, value: &DeValue<'_>) -> Option<&'static str> {
        let word = |value: &DeValue<'_>| value.as_str().map(str::to_owned);
        match key {
            "fail-on" => put(&mut self.fail_on, word(value).map(Some), "a word, as \"warning\""),
            "select" => put(&mut self.select, words(value).map(Some), "a list of rules, as [\"MT2\"]"),
            "ignore" => put(&mut self.ignore, words(value).map(Some), "a list of rules, as [\"MT402\"]"),
            "severity" => {
                put(&mut self.severity, entries(value, word), "a table, as { single-mentor = \"info\" }")
            }
            "limits" => {
                put(&mut self.limits, entries(value, number), "a table of numbers, as { title = 90 }")
            }
            "project-aliases" => {
                put(&mut self.aliases, entries(value, word), "a table, as { \"Litmus Chaos\" = \"Litmus\" }")
            }
            "projects" => put(
                &mut self.projects,
                entries(value, words),
                "a table, as { \"Tide Clock\" = [\"tide-org\"] }",
            ),
            // What nobody knows is told with all other names.
            _ => None,
        }
    }
}

fn put<T>(place: &mut T, value: Option<T>, wanted: &'static str) -> Option<&'static str> {
    let Some(value) = value else { return Some(wanted) };
    *place = value;
    None
}

fn words(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|word| Some(word.get_ref().as_str()?.to_owned())).collect()
}

fn number(value: &DeValue<'_>) -> Option<usize> {
    value.as_integer()?.as_str().parse().ok()
}

/// The keys of a table with their values, where all of them are understood.
fn entries<T>(
    value: &DeValue<'_>,
    understand: impl Fn(&DeValue<'_>) -> Option<T>,
) -> Option<Vec<(String, T)>> {
    let entry = |(key, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        Some((key.get_ref().to_string(), understand(value.get_ref())?))
    };
    value.as_table()?.iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_understood_and_every_other_is_told() {
        let (read, complaints) = parse(
            "[check]\nfail-on = \"warning\"\nignore = [\"MT402\"]\nselct = 1\n\
             [check.severity]\nsingle-mentor = \"info\"\n[check.limits]\ntitle = 90\n\
             [check.project-aliases]\n\"krkn - Chaos\" = \"Krkn\"\n[check.projects]\n\"Tide Clock\" = [\"tide\"]\n",
            "mentor-tui.toml",
        );
        assert_eq!(read.fail_on.as_deref(), Some("warning"));
        assert_eq!((read.select, read.ignore), (None, Some(vec!["MT402".to_owned()])));
        assert_eq!(read.severity, [("single-mentor".to_owned(), "info".to_owned())]);
        assert_eq!(read.limits, [("title".to_owned(), 90)]);
        assert_eq!(read.aliases, [("krkn - Chaos".to_owned(), "Krkn".to_owned())]);
        assert_eq!(read.projects, [("Tide Clock".to_owned(), vec!["tide".to_owned()])]);
        let slip = "mentor-tui.toml:4:1: nothing is called check.selct, so it is ignored; did you mean check.select?";
        assert_eq!(complaints, [slip]);
        assert_eq!(parse("", "x"), (Checking::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_holds() {
        for (text, complaint) in [
            ("[check", "x:1:7: "),
            ("[profile]\nskills = []\n", "x:1:2: nothing is called [profile]"),
            (
                "[check]\nselect = \"MT2\"\n",
                "x:2:10: check.select must be a list of rules, as [\"MT2\"]; ignored",
            ),
            ("[check.limits]\ntitle = -1\n", "check.limits must be a table of numbers"),
        ] {
            let (read, complaints) = parse(text, "x");
            assert_eq!((read, complaints.len()), (Checking::default(), 1), "{complaints:?}");
            assert!(complaints[0].contains(complaint), "{complaints:?}");
        }
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

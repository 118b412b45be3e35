//! How listings are checked: the table `[check]`, of a person's configuration or of a project's `mentor-tui.toml`.
//!
//! The project's file stands beside the listings or in a folder above them, up to the root of the repository.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::config::{self, Reader, Tables};
use crate::files::{self, FileError};

/// A key of a table, and a value, with their places.
type Key<'t> = Spanned<Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

/// What the file of a project may be called.
const NAMES: [&str; 2] = ["mentor-tui.toml", ".mentor-tui.toml"];
/// The keys of the table, and of the tables in it.
pub(super) const KEYS: &[&str] =
    &["fail-on", "select", "ignore", "severity", "limits", "project-aliases", "projects"];
/// What the file of a project may hold.
const KNOWN: Tables = &[("check", KEYS)];

/// A word, and where it stands: whoever uses it says whether it is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub text: String,
    /// The file, the line and the column: `mentor-tui.toml:2:11`.
    pub place: String,
}

/// What was written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checking {
    /// `fail-on`: a severity, or `never`.
    pub fail_on: Option<Word>,
    /// `select`: only these rules.
    pub select: Option<Vec<Word>>,
    /// `ignore`: none of these rules.
    pub ignore: Option<Vec<Word>>,
    /// `[check.severity]`: (rule, severity, or `off`).
    pub severity: Vec<(Word, Word)>,
    /// `[check.limits]`: (name, number).
    pub limits: Vec<(Word, usize)>,
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
        let found = NAMES.iter().map(|name| folder.join(name)).find(|path| path.symlink_metadata().is_ok());
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
/// When it is no regular file, cannot be read, is too large, or is no text.
pub fn read(path: &Path, name: &str) -> Result<(Checking, Vec<String>), FileError> {
    files::read_text(path, config::MOST).map(|text| parse(&text, name))
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
            if let Some(wanted) = checking.take(key, value, reader) {
                reader.complain(value.span().start, &format!("check.{key} must be {wanted}; ignored"));
            }
        }
        checking
    }

    /// Takes the value of a key; gives what it should be where it is something else.
    fn take(&mut self, key: &str, value: &Value<'_>, reader: &Reader<'_>) -> Option<&'static str> {
        let put_word = |value: &Value<'_>| Some(word(value.get_ref().as_str()?, value, reader));
        let put_words = |value: &Value<'_>| -> Option<Vec<Word>> {
            value.get_ref().as_array()?.iter().map(put_word).collect()
        };
        match key {
            "fail-on" => put(&mut self.fail_on, put_word(value).map(Some), "a word, as \"warning\""),
            "select" => put(&mut self.select, put_words(value).map(Some), "a list of rules, as [\"MT2\"]"),
            "ignore" => put(&mut self.ignore, put_words(value).map(Some), "a list of rules, as [\"MT402\"]"),
            "severity" => put(
                &mut self.severity,
                entries(value, |key, value| Some((word(key.get_ref(), key, reader), put_word(value)?))),
                "a table, as { single-mentor = \"info\" }",
            ),
            "limits" => put(
                &mut self.limits,
                entries(value, |key, value| Some((word(key.get_ref(), key, reader), number(value)?))),
                "a table of numbers, as { title = 90 }",
            ),
            "project-aliases" => put(
                &mut self.aliases,
                entries(value, |key, value| Some((key.get_ref().to_string(), string(value)?))),
                "a table, as { \"Litmus Chaos\" = \"Litmus\" }",
            ),
            "projects" => put(
                &mut self.projects,
                entries(value, |key, value| Some((key.get_ref().to_string(), strings(value)?))),
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

fn word<T>(text: &str, at: &Spanned<T>, reader: &Reader<'_>) -> Word {
    Word { text: text.to_owned(), place: reader.place(at.span().start) }
}

fn string(value: &Value<'_>) -> Option<String> {
    value.get_ref().as_str().map(str::to_owned)
}

fn strings(value: &Value<'_>) -> Option<Vec<String>> {
    value.get_ref().as_array()?.iter().map(string).collect()
}

fn number(value: &Value<'_>) -> Option<usize> {
    value.get_ref().as_integer()?.as_str().parse().ok()
}

/// The entries of a table, where all of them are understood.
fn entries<T>(value: &Value<'_>, entry: impl Fn(&Key<'_>, &Value<'_>) -> Option<T>) -> Option<Vec<T>> {
    value.get_ref().as_table()?.iter().map(|(key, value)| entry(key, value)).collect()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "these tests write what is read")]
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
        let word = |text: &str, place: &str| Word {
            text: text.to_owned(),
            place: format!("mentor-tui.toml:{place}"),
        };
        assert_eq!(read.fail_on, Some(word("warning", "2:11")));
        assert_eq!((read.select, read.ignore), (None, Some(vec![word("MT402", "3:11")])));
        assert_eq!(read.severity, [(word("single-mentor", "6:1"), word("info", "6:17"))]);
        assert_eq!(read.limits, [(word("title", "8:1"), 90)]);
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

//! How listings are checked: the table `[check]`, of a user's configuration or of a project's `mentor-tui.toml`.
//!
//! The file of a project is in the folder of the listings or in a folder above it, up to the root of the repository.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::config_file::{ConfigFile, LocatedString, MAX_BYTES};
use super::reading_config;
use super::settings::check;
use crate::files::{self, FileError};

/// The names that the file of a project may have.
const NAMES: [&str; 2] = ["mentor-tui.toml", ".mentor-tui.toml"];

/// The settings of the table. Only their types are checked here: whether a rule exists is known to their
/// users, and the places are for complaints about that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckConfig {
    /// `fail-on`: a severity, or `never`.
    pub fail_on: Option<LocatedString>,
    /// `select`: only these rules.
    pub select: Option<Vec<LocatedString>>,
    /// `ignore`: none of these rules.
    pub ignore: Option<Vec<LocatedString>>,
    /// `[check.severity]`: (rule, severity or `off`).
    pub severity: Vec<(LocatedString, LocatedString)>,
    /// `[check.limits]`: (name, number).
    pub limits: Vec<(LocatedString, usize)>,
    /// `[check.project-aliases]`: (alias, name).
    pub aliases: Vec<(String, String)>,
    /// `[check.projects]`: (name, the GitHub organisations that the project owns).
    pub projects: Vec<(String, Vec<String>)>,
}

/// The file of the project that a path belongs to: in its folder or the nearest one above, up to the root of the
/// repository. `None` if there is none.
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

/// Whether a path has the name of a project's file.
pub fn is_of_project(path: &Path) -> bool {
    path.file_name().is_some_and(|name| NAMES.iter().any(|known| name == *known))
}

/// Reads the file of a project. `name` is its name in complaints, of which there is one for each thing that was not
/// understood.
///
/// # Errors
///
/// When it is no regular file, cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<(CheckConfig, Vec<String>), FileError> {
    files::read_text(path, MAX_BYTES).map(|text| parse(&text, name))
}

fn parse(text: &str, name: &str) -> (CheckConfig, Vec<String>) {
    let mut file = ConfigFile::parse(text, name);
    let check = CheckConfig::take(&mut file);
    // Whoever reads listings counts what it says; here only what is wrong in it is of interest.
    reading_config::take(&mut file);
    (check, file.finish())
}

impl CheckConfig {
    /// Takes the table out of a file.
    pub(super) fn take(file: &mut ConfigFile<'_>) -> Self {
        type Words = Option<Vec<Spanned<String>>>;
        let mut table = file.table("check");
        let fail_on: Option<Spanned<String>> = file.setting(&mut table, &check::FAIL_ON);
        let select: Words = file.setting(&mut table, &check::SELECT);
        let ignore: Words = file.setting(&mut table, &check::IGNORE);
        let severity: Option<BTreeMap<Spanned<String>, Spanned<String>>> =
            file.setting(&mut table, &check::SEVERITY);
        let limits: Option<BTreeMap<Spanned<String>, usize>> = file.setting(&mut table, &check::LIMITS);
        let aliases: Option<BTreeMap<_, _>> = file.setting(&mut table, &check::ALIASES);
        let projects: Option<BTreeMap<_, _>> = file.setting(&mut table, &check::PROJECTS);
        file.finish_table(&table);
        let located = |text: Spanned<String>| file.located(&text);
        let all_located = |texts: Vec<_>| texts.into_iter().map(located).collect();
        Self {
            fail_on: fail_on.map(located),
            select: select.map(all_located),
            ignore: ignore.map(all_located),
            severity: severity
                .into_iter()
                .flatten()
                .map(|(rule, word)| (located(rule), located(word)))
                .collect(),
            limits: limits.into_iter().flatten().map(|(name, number)| (located(name), number)).collect(),
            aliases: aliases.into_iter().flatten().collect(),
            projects: projects.into_iter().flatten().collect(),
        }
    }
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
        let word = |text: &str, place: &str| LocatedString {
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
        assert_eq!(parse("", "x"), (CheckConfig::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_holds() {
        for (text, complaint) in [
            ("[check", "x:1:7: "),
            ("[profile]\nskills = []\n", "x:1:2: nothing is called [profile]"),
            (
                "[check]\nselect = \"MT2\"\n",
                "x:2:10: check.select must be a list of words, as [\"MT2\"]; ignored",
            ),
            ("[check.limits]\ntitle = -1\n", "check.limits must be a table of numbers"),
        ] {
            let (read, complaints) = parse(text, "x");
            assert_eq!((read, complaints.len()), (CheckConfig::default(), 1), "{complaints:?}");
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

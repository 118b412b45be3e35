//! The configuration of a user: the file `config.toml`, which counts for every run.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use toml::Spanned;

use super::check_config::CheckConfig;
use super::config_file::{ConfigFile, LocatedString, MAX_BYTES, Table};
use super::key_config::{self, KeyLine};
use super::settings::{Setting, profile, ui};
use super::sources::{self, ListingSource};
use super::{reading_config, saved_filters, shortlist_config};
use crate::files::{self, FileError};
use crate::model::ReadingSettings;

/// The settings of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// `[ui]`: how the screen looks and behaves.
    pub ui: UiConfig,
    /// `[keys]`: the keys of actions.
    pub keys: Vec<KeyLine>,
    /// `[saved-filters]`: (name, filter).
    pub saved_filters: Vec<(LocatedString, String)>,
    /// `[shortlist] slots`: how many applications programmes take at a time.
    pub slots: Vec<(String, usize)>,
    /// `[[source]]`: places where listings are published, for the start page.
    pub sources: Vec<ListingSource>,
    /// `[profile] skills`: the skills of the user.
    pub skills: Vec<String>,
    /// `[check]`: how listings are checked.
    pub check: CheckConfig,
    /// `[reading."ideas.md"]`: how the documents below a path or an address are read.
    pub reading: Vec<(String, ReadingSettings)>,
}

/// The settings of `[ui]`; `None` where the file says nothing. Only their types are checked here: which names there are
/// is known to their users.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UiConfig {
    pub theme: Option<LocatedString>,
    pub rows: Option<LocatedString>,
    pub problems: Option<bool>,
    pub mouse: Option<bool>,
    pub hyperlinks: Option<LocatedString>,
    pub ascii: Option<LocatedString>,
    pub watch: Option<bool>,
    pub sort: Option<LocatedString>,
    pub reverse: Option<bool>,
}

impl UiConfig {
    fn take(file: &mut ConfigFile<'_>) -> Self {
        let mut table = file.table(ui::THEME.table);
        let theme = name(file, &mut table, &ui::THEME);
        let rows = name(file, &mut table, &ui::ROWS);
        let problems = file.setting(&mut table, &ui::PROBLEMS);
        let hyperlinks = name(file, &mut table, &ui::HYPERLINKS);
        let ascii = name(file, &mut table, &ui::ASCII);
        let sort = name(file, &mut table, &ui::SORT);
        let mouse = file.setting(&mut table, &ui::MOUSE);
        let watch = file.setting(&mut table, &ui::WATCH);
        let reverse = file.setting(&mut table, &ui::REVERSE);
        file.finish_table(&table);
        Self { theme, rows, problems, mouse, hyperlinks, ascii, watch, sort, reverse }
    }
}

/// Takes a name with its place.
fn name<'t>(file: &mut ConfigFile<'t>, table: &mut Table<'t>, setting: &Setting) -> Option<LocatedString> {
    let text: Option<Spanned<String>> = file.setting(table, setting);
    text.map(|text| file.located(&text))
}

/// A configuration, and complaints about its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Configured {
    /// The settings that were understood, and defaults for all others.
    pub config: Config,
    /// A sentence for each thing that was not understood, with file, line and column, in the order of the file.
    pub complaints: Vec<String>,
    /// Whether nothing of the file counts: it is no TOML, or cannot be read.
    pub is_broken: bool,
}

/// Reads a configuration. `name` is the name of the file in complaints.
///
/// # Errors
///
/// When it is no regular file, cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<Configured, FileError> {
    files::read_text(path, MAX_BYTES).map(|text| parse(&text, name))
}

/// Writes a configuration file, and makes its folder.
///
/// # Errors
///
/// When one of them cannot be written.
#[expect(clippy::disallowed_methods, reason = "the first setting makes the folder")]
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    files::replace(path, |out| out.write_all(text.as_bytes()))
}

/// Parses a configuration. `name` is the name of the file in complaints.
pub fn parse(text: &str, name: &str) -> Configured {
    let mut file = ConfigFile::parse(text, name);
    let ui = UiConfig::take(&mut file);
    let mut table = file.table(profile::SKILLS.table);
    let skills: Option<Vec<String>> = file.setting(&mut table, &profile::SKILLS);
    file.finish_table(&table);
    let check = CheckConfig::take(&mut file);
    let slots = shortlist_config::take(&mut file);
    let saved_filters = saved_filters::take(&mut file);
    let sources = sources::take(&mut file);
    let reading = reading_config::take_keyed(&mut file);
    let keys = key_config::take(&mut file);
    let is_broken = file.is_broken();
    let config = Config {
        ui,
        keys,
        saved_filters,
        slots,
        sources,
        skills: skills.unwrap_or_default(),
        check,
        reading,
    };
    Configured { config, complaints: file.finish(), is_broken }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skills(text: &str) -> (Vec<String>, Vec<String>) {
        let Configured { config, complaints, .. } = parse(text, "config.toml");
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
                "config.toml:7:2: nothing is called [zebra], so it is ignored; there is [ui], [profile], [check], [shortlist], [saved-filters], [[source]], [reading], [keys]",
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

    #[test]
    fn every_setting_of_the_table_is_read_and_has_one_type() {
        use crate::store::settings::{Kind, SETTINGS};

        // A table that comes several times has a test of its own.
        for setting in SETTINGS.iter().filter(|setting| setting.kind != Kind::Tables) {
            let (line, wrong) = match setting.kind {
                Kind::Switch(default) => (format!("{} = {}", setting.key, !default), "3"),
                Kind::Name(_, name) => (format!("{} = {name:?}", setting.key), "3"),
                Kind::Words(words) => (format!("{} = {words}", setting.key), "\"go\""),
                Kind::Lines(_, example) if setting.key.is_empty() => (example.to_owned(), "3"),
                Kind::Lines(_, example) => (format!("{} = {{ {example} }}", setting.key), "3"),
                Kind::Keys => ("reload = [\"x\", \"F5\"]".to_owned(), "true"),
                Kind::Readings => ("\"ideas.md\" = { unit = \"h3\" }".to_owned(), "3"),
                Kind::Tables => unreachable!("left out above"),
            };
            let read = |line: &str| parse(&format!("[{}]\n{line}\n", setting.table), "x");
            let right = read(&line);
            assert_eq!(right.complaints, [] as [&str; 0], "{line}");
            assert_ne!(right.config, Config::default(), "{line} is not read");
            let key = if setting.key.is_empty() { "name" } else { setting.key };
            let Configured { config, complaints, .. } = read(&format!("{key} = {wrong}"));
            assert_eq!((config, complaints.len()), (Config::default(), 1), "{key} = {wrong}");
            assert!(complaints[0].contains(&format!("{}.{key} must be", setting.table)), "{complaints:?}");
        }
    }
}

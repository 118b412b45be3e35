//! The configuration of a user: the file `config.toml`, which counts for every run.

use std::path::Path;

use super::check_config::CheckConfig;
use super::config_file::{ConfigFile, MAX_BYTES};
use super::reading_config;
use crate::files::{self, FileError};
use crate::model::ReadingSettings;

/// The settings of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// `[profile] skills`: the skills of the user.
    pub skills: Vec<String>,
    /// `[check]`: how listings are checked.
    pub check: CheckConfig,
    /// `[reading."ideas.md"]`: how the documents below a path or an address are read.
    pub reading: Vec<(String, ReadingSettings)>,
}

/// A configuration, and complaints about its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Configured {
    /// The settings that were understood, and defaults for all others.
    pub config: Config,
    /// A sentence for each thing that was not understood, with file, line and column, in the order of the file.
    pub complaints: Vec<String>,
}

/// Reads a configuration. `name` is the name of the file in complaints.
///
/// # Errors
///
/// When it is no regular file, cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<Configured, FileError> {
    files::read_text(path, MAX_BYTES).map(|text| parse(&text, name))
}

/// Parses a configuration. `name` is the name of the file in complaints.
pub fn parse(text: &str, name: &str) -> Configured {
    let mut file = ConfigFile::parse(text, name);
    let mut profile = file.table("profile");
    let skills = file.value(&mut profile, "skills", "a list of words, as [\"go\", \"rust\"]");
    file.finish_table(&profile);
    let check = CheckConfig::take(&mut file);
    let reading = reading_config::take_keyed(&mut file);
    let config = Config { skills: skills.unwrap_or_default(), check, reading };
    Configured { config, complaints: file.finish() }
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
                "config.toml:7:2: nothing is called [zebra], so it is ignored; there is [profile], [check], [reading]",
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

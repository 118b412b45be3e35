//! The configuration of a run: the configuration file, overruled by options.

mod values;

use std::path::{Path, PathBuf};

use super::args::Configure;
use super::messages::Messages;
use crate::app::keymap::Keymap;
use crate::app::skills_from::SkillsFrom;
use crate::files::FileError;
use crate::search::{Profile, skills};
use crate::store::config::{self, Config, Configured};
use crate::store::{paths, skills as own_skills};

pub(super) use values::{OFF, Ui, names};

/// The user's configuration, and complaints about it.
#[derive(Debug, Clone, Default)]
pub(super) struct Configuration {
    /// The skills of the user.
    pub(super) profile: Profile,
    /// The skills that the user set on the screen.
    pub(super) own_skills: Vec<String>,
    /// Where those in `profile` come from.
    pub(super) skills_from: SkillsFrom,
    /// The settings of the file.
    pub(super) file: Config,
    /// Whether what a project has written down does not count: one file, or none, was asked for.
    pub(super) is_alone: bool,
    /// Whether the file was named: by an option, or by the environment.
    pub(super) is_named: bool,
    /// `[ui]`, with its defaults.
    pub(super) ui: Ui,
    /// The keys of the screen.
    pub(super) keymap: Keymap,
    /// Its file, which need not exist; `None` where none is to be read.
    pub(super) path: Option<PathBuf>,
    /// Whether nothing of the file counts: it is no TOML, or cannot be read.
    pub(super) is_broken: bool,
    /// Complaints, a sentence each. The run goes on with defaults.
    remarks: Vec<String>,
    /// A file that was named and cannot be read.
    missing: Option<String>,
}

impl Configuration {
    /// Reads what there is.
    pub(super) fn of(typed: &Configure) -> Self {
        let configuration = Self::from(typed, paths::config().filter(|_| !typed.no_config).as_deref());
        match paths::data().filter(|_| !typed.no_config) {
            Some(directory) => configuration.with_own_skills(&directory),
            None => configuration,
        }
    }

    fn from(typed: &Configure, usual: Option<&Path>) -> Self {
        let named = typed.config.as_deref();
        let path = named.or(usual);
        let mut missing = None;
        let configured = path.map_or_else(Configured::default, |path| {
            let name = paths::tilde(path);
            let mut configured = Configured::default();
            match config::read(path, &name) {
                Ok(read) => configured = read,
                Err(error) if named.is_some() => missing = Some(sentence(&name, &error)),
                // Most people have none.
                Err(error) if error.is_missing() && paths::named_config().as_deref() != Some(path) => {}
                Err(error) => {
                    configured.complaints.push(sentence(&name, &error));
                    configured.is_broken = true;
                }
            }
            configured
        });
        Self {
            is_alone: typed.no_config || named.is_some(),
            is_named: named.is_some()
                || path.is_some_and(|path| paths::named_config().as_deref() == Some(path)),
            path: path.map(Path::to_owned),
            missing,
            ..Self::with(configured, typed.skills.as_ref())
        }
    }

    /// Takes the skills that the user set on the screen; they count where neither options nor the file name any.
    fn with_own_skills(mut self, directory: &Path) -> Self {
        match own_skills::read(directory) {
            Ok(skills) => self.own_skills = skills,
            Err(error) => {
                let name = paths::tilde(&own_skills::path(directory));
                self.remarks.push(format!("cannot read your skills in {name}: {error}"));
            }
        }
        if self.skills_from == SkillsFrom::Panel {
            self.profile = Profile::new(&self.own_skills);
        }
        self
    }

    /// Reads a file for its mistakes alone.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(super) fn of_file(path: &Path) -> Result<Self, FileError> {
        Ok(Self::with(config::read(path, &paths::tilde(path))?, None))
    }

    /// The configuration of a file that was read; `skills` are those that were typed.
    fn with(configured: Configured, skills: Option<&Vec<String>>) -> Self {
        let Configured { config, complaints: mut remarks, is_broken } = configured;
        let ui = Ui::of(&config.ui, &mut remarks);
        let requests = values::key_requests(&config.keys, &mut remarks);
        let (keymap, complaints) = Keymap::with(&requests);
        remarks.extend(complaints);
        let profile = Profile::new(skills.unwrap_or(&config.skills));
        // A file is read at every run: only a likely typo in it is worth a complaint.
        let unknown = profile.unknown().filter_map(|word| unknown(word, skills.is_some()));
        remarks.extend(unknown);
        let skills_from = match skills {
            Some(_) => SkillsFrom::Option,
            None if config.skills.is_empty() => SkillsFrom::Panel,
            None => SkillsFrom::Configuration,
        };
        Self { profile, skills_from, file: config, ui, keymap, is_broken, remarks, ..Self::default() }
    }

    /// Messages what was not understood.
    pub(super) fn note(&self, messages: &mut Messages) {
        self.remarks.iter().for_each(|remark| messages.warn(remark));
        self.note_missing(messages);
    }

    /// Messages only what was named and is missing: the screen has said the rest.
    pub(super) fn note_missing(&self, messages: &mut Messages) {
        self.missing.iter().for_each(|missing| messages.missing(missing));
    }

    /// Everything that is wrong with the configuration, a sentence each.
    pub(super) fn complaints(&self) -> impl Iterator<Item = &str> {
        self.missing.iter().chain(&self.remarks).map(String::as_str)
    }

    /// Why nothing of the file counts: it cannot be read, or is no TOML. `None` if it counts, or there is none.
    pub(super) fn unusable(&self) -> Option<&str> {
        let broken = self.remarks.first().filter(|_| self.is_broken);
        self.missing.as_ref().or(broken).map(String::as_str)
    }

    /// All complaints in one sentence for the screen, or `None` if there are none.
    pub(super) fn sentence(&self) -> Option<String> {
        let mut all = self.complaints();
        let first = all.next()?;
        Some(match all.count() {
            0 => first.to_owned(),
            more => format!("{first} (and {more} more; `mentor-tui config check` prints all)"),
        })
    }
}

/// That a skill is looked for as a word only, and which one may have been meant; where none is near,
/// only if it was typed.
fn unknown(word: &str, is_typed: bool) -> Option<String> {
    let nearest = skills::nearest(word).first().map(|skill| format!("; did you mean {}?", skill.name()));
    let sentence = format!("“{word}” is not a known skill, so only that very word matches");
    (is_typed || nearest.is_some()).then(|| sentence + &nearest.unwrap_or_default())
}

fn sentence(name: &str, error: &FileError) -> String {
    format!("cannot read the configuration {name}: {error}")
}

/// The configuration of a text.
#[cfg(test)]
pub(super) fn of_text(text: &str) -> Configuration {
    Configuration::with(config::parse(text, "config.toml"), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(skills: Option<&[&str]>, config: Option<&Path>) -> Configure {
        let skills = skills.map(|skills| skills.iter().map(|&skill| skill.to_owned()).collect());
        Configure { skills, saved: None, config: config.map(Path::to_owned), no_config: false }
    }

    #[test]
    fn what_is_typed_is_stronger_than_what_is_written_down() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        #[expect(clippy::disallowed_methods, reason = "the test writes a configuration")]
        std::fs::write(&path, "[profile]\nskills = [\"go\"]\nname = 1\n[x]\n").unwrap();
        let written = Configuration::from(&typed(None, None), Some(&path));
        assert!(!written.profile.is_empty());
        assert!(written.sentence().unwrap().ends_with("(and 1 more; `mentor-tui config check` prints all)"));
        let over = Configuration::from(&typed(Some(&[]), None), Some(&path));
        assert!(over.profile.is_empty());
        assert!(!Configuration::from(&typed(None, Some(&path)), None).profile.is_empty());
    }

    #[test]
    fn skills_of_the_screen_count_where_no_others_are_named() {
        let folder = tempfile::tempdir().unwrap();
        own_skills::write(folder.path(), &["rust".to_owned()]).unwrap();
        let names = |configuration: Configuration| {
            let configuration = configuration.with_own_skills(folder.path());
            assert_eq!(configuration.own_skills, ["rust"]);
            configuration.profile.names().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(names(of_text("")), ["rust"]);
        assert_eq!(names(of_text("[profile]\nskills = [\"go\"]\n")), ["go"]);
        assert_eq!(names(Configuration::from(&typed(Some(&["c"]), None), None)), ["c"]);
    }

    #[test]
    fn a_skill_that_is_unknown_is_said_with_the_nearest() {
        let said = |skill| Configuration::from(&typed(Some(&[skill]), None), None).sentence();
        let unknown = "“foobarx” is not a known skill, so only that very word matches";
        assert_eq!(said("foobarx").as_deref(), Some(unknown));
        assert!(said("kubrnetes").unwrap().ends_with("; did you mean kubernetes?"));
        assert_eq!(said("k8s"), None);
    }

    #[test]
    fn only_a_file_that_was_named_is_missed() {
        let nowhere = Path::new("/nowhere/config.toml");
        assert_eq!(Configuration::from(&typed(None, None), Some(nowhere)).sentence(), None);
        let named = Configuration::from(&typed(None, Some(nowhere)), None);
        let expected = "cannot read the configuration /nowhere/config.toml: there is no such file";
        assert_eq!(named.sentence().as_deref(), Some(expected));
        let mut messages = Messages::default();
        named.note(&mut messages);
        assert!(messages.is_incomplete());
    }
}

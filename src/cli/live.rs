//! The settings that follow the configuration file while the screen is shown: those of the file, overruled by options.

use std::path::PathBuf;

use super::args::{BrowseArgs, Configure};
use super::configuration::Configuration;
use super::error::CliError;
use super::when::When;
use super::{check, console, readings, themes};
use crate::app::RowLines;
use crate::shell::{ConfigurationSource, LiveSettings, SettingsSource};
use crate::ui::theme::Theme;

/// The options that overrule the file, as long as the screen is shown.
#[derive(Debug, Clone)]
pub(super) struct Overrides {
    /// That of an option, as far as the terminal has its colours.
    theme: Option<Theme>,
    rows: Option<RowLines>,
    /// Whether one mentor's proposals are asked for.
    for_mentor: bool,
    no_mouse: bool,
    hyperlinks: Option<When>,
    ascii: Option<When>,
    configure: Configure,
    /// Whether there are colours.
    color: bool,
    /// The open paths and addresses.
    opened: Vec<PathBuf>,
}

impl Overrides {
    /// Those of the arguments.
    ///
    /// # Errors
    ///
    /// When there is no theme of the name that was typed.
    pub(super) fn new(
        browse: &BrowseArgs,
        ascii: Option<When>,
        configure: Configure,
        color: bool,
        opened: &[PathBuf],
    ) -> Result<Self, CliError> {
        let named = browse.theme.as_ref().map(|name| themes::find(name, themes::folder().as_deref()));
        Ok(Self {
            theme: named.transpose()?,
            rows: browse.rows,
            for_mentor: browse.mentor.is_some(),
            no_mouse: browse.no_mouse,
            hyperlinks: browse.hyperlinks,
            ascii,
            configure,
            color,
            opened: opened.to_vec(),
        })
    }

    /// The settings of a configuration.
    pub(super) fn settings(&self, configuration: &Configuration) -> LiveSettings {
        let ui = configuration.ui;
        let theme = self.theme.unwrap_or(ui.theme);
        LiveSettings {
            theme: if self.color { theme.at(console::color_depth()) } else { Theme::MONO },
            row_lines: self.rows.unwrap_or(ui.rows),
            mentor_view: self.for_mentor || ui.problems,
            mouse: !self.no_mouse && ui.mouse,
            hyperlinks: console::takes_hyperlinks(self.hyperlinks.unwrap_or(ui.hyperlinks)),
            ascii: console::is_ascii(self.ascii.unwrap_or(ui.ascii)),
            profile: configuration.profile.clone(),
            own_skills: configuration.own_skills.clone(),
            skills_from: configuration.skills_from,
            keymap: configuration.keymap.clone(),
            check_settings: self.check_settings(configuration),
            readings: readings::of(configuration),
            file: configuration.file.clone(),
        }
    }

    /// The settings by which `check` would check what is open.
    fn check_settings(&self, configuration: &Configuration) -> SettingsSource {
        let (opened, configuration) = (self.opened.clone(), configuration.clone());
        SettingsSource::new(move || check::settings(&opened, &configuration))
    }

    /// The file of a configuration, to be read again with these options; `None` if none is read.
    pub(super) fn source(self, configuration: &Configuration) -> Option<ConfigurationSource> {
        let path = configuration.path.clone()?;
        Some(ConfigurationSource::new(path, move || {
            let configuration = Configuration::of(&self.configure);
            match configuration.unusable() {
                Some(why) => Err(why.to_owned()),
                None => Ok((self.settings(&configuration), configuration.sentence())),
            }
        }))
    }
}

//! The options and the outcome of a session with a screen.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::start_page::StartPage;
use crate::app::keymap::Keymap;
use crate::app::skills_from::SkillsFrom;
use crate::app::{App, Panes, RowLines};
use crate::check::Settings;
use crate::model::{Catalog, Origin, Shortlist};
use crate::search::Profile;
use crate::search::sort::Sort;
use crate::source::{FetchSettings, Plan, Readings};
use crate::store::config::Config;
use crate::ui::theme::{ColorDepth, Theme};

/// How many applications LFX Mentorship takes at a time.
const LFX_SLOTS: usize = 3;

/// The state at the start of a session.
#[derive(Debug)]
pub struct Options {
    pub plan: Plan,
    pub settings: FetchSettings,
    /// Whether files are read again when they change.
    pub watch: bool,
    /// The name of the source on the screen.
    pub source: String,
    /// The paths to remember as opened last; empty to remember none.
    pub remember: Vec<PathBuf>,
    /// The key under which filter and order are remembered; `None` to remember neither.
    pub document: Option<String>,
    /// The document to show if nothing of the plan can be read; without it the session ends then.
    pub instead: Option<Origin>,
    /// The arguments as typed; empty for the sample.
    pub opened: Vec<PathBuf>,
    /// A sentence to show at the start.
    pub notice: Option<String>,
    /// The filter at the start; empty for none.
    pub filter: String,
    /// Whether that filter is the one that the listing was left with.
    pub is_filter_kept: bool,
    /// The filters of the sessions before, the oldest first.
    pub history: Vec<String>,
    /// The order of the list at the start.
    pub sort: Sort,
    pub themes: ThemeChoice,
    pub start: StartPage,
    /// How the panes share the screen.
    pub panes: Panes,
    /// The settings that follow the configuration file.
    pub live: LiveSettings,
    /// The configuration file; `None` to read none again.
    pub configuration: Option<ConfigurationSource>,
    /// The shortlist, or a sentence that says why it cannot be used.
    pub shortlist: Result<Shortlist, String>,
    /// A complaint to show at the start, before the notice.
    pub remark: Option<String>,
}

/// The settings that can change while the screen is shown.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own")]
pub struct LiveSettings {
    pub theme: Theme,
    /// How many lines a proposal has in the list.
    pub row_lines: RowLines,
    /// Whether the mouse is captured.
    pub mouse: bool,
    /// Whether the terminal takes hyperlinks.
    pub hyperlinks: bool,
    /// Whether the mentor view is shown.
    pub mentor_view: bool,
    /// Whether every sign is drawn in plain characters.
    pub ascii: bool,
    /// The skills of the user.
    pub profile: Profile,
    /// The skills that the user set on the screen, whether those are in use or not.
    pub own_skills: Vec<String>,
    pub skills_from: SkillsFrom,
    /// The keys of the screen.
    pub keymap: Keymap,
    pub check_settings: SettingsSource,
    /// How documents are read.
    pub readings: Readings,
    /// The settings of the file that these come from: what differs in it has changed.
    pub file: Config,
}

impl LiveSettings {
    /// How many applications programmes take at a time: (programme, number).
    pub(super) fn slots(&self) -> Vec<(String, usize)> {
        let mut slots = self.file.slots.clone();
        if !slots.iter().any(|(programme, _)| programme.eq_ignore_ascii_case("LFX")) {
            slots.push(("LFX".to_owned(), LFX_SLOTS));
        }
        slots
    }

    /// The saved filters: (name, filter).
    pub(super) fn saved_filters(&self) -> Vec<(String, String)> {
        self.file.saved_filters.iter().map(|(name, filter)| (name.text.clone(), filter.clone())).collect()
    }
}

/// A configuration that was read again: the settings, and a complaint about it if there is one.
pub type ReadAgain = Result<(LiveSettings, Option<String>), String>;

/// Reads a configuration again. The error is a sentence: the file cannot be read, or is not TOML.
type ReadConfiguration = dyn Fn() -> ReadAgain + Send + Sync;

/// A configuration file that can be read again.
#[derive(Clone)]
pub struct ConfigurationSource {
    /// It need not exist.
    pub path: PathBuf,
    read: Arc<ReadConfiguration>,
}

impl ConfigurationSource {
    /// `read` is called on other threads.
    pub fn new(path: PathBuf, read: impl Fn() -> ReadAgain + Send + Sync + 'static) -> Self {
        Self { path, read: Arc::new(read) }
    }

    pub(super) fn read(&self) -> ReadAgain {
        (self.read)()
    }
}

impl fmt::Debug for ConfigurationSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ConfigurationSource").field(&self.path).finish()
    }
}

/// Reads the settings of a check, and a sentence if they have a mistake.
type ReadSettings = dyn Fn() -> (Settings, Option<String>) + Send + Sync;

/// The function that reads the settings of checks, each time that something is checked.
#[derive(Clone)]
pub struct SettingsSource(Arc<ReadSettings>);

impl SettingsSource {
    /// `read` is called on other threads.
    pub fn new(read: impl Fn() -> (Settings, Option<String>) + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    pub(super) fn read(&self) -> (Settings, Option<String>) {
        (self.0)()
    }
}

impl fmt::Debug for SettingsSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SettingsSource")
    }
}

/// The result of a session.
#[derive(Debug)]
pub struct SessionOutcome {
    pub ending: Ending,
    /// A sentence for each named document that could not be read.
    pub missing: Vec<String>,
    pub catalog: Catalog,
    /// A sentence about changes of the shortlist that could not be saved.
    pub unsaved: Option<String>,
    /// The catalog indexes of the proposals on the shortlist, in the order in which they were added.
    pub marked: Vec<usize>,
}

/// How the screen was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// By the user, or because the terminal is gone.
    Left,
    /// By a signal, with its number.
    Signal(u8),
}

/// The themes to choose from, by name; none where there are no colours. They have all their colours: the one that is
/// chosen gets those of the terminal.
#[derive(Debug)]
pub struct ThemeChoice {
    pub all: Vec<(String, Theme)>,
    /// How many colours the terminal has.
    pub depth: ColorDepth,
}

impl ThemeChoice {
    /// A theme by its place, with its name, as the terminal shows it.
    pub(super) fn get(&self, at: usize) -> Option<(&str, Theme)> {
        self.all.get(at).map(|(name, theme)| (name.as_str(), theme.at(self.depth)))
    }

    /// Offers the themes, one of them in use.
    pub(super) fn offer(&self, in_use: Theme, app: &mut App) {
        let names = self.all.iter().map(|(name, _)| name.clone()).collect();
        app.offer_themes(names, self.position(in_use).unwrap_or_default());
    }

    /// The place of a theme as the terminal shows it.
    pub(super) fn position(&self, shown: Theme) -> Option<usize> {
        self.all.iter().position(|(_, theme)| theme.at(self.depth) == shown)
    }
}

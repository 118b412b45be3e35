//! What every subcommand runs with: where it prints, how it reads, for whom.

use super::args::Arguments;
use super::catalog;
use super::configuration::Configuration;
use super::console::Console;
use crate::source::FetchSettings;

/// What every subcommand runs with.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Where it prints.
    pub(super) console: Console,
    /// What reading has to keep to.
    pub(super) settings: FetchSettings,
    /// What the user told about themselves.
    pub(super) configuration: Configuration,
}

impl Context {
    /// What the arguments, the terminal and the configuration file say.
    pub(super) fn of(arguments: &Arguments) -> Self {
        Self {
            console: Console::of_process(arguments.color, arguments.browse.print.is_some()),
            settings: catalog::settings(arguments.offline),
            configuration: Configuration::of(&arguments.configure),
        }
    }
}

//! The context of every subcommand: where it prints, how it reads, for whom.

use super::args::Arguments;
use super::configuration::Configuration;
use super::console::Console;
use super::{catalog, readings};
use crate::page::dates::Now;
use crate::shell::clock;
use crate::source::FetchSettings;

/// The context of every subcommand.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Where it prints.
    pub(super) console: Console,
    pub(super) settings: FetchSettings,
    pub(super) configuration: Configuration,
    /// The time at the start.
    pub(super) now: Now,
    /// A sentence about a variable that was to set the time and holds none.
    pub(super) wrong_time: Option<String>,
}

impl Context {
    /// The context that the arguments, the terminal and the configuration file make.
    pub(super) fn of(arguments: &Arguments) -> Self {
        let configuration = Configuration::of(&arguments.configure);
        let readings = readings::of(&configuration);
        let (now, wrong_time) = clock::now();
        Self {
            console: Console::of_process(arguments.color, arguments.browse.print.is_some()),
            settings: FetchSettings { readings, ..catalog::settings(arguments.offline) },
            configuration,
            now,
            wrong_time,
        }
    }
}

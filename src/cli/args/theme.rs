//! The arguments of `theme`.

use std::path::PathBuf;

/// List the themes, write one as TOML, or check a file
///
/// A theme of your own is a file themes/NAME.toml beside your configuration file, with a line for each role that looks
/// otherwise, as `accent = "bold #cba6f7"`, and `inherits = "nord"` for all others.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui theme <list | show NAME | check FILE>")]
pub(in crate::cli) struct ThemeArgs {
    #[command(subcommand)]
    pub(in crate::cli) command: ThemeCommand,
}

#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum ThemeCommand {
    /// List the themes, the built-in ones first
    List,
    /// Write a theme as TOML, to be saved and changed
    Show {
        /// The name of the theme
        #[arg(value_name = "NAME")]
        theme: String,
    },
    /// Say what is wrong in a theme file, and which of its colours are hard to read
    Check {
        /// The file
        file: PathBuf,
    },
}

//! The arguments of `config`.

use std::path::PathBuf;

/// Show, check or edit the configuration file
///
/// The file need not exist: every setting has a default.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui config <path | default | schema | check [FILE] | edit>")]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
}

#[derive(Debug, clap::Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print where the configuration file is, or would be
    Path,
    /// Print a configuration file with every setting and its default, as comments
    Default,
    /// Print the JSON Schema of the configuration file, for editors
    Schema,
    /// Report mistakes in the configuration file: exit status 1 if there are any
    Check {
        /// Another file: a configuration, or the mentor-tui.toml of a project
        file: Option<PathBuf>,
    },
    /// Open the configuration file in $VISUAL or $EDITOR, and check it afterwards
    ///
    /// If there is none, it is made first, as `config default` prints it.
    Edit,
}

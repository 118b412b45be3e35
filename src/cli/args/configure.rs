//! Options about the user and the configuration, which every command takes.

use std::path::PathBuf;

/// Options about the user.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Configure {
    /// Your skills: each proposal shows which required ones you are missing
    #[arg(long, global = true, value_name = "SKILL,…", value_delimiter = ',')]
    pub(crate) skills: Option<Vec<String>>,
    /// Filter by this saved filter of the configuration
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) saved: Option<String>,
    /// Read this configuration file [default: that of `MENTOR_TUI_CONFIG`, or config.toml in your configuration folder]
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, global = true)]
    pub(crate) no_config: bool,
}

//! Where the skills in use come from.

/// Where the skills in use come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SkillsFrom {
    /// From this panel.
    #[default]
    Panel,
    /// From the option `--skills`.
    Option,
    /// From `[profile]` in the configuration.
    Configuration,
}

impl SkillsFrom {
    /// Why those of the panel do not count; `None` where they do.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Panel => None,
            Self::Option => Some("--skills is in use: these count without it"),
            Self::Configuration => Some("[profile] in the configuration is in use: these count without it"),
        }
    }
}

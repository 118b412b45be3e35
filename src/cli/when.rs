//! Whether something is done: always, never, or as the terminal and the environment say.

use clap::ValueEnum;

/// When something is done that depends on the terminal or the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum When {
    Never,
    /// As the terminal and the environment say.
    #[default]
    Auto,
    Always,
}

impl When {
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Auto => "auto",
            Self::Always => "always",
        }
    }

    /// The one with a name; `None` where none is called so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|when| when.name() == name)
    }
}

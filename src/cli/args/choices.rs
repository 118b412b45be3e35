//! What the options of the command line let one choose from.

use clap::ValueEnum;

use crate::ui::theme::Theme;

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The built-in themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum ThemeChoice {
    /// The terminal's own colours.
    #[default]
    Terminal,
    /// For light backgrounds.
    Light,
    /// For dark backgrounds.
    Dark,
    /// White on black.
    HighContrast,
    /// No colour.
    Mono,
}

impl ThemeChoice {
    pub(in crate::cli) fn theme(self) -> Theme {
        match self {
            Self::Terminal => Theme::TERMINAL,
            Self::Light => Theme::LIGHT,
            Self::Dark => Theme::DARK,
            Self::HighContrast => Theme::HIGH_CONTRAST,
            Self::Mono => Theme::MONO,
        }
    }
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ColorChoice {
    /// Never.
    Never,
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// In a pipe too.
    Always,
}

/// When to make links clickable in the terminal itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum HyperlinkChoice {
    /// Where the terminal can take them, as far as its name tells.
    #[default]
    Auto,
    /// Whatever the terminal is called.
    Always,
    /// Never.
    Never,
}

/// When to draw and write in plain characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum AsciiChoice {
    /// Where the locale is not UTF-8.
    #[default]
    Auto,
    /// Whatever the locale is.
    Always,
    /// Never.
    Never,
}

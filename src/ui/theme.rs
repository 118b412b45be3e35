//! The theme: how what a piece of text *is* looks on a terminal.
//!
//! One table says for each [`Role`] its style. Most of a screen is the terminal's own foreground: colour is for signs
//! and for what can be acted on, dim for what can wait, bold for headings and for the cursor. Every state has a sign
//! or a word as well, so that nothing is lost where there is no colour.
//!
//! The theme that stands where none is asked for takes the sixteen colours of the terminal, which on most are
//! chosen for its background. Who says what the background is gets colours that are made for it; `high-contrast` and
//! the themes in true colour bring their own.

mod builtin;
mod depth;
mod role;
mod spec;

use ratatui::style::{Color, Modifier, Style};
use strum::VariantArray;

pub use depth::{ColorDepth, contrast};
pub use role::Role;
pub use spec::{SpecError, read_style, write_style};

use super::row::{self, Tone};
use crate::check::Severity;
use role::Styles;

/// The background that a theme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// That of the terminal, whatever it is.
    Unknown,
    Light,
    Dark,
    /// The theme's own.
    Own,
    /// Any: the theme has no colours.
    Any,
}

impl Background {
    /// In words, for lists of themes.
    pub fn about(self) -> &'static str {
        match self {
            Self::Unknown => "the colours of your terminal",
            Self::Light => "for a light background",
            Self::Dark => "for a dark background",
            Self::Own => "its own background",
            Self::Any => "no colours",
        }
    }
}

/// The built-in themes: the name, the theme, and the background that it is made for.
pub const THEMES: &[(&str, Theme, Background)] = &[
    ("terminal", Theme::TERMINAL, Background::Unknown),
    ("terminal-dark", Theme(&builtin::TERMINAL_DARK), Background::Unknown),
    ("terminal-light", Theme(&builtin::TERMINAL_LIGHT), Background::Unknown),
    ("light", Theme(&builtin::LIGHT), Background::Light),
    ("dark", Theme(&builtin::DARK), Background::Dark),
    ("catppuccin-mocha", Theme(&builtin::MOCHA), Background::Own),
    ("catppuccin-latte", Theme(&builtin::LATTE), Background::Own),
    ("gruvbox-dark", Theme(&builtin::GRUVBOX_DARK), Background::Own),
    ("gruvbox-light", Theme(&builtin::GRUVBOX_LIGHT), Background::Own),
    ("nord", Theme(&builtin::NORD), Background::Own),
    ("solarized-dark", Theme(&builtin::SOLARIZED_DARK), Background::Own),
    ("solarized-light", Theme(&builtin::SOLARIZED_LIGHT), Background::Own),
    ("tokyo-night", Theme(&builtin::TOKYO_NIGHT), Background::Own),
    ("high-contrast", Theme(&builtin::HIGH_CONTRAST), Background::Own),
    ("mono", Theme::MONO, Background::Any),
];

/// The built-in themes as a Markdown table, for the manual.
pub fn markdown_table() -> String {
    let rows = THEMES.iter().map(|(name, _, background)| format!("| `{name}` | {} |\n", background.about()));
    format!("| theme | colours |\n|---|---|\n{}", rows.collect::<String>())
}

/// The built-in theme with a name.
pub fn named(name: &str) -> Option<Theme> {
    THEMES.iter().find(|(known, ..)| *known == name).map(|&(_, theme, _)| theme)
}

/// How everything on the screen looks. A theme lasts as long as the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme(&'static Styles);

impl Theme {
    /// The terminal's own sixteen colours.
    pub const TERMINAL: Self = Self(&builtin::TERMINAL);
    /// No colour at all, for `NO_COLOR` and `--color never`.
    pub const MONO: Self = Self(&builtin::MONO);

    /// The theme with other styles for some roles. It is kept for the rest of the run: there is one of a person's own.
    #[must_use]
    pub fn with(self, changes: impl IntoIterator<Item = (Role, Style)>) -> Self {
        let mut styles = *self.0;
        for (role, style) in changes {
            styles[role as usize] = style;
        }
        Self(Box::leak(Box::new(styles)))
    }

    /// The theme as a terminal with so many colours shows it: colours that it has not become the nearest.
    #[must_use]
    pub fn at(self, depth: ColorDepth) -> Self {
        if self.0.iter().all(|style| depth.has(style)) {
            return self;
        }
        self.with(Role::VARIANTS.iter().map(|&role| (role, depth.nearest(self.style(role)))))
    }

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        self.0[role as usize]
    }

    /// The background of the screen.
    pub fn ground(self) -> Style {
        self.style(Role::Text)
    }

    /// The style of a tone.
    pub fn tone(self, tone: Tone) -> Style {
        let mut style = match tone.role {
            row::Role::Text => Style::new(),
            row::Role::Title => Style::new().bold(),
            row::Role::Heading(1) => self.style(Role::Heading).underlined(),
            row::Role::Heading(2) | row::Role::Section => self.style(Role::Heading),
            row::Role::Heading(3) => Style::new().bold().italic(),
            row::Role::Heading(4) => Style::new().italic().underlined(),
            row::Role::Heading(5) => Style::new().italic(),
            row::Role::Heading(_) => self.quiet().italic(),
            row::Role::Label => self.style(Role::Label),
            row::Role::Code => self.style(Role::Code),
            row::Role::Listing => self.style(Role::CodeBlock),
            row::Role::Link => self.style(Role::Link),
            row::Role::Problem(severity) => self.severity(severity),
            row::Role::Mark | row::Role::Quiet => self.quiet(),
            row::Role::Have => self.style(Role::ChipHave),
            row::Role::Missing => self.style(Role::ChipMissing),
            row::Role::Plus => self.style(Role::ChipPlus),
        };
        if tone.strong {
            style = style.bold();
        }
        if tone.emphasis {
            style = style.italic();
        }
        if tone.strike {
            style = style.crossed_out();
        }
        style
    }

    /// A heading.
    pub fn heading(self) -> Style {
        self.style(Role::Heading)
    }

    /// A key.
    pub fn key(self) -> Style {
        self.style(Role::Key)
    }

    /// The full part of a bar.
    pub fn bar(self) -> Style {
        self.style(Role::Bar)
    }

    /// A sentence about a failure.
    pub fn error(self) -> Style {
        self.style(Role::Error)
    }

    /// The style of a severity: its sign, its word.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error(),
            Severity::Warning => self.style(Role::Warning),
            Severity::Info => self.quiet(),
        }
    }

    /// The style of a severity within a row, see [`within`](Self::within).
    pub fn severity_within(self, base: Style, severity: Severity) -> Style {
        let role = match severity {
            Severity::Error => Role::Error,
            Severity::Warning => Role::Warning,
            Severity::Info => Role::Dim,
        };
        self.within(base, role)
    }

    /// Said quietly.
    pub fn quiet(self) -> Style {
        self.style(Role::Dim)
    }

    /// The selected row of what has the keyboard, and of what has not.
    pub fn selected(self, focused: bool) -> Style {
        self.style(if focused { Role::Selection } else { Role::SelectionOff })
    }

    /// A role within a row, which is selected in `base` or not. A row that is reversed has one colour from end to
    /// end; one with a background of its own keeps the colours of its signs, and what is dim stays readable.
    pub fn within(self, base: Style, role: Role) -> Style {
        let style = self.style(role);
        if base.add_modifier.contains(Modifier::REVERSED) {
            let shape = style.add_modifier.difference(Modifier::DIM | Modifier::REVERSED);
            return base.add_modifier(shape);
        }
        match base.bg {
            Some(_) if role.is_dim() => base.patch(self.style(Role::SelectionDim)),
            _ => base.patch(style),
        }
    }

    /// The lines of a pane.
    pub fn frame(self, focused: bool) -> Style {
        self.style(if focused { Role::BorderFocus } else { Role::Border })
    }

    /// The title of a pane.
    pub fn title(self, focused: bool) -> Style {
        self.style(if focused { Role::TitleFocus } else { Role::Dim })
    }

    /// A hint; one that does not begin with what was typed steps back.
    pub fn hint(self, begins: bool) -> Style {
        let style = if begins { self.style(Role::Accent).bold() } else { self.quiet() };
        style.reversed().not_underlined()
    }

    /// The modules of a QR code. Without two colours there is none, so every theme has them; readers
    /// want dark on light.
    pub fn code_modules(self) -> Style {
        Style::new().fg(Color::Black).bg(Color::White)
    }

    /// Characters that the filter found.
    pub fn hit(self) -> Style {
        self.style(Role::Match)
    }

    /// A match of the search in the text; the current one stands out.
    pub fn found(self, current: bool) -> Style {
        self.style(if current { Role::FoundCurrent } else { Role::Found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_theme_loses_a_distinction() {
        for &(name, theme, _) in THEMES {
            let tone = |role| theme.tone(Tone::of(role));
            let ranks: Vec<Style> = (1..=6).map(|level| tone(row::Role::Heading(level))).collect();
            for (level, style) in ranks.iter().enumerate() {
                assert!(!ranks[..level].contains(style), "{name}: level {} looks like one above", level + 1);
            }
            let apart =
                [row::Role::Title, row::Role::Section, row::Role::Code, row::Role::Link, row::Role::Quiet];
            for role in apart {
                assert_ne!(tone(role), Style::new(), "{name}: {role:?} looks like running text");
            }
            assert_ne!(theme.selected(true), theme.selected(false), "{name}");
            assert_ne!(theme.found(true), theme.found(false), "{name}");
            assert_ne!(theme.title(true), theme.title(false), "{name}");
        }
    }

    #[test]
    fn the_accent_is_for_nothing_that_is_only_read() {
        for &(name, theme, background) in THEMES.iter().filter(|(name, ..)| *name != "mono") {
            let accent = theme.style(Role::Accent).fg;
            assert!(accent.is_some(), "{name}");
            for role in [Role::Heading, Role::Label, Role::Dim, Role::Warning, Role::Error, Role::Success] {
                assert_ne!(theme.style(role).fg, accent, "{name}: {role:?}");
            }
            assert_eq!(theme.style(Role::Heading).fg, None, "{name}: headings have the foreground");
            assert!(theme.ground().bg.is_some() == (background == Background::Own), "{name}");
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        for &role in Role::VARIANTS {
            let style = Theme::MONO.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn a_selected_row_has_one_colour() {
        for &(name, theme, _) in THEMES {
            let base = theme.selected(true);
            for role in [Role::Dim, Role::ChipHave, Role::Match, Role::Marked, Role::Error] {
                let style = theme.within(base, role);
                assert_eq!(style.bg, base.bg, "{name}: {role:?}");
                assert!(!style.add_modifier.contains(Modifier::DIM), "{name}: {role:?}");
                if base.add_modifier.contains(Modifier::REVERSED) {
                    assert_eq!(style.fg, base.fg, "{name}: {role:?}, which is reversed, would be the ground");
                }
            }
        }
    }

    #[test]
    fn a_theme_changes_only_where_a_terminal_has_fewer_colours() {
        let nord = named("nord").unwrap();
        assert_eq!(nord.at(ColorDepth::True), nord);
        let fewer = nord.at(ColorDepth::Indexed);
        assert!(matches!(fewer.style(Role::Accent).fg, Some(Color::Indexed(16..))));
        assert_eq!(Theme::TERMINAL.at(ColorDepth::Sixteen), Theme::TERMINAL);
    }

    #[test]
    fn every_style_of_every_theme_can_be_written() {
        for &(name, theme, _) in THEMES {
            for &role in Role::VARIANTS {
                let style = theme.style(role);
                let read = read_style(&write_style(style)).unwrap();
                let parts = |style: Style| (style.fg, style.bg, style.add_modifier);
                assert_eq!(parts(read), parts(style), "{name}: {role:?}");
            }
        }
    }

    #[test]
    fn a_change_is_of_one_role() {
        let theme = Theme::TERMINAL.with([(Role::Accent, Style::new().italic())]);
        assert_eq!(theme.style(Role::Accent), Style::new().italic());
        assert_eq!(theme.style(Role::Link), Theme::TERMINAL.style(Role::Link));
    }
}

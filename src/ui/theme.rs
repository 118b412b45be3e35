//! The theme: how what a piece of text *is* looks on a terminal.
//!
//! Listings are read on light and on dark terminals, with unknown palettes. So
//! the theme that stands where none is asked for keeps the terminal's own foreground and background
//! and says everything by attributes first (bold, underline, reverse, a marker glyph). No colour of
//! the sixteen is readable on both backgrounds in all the usual palettes: two of them stand on bold
//! words that are set apart anyway, never on what is read: text, code, links. The terminal is not
//! asked for its colours either: the answer comes late or as garbage where it matters.
//!
//! Who says what the background is (`--theme light`) gets colours with a contrast of 4.5 to 1 at
//! least, of the 240 that no palette changes; `high-contrast` brings its own background, and 7 to 1.

use ratatui::style::{Color, Modifier, Style};

use super::row::{Role, Tone};
use crate::check::Severity;

/// How everything on the screen looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The colours of all that says nothing else; else the terminal's own.
    ground: Option<(Color, Color)>,
    accent: Option<Color>,
    alarm: Option<Color>,
    code: Option<Color>,
    link: Option<Color>,
    /// Without a colour of its own what is quiet is dim.
    quiet: Option<Color>,
}

/// The background that a theme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// That of the terminal, whatever it is.
    Unknown,
    Light,
    Dark,
    /// The theme's own.
    Own,
}

/// The built-in themes: the name, the theme, and the background that it is made for.
pub const THEMES: &[(&str, Theme, Background)] = &[
    ("terminal", Theme::TERMINAL, Background::Unknown),
    ("light", Theme::LIGHT, Background::Light),
    ("dark", Theme::DARK, Background::Dark),
    ("high-contrast", Theme::HIGH_CONTRAST, Background::Own),
    ("mono", Theme::MONO, Background::Unknown),
];

impl Theme {
    /// The terminal's own colours, with two of its sixteen as accents.
    pub const TERMINAL: Self = Self { accent: Some(Color::Magenta), alarm: Some(Color::Red), ..Self::MONO };
    /// No colour at all, for `NO_COLOR` and `--color never`.
    pub const MONO: Self =
        Self { ground: None, accent: None, alarm: None, code: None, link: None, quiet: None };
    /// For light backgrounds.
    pub const LIGHT: Self = Self {
        ground: None,
        accent: Some(Color::Indexed(90)),
        alarm: Some(Color::Indexed(124)),
        code: Some(Color::Indexed(23)),
        link: Some(Color::Indexed(25)),
        quiet: Some(Color::Indexed(241)),
    };
    /// For dark backgrounds.
    pub const DARK: Self = Self {
        ground: None,
        accent: Some(Color::Indexed(183)),
        alarm: Some(Color::Indexed(217)),
        code: Some(Color::Indexed(150)),
        link: Some(Color::Indexed(117)),
        quiet: Some(Color::Indexed(250)),
    };
    /// White on black, whatever the terminal has.
    pub const HIGH_CONTRAST: Self = Self {
        ground: Some((Color::Indexed(231), Color::Indexed(16))),
        accent: Some(Color::Indexed(227)),
        alarm: Some(Color::Indexed(217)),
        code: Some(Color::Indexed(157)),
        link: Some(Color::Indexed(159)),
        quiet: Some(Color::Indexed(252)),
    };

    /// The background of the screen.
    pub fn ground(self) -> Style {
        self.ground.map_or_else(Style::new, |(fg, bg)| Style::new().fg(fg).bg(bg))
    }

    /// The style of a tone.
    pub fn tone(self, tone: Tone) -> Style {
        let mut style = match tone.role {
            Role::Text => Style::new(),
            Role::Title => Style::new().bold(),
            Role::Heading(1) => self.accented().bold().underlined(),
            Role::Heading(2) | Role::Label => self.accented().bold(),
            Role::Heading(3) => Style::new().bold().italic(),
            Role::Heading(4) => Style::new().italic().underlined(),
            Role::Heading(5) => Style::new().italic(),
            Role::Heading(_) => self.quiet().italic(),
            // Among words it has to stand out without a colour, too.
            Role::Code => self.code.map_or_else(|| Style::new().bold(), |color| Style::new().fg(color)),
            Role::Listing => colored(self.code),
            Role::Link => colored(self.link).underlined(),
            Role::Problem(severity) => self.severity(severity),
            Role::Mark | Role::Quiet => self.quiet(),
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

    /// Text with the accent colour.
    pub fn accented(self) -> Style {
        colored(self.accent)
    }

    /// A sentence about a failure.
    pub fn error(self) -> Style {
        colored(self.alarm).bold()
    }

    /// The style of a severity: its sign, its word.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error(),
            Severity::Warning => self.accented().bold(),
            Severity::Info => self.quiet(),
        }
    }

    /// Said quietly.
    pub fn quiet(self) -> Style {
        self.quiet.map_or_else(|| Style::new().dim(), |color| Style::new().fg(color))
    }

    /// The selected row of what has the keyboard, and of what has not.
    pub fn selected(self, focused: bool) -> Style {
        let style = Style::new().bold();
        if focused { style.reversed() } else { style }
    }

    /// The frame of a pane.
    pub fn frame(self, focused: bool) -> Style {
        if focused { Style::new() } else { self.quiet() }
    }

    /// A hint; one that does not begin with what was typed steps back.
    pub fn hint(self, begins: bool) -> Style {
        let style = if begins { self.accented().bold() } else { self.quiet() };
        style.reversed().not_underlined()
    }

    /// The modules of a QR code. Without two colours there is none, so every theme has them; readers
    /// want dark on light.
    pub fn code_modules(self) -> Style {
        Style::new().fg(Color::Black).bg(Color::White)
    }

    /// Characters that the filter found.
    pub fn hit(self) -> Style {
        self.accented().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A match of the search in the text; the current one stands out.
    pub fn found(self, current: bool) -> Style {
        let style = Style::new().reversed();
        if current { style.bold().underlined() } else { style }
    }
}

fn colored(color: Option<Color>) -> Style {
    color.map_or_else(Style::new, |color| Style::new().fg(color))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_theme_loses_a_distinction() {
        for &(_, theme, _) in THEMES {
            let ranks: Vec<Style> = (1..=6).map(|level| theme.tone(Tone::of(Role::Heading(level)))).collect();
            for (level, style) in ranks.iter().enumerate() {
                assert!(!ranks[..level].contains(style), "level {} looks like one above it", level + 1);
            }
            for role in [Role::Title, Role::Heading(1), Role::Heading(3), Role::Code, Role::Link, Role::Quiet]
            {
                assert_ne!(theme.tone(Tone::of(role)), Style::new(), "{role:?} looks like running text");
            }
            assert_ne!(theme.selected(true), theme.selected(false));
            assert_ne!(theme.found(true), theme.found(false));
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        for role in [Role::Text, Role::Heading(1), Role::Label, Role::Code, Role::Link, Role::Quiet] {
            let style = Theme::MONO.tone(Tone::of(role));
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn what_is_read_has_the_colour_of_the_terminal() {
        for role in [Role::Text, Role::Code, Role::Listing, Role::Link] {
            assert_eq!(Theme::TERMINAL.tone(Tone::of(role)).fg, None, "{role:?}");
        }
        for style in
            [Theme::TERMINAL.tone(Tone::of(Role::Label)), Theme::TERMINAL.error(), Theme::TERMINAL.hit()]
        {
            assert!(style.fg.is_some() && style.bg.is_none());
            assert!(style.add_modifier.contains(Modifier::BOLD), "a colour alone may be hard to read");
        }
    }
}

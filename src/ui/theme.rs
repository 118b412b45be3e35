//! The theme: how what a piece of text *is* looks on a terminal.
//!
//! Listings are read on light and on dark terminals, with palettes that nobody knows beforehand.
//! So the theme keeps the terminal's own foreground and background, says everything by attributes
//! first (bold, underline, reverse, a marker glyph), and adds only those of the 16 colours that are
//! readable on both: of the usual palettes, magenta and red. Without colour nothing is lost.

use ratatui::style::{Color, Modifier, Style};

use super::row::{Role, Tone};

/// How everything on the screen looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    accent: Option<Color>,
    alarm: Option<Color>,
}

impl Theme {
    /// The terminal's own colours, with two of its sixteen as accents.
    pub const ANSI: Self = Self { accent: Some(Color::Magenta), alarm: Some(Color::Red) };
    /// No colour at all, for `NO_COLOR` and `--color never`.
    pub const PLAIN: Self = Self { accent: None, alarm: None };

    /// The style of a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Style {
        let mut style = match tone.role {
            Role::Text => Style::new(),
            Role::Title => Style::new().bold(),
            Role::Heading(1) => self.accented().bold().underlined(),
            Role::Heading(2) | Role::Label => self.accented().bold(),
            Role::Heading(3) => Style::new().bold().italic(),
            Role::Heading(4) => Style::new().italic().underlined(),
            Role::Heading(5) => Style::new().italic(),
            Role::Heading(_) => Style::new().italic().dim(),
            Role::Code => self.accented(),
            Role::Link => Style::new().underlined(),
            Role::Mark | Role::Quiet => Style::new().dim(),
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
    #[must_use]
    pub fn accented(self) -> Style {
        self.accent.map_or_else(Style::new, |color| Style::new().fg(color))
    }

    /// A sentence about a failure.
    #[must_use]
    pub fn error(self) -> Style {
        self.alarm.map_or_else(Style::new, |color| Style::new().fg(color)).bold()
    }

    /// Said quietly.
    #[must_use]
    pub fn quiet(self) -> Style {
        Style::new().dim()
    }

    /// The selected row of what has the keyboard, and of what has not.
    #[must_use]
    pub fn selected(self, focused: bool) -> Style {
        let style = Style::new().bold();
        if focused { style.reversed() } else { style }
    }

    /// The frame of a pane.
    #[must_use]
    pub fn frame(self, focused: bool) -> Style {
        if focused { Style::new() } else { Style::new().dim() }
    }

    /// A hint; one that does not begin with what was typed steps back.
    #[must_use]
    pub fn hint(self, begins: bool) -> Style {
        let style = if begins { self.accented().bold() } else { self.quiet() };
        style.reversed().not_underlined()
    }

    /// The modules of a QR code. Without two colours there is none, so every theme has them; readers
    /// want dark on light.
    #[must_use]
    pub fn code_modules(self) -> Style {
        Style::new().fg(Color::Black).bg(Color::White)
    }

    /// Characters that the filter found.
    #[must_use]
    pub fn hit(self) -> Style {
        self.accented().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A match of the search in the text; the current one stands out.
    #[must_use]
    pub fn found(self, current: bool) -> Style {
        let style = Style::new().reversed();
        if current { style.bold().underlined() } else { style }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_theme_uses_no_colour_and_loses_no_distinction() {
        let roles = [Role::Text, Role::Title, Role::Heading(1), Role::Heading(3), Role::Link, Role::Quiet];
        let ranks: Vec<Style> =
            (1..=6).map(|level| Theme::PLAIN.tone(Tone::of(Role::Heading(level)))).collect();
        for (level, style) in ranks.iter().enumerate() {
            assert!(!ranks[..level].contains(style), "level {} looks like one above it", level + 1);
        }
        for role in roles {
            let style = Theme::PLAIN.tone(Tone::of(role));
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
            assert!(role == Role::Text || style != Style::new(), "{role:?} looks like running text");
        }
        assert_ne!(Theme::PLAIN.selected(true), Theme::PLAIN.selected(false));
        assert_ne!(Theme::PLAIN.found(true), Theme::PLAIN.found(false));
    }

    #[test]
    fn colours_are_of_the_sixteen_that_both_backgrounds_can_bear() {
        let styles = [Theme::ANSI.accented(), Theme::ANSI.error(), Theme::ANSI.hit()];
        for style in styles {
            assert!(matches!(style.fg, Some(Color::Magenta | Color::Red)) && style.bg.is_none());
        }
    }
}

//! How many colours a terminal has, and the nearest of those that it has.

use ratatui::style::{Color, Style};

/// The colours that a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorDepth {
    /// Sixteen, of any palette.
    Sixteen,
    /// 256: the sixteen, and 240 that no palette changes.
    Indexed,
    /// All of them.
    True,
}

/// Red, green and blue.
type Rgb = [u8; 3];

/// The levels of red, green and blue in the cube of the 256 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The sixteen as xterm has them.
const ANSI: [(Color, Rgb); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

impl ColorDepth {
    /// The depth that the environment tells: `COLORTERM` and `TERM`.
    pub fn of(colorterm: &str, term: &str) -> Self {
        let has = |names: &[&str]| names.iter().any(|name| term.contains(name));
        if matches!(colorterm, "truecolor" | "24bit") || has(&["direct", "truecolor"]) {
            Self::True
        } else if has(&["256color", "kitty", "alacritty", "ghostty", "foot", "wezterm"]) {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// Whether it has the colours of a style.
    pub(super) fn has(self, style: &Style) -> bool {
        [style.fg, style.bg].into_iter().flatten().all(|color| match color {
            Color::Rgb(..) => self == Self::True,
            Color::Indexed(16..) => self != Self::Sixteen,
            _ => true,
        })
    }

    /// The style in the colours that it has.
    pub(super) fn nearest(self, style: Style) -> Style {
        let near = |color: Option<Color>| color.map(|color| self.color(color));
        Style { fg: near(style.fg), bg: near(style.bg), ..style }
    }

    /// The nearest of the colours that it has.
    fn color(self, color: Color) -> Color {
        let Some(rgb) = rgb(color) else { return color };
        match self {
            Self::True => color,
            Self::Indexed if matches!(color, Color::Indexed(_)) => color,
            Self::Indexed => {
                let indexes = (16..=255).map(Color::Indexed);
                indexes.min_by_key(|&near| distance(self::rgb(near), rgb)).unwrap_or(color)
            }
            Self::Sixteen => {
                let near = ANSI.iter().min_by_key(|&&(_, near)| distance(Some(near), rgb));
                near.map_or(color, |&(near, _)| near)
            }
        }
    }
}

/// Red, green and blue of a colour that no palette changes; `None` for one of the sixteen.
pub(super) fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(gray @ 232..) => Some([8 + 10 * (gray - 232); 3]),
        Color::Indexed(cube @ 16..) => {
            let cube = usize::from(cube - 16);
            Some([cube / 36, cube / 6 % 6, cube % 6].map(|step| STEPS[step]))
        }
        _ => None,
    }
}

/// How far two colours are apart, as the eye weighs red, green and blue.
fn distance(one: Option<Rgb>, other: Rgb) -> u32 {
    let Some(one) = one else { return u32::MAX };
    let parts = one.iter().zip(other).zip([2, 4, 3]);
    parts.map(|((&one, other), weight)| weight * u32::from(one.abs_diff(other)).pow(2)).sum()
}

/// The contrast of two colours as WCAG 2.2 defines it, from 1 (none) to 21; `None` where a palette decides.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(rgb(one)?), luminance(rgb(other)?));
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

fn luminance(rgb: Rgb) -> f64 {
    let linear = rgb.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_depth_is_what_the_environment_tells() {
        for (colorterm, term, depth) in [
            ("truecolor", "xterm", ColorDepth::True),
            ("24bit", "", ColorDepth::True),
            ("", "xterm-direct", ColorDepth::True),
            ("", "xterm-256color", ColorDepth::Indexed),
            ("yes", "screen-256color", ColorDepth::Indexed),
            ("", "foot", ColorDepth::Indexed),
            ("", "xterm", ColorDepth::Sixteen),
            ("", "linux", ColorDepth::Sixteen),
        ] {
            assert_eq!(ColorDepth::of(colorterm, term), depth, "{colorterm:?} {term:?}");
        }
    }

    #[test]
    fn a_colour_that_is_not_there_becomes_the_nearest() {
        let color = |depth: ColorDepth, rgb| depth.color(rgb);
        assert_eq!(color(ColorDepth::Indexed, Color::Rgb(254, 1, 1)), Color::Indexed(196));
        assert_eq!(color(ColorDepth::Indexed, Color::Rgb(29, 29, 29)), Color::Indexed(234));
        assert_eq!(color(ColorDepth::Sixteen, Color::Rgb(30, 30, 46)), Color::Black);
        assert_eq!(color(ColorDepth::Sixteen, Color::Indexed(231)), Color::White);
        assert_eq!(color(ColorDepth::True, Color::Rgb(1, 2, 3)), Color::Rgb(1, 2, 3));
        assert_eq!(color(ColorDepth::Sixteen, Color::Indexed(3)), Color::Indexed(3));
    }
}

//! A style in words, as theme files have it: `bold #cba6f7`, `231 on 16`, `underline bright-blue`.

use std::fmt;

use ratatui::style::{Color, Modifier, Style};

/// The names of the sixteen colours. `default` is the terminal's own.
const COLORS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

const MODIFIERS: [(&str, Modifier); 6] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
    ("strike", Modifier::CROSSED_OUT),
];

/// The word of a style that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpecError {
    /// A word that is none, and the nearest that is one.
    Word(String, Option<&'static str>),
    /// Two foregrounds, or two backgrounds.
    Twice(String),
    /// `on` without a colour behind it.
    On,
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word, near) => {
                write!(
                    f,
                    "{word:?} is neither a colour (#rrggbb, 0 to 255, red, bright-red, default) nor one of "
                )?;
                let names: Vec<_> = MODIFIERS.iter().map(|(name, _)| *name).collect();
                f.write_str(&names.join(", "))?;
                near.map_or(Ok(()), |near| write!(f, "; did you mean {near}?"))
            }
            Self::Twice(word) => write!(f, "{word:?} is a second colour; a background follows \"on\""),
            Self::On => f.write_str("a colour must follow \"on\""),
        }
    }
}

/// Reads a style.
///
/// # Errors
///
/// At the first word that is not understood.
pub fn read_style(text: &str) -> Result<Style, SpecError> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let modifier = MODIFIERS.iter().find(|(name, _)| *name == word);
        if let Some(&(_, modifier)) = modifier {
            style = style.add_modifier(modifier);
            continue;
        }
        let (word, place) = match word {
            "on" => (words.next().ok_or(SpecError::On)?, &mut style.bg),
            word => (word, &mut style.fg),
        };
        let color = color(word).ok_or_else(|| SpecError::Word(word.to_owned(), near(word)))?;
        if place.replace(color).is_some() {
            return Err(SpecError::Twice(word.to_owned()));
        }
    }
    // The terminal's own is what stands where no colour is named.
    style.fg = style.fg.filter(|&color| color != Color::Reset);
    style.bg = style.bg.filter(|&color| color != Color::Reset);
    Ok(style)
}

fn color(word: &str) -> Option<Color> {
    if let Some(digits) = word.strip_prefix('#') {
        let is_hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    let named = COLORS.iter().find(|(name, _)| *name == word).map(|&(_, color)| color);
    named.or_else(|| word.parse().ok().map(Color::Indexed))
}

/// The nearest word to one that is none.
fn near(word: &str) -> Option<&'static str> {
    let words = COLORS.iter().map(|(name, _)| *name).chain(MODIFIERS.iter().map(|(name, _)| *name));
    let near = words.map(|known| (strsim::osa_distance(known, word), known)).min()?;
    (near.0 <= 2 && near.0 < near.1.len()).then_some(near.1)
}

/// The words of a style, which [`read_style`] reads back.
pub fn write_style(style: Style) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(style.fg.map(write_color));
    words.extend(style.bg.map(|color| format!("on {}", write_color(color))));
    let modifiers = MODIFIERS.iter().filter(|(_, modifier)| style.add_modifier.contains(*modifier));
    words.extend(modifiers.map(|(name, _)| (*name).to_owned()));
    if words.is_empty() { "default".to_owned() } else { words.join(" ") }
}

fn write_color(color: Color) -> String {
    match color {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Indexed(index) => index.to_string(),
        other => {
            COLORS.iter().find(|(_, known)| *known == other).map_or("default", |(name, _)| name).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_read_and_written() {
        for (text, style) in [
            ("default", Style::new()),
            ("", Style::new()),
            ("#cba6f7 bold", Style::new().fg(Color::Rgb(0xcb, 0xa6, 0xf7)).bold()),
            ("bold   231 on 16", Style::new().fg(Color::Indexed(231)).bg(Color::Indexed(16)).bold()),
            ("on bright-black dim", Style::new().bg(Color::DarkGray).dim()),
            ("default on default underline", Style::new().underlined()),
        ] {
            assert_eq!(read_style(text), Ok(style), "{text}");
            assert_eq!(read_style(&write_style(style)), Ok(style), "{text}");
        }
    }

    #[test]
    fn a_mistake_is_one_sentence() {
        let mistake = |text| read_style(text).unwrap_err().to_string();
        assert!(mistake("bald").starts_with("\"bald\" is neither a colour"));
        assert!(mistake("bald").ends_with("did you mean bold?"));
        assert!(
            mistake("#12345").starts_with("\"#12345\" is neither") && mistake("256").starts_with("\"256\"")
        );
        assert_eq!(mistake("red blue"), "\"blue\" is a second colour; a background follows \"on\"");
        assert_eq!(mistake("red on"), "a colour must follow \"on\"");
        assert!(
            read_style("#+12345").is_err()
                && read_style("+1").is_ok_and(|style| style.fg == Some(Color::Indexed(1)))
        );
    }
}

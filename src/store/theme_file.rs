//! A theme file: the styles of roles, in words, with the place of each.
//!
//! `accent = "bold #cba6f7"` gives a role its style; `inherits = "nord"` names the theme that all others come from.

use toml::de::{DeTable, DeValue};

use super::config_file::LocatedString;

/// The most bytes that a theme file may have.
pub const MOST_BYTES: u64 = 1 << 16;
/// The key of the theme that others come from.
pub const INHERITS: &str = "inherits";

/// The content of a theme file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeFile {
    /// The name of the theme that it builds on.
    pub inherits: Option<LocatedString>,
    /// The name of a role and the words of its style, in the order of the file.
    pub styles: Vec<(LocatedString, LocatedString)>,
    /// A sentence for each thing that is no such pair, with its place.
    pub complaints: Vec<String>,
}

/// Reads the text of a theme file. `name` is the name of the file in places.
pub fn parse(text: &str, name: &str) -> ThemeFile {
    let place = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("{name}:{line}:{column}")
    };
    let mut file = ThemeFile::default();
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            let at = place(error.span().map_or(0, |span| span.start));
            file.complaints.push(format!("{at}: {message}"));
            return file;
        }
    };
    let mut pairs: Vec<_> = table.into_iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in pairs {
        let at = value.span().start;
        let key = LocatedString { place: place(key.span().start), text: key.into_inner().into_owned() };
        match value.into_inner() {
            DeValue::String(text) => {
                let value = LocatedString { place: place(at), text: text.into_owned() };
                if key.text == INHERITS {
                    file.inherits = Some(value);
                } else {
                    file.styles.push((key, value));
                }
            }
            other => {
                let found = other.type_str();
                file.complaints.push(format!(
                    "{}: {} must be a text, as \"bold #cba6f7\", not {found}",
                    place(at),
                    key.text
                ));
            }
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_file_is_pairs_of_texts_with_their_places() {
        let file = parse("inherits = \"nord\"\n# Mine\nlink = \"blue\"\naccent = \"bold red\"\n", "my.toml");
        assert_eq!(file.inherits.unwrap().text, "nord");
        let styles: Vec<_> = file
            .styles
            .iter()
            .map(|(key, value)| (key.text.as_str(), value.text.as_str(), value.place.as_str()))
            .collect();
        assert_eq!(styles, [("link", "blue", "my.toml:3:8"), ("accent", "bold red", "my.toml:4:10")]);
        assert_eq!(file.complaints, [] as [&str; 0]);
    }

    #[test]
    fn what_is_none_is_one_sentence_with_its_place() {
        let file = parse("link = 3\n[accent]\nfg = \"red\"\n", "my.toml");
        assert_eq!(
            file.complaints,
            [
                "my.toml:1:8: link must be a text, as \"bold #cba6f7\", not integer",
                "my.toml:2:1: accent must be a text, as \"bold #cba6f7\", not table"
            ]
        );
        let broken = parse("link = \"red\naccent = 1\n", "my.toml");
        assert!(broken.complaints.len() == 1 && broken.complaints[0].starts_with("my.toml:1:"), "{broken:?}");
    }
}

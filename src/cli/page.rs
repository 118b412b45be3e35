//! Text to read: laid out for the width of a terminal, or left as it is for a pipe.

use std::borrow::Cow;
use std::io::{self, Write};

use super::console::Console;
use super::output::safe;
use crate::model::References;
use crate::ui::text::width;

/// Writes the Markdown of a field.
pub(super) fn write(
    out: &mut impl Write,
    markdown: &str,
    _references: &References,
    console: &Console,
) -> io::Result<()> {
    for line in markdown.lines() {
        for line in wrapped(line, console.width) {
            writeln!(out, "{}", safe(&line))?;
        }
    }
    Ok(())
}

/// Words in lines of at most `cells` display cells; a word that is wider has a line of its own, for
/// an address that is cut in two is none. Without a width, the one line that it is.
pub(super) fn wrapped(text: &str, cells: Option<usize>) -> Vec<Cow<'_, str>> {
    let Some(cells) = cells else { return vec![Cow::Borrowed(text)] };
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= cells => {
                let line = line.to_mut();
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(Cow::Borrowed(word)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_lines_and_addresses_stay_whole() {
        let lines = wrapped("one two  三四 https://example.org/net/1 end", Some(12));
        assert_eq!(lines, ["one two 三四", "https://example.org/net/1", "end"]);
        assert_eq!(wrapped("one  two", None), ["one  two"]);
        assert!(wrapped(" ", Some(0)).is_empty());
    }
}

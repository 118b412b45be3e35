//! Text to read: laid out for the width of a terminal, or left as it is for a pipe.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::ops::Bound;

use memchr::memmem;

use super::output::{self, Out, quiet};
use crate::markdown::glyphs::LEADS_TO;
use crate::markdown::{block, footnotes};
use crate::model::url::LONGEST;
use crate::model::{References, start_of};
use crate::ui::prose;
use crate::ui::row::Row;
use crate::ui::text::width;

/// Writes the Markdown of a field: laid out in lines of at most `width` display cells, or without a width its
/// source with its footnotes. `references` are the link definitions of the whole document.
pub(crate) fn write(
    out: &mut Out<'_>,
    markdown: &str,
    references: &References,
    width: Option<usize>,
) -> io::Result<()> {
    match width {
        Some(width) => write_prose(out, markdown, references, width),
        None => out.lines(&footnotes::of_part(markdown, references)),
    }
}

fn write_prose(out: &mut Out<'_>, markdown: &str, references: &References, width: usize) -> io::Result<()> {
    let prose = block::prose(markdown, references);
    let rows = prose::layout(&prose, width);
    for row in &rows {
        out.marked_line(&row.pieces.iter().map(output::piece).collect::<Vec<_>>())?;
    }
    addresses(&rows, &prose.links)
        .iter()
        .try_for_each(|url| out.marked_line(&[quiet(&format!("{LEADS_TO}{url}"))]))
}

/// The most bytes of the name of a scheme.
const LONGEST_SCHEME: usize = 16;

/// The addresses that stand behind words, each once: a reader of text cannot click it.
fn addresses<'a>(rows: &[Row], links: &'a [String]) -> Vec<&'a str> {
    let text: String = rows.iter().map(Row::text).collect();
    let readable = readable(&text);
    let is_readable = |url: &str| {
        let shown = url.strip_prefix("http://").filter(|rest| rest.starts_with("www.")).unwrap_or(url);
        let next = readable.range::<str, _>((Bound::Included(shown), Bound::Unbounded)).next();
        next.is_some_and(|address| address.starts_with(shown))
    };
    let mut known = HashSet::new();
    links.iter().map(String::as_str).filter(|url| !is_readable(url) && known.insert(*url)).collect()
}

/// The addresses that can be read in a text, each up to the next white space. Asking this set for each link is quick;
/// looking through the text for each would take the product of both.
fn readable(text: &str) -> BTreeSet<&str> {
    let mut addresses = BTreeSet::new();
    for mark in ["://", "www.", "mailto:"] {
        for at in memmem::find_iter(text.as_bytes(), mark) {
            let scheme = text.as_bytes()[..at].iter().rev().take(LONGEST_SCHEME);
            let scheme = scheme.take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let from = start_of(&text[at - if mark == "://" { scheme } else { 0 }..], LONGEST);
            addresses.insert(from.split(char::is_whitespace).next().unwrap_or(from));
        }
    }
    addresses
}

/// Words in lines of at most `cells` display cells; a word that is wider has a line of its own, for
/// an address that is cut in two is none. Without a width, the one line that it is.
pub(crate) fn wrapped(text: &str, cells: Option<usize>) -> Vec<Cow<'_, str>> {
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

    fn written(markdown: &str, width: Option<usize>, with_marks: bool) -> String {
        let write = |out: &mut Out<'_>| write(out, markdown, &References::default(), width);
        output::gathered(with_marks, write).unwrap().into_string()
    }

    #[test]
    fn words_fill_lines_and_addresses_stay_whole() {
        let lines = wrapped("one two  三四 https://example.org/net/1 end", Some(12));
        assert_eq!(lines, ["one two 三四", "https://example.org/net/1", "end"]);
        assert_eq!(wrapped("one  two", None), ["one  two"]);
        assert!(wrapped(" ", Some(0)).is_empty());
    }

    #[test]
    fn a_pipe_gets_the_source_without_what_a_terminal_obeys() {
        assert_eq!(written("- *a*\r\n- \u{1b}[2Jb\rc\n", None, false), "- *a*\n- \u{fffd}[2Jb\nc\n");
    }

    #[test]
    fn addresses_behind_words_are_told_once() {
        let markdown = "[net](https://example.org/1), [it](https://example.org/1), <https://example.org/2> www.example.org";
        let lines = "net, it, https://example.org/2 www.example.org\n→ https://example.org/1\n";
        assert_eq!(written(markdown, Some(60), false), lines);
    }

    #[test]
    fn marks_are_where_they_are_wanted() {
        assert_eq!(written("a **b *c***", Some(60), true), "a \u{1b}[1mb \u{1b}[0m\u{1b}[1;3mc\u{1b}[0m\n");
    }
}

//! The text of an output, which is put together from parts that are made safe on the way in.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::{is_control, is_invisible, is_plain, shown};

/// Text that holds no character a terminal obeys and none that hides: everything in it went through one of
/// its methods, and each of them filters. It is what every output of the program is made of.
///
/// It implements neither [`std::io::Write`] nor [`std::fmt::Write`], so nothing else can write into it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SafeText(String);

/// How a part of a line stands out on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Bold.
    Strong,
    /// Dim.
    Quiet,
    /// Italic.
    Emphasis,
    /// Underlined.
    Link,
    /// Struck out.
    Strike,
}

impl Mark {
    /// Its parameter in "Select Graphic Rendition" (SGR) of ECMA-48. No colours, so that every palette
    /// reads well.
    fn parameter(self) -> &'static str {
        match self {
            Self::Strong => "1",
            Self::Quiet => "2",
            Self::Emphasis => "3",
            Self::Link => "4",
            Self::Strike => "9",
        }
    }
}

/// A part of a line, and how it stands out.
#[derive(Debug, Clone)]
pub struct Marked<'a> {
    text: Cow<'a, str>,
    marks: Vec<Mark>,
}

impl<'a> Marked<'a> {
    /// A part with marks, on which the later ones add to the earlier ones.
    pub fn new(text: impl Into<Cow<'a, str>>, marks: impl Into<Vec<Mark>>) -> Self {
        Self { text: text.into(), marks: marks.into() }
    }
}

impl SafeText {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, without the promise.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Adds one line: whatever the arguments print stands on it, line ends included, so that no title and no
    /// file name can forge a line of its own.
    pub fn line(&mut self, words: fmt::Arguments<'_>) {
        self.words(words);
        self.end_line();
    }

    /// Adds a part of a line.
    pub fn words(&mut self, words: fmt::Arguments<'_>) {
        // Writing to a string cannot fail, and a value that cannot print itself prints what it can.
        let _ = Line(&mut self.0).write_fmt(words);
    }

    pub fn end_line(&mut self) {
        self.0.push('\n');
    }

    /// Adds a tab, between columns for programs.
    pub fn tab(&mut self) {
        self.0.push('\t');
    }

    /// Adds a part of a line, with its marks or without.
    pub fn marked(&mut self, part: &Marked<'_>, with_marks: bool) {
        self.between_marks(&part.text, if with_marks { &part.marks } else { &[] });
    }

    /// Adds the parts of a line, with their marks or without, and its end. White space at the end of the line
    /// is left out.
    pub fn marked_line(&mut self, parts: &[Marked<'_>], with_marks: bool) {
        if let Some(last) = parts.iter().rposition(|part| !part.text.trim_end().is_empty()) {
            parts[..last].iter().for_each(|part| self.marked(part, with_marks));
            let marks = if with_marks { parts[last].marks.as_slice() } else { &[] };
            self.between_marks(parts[last].text.trim_end(), marks);
        }
        self.end_line();
    }

    /// Adds a text of several lines. Tabs stay; `\n`, `\r\n` and a lone `\r` end a line; the last line has an
    /// end, too.
    pub fn lines(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
            self.with_tabs(&rest[..end]);
            self.end_line();
            let after = &rest[end..];
            rest = after.strip_prefix("\r\n").unwrap_or_else(|| after.get(1..).unwrap_or_default());
        }
    }

    /// Adds JSON, or a part of it. What JSON itself leaves as it is, DEL, C1, bidirectional and invisible
    /// characters, stands only in strings; there it is escaped (`\u202e`), so that nothing is lost.
    pub fn json(&mut self, json: &str) {
        let mut units = [0; 2];
        self.filtered(json, |c, out| match c {
            '\n' => out.push(c),
            _ if is_control(c) || is_invisible(c) => {
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(c),
        });
    }

    /// Adds a record of CSV (RFC 4180): line ends within its cells are line feeds, and it ends with CR LF,
    /// which it may have already.
    pub fn record(&mut self, csv: &str) {
        let record = csv.strip_suffix('\n').unwrap_or(csv);
        let record = record.strip_suffix('\r').unwrap_or(record);
        for (at, line) in record.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.with_tabs(line);
        }
        self.0.push_str("\r\n");
    }

    /// Adds lines that a renderer has marked: SGR sequences (`ESC [ … m`) stay, no other escape does. What is
    /// rendered must be safe already, or it could choose its own colours.
    pub fn rendered(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('\u{1b}') {
            self.filtered_lines(&rest[..at]);
            let sequence = sgr(&rest[at..]);
            self.0.push_str(sequence);
            if sequence.is_empty() {
                self.0.push(char::REPLACEMENT_CHARACTER);
            }
            rest = &rest[at + sequence.len().max(1)..];
        }
        self.filtered_lines(rest);
    }

    /// Adds what is safe already.
    pub fn append(&mut self, text: &Self) {
        self.0.push_str(&text.0);
    }

    /// Cuts it behind the last line end that leaves at most so many bytes.
    pub fn truncate_to_lines(&mut self, most: usize) {
        if self.0.len() > most {
            let end = self.0.as_bytes()[..most].iter().rposition(|&byte| byte == b'\n');
            self.0.truncate(end.map_or(0, |end| end + 1));
        }
    }

    /// Empties it and keeps its memory.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn between_marks(&mut self, text: &str, marks: &[Mark]) {
        if !marks.is_empty() {
            let parameters: Vec<_> = marks.iter().map(|mark| mark.parameter()).collect();
            self.0.push_str("\u{1b}[");
            self.0.push_str(&parameters.join(";"));
            self.0.push('m');
        }
        self.words(format_args!("{text}"));
        if !marks.is_empty() {
            self.0.push_str("\u{1b}[0m");
        }
    }

    fn filtered_lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.with_tabs(line);
        }
    }

    /// Adds a part of a line in which tabs stay.
    fn with_tabs(&mut self, text: &str) {
        self.filtered(text, |c, out| match c {
            '\t' => out.push(c),
            _ => out.extend(shown(c)),
        });
    }

    fn filtered(&mut self, text: &str, mut add: impl FnMut(char, &mut String)) {
        if is_plain(text) {
            self.0.push_str(text);
        } else {
            text.chars().for_each(|c| add(c, &mut self.0));
        }
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A part of a line that is being written.
struct Line<'a>(&'a mut String);

impl fmt::Write for Line<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if is_plain(text) {
            self.0.push_str(text);
        } else {
            self.0.extend(text.chars().filter_map(shown));
        }
        Ok(())
    }
}

/// The SGR sequence that a text begins with; `None` when it begins otherwise.
fn sgr(text: &str) -> &str {
    let Some(parameters) = text.strip_prefix("\u{1b}[") else { return "" };
    let digits = parameters.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b';')).count();
    if parameters.as_bytes().get(digits) == Some(&b'm') { &text[..=2 + digits] } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A character of every kind that must not leave.
    const HOSTILE: &str = "a\u{1b}[2J\u{1b}]52;c;cHduZWQ=\u{7}\r\u{b}\u{c}\0\u{7f}\u{85}\u{9b}31m\u{9d}0;x\u{9c}\
        \u{202e}\u{2066}\u{200b}\u{2028}\u{feff}\u{e0041}\u{ad}\n::error::b";

    fn written(write: impl FnOnce(&mut SafeText)) -> String {
        let mut text = SafeText::default();
        write(&mut text);
        text.into_string()
    }

    fn is_clean(text: &str) -> bool {
        !text.contains(|c| shown(c) != Some(c) && !matches!(c, '\n' | '\t'))
    }

    #[test]
    fn a_line_stays_one_line() {
        let line = written(|text| text.line(format_args!("<{HOSTILE}>")));
        assert!(is_clean(&line) && line.matches('\n').count() == 1 && line.ends_with(">\n"), "{line:?}");
    }

    #[test]
    fn several_lines_keep_their_ends_and_tabs_only() {
        assert_eq!(written(|text| text.lines("a\r\nb\rc\n\n\td")), "a\nb\nc\n\n\td\n");
        assert_eq!(written(|text| text.lines("")), "");
        assert!(is_clean(&written(|text| text.lines(HOSTILE))));
    }

    #[test]
    fn what_json_leaves_as_it_is_is_escaped() {
        let json = written(|text| text.json("{\"a\":\"\\u001b\u{9b}\u{202e}\u{200b}\u{e0041}é\"}\n"));
        assert_eq!(json, "{\"a\":\"\\u001b\\u009b\\u202e\\u200b\\udb40\\udc41é\"}\n");
    }

    #[test]
    fn a_record_of_csv_ends_as_spreadsheets_want_it() {
        let record = written(|text| text.record("a,\"b\nc\"\r\n"));
        assert_eq!(record, "a,\"b\nc\"\r\n");
        let hostile = written(|text| text.record(HOSTILE));
        assert!(is_clean(hostile.strip_suffix("\r\n").unwrap()), "{hostile:?}");
    }

    #[test]
    fn of_what_is_rendered_only_its_marks_stay() {
        let rendered =
            written(|text| text.rendered("\u{1b}[1;31mred\u{1b}[m\n\u{1b}[2J\u{1b}]0;t\u{7}\u{1b}["));
        assert_eq!(rendered, "\u{1b}[1;31mred\u{1b}[m\n\u{fffd}[2J\u{fffd}]0;t\u{fffd}\u{fffd}[");
    }

    #[test]
    fn marks_are_where_they_are_wanted() {
        let parts = [
            Marked::new("a\u{1b}", [Mark::Strong, Mark::Emphasis]),
            Marked::new(" b", []),
            Marked::new("  ", [Mark::Quiet]),
        ];
        assert_eq!(written(|text| text.marked_line(&parts, true)), "\u{1b}[1;3ma\u{fffd}\u{1b}[0m b\n");
        assert_eq!(written(|text| text.marked_line(&parts, false)), "a\u{fffd} b\n");
    }

    #[test]
    fn it_is_cut_between_lines() {
        let mut text = SafeText::default();
        text.lines("é\né\n");
        text.truncate_to_lines(5);
        assert_eq!(text.as_str(), "é\n");
        text.truncate_to_lines(2);
        assert_eq!(text.as_str(), "");
    }
}

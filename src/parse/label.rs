//! A label in place: what the start of a line says about the field that it may open.

use super::blocks;
use super::indent::line_start;
use super::labels::{self, Meanings};
use super::lexicon::{self, Meaning};
use super::lines;
use super::words::folded;
use crate::markdown::outline::{Line, Opening};
use crate::model::{FieldKind, Span, start_of};

/// How far into a line a label is looked for, in bytes.
const REACH: usize = 80;
/// How long a label may be, in bytes and in words.
const LONGEST: (usize, usize) = (60, 6);
/// A plain line of at most so many words may be a label without a colon.
const SHORT_LINE: usize = 4;
/// The marks of YAML's block scalars: as the sole value of a field they are no text.
const BLOCK_SCALARS: &[&str] = &["|", ">", "|-", ">-", "|+", ">+"];

/// How a label is written. The labels of one proposal share a style; its text does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) place: Place,
    pub(super) bold: bool,
    /// A colon ends it.
    pub(super) colon: bool,
    /// How many list items it stands in.
    pub(super) depth: usize,
}

/// The kind of text that a label is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a list item.
    Item,
    Paragraph,
    /// In the first cell of a table's row; the second is the value.
    Cell,
    /// It is a heading of its own.
    Heading,
}

/// A label in place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    /// The words, without decoration.
    pub(super) span: Span,
    /// Where its line begins, bullet included: the field before ends here.
    pub(super) line: usize,
    /// Where the value begins.
    pub(super) value: usize,
    /// Its field, or `None` for an unknown label.
    pub(super) kind: Option<FieldKind>,
    /// Its meaning, or `None` for an unknown label.
    pub(super) meaning: Option<Meaning>,
    /// Where its value ends and the table that it stands in, for the label of a cell.
    pub(super) cell: Option<(usize, usize)>,
    /// How it is written.
    pub(super) style: Style,
    /// It begins a line within a paragraph that does not begin with a label.
    pub(super) weak: bool,
    /// How its words are spelt.
    pub(super) spelling: Spelling,
    /// Nothing stands after it on its line.
    pub(super) alone: bool,
    /// The mark of a YAML block scalar stands after it: what is indented deeper is its text.
    pub(super) scalar: bool,
}

/// How the words of a label are spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Words,
    /// As a key of YAML.
    Key,
    /// Nearly like those of a known label.
    Near,
}

impl Label {
    /// Whether it opens one of the fields that the program has a word for.
    pub(super) fn is_recognised(&self) -> bool {
        self.kind.is_some_and(|kind| kind != FieldKind::Other)
    }
}

/// The label that a line begins with, if it begins with one. Without a colon only a known label
/// is one, and only when it is the whole line.
pub(super) fn read<'a>(text: &'a str, line: Line, meanings: &mut Meanings<'a>) -> Option<Label> {
    let window = window(text, line.start);
    let has_end = has_end(window)?;
    let decoration = window.find(|c: char| !is_decoration(c))?;
    let rest = &window[decoration..];
    // Without an end of its own only a known label is one: most lines of prose are told here.
    if !(if has_end { rest.starts_with(char::is_alphabetic) } else { labels::may_begin(rest) }) {
        return None;
    }
    let marks = &window[..decoration];
    let bold = marks.as_bytes().windows(2).any(|pair| matches!(pair, b"**" | b"__"));
    let last = line.start + window.len() == text.len();
    let (length, end) = match bold.then(|| bold_extent(rest, meanings)).flatten() {
        Some((length, skipped)) => (length, End::Bold(skipped)),
        None => extent(rest, last)?,
    };
    let words = rest[..length].trim_end_matches(is_decoration);
    if words.len() > LONGEST.0 || words.bytes().filter(|&byte| byte == b' ').count() >= LONGEST.1 {
        return None;
    }
    let start = line.start + decoration;
    let template = meanings.of(words).map(Meaning::Field);
    let colon = matches!(end, End::Colon(_));
    let is_plain = !marks.contains(['*', '_']) && !rest[length..].starts_with(['*', '_']);
    let meaning = template.or_else(|| {
        // `**Skills** that you need`
        let meaning = meanings.meaning(words).filter(|_| colon || !words.contains("**"))?;
        let is_clear = if is_plain { is_clear(line, words, meaning, colon) } else { true };
        is_clear.then_some(meaning)
    });
    let kind = meaning.map(Meaning::kind);
    if matches!(end, End::Line) && kind.is_none() {
        return None;
    }
    let after = start + length + if let End::Colon(bytes) | End::Bold(bytes) = end { bytes } else { 0 };
    let (value, scalar, alone) = value_start(text, after, marks.contains(['*', '_']));
    Some(Label {
        span: Span::new(start, start + words.len()),
        line: line_start(text, line.start),
        value,
        kind,
        meaning,
        cell: None,
        style: Style {
            place: if line.opening == Opening::Item || marks.starts_with('-') {
                Place::Item
            } else {
                Place::Paragraph
            },
            bold,
            colon,
            depth: line.depth,
        },
        weak: false,
        spelling: if template.is_none() && meaning.is_some() && is_misspelt(words, meanings) {
            Spelling::Near
        } else if scalar || (kind.is_some() && is_camel(words)) {
            Spelling::Key
        } else {
            Spelling::Words
        },
        alone,
        scalar,
    })
}

/// The bold words before a dash as a label that is not known: `**Weight** - 175 hours`.
pub(super) fn bold_lead(text: &str, line: Line) -> Option<Label> {
    let rest = window(text, line.start).strip_prefix("**")?;
    let close = rest.find("**")?;
    let (words, after) = (&rest[..close], &rest[close + 2..]);
    let gap = after.trim_start_matches(' ');
    let dash = ["- ", "– ", "— "].into_iter().find(|dash| gap.starts_with(dash))?;
    if after.len() == gap.len()
        || words.is_empty()
        || words.len() > LONGEST.0
        || words.contains(['\n', ':', '：'])
    {
        return None;
    }
    let bare = words.trim_start_matches(is_decoration);
    let start = line.start + 2 + words.len() - bare.len();
    let value = line.start + 2 + close + 2 + (after.len() - gap.len()) + dash.len();
    Some(Label {
        span: Span::new(start, start + bare.trim_end().len()),
        line: line_start(text, line.start),
        value,
        kind: None,
        meaning: None,
        cell: None,
        style: Style {
            place: if line.opening == Opening::Item { Place::Item } else { Place::Paragraph },
            bold: true,
            colon: true,
            depth: line.depth,
        },
        weak: false,
        spelling: Spelling::Words,
        alone: false,
        scalar: false,
    })
}

/// A bold line as a label that is not known.
pub(super) fn bold_line(text: &str, line: Line) -> Option<Label> {
    if line.opening != Opening::Paragraph || !text[line.start..].starts_with(['*', '_']) {
        return None;
    }
    let whole = lines::whole_line(text, line.start);
    let span = lines::bold_words(text, whole).filter(|words| words.len() <= LONGEST.0)?;
    Some(Label {
        span,
        line: line_start(text, line.start),
        value: lines::line(text, line.start).end,
        kind: None,
        meaning: None,
        cell: None,
        style: Style { place: Place::Paragraph, bold: true, colon: false, depth: line.depth },
        weak: false,
        spelling: Spelling::Words,
        alone: true,
        scalar: false,
    })
}

/// Whether words that mean a field are spelt nearly like a label of the templates, and not as words are.
fn is_misspelt<'a>(words: &'a str, meanings: &mut Meanings<'a>) -> bool {
    !lexicon::has_each(&folded(words)) && meanings.near(words, |_| true).is_some()
}

/// Whether plain words that the templates do not have are a label all the same: all of them are words
/// of labels; without a colon they also begin a paragraph, and name a field.
fn is_clear(line: Line, words: &str, meaning: Meaning, colon: bool) -> bool {
    let label = folded(words);
    if !lexicon::has_all(&label) && !lexicon::is_phrase(&label) {
        return false;
    }
    let names_field = meaning.kind() != FieldKind::Other;
    colon
        || line.opening == Opening::Paragraph
            && names_field
            && words.starts_with(|c: char| c.is_uppercase() || !c.is_ascii())
            && label.split(' ').count() <= SHORT_LINE
}

/// How a label ends.
enum End {
    /// With a colon of so many bytes.
    Colon(usize),
    /// With its line, or a `<br>`.
    Line,
    /// With the end of its bold words; a value follows on the line, after so many bytes.
    Bold(usize),
}

/// Whether a colon or a `<br>` may end a label before its line does; `None` when the line does, and
/// is too long for a label.
fn has_end(window: &str) -> Option<bool> {
    let bytes = window.as_bytes();
    let line = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    // 0xEF begins the full-width colon.
    let has_end = memchr::memchr3(b':', b'<', 0xEF, &bytes[..line]).is_some();
    (has_end || line <= LONGEST.0 || window.starts_with("**")).then_some(has_end)
}

/// How long the words are, and what ends them; the end of `rest` does only where the text ends there.
fn extent(rest: &str, last: bool) -> Option<(usize, End)> {
    let mut depth = 0_usize;
    for (at, byte) in rest.bytes().enumerate().filter(|&(_, byte)| !IN_WORDS[usize::from(byte)]) {
        match byte {
            b'\n' | b'\r' => return Some((at, End::Line)),
            b'@' => return None,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            // `Mentor[s]`
            b'[' if rest[at..].starts_with("[s]") => {}
            b']' if rest[..at].ends_with("[s") => {}
            b':' if rest[at + 1..].starts_with("//") => return None,
            b':' if depth == 0 => return Some((at, End::Colon(1))),
            b'<' if rest[at..].starts_with("<br") => return Some((at, End::Line)),
            0xE2 | 0xEF if rest.is_char_boundary(at) => match rest[at..].chars().next() {
                Some('（') => depth += 1,
                Some('）') => depth = depth.saturating_sub(1),
                Some('：') if depth == 0 => return Some((at, End::Colon('：'.len_utf8()))),
                Some('“') if depth == 0 => return None,
                _ => {}
            },
            _ if depth == 0 && is_foreign(byte) => return None,
            _ => {}
        }
    }
    last.then_some((rest.len(), End::Line))
}

/// How long the bold words are that a text begins with, and what stands between them and the value,
/// where they are a known label without a colon and a value follows (`**Issue** https://…`,
/// `**Mentors** – Ada`). A sentence goes on with a small letter.
fn bold_extent<'a>(rest: &'a str, meanings: &mut Meanings<'a>) -> Option<(usize, usize)> {
    let bytes = rest.as_bytes();
    let doubled = |&at: &usize| bytes.get(at + 1) == Some(&bytes[at]);
    let length = memchr::memchr2_iter(b'*', b'_', bytes).find(doubled)?;
    let words = &rest[..length];
    let value = rest[length..].trim_start_matches(['*', '_']);
    let spaced = value.starts_with([' ', '\t', '\u{a0}']);
    let value = value.trim_start_matches([' ', '\t', '\u{a0}']);
    let (value, dash) = match value.strip_prefix(['–', '—', '-']) {
        Some(after) if after.starts_with(' ') => (after.trim_start_matches(' '), true),
        _ => (value, false),
    };
    let first = value.chars().next()?;
    let follows = first.is_alphanumeric() || matches!(first, '[' | '<' | '@' | '~' | '`');
    let goes_on = first.is_lowercase() && !value.starts_with("http");
    let is_value = spaced && (follows && !goes_on || dash) && blocks::line_break(value).is_none();
    let is_words = words.len() <= LONGEST.0 && !words.contains(['\n', '\r', ':', '：']);
    let is_label = is_value && is_words && meanings.meaning(words).is_some();
    is_label.then(|| (length, if dash { rest.len() - length - value.len() } else { 0 }))
}

/// The bytes that stand in words whatever is around them, by their value.
static IN_WORDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = b' ';
    while byte <= b'z' {
        table[byte as usize] = byte == b' ' || byte.is_ascii_alphabetic();
        byte += 1;
    }
    table
};

/// The bytes of prose and code that are in no label.
fn is_foreign(byte: u8) -> bool {
    matches!(
        byte,
        b'.' | b'<' | b'`' | b'[' | b']' | b'"' | b'{' | b'}' | b'|' | b'=' | b'!' | b'?' | b';' | b','
    )
}

/// The start of a line: enough of it to hold a label.
fn window(text: &str, start: usize) -> &str {
    start_of(&text[start..], REACH)
}

/// Where the value begins after a label, whether a YAML mark stood for it, and whether the line
/// ends there.
fn value_start(text: &str, after: usize, emphasised: bool) -> (usize, bool, bool) {
    let mut rest = &text[after..];
    if emphasised {
        rest = rest.trim_start_matches(['*', '_']);
    }
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\u{a0}']);
        let Some(length) = blocks::line_break(rest) else { break };
        rest = &rest[length..];
    }
    let line_length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    let line = rest[..line_length].trim();
    let yaml = line.starts_with(['|', '>']) && BLOCK_SCALARS.contains(&line);
    let skipped = if yaml { line_length } else { 0 };
    (text.len() - rest.len() + skipped, yaml, yaml || line.is_empty())
}

/// The characters around a label that are no part of it: emphasis, bullets, quote marks, backslashes, emoji.
fn is_decoration(c: char) -> bool {
    matches!(c, ' ' | '\t' | '*' | '_' | '\\' | '>' | '-' | '+')
        || (!c.is_ascii() && !c.is_alphanumeric() && !matches!(c, '（' | '）' | '：' | '“' | '”' | '‘' | '’'))
}

fn is_camel(words: &str) -> bool {
    let (mut small, mut hump) = (false, false);
    for c in words.chars() {
        if !c.is_alphabetic() {
            return false;
        }
        hump |= small && c.is_uppercase();
        small = c.is_lowercase();
    }
    hump && words.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests;

//! A label in place: what the start of a line says about the field that it may open.

mod lead;
mod parts;

use lead::definition;
pub(super) use lead::{bold_lead, bold_line};
use parts::{LONGEST, is_decoration, window};
pub(super) use parts::{Label, Place, Spelling, Style};

use super::blocks;
use super::indent::line_start;
use super::labels::{self, Meanings};
use super::lexicon::{self, Meaning};
use super::words::folded;
use crate::markdown::outline::{Line, Opening};
use crate::model::{FieldKind, Span};

/// A plain line of at most so many words may be a label without a colon.
const SHORT_LINE: usize = 4;
/// The ends of bold words in HTML.
const CLOSED_BOLD: [&str; 2] = ["</b>", "</strong>"];
/// The marks of YAML's block scalars: as the sole value of a field they are no text.
const BLOCK_SCALARS: &[&str] = &["|", ">", "|-", ">-", "|+", ">+"];

/// The label that a line begins with, if it begins with one. Without a colon only a known label
/// is one, and only when it is the whole line.
pub(super) fn read<'a>(text: &'a str, line: Line, meanings: &mut Meanings<'a>) -> Option<Label> {
    let window = window(text, line.start);
    let has_end = has_end(window)?;
    let decoration = window.find(|c: char| !is_decoration(c))?;
    let rest = &window[decoration..];
    if let Some(label) = definition(text, line, line.start + decoration, meanings) {
        return Some(label);
    }
    // Without an end of its own only a known label is one: most lines of prose are told here.
    if !(if has_end { rest.starts_with(char::is_alphabetic) } else { labels::may_begin(rest) }) {
        return None;
    }
    let marks = &window[..decoration];
    let bold = marks.as_bytes().windows(2).any(|pair| matches!(pair, b"**" | b"__"));
    let last = line.start + window.len() == text.len();
    let is_short = |words: &str| {
        words.len() <= LONGEST.0 && words.bytes().filter(|&byte| byte == b' ').count() < LONGEST.1
    };
    let trimmed = |length: usize| rest[..length].trim_end_matches(is_decoration);
    let short = match bold.then(|| bold_extent(rest, meanings)).flatten() {
        Some((length, skipped)) => Some((length, End::Bold(skipped))),
        None => extent(rest, last),
    };
    let (length, end) = match short.filter(|&(length, _)| is_short(trimmed(length))) {
        Some(short) => short,
        None => bold.then(|| bold_request(rest)).flatten()?,
    };
    let words = trimmed(length);
    let start = line.start + decoration;
    let template = meanings.of(words).map(Meaning::Field);
    let colon = matches!(end, End::Colon(_));
    let is_plain = !marks.contains(['*', '_']) && !rest[length..].starts_with(['*', '_']);
    // Plain words are a label only where a colon ends them or they begin a paragraph, bold ones
    // (`**Skills** that you need`) where they are the whole of it.
    let may_be_told = if is_plain { colon || line.opening == Opening::Paragraph } else { true };
    let meaning = template.or_else(|| {
        if !may_be_told || !colon && words.contains("**") {
            return None;
        }
        let meaning = meanings.by_words(words)?;
        let is_clear = !is_plain || is_clear(words, meanings.folded(), meaning, colon);
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
        listed: false,
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

/// Whether words that mean a field are spelt nearly like a label of the templates, and not as words are.
fn is_misspelt<'a>(words: &'a str, meanings: &mut Meanings<'a>) -> bool {
    !lexicon::has_each(&folded(words)) && meanings.near(words, |_| true).is_some()
}

/// Whether plain words that the templates do not have are a label all the same: all of them are words
/// of labels; without a colon they also name a field.
fn is_clear(words: &str, label: &str, meaning: Meaning, colon: bool) -> bool {
    if !lexicon::has_all(label) && !lexicon::is_phrase(label) {
        return false;
    }
    let names_field = meaning.kind() != FieldKind::Other;
    colon
        || names_field
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
            b'<' if rest[at..].starts_with("</") => {
                let tag = CLOSED_BOLD.iter().find(|tag| rest[at..].starts_with(**tag))?;
                let colon = rest[at + tag.len()..].starts_with(':');
                return colon.then(|| (at, End::Colon(tag.len() + 1)));
            }
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

/// How long the bold words are that a text begins with, where they ask for a field in more words than labels have
/// (`**Expected skills and technologies for the project:** Go`), and what ends them.
fn bold_request(rest: &str) -> Option<(usize, End)> {
    let close = rest.find("**").or_else(|| rest.find("__"))?;
    let (words, after) = (&rest[..close], &rest[close + 2..]);
    let length = if words.ends_with(':') { close - 1 } else { close };
    let end = if words.ends_with(':') { 1 } else { after.starts_with(':').then_some("**:".len())? };
    let is_one_line = !words.contains(['\n', '\r', '.', '[', '`']);
    let is_asked = |words: &str| lexicon::meaning(&folded(words)).is_some_and(Meaning::is_strong);
    (is_one_line && is_asked(&words[..length])).then_some((length, End::Colon(end)))
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

/// Where the value begins after a label, whether a YAML mark stood for it, and whether the line
/// ends there.
fn value_start(text: &str, after: usize, emphasised: bool) -> (usize, bool, bool) {
    let mut rest = &text[after..];
    if emphasised {
        rest = rest.trim_start_matches(['*', '_']);
    }
    rest = CLOSED_BOLD.iter().find_map(|tag| rest.strip_prefix(tag)).unwrap_or(rest);
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

fn is_camel(words: &str) -> bool {
    if !words.starts_with(char::is_lowercase) {
        return false;
    }
    let (mut small, mut hump) = (false, false);
    for c in words.chars() {
        if !c.is_alphabetic() {
            return false;
        }
        hump |= small && c.is_uppercase();
        small = c.is_lowercase();
    }
    hump
}

#[cfg(test)]
mod tests;

//! The blocks of a document that may hold dates: rows of tables, list items, headings, paragraphs.
//!
//! Dates stand in places that the outline leaves out (tables of HTML, long quotes, lists in lists), so the lines are looked at
//! by themselves: once, and only in a document of which a line may hold a date.

use crate::model::Span;

/// A piece of text that is read by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) shape: Shape,
    pub(super) span: Span,
    /// Whether a date may stand in it.
    pub(super) may_date: bool,
    /// The list or the table that it belongs to, or the block itself.
    pub(super) group: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Heading(u8),
    Item,
    Paragraph,
    /// The cells of a row; the first row of a table may be its head.
    Row {
        cells: Vec<Span>,
        is_head: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    /// In a fence, a comment or the front matter.
    Silent,
    Heading(u8),
    Item,
    Text,
}

/// Whether a line may hold a date: it has a digit, and a month or what joins numbers. Cheap, for most lines hold none.
pub(super) fn may_date(line: &[u8]) -> bool {
    if !line.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let mut before = b' ';
    for (at, &byte) in line.iter().enumerate() {
        let begins_word = !before.is_ascii_alphabetic() && byte.is_ascii_alphabetic();
        let joins = before.is_ascii_digit()
            && matches!(byte, b'-' | b'/' | b'.')
            && line.get(at + 1).is_some_and(u8::is_ascii_digit);
        // The first byte of 年 is 0xE5, of 月 0xE6.
        if begins_word && begins_month(&line[at..]) || joins || matches!(byte, 0xE5 | 0xE6 | 0xEB | 0xEC) {
            return true;
        }
        before = byte;
    }
    false
}

/// Whether letters may begin the name of a month; a letter with an accent may be any.
fn begins_month(word: &[u8]) -> bool {
    let lower = |at: usize| word.get(at).map_or(b' ', u8::to_ascii_lowercase);
    let (one, two, three) = (lower(0), lower(1), lower(2));
    if !two.is_ascii() {
        return matches!(one, b'f' | b'm' | b'd' | b'j');
    }
    matches!(
        &[one, two, three],
        b"jan"
            | b"ene"
            | b"gen"
            | b"feb"
            | b"fev"
            | b"mar"
            | b"mae"
            | b"mrz"
            | b"maa"
            | b"apr"
            | b"avr"
            | b"abr"
            | b"may"
            | b"mai"
            | b"mag"
            | b"mei"
            | b"jun"
            | b"jui"
            | b"giu"
            | b"jul"
            | b"lug"
            | b"aug"
            | b"ago"
            | b"aou"
            | b"sep"
            | b"set"
            | b"oct"
            | b"okt"
            | b"out"
            | b"ott"
            | b"nov"
            | b"dec"
            | b"dez"
            | b"dic"
    ) || (one, two) == (b'a', b'o') && !three.is_ascii()
}

/// The blocks of a text, in order; none where no line may hold a date.
pub(super) fn read(text: &str) -> Vec<Block> {
    let lines: Vec<Span> = lines(text);
    let dated: Vec<bool> = lines.iter().map(|line| may_date(line.of(text).as_bytes())).collect();
    if !dated.contains(&true) {
        return Vec::new();
    }
    let kinds = kinds(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let first = at;
        match kinds[at] {
            Line::Blank | Line::Silent => at += 1,
            Line::Heading(level) => {
                at += 1;
                let (span, group) = (lines[first], blocks.len());
                blocks.push(Block { shape: Shape::Heading(level), span, may_date: dated[first], group });
            }
            Line::Text if opens_row(lines[at].of(text)) => {
                at = html_row(text, &lines, &dated, at, &mut blocks);
            }
            Line::Text if kinds.get(at + 1) == Some(&Line::Text) && is_delimiter(text, &lines, at) => {
                at = table(text, &lines, &kinds, &dated, at, &mut blocks);
            }
            Line::Item | Line::Text => {
                at += 1;
                let goes_on = |at: usize| {
                    kinds.get(at) == Some(&Line::Text)
                        && !opens_row(lines[at].of(text))
                        && !(kinds.get(at + 1) == Some(&Line::Text) && is_delimiter(text, &lines, at))
                };
                while goes_on(at) {
                    at += 1;
                }
                let is_item = kinds[first] == Line::Item;
                let follows = blocks.last().filter(|last| is_item && last.shape == Shape::Item);
                let group = follows.map_or(blocks.len(), |last| last.group);
                let shape = if is_item { Shape::Item } else { Shape::Paragraph };
                let span = Span::new(lines[first].start, lines[at - 1].end);
                let may_date = dated[first..at].contains(&true);
                blocks.push(Block { shape, span, may_date, group });
            }
        }
    }
    blocks
}

fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let bytes = text.as_bytes();
    // The `\r` of a `\r\n` ends no line, its `\n` does.
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    let ends = ends.chain([text.len()]);
    let spans = ends.map(|end| {
        let span = Span::new(start, end);
        start = end + 1;
        span
    });
    spans.filter(|span| span.start <= text.len()).collect()
}

fn kinds(text: &str, lines: &[Span]) -> Vec<Line> {
    let mut fence: Option<&str> = None;
    let mut in_comment = false;
    let mut in_front =
        lines.first().map(|line| line.of(text).trim_end()).filter(|line| matches!(*line, "---" | "+++"));
    if in_front.is_some_and(|fence| !lines.iter().skip(1).any(|line| line.of(text).trim_end() == fence)) {
        in_front = None;
    }
    let kind = |(at, line): (usize, &Span)| {
        let line = line.of(text);
        if let Some(fence) = in_front {
            if at > 0 && line.trim_end() == fence {
                in_front = None;
            }
            return Line::Silent;
        }
        if in_comment {
            in_comment = !line.contains("-->");
            return Line::Silent;
        }
        let bare = line.trim_start_matches([' ', '\t', '>']);
        if let Some(sign) = fence {
            if bare.starts_with(sign) && bare.trim_start_matches(|c| sign.starts_with(c)).trim().is_empty() {
                fence = None;
            }
            return Line::Silent;
        }
        if let Some(open) = line.rfind("<!--") {
            in_comment = !line[open..].contains("-->");
            if in_comment && line[..open].trim().is_empty() {
                return Line::Silent;
            }
        }
        // A definition of Franklin, which is what front matter is elsewhere.
        if bare.starts_with("@def ") {
            return Line::Silent;
        }
        fence = ["```", "~~~"].into_iter().find(|sign| bare.starts_with(sign) && !bare[3..].contains('`'));
        if fence.is_some() {
            return Line::Silent;
        }
        kind_of(bare)
    };
    lines.iter().enumerate().map(kind).collect()
}

fn kind_of(bare: &str) -> Line {
    if bare.trim().is_empty() {
        return Line::Blank;
    }
    let level = bare.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&level) && bare[level..].starts_with([' ', '\t']) {
        return Line::Heading(u8::try_from(level).unwrap_or(6));
    }
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = (1..=3).contains(&digits)
        && bare[digits..].starts_with(['.', ')'])
        && bare[digits + 1..].starts_with([' ', '\t'])
        && !starts_with_month(bare[digits + 1..].trim_start());
    if is_numbered || ["- ", "* ", "+ ", "-\t", "*\t", "• "].iter().any(|bullet| bare.starts_with(bullet)) {
        return Line::Item;
    }
    Line::Text
}

/// `27. September` begins a date, not an item.
fn starts_with_month(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    super::names::month(&super::lex::fold(word), word.starts_with(char::is_uppercase)).is_some()
}

/// Whether the line below one makes it the head of a table.
fn is_delimiter(text: &str, lines: &[Span], at: usize) -> bool {
    let Some(below) = lines.get(at + 1).map(|line| line.of(text).trim_matches([' ', '\t', '>', '\r'])) else {
        return false;
    };
    below.contains('-')
        && below.contains('|')
        && below.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b' ' | b'\t'))
        && lines[at].of(text).contains('|')
}

fn table(
    text: &str,
    lines: &[Span],
    kinds: &[Line],
    dated: &[bool],
    mut at: usize,
    blocks: &mut Vec<Block>,
) -> usize {
    let group = blocks.len();
    let mut push = |at: usize, is_head: bool| {
        let shape = Shape::Row { cells: cells(text, lines[at]), is_head };
        blocks.push(Block { shape, span: lines[at], may_date: dated[at], group });
    };
    push(at, true);
    at += 2;
    while kinds.get(at) == Some(&Line::Text) && lines[at].of(text).contains('|') {
        push(at, false);
        at += 1;
    }
    at
}

/// The cells of a row, without the bars.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let line = line.trim(text);
    let content = line.of(text).trim_start_matches('>').trim_start();
    let mut start = line.end - content.len() + usize::from(content.starts_with('|'));
    let mut cells = Vec::new();
    for bar in memchr::memchr_iter(b'|', line.of(text).as_bytes()) {
        let bar = line.start + bar;
        if bar < start || text.as_bytes()[bar - 1] == b'\\' {
            continue;
        }
        cells.push(Span::new(start, bar).trim(text));
        start = bar + 1;
    }
    if start < line.end {
        cells.push(Span::new(start, line.end).trim(text));
    }
    cells
}

fn opens_row(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('<') && line.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<tr"))
}

/// The most lines that a row of an HTML table is looked for in.
const ROW_LINES: usize = 60;

fn html_row(text: &str, lines: &[Span], dated: &[bool], at: usize, blocks: &mut Vec<Block>) -> usize {
    let first = at;
    let last = (first..lines.len().min(first + ROW_LINES)).find(|&at| {
        memchr::memmem::find(lines[at].of(text).as_bytes(), b"</tr").is_some()
            || at > first && opens_row(lines[at].of(text))
    });
    let Some(last) = last else { return at + 1 };
    let last = if last > first && opens_row(lines[last].of(text)) { last - 1 } else { last };
    let span = Span::new(lines[first].start, lines[last].end);
    let row = span.of(text);
    let starts: Vec<usize> = memchr::memmem::find_iter(row.as_bytes(), b"<t")
        .filter(|&at| {
            matches!(row.as_bytes().get(at + 2), Some(b'd' | b'h')) && !row[at..].starts_with("<thead")
        })
        .collect();
    let ends = starts.iter().skip(1).copied().chain([row.len()]);
    let cells: Vec<Span> = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| Span::new(span.start + start, span.start + end))
        .collect();
    let is_head = row.contains("<th");
    // Rows of one table follow each other with nothing but tags between them.
    let follows = blocks.last().filter(|last| matches!(last.shape, Shape::Row { .. }));
    let near = follows.filter(|last| span.start - last.span.end < 40);
    let group = near.map_or(blocks.len(), |last| last.group);
    blocks.push(Block {
        shape: Shape::Row { cells, is_head },
        span,
        may_date: dated[first..=last].contains(&true),
        group,
    });
    last + 1
}

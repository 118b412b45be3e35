//! Front matter in YAML, read event by event: an alias stays an alias, so that no few lines of it
//! can fill the memory, and values that nest too deep are refused.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::node::{DEEPEST, Data, Entry, Node};
use crate::model::Span;

/// Words that stand for nothing.
const NOTHING: &[&str] = &["", "~", "null", "Null", "NULL"];

/// A list or a map whose end has not come yet.
enum Open {
    List { start: usize, nodes: Vec<Node> },
    Map { start: usize, entries: Vec<Entry>, key: Option<Span> },
}

/// The entries of the map that a text is; `None` when it is something else, or broken.
pub(super) fn read(text: &str) -> Option<Vec<Entry>> {
    let places = Places::of(text);
    let mut open: Vec<Open> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let span = Span::new(places.offset(span.start.index()), places.offset(span.end.index()));
        let node = match event {
            Event::SequenceStart(..) => {
                open.push(Open::List { start: span.start, nodes: Vec::new() });
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map { start: span.start, entries: Vec::new(), key: None });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop()?.close(text, span.end),
            Event::Scalar(words, style, ..) => scalar(text, span, &words, style),
            Event::Alias(_) => Node { span, data: Data::Empty },
            _ => continue,
        };
        match open.last_mut() {
            Some(Open::List { nodes, .. }) => nodes.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => entries.push(Entry { key, value: node }),
                None => *key = Some(node.span),
            },
            None => {
                let Data::Map(entries) = node.data else { return None };
                return Some(entries);
            }
        }
        if open.len() > DEEPEST {
            return None;
        }
    }
    None
}

impl Open {
    /// The finished node, from its start to its closing bracket or the end of the last thing in it.
    fn close(self, text: &str, closed: usize) -> Node {
        match self {
            Self::List { start, nodes } => {
                let end = nodes.last().map_or(start, |node| node.span.end);
                let end = if text[start..].starts_with('[') { closed.max(end) } else { end };
                Node { span: Span::new(start, end), data: Data::List(nodes) }
            }
            Self::Map { start, entries, .. } => {
                let start = entries.first().map_or(start, |entry| entry.key.start);
                let end = entries.last().map_or(start, |entry| entry.value.span.end);
                Node { span: Span::new(start, end), data: Data::Map(entries) }
            }
        }
    }
}

fn scalar(text: &str, span: Span, words: &str, style: ScalarStyle) -> Node {
    let span = span.trim(text);
    let source = span.of(text);
    let span = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if source.len() > 1 => {
            Span::new(span.start + 1, span.end - 1)
        }
        // The mark of a block (`|`, `>-`) is no text of it.
        ScalarStyle::Literal | ScalarStyle::Folded if source.starts_with(['|', '>']) => {
            let mark = source.find('\n').unwrap_or(source.len());
            Span::new(span.start + mark, span.end).trim(text)
        }
        _ => span,
    };
    if style == ScalarStyle::Plain && NOTHING.contains(&words) {
        return Node { span: Span::at(span.start), data: Data::Empty };
    }
    Node { span, data: Data::Text(words.to_owned()) }
}

/// From places in characters to places in bytes.
struct Places {
    /// The offset of each character; `None` when each is a byte.
    offsets: Vec<usize>,
    length: usize,
}

impl Places {
    fn of(text: &str) -> Self {
        let offsets =
            if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { offsets, length: text.len() }
    }

    fn offset(&self, character: usize) -> usize {
        match self.offsets.get(character) {
            Some(&offset) => offset,
            None if self.offsets.is_empty() => character.min(self.length),
            None => self.length,
        }
    }
}

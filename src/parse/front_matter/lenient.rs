//! Front matter that is nearly YAML, line by line: a key and its words, words that go on in the next line,
//! items below a key.

use super::node::{Data, Entry, Node};
use crate::model::Span;

/// The entries of a text in which most lines are keys, items, or go on with a value.
pub(super) fn read(text: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_quoted = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        let is_indented = line.starts_with([' ', '\t']);
        at += line.len();
        let words = span.of(text);
        if words.is_empty() || words.starts_with('#') && !is_quoted {
            continue;
        }
        if is_quoted {
            is_quoted = !words.ends_with('"');
            extend(text, entries.last_mut()?, span);
        } else if let Some(colon) = key_end(words).filter(|_| !is_indented) {
            let value = Span::new(span.start + colon + 1, span.end).trim(text);
            is_quoted = opens_quote(value.of(text));
            entries.push(Entry {
                key: Span::new(span.start, span.start + colon).trim(text),
                value: scalar(text, value),
            });
        } else if let Some(item) = words.strip_prefix('-').filter(|item| item.starts_with([' ', '"'])) {
            let value = Span::new(span.end - item.len(), span.end).trim(text);
            is_quoted = opens_quote(value.of(text));
            let node = scalar(text, value);
            let list = &mut entries.last_mut()?.value;
            list.span = if list.data == Data::Empty { span } else { Span::new(list.span.start, span.end) };
            match &mut list.data {
                Data::List(nodes) => nodes.push(node),
                data => *data = Data::List(vec![node]),
            }
        } else {
            extend(text, entries.last_mut()?, span);
        }
    }
    (!entries.is_empty()).then_some(entries)
}

/// Where the key ends that a line begins with.
fn key_end(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let is_key = line[..colon].chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'));
    let separated = line[colon + 1..].is_empty() || line[colon + 1..].starts_with(' ');
    (is_key && separated && line.starts_with(char::is_alphabetic)).then_some(colon)
}

fn opens_quote(value: &str) -> bool {
    value.starts_with('"') && !(value.len() > 1 && value.ends_with('"'))
}

/// Words, without their quotes.
fn scalar(text: &str, span: Span) -> Node {
    let words = span.of(text);
    let inner = words.trim_matches(|c| matches!(c, '"' | '\''));
    let start = span.start + words.find(inner).unwrap_or(0);
    let span = Span::new(start, start + inner.len()).trim(text);
    let data = match span.of(text) {
        "" | "~" | "null" | "[]" => Data::Empty,
        words => Data::Text(words.to_owned()),
    };
    Node { span, data }
}

/// Adds a line to the words before it.
fn extend(text: &str, entry: &mut Entry, line: Span) {
    let mut node = &mut entry.value;
    let end = line.start + line.of(text).trim_end_matches('"').len();
    node.span = Span::new(node.span.start.min(line.start), end.max(node.span.end));
    if let Data::List(nodes) = &mut node.data
        && let Some(last) = nodes.last_mut()
    {
        last.span = Span::new(last.span.start, end.max(last.span.end));
    }
    let outer = matches!(node.data, Data::List(_));
    if outer
        && let Data::List(nodes) = &mut entry.value.data
        && let Some(last) = nodes.last_mut()
    {
        node = last;
        if let Data::Text(words) = &mut node.data {
            words.push(' ');
            words.push_str(&text[line.start..end]);
        }
        return;
    }
    match &mut entry.value.data {
        Data::Text(words) => {
            words.push(' ');
            words.push_str(&text[line.start..end]);
        }
        data @ Data::Empty => *data = Data::Text(text[line.start..end].to_owned()),
        Data::List(_) | Data::Map(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_on_in_the_next_line() {
        let text = "name: \"Ring\"\ndesc: \"Slow\nfast.\"\nlevel: hard\nmentors:\n  - ada\n- \"Bo\n  Chen\"\nissues: []\n";
        let entries = read(text).unwrap();
        let words: Vec<_> = entries.iter().map(|entry| (entry.key.of(text), entry.value.words())).collect();
        assert_eq!(
            words,
            [
                ("name", Some("Ring")),
                ("desc", Some("Slow fast.")),
                ("level", Some("hard")),
                ("mentors", Some("ada")),
                ("issues", None)
            ]
        );
        let Data::List(people) = &entries[3].value.data else { panic!() };
        assert_eq!(people[1].words(), Some("Bo Chen"));
    }

    #[test]
    fn text_without_keys_is_nothing() {
        assert_eq!(read("only words\nand more"), None);
    }
}

//! Front matter in TOML. The library refuses what nests too deep.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::{Data, Entry, Node};
use crate::model::Span;

/// The entries of a text, in its order; `None` when it is broken.
pub(super) fn read(text: &str) -> Option<Vec<Entry>> {
    let table = DeTable::parse(text).ok()?;
    Some(entries(text, table.get_ref()))
}

fn entries(text: &str, table: &DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| Entry {
        key: unquoted(text, key.span().into()),
        value: node(text, value),
    };
    let mut entries: Vec<Entry> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.key.start);
    entries
}

fn node(text: &str, value: &Spanned<DeValue<'_>>) -> Node {
    let span: Span = value.span().into();
    match value.get_ref() {
        DeValue::String(words) => Node { span: unquoted(text, span), data: Data::Text(words.to_string()) },
        DeValue::Array(values) => {
            Node { span, data: Data::List(values.iter().map(|value| node(text, value)).collect()) }
        }
        DeValue::Table(table) => {
            let entries = entries(text, table);
            // A table in a section of its own (`[params]`) spans its header; what it holds stands below.
            let start = entries.first().map_or(span.start, |entry| entry.key.start);
            let end = entries.last().map_or(start, |entry| entry.value.span.end);
            Node { span: Span::new(start, end), data: Data::Map(entries) }
        }
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Node { span, data: Data::Text(span.of(text).to_owned()) }
        }
    }
}

/// A span without the quotes around it.
fn unquoted(text: &str, span: Span) -> Span {
    let source = span.of(text);
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes.iter().find(|quote| source.len() >= 2 * quote.len() && source.starts_with(**quote));
    quote.map_or(span, |quote| Span::new(span.start + quote.len(), span.end - quote.len()))
}

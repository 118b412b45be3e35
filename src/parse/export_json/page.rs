//! The Markdown that an export becomes: written piece by piece, each piece with its span.

use serde_json::Value;

use crate::model::{Field, FieldKind, Span};

/// Words of keys that are written in capitals.
const CAPITALS: &[&str] = &["cncf", "id", "lfid", "lfx", "url"];

/// A text in the making.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    project: String,
}

impl Page {
    /// How long it is, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// A heading for the project, unless the programs above belong to it too.
    pub(super) fn project(&mut self, project: &str) {
        if self.project != project {
            project.clone_into(&mut self.project);
            self.text.push_str(&format!("### {project}\n\n"));
        }
    }

    /// A heading for a proposal; the span of its line.
    pub(super) fn title(&mut self, title: &str) -> Span {
        let span = self.put(&format!("#### {title}"));
        self.text.push_str("\n\n");
        span
    }

    /// A label with its value on the same line.
    pub(super) fn line(&mut self, kind: FieldKind, label: &str, value: &str) -> Field {
        let label = self.label(label);
        self.text.push(' ');
        let value = self.put(&on_one_line(value));
        self.text.push('\n');
        Field { kind, label, value }
    }

    /// A label with its value quoted below it: headings in a quote are text.
    pub(super) fn quote(&mut self, kind: FieldKind, label: &str, value: &str) -> Field {
        let label = self.label(label);
        self.text.push_str("\n\n");
        let quoted: Vec<String> = value.trim().lines().map(|line| format!("> {line}")).collect();
        let value = self.put(&quoted.join("\n"));
        self.text.push_str("\n\n");
        Field { kind, label, value }
    }

    /// A label with a list below it: the span of each item, without its bullet.
    pub(super) fn list(&mut self, kind: FieldKind, label: &str, items: &[String]) -> (Field, Vec<Span>) {
        let label = self.label(label);
        self.text.push('\n');
        let mut spans = Vec::with_capacity(items.len());
        for item in items {
            self.text.push_str("  - ");
            spans.push(self.put(item));
            self.text.push('\n');
        }
        let start = spans.first().map_or(self.len(), |first| first.start - "- ".len());
        let end = spans.last().map_or(start, |last| last.end);
        (Field { kind, label, value: Span::new(start, end) }, spans)
    }

    /// A value of whatever shape under its key made readable; nothing for one that says nothing.
    pub(super) fn value(&mut self, key: &str, value: &Value) -> Option<Field> {
        let label = readable(key);
        if let Some(word) = word(value) {
            let several = word.trim().contains('\n');
            let put = if several { Self::quote } else { Self::line };
            return Some(put(self, FieldKind::Other, &label, &word));
        }
        let mut lines = Vec::new();
        outline(value, 1, &mut lines);
        lines.first()?;
        let label = self.label(&label);
        self.text.push('\n');
        let value = self.put(&lines.join("\n"));
        self.text.push('\n');
        Some(Field { kind: FieldKind::Other, label, value })
    }

    /// Something that could not be read, as it stands in the file.
    pub(super) fn verbatim(&mut self, json: &str) -> Span {
        self.text.push_str("```json\n");
        let span = self.put(json);
        self.text.push_str("\n```\n\n");
        span
    }

    /// An empty line, as between two sections.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    fn label(&mut self, label: &str) -> Span {
        self.text.push_str("- ");
        let span = self.put(label);
        self.text.push(':');
        span
    }

    fn put(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len()).trim(&self.text)
    }
}

/// One space for each run of white space.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `coding_challenge_url` as `Coding Challenge URL`.
fn readable(key: &str) -> String {
    let words = key.split(|c: char| c == '_' || c.is_whitespace()).filter(|word| !word.is_empty());
    let words: Vec<String> = words
        .map(|word| {
            let mut letters = word.chars();
            match letters.next() {
                _ if CAPITALS.contains(&word) => word.to_uppercase(),
                Some(first) => first.to_uppercase().chain(letters).collect(),
                None => String::new(),
            }
        })
        .collect();
    words.join(" ")
}

/// A value that is one word or text; nothing for lists, objects and what is not there.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Array(_) | Value::Object(_) => None,
        Value::Bool(is) => Some(if *is { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
    }
}

/// The parts of a list or an object as nested list items. As deep as the file was: the reader of
/// JSON stops long before the stack does.
fn outline(value: &Value, depth: usize, lines: &mut Vec<String>) {
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(values) => values.iter().map(|value| (String::new(), value)).collect(),
        Value::Object(values) => values.iter().map(|(key, value)| (readable(key), value)).collect(),
        _ => return,
    };
    let indent = "  ".repeat(depth);
    for (label, part) in parts {
        let colon = if label.is_empty() { "" } else { ": " };
        match word(part) {
            Some(words) => {
                let words = words.trim().lines().collect::<Vec<_>>().join(&format!("\n{indent}  "));
                lines.push(format!("{indent}- {label}{colon}{words}"));
            }
            None if label.is_empty() => outline(part, depth, lines),
            None if part.as_array().is_some_and(|list| !list.is_empty()) || part.is_object() => {
                lines.push(format!("{indent}- {label}:"));
                outline(part, depth + 1, lines);
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_readable() {
        assert_eq!(readable("coding_challenge_url"), "Coding Challenge URL");
        assert_eq!(readable("cncf_project_slug"), "CNCF Project Slug");
        assert_eq!(readable(""), "");
    }

    #[test]
    fn a_value_of_any_shape_is_a_list() {
        let value = serde_json::json!({
            "resume": true, "challenge": null, "courses": [{"name": "One", "text": "a\nb"}, {"name": "Two"}], "none": []
        });
        let mut page = Page::default();
        let field = page.value("entry_needs", &value).unwrap();
        assert_eq!(field.label.of(page.text()), "Entry Needs");
        insta::assert_snapshot!(field.value.of(page.text()), @r"
        - Courses:
            - Name: One
            - Text: a
              b
            - Name: Two
          - Resume: yes
        ");
        assert!(page.value("nothing", &serde_json::json!([null])).is_none());
    }
}

//! Links: an address, and the words it stood under.

use std::collections::HashMap;

use super::{Span, url};

/// An address that a proposal names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address as written, entities decoded.
    pub url: String,
    /// The words of the link, where they are not the address itself.
    pub text: Option<String>,
    /// Where it stands: the whole link, brackets included.
    pub span: Span,
}

/// The definitions of a document for all its text: link references (`[label]: https://…`) and
/// footnotes (`[^label]: …`), by label.
///
/// A field is rendered from its own span; without these a `[text][label]` whose definition stands
/// at the end of the document would lose its address, and a `[^label]` what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    links: HashMap<String, String>,
    footnotes: HashMap<String, Footnote>,
}

/// A footnote that a document defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The Markdown of the whole definition, from `[^` on.
    pub markdown: String,
    /// Whether the text of the document refers to it: then it belongs there, and not where it stands.
    pub is_referred: bool,
}

impl References {
    /// Adds a definition; the first of a label wins, as in `CommonMark`. One that is longer than an
    /// [address](url::LONGEST) leads nowhere.
    pub fn define(&mut self, label: &str, url: &str) {
        let url = if url.len() <= url::LONGEST { url } else { "" };
        self.links.entry(fold(label)).or_insert_with(|| url.to_owned());
    }

    /// The address of a label.
    pub fn get(&self, label: &str) -> Option<&str> {
        self.links.get(&fold(label)).map(String::as_str)
    }

    /// Adds a footnote; the first of a label wins.
    pub fn define_footnote(&mut self, label: &str, footnote: Footnote) {
        self.footnotes.entry(fold(label)).or_insert(footnote);
    }

    /// The footnote with a label.
    pub fn footnote(&self, label: &str) -> Option<&Footnote> {
        self.footnotes.get(&fold(label))
    }
}

/// Labels match without case, and any white space in them counts as one space (`CommonMark` 6.3).
fn fold(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fold_case_and_space_and_the_first_definition_wins() {
        let mut references = References::default();
        references.define("My  Link", "https://example.org/1");
        references.define("my link", "https://example.org/2");
        assert_eq!(references.get("MY\nLINK"), Some("https://example.org/1"));
        assert_eq!(references.get("other"), None);
    }
}

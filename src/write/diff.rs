//! The differences between two listings: as text, as Markdown, or as JSON.

mod json;
mod markdown;
mod sections;
mod text;

use std::io;

use strum::{IntoStaticStr, VariantArray};

use super::output::Out;

pub(crate) use sections::Compared;

/// How differences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(crate) enum DiffFormat {
    Text,
    Markdown,
    Json,
}

impl DiffFormat {
    /// Every format.
    pub(crate) const ALL: &'static [Self] = Self::VARIANTS;

    /// The name by which users choose it.
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }
}

/// Writes the differences, in lines of at most `width` display cells.
pub(crate) fn write(
    out: &mut Out<'_>,
    compared: &Compared<'_>,
    format: DiffFormat,
    width: Option<usize>,
) -> io::Result<()> {
    match format {
        DiffFormat::Text => text::write(out, compared, width),
        DiffFormat::Markdown => markdown::write(out, compared),
        DiffFormat::Json => json::write(out, compared),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalog, Document, Origin};
    use crate::page::changes::{self, Comparison};
    use crate::parse;
    use crate::write::output;

    const OLD: &str = "\
# LFX 2025 Term 1

### Harbour

#### Mend the net

- Description: The *net* has holes, and the fish know it very well by now.
- Recommended Skills: Go, Knots
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: https://example.org/net/1

#### Turn the lamp

- Description: It stands still.
- Mentor(s): Ada Example (@ada-example)
";
    const NEW: &str = "\
# LFX 2025 Term 1

### Harbour

#### Mend the old net

- Description: The net has large holes, and the fish know it
  very well by now.
- Recommended Skills: Go, Rust_lang
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: https://example.org/net/1

#### Paint the \u{1b}[31mpier

- Description: It is grey.
- Mentor(s): Ada Example (@ada-example)
";

    fn read(text: &str) -> Catalog {
        Catalog::new(vec![parse::listing(Document::new(Origin::File("ideas.md".into()), text))])
    }

    fn written(old: &str, new: &str, format: DiffFormat) -> String {
        let (past, catalog) = (changes::all(&read(old)), read(new));
        let comparison = Comparison::of(&past, &catalog);
        let compared = Compared { past: &past, catalog: &catalog, comparison: &comparison };
        output::gathered(false, |out| write(out, &compared, format, None)).unwrap().into_string()
    }

    #[test]
    fn people_read_what_is_new_changed_and_gone() {
        insta::assert_snapshot!(written(OLD, NEW, DiffFormat::Text));
    }

    #[test]
    fn the_next_term_goes_on() {
        let next = NEW.replace("Term 1", "Term 2");
        insta::assert_snapshot!(written(OLD, &next, DiffFormat::Text));
    }

    #[test]
    fn markdown_reads_as_the_words() {
        insta::assert_snapshot!(written(OLD, NEW, DiffFormat::Markdown));
    }

    #[test]
    fn programs_get_both_versions_of_a_field() {
        insta::assert_snapshot!(written(OLD, NEW, DiffFormat::Json).replace("},", "},\n"));
    }

    #[test]
    fn nothing_is_told_where_nothing_differs() {
        assert_eq!(written(OLD, OLD, DiffFormat::Text), "2 the same\n");
        assert_eq!(written("", "", DiffFormat::Text), "0 proposals\n");
    }
}

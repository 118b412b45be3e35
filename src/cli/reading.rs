//! `list --explain`: how each document was read, and a table for `mentor-tui.toml` to read it otherwise.

mod json;
mod shown;
mod table;
mod text;

use std::io;

use super::args::TextOrJson;
use super::catalog::LoadedListings;
use crate::write::output::Out;

/// The JSON Schema of what programs get.
pub(super) const SCHEMA: &str = include_str!("../../assets/explain.schema.json");

/// Writes how the documents of a catalog were read.
pub(super) fn write(out: &mut Out<'_>, loaded: &LoadedListings, format: TextOrJson) -> io::Result<()> {
    match format {
        TextOrJson::Text => text::write(out, loaded),
        TextOrJson::Json => json::write(out, loaded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loading::LeftOut;
    use crate::model::{Catalog, Document, Origin};
    use crate::parse;
    use crate::write::output;

    const IDEAS: &str = "\
# Ideas of the harbour

Mentors: Ada Byron

### Mend the net

It has holes.

**Difficulty:** easy
**Skills:** Go
**Bring along:** Rust, Python

### Turn the lamp

It stands still.

**Difficulty:** hard
**Skills:** Rust
**Bring along:** Go, Docker
";

    fn explained(text: &str, format: TextOrJson) -> String {
        let listing = parse::listing(Document::new(Origin::File("ideas.md".into()), text));
        let left_out = LeftOut { without_proposals: 2, ..LeftOut::default() };
        let loaded = LoadedListings { catalog: Catalog::new(vec![listing]), left_out };
        output::written(|out| write(out, &loaded, format).unwrap()).0
    }

    #[test]
    fn people_read_what_was_found() {
        insta::assert_snapshot!(explained(IDEAS, TextOrJson::Text));
    }

    #[test]
    fn programs_get_what_the_schema_says() {
        let text = explained(IDEAS, TextOrJson::Json);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        assert!(!jsonschema::is_valid(&schema, &serde_json::json!({ "schema": 1 })));
        insta::assert_snapshot!(serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn the_table_states_the_reading() {
        let read = |reading| {
            let document = Document::new(Origin::File("ideas.md".into()), IDEAS).to_be_read(reading);
            parse::listing(document)
        };
        let found = read(None);
        let (settings, complaints) =
            crate::store::reading_config::parse(&table::of(std::iter::once(&found)).unwrap(), "x");
        assert_eq!(complaints, [""; 0]);
        assert_eq!(settings.unit, Some(crate::model::Unit::Heading(3)));
        let stated = read(Some(std::sync::Arc::new(settings)));
        assert_eq!(stated.proposals, found.proposals);
    }

    #[test]
    fn nothing_is_said_to_be_read_where_nothing_was() {
        let text = explained("# Minutes\n\nWe met.\n", TextOrJson::Text);
        assert!(text.starts_with("ideas.md: no proposals\n"), "{text}");
    }
}

//! `list --unread`: the lines that the reader could not place.

use serde::Serialize;

use super::args::TextOrJson;
use super::error::CliError;
use crate::model::{Catalog, Entry, RemarkKind, Span, unread_lines};
use crate::write::json;
use crate::write::output::Out;

/// A line that was not placed.
#[derive(Serialize)]
struct Unread<'a> {
    source: String,
    line: usize,
    kind: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    unread: Vec<Unread<'a>>,
}

/// Writes the lines of a catalog that were not placed: `path:line: text` for people, else
/// `{"schema":1,"unread":[…]}`.
pub(super) fn write(out: &mut Out<'_>, catalog: &Catalog, format: TextOrJson) -> Result<(), CliError> {
    let unread = read(catalog);
    match format {
        TextOrJson::Json => out.json(&Envelope { schema: json::SCHEMA, unread })?,
        TextOrJson::Text => {
            for Unread { source, line, text, .. } in &unread {
                out.line(format_args!("{source}:{line}: {}", text.trim()))?;
            }
        }
    }
    Ok(())
}

/// How many lines of a proposal were not placed.
pub(super) fn count(entry: Entry<'_>) -> usize {
    unread_lines(entry.text(), &entry.listing.remarks, entry.proposal.section).len()
}

fn read(catalog: &Catalog) -> Vec<Unread<'_>> {
    let mut unread = Vec::new();
    for listing in catalog.listings() {
        let text = listing.document.text();
        let found = unread_lines(text, &listing.remarks, Span::new(0, text.len()));
        unread.extend(found.into_iter().map(|(span, kind)| Unread {
            source: listing.document.origin().to_string(),
            line: listing.document.line(span.start),
            kind: name(kind),
            text: span.of(text),
        }));
    }
    unread
}

/// The name of a kind for programs.
fn name(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::UnreadProposal => "proposal",
        RemarkKind::UnreadMentor => "mentor",
        RemarkKind::UpstreamWithoutAddress => "upstream",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Origin};
    use crate::parse;
    use crate::write::output;

    const TEXT: &str = "\
### Mend the net
Some words.

More \u{1b}words.

- Description: A net.
- Mentors: TBD
- Upstream Issue: none yet
";

    fn written(format: TextOrJson) -> String {
        let listing = parse::listing(Document::new(Origin::File("ideas.md".into()), TEXT));
        output::written(|out| write(out, &Catalog::new(vec![listing]), format).unwrap()).0
    }

    #[test]
    fn each_line_is_told_with_its_place() {
        insta::assert_snapshot!(written(TextOrJson::Text), @r"
        ideas.md:2: Some words.
        ideas.md:4: More �words.
        ideas.md:7: - Mentors: TBD
        ideas.md:8: - Upstream Issue: none yet
        ");
    }

    #[test]
    fn programs_get_the_kind_and_the_line_as_it_is() {
        insta::assert_snapshot!(written(TextOrJson::Json).replace("},", "},\n"), @r#"
        {"schema":1,"unread":[{"source":"ideas.md","line":2,"kind":"text","text":"Some words."},
        {"source":"ideas.md","line":4,"kind":"text","text":"More \u001bwords."},
        {"source":"ideas.md","line":7,"kind":"mentor","text":"- Mentors: TBD"},
        {"source":"ideas.md","line":8,"kind":"upstream","text":"- Upstream Issue: none yet"}]}
        "#);
    }
}

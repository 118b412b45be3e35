//! Proposals as CSV (RFC 4180): a header, then a row for each; the columns are called as in JSON.
//!
//! Spreadsheets take what begins with `=` and its like for a formula: such a cell, and such an entry of
//! a list, gets an apostrophe in front, which they take for "this is text". E-mail addresses are
//! masked, for spreadsheets are passed around; JSON has them.

use std::io;

use super::output::Out;
use crate::markdown::excerpt;
use crate::markdown::mail::EmailVisibility;
use crate::model::{Catalog, Difficulty, Effort, Entry, Extent, FieldKind, Size};
use crate::search::skills;

/// Separates the entries of a list.
const BETWEEN: &str = "; ";
/// Characters that begin a formula in a spreadsheet, or hide one, also in their full-width forms.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Columns of addresses that lead somewhere: in them nothing is masked.
const ADDRESSES: &[&str] = &["id", "upstream", "apply", "source"];

/// The name of a column, and what is in it.
type Column = (&'static str, fn(Entry<'_>) -> String);

const COLUMNS: &[Column] = &[
    ("id", |entry| entry.proposal.id.to_string()),
    ("title", |entry| entry.proposal.title.clone()),
    ("project", |entry| entry.proposal.project.clone().unwrap_or_default()),
    ("subproject", |entry| entry.proposal.subproject.clone().unwrap_or_default()),
    ("term", |entry| entry.listing.term.as_ref().map(ToString::to_string).unwrap_or_default()),
    ("skills", |entry| list(entry.proposal.skills.iter().map(|skill| skill.text.as_str()))),
    ("skill_tags", |entry| {
        list(skills::wanted(&entry.proposal.skills).iter().map(|wanted| wanted.tag.name()))
    }),
    ("mentors", |entry| list(entry.proposal.mentors.iter().map(|mentor| mentor.name.as_str()))),
    ("mentor_handles", |entry| {
        list(entry.proposal.mentors.iter().filter_map(|mentor| mentor.github.as_deref()))
    }),
    ("upstream", |entry| list(entry.proposal.upstream.iter().map(|link| link.url.as_str()))),
    ("apply", |entry| entry.proposal.apply.as_ref().map(|link| link.url.clone()).unwrap_or_default()),
    ("difficulty", |entry| entry.proposal.difficulty.clone().unwrap_or_default()),
    ("difficulty_level", |entry| named(difficulty(entry).map(|level| level.least), Difficulty::name)),
    ("difficulty_level_to", |entry| named(difficulty(entry).and_then(Extent::above), Difficulty::name)),
    ("size", |entry| entry.proposal.size.clone().unwrap_or_default()),
    ("size_class", |entry| named(effort(entry).size.map(|size| size.least), Size::name)),
    ("size_class_to", |entry| named(effort(entry).size.and_then(Extent::above), Size::name)),
    ("hours", |entry| number(effort(entry).hours.map(|hours| hours.least))),
    ("hours_to", |entry| number(effort(entry).hours.and_then(Extent::above))),
    ("description", |entry| excerpt::of_fields(entry, FieldKind::Description).unwrap_or_default()),
    ("outcome", |entry| excerpt::of_fields(entry, FieldKind::Outcome).unwrap_or_default()),
    ("source", |entry| entry.listing.document.origin().to_string()),
    ("status", |entry| entry.proposal.status.clone().unwrap_or_default()),
];

/// Writes the chosen proposals, a header above them.
pub(crate) fn write(out: &mut Out<'_>, catalog: &Catalog, chosen: &[usize]) -> io::Result<()> {
    out.record(COLUMNS.iter().map(|(name, _)| name))?;
    for entry in chosen.iter().filter_map(|&index| catalog.get(index)) {
        let cells = COLUMNS.iter().map(|(name, cell)| {
            let emails =
                if ADDRESSES.contains(name) { EmailVisibility::Shown } else { EmailVisibility::Masked };
            harmless(&with_line_feeds(&emails.in_file(&cell(entry))))
        });
        out.record(cells)?;
    }
    Ok(())
}

fn difficulty(entry: Entry<'_>) -> Option<Extent<Difficulty>> {
    entry.proposal.difficulty_level()
}

fn effort(entry: Entry<'_>) -> Effort {
    entry.proposal.effort()
}

fn named<T>(value: Option<T>, name: fn(T) -> &'static str) -> String {
    value.map(name).unwrap_or_default().to_owned()
}

fn number(value: Option<u16>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn list<'a>(entries: impl Iterator<Item = &'a str>) -> String {
    entries.map(harmless).collect::<Vec<_>>().join(BETWEEN)
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let hides = text.trim_start_matches(|c: char| c.is_whitespace());
    if text.starts_with(FORMULA) || hides.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// A cell of a table: no formula, and with line feeds.
pub(super) fn cell(text: &str) -> String {
    harmless(&with_line_feeds(text))
}

/// A text in which each line end is a line feed.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::write::{fixtures, output};

    fn written(catalog: &Catalog) -> String {
        let all: Vec<_> = (0..catalog.len()).collect();
        output::gathered(false, |out| write(out, catalog, &all)).unwrap().into_string()
    }

    #[test]
    fn a_proposal_that_has_everything() {
        insta::assert_snapshot!(written(&fixtures::complete()).replace("\r\n", "␍\n"), @r#"
        id,title,project,subproject,term,skills,skill_tags,mentors,mentor_handles,upstream,apply,difficulty,difficulty_level,difficulty_level_to,size,size_class,size_class_to,hours,hours_to,description,outcome,source,status␍
        mend-the-net,Mend the net,Harbour,Docs,,Go; Knots & �bends,go,Ada Example; Bo Example,ada,https://example.org/net/1; https://example.org/net/2,https://example.org/apply,,,,175 hours,medium,,175,,"A net
        with *holes*.",No �holes,ideas.md,taken␍
        "#);
    }

    #[test]
    fn no_cell_and_no_entry_is_a_formula() {
        let skills = ["Go", "=HYPERLINK(\"https://example.org\")", "@SUM(A1)", " =1"];
        let hostile = fixtures::of_project("-2+3+cmd|' /C calc'!A0", "+1, \"two\"\r\n\u{1b}[2J", &skills);
        let description =
            crate::model::Field { kind: FieldKind::Description, label: Span::at(0), value: Span::new(0, 12) };
        let hostile = crate::model::Proposal { fields: vec![description], ..hostile };
        let text = written(&fixtures::listing("- a\r\n- b\u{9b}2J", vec![hostile]));
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let head = table.headers().unwrap().clone();
        let row = table.records().next().unwrap().unwrap();
        let cell = |name: &str| row.get(head.iter().position(|column| column == name).unwrap()).unwrap();
        assert_eq!(cell("title"), "'+1, \"two\"\n\u{fffd}[2J");
        assert_eq!(cell("project"), "'-2+3+cmd|' /C calc'!A0");
        assert_eq!(cell("skills"), "Go; '=HYPERLINK(\"https://example.org\"); '@SUM(A1); ' =1");
        assert_eq!(cell("description"), "'- a\n- b\u{fffd}2J");
        assert!(row.iter().all(|cell| !cell.starts_with(FORMULA)), "{row:?}");
    }
}

//! How documents were read, for people.

use std::io;

use super::shown::shown;
use super::table;
use crate::cli::catalog::LoadedListings;
use crate::markdown::missed;
use crate::model::{LabelUse, Listing, Reason, Unit};
use crate::write::output::{Out, plain, strong};

/// Writes a paragraph for each document, what was left out of folders, and the table to start from.
pub(super) fn write(
    out: &mut Out<'_>,
    LoadedListings { catalog, left_out }: &LoadedListings,
) -> io::Result<()> {
    for listing in catalog.listings() {
        document(out, listing)?;
        out.empty_line()?;
    }
    if let Some(sentence) = left_out.sentence() {
        out.line(format_args!("{sentence}"))?;
        out.empty_line()?;
    }
    match table::of(catalog.listings().iter().map(|listing| &**listing)) {
        Some(table) => out.lines(&table),
        None => Ok(()),
    }
}

fn document(out: &mut Out<'_>, listing: &Listing) -> io::Result<()> {
    let name = listing.document.origin().to_string();
    let count = match listing.proposals.len() {
        0 => ": no proposals".to_owned(),
        1 => ": 1 proposal".to_owned(),
        count => format!(": {count} proposals"),
    };
    out.marked_line(&[strong(&name), plain(&count)])?;
    let reading = &listing.reading;
    for &(unit, count) in &reading.units {
        out.line(format_args!("  {}", units(unit, count)))?;
    }
    if let Some(unit) = listing.document.reading().and_then(|reading| reading.unit) {
        let is_kept = reading.units.iter().any(|(found, _)| *found == unit);
        let why = if is_kept { "as" } else { "although" };
        let no = if is_kept { "" } else { ": none here has a label below it" };
        out.line(format_args!("    {why} the configuration says: unit = {:?}{no}", unit.name()))?;
    }
    if !reading.labels.is_empty() {
        out.line(format_args!("  Labels, with counts and meanings:"))?;
    }
    for label in &reading.labels {
        out.line(format_args!("  {:>5}  {}", label.count, self::label(listing, label)))?;
    }
    if !reading.shared.is_empty() {
        out.line(format_args!("  Fields above proposals, used for all below without their own:"))?;
    }
    for &(field, span) in &reading.shared {
        let line = listing.document.line(span.start);
        out.line(format_args!("    line {line}: {}: {}", field.name(), shown(listing, span)))?;
    }
    let missed = missed::titles(listing);
    if !missed.is_empty() {
        let what = "Headings with a field below them that were not read as proposals:";
        out.line(format_args!("  {what}"))?;
    }
    for (line, title) in missed {
        out.line(format_args!("    line {line}: {title}"))?;
    }
    Ok(())
}

/// How many parts of a kind are proposals.
fn units(unit: Unit, count: usize) -> String {
    let are = |one: &str, several: &str| match count {
        1 => format!("1 {one} is a proposal, with the text below it."),
        _ => format!("{count} {several} are proposals, each with the text below it."),
    };
    match unit {
        Unit::Heading(level) => {
            let marks = "#".repeat(usize::from(level));
            are(
                &format!("heading of level {level} ({marks})"),
                &format!("headings of level {level} ({marks})"),
            )
        }
        Unit::BoldLine => are("bold line", "bold lines"),
        Unit::Item => are("item of a list", "items of lists"),
        Unit::Row if count == 1 => "1 row of a table is a proposal.".to_owned(),
        Unit::Row => format!("{count} rows of tables are proposals."),
        Unit::Document => "The document as a whole is one proposal.".to_owned(),
        Unit::Program if count == 1 => "1 program of the export is a proposal.".to_owned(),
        Unit::Program => format!("{count} programs of the export are proposals."),
    }
}

fn label(listing: &Listing, label: &LabelUse) -> String {
    let words = shown(listing, label.label);
    match (label.meaning, label.reason) {
        (Some("other"), Reason::Words) => format!("{words}: a text of its own, by its words"),
        (Some(meaning), Reason::Words) => format!("{words}: {meaning}, by its words"),
        (Some(meaning), Reason::Values) => format!("{words}: {meaning}, by its values"),
        (Some(meaning), Reason::Configured) => format!("{words}: {meaning}, as the configuration says"),
        (Some(meaning), Reason::Unknown) => format!("{words}: {meaning}"),
        (None, _) => format!("{words}: not known, so its text is shown under this label"),
    }
}

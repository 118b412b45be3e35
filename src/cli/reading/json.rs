//! How documents were read, for programs; `assets/explain.schema.json` is the schema.

use std::io;

use serde::Serialize;

use super::shown::shown;
use super::table;
use crate::cli::catalog::LoadedListings;
use crate::markdown::missed;
use crate::model::{Listing, Reason};
use crate::write::json::SCHEMA;
use crate::write::output::Out;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    documents: Vec<Document<'a>>,
    left_out: LeftOut,
    configuration: Option<String>,
}

#[derive(Serialize)]
struct Document<'a> {
    source: String,
    dialect: &'a str,
    proposals: usize,
    units: Vec<Unit>,
    labels: Vec<Label>,
    shared: Vec<Shared>,
    missed: Vec<Missed>,
}

#[derive(Serialize)]
struct Unit {
    unit: &'static str,
    count: usize,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the keys of the JSON")]
struct Label {
    label: String,
    line: usize,
    count: usize,
    meaning: Option<&'static str>,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Shared {
    field: &'static str,
    line: usize,
    text: String,
}

#[derive(Serialize)]
struct Missed {
    line: usize,
    title: String,
}

#[derive(Serialize)]
struct LeftOut {
    without_proposals: usize,
    hidden: usize,
    ignored: usize,
    linked: usize,
    special: usize,
}

pub(super) fn write(
    out: &mut Out<'_>,
    LoadedListings { catalog, left_out }: &LoadedListings,
) -> io::Result<()> {
    let listings = || catalog.listings().iter().map(|listing| &**listing);
    let skipped = left_out.skipped;
    out.json(&Envelope {
        schema: SCHEMA,
        documents: listings().map(document).collect(),
        left_out: LeftOut {
            without_proposals: left_out.without_proposals,
            hidden: skipped.hidden,
            ignored: skipped.ignored,
            linked: skipped.linked,
            special: skipped.special,
        },
        configuration: table::of(listings()),
    })
}

fn document(listing: &Listing) -> Document<'_> {
    let line = |offset| listing.document.line(offset);
    let reading = &listing.reading;
    let label = |label: &crate::model::LabelUse| Label {
        label: shown(listing, label.label),
        line: line(label.label.start),
        count: label.count,
        meaning: label.meaning,
        reason: match label.reason {
            Reason::Words => Some("words"),
            Reason::Values => Some("values"),
            Reason::Configured => Some("configured"),
            Reason::Unknown => None,
        },
    };
    let shared = reading.shared.iter().map(|&(field, span)| Shared {
        field: field.name(),
        line: line(span.start),
        text: shown(listing, span),
    });
    Document {
        source: listing.document.origin().to_string(),
        dialect: listing.dialect.name(),
        proposals: listing.proposals.len(),
        units: reading.units.iter().map(|&(unit, count)| Unit { unit: unit.name(), count }).collect(),
        labels: reading.labels.iter().map(label).collect(),
        shared: shared.collect(),
        missed: missed::titles(listing).into_iter().map(|(line, title)| Missed { line, title }).collect(),
    }
}

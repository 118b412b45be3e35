//! `about`: the dates of a listing, as text or JSON.

use std::io;

use serde::Serialize;

use super::args::{AboutArgs, AboutFormat};
use super::catalog;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::status::Status;
use crate::loading;
use crate::markdown::glyphs;
use crate::model::{Catalog, Listing, Phase, counted, offset_name};
use crate::page::dates::{Now, Stage};
use crate::write::file;
use crate::write::json;
use crate::write::output::{Out, plain, quiet, strong};

/// Writes the dates of the named listings.
pub(super) fn run(
    about: &AboutArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let catalog = catalog::load_dated(&about.listings.paths, &context.settings, messages)?.catalog;
    let now = &context.now;
    context.wrong_time.iter().for_each(|wrong| messages.warn(wrong));
    let write = |out: &mut Out<'_>| match about.format {
        AboutFormat::Json => write_json(out, &catalog),
        AboutFormat::Text => write_text(out, &catalog, now),
    };
    match about.output.as_deref().filter(|path| path.as_os_str() != "-") {
        None => write(out)?,
        Some(path) => file::write_file(path, write).map_err(|error| CliError::not_written(path, error))?,
    }
    if catalog.dated().next().is_none() {
        return Err(CliError::nothing_found(format!("{} names no dates", loading::name(&catalog))));
    }
    Ok(Status::Success)
}

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    listings: Vec<JsonListing>,
    phases: Vec<JsonPhase<'a>>,
}

#[derive(Serialize)]
struct JsonListing {
    source: String,
    term: Option<String>,
    proposals: usize,
    dialect: &'static str,
}

#[derive(Serialize)]
struct JsonPhase<'a> {
    text: &'a str,
    kind: &'static str,
    from: Option<String>,
    to: Option<String>,
    zone: Option<String>,
    source: String,
    line: usize,
    written: &'a str,
    proposal: Option<&'a str>,
}

impl<'a> JsonPhase<'a> {
    fn new(listing: &'a Listing, phase: &'a Phase) -> Self {
        let document = &listing.document;
        let offset = phase.to.or(phase.from).and_then(|moment| moment.offset);
        Self {
            text: &phase.label,
            kind: phase.kind.name(),
            from: phase.from.map(|moment| moment.to_string()),
            to: phase.to.map(|moment| moment.to_string()),
            zone: offset.map(offset_name),
            source: document.origin().to_string(),
            line: document.line(phase.span.start),
            written: phase.span.of(document.text()),
            proposal: phase
                .proposal
                .and_then(|at| listing.proposals.get(at))
                .map(|proposal| proposal.id.as_str()),
        }
    }
}

fn documents(catalog: &Catalog) -> impl Iterator<Item = &Listing> {
    catalog.listings().iter().chain(catalog.pages()).map(|listing| &**listing)
}

fn write_json(out: &mut Out<'_>, catalog: &Catalog) -> io::Result<()> {
    let listing = |listing: &Listing| JsonListing {
        source: listing.document.origin().to_string(),
        term: listing.term.as_ref().map(ToString::to_string),
        proposals: listing.proposals.len(),
        dialect: listing.dialect.name(),
    };
    let phases = documents(catalog)
        .flat_map(|listing| listing.timeline.phases.iter().map(move |phase| JsonPhase::new(listing, phase)));
    let phases = phases.collect();
    out.json(&Envelope { schema: json::SCHEMA, listings: documents(catalog).map(listing).collect(), phases })
}

/// The listings below one another, each with its dates in columns.
fn write_text(out: &mut Out<'_>, catalog: &Catalog, now: &Now) -> io::Result<()> {
    for (at, listing) in documents(catalog).enumerate() {
        if at > 0 {
            out.empty_line()?;
        }
        let name = listing.document.origin().to_string();
        let count = counted(listing.proposals.len(), "proposal");
        let summary = listing.term.as_ref().map_or(count.clone(), |term| format!("{term} · {count}"));
        out.marked_line(&[strong(&name), plain("  "), quiet(&glyphs::sentence(&summary))])?;
        let next = now.next(listing.timeline.phases.iter().map(|phase| (listing, phase)));
        for phase in &listing.timeline.phases {
            let is_next = next.is_some_and(|next| std::ptr::eq(next.phase, phase));
            let mark = match now.stage(phase) {
                _ if is_next => "> ",
                Stage::Past => "- ",
                _ => "  ",
            };
            let distance = now.distance_of(phase).map(|it| format!("  {it}")).unwrap_or_default();
            let local = phase.to.or(phase.from).filter(|_| is_next).and_then(|moment| now.local(moment));
            let local = local.map(|local| format!(" = {local} here")).unwrap_or_default();
            let when = format!("{}{local}", now.span_of(phase));
            let label = format!("  {}", phase.label);
            out.marked_line(&[
                plain(mark),
                plain(&glyphs::sentence(&when)),
                quiet(&distance),
                plain(label.trim_end()),
            ])?;
        }
    }
    Ok(())
}

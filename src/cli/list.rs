//! `list`: the proposals of a listing as text or JSON.

use super::args::{ListArgs, TextOrJson};
use super::catalog::LoadedListings;
use super::context::Context;
use super::error::CliError;
use super::messages::Messages;
use super::select::Selection;
use super::status::Status;
use super::{catalog, reading, select, table, unread};
use crate::loading;
use crate::markdown::glyphs::DASH;
use crate::model::{Catalog, Proposal};
use crate::search::Profile;
use crate::search::sort::{Grouping, Order, Sort};
use crate::write::output::{Out, quiet};
use crate::write::{json, text};

/// The line below the built-in sample on a terminal.
const SAMPLE_HINT: &str = "This is the built-in sample. Name a file to list your own.";

/// Lists what fits. What was not found is said after what there is to write, so that a program that
/// reads JSON always gets its envelope.
pub(super) fn run(
    list: &ListArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    if list.schema {
        out.lines(reading::SCHEMA)?;
        return Ok(Status::Success);
    }
    let loaded = catalog::load(&list.listings.paths, &context.settings, messages)?;
    if list.explain {
        reading::write(out, &loaded, list.format)?;
        return Ok(Status::Success);
    }
    if list.unread {
        return unread::write(out, &loaded.catalog, list.format).map(|()| Status::Success);
    }
    catalog::note_missed(&loaded.catalog, messages);
    let selection = Selection { filter: list.filter.as_deref(), sort: list.sorting.sort() };
    if list.count {
        return write_count(&loaded.catalog, selection, list.format, context, out, messages);
    }
    write(&loaded, selection, list.format, context, out, messages)
}

/// Lists what fits of a catalog.
pub(super) fn write(
    LoadedListings { catalog, left_out }: &LoadedListings,
    selection: Selection<'_>,
    format: TextOrJson,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let filter = selection.filter();
    let profile = &context.configuration.profile;
    let chosen = choose(catalog, selection, profile, messages)?;
    match (format, context.console.width) {
        (TextOrJson::Json, _) => json::write(out, catalog, &chosen, profile)?,
        (TextOrJson::Text, None) => {
            text::lines(out, catalog, &chosen, profile)?;
        }
        (TextOrJson::Text, Some(width)) => {
            // Groups would tear an order of its own apart.
            let grouped = selection.sort.grouping(selection.ranks()) != Grouping::Flat;
            let layout = table::Layout { grouped, width };
            table::write(out, catalog, &chosen, profile, layout)?;
            let sample = catalog::is_sample(catalog).then(|| SAMPLE_HINT.to_owned());
            for line in sample.into_iter().chain(left_out.sentence()) {
                out.empty_line()?;
                out.marked_line(&[quiet(&line)])?;
            }
        }
    }
    expect_some(catalog, filter, profile, &chosen)
}

/// Warns about an order by fit without skills in the configuration.
pub(super) fn expect_fit(sort: Sort, profile: &Profile) -> Result<(), CliError> {
    if sort.order != Order::Fit || !profile.is_empty() {
        return Ok(());
    }
    let error = CliError::could_not_run("sorting by fit needs your skills");
    Err(error.with_hint("add them, as in --skills go,rust"))
}

/// Writes how many proposals fit.
fn write_count(
    catalog: &Catalog,
    selection: Selection<'_>,
    format: TextOrJson,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let profile = &context.configuration.profile;
    let chosen = select::selected(catalog, selection, profile, messages);
    match format {
        TextOrJson::Text => out.line(format_args!("{}", chosen.len()))?,
        TextOrJson::Json => json::write_count(out, catalog, &chosen)?,
    }
    expect_some(catalog, selection.filter(), profile, &chosen)
}

/// The indices of the selected proposals, in the order that was asked for.
pub(super) fn choose(
    catalog: &Catalog,
    selection: Selection<'_>,
    profile: &Profile,
    messages: &mut Messages,
) -> Result<Vec<usize>, CliError> {
    expect_fit(selection.sort, profile)?;
    Ok(select::selected(catalog, selection, profile, messages))
}

/// Says that nothing was found, where nothing was.
pub(super) fn expect_some(
    catalog: &Catalog,
    filter: Option<&str>,
    profile: &Profile,
    chosen: &[usize],
) -> Result<Status, CliError> {
    catalog::expect_proposals(catalog)?;
    if chosen.is_empty() {
        return Err(nothing_fits(catalog, filter.unwrap_or_default(), profile));
    }
    Ok(Status::Success)
}

/// That nothing fits a filter, and what to do about it.
pub(super) fn nothing_fits(catalog: &Catalog, filter: &str, profile: &Profile) -> CliError {
    let (all, name) = (catalog.len(), loading::name(catalog));
    let error = CliError::nothing_found(format!("no proposal in {name} matches {filter:?} (0 of {all})"));
    let lacks_profile = select::lacks_profile(filter, profile);
    let hint = lacks_profile.then_some("`fit:` needs your skills, as in --skills go,rust");
    hint.into_iter().fold(error, CliError::with_hint)
}

/// A proposal on one line: `12. Title — Project / Subproject`.
pub(super) fn line(index: usize, proposal: &Proposal) -> String {
    let number = index + 1;
    let title = &proposal.title;
    match proposal.project_path() {
        Some(place) => format!("{number}. {title}{DASH}{place}"),
        None => format!("{number}. {title}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loading::LeftOut;
    use crate::write::{fixtures, output};

    fn loaded(catalog: Catalog) -> LoadedListings {
        LoadedListings { catalog, left_out: LeftOut::default() }
    }

    fn listed(
        loaded: &LoadedListings,
        filter: Option<&str>,
        format: TextOrJson,
    ) -> (String, Result<Status, String>) {
        let selection = Selection { filter, ..Selection::default() };
        let (context, messages) = (Context::default(), &mut Messages::default());
        let (out, outcome) = output::written(|out| write(loaded, selection, format, &context, out, messages));
        (out, outcome.map_err(|error| output::written(|err| error.write(err)).0))
    }

    #[test]
    fn a_pipe_gets_a_line_for_each_and_the_numbers_stay() {
        let harbour = fixtures::of_project("Harbour", "Mend \u{1b}[1mthe\nnet", &[]);
        let catalog = loaded(fixtures::listing("", vec![harbour, fixtures::proposal("Alone")]));
        let (all, outcome) = listed(&catalog, None, TextOrJson::Text);
        assert_eq!(all, "1. Mend \u{fffd}[1mthe\u{fffd}net — Harbour\n2. Alone\n");
        assert_eq!(outcome, Ok(Status::Success));
        assert_eq!(listed(&catalog, Some("alone"), TextOrJson::Text).0, "2. Alone\n");
    }

    #[test]
    fn nothing_found_is_said_and_json_keeps_its_envelope() {
        let catalog = loaded(fixtures::catalog(&["Alone"]));
        let (text, outcome) = listed(&catalog, Some("zebra"), TextOrJson::Json);
        assert_eq!(text, "{\"schema\":1,\"proposals\":[]}\n");
        assert_eq!(
            outcome,
            Err("mentor-tui: no proposal in ideas.md matches \"zebra\" (0 of 1)\n".to_owned())
        );
        let (text, outcome) = listed(&loaded(fixtures::catalog(&[])), None, TextOrJson::Text);
        assert_eq!(text, "");
        assert_eq!(outcome, Err("mentor-tui: no proposals in ideas.md: it is empty\n".to_owned()));
    }
}

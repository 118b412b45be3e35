//! Without a subcommand: the screen, or a list where there is no terminal to show it on.

use super::args::{BrowseArgs, TextOrJson};
use super::beginning::{first_sort, source_name};
use super::console;
use super::context::Context;
use super::error::CliError;
use super::inputs::Inputs;
use super::live::Overrides;
use super::messages::Messages;
use super::select::Selection;
use super::status::Status;
use super::{catalog, list, shortlist, start, themes};
use crate::app::{Panes, ThirdPane, mentor_view};
use crate::model::Origin;
use crate::shell::{self, Ending, Options, SessionOutcome, ThemeChoice};
use crate::source::Plan;
use crate::store::{paths, state};
use crate::write;
use crate::write::output::Out;

/// Writes the list that `list` gives, for a pipe.
pub(super) fn write_list(
    browse: &BrowseArgs,
    context: &Context,
    out: &mut Out<'_>,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let loaded = catalog::load(&browse.listings.paths, &context.settings, messages)?;
    catalog::note_missed(&loaded.catalog, messages);
    let filter = filter_of(browse.filter.clone(), None, browse.mentor.as_deref());
    let selection = Selection { filter: Some(&filter), sort: browse.sorting.sort() };
    list::write(&loaded, selection, TextOrJson::Text, context, out, messages)
}

/// Shows the screen until it is left. What was named and could not be read is noted; so that the
/// next time finds it, what was named is remembered. `begins` says whether the start page comes first.
pub(super) fn show_screen(
    browse: BrowseArgs,
    overrides: Overrides,
    (inputs, begins): (Inputs, bool),
    context: Context,
    messages: &mut Messages,
) -> Result<Status, CliError> {
    let Context { console, settings, configuration, .. } = context;
    list::expect_fit(browse.sorting.sort(), &configuration.profile)?;
    configuration.note_missing(messages);
    let profile = configuration.profile.clone();
    let live = overrides.settings(&configuration);
    let plan = Plan::of(&inputs.paths);
    let (filter, kept) = inputs.kept();
    let is_filter_kept = browse.filter.is_none() && browse.mentor.is_none() && filter.is_some();
    let start_page = start::page(begins, &settings, &configuration);
    let options = Options {
        source: source_name(&inputs.paths, &plan),
        remember: inputs.to_remember(),
        instead: inputs.is_remembered.then_some(Origin::Sample),
        plan,
        settings,
        watch: !browse.no_watch && configuration.ui.watch,
        filter: filter_of(browse.filter, filter, browse.mentor.as_deref()),
        is_filter_kept,
        history: Inputs::filters(),
        sort: first_sort(browse.sorting, kept.or(Some(configuration.ui.sort)), &configuration.profile),
        document: inputs.document(),
        notice: inputs.notice,
        opened: inputs.paths,
        live,
        themes: ThemeChoice {
            all: if console.color { themes::all() } else { Vec::new() },
            depth: console::color_depth(),
        },
        panes: kept_panes(),
        shortlist: shortlist::kept(),
        start: start_page,
        remark: configuration.sentence(),
        configuration: overrides.source(&configuration),
    };
    let SessionOutcome { ending, missing, unsaved, catalog, marked } =
        shell::browse(options).map_err(CliError::from_cause)?;
    for sentence in &missing {
        messages.missing(sentence);
    }
    if let Some(unsaved) = unsaved {
        messages.missing(&unsaved);
    }
    if let Ending::Signal(number) = ending {
        return Ok(Status::Signal(number));
    }
    if let Some(format) = browse.print {
        let mut out = Out::stdout(false);
        if !marked.is_empty() {
            write::proposals(&mut out, &catalog, &marked, &profile, format)?;
        }
        out.flush()?;
    }
    Ok(Status::Success)
}

/// How the panes shared the screen the last time.
fn kept_panes() -> Panes {
    let state = paths::state().and_then(|directory| state::read(&directory).ok()).unwrap_or_default();
    let (list_columns, third) = state.panes();
    Panes { list_columns, third: third.and_then(ThirdPane::named) }
}

/// The filter to start with: what was typed, else what it was left with; of one mentor's proposals, where
/// the mentor view is asked for.
fn filter_of(typed: Option<String>, kept: Option<String>, mentor: Option<&str>) -> String {
    match mentor {
        Some(mentor) => mentor_view::filter(mentor, &typed.unwrap_or_default()),
        None => typed.or(kept).unwrap_or_default(),
    }
}

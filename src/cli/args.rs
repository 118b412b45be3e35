//! The arguments of the command line. The doc comments of the fields are the help that users read.

mod about;
pub(super) mod check;
mod choices;
mod completions;
mod config;
mod configure;
mod diff;
mod examples;
mod export;
mod facets;
mod mistyped;
mod named;
mod shared;
mod shortlist;
mod show;
mod similar;
mod stats;
mod status;
mod theme;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

pub(super) use self::about::{AboutArgs, AboutFormat};
pub(super) use self::choices::TextOrJson;
use self::choices::one_of;
pub(super) use self::completions::{CompletionsArgs, Shell};
pub(super) use self::config::{ConfigArgs, ConfigCommand};
pub(super) use self::configure::Configure;
pub(super) use self::diff::DiffArgs;
use self::examples::{EXAMPLES, USAGE};
pub(super) use self::export::ExportArgs;
pub(super) use self::facets::FacetsArgs;
pub(super) use self::shared::{Listings, Sorting};
pub(super) use self::shortlist::{ShortlistArgs, ShortlistCommand};
pub(super) use self::show::ShowArgs;
pub(super) use self::similar::SimilarArgs;
pub(super) use self::stats::StatsArgs;
pub(super) use self::status::StatusArgs;
pub(super) use self::theme::{ThemeArgs, ThemeCommand};
use super::error::CliError;
use super::when::When;
use crate::app::RowLines;
use crate::model::safe::shown;
use crate::search::query;
use crate::search::sort::Order;
use crate::write::ExportFormat;

/// The version, with the commit and its date where the build knew them.
pub(super) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("MENTOR_TUI_COMMIT"));

/// Browse mentorship proposals (LFX Mentorship, Google Summer of Code, …) in the terminal
///
/// Reads listings of mentorship proposals and shows them as one list that you can filter, with the
/// selected proposal beside it. If standard output is not a terminal, it prints the list.
#[derive(Debug, Parser)]
#[command(name = "mentor-tui", bin_name = "mentor-tui", version = VERSION, color = clap::ColorChoice::Never)]
#[command(after_help = EXAMPLES, subcommand_value_name = "COMMAND", subcommand_help_heading = "Commands")]
#[command(max_term_width = 100, override_usage = USAGE)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) subcommand: Option<Subcommand>,
    #[command(flatten)]
    pub(super) browse: BrowseArgs,
    /// When to use colours and bold text [default: auto, on a terminal unless `NO_COLOR` is set]
    #[arg(long, global = true, value_name = "never|auto|always", hide_possible_values = true)]
    #[arg(default_value = "auto", hide_default_value = true)]
    pub(super) color: When,
    /// Draw lines, marks and bars in plain characters [default: auto, if the locale is not UTF-8]
    #[arg(long, global = true, value_name = "auto|always|never", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "always", hide_possible_values = true)]
    pub(super) ascii: Option<When>,
    /// Never connect: read addresses from the cache
    #[arg(long, global = true)]
    pub(super) offline: bool,
    /// Read the built-in sample listing
    #[arg(long, global = true)]
    pub(super) sample: bool,
    #[command(flatten)]
    pub(super) configure: Configure,
}

/// Without a subcommand: the screen.
#[derive(Debug, clap::Args)]
pub(super) struct BrowseArgs {
    #[command(flatten)]
    pub(super) listings: Listings,
    /// Begin with the start page: places where listings are, what you opened before, your own places
    #[arg(long, conflicts_with = "paths")]
    pub(super) start: bool,
    /// Start with this filter: words in titles, projects, skills and mentors, and more (see
    /// `mentor-tui list --help`)
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    /// Show only the proposals of this mentor (@handle or name), and how ready each is
    #[arg(long, value_name = "@HANDLE", value_parser = NonEmptyStringValueParser::new())]
    pub(super) mentor: Option<String>,
    #[command(flatten)]
    pub(super) sorting: Sorting,
    /// Use this theme: one that `mentor-tui theme list` names, as nord, gruvbox-light, high-contrast or mono, or
    /// one of your own [default: terminal, the colours of your terminal]
    #[arg(long, value_name = "THEME")]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    pub(super) theme: Option<String>,
    /// Lines of a proposal in the list [default: auto, two where there is room]
    #[arg(long, value_name = "auto|one|two", hide_possible_values = true)]
    #[arg(value_parser = one_of(RowLines::ALL, |lines| lines.name()))]
    pub(super) rows: Option<RowLines>,
    /// Do not use the mouse, so that the terminal can select text
    #[arg(long)]
    pub(super) no_mouse: bool,
    /// When to make links clickable in the terminal itself (OSC 8) [default: auto, if it supports them]
    #[arg(long, value_name = "auto|always|never", hide_possible_values = true)]
    pub(super) hyperlinks: Option<When>,
    /// Do not reload files when they change, or look for new ones in directories
    #[arg(long)]
    pub(super) no_watch: bool,
    /// On quitting, print the proposals on the shortlist: a line for each proposal, or as `export` writes them. The screen is
    /// then drawn on the terminal even if standard output is a pipe or a file [default: text]
    #[arg(long, value_name = "text|markdown|json|jsonl|csv", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "text", hide_possible_values = true)]
    #[arg(value_parser = one_of(ExportFormat::ALL.iter().copied(), ExportFormat::name))]
    pub(super) print: Option<ExportFormat>,
}

impl BrowseArgs {
    /// Whether something is asked of the proposals, so that the start page would be in the way.
    pub(super) fn asks(&self) -> bool {
        self.filter.is_some() || self.mentor.is_some() || self.print.is_some()
    }
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Subcommand {
    List(ListArgs),
    Show(ShowArgs),
    Status(StatusArgs),
    Similar(SimilarArgs),
    Facets(FacetsArgs),
    Stats(StatsArgs),
    About(AboutArgs),
    Check(check::CheckArgs),
    Diff(DiffArgs),
    Export(ExportArgs),
    Shortlist(ShortlistArgs),
    Theme(ThemeArgs),
    Config(ConfigArgs),
    Completions(CompletionsArgs),
    /// Print the manual page, for `man -l -`
    Man,
    /// Print what a bug report needs: terminal, colours, clipboard, browser, folders, configuration
    ///
    /// Nothing private is printed: your home folder is written `~`, and of variables only those that change how the
    /// program works.
    Doctor,
}

/// List the proposals as text or JSON
///
/// On a terminal the proposals are in columns below their projects. In a pipe each has one line,
/// "number. title — project", and with `--skills` a tab and the required skills that you have and miss. `show` takes
/// the numbers.
#[derive(Debug, clap::Args)]
#[command(after_long_help = filter_help())]
#[expect(clippy::struct_excessive_bools, reason = "each is an option")]
pub(super) struct ListArgs {
    #[command(flatten)]
    pub(super) listings: Listings,
    /// List only the matches, best first: words in titles, projects, skills and mentors, and more (see below)
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    /// Print only the number of matches
    #[arg(long, conflicts_with = "unread")]
    pub(super) count: bool,
    #[command(flatten)]
    pub(super) sorting: Sorting,
    /// Print the lines that belong to no field, and headings that look like proposals, as "path:line: text"
    #[arg(long, conflicts_with_all = ["filter", "sort", "reverse"])]
    pub(super) unread: bool,
    /// Print how each document was read: its proposals, the meaning of its labels and the reason for it, what looks
    /// like a proposal but was not read; and a table for mentor-tui.toml to correct it
    #[arg(long, conflicts_with_all = ["filter", "sort", "reverse", "count", "unread"])]
    pub(super) explain: bool,
    /// Print the JSON Schema of --explain --format json
    #[arg(long)]
    pub(super) schema: bool,
    /// The output: text, or JSON {"schema":1,"proposals":[…]} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(super) format: TextOrJson,
}

/// How a filter is written, for the help.
fn filter_help() -> String {
    let line = |(form, help): (String, &str)| format!("\n  {form:20}  {help}");
    "Filter syntax:".to_owned() + &query::guide().map(line).collect::<String>()
}

/// Reads the arguments, the program's name first. A wish for help or the version is a failure too:
/// one with nothing to complain about.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, CliError> {
    let typed: Vec<OsString> = arguments.into_iter().collect();
    let read = Arguments::try_parse_from(&typed).map_err(|error| on_one_line(&typed, error));
    let read = read.map_err(|error| match mistyped::help_complaint(&Arguments::command(), &error) {
        Some(complaint) => Arguments::command().error(ErrorKind::InvalidSubcommand, complaint),
        None => error,
    });
    let read = read.and_then(|mut arguments| {
        match &mut arguments.subcommand {
            Some(Subcommand::Show(show)) => show.named.tell_words(Path::exists),
            Some(Subcommand::Status(status)) => status.named.tell_words(Path::exists),
            Some(Subcommand::Similar(similar)) => similar.named.tell_words(Path::exists),
            _ => {}
        }
        let complaint = stray(&arguments)
            .map(|stray| {
                format!(
                    "{stray} is before the subcommand, which would ignore it; put it after the subcommand"
                )
            })
            .or_else(|| misplaced(&mut arguments).map(str::to_owned))
            .or_else(|| matchless(&arguments).map(str::to_owned))
            .or_else(|| lopsided(&arguments).map(str::to_owned))
            .or_else(|| mistyped(&arguments));
        match complaint {
            Some(complaint) => Err(Arguments::command().error(ErrorKind::ArgumentConflict, complaint)),
            None => Ok(arguments),
        }
    });
    read.map_err(CliError::from)
}

/// An error in which no argument that it repeats begins a line of its own: that of the same arguments without what
/// must not leave.
fn on_one_line(typed: &[OsString], error: clap::Error) -> clap::Error {
    let shown = |c: char| if shown(c) == Some(c) { c } else { char::REPLACEMENT_CHARACTER };
    let arguments = typed.iter().map(|word| word.to_string_lossy().chars().map(shown).collect::<String>());
    Arguments::try_parse_from(arguments).err().unwrap_or(error)
}

/// The choice for `--ascii` in arguments that need not be valid otherwise.
pub(super) fn ascii(arguments: &[OsString]) -> Option<When> {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    let choices = options.filter_map(|argument| match argument.to_str()? {
        "--ascii" | "--ascii=always" => Some(When::Always),
        "--ascii=never" => Some(When::Never),
        _ => None,
    });
    choices.last()
}

impl Arguments {
    /// Whether the run goes on until it is interrupted.
    pub(super) fn is_endless(&self) -> bool {
        matches!(&self.subcommand, Some(Subcommand::Check(check)) if check.watch)
    }

    /// The listings that were named, with or without a subcommand. `None` where none is read: for a page, a schema
    /// or a script.
    pub(super) fn paths_mut(&mut self) -> Option<&mut Vec<PathBuf>> {
        match &mut self.subcommand {
            None => Some(&mut self.browse.listings.paths),
            Some(Subcommand::List(list)) => (!list.schema).then_some(&mut list.listings.paths),
            Some(Subcommand::Show(show)) => Some(&mut show.named.paths),
            Some(Subcommand::Status(status)) => Some(&mut status.named.paths),
            Some(Subcommand::Similar(similar)) => Some(&mut similar.named.paths),
            Some(Subcommand::Check(check)) => (!check.is_page()).then_some(&mut check.listings.paths),
            Some(Subcommand::Diff(diff)) => (!diff.schema).then_some(&mut diff.paths),
            Some(Subcommand::Stats(stats)) => Some(&mut stats.listings.paths),
            Some(Subcommand::About(about)) => Some(&mut about.listings.paths),
            Some(Subcommand::Facets(facets)) => Some(&mut facets.listings.paths),
            Some(Subcommand::Export(export)) => Some(&mut export.listings.paths),
            Some(Subcommand::Shortlist(shortlist)) => shortlist.paths_mut(),
            Some(
                Subcommand::Theme(_)
                | Subcommand::Config(_)
                | Subcommand::Completions(_)
                | Subcommand::Man
                | Subcommand::Doctor,
            ) => None,
        }
    }
}

/// The definition of the arguments, with what subcommands have of the program.
pub(super) fn command() -> clap::Command {
    let mut command = Arguments::command();
    command.build();
    command
}

/// The complaint about listings that were named.
fn misplaced(arguments: &mut Arguments) -> Option<&'static str> {
    let sample = arguments.sample;
    let paths = arguments.paths_mut()?;
    repeated_input(paths).or_else(|| needless_sample(sample, paths))
}

/// The complaint about a mistyped subcommand.
fn mistyped(Arguments { subcommand, browse, .. }: &Arguments) -> Option<String> {
    let paths = subcommand.is_none().then_some(&browse.listings.paths)?;
    mistyped::complaint(&Arguments::command(), paths, Path::exists)
}

/// The complaint about standard input that is named more than once.
fn repeated_input(paths: &[PathBuf]) -> Option<&'static str> {
    let named = paths.iter().filter(|path| path.as_os_str() == "-").count();
    (named > 1).then_some("standard input can be read only once; give `-` once")
}

/// The complaint about a listing that is named beside the sample.
fn needless_sample(sample: bool, paths: &[PathBuf]) -> Option<&'static str> {
    (sample && !paths.is_empty()).then_some("--sample and PATH both name the listing; leave one out")
}

/// The complaint when the best match of nothing is asked for.
fn matchless(arguments: &Arguments) -> Option<&'static str> {
    let Some(Subcommand::List(list)) = &arguments.subcommand else { return None };
    let blank =
        arguments.configure.saved.is_none() && list.filter.as_deref().unwrap_or_default().trim().is_empty();
    (blank && list.sorting.sort == Some(Order::Best)).then_some("`--sort best` needs a --filter")
}

/// The complaint about a comparison that lacks a side, or has one too many.
fn lopsided(arguments: &Arguments) -> Option<&'static str> {
    let Some(Subcommand::Diff(diff)) = &arguments.subcommand else { return None };
    diff.complaint(arguments.sample)
}

/// An argument for the screen that stands before a subcommand, which would not see it.
fn stray(Arguments { subcommand, browse, .. }: &Arguments) -> Option<&'static str> {
    let Some(_) = subcommand else {
        // After a path, the name of a subcommand is read as one path more.
        let mut others = browse.listings.paths.iter().skip(1);
        return others.any(|path| Arguments::command().find_subcommand(path).is_some()).then_some("a PATH");
    };
    let strays = [
        (!browse.listings.paths.is_empty(), "a PATH"),
        (browse.start, "--start"),
        (browse.filter.is_some(), "--filter"),
        (browse.mentor.is_some(), "--mentor"),
        (browse.sorting.sort.is_some(), "--sort"),
        (browse.sorting.reverse, "--reverse"),
        (browse.theme.is_some(), "--theme"),
        (browse.rows.is_some(), "--rows"),
        (browse.no_mouse, "--no-mouse"),
        (browse.print.is_some(), "--print"),
        (browse.hyperlinks.is_some(), "--hyperlinks"),
        (browse.no_watch, "--no-watch"),
    ];
    strays.into_iter().find_map(|(typed, name)| typed.then_some(name))
}

#[cfg(test)]
mod tests;

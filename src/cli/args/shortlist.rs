//! The arguments of `shortlist`.

use std::path::PathBuf;

use super::choices::one_of;
use crate::model::ApplicationStatus;
use crate::write::shortlist::ShortlistFormat;

/// Print the shortlist, or change it: proposals with their status, note and checklist
///
/// With listings it also prints which proposals have another title there, or are no longer listed. An ENTRY is a number of
/// the table, the `id` in JSON, or a part of a title that no other has.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    override_usage = "\
mentor-tui shortlist [OPTIONS] [PATH]...
       mentor-tui shortlist add <PROPOSAL> [PATH]...
       mentor-tui shortlist remove <ENTRY>
       mentor-tui shortlist status <ENTRY> <STATUS>
       mentor-tui shortlist note <ENTRY> [TEXT]
       mentor-tui shortlist check [--undo | --add] <ENTRY> <TASK>"
)]
pub(crate) struct ShortlistArgs {
    #[command(subcommand)]
    pub(crate) command: Option<ShortlistCommand>,
    /// Listings to look for the proposals in: files, directories, addresses, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The output: a table, Markdown, CSV, or JSON {"schema":1,"entries":[…]} [default: table]
    #[arg(long, value_name = "table|markdown|csv|json", hide_possible_values = true)]
    #[arg(default_value = "table", hide_default_value = true)]
    #[arg(value_parser = one_of(ShortlistFormat::ALL.iter().copied(), ShortlistFormat::name))]
    pub(crate) format: ShortlistFormat,
    /// Print where the file of the shortlist is, or would be
    #[arg(long)]
    pub(crate) path: bool,
    /// Print the JSON Schema of --format json
    #[arg(long)]
    pub(crate) schema: bool,
}

#[derive(Debug, clap::Subcommand)]
pub(crate) enum ShortlistCommand {
    /// Put a proposal on the shortlist
    Add {
        /// The proposal: its number in `list`, its `id` in JSON, or a part of its title that no other has
        proposal: String,
        /// The listings [default: what you last had open, or else the built-in sample]
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Take a proposal off the shortlist, with its note and checklist
    Remove {
        /// The entry
        entry: String,
    },
    /// Set the status: considering, preparing, applied, accepted, declined, withdrawn
    Status {
        /// The entry
        entry: String,
        /// The status
        #[arg(hide_possible_values = true)]
        #[arg(value_parser = one_of(ApplicationStatus::ALL.iter().copied(), ApplicationStatus::name))]
        status: ApplicationStatus,
    },
    /// Replace the note; without TEXT, print it
    Note {
        /// The entry
        entry: String,
        /// The note; `-` is standard input, and an empty text removes it
        #[arg(allow_hyphen_values = true)]
        text: Option<String>,
    },
    /// Tick a task of the checklist
    Check {
        /// The entry
        entry: String,
        /// The task: its number, or a part of its words that no other has
        task: String,
        /// Take the tick away
        #[arg(long, conflicts_with = "add")]
        undo: bool,
        /// Add the task to the checklist
        #[arg(long)]
        add: bool,
    },
}

impl ShortlistArgs {
    /// The listings to read; `None` where none is.
    pub(super) fn paths_mut(&mut self) -> Option<&mut Vec<PathBuf>> {
        match &mut self.command {
            Some(ShortlistCommand::Add { paths, .. }) => Some(paths),
            Some(_) => None,
            None => (!self.paths.is_empty() && !self.path && !self.schema).then_some(&mut self.paths),
        }
    }
}

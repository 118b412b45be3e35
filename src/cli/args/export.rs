//! The arguments of `export`.

use std::path::PathBuf;

use super::choices::one_of;
use super::shared::{Listings, Sorting};
use crate::write::ExportFormat;

/// Write proposals for other programs: as Markdown, JSON, JSON Lines or CSV
///
/// Markdown is written in the standard template, whatever form the listing has, and reads back as the
/// same proposals. CSV has a row for each proposal, and lists joined by "; "; a value that a spreadsheet would take
/// for a formula begins with an apostrophe.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,
    /// Export only the matches, best first: words in titles, projects, skills and mentors, and more (see
    /// `mentor-tui list --help`)
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(crate) filter: Option<String>,
    #[command(flatten)]
    pub(crate) sorting: Sorting,
    /// The output; jsonl has one proposal a line [default: by the ending of the file, else markdown]
    #[arg(long, value_name = "markdown|json|jsonl|csv", hide_possible_values = true)]
    #[arg(value_parser = one_of(
        ExportFormat::ALL.iter().copied().filter(|format| *format != ExportFormat::Text),
        ExportFormat::name
    ))]
    format: Option<ExportFormat>,
    /// Write to this file, as a whole or not at all; `-` is standard output [default: -]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

impl ExportArgs {
    /// The format that was asked for, else the one whose files end as the output does.
    pub(crate) fn format(&self) -> ExportFormat {
        let by_ending = || ExportFormat::of_file(self.output.as_deref()?);
        self.format.or_else(by_ending).unwrap_or(ExportFormat::Markdown)
    }
}

//! What can be typed after `export`.

use std::path::PathBuf;

use super::{Sorting, format_parser};
use crate::write::Format;

/// Write proposals for other programs: as Markdown, JSON, JSON Lines or CSV
///
/// Markdown is written in the canonical template, whatever form the listing has, and reads back as the
/// same proposals. CSV has a row for each proposal, lists joined by "; "; what a spreadsheet would take
/// for a formula begins with an apostrophe.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Export {
    /// The listings: files, directories, addresses (https://…), `-` for standard input [default:
    /// what the screen had open last, or else a built-in sample]
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Only what fits, best first: words to find in titles, projects, skills and mentors, and more, which
    /// `mentor-tui list --help` tells
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub(in crate::cli) filter: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) sorting: Sorting,
    /// How to write it; jsonl is one proposal a line [default: markdown]
    #[arg(long, value_name = "markdown|json|jsonl|csv", hide_possible_values = true)]
    #[arg(default_value = "markdown", hide_default_value = true)]
    #[arg(value_parser = format_parser(&[Format::Markdown, Format::Json, Format::Jsonl, Format::Csv]))]
    pub(in crate::cli) format: Format,
    /// Write to this file, whole or not at all; `-` is standard output [default: -]
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

//! The arguments of `about`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::shared::Listings;

/// Show the dates of a listing
///
/// The dates are those that the listing names, and other pages of a directory: when projects and mentees may apply,
/// when results are announced, how long the work takes. A year that is not written is that of the term; a time zone that is not
/// written stays unknown.
#[derive(Debug, clap::Args)]
pub(crate) struct AboutArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,
    /// The output: text, or JSON {"schema":1,…} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: AboutFormat,
    /// Write to this file, as a whole or not at all; `-` is standard output [default: -]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AboutFormat {
    Text,
    Json,
}

//! Arguments that several subcommands take.

use std::path::PathBuf;

use super::choices::one_of;
use crate::search::sort::{Order, Sort};

/// The listings to read.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Listings {
    /// The listings: files, directories, addresses (https://…), `-` for standard input [default:
    /// what you last had open, or else the built-in sample]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

/// In which order.
#[derive(Debug, Default, Clone, Copy, clap::Args)]
pub(crate) struct Sorting {
    /// Sort by this instead of the order of the listing, or of best first: document, best, project, title, skills
    /// (required ones), mentors, length, difficulty, size, fit (with --skills), random
    #[arg(long, value_name = "ORDER", hide_possible_values = true)]
    #[arg(value_parser = one_of(Order::all(), Order::name))]
    pub(crate) sort: Option<Order>,
    /// Reverse the order
    #[arg(long)]
    pub(crate) reverse: bool,
}

impl Sorting {
    /// The order that was asked for.
    pub(crate) fn sort(self) -> Sort {
        Sort { order: self.sort.unwrap_or_default(), reversed: self.reverse }
    }

    /// Whether one was.
    pub(crate) fn is_given(self) -> bool {
        self.sort.is_some() || self.reverse
    }
}

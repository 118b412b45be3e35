//! The arguments of `similar`: listings and one proposal, separated as those of `show` are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::choices::TextOrJson;
use super::show::told;

/// List the proposals that are like one, best first, with the reason
///
/// Two proposals are alike if they share skills and words that few others have.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui similar [OPTIONS] [PATH]... <PROPOSAL>")]
pub(crate) struct SimilarArgs {
    /// The listings [default: what you last had open, or else the built-in sample], then the
    /// proposal: by its number in `list`, its `id` in JSON, or a part of its title that no other has
    #[arg(required = true, value_name = "WORD")]
    pub(crate) words: Vec<OsString>,
    /// The output: text, or JSON {"schema":1,"id":…,"similar":[…]} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: TextOrJson,
    /// The words that name listings.
    #[arg(skip)]
    pub(crate) paths: Vec<PathBuf>,
    /// The words that name proposals.
    #[arg(skip)]
    pub(crate) proposals: Vec<String>,
}

impl SimilarArgs {
    /// Separates the words that name listings from those that name proposals.
    pub(super) fn tell_words(&mut self, is_there: impl Fn(&Path) -> bool) {
        (self.paths, self.proposals) = told(std::mem::take(&mut self.words), is_there);
    }
}

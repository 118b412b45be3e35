//! The arguments of `status`: listings and proposals, separated as those of `show` are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::choices::TextOrJson;
use super::show::told;

/// Ask whether the upstream issue of a proposal is open and free
///
/// Asks GitHub or GitLab, at their public interfaces: whether the issue is open, who is assigned, which pull requests
/// refer to it, how many comments it has and when it was last active. Nothing else of this program asks them. If the
/// site cannot be asked, the answer from before is printed with its age.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui status [OPTIONS] [PATH]... <PROPOSAL>...")]
pub(crate) struct StatusArgs {
    /// The listings [default: what you last had open, or else the built-in sample], then the
    /// proposals: each by its number in `list`, its `id` in JSON, or a part of its title that no other has.
    /// The last word is a proposal, and so are those before it that are not files
    #[arg(required = true, value_name = "WORD")]
    pub(crate) words: Vec<OsString>,
    /// The output: text, or JSON {"schema":1,"issues":[…]} [default: text]
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

impl StatusArgs {
    /// Separates the words that name listings from those that name proposals.
    pub(super) fn tell_words(&mut self, is_there: impl Fn(&Path) -> bool) {
        (self.paths, self.proposals) = told(std::mem::take(&mut self.words), is_there);
    }
}

//! The arguments of `diff`.

use std::path::PathBuf;

use super::choices::one_of;
use crate::write::diff::DiffFormat;

const EXAMPLES: &str = "\
Examples:
  mentor-tui diff 2025/03.md 2026/01.md         the next term: new, continued, gone
  mentor-tui diff saved.md https://example.org/ideas.md
                                                a copy, and the listing on the web
  mentor-tui diff --since HEAD~5 ideas.md       what changed in the last five commits
  mentor-tui diff --since v1 programs           the same of all listings in a directory
  mentor-tui diff --format markdown old.md new.md
                                                for a message or a pull request

Exit status: 0 something differs, 1 nothing does, 2 could not run, or a named file could not be read.";

/// Compare two listings: what is new, changed, continued or gone
///
/// A proposal is the same if it has the same upstream issue or the same title in its project, or nearly. One of another
/// term is continued. Of a changed one each field is shown, [-words that went-] and {+words that came+}. White space
/// and Markdown marks do not count.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, override_usage = "mentor-tui diff [OPTIONS] <OLD> <NEW>\n       mentor-tui diff [OPTIONS] --since <REV> [PATH]...")]
pub(crate) struct DiffArgs {
    /// The old listing, then the new one: files, directories, addresses (https://…), `-` for standard input. With
    /// --since the listings [default: what you last had open]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Compare with the common ancestor of this revision and HEAD; asks git
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
    /// Print the JSON Schema of --format json
    #[arg(long)]
    pub(crate) schema: bool,
    /// The output: text, Markdown, or JSON {"schema":1,"new":[…],…} [default: text]
    #[arg(long, value_name = "text|markdown|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    #[arg(value_parser = one_of(DiffFormat::ALL.iter().copied(), DiffFormat::name))]
    pub(crate) format: DiffFormat,
}

impl DiffArgs {
    /// The complaint about paths that are too few or too many.
    pub(super) fn complaint(&self, sample: bool) -> Option<&'static str> {
        if self.schema || self.since.is_some() || sample {
            return None;
        }
        match self.paths.len() {
            2 => None,
            1 => Some("name two listings, the old one first; or a revision with --since"),
            0 => Some("name two listings, the old one first"),
            _ => Some("name two listings, not more; a directory may hold several"),
        }
    }
}

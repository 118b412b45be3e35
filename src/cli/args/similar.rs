//! The arguments of `similar`.

use super::choices::TextOrJson;
use super::named::NamedProposals;

/// The help of the words: they name one proposal.
const ONE: &str = "The listings [default: what you last had open, or else the built-in sample], then the \
                   proposal: by its number in `list`, its `id` in JSON, or a part of its title that no other has";

/// List the proposals that are like one, best first, with the reason
///
/// Two proposals are alike if they share skills and words that few others have.
#[derive(Debug, clap::Args)]
#[command(mut_arg("words", |words| words.help(ONE).long_help(ONE)))]
#[command(override_usage = "mentor-tui similar [OPTIONS] [PATH]... <PROPOSAL>")]
pub(crate) struct SimilarArgs {
    #[command(flatten)]
    pub(crate) named: NamedProposals,
    /// The output: text, or JSON {"schema":1,"id":…,"similar":[…]} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: TextOrJson,
}

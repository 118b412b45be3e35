//! The arguments of `status`.

use super::choices::TextOrJson;
use super::named::NamedProposals;

/// Ask whether the upstream issue of a proposal is open and free
///
/// Asks GitHub or GitLab, at their public interfaces: whether the issue is open, who is assigned, which pull requests
/// refer to it, how many comments it has and when it was last active. Nothing else of this program asks them. If the
/// site cannot be asked, the answer from before is printed with its age.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui status [OPTIONS] [PATH]... <PROPOSAL>...")]
pub(crate) struct StatusArgs {
    #[command(flatten)]
    pub(crate) named: NamedProposals,
    /// The output: text, or JSON {"schema":1,"issues":[…]} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: TextOrJson,
}

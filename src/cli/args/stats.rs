//! The arguments of `stats`.

use super::choices::TextOrJson;
use super::shared::Listings;

/// Count skills, projects, mentors, sizes and difficulties
///
/// On a terminal each count has a bar, and each skill its counts by term if there are several.
#[derive(Debug, clap::Args)]
pub(crate) struct StatsArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,
    /// Count only the matches: words in titles, projects, skills and mentors
    #[arg(long, value_name = "QUERY")]
    pub(crate) filter: Option<String>,
    /// The output: text, or JSON {"schema":1,…} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: TextOrJson,
}

//! The arguments of `facets`.

use super::choices::TextOrJson;
use super::shared::Listings;
use crate::search::facets::Facet;

/// Count the values of one facet: skills, projects, mentors, …
///
/// The skills (each under one name, however it is written), projects, mentors, terms, difficulties or
/// sizes of the proposals, most frequent first.
#[derive(Debug, clap::Args)]
#[command(allow_missing_positional = true)]
pub(crate) struct FacetsArgs {
    #[command(flatten)]
    pub(crate) listings: Listings,
    /// The facet to count: skills, projects, mentors, terms, difficulty, size
    #[arg(required = true, value_parser = named_facet)]
    pub(crate) facet: Facet,
    /// Count only the matches: words in titles, projects, skills and mentors
    #[arg(long, value_name = "QUERY")]
    pub(crate) filter: Option<String>,
    /// The output: text, or JSON {"schema":1,"facet":…,"counts":[…]} [default: text]
    #[arg(long, value_name = "text|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    pub(crate) format: TextOrJson,
}

/// The facet with a name. What is typed last without being one is mostly a path, behind which the
/// facet was left out.
fn named_facet(name: &str) -> Result<Facet, String> {
    let names = || Facet::ALL.map(Facet::name).join(", ");
    Facet::named(name).ok_or_else(|| format!("not a facet; end with one of {}", names()))
}

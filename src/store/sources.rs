//! Sources of listings: those that the program knows, and the tables `[[source]]` of a configuration.

use serde::Deserialize;

use super::config_file::ConfigFile;
use super::settings::SOURCE;

/// Those that the program knows.
const KNOWN: &str = include_str!("../../assets/sources.toml");

/// A place where listings are published.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingSource {
    pub name: String,
    /// An address, or a path.
    pub address: String,
    /// The programme; empty where it is not said.
    #[serde(default)]
    pub programme: String,
    /// The organisation; empty where it is not said.
    #[serde(default)]
    pub organisation: String,
    /// The year in which it was last looked at.
    pub year: Option<u16>,
}

/// The tables of a file.
#[derive(Deserialize)]
struct Sources {
    source: Vec<ListingSource>,
}

/// The sources that the program knows, in the order of the start page.
pub fn known() -> Vec<ListingSource> {
    toml::from_str(KNOWN).map(|sources: Sources| sources.source).unwrap_or_default()
}

/// Takes the tables of a configuration.
pub(super) fn take(file: &mut ConfigFile<'_>) -> Vec<ListingSource> {
    file.list(SOURCE.table, &SOURCE.expected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::config;

    #[test]
    fn every_known_source_has_a_name_of_its_own_and_says_since_when() {
        let known = known();
        assert!(known.len() > 20);
        assert_eq!(known[0].address, "gh:cncf/mentoring/programs/lfx-mentorship");
        for (at, source) in known.iter().enumerate() {
            assert!(source.year.is_some() && !source.programme.is_empty() && !source.organisation.is_empty());
            assert!(source.address.starts_with("gh:"), "{source:?}");
            let is_same =
                |other: &ListingSource| other.name == source.name || other.address == source.address;
            assert!(!known[..at].iter().any(is_same), "{source:?}");
        }
    }

    #[test]
    fn own_sources_stand_in_the_configuration() {
        let text = "[[source]]\nname = \"Tide\"\naddress = \"gh:tide/ideas\"\n[[source]]\nname = \"Half\"\n";
        let read = config::parse(text, "config.toml");
        let names: Vec<_> = read.config.sources.iter().map(|source| source.name.as_str()).collect();
        assert_eq!(names, ["Tide"]);
        assert_eq!(
            read.complaints,
            [
                "config.toml:4:1: source must be a table, as { name = \"Tide Clock\", address = \"gh:tide/ideas\" }; ignored"
            ]
        );
        let read = config::parse("[source]\nname = \"Tide\"\n", "config.toml");
        assert_eq!((read.config.sources.len(), read.complaints.len()), (0, 1));
    }
}

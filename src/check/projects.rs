//! The table of projects in `assets/projects.toml`, read once.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

const SOURCE: &str = include_str!("../../assets/projects.toml");

/// A project of the programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
    /// The name on the proposal form.
    #[serde(skip)]
    pub(super) name: String,
    /// The GitHub organisations that it owns.
    pub(super) orgs: Vec<String>,
    /// Other spellings of the name.
    #[serde(default)]
    also: Vec<String>,
    /// The most proposals in a term, where that is not the usual number.
    pub(super) quota: Option<usize>,
}

impl Project {
    /// A project that is not in the table.
    pub(super) fn new(name: &str, orgs: &[String]) -> Self {
        Self { name: name.to_owned(), orgs: orgs.to_vec(), ..Self::default() }
    }

    /// Whether it owns an organisation, in any case.
    pub(super) fn owns(&self, org: &str) -> bool {
        self.orgs.iter().any(|known| known.eq_ignore_ascii_case(org))
    }
}

/// All projects.
#[derive(Debug)]
pub(super) struct Projects {
    /// In the order of their names without regard to case.
    all: Vec<Project>,
    /// By name and other spelling, in lower case.
    by_name: HashMap<String, usize>,
    /// By organisation, in lower case.
    by_org: HashMap<String, Vec<usize>>,
}

impl Projects {
    /// The built-in table.
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Projects> = OnceLock::new();
        TABLE.get_or_init(|| {
            let rows = toml::from_str(SOURCE).expect("the built-in table is valid; a test reads it");
            Self::new(rows)
        })
    }

    fn new(rows: BTreeMap<String, Project>) -> Self {
        let mut all: Vec<_> = rows.into_iter().map(|(name, project)| Project { name, ..project }).collect();
        all.sort_by_key(|project| project.name.to_lowercase());
        let (mut by_name, mut by_org) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for (at, project) in all.iter().enumerate() {
            by_name.extend(project.also.iter().chain([&project.name]).map(|name| (name.to_lowercase(), at)));
            for org in &project.orgs {
                by_org.entry(org.to_lowercase()).or_default().push(at);
            }
        }
        Self { all, by_name, by_org }
    }

    /// The project with this name or other spelling, in whatever case.
    pub(super) fn named(&self, name: &str) -> Option<&Project> {
        let key = name.trim().to_lowercase();
        let found = self.by_name.get(&key).or_else(|| self.by_name.get(key.strip_suffix(" project")?));
        found.map(|&at| &self.all[at])
    }

    /// The projects that own an organisation.
    pub(super) fn owning(&self, org: &str) -> impl Iterator<Item = &Project> {
        self.by_org.get(&org.to_lowercase()).into_iter().flatten().map(|&at| &self.all[at])
    }

    /// The project whose name is nearest, where one is near.
    pub(super) fn near(&self, name: &str) -> Option<&Project> {
        let name = name.to_lowercase();
        let near = self.by_name.iter().filter_map(|(known, &at)| {
            // A slip makes a name at most a letter longer or shorter: most names end here.
            let shorter = name.len().min(known.len());
            if name.len().abs_diff(known.len()) * 4 > shorter {
                return None;
            }
            let slips = strsim::osa_distance(known, &name);
            (slips * 4 <= shorter).then_some((slips, at))
        });
        near.min().map(|(_, at)| &self.all[at])
    }

    /// The project whose name a longer name begins with (`Knative Functions`).
    pub(super) fn beginning(&self, name: &str) -> Option<&Project> {
        let name = name.to_lowercase();
        let begins = |known: &str| {
            known.len() > 2
                && name.strip_prefix(known).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let found = self.by_name.iter().filter(|(known, _)| begins(known));
        found.max_by_key(|(known, _)| known.len()).map(|(_, &at)| &self.all[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole_and_in_order() {
        let read = Projects::get();
        let lines = SOURCE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(read.all.len(), lines);
        assert!(lines > 200 && read.all.iter().all(|project| !project.orgs.is_empty()));
        let names = SOURCE.lines().filter_map(|line| line.split_once(" = {"));
        assert!(
            names.map(|(name, _)| name.to_lowercase()).is_sorted(),
            "the table is in the order of the names"
        );
    }

    #[test]
    fn names_are_found_by_every_spelling() {
        let projects = Projects::get();
        let name = |written: &str| projects.named(written).map(|project| project.name.as_str());
        assert_eq!(name("litmuschaos"), Some("Litmus"));
        assert_eq!(name("KYVERNO"), Some("Kyverno"));
        assert_eq!(name("Tide Clock"), None);
        assert_eq!(projects.near("Kyvreno").map(|project| project.name.as_str()), Some("Kyverno"));
        assert_eq!(
            projects.beginning("Knative Functions").map(|project| project.name.as_str()),
            Some("Knative")
        );
        assert_eq!(projects.named("Kubernetes").and_then(|project| project.quota), Some(8));
        assert_eq!(projects.owning("VOLCANO-SH").count(), 2);
    }
}

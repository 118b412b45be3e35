//! The table of projects: `assets/projects.toml`, read once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The table as it is written.
const SOURCE: &str = include_str!("../../assets/projects.toml");

/// A project of the programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Project {
    /// As the proposal form calls it.
    pub(super) name: Cow<'static, str>,
    /// The GitHub organisations that it owns.
    pub(super) orgs: Vec<Cow<'static, str>>,
    /// Other spellings that mean the same.
    also: Vec<&'static str>,
    /// How many proposals a term may hold, where that is not the usual number.
    pub(super) quota: Option<usize>,
}

impl Project {
    /// A project that stands in no table.
    pub(super) fn new(name: &str, orgs: &[String]) -> Self {
        let orgs = orgs.iter().map(|org| Cow::Owned(org.clone())).collect();
        Self { name: Cow::Owned(name.to_owned()), orgs, ..Self::default() }
    }

    /// Whether it owns an organisation.
    pub(super) fn owns(&self, org: &str) -> bool {
        self.orgs.iter().any(|known| known.eq_ignore_ascii_case(org))
    }
}

/// All projects.
#[derive(Debug)]
pub(super) struct Projects {
    all: Vec<Project>,
    /// By name and other spelling, in lower case.
    by_name: HashMap<String, usize>,
    /// By organisation, in lower case.
    by_org: HashMap<String, Vec<usize>>,
}

impl Projects {
    /// The table.
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Projects> = OnceLock::new();
        TABLE.get_or_init(|| Self::read(SOURCE))
    }

    /// Reads the lines of the table: TOML, of which it needs only a name and an inline table.
    fn read(source: &'static str) -> Self {
        let mut table = Self { all: Vec::new(), by_name: HashMap::new(), by_org: HashMap::new() };
        for (name, facts) in source.lines().filter_map(|line| line.split_once(" = {")) {
            let words = |key: &str| {
                let list = facts.split_once(key).and_then(|(_, rest)| rest.split(']').next());
                list.unwrap_or_default().split('"').skip(1).step_by(2).collect::<Vec<_>>()
            };
            let quota =
                facts.split_once("quota = ").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
            let name = name.trim_matches('"');
            let orgs = words("orgs = [").into_iter().map(Cow::Borrowed).collect();
            let project = Project { name: Cow::Borrowed(name), orgs, also: words("also = ["), quota };
            let at = table.all.len();
            for name in project.also.iter().copied().chain([name]) {
                table.by_name.insert(name.to_lowercase(), at);
            }
            for org in &project.orgs {
                table.by_org.entry(org.to_lowercase()).or_default().push(at);
            }
            table.all.push(project);
        }
        table
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
    fn the_table_is_read_whole_and_is_toml() {
        let read = Projects::get();
        let lines = SOURCE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(read.all.len(), lines);
        assert!(lines > 200 && read.all.iter().all(|project| !project.orgs.is_empty()));
        let names: Vec<String> = read.all.iter().map(|project| project.name.to_lowercase()).collect();
        assert!(names.is_sorted(), "the table is in the order of the names");
    }

    #[test]
    fn names_are_found_by_every_spelling() {
        let projects = Projects::get();
        let name = |written: &str| projects.named(written).map(|project| project.name.as_ref());
        assert_eq!(name("litmuschaos"), Some("Litmus"));
        assert_eq!(name("KYVERNO"), Some("Kyverno"));
        assert_eq!(name("Tide Clock"), None);
        assert_eq!(projects.near("Kyvreno").map(|project| project.name.as_ref()), Some("Kyverno"));
        assert_eq!(
            projects.beginning("Knative Functions").map(|project| project.name.as_ref()),
            Some("Knative")
        );
        assert_eq!(projects.named("Kubernetes").and_then(|project| project.quota), Some(8));
        assert_eq!(projects.owning("VOLCANO-SH").count(), 2);
    }
}

//! How somebody said that documents are to be read: in the file of the project that they belong to, and,
//! stronger for it is about just these, in their own configuration by path or address.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::configuration::Configuration;
use crate::model::{Origin, ReadingSettings};
use crate::source::Readings;
use crate::store::{check_config, paths, reading_config};

/// The readings that a configuration and the files of projects tell.
pub(super) fn of(configuration: &Configuration) -> Readings {
    let own: Vec<_> =
        configuration.file.reading.iter().map(|(key, said)| (Place::of(key), said.clone())).collect();
    let is_alone = configuration.is_alone;
    Readings::new(move |origin| {
        let (mut said, complaints) = if is_alone { Default::default() } else { of_project(origin) };
        // Settings of a folder come before those of a document in it, which overrule them.
        let mut own: Vec<_> = own.iter().filter(|(place, _)| place.holds(origin)).collect();
        own.sort_by_key(|(place, _)| place.length());
        for (_, more) in own {
            said.overrule(more);
        }
        ((!said.is_empty()).then(|| Arc::new(said)), complaints)
    })
}

/// The settings of a project's file, and the faults in it. Standard input takes those of the folder where the
/// program runs.
fn of_project(origin: &Origin) -> (ReadingSettings, Vec<String>) {
    let path = match origin {
        Origin::File(path) => path.as_path(),
        Origin::Stdin => Path::new("."),
        Origin::Address(_) | Origin::Sample => return Default::default(),
    };
    let Some(path) = check_config::nearest(path) else { return Default::default() };
    let name = paths::tilde(&path);
    reading_config::read(&path, &name)
        .unwrap_or_else(|error| (ReadingSettings::default(), vec![format!("cannot read {name}: {error}")]))
}

/// The place that a table of a configuration is about.
enum Place {
    Address(String),
    Path(PathBuf),
}

impl Place {
    fn of(key: &str) -> Self {
        match crate::source::named(Path::new(key)) {
            Origin::Address(address) => Self::Address(address),
            _ => Self::Path(paths::expanded(key)),
        }
    }

    /// Whether a document is this one, or below it.
    fn holds(&self, origin: &Origin) -> bool {
        match (self, origin) {
            (Self::Address(known), Origin::Address(address)) => {
                let rest = address.strip_prefix(known.as_str());
                rest.is_some_and(|rest| rest.is_empty() || known.ends_with('/') || rest.starts_with('/'))
            }
            (Self::Path(known), Origin::File(path)) => {
                std::path::absolute(path).is_ok_and(|path| path.starts_with(known))
            }
            _ => false,
        }
    }

    fn length(&self) -> usize {
        match self {
            Self::Address(address) => address.len(),
            Self::Path(path) => path.as_os_str().len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_about_a_document_or_all_below_a_place() {
        let address = |address: &str| Origin::Address(address.to_owned());
        let file = |path: &str| Origin::File(path.into());
        let ideas = Place::of("https://example.org/ideas");
        assert!(ideas.holds(&address("https://example.org/ideas")));
        assert!(ideas.holds(&address("https://example.org/ideas/2026.md")));
        assert!(!ideas.holds(&address("https://example.org/ideas-old.md")));
        let folder = Place::of("/srv/ideas");
        assert!(folder.holds(&file("/srv/ideas/a.md")) && !folder.holds(&file("/srv/ideas-old.md")));
        assert!(!folder.holds(&Origin::Stdin));
    }
}

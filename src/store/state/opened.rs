//! The paths and addresses that were opened: those of the last time, and of the times before.

use std::ffi::OsString;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::SavedState;

/// The most paths and addresses that were opened once.
const RECENT: usize = 12;

/// A path or an address. What is no Unicode cannot be a string of JSON; it is kept as the system's
/// own units, and nothing of it is lost.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Raw(OsString),
}

impl SavedState {
    /// The paths (absolute) and addresses that were opened last, in order. Empty if there are none.
    pub fn last(&self) -> Vec<PathBuf> {
        self.names("last")
    }

    fn names(&self, key: &str) -> Vec<PathBuf> {
        let names = self.values.get(key).and_then(Value::as_array).into_iter().flatten();
        let names = names.filter_map(|name| Name::deserialize(name).ok());
        names
            .map(|name| match name {
                Name::Text(text) => text.into(),
                Name::Raw(raw) => raw.into(),
            })
            .collect()
    }

    /// The paths and addresses that were opened, the newest first.
    pub fn recent(&self) -> Vec<PathBuf> {
        self.names("recent")
    }

    /// Remembers the paths and addresses that were opened.
    pub fn set_last(&mut self, opened: &[PathBuf]) {
        let name = |path: &PathBuf| match path.to_str() {
            Some(text) => Name::Text(text.to_owned()),
            None => Name::Raw(path.clone().into_os_string()),
        };
        let names = |paths: &[PathBuf]| -> Value {
            paths.iter().filter_map(|path| serde_json::to_value(name(path)).ok()).collect()
        };
        let before = self.recent().into_iter().filter(|path| !opened.contains(path));
        let recent: Vec<PathBuf> = opened.iter().cloned().chain(before).take(RECENT).collect();
        self.values.insert("recent".to_owned(), names(&recent));
        self.values.insert("last".to_owned(), names(opened));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_the_oldest_makes_room() {
        let mut state = SavedState::default();
        for number in 0..=RECENT {
            state.set_last(&[PathBuf::from(format!("/{number}.md"))]);
        }
        state.set_last(&["/5.md".into(), "gh:tide/ideas".into()]);
        let recent = state.recent();
        assert_eq!(recent.len(), RECENT);
        assert_eq!(recent[..3], ["/5.md", "gh:tide/ideas", "/12.md"].map(PathBuf::from));
        assert_eq!(recent.iter().filter(|path| path.ends_with("5.md")).count(), 1);
    }
}

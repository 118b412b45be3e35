//! The state file, by which the program remembers things from one run to the next.
//!
//! `{"schema":1,"last":["/home/ada/ideas.md"],"documents":{"/home/ada/ideas.md":{…}}}`. Keys that this
//! version does not know are kept as they are. The file is replaced whole, so that no reader ever sees
//! half of it; one that cannot be understood is kept aside, and one of a newer version left alone.

#![expect(clippy::disallowed_methods, reason = "reading and writing the file is what this module is for")]

mod error;
mod opened;
mod panes;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::{Duration, SystemTime};

use serde_json::{Map, Value};

pub use error::StateError;

use super::lock;
use crate::files::{self, FileError};

/// The version of the file's form.
const SCHEMA: u64 = 1;
const NAME: &str = "state.json";
/// The most bytes that the file may have: enough for a hundred thousand documents.
const MOST: u64 = 16 << 20;

/// So many filters are remembered.
const FILTERS: usize = 100;

/// The content of the state file.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedState {
    values: Map<String, Value>,
}

impl Default for SavedState {
    fn default() -> Self {
        Self { values: Map::from_iter([("schema".to_owned(), SCHEMA.into())]) }
    }
}

/// A setting that is remembered for each document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKey {
    /// The text of its filter.
    Filter,
    /// The order of its list.
    Sort,
}

impl ViewKey {
    /// Its key in the file.
    fn key(self) -> &'static str {
        match self {
            Self::Filter => "filter",
            Self::Sort => "sort",
        }
    }
}

impl SavedState {
    /// The filters that were used, the oldest first.
    pub fn filters(&self) -> Vec<String> {
        let filters = self.values.get("filters").and_then(Value::as_array).into_iter().flatten();
        filters.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Adds filters behind the others, each once. The oldest make room.
    pub fn add_filters(&mut self, filters: &[String]) {
        let mut all = self.filters();
        all.retain(|known| !filters.contains(known));
        all.extend_from_slice(filters);
        all.drain(..all.len().saturating_sub(FILTERS));
        self.values.insert("filters".to_owned(), all.into());
    }

    /// The value remembered for `document`, or `None`.
    pub fn kept(&self, document: &str, what: ViewKey) -> Option<&str> {
        self.values.get("documents")?.get(document)?.get(what.key())?.as_str()
    }

    /// Remembers a value for `document`; an empty text forgets it. The other values of the document stay.
    pub fn keep(&mut self, document: &str, what: ViewKey, text: &str) {
        let Value::Object(documents) = self.values.entry("documents").or_insert_with(|| Map::new().into())
        else {
            return;
        };
        if text.is_empty() && !documents.contains_key(document) {
            return;
        }
        if let Value::Object(known) = documents.entry(document).or_insert_with(|| Map::new().into()) {
            if text.is_empty() {
                known.remove(what.key());
            } else {
                known.insert(what.key().to_owned(), text.into());
            }
        }
    }
}

/// Reads the state file in a directory (see [`super::paths::state`]); the default if there is none.
///
/// # Errors
///
/// When the file cannot be read or understood, or was written by a newer version.
pub fn read(directory: &Path) -> Result<SavedState, StateError> {
    let path = directory.join(NAME);
    let bytes = match files::read(&path, MOST) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(SavedState::default()),
        Err(source) => return Err(StateError::Inaccessible { path, source }),
    };
    let Ok(Value::Object(values)) = serde_json::from_slice(&bytes) else {
        return Err(StateError::Broken { path });
    };
    match values.get("schema").and_then(Value::as_u64) {
        Some(SCHEMA) => Ok(SavedState { values }),
        Some(newer) if newer > SCHEMA => Err(StateError::Newer { path }),
        Some(_) | None => Err(StateError::Broken { path }),
    }
}

/// Changes the state file in a directory, which is made if needed, under a lock. A file that cannot be understood is
/// renamed, and its new path returned.
///
/// # Errors
///
/// When the file cannot be read or written, or was written by a newer version. It is then as it was.
pub fn update(directory: &Path, change: impl FnOnce(&mut SavedState)) -> Result<Option<PathBuf>, StateError> {
    let path = directory.join(NAME);
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| StateError::Inaccessible { path, source: FileError::from(error) }
    };
    let failed = |error| at(&path)(error);
    let lock = directory.join("state.lock");
    fs::create_dir_all(directory).map_err(at(directory))?;
    let _lock = lock::take(&lock).map_err(at(&lock))?;
    let (mut state, aside) = match read(directory) {
        Err(StateError::Broken { path }) => (SavedState::default(), Some(set_aside(&path).map_err(failed)?)),
        state => (state?, None),
    };
    change(&mut state);
    replace(&path, &state).map_err(failed)?;
    Ok(aside)
}

/// Gives a file a name that no other has.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let aside = path.with_file_name(format!("state-broken-{}-{}.json", now.as_nanos(), process::id()));
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Replaces the file.
fn replace(path: &Path, state: &SavedState) -> io::Result<()> {
    files::replace(path, |out| {
        serde_json::to_writer(&mut *out, &state.values)?;
        out.write_all(b"\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(paths: &[&str]) -> Vec<PathBuf> {
        paths.iter().map(PathBuf::from).collect()
    }

    fn names(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_opened_is_there_the_next_time() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("state/mentor-tui");
        assert_eq!(read(&directory).unwrap().last(), opened(&[]));
        assert!(!directory.exists(), "reading makes nothing");
        let named = opened(&["/home/ada/ideas.md", "https://example.org/a.md"]);
        assert_eq!(update(&directory, |state| state.set_last(&named)).unwrap(), None);
        assert_eq!(read(&directory).unwrap().last(), named);
        assert_eq!(
            fs::read_to_string(directory.join(NAME)).unwrap(),
            "{\"last\":[\"/home/ada/ideas.md\",\"https://example.org/a.md\"],\
             \"recent\":[\"/home/ada/ideas.md\",\"https://example.org/a.md\"],\"schema\":1}\n"
        );
        assert_eq!(names(&directory), [NAME, "state.lock"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_unicode_loses_nothing() {
        use std::ffi::OsString;
        use std::os::unix::ffi::OsStringExt;
        let room = tempfile::tempdir().unwrap();
        let path = vec![PathBuf::from(OsString::from_vec(b"/home/caf\xE9/\xFF.md".to_vec()))];
        update(room.path(), |state| state.set_last(&path)).unwrap();
        assert_eq!(read(room.path()).unwrap().last(), path);
    }

    #[test]
    fn what_this_version_does_not_know_is_kept() {
        let room = tempfile::tempdir().unwrap();
        let text = r#"{"schema":1,"last":["/a.md",7,{"Other":[1]}],"documents":{"/a.md":{"sort":"title"}},"more":[1.5]}"#;
        fs::write(room.path().join(NAME), text).unwrap();
        assert_eq!(read(room.path()).unwrap().last(), opened(&["/a.md"]));
        update(room.path(), |state| state.set_last(&opened(&["/b.md"]))).unwrap();
        let mut expected: Value = serde_json::from_str(text).unwrap();
        expected["last"] = serde_json::json!(["/b.md"]);
        expected["recent"] = serde_json::json!(["/b.md"]);
        let written: Value = serde_json::from_slice(&fs::read(room.path().join(NAME)).unwrap()).unwrap();
        assert_eq!(written, expected);
    }

    #[test]
    fn each_document_keeps_its_own_beside_what_else_is_known_of_it() {
        let mut state = SavedState::default();
        state.keep("/a.md", ViewKey::Filter, "");
        assert_eq!(
            state,
            SavedState {
                values: Map::from_iter([
                    ("documents".to_owned(), Map::new().into()),
                    ("schema".to_owned(), SCHEMA.into())
                ])
            }
        );
        state.values.insert("documents".to_owned(), serde_json::json!({"/a.md": {"more": 1}, "/c.md": 7}));
        for document in ["/a.md", "/b.md", "/c.md"] {
            state.keep(document, ViewKey::Filter, "go -react");
        }
        state.keep("/b.md", ViewKey::Sort, "-title");
        let filter = |state: &SavedState, document| state.kept(document, ViewKey::Filter).map(str::to_owned);
        assert_eq!(filter(&state, "/a.md").as_deref(), Some("go -react"));
        assert_eq!(filter(&state, "/b.md").as_deref(), Some("go -react"));
        assert_eq!(state.kept("/b.md", ViewKey::Sort), Some("-title"));
        assert_eq!(filter(&state, "/c.md"), None, "what nobody understands is left alone");
        state.keep("/a.md", ViewKey::Filter, "");
        assert_eq!(filter(&state, "/a.md"), None);
        assert_eq!(state.values["documents"]["/a.md"], serde_json::json!({"more": 1}));
    }

    #[test]
    fn filters_are_kept_once_the_newest_last_and_the_oldest_make_room() {
        let mut state = SavedState::default();
        let all: Vec<String> = (0..FILTERS + 5).map(|number| format!("word{number}")).collect();
        state.add_filters(&all);
        state.add_filters(&["word50".to_owned()]);
        let kept = state.filters();
        assert_eq!((kept.len(), kept[0].as_str(), kept[FILTERS - 1].as_str()), (FILTERS, "word5", "word50"));
    }

    #[test]
    fn a_broken_file_is_kept_aside() {
        let texts: [&[u8]; 6] = [b"", b"{\"schema\":1,\"la", b"[]", b"{}", b"{\"schema\":\"1\"}", b"\xFF"];
        for text in texts {
            let room = tempfile::tempdir().unwrap();
            fs::write(room.path().join(NAME), text).unwrap();
            assert!(matches!(read(room.path()), Err(StateError::Broken { .. })));
            assert_eq!(names(room.path()), [NAME], "reading changes nothing");
            let aside = update(room.path(), |state| state.set_last(&opened(&["/a.md"]))).unwrap().unwrap();
            assert_eq!(fs::read(aside).unwrap(), text);
            assert_eq!(read(room.path()).unwrap().last(), opened(&["/a.md"]));
        }
    }

    #[test]
    fn the_file_of_a_newer_version_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        let text = r#"{"schema":2,"last":{"kind":"unknown"}}"#;
        fs::write(room.path().join(NAME), text).unwrap();
        assert!(matches!(read(room.path()), Err(StateError::Newer { .. })));
        let refused = update(room.path(), |state| state.set_last(&opened(&["/a.md"])));
        assert!(matches!(refused, Err(StateError::Newer { .. })));
        assert_eq!(fs::read_to_string(room.path().join(NAME)).unwrap(), text);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_a_value() {
        let room = tempfile::tempdir().unwrap();
        let file = room.path().join("file");
        fs::write(&file, "").unwrap();
        let refused = update(&file.join("below"), |state| state.set_last(&[]));
        assert!(matches!(refused, Err(StateError::Inaccessible { .. })));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_file_is_left_alone_and_never_waited_for() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        use std::os::unix::fs::symlink;
        type Make = fn(&Path);
        let kinds: [(&str, Make); 6] = [
            ("a pipe", |path| mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap()),
            ("a device", |path| symlink("/dev/zero", path).unwrap()),
            ("a device", |path| symlink("/dev/full", path).unwrap()),
            ("a directory", |path| fs::create_dir(path).unwrap()),
            ("larger than", |path| fs::File::create(path).unwrap().set_len(MOST + 1).unwrap()),
            ("dangling", |path| symlink("below/there.json", path).unwrap()),
        ];
        for (kind, make) in kinds {
            for name in [NAME, "state.lock"] {
                let room = tempfile::tempdir().unwrap();
                fs::create_dir(room.path().join("below")).unwrap();
                let path = room.path().join(name);
                make(&path);
                let before = fs::symlink_metadata(&path).unwrap();
                let updated = update(room.path(), |state| state.set_last(&opened(&["/a.md"])));
                let is_fine = kind == "dangling" || (kind == "larger than" && name != NAME);
                if is_fine {
                    assert_eq!(updated.unwrap(), None, "{kind}, {name}");
                    assert_eq!(read(room.path()).unwrap().last(), opened(&["/a.md"]));
                } else {
                    let sentence = updated.unwrap_err().to_string();
                    assert!(sentence.starts_with(&path.display().to_string()), "{sentence}");
                    assert!(sentence.contains(kind), "{name}: {sentence}");
                }
                let after = fs::symlink_metadata(&path).unwrap();
                assert_eq!(
                    (after.file_type(), after.len()),
                    (before.file_type(), before.len()),
                    "{kind}, {name}"
                );
            }
        }
    }

    #[test]
    fn of_many_changes_at_once_none_is_lost() {
        const EACH: usize = 20;
        let room = tempfile::tempdir().unwrap();
        let add = |name: String| {
            let change = |state: &mut SavedState| {
                let mut last = state.last();
                last.push(name.into());
                state.set_last(&last);
            };
            update(room.path(), change).unwrap();
        };
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let work = move || (0..EACH).for_each(|at| add(format!("/{writer}/{at}.md")));
                std::thread::Builder::new().spawn_scoped(scope, work).unwrap();
            }
        });
        assert_eq!(read(room.path()).unwrap().last().len(), 4 * EACH);
    }
}

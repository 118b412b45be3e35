//! A file as a source, and what to say when the path names none.

#![expect(clippy::disallowed_methods, reason = "reading files is what this module is for")]

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::bounded::read_text;
use super::{LIMIT, SourceError};
use crate::files::{self, FileError};
use crate::model::Origin;

/// How many entries of a directory are looked at: it may be a mail store.
const ENTRIES: usize = 10_000;

/// The whole file. A pipe that was named is read until its other end closes; a device is refused:
/// it may never end, and opening one may already do something.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, SourceError> {
    let origin = Origin::File(path.to_owned());
    let failed = |error| explain(path, error);
    let mut named = fs::metadata(path).map_err(failed)?;
    if is_pipe(&named) {
        let pipe = File::open(path).map_err(failed)?;
        // Between the look and the opening something else may have taken the name.
        named = pipe.metadata().map_err(failed)?;
        if is_pipe(&named) {
            return read_text(pipe, &origin);
        }
    }
    if named.is_dir() {
        return Err(SourceError::Directory(path.to_owned()));
    }
    if named.is_file() && named.len() > LIMIT {
        return Err(SourceError::TooLarge(origin));
    }
    match files::open(path) {
        Ok(file) => read_text(file, &origin),
        // Reading it would take keys away from the screen.
        Err(FileError::NotRegular(_)) if files::is_terminal(path) => Err(SourceError::Terminal(origin)),
        Err(FileError::NotRegular(_)) => Err(SourceError::Device(path.to_owned())),
        Err(error) => Err(failed(error.into())),
    }
}

#[cfg(unix)]
fn is_pipe(metadata: &Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &Metadata) -> bool {
    false
}

/// Whether what it holds stays there when it was read: not a pipe or a device.
pub(super) fn is_lasting(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |metadata| metadata.is_file() || metadata.is_dir())
}

fn explain(path: &Path, error: io::Error) -> SourceError {
    match error.kind() {
        io::ErrorKind::NotFound => SourceError::NotFound { path: path.to_owned(), near: near(path) },
        // Windows refuses to open a directory at all.
        _ if path.is_dir() => SourceError::Directory(path.to_owned()),
        _ => SourceError::Unreadable { origin: Origin::File(path.to_owned()), source: error },
    }
}

/// The file beside `path` whose name is nearest to it, if any is near: at most a third of the
/// letters differ.
fn near(path: &Path) -> Option<PathBuf> {
    let wanted = folded(path)?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    files(parent.unwrap_or(Path::new(".")))
        .filter_map(|file| {
            let distance = strsim::osa_distance(&wanted, &folded(&file)?);
            (distance * 3 <= wanted.chars().count()).then_some((distance, file))
        })
        .min()
        .map(|(_, file)| if parent.is_some() { file } else { bare(&file) })
}

fn folded(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_lowercase())
}

/// The path without a leading `./` that the user did not type.
fn bare(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

/// The files of a directory; none when it cannot be read, for then there is nothing to propose.
fn files(directory: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().take(ENTRIES);
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(files: &[&str]) -> tempfile::TempDir {
        let room = tempfile::tempdir().unwrap();
        for file in files {
            fs::write(room.path().join(file), "# A listing\n").unwrap();
        }
        room
    }

    #[test]
    fn a_file_is_read_whole() {
        let room = room(&["ideas.md"]);
        assert_eq!(read(&room.path().join("ideas.md")).unwrap(), b"# A listing\n");
    }

    #[test]
    fn a_slip_in_the_name_gets_a_proposal() {
        let room = room(&["project_ideas.md", "notes.txt"]);
        for (typed, meant) in [
            ("project_idaes.md", Some("project_ideas.md")),
            ("Project_Ideas.MD", Some("project_ideas.md")),
            ("project-ideas", Some("project_ideas.md")),
            ("something-else.md", None),
        ] {
            let path = room.path().join(typed);
            if path.is_file() {
                continue; // A file system that folds case finds it at once.
            }
            let Err(SourceError::NotFound { near, .. }) = read(&path) else { panic!("{typed}") };
            assert_eq!(near, meant.map(|meant| room.path().join(meant)), "{typed}");
        }
    }

    #[test]
    fn a_directory_is_not_a_file() {
        assert!(matches!(read(room(&[]).path()), Err(SourceError::Directory(_))));
    }

    #[test]
    fn a_file_that_is_too_large_is_not_even_read() {
        let room = room(&[]);
        let path = room.path().join("large.md");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        assert!(matches!(read(&path), Err(SourceError::TooLarge(_))));
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_not_read() {
        for path in ["/dev/zero", "/dev/null", "/dev/random"] {
            assert!(matches!(read(Path::new(path)), Err(SourceError::Device(_))), "{path}");
        }
    }
}

//! Visits: the words of each listing when it was last open, so that the next time tells what is new.
//!
//! A file for each listing in the folder `visits`, replaced whole: `{"schema":1,"origin":"/home/ada/ideas.md",
//! "proposals":[{"record":{…},"said":[…],"opened":true}]}`. Only the files of what is open are read. Together they
//! have a limit, beyond which the oldest are removed.

#![expect(clippy::disallowed_methods, reason = "reading and writing these files is what this module is for")]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::files::{self, FileError};
use crate::model::{Past, fingerprint};

/// The version of the files' form.
const SCHEMA: u64 = 1;
const FOLDER: &str = "visits";
/// The most bytes that a file may have.
const MOST: u64 = 8 << 20;
/// The most bytes of words that a file keeps; of a larger listing only their fingerprints.
const MOST_WORDS: usize = 1 << 20;
/// The most bytes of all files together.
const MOST_OF_ALL: u64 = 32 << 20;

/// A proposal as it was at a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visited {
    #[serde(flatten)]
    pub past: Past,
    /// Whether somebody has opened it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub opened: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// The content of a file. `origin` is what the listing is called, for two may have the same fingerprint.
#[derive(Debug, Serialize, Deserialize)]
struct VisitFile {
    schema: u64,
    origin: String,
    proposals: Vec<Visited>,
}

/// The version alone: a newer form may be any other.
#[derive(Deserialize)]
struct Version {
    schema: u64,
}

/// The proposals of a listing as they were at the last visit; `None` where there was none, or its file cannot be
/// understood.
///
/// # Errors
///
/// When the file cannot be read, or was written by a newer version.
pub fn read(directory: &Path, origin: &str) -> Result<Option<Vec<Visited>>, FileError> {
    let bytes = match files::read(&path(directory, origin), MOST) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(None),
        Err(error) => return Err(error),
    };
    if serde_json::from_slice(&bytes).is_ok_and(|Version { schema }| schema > SCHEMA) {
        return Err(FileError::from(io::Error::other("it was written by a newer mentor-tui")));
    }
    let file: Option<VisitFile> = serde_json::from_slice(&bytes).ok();
    Ok(file.filter(|file| file.schema == SCHEMA && file.origin == origin).map(|file| file.proposals))
}

/// Remembers the proposals of a listing in a directory, which is made if needed. A file that would say the same is
/// left as it is.
///
/// # Errors
///
/// When the file cannot be written.
pub fn write(directory: &Path, origin: &str, proposals: Vec<Visited>) -> io::Result<()> {
    let file = VisitFile { schema: SCHEMA, origin: origin.to_owned(), proposals: within_limit(proposals) };
    let mut bytes = serde_json::to_vec(&file)?;
    bytes.push(b'\n');
    let path = path(directory, origin);
    if bytes.len() as u64 > MOST || files::read(&path, MOST).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    let is_new = !path.exists();
    let folder = folder(directory);
    fs::create_dir_all(&folder)?;
    files::replace(&path, |out| out.write_all(&bytes))?;
    if is_new {
        prune(&folder, MOST_OF_ALL);
    }
    Ok(())
}

/// The same proposals, without words where there are too many of them.
fn within_limit(mut proposals: Vec<Visited>) -> Vec<Visited> {
    let said = proposals.iter().flat_map(|visited| &visited.past.said);
    if said.map(|said| said.text.len()).sum::<usize>() > MOST_WORDS {
        for said in proposals.iter_mut().flat_map(|visited| &mut visited.past.said) {
            said.text.clear();
        }
    }
    proposals
}

/// The folder of the files in a directory.
pub fn folder(directory: &Path) -> PathBuf {
    directory.join(FOLDER)
}

fn path(directory: &Path, origin: &str) -> PathBuf {
    folder(directory).join(format!("{:016x}.json", fingerprint(std::iter::once(origin))))
}

/// Removes the oldest files beyond a number of bytes. Best effort: what stays is tried the next time.
fn prune(folder: &Path, most: u64) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<(SystemTime, u64, PathBuf)> = entries
        .filter(|entry| is_of_visit(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| {
            let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((data.modified().ok()?, data.len(), entry.path()))
        })
        .collect();
    all.sort_unstable_by(|one, other| other.cmp(one));
    let mut kept = 0;
    for (_, size, path) in all {
        kept += size;
        if kept > most {
            let _ = fs::remove_file(path);
        }
    }
}

fn is_of_visit(name: &str) -> bool {
    let digits = name.strip_suffix(".json");
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::model::{ProposalId, Record, Said};

    fn visited(title: &str, words: &str) -> Visited {
        let record = Record {
            id: ProposalId::new(title),
            title: title.to_owned(),
            project: None,
            term: None,
            upstream: Vec::new(),
            apply: None,
        };
        let said = Said { label: "Notes".to_owned(), text: words.to_owned(), fingerprint: 7 };
        Visited { past: Past { record, said: vec![said] }, opened: title == "opened" }
    }

    #[test]
    fn a_listing_is_remembered_until_the_next_visit() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("state");
        assert_eq!(read(&directory, "/a.md").unwrap(), None);
        assert!(!directory.exists(), "reading makes nothing");
        let proposals = vec![visited("opened", "a net"), visited("b", "")];
        write(&directory, "/a.md", proposals.clone()).unwrap();
        write(&directory, "/b.md", Vec::new()).unwrap();
        assert_eq!(read(&directory, "/a.md").unwrap(), Some(proposals.clone()));
        assert_eq!(read(&directory, "/b.md").unwrap(), Some(Vec::new()));
        let path = path(&directory, "/a.md");
        let old = fs::metadata(&path).unwrap().modified().unwrap() - Duration::from_secs(60);
        fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        write(&directory, "/a.md", proposals).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), old, "nothing is written twice");
    }

    #[test]
    fn what_cannot_be_understood_is_no_visit_and_a_newer_file_is_left_alone() {
        let room = tempfile::tempdir().unwrap();
        write(room.path(), "/a.md", vec![visited("a", "")]).unwrap();
        let path = path(room.path(), "/a.md");
        for broken in ["", "{\"schema\":1", "[]", "{\"schema\":1,\"origin\":\"/b.md\",\"proposals\":[]}"] {
            fs::write(&path, broken).unwrap();
            assert_eq!(read(room.path(), "/a.md").unwrap(), None, "{broken}");
        }
        fs::write(&path, "{\"schema\":2,\"other\":{}}").unwrap();
        assert!(read(room.path(), "/a.md").is_err());
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(read(room.path(), "/a.md").is_err());
    }

    #[test]
    fn a_large_listing_is_known_by_its_fingerprints() {
        let room = tempfile::tempdir().unwrap();
        let words = "word ".repeat(MOST_WORDS / 10);
        let proposals = vec![visited("a", &words), visited("b", &words), visited("c", &words)];
        write(room.path(), "/a.md", proposals).unwrap();
        assert!(fs::metadata(path(room.path(), "/a.md")).unwrap().len() < 1024);
        let read = read(room.path(), "/a.md").unwrap().unwrap();
        assert!(read.iter().all(|it| it.past.said[0].text.is_empty() && it.past.said[0].fingerprint == 7));
    }

    #[test]
    fn the_oldest_make_room() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join(FOLDER);
        for (age, origin) in [(3, "/a.md"), (1, "/b.md"), (2, "/c.md")] {
            write(room.path(), origin, vec![visited("a", &"word ".repeat(100))]).unwrap();
            let time = SystemTime::now() - Duration::from_secs(age * 60);
            let file = fs::File::options().write(true).open(path(room.path(), origin)).unwrap();
            file.set_modified(time).unwrap();
        }
        fs::write(folder.join("notes.json"), "x".repeat(5000)).unwrap();
        prune(&folder, 1500);
        let left: Vec<_> =
            ["/a.md", "/b.md", "/c.md"].into_iter().filter(|it| path(room.path(), it).exists()).collect();
        assert_eq!(left, ["/b.md", "/c.md"]);
        assert!(folder.join("notes.json").exists(), "it is not ours");
    }
}

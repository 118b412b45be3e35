//! The cache: the last text of every address, with the validators that its server sent.
//!
//! One file for each address: a line of JSON about the text, then the text as it came. It is replaced
//! whole, so that it is complete or missing, also if other programs write at that time.

#![expect(clippy::disallowed_methods, reason = "keeping files and their age is what this module is for")]

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::address::Address;
use crate::files;
use crate::source::LIMIT;

/// The validators that a server sent with a text; sent back, they ask whether there is a newer one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Validators {
    /// The address that gave the text, after all redirects: only there do these mean anything.
    pub(super) url: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

/// A text in the cache.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) validators: Validators,
    pub(super) body: Vec<u8>,
    /// When it was fetched, or found unchanged.
    fetched: SystemTime,
}

impl Entry {
    /// Its age; zero if the clock was set back since.
    pub(super) fn age(&self) -> Duration {
        SystemTime::now().duration_since(self.fetched).unwrap_or_default()
    }
}

/// The most bytes that the line above a text has.
const HEADER: u64 = 64 << 10;

/// The line above a text.
#[derive(Serialize, Deserialize)]
struct Header {
    /// The address that was asked for.
    address: String,
    /// Seconds since 1970.
    fetched: u64,
    /// The check sum of the text: a file that was cut or changed is no entry.
    sum: String,
    #[serde(flatten)]
    validators: Validators,
}

/// Reads the cached text of an address. `None` if there is none, or it is damaged.
pub(super) fn read(directory: &Path, address: &Address) -> Option<Entry> {
    let mut bytes = files::read(&path(directory, address), LIMIT).ok()?;
    let line = memchr::memchr(b'\n', &bytes)?;
    let header: Header = serde_json::from_slice(&bytes[..line]).ok()?;
    let body = bytes.split_off(line + 1);
    let whole = header.address == address.to_string() && header.sum == sum(&body);
    let fetched = UNIX_EPOCH.checked_add(Duration::from_secs(header.fetched))?;
    whole.then_some(Entry { validators: header.validators, body, fetched })
}

/// How long ago the text of an address was fetched, or found unchanged, by the line above it alone.
pub(super) fn age(directory: &Path, address: &Address) -> Option<Duration> {
    let mut start = Vec::new();
    files::open(&path(directory, address)).ok()?.take(HEADER).read_to_end(&mut start).ok()?;
    let line = memchr::memchr(b'\n', &start)?;
    let header: Header = serde_json::from_slice(&start[..line]).ok()?;
    let fetched = UNIX_EPOCH.checked_add(Duration::from_secs(header.fetched))?;
    let age = SystemTime::now().duration_since(fetched).unwrap_or_default();
    (header.address == address.to_string()).then_some(age)
}

/// Writes a text to the cache, with the current time.
pub(super) fn write(
    directory: &Path,
    address: &Address,
    validators: &Validators,
    body: &[u8],
) -> io::Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let header = Header {
        address: address.to_string(),
        fetched: now.as_secs(),
        sum: sum(body),
        validators: validators.clone(),
    };
    fs::create_dir_all(directory)?;
    files::replace(&path(directory, address), |out| {
        serde_json::to_writer(&mut *out, &header)?;
        out.write_all(b"\n")?;
        out.write_all(body)
    })
}

fn path(directory: &Path, address: &Address) -> PathBuf {
    directory.join(sum(address.to_string().as_bytes())).with_extension("cached")
}

/// FNV-1a with 128 bits, in hexadecimal: the same for every version of this program. It guards
/// against accidents, not against programs that can write to the cache: those need no collision.
fn sum(bytes: &[u8]) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let sum = bytes.iter().fold(BASIS, |sum, &byte| (sum ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{sum:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    fn validators(address: &Address) -> Validators {
        Validators { url: address.to_string(), etag: Some("\"a\nb\"".to_owned()), last_modified: None }
    }

    #[test]
    fn the_sum_is_that_of_everybody() {
        // From the reference of its authors.
        assert_eq!(sum(b""), "6c62272e07bb014262b821756295c58d");
        assert_eq!(sum(b"a"), "d228cb696f1a8caf78912b704e4a8964");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_file_is_no_entry_and_never_waited_for() {
        let room = tempfile::tempdir().unwrap();
        let address = address("http://example.org/a");
        let place = path(room.path(), &address);
        let pipe = || std::process::Command::new("mkfifo").arg(&place).status().unwrap().success();
        assert!(pipe() && read(room.path(), &address).is_none());
        assert!(write(room.path(), &address, &validators(&address), b"text").is_err(), "it stays a pipe");
        fs::remove_file(&place).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &place).unwrap();
        assert!(read(room.path(), &address).is_none());
        assert!(write(room.path(), &address, &validators(&address), b"text").is_err() && place.is_symlink());
    }

    #[test]
    fn what_is_kept_comes_back_and_only_whole() {
        let room = tempfile::tempdir().unwrap();
        let directory = room.path().join("new/cache");
        let (one, other) = (address("http://example.org/a"), address("http://example.org/b"));
        assert!(read(&directory, &one).is_none());
        write(&directory, &one, &validators(&one), b"first\n\xff").unwrap();
        write(&directory, &one, &validators(&one), b"second\n\xff").unwrap();
        let entry = read(&directory, &one).unwrap();
        assert_eq!((entry.body.as_slice(), &entry.validators), (&b"second\n\xff"[..], &validators(&one)));
        assert!(entry.age() < Duration::from_secs(60));
        assert!(read(&directory, &other).is_none());
        assert_eq!(fs::read_dir(&directory).unwrap().count(), 1, "nothing is left beside it");

        let whole = fs::read(path(&directory, &one)).unwrap();
        fs::write(path(&directory, &other), &whole).unwrap();
        assert!(read(&directory, &other).is_none(), "the text of another address");
        for end in 0..whole.len() {
            fs::write(path(&directory, &one), &whole[..end]).unwrap();
            assert!(read(&directory, &one).is_none(), "{end}");
        }
    }
}

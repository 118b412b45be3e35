//! Archives: the files of a `.tar.gz`, unpacked in memory, within limits.
//!
//! Nothing is written to disk and no link is followed, so an archive can name what it likes; one whose paths lead out
//! of it is refused all the same, for no honest program makes it.

mod rules;
mod tree;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read};

use flate2::read::GzDecoder;
use tar::EntryType;

use super::LIMIT;

pub(super) use tree::files;

/// The first bytes of everything that is compressed with gzip.
const GZIP: &[u8] = b"\x1F\x8B";

/// The longest path, in bytes, and the most folders in it: far more than people make.
const LONGEST: usize = 1024;
const DEEPEST: usize = 32;

/// Limits on an archive.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Files, links and devices, not folders.
    pub(super) members: usize,
    /// Bytes of one file; a larger one is not read.
    pub(super) file: u64,
    /// Bytes of everything, unpacked.
    pub(super) unpacked: u64,
}

/// Those of every archive.
pub(super) const LIMITS: Limits = Limits { members: 20_000, file: 32 << 20, unpacked: LIMIT };

/// Something in an archive besides folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Member {
    /// A file; its bytes, where they were asked for.
    File(Vec<u8>),
    /// A file that is larger than the limit.
    TooLarge,
    /// A symbolic link, or another name of a file.
    Link,
    /// A device, a pipe, or something of which this program knows nothing.
    Special,
}

/// Why an archive cannot be unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    NotAnArchive,
    /// The reason, in the words of the library.
    Broken(String),
    /// This path leads out of it.
    Path(String),
    /// A path begins like this, and is too long or too deep.
    LongPath(String),
    TooManyFiles(usize),
    TooLarge(u64),
}

/// The members of an archive, by their paths. The bytes are kept of the files that `keep` says.
pub(super) fn unpack(
    bytes: &[u8],
    limits: Limits,
    keep: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Member>, Fault> {
    if !bytes.starts_with(GZIP) {
        return Err(Fault::NotAnArchive);
    }
    let is_spent = Cell::new(false);
    let input = Metered { input: GzDecoder::new(bytes), left: limits.unpacked, is_spent: &is_spent };
    unpack_from(input, limits, keep).map_err(|fault| match fault {
        Fault::Broken(_) if is_spent.get() => Fault::TooLarge(limits.unpacked),
        fault => fault,
    })
}

fn unpack_from(
    input: impl Read,
    limits: Limits,
    keep: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Member>, Fault> {
    let broken = |error: io::Error| Fault::Broken(error.to_string());
    let mut archive = tar::Archive::new(input);
    let mut members = BTreeMap::new();
    let mut count = 0;
    for entry in archive.entries().map_err(broken)? {
        let mut entry = entry.map_err(broken)?;
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::Directory | EntryType::XGlobalHeader) {
            continue;
        }
        count += 1;
        if count > limits.members {
            return Err(Fault::TooManyFiles(limits.members));
        }
        let path = inner_path(&String::from_utf8_lossy(&entry.path_bytes()))?;
        let member = match kind {
            EntryType::Regular | EntryType::Continuous if entry.size() > limits.file => Member::TooLarge,
            EntryType::Regular | EntryType::Continuous => {
                let mut bytes = Vec::new();
                if keep(&path) {
                    entry.by_ref().take(limits.file).read_to_end(&mut bytes).map_err(broken)?;
                }
                Member::File(bytes)
            }
            EntryType::Symlink | EntryType::Link => Member::Link,
            _ => Member::Special,
        };
        members.insert(path, member);
    }
    // The check sum comes after the last file.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(broken)?;
    Ok(members)
}

/// A path without its `.`; fails for one that leads out of the archive, or is too long.
fn inner_path(path: &str) -> Result<String, Fault> {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with(['/', '\\']) || is_drive || path.split(['/', '\\']).any(|part| part == "..") {
        return Err(Fault::Path(path.to_owned()));
    }
    let parts: Vec<_> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if path.len() > LONGEST || parts.len() > DEEPEST {
        return Err(Fault::LongPath(path.chars().take(40).collect()));
    }
    Ok(parts.join("/"))
}

/// An input that fails once more than a number of bytes came of it.
struct Metered<'a, R> {
    input: R,
    left: u64,
    is_spent: &'a Cell<bool>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        let Some(left) = self.left.checked_sub(read as u64) else {
            self.is_spent.set(true);
            return Err(io::Error::other("it has too many bytes"));
        };
        self.left = left;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const SMALL: Limits = Limits { members: 3, file: 1024, unpacked: 64 * 1024 };

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    /// An archive of members, each written by its name whatever that is.
    fn archive(members: &[(&str, EntryType, &[u8])]) -> Vec<u8> {
        let mut archive = tar::Builder::new(Vec::new());
        for (name, kind, bytes) in members {
            let mut header = tar::Header::new_gnu();
            header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_entry_type(*kind);
            header.set_size(bytes.len() as u64);
            header.set_cksum();
            archive.append(&header, *bytes).unwrap();
        }
        packed(&archive.into_inner().unwrap())
    }

    fn fault(bytes: &[u8]) -> Fault {
        unpack(bytes, SMALL, |_| true).unwrap_err()
    }

    #[test]
    fn files_are_unpacked_and_nothing_else_is_touched() {
        let bytes = archive(&[
            ("a/", EntryType::Directory, b""),
            ("./a/b.md", EntryType::Regular, b"text"),
            ("a/link", EntryType::Symlink, b""),
            ("a/pipe", EntryType::Fifo, b""),
        ]);
        let members = unpack(&bytes, SMALL, |path| path == "a/b.md").unwrap();
        let expected = [
            ("a/b.md", Member::File(b"text".to_vec())),
            ("a/link", Member::Link),
            ("a/pipe", Member::Special),
        ];
        assert_eq!(members, expected.map(|(path, member)| (path.to_owned(), member)).into());
    }

    #[test]
    fn a_path_that_leads_out_is_refused() {
        for name in ["../a.md", "a/../../b.md", "/etc/a.md", "a\\..\\b.md", "C:/a.md", "\\\\host\\a.md"] {
            for kind in [EntryType::Regular, EntryType::Symlink] {
                assert_eq!(fault(&archive(&[(name, kind, b"")])), Fault::Path(name.to_owned()));
            }
        }
    }

    #[test]
    fn a_path_without_end_is_refused() {
        let deep = "d/".repeat(DEEPEST);
        assert!(inner_path(&deep[2..]).is_ok());
        for path in [deep + "a.md", "a".repeat(LONGEST + 1)] {
            assert_eq!(inner_path(&path), Err(Fault::LongPath(path[..40].to_owned())));
        }
    }

    #[test]
    fn the_limits_hold() {
        let large = vec![b'a'; 1025];
        let members = unpack(&archive(&[("a.md", EntryType::Regular, &large)]), SMALL, |_| true).unwrap();
        assert_eq!(members["a.md"], Member::TooLarge);
        let many = ["1", "2", "3", "4"].map(|name| (name, EntryType::Regular, &b""[..]));
        assert_eq!(fault(&archive(&many)), Fault::TooManyFiles(3));
        assert_eq!(unpack(&archive(&many[..3]), SMALL, |_| true).unwrap().len(), 3);
        let bomb = vec![0; 100 * 1024];
        assert_eq!(fault(&packed(&bomb)), Fault::TooLarge(64 * 1024), "also behind the last file");
        let name = [&[b'a'; 99][..], b"/"].concat();
        let name = String::from_utf8(name).unwrap();
        let folders = vec![(name.as_str(), EntryType::Directory, &b""[..]); 200];
        assert_eq!(fault(&archive(&folders)), Fault::TooLarge(64 * 1024));
    }

    #[test]
    fn what_is_damaged_or_no_archive_is_refused() {
        assert_eq!(fault(b"# Ideas\n"), Fault::NotAnArchive);
        assert_eq!(fault(b""), Fault::NotAnArchive);
        assert!(matches!(fault(&packed(&[b'a'; 600])), Fault::Broken(_)));
        let noise: Vec<u8> = (0..4096_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
        let whole = archive(&[("a.md", EntryType::Regular, &noise[..1000])]);
        for end in 2..whole.len() {
            assert!(matches!(fault(&whole[..end]), Fault::Broken(_)), "{end}");
        }
        let mut changed = whole.clone();
        let at = whole.len() - 6;
        changed[at] ^= 1;
        assert!(matches!(fault(&changed), Fault::Broken(_)), "its check sum is wrong");
    }

    #[test]
    fn a_sparse_file_without_end_is_not_read() {
        let members = archive(&[("a.md", EntryType::GNUSparse, b"")]);
        // Whatever the library says of it, nothing of it is kept.
        let unpacked = unpack(&members, SMALL, |_| true);
        assert!(!matches!(unpacked, Ok(members) if matches!(members["a.md"], Member::File(_))));
    }
}

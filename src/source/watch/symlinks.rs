//! The directory entries, symbolic links among them, that decide which file a path leads to.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// So many links in one path are a circle.
const LINKS: usize = 40;

/// The entries that lead to a file, each with the real path of its directory: every symbolic link on
/// the way, the directory of the file, and the file itself, which need not exist.
pub(super) fn of(path: &Path) -> Vec<PathBuf> {
    let mut entries = Vec::new();
    let mut real = PathBuf::new();
    let mut ahead = parts(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    let mut links = 0;
    while let Some(part) = ahead.pop() {
        if part == ".." {
            real.pop();
            continue;
        }
        // The root of an absolute path, or of a link's target, starts afresh.
        let entry = real.join(part);
        match fs::read_link(&entry) {
            Ok(target) if links < LINKS => {
                links += 1;
                ahead.extend(parts(&target));
                entries.push(entry);
            }
            _ => {
                if ahead.is_empty() {
                    entries.extend(real.parent().map(|_| real.clone()));
                    entries.push(entry.clone());
                }
                real = entry;
            }
        }
    }
    entries
}

/// The parts of a path, the last one first.
fn parts(path: &Path) -> Vec<OsString> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts.rev().map(|part| part.as_os_str().to_owned()).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn every_link_on_the_way_decides() {
        let room = tempfile::tempdir().unwrap();
        let root = room.path().canonicalize().unwrap();
        fs::create_dir(root.join("one")).unwrap();
        symlink("one", root.join("current")).unwrap();
        symlink("current/../current/ideas.md", root.join("ideas.md")).unwrap();
        symlink("circle", root.join("circle")).unwrap();
        let below = |names: &[&str]| names.iter().map(|name| root.join(name)).collect::<Vec<_>>();
        assert_eq!(of(&root.join("one/./ideas.md")), below(&["one", "one/ideas.md"]));
        // `current/..` is the folder of the target of the link.
        let trail = below(&["ideas.md", "current", "current", "one", "one/ideas.md"]);
        assert_eq!(of(&root.join("ideas.md")), trail);
        assert_eq!(of(&root.join("circle")).len(), LINKS + 2);
        assert_eq!(of(&root.join("circle")).last(), Some(&root.join("circle")));
    }
}

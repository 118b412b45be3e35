//! The files of an archive that may be listings, found as those of a directory are.

use std::collections::BTreeMap;
use std::path::Path;

use super::rules::{Rules, Verdict};
use super::{Fault, LIMITS, Member, unpack};
use crate::source::{Skipped, discover, ignore_rules, natural_sort, sniff};

/// The files of a folder in an archive that may be listings.
#[derive(Debug, Default)]
pub(in crate::source) struct TreeFiles {
    /// Their paths in the archive, in natural order, and their bytes.
    pub(in crate::source) files: Vec<(String, Vec<u8>)>,
    /// The paths of files that are too large.
    pub(in crate::source) too_large: Vec<String>,
    /// Entries of the folder that were left out.
    pub(in crate::source) skipped: Skipped,
}

/// Unpacks an archive and looks for listings in a folder of it (`""` is all of it), or takes one file. With `wrapped` the
/// archive wraps all its files in a folder, whose name does not count. `None`: there is no such folder.
pub(in crate::source) fn files(
    bytes: &[u8],
    folder: &str,
    wrapped: bool,
) -> Result<Option<TreeFiles>, Fault> {
    let inner = |path: &str| match (wrapped, path.split_once('/')) {
        (false, _) => Some(path.to_owned()),
        (true, inner) => inner.map(|(_, inner)| inner.to_owned()),
    };
    let keep = |path: &str| {
        let name = Path::new(path).file_name().unwrap_or_default();
        discover::is_candidate(Path::new(path)) || ignore_rules::is_file_of_rules(name)
    };
    let unpacked = unpack(bytes, LIMITS, keep)?;
    let members = unpacked.into_iter().filter_map(|(path, member)| Some((inner(&path)?, member)));
    Ok(found(members.collect(), folder))
}

fn found(mut members: BTreeMap<String, Member>, folder: &str) -> Option<TreeFiles> {
    let mut found = TreeFiles::default();
    if let Some(Member::File(_)) = members.get(folder) {
        let file = members.remove_entry(folder).map(|(path, member)| (path, bytes(member)));
        found.files.extend(file);
        return Some(found);
    }
    let rules = Rules::of(&members);
    let below = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut is_there = folder.is_empty();
    // The parts of the path before: where they end, and whether they are shown. Paths of a folder follow one another.
    let (mut before, mut parts) = (String::new(), Vec::<(usize, bool)>::new());
    for (path, member) in members {
        let Some(rest) = path.strip_prefix(&below) else { continue };
        is_there = true;
        let is_part =
            |end: usize| path.as_bytes().get(end) == Some(&b'/') && before.get(..end) == path.get(..end);
        let same = parts.iter().take_while(|(end, _)| is_part(*end)).count();
        parts.truncate(same);
        let mut is_shown = parts.iter().all(|(_, is_shown)| *is_shown);
        let ends = rest.match_indices('/').map(|(at, _)| below.len() + at).chain([path.len()]);
        for end in ends.skip(same) {
            if is_shown {
                let verdict = rules.verdict(&path[..end], end < path.len());
                found.skipped.hidden += usize::from(verdict == Verdict::Hidden);
                found.skipped.ignored += usize::from(verdict == Verdict::Ignored);
                is_shown = verdict == Verdict::Shown;
            }
            parts.push((end, is_shown));
        }
        before.clone_from(&path);
        match member {
            _ if !is_shown => {}
            Member::Link => found.skipped.linked += 1,
            Member::Special => found.skipped.special += 1,
            Member::TooLarge if discover::is_candidate(Path::new(&path)) => found.too_large.push(path),
            Member::TooLarge => {}
            Member::File(bytes) => {
                let start =
                    || Ok(String::from_utf8_lossy(&bytes[..bytes.len().min(sniff::SAMPLE)]).into_owned());
                if discover::may_be_listing(Path::new(&path), start).unwrap_or(false) {
                    found.files.push((path, bytes));
                }
            }
        }
    }
    found.files.sort_by(|(left, _), (right, _)| natural_sort::compare(Path::new(left), Path::new(right)));
    is_there.then_some(found)
}

fn bytes(member: Member) -> Vec<u8> {
    match member {
        Member::File(bytes) => bytes,
        Member::TooLarge | Member::Link | Member::Special => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(files: &[(&str, &str)]) -> BTreeMap<String, Member> {
        let file = |&(path, text): &(&str, &str)| (path.to_owned(), Member::File(text.as_bytes().to_vec()));
        files.iter().map(file).collect()
    }

    fn names(found: &TreeFiles) -> Vec<&str> {
        found.files.iter().map(|(path, _)| path.as_str()).collect()
    }

    #[test]
    fn an_archive_is_seen_as_a_directory_is() {
        let mut members = members(&[
            (".hidden.md", ""),
            (".folder/a.md", ""),
            (".folder/b.md", ""),
            (".gitignore", "drafts\n*.bak.md\n"),
            ("drafts/a.md", ""),
            ("term/a.bak.md", ""),
            ("term/10.md", ""),
            ("term/9.md", ""),
            ("term/export.json", "{\"programs\": []}"),
            ("term/package.json", "{}"),
            ("term/picture.png", ""),
        ]);
        members.insert("term/link.md".to_owned(), Member::Link);
        members.insert("term/large.md".to_owned(), Member::TooLarge);
        members.insert("term/large.png".to_owned(), Member::TooLarge);
        let all = found(members.clone(), "").unwrap();
        assert_eq!(names(&all), ["term/9.md", "term/10.md", "term/export.json"]);
        assert_eq!(all.skipped, Skipped { hidden: 3, ignored: 2, linked: 1, special: 0 });
        assert_eq!(all.too_large, ["term/large.md"]);
        let part = found(members.clone(), "term").unwrap();
        assert_eq!(names(&part), names(&all));
        assert_eq!(part.skipped, Skipped { hidden: 0, ignored: 1, linked: 1, special: 0 });
        assert_eq!(names(&found(members.clone(), ".folder").unwrap()), [".folder/a.md", ".folder/b.md"]);
        assert_eq!(names(&found(members.clone(), "drafts/a.md").unwrap()), ["drafts/a.md"], "it was named");
        assert!(found(members, "ter").is_none());
    }

    #[test]
    fn the_nearest_rule_holds() {
        let members = members(&[
            (".gitignore", "*.md\n!/c.md\n"),
            ("a.md", ""),
            ("c.md", ""),
            ("term/.gitignore", "\u{feff}!e.md\n"),
            ("term/e.md", ""),
            ("term/f.md", ""),
            ("term/.ignore", "!f.md\n!.g.md\n"),
            ("term/.g.md", ""),
        ]);
        assert_eq!(names(&found(members, "").unwrap()), ["c.md", "term/.g.md", "term/e.md", "term/f.md"]);
    }
}

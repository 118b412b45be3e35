//! Markdown that is no listing is not taken for one: the READMEs, change logs and guides of the packages that this
//! one is built from, where cargo keeps their sources.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mentor_tui::model::{Document, Origin};
use mentor_tui::parse;

/// How many files are read, those of small packages and large ones alike.
const FILES: usize = 500;
/// The most that may be taken for a listing. PENDING: 1.
const TAKEN: usize = 6;
/// In bytes. Longer ones say nothing that shorter ones do not.
const LONGEST: u64 = 40_000;

/// The sources of packages that cargo keeps, or `None` where it keeps none.
fn packages() -> Option<Vec<PathBuf>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")))?;
    let registries = entries(&home.join("registry/src"));
    // Versions of one package say the same.
    let mut packages: BTreeMap<String, PathBuf> = BTreeMap::new();
    for package in registries.iter().flat_map(|registry| entries(registry)) {
        let name = package.file_name()?.to_string_lossy().into_owned();
        let bare = name.rsplit_once('-').map_or(name.as_str(), |(bare, _)| bare);
        packages.insert(bare.to_owned(), package);
    }
    (!packages.is_empty()).then(|| packages.into_values().collect())
}

/// The paths in a folder, in order; none where there is no folder.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn is_markdown(path: &Path) -> bool {
    let is_short = path.metadata().is_ok_and(|file| file.is_file() && file.len() <= LONGEST);
    is_short && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"))
}

#[test]
fn documents_of_other_kinds_are_no_listings() {
    let Some(packages) = packages() else {
        println!("skipped: cargo keeps no sources of packages here");
        return;
    };
    let files: Vec<_> =
        packages.iter().flat_map(|package| entries(package)).filter(|path| is_markdown(path)).collect();
    // Evenly from all of them: neighbours in the order are often of one family.
    let count = files.len().min(FILES);
    let chosen: Vec<_> = (0..count).map(|at| &files[at * files.len() / count]).collect();
    let mut taken = Vec::new();
    for path in &chosen {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let listing = parse::listing(Document::new(Origin::File((*path).clone()), text));
        if let Some(first) = listing.proposals.first() {
            let name: PathBuf = path.iter().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
            taken.push(format!(
                "{}: {} of them, the first: {}",
                name.display(),
                listing.proposals.len(),
                first.title
            ));
        }
    }
    println!("{} of {} files are taken for listings:\n{}", taken.len(), chosen.len(), taken.join("\n"));
    assert!(taken.len() <= TAKEN, "{}", taken.join("\n"));
}

#[test]
fn folders_far_above_say_nothing_of_a_document() {
    let minutes = include_str!("kinds/how-to-apply/minutes-of-a-meeting.md");
    let path = "mentors/ideas/house/notes/2030/minutes.md";
    let listing = parse::listing(Document::new(Origin::File(path.into()), minutes));
    assert!(listing.proposals.is_empty(), "{:?}", listing.proposals);
}

//! Small listings, each in a form of its own, with the right reading beside it: `KIND/NAME.md` (or a folder
//! `KIND/NAME`) and `KIND/NAME.read`, in the form that `truth` explains.
//!
//! A new form is two files. `PENDING` names the pairs that are read wrong today; a pair that becomes right
//! leaves it, and none may come.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;

use super::truth::{self, Score, Truth};

/// One test for each kind: the name of its folder, with `_` for `-`.
macro_rules! kinds {
    ($($name:ident)*) => {
        const KINDS: &[&str] = &[$(stringify!($name)),*];
        $(#[test] fn $name() { check(&stringify!($name).replace('_', "-")); })*
    };
}

kinds! {
    announced_titles
    badges
    bold_items
    bold_titles
    chinese
    difficulty_labels
    facts_tables
    few_labels
    folders
    fresh
    front_matter
    headings_of_fields
    how_to_apply
    html_tables
    labels_at_the_idea_level
    labels_below_subheadings
    lines_in_a_paragraph
    mentor_forms
    one_row_tables
    projects
    requirements_of_the_product
    shared_facts
    size_labels
    skill_labels
    skill_sentences
    upstream_lines
}

/// The end of the name of a right reading.
const READ: &str = "read";

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/reading/kinds")
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The pairs of a kind: for each name the listing and its right reading, each of which may be missing.
fn pairs(kind: &str) -> BTreeMap<String, (Option<PathBuf>, Option<PathBuf>)> {
    let folder = root().join(kind);
    let mut pairs = BTreeMap::<_, (Option<PathBuf>, Option<PathBuf>)>::new();
    for name in names(&folder) {
        let path = folder.join(&name);
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let pair = pairs.entry(stem).or_default();
        let side = if path.extension().is_some_and(|end| end == READ) { &mut pair.1 } else { &mut pair.0 };
        assert!(side.replace(path).is_none(), "{kind}/{name} stands twice");
    }
    pairs
}

/// The complete pairs of all kinds.
pub(super) fn listings() -> Vec<(String, PathBuf)> {
    let kinds = names(&root()).into_iter().filter(|kind| root().join(kind).is_dir());
    let of_kind = |kind: String| {
        let pairs = pairs(&kind).into_iter();
        pairs.filter_map(move |(name, (listing, _))| Some((format!("{kind}/{name}"), listing?)))
    };
    kinds.flat_map(of_kind).collect()
}

/// The pairs that are read wrong today.
fn pending() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("PENDING")).unwrap_or_default();
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect()
}

#[track_caller]
fn check(kind: &str) {
    let pending = pending();
    let mut complaints = Vec::new();
    for (name, pair) in pairs(kind) {
        let name = format!("{kind}/{name}");
        let (Some(listing), Some(right)) = pair else {
            complaints.push(format!("{name} has no other half"));
            continue;
        };
        let right = std::fs::read_to_string(right).unwrap();
        let right = Truth::read_all(&right).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = truth::found(&truth::read(&listing));
        let differences = Score::of(&right, &found).differences;
        if !differences.is_empty() {
            println!("{name} is read wrong:\n{differences}");
        }
        match (differences.is_empty(), pending.contains(&name)) {
            (true, true) => complaints.push(format!("{name} is right: take it out of PENDING")),
            (false, false) => complaints.push(format!("{name} is wrong")),
            _ => {}
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_kind_has_a_test_and_every_pending_pair_is_there() {
    let tested: Vec<_> = KINDS.iter().map(|kind| kind.replace('_', "-")).collect();
    let there: Vec<_> = names(&root()).into_iter().filter(|name| root().join(name).is_dir()).collect();
    assert_eq!(tested, there);
    let listings: Vec<_> = listings().into_iter().map(|(name, _)| name).collect();
    let gone: Vec<_> = pending().into_iter().filter(|name| !listings.contains(name)).collect();
    assert!(gone.is_empty(), "PENDING names what is not there: {gone:?}");
}

#[test]
fn a_wrong_reading_is_seen() {
    let text =
        "# Ideas\n\n### Quieter looms\n\n- Description: a\n- Skills: Haskell\n- Mentors: Nell Quarry\n";
    let listing = parse::listing(Document::new(Origin::Stdin, text));
    let found = truth::found(&Catalog::new(vec![listing]));
    let right =
        Truth::read_all("title: Quieter looms\nmentor: Nell Quarry\nskill: Haskell\nsize: -").unwrap();
    assert_eq!(Score::of(&right, &found).differences, "");
    for wrong in [
        "title: Louder looms",
        "title: Quieter looms\nmentor: -",
        "title: Quieter looms\nmentor: Otis Fen",
        "title: Quieter looms\nmentor: Nell Quarry @nell",
        "title: Quieter looms\nskill: Haskell\nskill: Lua",
        "title: Quieter looms\ndifficulty: hard",
        "nothing",
    ] {
        let truth = Truth::read_all(wrong).unwrap();
        assert!(!Score::of(&truth, &found).differences.is_empty(), "{wrong}");
    }
    assert!(Truth::read_all("title: a\nmentors: b").is_err() && Truth::read_all("size: 1").is_err());
}

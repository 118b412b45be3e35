//! Circles: files that import each other, directly or through others.
//!
//! An arrow leads from a file to the file that defines what it names. A name that a module only passes on
//! (`pub use child::Name`) leads to the child, so a parent may show its children's items. Tests are left out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::paths::{self, Import, Named};

/// For each file the files that it imports from. A file is its path below `src/`, without `.rs`.
pub(crate) type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The most names that a name is passed on through: two modules may pass on each other's.
const LONGEST_CHAIN: usize = 16;

/// The arrows between the files of a crate, given each file and its text.
pub(crate) fn arrows(sources: &[(String, String)]) -> Arrows {
    let is_code =
        |(file, _): &&(String, String)| !matches!(file.as_str(), "lib" | "main") && !file.ends_with("/tests");
    let named: BTreeMap<&str, Vec<Named>> =
        sources.iter().filter(is_code).map(|(file, text)| (file.as_str(), code(text))).collect();
    let mut scopes: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (&file, paths) in &named {
        for path in paths.iter().filter(|path| path.import.is_some()) {
            let target = absolute(file, path, &named);
            if let (Some(name), Some(target)) = (path.segments.last(), target) {
                scopes.entry(file).or_default().insert(name, target);
            }
        }
    }
    let mut arrows = Arrows::new();
    for (file, text) in sources {
        let Some(paths) = named.get(file.as_str()) else { continue };
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for token in paths::tokens(text.split("mod tests {").next().unwrap_or_default()) {
            *uses.entry(token.text).or_default() += 1;
        }
        let is_passed_on = |path: &Named| {
            let is_used = path
                .segments
                .last()
                .is_some_and(|name| uses.get(name.as_str()).is_some_and(|uses| *uses > 1));
            path.import == Some(Import::Public) && !is_used
        };
        let targets = paths.iter().filter(|path| !is_passed_on(path));
        let targets = targets.filter_map(|path| definer(&absolute(file, path, &named)?, &named, &scopes));
        arrows.insert(file.clone(), targets.filter(|target| target != file).collect());
    }
    arrows
}

/// The paths that a source names outside its tests.
fn code(text: &str) -> Vec<Named> {
    let named = paths::named(text);
    let code = named.iter().filter(|path| path.inside.iter().all(|module| module != "tests"));
    code.cloned().collect()
}

/// A path from the crate root, or `None` where it leads to a package or to something in scope.
fn absolute(file: &str, path: &Named, files: &BTreeMap<&str, Vec<Named>>) -> Option<Vec<String>> {
    let mut place: Vec<&str> = file.split('/').chain(path.inside.iter().map(String::as_str)).collect();
    let mut segments = path.segments.iter().map(String::as_str).peekable();
    match *segments.peek()? {
        "crate" => place.clear(),
        "self" | "super" => {}
        child if files.contains_key(format!("{}/{child}", place.join("/")).as_str()) => {}
        _ => return None,
    }
    for segment in segments {
        match segment {
            "crate" | "self" => {}
            "super" => drop(place.pop()?),
            name => place.push(name),
        }
    }
    Some(place.into_iter().map(str::to_owned).collect())
}

/// The file that defines what a path leads to.
fn definer(
    path: &[String],
    files: &BTreeMap<&str, Vec<Named>>,
    scopes: &BTreeMap<&str, BTreeMap<&str, Vec<String>>>,
) -> Option<String> {
    let mut path = path.to_vec();
    for _ in 0..LONGEST_CHAIN {
        let depth =
            (1..=path.len()).rev().find(|&depth| files.contains_key(path[..depth].join("/").as_str()))?;
        let file = path[..depth].join("/");
        let passed_on = path.get(depth).and_then(|name| scopes.get(file.as_str())?.get(name.as_str()));
        let Some(target) = passed_on else { return Some(file) };
        path = target.iter().chain(&path[depth + 1..]).cloned().collect();
    }
    None
}

/// Every group of files each of which leads to every other, with the shortest way around from its first file.
pub(crate) fn circles(arrows: &Arrows) -> Vec<(BTreeSet<String>, Vec<String>)> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reach(arrows, file))).collect();
    let mut found: Vec<(BTreeSet<String>, Vec<String>)> = Vec::new();
    for (&file, others) in &reached {
        if others.contains(file) && !found.iter().any(|(group, _)| group.contains(file)) {
            let group = others.iter().filter(|other| reached[**other].contains(file));
            found.push((group.map(|other| (*other).to_owned()).collect(), way_around(arrows, file)));
        }
    }
    found
}

/// The files that arrows from a file lead to, the file itself only where a circle leads back.
fn reach<'a>(arrows: &'a Arrows, file: &'a str) -> BTreeSet<&'a str> {
    let (mut reached, mut waiting) = (BTreeSet::new(), vec![file]);
    while let Some(file) = waiting.pop() {
        let next = arrows.get(file).into_iter().flatten().map(String::as_str);
        waiting.extend(next.filter(|file| reached.insert(*file)));
    }
    reached
}

/// The shortest way from a file back to it.
fn way_around(arrows: &Arrows, file: &str) -> Vec<String> {
    let mut ways = VecDeque::from([vec![file.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in way.last().and_then(|last| arrows.get(last)).into_iter().flatten() {
            let longer = || way.iter().cloned().chain([next.clone()]).collect();
            if next == file {
                return longer();
            }
            if seen.insert(next) {
                ways.push_back(longer());
            }
        }
    }
    Vec::new()
}

#[test]
fn no_file_is_in_a_circle() {
    let circles = circles(&arrows(&super::sources()));
    super::assert_none(
        &circles
            .iter()
            .map(|(group, way)| format!("{} files: {}", group.len(), way.join(" -> ")))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn a_circle_is_found_and_named() {
    let crate_of = |files: &[(&str, &str)]| -> Vec<(String, String)> {
        files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect()
    };
    let ways = |files: &[(&str, &str)]| {
        let found = circles(&arrows(&crate_of(files)));
        found.into_iter().map(|(_, way)| way.join(" -> ")).collect::<Vec<_>>()
    };
    let parent = ("a", "mod b; struct A; fn f() { b::g() }");
    assert_eq!(ways(&[parent, ("a/b", "use super::A;")]), ["a -> a/b -> a"], "a parent and its child");
    assert_eq!(ways(&[parent, ("a/b", "mod tests { use super::super::A; }")]), [""; 0], "tests do not count");
    let shown = ("a", "mod b; mod c; pub use b::B;");
    assert_eq!(ways(&[shown, ("a/b", "struct B;"), ("a/c", "use super::B;")]), [""; 0], "a name passed on");
    let around = [("a", "use crate::b::B;"), ("b", "use crate::c;"), ("c", "fn f() { crate::a::g() }")];
    assert_eq!(ways(&around), ["a -> b -> c -> a"], "a way through others");
}

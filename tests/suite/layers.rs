//! The layers hold: who may import whom, which package is used where, and how a file looks.
//!
//! The two tables below are the law; the table at the top of `src/lib.rs` explains it. A new module
//! or a new package is one row.

mod circles;
mod itself;
mod paths;
mod surroundings;
mod writers;

use std::path::{Path, PathBuf};

/// Every module of the crate root, with the modules that it may import besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    // 0 words
    ("model", &[]),
    // 0 files
    ("files", &[]),
    // 1 Markdown
    ("markdown", &["model"]),
    // 2 edges: never one another
    ("source", &["model", "files", "markdown"]),
    ("parse", &["model", "markdown"]),
    ("store", &["model", "files", "markdown"]),
    ("desktop", &["model", "markdown"]),
    // 3 questions
    ("search", &["model", "markdown"]),
    ("page", &["model", "markdown", "search"]),
    ("check", &["model", "markdown", "parse"]),
    // 4 state
    ("app", &["model", "markdown", "search", "page", "check"]),
    // 5 pictures
    ("ui", &["model", "markdown", "search", "page", "check", "app"]),
    // 6 writers
    ("write", &["model", "files", "markdown", "source", "parse", "desktop", "search", "page", "ui"]),
    // 7 outside
    ("loading", ALL),
    ("shell", ALL),
    ("cli", ALL),
    ("main", &["cli"]),
];

/// Every package that the crate links, with the files (or the folders of files) that may name it.
const PACKAGES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["check/report"]),
    ("clap", &["cli"]),
    ("crossterm", &["app/keymap", "desktop", "shell", "cli"]),
    ("csv", &["write"]),
    ("directories", &["store"]),
    ("encoding_rs", &["source"]),
    ("filedescriptor", &["shell/keyboard"]),
    ("flate2", &["source/archive"]),
    ("ignore", &["source"]),
    ("jiff", &["model/timeline", "parse/dates", "source", "page/dates", "shell/clock", "cli/issues"]),
    ("memchr", ALL),
    ("notify", &["source"]),
    ("nucleo_matcher", &["search"]),
    ("open", &["desktop"]),
    ("percent_encoding", &["model/url"]),
    ("pulldown_cmark", &["markdown", "parse"]),
    ("qrcode", &["ui/qr_code"]),
    ("ratatui", &["ui", "shell"]),
    ("rustix", &["files", "store", "desktop", "shell"]),
    ("saphyr_parser", &["parse/front_matter"]),
    ("serde", ALL),
    ("serde_json", &["parse", "source", "store", "check/report", "write", "cli"]),
    ("shell_words", &["desktop/command_line"]),
    ("signal_hook", &["shell"]),
    ("similar", &["page/word_diff", "cli/base"]),
    (
        "strsim",
        &[
            "model/record",
            "source",
            "parse",
            "store/config_file",
            "search",
            "check",
            "ui/theme/spec",
            "cli/args",
            "cli/themes",
        ],
    ),
    ("strum", ALL),
    ("tar", &["source/archive"]),
    ("tempfile", &["files"]),
    ("thiserror", ALL),
    ("toml", &["check/projects", "parse/front_matter", "search/skills/table", "store"]),
    ("toml_edit", &["store/shortlist"]),
    ("unicode_normalization", &["model/fold"]),
    ("unicode_segmentation", &["markdown", "search", "app", "ui", "cli"]),
    ("unicode_width", &["markdown", "check/report", "app", "ui", "cli"]),
    ("ureq", &["source/remote"]),
    ("vte", &["shell/input"]),
];

/// The package that every test beside the code may name: it makes the rooms that they run in.
const IN_TESTS: &str = "tempfile";

/// The calls that open, write or move a file, and the files (or the folders of files) that may make
/// them: everybody else goes through `files`, which takes regular files only and never waits for one.
const FILE_CALLS: &[(&str, &[&str])] = &[
    ("fs::read", &[]),
    ("fs::read_to_string", &[]),
    ("fs::write", &[]),
    ("fs::copy", &[]),
    // A file that cannot be understood is kept under another name.
    ("fs::rename", &["store/state"]),
    // A pipe that somebody named; the terminal.
    ("File::open", &["source/file", "shell/edit"]),
    ("File::create", &[]),
    ("File::create_new", &[]),
    ("File::options", &[]),
    // A file that somebody named to write to; the terminal; a file to lock.
    ("OpenOptions::new", &["files", "write/file", "shell/tty", "store/lock"]),
];

/// In a row of a table: no limit.
const ALL: &[&str] = &["*"];

/// The most lines that a file may have, its tests included.
const MOST_LINES: usize = 400;

/// The paths in a source that the tables do not allow. `file` is its path below `src/`, without `.rs`.
fn offences(file: &str, source: &str) -> Vec<String> {
    let home = file.split('/').next().unwrap_or(file);
    let Some(&(_, allowed)) = LAYERS.iter().find(|(module, _)| *module == home) else {
        return vec![format!("{file}.rs: the module `{home}` stands in no layer")];
    };
    let tokens = paths::tokens(source);
    let mut found: Vec<String> = paths::named(source)
        .iter()
        .filter_map(|named| {
            let why = match origin(file, named) {
                Origin::Module(module) => module_offence(home, allowed, &module),
                Origin::Package(package) if package == IN_TESTS && is_of_tests(file, named) => None,
                Origin::Package(name) if declares(&tokens, &name) => None,
                Origin::Package(package) => package_offence(file, &package),
                Origin::Root => Some("names the crate root, which hides what it imports".to_owned()),
            }?;
            Some(format!("{file}.rs:{}: `{}` {why}", named.line, named.segments.join("::")))
        })
        .collect();
    if home == "ui" {
        found.extend(tokens.windows(2).filter(|pair| pair[0].text == "mut" && pair[1].text == "App").map(
            |pair| format!("{file}.rs:{}: pictures borrow the state by `&`, never by `&mut`", pair[0].line),
        ));
    }
    found
}

/// Whether a source has a module of its own with this name.
fn declares(tokens: &[paths::Token<'_>], name: &str) -> bool {
    tokens.windows(2).any(|pair| pair[0].text == "mod" && pair[1].text == name)
}

fn module_offence(home: &str, allowed: &[&str], module: &str) -> Option<String> {
    if module == home || allowed.contains(&module) {
        None
    } else if !LAYERS.iter().any(|(known, _)| *known == module) {
        Some(format!("names `{module}`, which stands in no layer"))
    } else if allowed == ALL {
        None
    } else {
        Some(format!("may not be imported by `{home}`"))
    }
}

fn package_offence(file: &str, package: &str) -> Option<String> {
    let (_, places) = PACKAGES.iter().find(|(known, _)| *known == package)?;
    let allowed = *places == ALL
        || places.iter().any(|place| {
            file.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
    (!allowed).then(|| format!("belongs to {places:?}, not here"))
}

/// Where a path leads.
enum Origin {
    /// To a module of the crate root.
    Module(String),
    /// To a package, or to something in scope: the first segment.
    Package(String),
    /// To the crate root itself.
    Root,
}

fn origin(file: &str, named: &paths::Named) -> Origin {
    let mut segments = named.segments.iter().map(String::as_str).peekable();
    let mut place: Vec<&str> = file.split('/').chain(named.inside.iter().map(String::as_str)).collect();
    match segments.peek().copied().unwrap_or_default() {
        "crate" | "mentor_tui" => place.clear(),
        "self" | "super" => {}
        // The one crossterm that ratatui links, by either name.
        "ratatui" if named.segments.get(1).is_some_and(|second| second == "crossterm") => {
            return Origin::Package("crossterm".to_owned());
        }
        first => return Origin::Package(first.to_owned()),
    }
    for segment in segments {
        match segment {
            "crate" | "mentor_tui" | "self" => {}
            "super" if place.pop().is_some() => {}
            "super" => return Origin::Root,
            name => place.push(name),
        }
    }
    place
        .first()
        .filter(|module| **module != "*")
        .map_or(Origin::Root, |module| Origin::Module((*module).to_owned()))
}

/// Whether a path stands in the tests beside the code.
fn is_of_tests(file: &str, named: &paths::Named) -> bool {
    file.ends_with("/tests") || named.inside.iter().any(|module| module == "tests")
}

/// The calls in a source that only others may make.
fn file_offences(file: &str, source: &str) -> Vec<String> {
    let is_below =
        |place: &&str| file.strip_prefix(*place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let named = paths::named(source);
    let calls = named.iter().filter(|named| !is_of_tests(file, named));
    let calls = calls.filter_map(|named| {
        let [.., one, two] = named.segments.as_slice() else { return None };
        let called = format!("{one}::{two}");
        let (_, places) = FILE_CALLS.iter().find(|(call, _)| *call == called)?;
        let allowed = places.iter().any(is_below);
        (!allowed).then(|| format!("{file}.rs:{}: `{called}` belongs to `files`", named.line))
    });
    calls.collect()
}

/// How a file looks, apart from its imports.
fn blemishes(file: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !source.starts_with("//! ") {
        found.push(format!("{file}.rs: does not open with `//!` and what it is for"));
    }
    if file == "mod" || file.ends_with("/mod") {
        found.push(format!("{file}.rs: a module's file is `foo.rs` beside `foo/`"));
    }
    let lines = source.lines().count();
    if lines > MOST_LINES {
        found.push(format!("{file}.rs: {lines} lines, more than {MOST_LINES}"));
    }
    let is_riddle = |line: &str| line.trim_start().trim_start_matches(['/', '!']).starts_with(" What ");
    let comments = source.lines().zip(1..).filter(|(line, _)| line.trim_start().starts_with("//"));
    found.extend(comments.filter(|(line, _)| is_riddle(line)).map(|(_, number)| {
        format!("{file}.rs:{number}: a comment begins with its subject, not with \u{201c}What\u{201d}")
    }));
    found
}

/// Every source below `src/`: its path there without `.rs`, and its text.
fn sources() -> Vec<(String, String)> {
    sources_below("src")
}

/// Every source below a folder of the package: its path there without `.rs`, and its text. None where the published
/// package does not hold the folder.
fn sources_below(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (mut folders, mut found) = (Vec::from_iter(root.is_dir().then(|| root.clone())), Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of sources can be read") {
            let path: PathBuf = entry.expect("an entry of it too").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.with_extension("");
                let name = name.strip_prefix(&root).expect("it stands below the root").to_string_lossy();
                let text = std::fs::read_to_string(&path).expect("a source is UTF-8");
                found.push((name.replace(std::path::MAIN_SEPARATOR, "/"), text));
            }
        }
    }
    found.sort();
    found
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_import_is_allowed() {
    let sources = sources();
    assert!(sources.len() > LAYERS.len(), "the sources were not found");
    let found: Vec<_> = sources
        .iter()
        .filter(|(file, _)| file != "lib")
        .flat_map(|(file, source)| offences(file, source))
        .collect();
    assert_none(&found);
}

/// Where a command is made: the one file that decides where programs are looked for.
const COMMANDS: &str = "desktop/programs";

/// The places where a source makes a command of its own, its tests aside.
fn commands(file: &str, source: &str) -> Vec<String> {
    let makes = |named: &&paths::Named| {
        let names = ["Command", "new"];
        named.segments.ends_with(&names.map(str::to_owned))
            && named.inside.iter().all(|module| module != "tests")
    };
    let found = paths::named(source);
    let found = found.iter().filter(makes).filter(|_| file != COMMANDS);
    found.map(|named| format!("{file}.rs:{}: a command is made in {COMMANDS}.rs only", named.line)).collect()
}

#[test]
fn every_program_is_started_through_one_file() {
    assert_none(&sources().iter().flat_map(|(file, source)| commands(file, source)).collect::<Vec<_>>());
    for source in ["fn f() { Command::new(a) }", "fn f() { std::process::Command::new(a) }"] {
        assert_eq!(commands("shell/edit", source).len(), 1, "{source}");
    }
    assert_none(&commands(COMMANDS, "fn f() { Command::new(a) }"));
    assert_none(&commands("shell/edit", "mod tests { fn f() { Command::new(a) } }"));
}

#[test]
fn small_files_are_opened_in_one_place() {
    assert_none(&sources().iter().flat_map(|(file, source)| file_offences(file, source)).collect::<Vec<_>>());
    for source in [
        "fn f() { std::fs::read(x); }",
        "use std::fs::read_to_string;",
        "fn f() { OpenOptions::new().read(true).open(x); }",
        "fn f() { fs::File::open(x); } mod tests { fn g() { fs::write(x, y); } }",
    ] {
        assert_eq!(file_offences("store/config", source).len(), 1, "{source}");
    }
    assert_none(&file_offences("store/lock", "fn f() { OpenOptions::new(); }"));
}

#[test]
fn text_leaves_through_one_door() {
    let found: Vec<_> = sources().iter().flat_map(|(file, source)| writers::offences(file, source)).collect();
    assert_none(&found);
}

#[test]
fn every_file_looks_like_the_others() {
    let found: Vec<_> = sources().iter().flat_map(|(file, source)| blemishes(file, source)).collect();
    assert_none(&found);
    assert_eq!(blemishes("a", "//! A.\n\n    /// What it is.\nfn a() {}\n").len(), 1);
}

/// Pictures take their signs from `markdown/glyphs.rs`, where each has a plain form. Where lines break
/// depends on what a listing says, not on what is drawn.
#[test]
fn every_sign_that_is_drawn_has_a_plain_form() {
    // A QR code is drawn with two modules to a cell, and in plain characters with one.
    let others = ["ui/prose/breaks", "ui/qr_code"];
    let is_picture =
        |file: &str| file.starts_with("ui/") && !others.contains(&file) && !file.ends_with("/tests");
    let found = sources().into_iter().filter(|(file, _)| is_picture(file)).flat_map(|(file, source)| {
        let code = source.split("#[cfg(test)]").next().unwrap_or_default().lines().map(str::to_owned);
        let is_odd = |line: &String| !line.is_ascii() && !line.trim_start().starts_with("//");
        let odd = code.zip(1..).filter(move |(line, _)| is_odd(line));
        odd.map(move |(line, number)| format!("src/{file}.rs:{number}: {line}")).collect::<Vec<_>>()
    });
    assert_none(&found.collect::<Vec<_>>());
}

#[test]
fn every_module_and_every_package_has_a_row() {
    let lib = include_str!("../../src/lib.rs");
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let rows: Vec<_> = LAYERS.iter().map(|(module, _)| *module).collect();
    assert_none(&modules.filter(|module| !rows.contains(module)).map(str::to_owned).collect::<Vec<_>>());

    let mut table = "";
    let mut linked: Vec<String> = Vec::new();
    for line in include_str!("../../Cargo.toml").lines() {
        let header = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        table = header.unwrap_or(table);
        let name = match header {
            // The published package has a table for each dependency.
            Some(header) => header.rsplit_once("dependencies.").map(|(_, name)| name),
            None => line.split_once(" = ").map(|(name, _)| name).filter(|_| table.ends_with("dependencies")),
        };
        linked
            .extend(name.filter(|_| !table.contains("dev-dependencies")).map(|name| name.replace('-', "_")));
    }
    linked.retain(|name| !name.starts_with('#'));
    linked.sort();
    let rows: Vec<_> = PACKAGES.iter().map(|(package, _)| (*package).to_owned()).collect();
    assert_eq!(linked, rows, "`PACKAGES` follows the dependencies of Cargo.toml, in alphabetical order");
}

//! The documents say what the program does.
//!
//! `UPDATE_DOCS=1 cargo test --test suite docs` writes their tables and the manual page again.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mentor_tui::app::keymap;
use mentor_tui::check::rules;
use mentor_tui::search::query;
use mentor_tui::store::config::{self, Configured};
use mentor_tui::store::{shortlist, theme_file};
use mentor_tui::ui::theme::{self, Role};

/// Files that examples name: each is there, with this listing in it, when an example is run.
const FILES: [&str; 7] = [
    "proposals.md",
    "ideas.md",
    "old.md",
    "gsoc.md",
    "list",
    "programs/2026/ideas.md",
    "mentoring/programs/ideas.md",
];

/// The most lines of the README: it is an entrance, and the manual is in `docs/`.
const MOST_LINES: usize = 150;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

/// The README and every document in `docs/`, by their paths.
fn manual() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("docs")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut all: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "md"))
        .map(|name| format!("docs/{name}"))
        .collect();
    all.push("README.md".to_owned());
    all.sort();
    assert!(all.len() > 5, "{all:?}");
    all
}

/// The blocks of a language in a document.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    document.split(&opening).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

fn program(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mentor-tui"));
    command.args(arguments).current_dir(folder).stdin(std::process::Stdio::null());
    command
        .env("NO_COLOR", "1")
        // An editor that leaves everything as it is.
        .env("VISUAL", "true")
        .env("LC_ALL", "C.UTF-8")
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .output()
        .unwrap()
}

fn help(subcommand: &[&str]) -> String {
    let output = program(&[subcommand, &["--help"]].concat(), root());
    assert!(output.status.success(), "{subcommand:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The lines inside the document's blocks of shell commands, without their comments.
fn shell_lines(document: &str) -> Vec<String> {
    let blocks = blocks(document, "sh");
    let lines = blocks.iter().flat_map(|block| block.lines());
    let lines = lines.map(|line| line.split(" #").next().unwrap_or(line).trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The arguments of an example line for `mentor-tui`, if it is one.
fn example(line: &str) -> Option<Vec<String>> {
    let line = line.trim_start_matches(|letter| letter != 'm' && letter != 'c').trim();
    let call = line
        .split('|')
        .map(str::trim)
        .find(|part| part.starts_with("mentor-tui") || part.starts_with("cargo run --release"))?;
    let call = call.trim_start_matches("mentor-tui").trim_start_matches("cargo run --release");
    Some(words(call.trim().trim_start_matches("--  ").strip_prefix("-- ").unwrap_or(call.trim())))
}

/// Words as a shell takes them apart: white space, and double quotes.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let split = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    split.collect()
}

#[test]
#[cfg_attr(not(unix), ignore = "the table has the keys that only Unix has")]
fn the_manual_has_the_key_table_of_the_program() {
    holds_table("keys", &keymap::markdown_table());
}

#[test]
fn the_manual_has_the_filter_table_of_the_program() {
    holds_table("filter", &query::markdown_table());
}

#[test]
#[cfg_attr(not(unix), ignore = "the table has the keys that only Unix has")]
fn the_manual_has_the_table_of_settings_of_the_program() {
    holds_table("configuration", &mentor_tui::cli::settings_table());
}

#[test]
fn the_manual_names_every_place_of_keys() {
    let document = document("docs/configuration.md");
    for focus in keymap::Focus::ALL {
        assert!(document.contains(focus.name()), "{}", focus.name());
    }
}

#[test]
fn the_manual_page_is_that_of_the_program() {
    let page = String::from_utf8(program(&["man"], root()).stdout).unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(root().join("assets/mentor-tui.1"), page).unwrap();
        return;
    }
    assert!(
        document("assets/mentor-tui.1") == page,
        "`UPDATE_DOCS=1 cargo test --test suite docs` writes the page again"
    );
}

/// Compares the table of a document, which stands between marks, or writes it.
#[track_caller]
fn holds_table(name: &str, expected: &str) {
    let (begin, end) = ("<!-- table:begin -->\n", "<!-- table:end -->");
    let name = format!("docs/{name}.md");
    let document = document(&name);
    let (before, rest) = document.split_once(begin).expect("the document has the mark of the beginning");
    let (table, after) = rest.split_once(end).expect("the document has the mark of the end");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(root().join(name), format!("{before}{begin}{expected}{end}{after}")).unwrap();
        return;
    }
    assert!(table == expected, "`UPDATE_DOCS=1 cargo test --test suite docs` writes the table again");
}

#[test]
fn the_manual_has_the_rule_table_of_the_program() {
    holds_table("check", &rules::markdown_table());
}

#[test]
fn the_manual_has_the_themes_of_the_program() {
    holds_table("themes", &theme::markdown_table());
}

#[test]
fn every_option_that_the_documents_mention_exists() {
    let page = String::from_utf8(program(&["man"], root()).stdout).unwrap().replace('\\', "");
    // Options of other programs that the documents tell how to call.
    let others = ["--release", "--path", "--bench", "--test", "--example", "--all-targets"];
    for name in manual().iter().map(String::as_str).chain(["CHANGELOG.md"]) {
        let document = document(name);
        let options = document.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        for option in options.filter(|word| {
            word.strip_prefix("--")
                .is_some_and(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        }) {
            let is_there = page.contains(&format!("fB{option}fR"));
            assert!(is_there || others.contains(&option), "{option} in {name}");
        }
    }
}

#[test]
fn the_readme_is_short() {
    let lines = document("README.md").lines().count();
    assert!(lines <= MOST_LINES, "{lines} lines");
}

#[test]
fn every_example_of_the_documents_runs() {
    let folder = tempfile::tempdir().unwrap();
    let listing = document("assets/sample.md");
    for name in FILES {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &listing).unwrap();
    }
    let help = help(&[]);
    let (_, examples) = help.split_once("Examples:").expect("the help has examples");
    // Three spaces stand before what an example is good for.
    let in_help = examples.lines().map(|line| line.trim().split("   ").next().unwrap_or_default().to_owned());
    let lines = manual().into_iter().flat_map(|name| shell_lines(&document(&name))).chain(in_help);
    let mut run = 0;
    for line in lines {
        let Some(arguments) = example(&line) else { continue };
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let named = ["://", "gh:", "gl:", "cb:"].iter().any(|mark| line.contains(mark));
        let remote = named || arguments.contains(&"status");
        arguments.extend(remote.then_some("--offline"));
        // The screen would come on the terminal that the tests run in; those of the pty have one to spare.
        arguments.retain(|argument| !argument.starts_with("--print"));
        let output = program(&arguments, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        // A filter may leave nothing here; 2 is for what is not understood.
        let fine = matches!(output.status.code(), Some(0 | 1))
            || remote && said.contains("not in the cache, and --offline forbids")
            // The sample stands at example.org.
            || said.contains("only issues on GitHub and GitLab");
        assert!(fine, "{line}: {:?} {said}", output.status);
        run += 1;
    }
    assert!(run >= 50, "only {run} examples were found");
}

/// The output of `config check` for a configuration.
fn checked(block: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("config.toml"), block).unwrap();
    String::from_utf8(program(&["config", "check", "config.toml"], folder.path()).stdout).unwrap()
}

#[test]
fn the_configurations_of_the_manual_are_understood() {
    let mut of_projects = 0;
    for name in manual() {
        for block in blocks(&document(&name), "toml") {
            if block.starts_with("schema = ") {
                let folder = tempfile::tempdir().unwrap();
                std::fs::write(shortlist::path(folder.path()), &block).unwrap();
                let list = shortlist::read(folder.path()).unwrap();
                assert_eq!((list.entries.len(), list.hidden.len()), (1, 1), "{block}");
                continue;
            }
            if block.starts_with("[keys]") || block.starts_with("[shortlist]") {
                assert_eq!(checked(&block), "config.toml: no mistakes\n", "{block}");
                continue;
            }
            if block.starts_with("[[source]]") {
                let Configured { complaints, config, .. } = config::parse(&block, &name);
                assert_eq!((complaints, config.sources.len()), (Vec::new(), 1), "{name}: {block}");
                continue;
            }
            if block.starts_with("[profile]") || block.starts_with("[reading.\"") {
                let Configured { complaints, config, .. } = config::parse(&block, &name);
                assert_eq!(complaints, [""; 0], "{name}: {block}");
                assert!(!config.skills.is_empty() || !config.reading.is_empty(), "{block}");
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("ideas.md"), document("assets/sample.md")).unwrap();
            std::fs::write(folder.path().join("mentor-tui.toml"), &block).unwrap();
            for arguments in [["check", "ideas.md"], ["list", "ideas.md"]] {
                let output = program(&arguments, folder.path());
                let err = String::from_utf8_lossy(&output.stderr);
                assert!(!err.contains("mentor-tui.toml"), "{name}: {err}");
            }
            of_projects += 1;
        }
    }
    assert!(of_projects >= 2, "{of_projects}");
}

#[test]
fn the_themes_of_the_manual_are_understood() {
    let themes: Vec<_> = manual().iter().flat_map(|name| blocks(&document(name), "toml theme")).collect();
    assert!(!themes.is_empty());
    for block in themes {
        let file = theme_file::parse(&block, "theme");
        assert_eq!(file.complaints, [""; 0], "{block}");
        assert!(file.inherits.is_some_and(|inherits| theme::named(&inherits.text).is_some()), "{block}");
        for (role, style) in &file.styles {
            assert!(Role::named(&role.text).is_some() && theme::read_style(&style.text).is_ok(), "{block}");
        }
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let changelog = document("CHANGELOG.md");
    assert!(changelog.contains("\n## [Unreleased]\n"));
    let version = env!("CARGO_PKG_VERSION");
    let released = changelog.lines().filter(|line| line.starts_with("## [")).count() > 1;
    assert!(
        !released || changelog.contains(&format!("\n## [{version}]")),
        "{version} is not in the changelog"
    );
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(document: &str) -> Vec<String> {
    let headings = document
        .lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    let kept = |heading: &str| -> String {
        let letters = heading.to_lowercase();
        letters
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect()
    };
    headings.map(kept).collect()
}

#[test]
fn what_the_documents_point_to_is_there() {
    for name in manual().iter().map(String::as_str).chain(["CONTRIBUTING.md"]) {
        let text = document(name);
        let folder = Path::new(name).parent().unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://") && !target.is_empty()) {
            let (path, anchor) =
                target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
            let path = if path.is_empty() { PathBuf::from(name) } else { folder.join(path) };
            let path = root().join(path);
            assert!(path.exists(), "{target} in {name}");
            if let Some(anchor) = anchor {
                let headings = anchors(&std::fs::read_to_string(path).unwrap());
                assert!(headings.iter().any(|heading| heading == anchor), "{target} in {name}: {headings:?}");
            }
        }
    }
}

#[test]
fn contributing_says_how_the_key_table_is_written() {
    assert!(document("CONTRIBUTING.md").contains("UPDATE_DOCS=1 cargo test --test suite docs"));
}

/// The files that the metadata for packagers names are there, and the published package has them.
#[test]
fn the_files_of_packages_are_there() {
    let manifest = document("Cargo.toml");
    // The published package has its manifest in another form.
    let manifest =
        if root().join("Cargo.toml.orig").exists() { document("Cargo.toml.orig") } else { manifest };
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let package = &manifest["package"];
    let included: Vec<&str> =
        package["include"].as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
    let assets = package["metadata"]["deb"]["assets"].as_array().unwrap();
    assert!(assets.len() > 5, "{assets:?}");
    for asset in assets {
        let path = asset[0].as_str().unwrap();
        let Some(folder) = Path::new(path).parent().filter(|_| !path.starts_with("target/")) else {
            continue;
        };
        let (folder, name) = (root().join(folder), path.rsplit('/').next().unwrap());
        let ending = name.strip_prefix('*').unwrap_or(name);
        let found = std::fs::read_dir(folder)
            .unwrap()
            .any(|entry| entry.unwrap().path().display().to_string().ends_with(ending));
        assert!(found, "{path}");
        let begins = |pattern: &&&str| format!("/{path}").starts_with(**pattern);
        assert!(included.iter().any(|pattern| begins(&pattern)), "{path} is in no published package");
    }
}

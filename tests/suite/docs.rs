//! The documents say what the program does.
//!
//! `UPDATE_DOCS=1 cargo test --test suite docs` writes the tables of the README again.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use mentor_tui::app::keymap;
use mentor_tui::check::rules;
use mentor_tui::search::query;
use mentor_tui::store::config::{self, Configured};

/// Files that examples name: each is there, with this listing in it, when an example is run.
const FILES: [&str; 6] =
    ["proposals.md", "ideas.md", "gsoc.md", "list", "programs/2026/ideas.md", "mentoring/programs/ideas.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

fn program(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mentor-tui"));
    command.args(arguments).current_dir(folder).stdin(std::process::Stdio::null());
    command
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_STATE_HOME", folder.join("state"))
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
    let blocks = document.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).map(|line| line.split(" #").next().unwrap_or(line).trim());
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
#[cfg_attr(not(unix), ignore = "the table of the README has the keys that only Unix has")]
fn the_readme_has_the_key_table_of_the_program() {
    holds_table("keys", &keymap::markdown_table());
}

#[test]
fn the_readme_tells_what_a_filter_can_say() {
    holds_table("filter", &query::markdown_table());
}

/// Compares a table of the README, which stands between marks, or writes it.
#[track_caller]
fn holds_table(name: &str, expected: &str) {
    // Both tables are in the one file: written one after the other.
    static README: Mutex<()> = Mutex::new(());
    let _guard = README.lock().unwrap_or_else(PoisonError::into_inner);
    let (begin, end) = (format!("<!-- {name}:begin -->\n"), format!("<!-- {name}:end -->"));
    let readme = document("README.md");
    let (before, rest) = readme.split_once(&begin).expect("README.md has the mark of the beginning");
    let (table, after) = rest.split_once(&end).expect("README.md has the mark of the end");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(root().join("README.md"), format!("{before}{begin}{expected}{end}{after}")).unwrap();
        return;
    }
    assert_eq!(table, expected, "`UPDATE_DOCS=1 cargo test --test suite docs` writes the table again");
}

#[test]
fn the_readme_has_the_rule_table_of_the_program() {
    holds_table("rules", &rules::markdown_table());
}

#[test]
fn every_option_that_the_documents_mention_exists() {
    let help =
        [help(&[]), help(&["list"]), help(&["show"]), help(&["facets"]), help(&["stats"]), help(&["check"])]
            .concat();
    // Options of other programs that the documents tell how to call.
    let others = ["--release", "--path", "--bench", "--test", "--example", "--all-targets"];
    for name in ["README.md", "CHANGELOG.md"] {
        let document = document(name);
        let options = document.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        for option in options.filter(|word| {
            word.strip_prefix("--")
                .is_some_and(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        }) {
            assert!(help.contains(option) || others.contains(&option), "{option} in {name}");
        }
    }
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
    let lines = shell_lines(&document("README.md")).into_iter().chain(in_help);
    let mut run = 0;
    for line in lines {
        let Some(arguments) = example(&line) else { continue };
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let remote = line.contains("://");
        arguments.extend(remote.then_some("--offline"));
        // The screen would come on the terminal that the tests run in; those of the pty have one to spare.
        arguments.retain(|argument| !argument.starts_with("--print"));
        let output = program(&arguments, folder.path());
        let said = String::from_utf8_lossy(&output.stderr);
        // A filter may leave nothing here; 2 is for what is not understood.
        let fine = matches!(output.status.code(), Some(0 | 1))
            || remote && said.contains("never fetched, and --offline forbids");
        assert!(fine, "{line}: {:?} {said}", output.status);
        run += 1;
    }
    assert!(run >= 12, "only {run} examples were found");
}

#[test]
fn the_configuration_of_the_readme_is_understood() {
    let readme = document("README.md");
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let Configured { config, complaints } = config::parse(example.unwrap(), "README.md");
    assert_eq!(complaints, [] as [&str; 0]);
    assert!(!config.skills.is_empty());
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

#[test]
fn what_the_documents_point_to_is_there() {
    for name in ["README.md", "CONTRIBUTING.md"] {
        let document = document(name);
        let targets = document.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for target in targets.filter(|target| !target.contains("://") && !target.is_empty()) {
            assert!(PathBuf::from(root()).join(target).exists(), "{target} in {name}");
        }
    }
}

#[test]
fn contributing_says_how_the_key_table_is_written() {
    assert!(document("CONTRIBUTING.md").contains("UPDATE_DOCS=1 cargo test --test suite docs"));
}

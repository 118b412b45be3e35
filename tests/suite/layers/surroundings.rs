//! Tests, benches and examples keep to the checkout, to temporary folders of their own, and to `../shared`.
//!
//! A test that starts another program, or reads a variable or a file of the machine, passes on one machine and fails
//! on the next. The tables below allow the few that are needed, each with its reason.

use super::paths::{Token, tokens_and_strings};

/// Something of the machine that one file may use: as it is written there, in which file, and why.
type Row = (&'static str, &'static str, &'static str);

/// Programs besides the one under test, as the argument of `Command::new` is written.
const PROGRAMS: &[Row] = &[
    (
        "\"git\"",
        "tests/suite/cli/repository",
        "`--diff-base` and `--since` ask git; without git the test says that it is skipped",
    ),
    (
        "\"bash\"",
        "tests/suite/cli/completions",
        "reads the completion script; without bash the test says that it is skipped",
    ),
    ("\"mkfifo\"", "tests/pty/copying", "POSIX has it, and the standard library makes no pipes with names"),
    ("\"mkfifo\"", "tests/pty/loading", "the same"),
    ("\"mkfifo\"", "tests/pty/opening", "the same"),
    ("\"mkfifo\"", "tests/suite/cli/limits", "the same"),
    ("\"/bin/sh\"", "tests/suite/cli/limits", "pipes into and out of the program under test"),
    ("\"/bin/sh\"", "tests/pty/limits", "sends a signal, which the standard library cannot"),
    ("make", "tests/pty/limits", "`mkfifo` or `mkdir`, which POSIX has"),
    ("\"stty\"", "tests/pty/stopping", "POSIX has it; it sets a terminal as a shell would"),
    ("\"/bin/sh\"", "tests/pty/copying", "reads a command line as a shell does"),
    ("crate::room::PROGRAM", "tests/pty/copying", "the program under test"),
    ("PROGRAM", "tests/pty/hostile", "the program under test"),
    ("std::env::current_exe().unwrap()", "tests/suite/ascii", "this program"),
    ("program", "tests/pty/terminal", "the program under test, or a shell that starts it"),
    ("&program", "benches/growth", "the bench itself"),
    ("path", "benches/support/terminal", "what the command line of the bench names"),
    ("program", "benches/support/terminal", "what the command line of the bench names"),
];

/// Variables that are read, and functions of `std::env` that look at the machine.
const ENVIRONMENT: &[Row] = &[
    ("PATH", "tests/suite/cli/repository", "where git is found"),
    ("PATH", "tests/suite/cli/stranger", "where git is found"),
    ("PATH", "tests/pty/room", "where the programs are that a room may use"),
    ("var_os", "tests/suite/ascii", "set by the test itself, for the process that it starts"),
    ("UPDATE_DOCS", "tests/suite/docs", "writes the tables of the README instead of comparing them"),
    (
        "CARGO_HOME",
        "tests/suite/reading/no_listings",
        "where sources of packages are; without them the test is skipped",
    ),
    ("HOME", "tests/suite/reading/no_listings", "the same"),
    ("SHORTLIST_KILLS", "tests/suite/cli/shortlist", "how many programs are killed while they write"),
    ("RANDOM_LISTS", "tests/suite/reading/random_form", "where to write the lists instead of reading them"),
    ("current_exe", "tests/suite/ascii", "the suite starts itself, for a choice that holds for a process"),
    ("current_exe", "benches/first_frame", "the bench starts itself as the bare program"),
    ("current_exe", "benches/growth", "the bench starts itself once for each core"),
    ("current_dir", "benches/support/terminal", "names of files are meant from here"),
];

/// Paths that do not begin in the checkout, with all that is below them; `..` stands for all that climb.
const PATHS: &[Row] = &[
    ("/dev/full", "tests/suite/cli/streams", "a full disk"),
    ("/bin/sh", "tests/suite/cli/limits", "pipes into and out of the program under test"),
    ("/bin/sh", "tests/pty/limits", "sends a signal, which the standard library cannot"),
    ("/dev/zero", "tests/suite/cli/limits", "a device that never ends"),
    ("/dev/null", "tests/suite/cli/limits", "a device"),
    ("/dev/null", "tests/suite/cli/check", "a device"),
    ("/dev/zero", "tests/suite/cli/since", "a device that never ends"),
    ("/dev/full", "tests/suite/cli/limits", "a full disk"),
    ("/dev/stdin", "tests/suite/cli/limits", "a pipe of the test by its name"),
    ("/dev/stdout", "tests/suite/cli/limits", "a pipe of the test by its name"),
    ("/dev/zero", "tests/pty/limits", "a device that never ends"),
    ("/dev/full", "tests/pty/limits", "a full disk"),
    ("/proc", "tests/pty/editing", "whether a process is there"),
    ("/proc", "tests/pty/following", "the threads of the program under test"),
    ("/proc", "tests/pty/resting", "the threads of the program under test"),
    ("/proc", "tests/pty/stopping", "whether the program under test has stopped"),
    ("/proc", "benches/support/memory", "the memory of the program that is measured"),
    ("/bin/sh", "tests/pty/copying", "reads a command line as a shell does"),
    ("/bin/sh", "tests/pty/terminal", "the shell that starts the program under test"),
    ("/bin/sh", "tests/pty/room", "what runs the scripts that stand for programs"),
    (
        "/bin",
        "tests/pty/copying",
        "where the script that stands for a program of the clipboard finds its tools",
    ),
    ("/usr/bin", "tests/pty/copying", "the same"),
    ("/dev/tty", "tests/pty/copying", "the script sees whether it has a terminal"),
    ("/dev/null", "tests/pty/copying", "the script is silent about it"),
    ("/dev/tty", "tests/pty/opening", "the script sees whether it has a terminal"),
    ("/dev/null", "tests/pty/opening", "the script is silent about it"),
    ("/bin/cat", "tests/pty/printing", "the other end of a pipe"),
    ("/dev/null", "tests/pty/ending", "an empty standard input"),
    ("/dev/tty", "tests/pty/loading", "the terminal of the test, and a name that the program refuses"),
    ("/dev/fd/3", "tests/pty/loading", "a pipe of the test by its name"),
    ("/dev/stdin", "tests/pty/loading", "the standard input by its name"),
    ("/dev/pts/9", "tests/pty/copying", "the value of a variable; nothing opens it"),
    ("/tmp/tmux,1,0", "tests/pty/copying", "the value of a variable; nothing opens it"),
    ("/etc/passwd", "tests/suite/cli/export", "an address in a hostile listing, which nothing opens"),
    ("/etc/passwd", "tests/suite/screen/hostile", "an address in a hostile listing, which nothing opens"),
    ("/etc/passwd", "tests/suite/screen/links", "an address in a hostile listing, which nothing opens"),
    ("/etc/hostname", "tests/suite/sources", "where a redirect leads that is not followed"),
    ("..", "tests/suite/cli/since", "repositories beside the one under test, in the room of the test"),
    ("..", "tests/suite/cli/stranger", "what a trap would leave behind, in the room of the test"),
    (
        "/dev/zero",
        "tests/suite/cli/stranger",
        "a device that never ends, behind a link of a hostile repository",
    ),
    ("/bin/sh", "tests/suite/cli/repository", "what runs the scripts that stand for programs"),
    ("/bin/sh", "tests/suite/config", "what runs the script that stands for an editor"),
    ("/bin/sh", "tests/suite/cli/unasked", "what runs the scripts that stand for programs"),
    ("/tmp/socket,1,0", "tests/suite/cli/unasked", "the value of a variable; nothing opens it"),
    ("..", "tests/suite/cli/limits", "where a link in the room of the test leads"),
    (
        "..",
        "tests/suite/sources",
        "where links in the room of the test lead, and an address seen from another one",
    ),
    ("..", "tests/suite/watch", "a file in the room of the test"),
];

/// Variables that cargo sets for the package that it compiles.
const OF_THE_PACKAGE: [&str; 3] = ["CARGO_MANIFEST_DIR", "CARGO_TARGET_TMPDIR", "CARGO_BIN_EXE_mentor-tui"];

/// The program under test, as an argument of `Command::new`.
const UNDER_TEST: &str = "env!(\"CARGO_BIN_EXE_mentor-tui\")";

/// Functions of `std::env` that look at nothing but the command line, and at text.
const HARMLESS: [&str; 4] = ["args", "args_os", "split_paths", "join_paths"];

/// Folders that systems have at the root of their files.
const SYSTEM_FOLDERS: [&str; 21] = [
    "Applications",
    "Library",
    "Users",
    "Volumes",
    "bin",
    "boot",
    "dev",
    "etc",
    "home",
    "lib",
    "mnt",
    "opt",
    "private",
    "proc",
    "root",
    "run",
    "sbin",
    "srv",
    "sys",
    "usr",
    "var",
];

/// Something of the machine that a source uses.
#[derive(Debug)]
struct Use {
    line: usize,
    table: &'static [Row],
    text: String,
}

impl Use {
    fn is_row(&self, file: &str, row: &Row) -> bool {
        let below = || self.text.strip_prefix(row.0).is_some_and(|rest| rest.starts_with('/'));
        let climbs = || self.text.split('/').any(|part| part == "..");
        let is_named = self.text == row.0
            || match row.0 {
                ".." => climbs(),
                path => path.starts_with('/') && below(),
            };
        row.1 == file && is_named
    }

    fn is_allowed(&self, file: &str) -> bool {
        self.table.iter().any(|row| self.is_row(file, row))
    }
}

/// Everything of the machine that a source uses. `file` is its path in the package, without `.rs`.
fn uses(file: &str, source: &str) -> Vec<Use> {
    let tokens = tokens_and_strings(source);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let rest = &tokens[at..];
        let line = token.line;
        let used = match token.text {
            "Command" | "CommandBuilder" => program(rest).map(|text| (PROGRAMS, text)),
            "env" | "option_env" => variable(rest).map(|text| (ENVIRONMENT, text)),
            _ => None,
        };
        found.extend(used.map(|(table, text)| Use { line, table, text }));
        let Some(text) = token.string() else { continue };
        let paths = system_paths(text).map(str::to_owned).chain(climbing(file, &tokens[..at], text));
        found.extend(paths.map(|text| Use { line, table: PATHS, text }));
    }
    found
}

/// The program that `Command::…` starts, as it is written, or `None` for the one under test.
fn program(tokens: &[Token<'_>]) -> Option<String> {
    let [_, colons, made, rest @ ..] = tokens else { return None };
    if colons.text == "as" {
        return Some(format!("Command as {}", made.text));
    }
    if colons.text != "::" {
        return None;
    }
    let [open, arguments @ ..] = rest else { return None };
    if made.text != "new" || open.text != "(" {
        return Some(format!("Command::{}", made.text));
    }
    let mut depth = 0_usize;
    let argument = arguments.iter().map(|token| token.text).take_while(|text| {
        match *text {
            "(" => depth += 1,
            ")" if depth == 0 => return false,
            ")" => depth -= 1,
            _ => {}
        }
        true
    });
    Some(argument.collect()).filter(|argument: &String| argument != UNDER_TEST)
}

/// The thing that `env!(…)` and `env::…` look at, beside the package and the command line: the name of a
/// variable, or else that of the function.
fn variable(tokens: &[Token<'_>]) -> Option<String> {
    let [_, mark, second, rest @ ..] = tokens else { return None };
    let name = |token: Option<&Token<'_>>| token.and_then(Token::string).map(str::to_owned);
    match mark.text {
        "!" => name(rest.first())
            .filter(|name| !OF_THE_PACKAGE.contains(&&**name) && !name.starts_with("CARGO_PKG_")),
        "::" if HARMLESS.contains(&second.text) => None,
        "::" => name(rest.get(1)).or_else(|| Some(second.text.to_owned())),
        _ => None,
    }
}

/// The paths in a text that begin with a folder of the system.
fn system_paths(text: &str) -> impl Iterator<Item = &str> {
    let is_folder = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        SYSTEM_FOLDERS.contains(&&rest[..end]) || rest[..end] == *"tmp"
    };
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ')' | '}');
    text.match_indices('/')
        .filter(move |(at, _)| !text[..*at].ends_with(inside) && is_folder(&text[at + 1..]))
        .map(|(at, _)| {
            text[at..].split([' ', '\n', ';', ':', '"', '\'', '\\', ')']).next().unwrap_or_default()
        })
}

/// The text itself where it is a path that climbs, unless it leads to `../shared` or, in a macro or an attribute that
/// means it from the file on, stays in the package.
fn climbing(file: &str, before: &[Token<'_>], text: &str) -> Option<String> {
    let climbs = text.split('/').any(|part| part == "..") && !text.contains(' ');
    if !climbs || text.trim_start_matches('/').starts_with("../shared/") {
        return None;
    }
    let before: Vec<_> = before.iter().rev().take(3).map(|token| token.text).collect();
    let from_the_file = match before[..] {
        ["(", "!", name] => name.starts_with("include"),
        ["=", "path", ..] => true,
        _ => false,
    };
    let depth = text.split('/').try_fold(file.matches('/').count(), |depth, part| match part {
        ".." => depth.checked_sub(1),
        _ => Some(depth + 1),
    });
    (!from_the_file || depth.is_none()).then(|| text.to_owned())
}

/// Every source whose surroundings count: its path in the package without `.rs`, and its text. Those with the tables
/// are left out.
fn sources() -> Vec<(String, String)> {
    let below = |folder: &'static str| {
        super::sources_below(folder).into_iter().map(move |(file, text)| (format!("{folder}/{file}"), text))
    };
    let found = ["tests", "benches", "examples"].into_iter().flat_map(below);
    found.filter(|(file, _)| !file.starts_with("tests/suite/layers")).collect()
}

fn offences(file: &str, source: &str) -> Vec<String> {
    let not_allowed = uses(file, source).into_iter().filter(|found| !found.is_allowed(file));
    not_allowed.map(|found| format!("{file}.rs:{}: `{}` is of the machine", found.line, found.text)).collect()
}

#[test]
fn tests_depend_on_nothing_of_the_machine() {
    let sources = sources();
    assert!(sources.iter().any(|(file, _)| file == "tests/suite/support/room"), "the sources were not found");
    super::assert_none(&sources.iter().flat_map(|(file, source)| offences(file, source)).collect::<Vec<_>>());
}

#[test]
fn every_row_is_needed() {
    let sources = sources();
    // The published package holds fewer files, and the manifest as it was written.
    let is_published = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml.orig").exists();
    for row in [PROGRAMS, ENVIRONMENT, PATHS].concat() {
        let found = sources.iter().find(|(file, _)| file == row.1);
        let is_needed = found.map(|(file, text)| uses(file, text).iter().any(|used| used.is_row(file, &row)));
        assert!(is_needed.unwrap_or(is_published), "{row:?}");
    }
}

#[test]
fn what_is_of_the_machine_is_found() {
    for source in [
        "fn f() { Command::new(env!(\"CARGO\")).arg(\"metadata\"); }",
        "fn f() { Command::new(\"cargo\"); }",
        "fn f() { std::process::Command::new(std::env::args().next().unwrap()); }",
        "fn f() { names.map(Command::new); }",
        "use std::process::Command as Started;",
        "const HOME: &str = env!(\"CARGO_HOME\");",
        "const HOME: Option<&str> = option_env!(\"HOME\");",
        "fn f() { std::env::var(\"HOME\"); }",
        "fn f() { std::env::home_dir(); }",
        "use std::env::var;",
        "const A: &str = \"/home/ada/ideas.md\";",
        "const A: &str = r#\"cat /etc/passwd\"#;",
        "const A: &[u8] = b\"/usr/share/dict/words\";",
        "const A: &str = include_str!(\"../../secret.md\");",
        "#[path = \"../../other/tests/room.rs\"]\nmod room;",
        "fn f() { root().join(\"../other\"); }",
        "const A: &str = \"/../other\";",
    ] {
        assert!(!offences("tests/made_up", source).is_empty(), "{source}");
    }
}

#[test]
fn what_is_not_of_the_machine_is_allowed() {
    for source in [
        "fn f() { Command::new(env!(\"CARGO_BIN_EXE_mentor-tui\")); }",
        "use std::process::{Command, Stdio};\nfn f() -> Command {}",
        "const A: &str = concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../shared/corpus\");",
        "fn f() { std::env::args(); }",
        "fn f() { terminal.press(\"/lichen\"); room.set(\"HOME\", \"home\"); }",
        "const A: &str = \"https://example.org/home/ideas.md and ../shared/corpus\";",
        "const A: &str = include_str!(\"../assets/sample.md\");",
        "// Command::new(\"cargo\") in /usr/bin",
    ] {
        super::assert_none(&offences("tests/made_up", source));
    }
}

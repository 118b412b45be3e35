//! No program is started unasked: every command with every option, where each program that might be is a recorder.
//!
//! Commands and options are those that the help lists: a new one is tried, or fails this test until it has a value.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;

use super::repository::LISTING;
use crate::support::room::Room;
use crate::support::walk;

/// Programs that something like this may start.
const PROGRAMS: &[&str] = &[
    "git", "sh", "bash", "env", "cat", "less", "more", "vi", "nano", "editor", "xdg-open", "gio", "open",
    "setsid", "firefox", "wl-copy", "xclip", "xsel", "pbcopy", "tmux", "curl", "wget", "ssh", "stty", "tput",
    "gh", "explorer",
];

/// The variables that may name a program.
const VARIABLES: &[(&str, &str)] = &[
    ("VISUAL", "editor"),
    ("EDITOR", "editor"),
    ("BROWSER", "firefox"),
    ("PAGER", "less"),
    ("GIT_PAGER", "less"),
    ("MANPAGER", "less"),
    ("LESSOPEN", "|cat %s"),
    ("SHELL", "bash"),
    ("GIT_SSH_COMMAND", "ssh"),
    ("DISPLAY", ":0"),
    ("WAYLAND_DISPLAY", "wayland-0"),
    ("TMUX", "/tmp/socket,1,0"),
];

/// The arguments that follow each command.
const OPERANDS: &[(&str, &[&str])] = &[
    ("", &["ideas.md"]),
    ("list", &["ideas.md"]),
    ("show", &["ideas.md", "1"]),
    ("status", &["ideas.md", "1"]),
    ("similar", &["ideas.md", "1"]),
    ("facets", &["ideas.md", "skills"]),
    ("stats", &["ideas.md"]),
    ("about", &["ideas.md"]),
    ("check", &["ideas.md"]),
    ("diff", &["ideas.md", "ideas.md"]),
    ("shortlist", &["ideas.md"]),
    ("export", &["ideas.md"]),
    ("config", &["check"]),
    ("theme", &["list"]),
    ("completions", &["bash"]),
    ("man", &[]),
    ("doctor", &[]),
];

/// The values of options whose help does not list all of them.
const VALUES: &[(&str, &[&str])] = &[
    ("--config", &["mine.toml"]),
    ("--diff-base", &["HEAD"]),
    ("--explain", &["MT204", "all"]),
    ("--filter", &["ada"]),
    ("--ignore", &["MT204"]),
    ("--mentor", &["@ada-byron"]),
    ("--only-project", &["harbor"]),
    ("--only-proposal", &["tides"]),
    ("--output", &["out.md"]),
    ("--output-file", &["report.txt"]),
    ("--saved", &["near"]),
    ("--select", &["MT2"]),
    ("--since", &["HEAD"]),
    ("--skills", &["html"]),
    ("--theme", &["nord"]),
    ("--sort", &["title"]),
    ("--term", &["2026 Term 3"]),
];

/// The options that stand without a listing.
const WITHOUT_LISTING: &[&str] = &["--explain", "--schema", "--sample", "--start"];

/// A folder with a listing, with all that a stranger may put beside it, and with the recorders.
fn room() -> Room {
    let mut room = Room::new()
        .with("ideas.md", LISTING)
        .with("mine.toml", "[profile]\nskills = [\"html\"]\n")
        .with(
            "mentor-tui.toml",
            "editor = \"vi\"\npager = \"less\"\n[check]\npager = \"less\"\nhook = \"sh\"\n",
        )
        .with(".gitattributes", "* filter=x diff=x\n")
        .with(".ignore", "nothing\n")
        .with(".git/HEAD", "ref: refs/heads/main\n")
        .with(".git/objects/info/packs", "")
        .with(".git/config", "[core]\nfsmonitor = sh\npager = less\n[diff]\nexternal = sh\n");
    let record = room.path().join("started");
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"${{0##*/}} $*\" >> '{}'\nexit 1\n", record.display());
    for folder in ["programs", "."] {
        for program in PROGRAMS {
            let name = format!("{folder}/{program}");
            room = room.with(&name, &script);
            fs::set_permissions(room.path().join(name), fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    room
}

/// The programs that were started since this was last called.
fn started(room: &Room) -> String {
    let record = room.path().join("started");
    let started = fs::read_to_string(&record).unwrap_or_default();
    let _ = fs::remove_file(record);
    started
}

/// Every option that the help of a command lists, with each of its values.
fn options(room: &Room, command: &str) -> Vec<String> {
    let words = |words: &[&str]| -> Vec<String> {
        std::iter::once(&command)
            .chain(words)
            .filter(|word| !word.is_empty())
            .map(ToString::to_string)
            .collect()
    };
    let run = |arguments: Vec<String>| room.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let mut all = Vec::new();
    for (option, takes_value) in walk::options(&run(words(&["--help"])).out) {
        if !takes_value {
            all.push(option);
            continue;
        }
        let known = VALUES.iter().find(|(known, _)| *known == option);
        let values: Vec<String> = match known {
            Some((_, values)) => values.iter().map(ToString::to_string).collect(),
            None => walk::values(&run(words(&[&format!("{option}=\u{1b}"), "ideas.md", "1"])).err),
        };
        assert!(
            !values.is_empty(),
            "{option} of {command:?} has no value to be tried with: give it one in VALUES"
        );
        all.extend(values.iter().map(|value| format!("{option}={value}")));
    }
    all
}

#[test]
fn no_command_starts_a_program_but_those_that_ask_git() {
    let room = room();
    let path = format!(".:{}", room.path().join("programs").display());
    let variables = [VARIABLES, &[("PATH", path.as_str())]].concat();
    let mut asked_git = 0;
    let mut tried = 0;
    for command in std::iter::once("").chain(walk::commands(&room.run(&["--help"]).out)) {
        let known = OPERANDS.iter().find(|(known, _)| *known == command);
        let operands = known.unwrap_or_else(|| panic!("{command} needs something in OPERANDS")).1;
        for option in std::iter::once(String::new()).chain(options(&room, command)) {
            let name = option.split('=').next().unwrap();
            let is_needed = |word: &&str| *word != "ideas.md" || !WITHOUT_LISTING.contains(&name);
            let operands = operands.iter().copied().filter(is_needed);
            let words = [command, &option].into_iter().chain(operands);
            let arguments: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            // It may have been fixed.
            fs::write(room.path().join("ideas.md"), LISTING).unwrap();
            if name == "--watch" {
                let mut child = room.spawn_with_variables(&arguments, &variables);
                let line = BufReader::new(child.stdout.take().unwrap()).lines().next();
                child.kill().unwrap();
                child.wait().unwrap();
                assert!(line.unwrap().unwrap().contains("MT204"));
            } else {
                let run = room.run_with_variables(&arguments, &variables);
                assert!(!run.err.starts_with("error:"), "{arguments:?}: {run:?}");
            }
            tried += 1;
            let started = started(&room);
            if ["--diff-base", "--since"].contains(&name) {
                asked_git += 1;
                assert!(
                    started.lines().all(|line| line.starts_with("git --git-dir=")),
                    "{arguments:?}: {started}"
                );
                assert!(!started.is_empty(), "the recorders do not record");
            } else {
                assert_eq!(started, "", "{arguments:?}");
            }
        }
    }
    assert_eq!(asked_git, 2);
    assert!(tried > 80, "only {tried} were tried");
}

//! Completions, in a real shell where there is one.

use std::process::{Command, Stdio};

use super::room;
use crate::support::room::{Room, finished};

/// A script that completes a line as bash does at Tab, and prints the answers.
const DRIVER: &str = r#"
source completions.bash
COMP_WORDBREAKS=$' \t\n"'"'"'><=;|&(:'
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_mentor_tui "$PROGRAM"
printf '%s\n' "${COMPREPLY[@]}"
"#;

/// The completions that bash offers for the last of the words. `None` where bash is not installed.
fn offered(room: &Room, words: &[&str]) -> Option<String> {
    let mut bash = Command::new("bash");
    bash.args(["--norc", "--noprofile", "-c", DRIVER, "bash"]).args(words);
    bash.current_dir(room.path()).stdin(Stdio::null());
    bash.env("PROGRAM", env!("CARGO_BIN_EXE_mentor-tui")).env("HOME", room.path());
    match bash.output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        output => Some(finished(&output.unwrap()).out),
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_options_values_proposals_and_files() {
    let room = room();
    let script = room.run(&["completions", "bash"]).out;
    let room = room.with("completions.bash", script);
    for (words, expected) in [
        (&["mentor-tui", "lis"][..], "list\n"),
        (&["mentor-tui", "list", "--sort", "ti"], "title\n"),
        // bash cuts this word at its `=`.
        (&["mentor-tui", "list", "--sort", "=", "ti"], "title\n"),
        (&["mentor-tui", "check", "--ignore", "title-too-long,label-ty"], "title-too-long,label-typo\n"),
        (&["mentor-tui", "show", "ideas.md", "lighthouse"], "lighthouse-turn-the-31mlamp\n"),
        (&["mentor-tui", "list", "idea"], "ideas.md\n"),
        (&["mentor-tui", "list", "--filter", "ski"], "skill:\n"),
    ] {
        let Some(offered) = offered(&room, words) else {
            println!("skipped: bash is not installed");
            return;
        };
        assert_eq!(offered, expected, "{words:?}");
    }
}

#[test]
fn a_script_passes_its_words_on_to_the_program() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = room().run(&["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(run.out.contains(&format!("completions {shell}")), "{}", run.out);
    }
    let run = room().run(&["completions", "powershell", "--", "mentor-tui", "facets", "./ideas.md", ".sk"]);
    assert_eq!(run.out, "files\nskills\t\n");
    assert_eq!(room().run(&["completions", "ksh"]).status, 2);
}

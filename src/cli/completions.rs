//! `completions`: the script for a shell, and the candidates that it asks for at each Tab.
//!
//! The scripts know nothing of the arguments: they pass the words of the command line, and get back a line with the
//! kind of answer (`files` where names of files may stand there, too, or `words`), then a line for each candidate: the
//! word, a tab, and its explanation.

mod candidate;
mod candidates;
mod line;
mod listing;

use std::ffi::OsString;

use super::args::{self, CompletionsArgs, Shell};
use super::error::CliError;
use super::status::Status;
use crate::write::output::{Out, plain};
use candidates::Candidates;
use line::Line;

/// The script for a shell.
fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => include_str!("../../assets/completions/mentor-tui.bash"),
        Shell::Zsh => include_str!("../../assets/completions/_mentor-tui"),
        Shell::Fish => include_str!("../../assets/completions/mentor-tui.fish"),
        Shell::Elvish => include_str!("../../assets/completions/mentor-tui.elv"),
        Shell::Pwsh => include_str!("../../assets/completions/_mentor-tui.ps1"),
    }
}

/// Prints the script, or with words on the command line the candidates for the last of them.
pub(super) fn run(typed: &CompletionsArgs, out: &mut Out<'_>) -> Result<Status, CliError> {
    if typed.words.is_empty() {
        out.lines(script(typed.shell))?;
        return Ok(Status::Success);
    }
    let words = words(&typed.words, typed.shell);
    let command = args::command();
    let line = Line::read(&command, &words);
    let Candidates { files, words } = candidates::of(&line);
    out.line(format_args!("{}", if files { "files" } else { "words" }))?;
    for candidate in words {
        out.marked(&[plain(&candidate.word)]);
        out.tab();
        out.marked_line(&[plain(&candidate.help)])?;
    }
    Ok(Status::Success)
}

/// The words of the command line. PowerShell loses empty arguments, so its script begins the last one with a dot.
fn words(typed: &[OsString], shell: Shell) -> Vec<String> {
    let mut words: Vec<String> = typed.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(last) = words.last_mut().filter(|last| shell == Shell::Pwsh && last.starts_with('.')) {
        last.remove(0);
    }
    words
}

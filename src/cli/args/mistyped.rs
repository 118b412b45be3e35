//! A subcommand that was mistyped: it is read as a PATH, which is not there.

use std::path::{Path, PathBuf};

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// So many letters of a subcommand may be wrong.
const WRONG: usize = 2;

/// The complaint about a first PATH that is not there and looks like a subcommand.
pub(super) fn complaint(
    command: &Command,
    paths: &[PathBuf],
    is_there: impl Fn(&Path) -> bool,
) -> Option<String> {
    let typed = paths.first().filter(|path| !is_there(path))?.to_str()?;
    let name = nearest(command, typed)?;
    Some(format!("there is no file or command {typed}; did you mean `mentor-tui {name}`?"))
}

/// The complaint about a subcommand whose help was asked for. `None` where clap complains about something else, or
/// no subcommand is near.
pub(super) fn help_complaint(command: &Command, error: &clap::Error) -> Option<String> {
    let is_subcommand = error.kind() == ErrorKind::InvalidSubcommand;
    let Some(ContextValue::String(typed)) =
        error.get(ContextKind::InvalidSubcommand).filter(|_| is_subcommand)
    else {
        return None;
    };
    let name = nearest(command, typed)?;
    Some(format!("there is no command {typed}; did you mean `mentor-tui help {name}`?"))
}

/// The subcommand with nearly the name that was typed, if it is letters only.
fn nearest<'c>(command: &'c Command, typed: &str) -> Option<&'c str> {
    if !typed.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let names = command.get_subcommands().map(Command::get_name);
    let near = names.map(|name| (strsim::osa_distance(name, &typed.to_ascii_lowercase()), name));
    let (_, name) = near.min().filter(|(wrong, name)| *wrong <= WRONG.min(name.len() / 2))?;
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;

    #[test]
    fn the_nearest_subcommand_is_named() {
        let command = args::command();
        let complaint = |typed: &str, is_there: bool| complaint(&command, &[typed.into()], |_| is_there);
        let of = |typed, name| {
            Some(format!("there is no file or command {typed}; did you mean `mentor-tui {name}`?"))
        };
        assert_eq!(complaint("lsit", false), of("lsit", "list"));
        assert_eq!(complaint("Chekc", false), of("Chekc", "check"));
        assert_eq!(complaint("fecets", false), of("fecets", "facets"));
        let help = |typed: &str| {
            let error = args::command().try_get_matches_from(["mentor-tui", "help", typed]).unwrap_err();
            help_complaint(&command, &error)
        };
        let of_help = "there is no command exprt; did you mean `mentor-tui help export`?";
        assert_eq!((help("exprt").as_deref(), help("zzzzz")), (Some(of_help), None));
        for (typed, is_there) in
            [("lsit", true), ("lsit.md", false), ("proposals", false), ("go", false), ("-", false)]
        {
            assert_eq!(complaint(typed, is_there), None, "{typed}");
        }
    }
}

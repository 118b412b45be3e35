//! A subcommand that was mistyped: it is read as a PATH, which is not there.

use std::path::{Path, PathBuf};

use clap::Command;

/// So many letters of a subcommand may be wrong.
const WRONG: usize = 2;

/// The complaint about a first PATH that is not there and looks like a subcommand.
pub(super) fn complaint(
    command: &Command,
    paths: &[PathBuf],
    is_there: impl Fn(&Path) -> bool,
) -> Option<String> {
    let first = paths.first().filter(|path| !is_there(path))?;
    let typed = first.to_str().filter(|typed| typed.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let names = command.get_subcommands().map(Command::get_name);
    let near = names.map(|name| (strsim::osa_distance(name, &typed.to_ascii_lowercase()), name));
    let (_, name) = near.min().filter(|(wrong, name)| *wrong <= WRONG.min(name.len() / 2))?;
    Some(format!("there is no file or command {typed}; did you mean `mentor-tui {name}`?"))
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
        for (typed, is_there) in
            [("lsit", true), ("lsit.md", false), ("proposals", false), ("go", false), ("-", false)]
        {
            assert_eq!(complaint(typed, is_there), None, "{typed}");
        }
    }
}

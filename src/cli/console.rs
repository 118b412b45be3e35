//! The console: whether standard output is a terminal, how wide it is, and whether colours are wanted.

#![expect(clippy::disallowed_methods, reason = "the environment says what the console is")]

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};

use super::when::When;
use crate::shell;
use crate::ui::theme::ColorDepth;

/// Terminals that print the escape of a hyperlink instead of obeying or passing over it.
const WITHOUT_HYPERLINKS: &[&str] = &["", "dumb", "linux", "cons25", "eterm", "eterm-color", "vt52"];

/// The width of a terminal that does not say how wide it is.
const USUAL_WIDTH: usize = 80;
/// The height of one that does not.
const USUAL_HEIGHT: usize = 24;

/// The properties of standard output. The default is a pipe without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Console {
    /// Its width in columns where it is a terminal: text is laid out for reading. `None` where it is
    /// a pipe or a file: text is written as it is.
    pub(super) width: Option<usize>,
    /// Whether colours and bold text are wanted.
    pub(super) color: bool,
}

impl Console {
    /// The console of this process. With a screen it is the terminal that this is drawn on, which need
    /// not be standard output.
    pub(super) fn of_process(choice: When, has_screen: bool) -> Self {
        let terminal = io::stdout().is_terminal() || has_screen && shell::find_terminal();
        let size = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
        let variable = |name: &str| env::var_os(name);
        Self {
            width: terminal.then(|| width(variable("COLUMNS"), size)),
            color: color(choice, terminal, variable),
        }
    }

    /// Whether it is a terminal.
    pub(super) fn is_terminal(self) -> bool {
        self.width.is_some()
    }
}

/// The lines of the terminal; `None` where standard output is none.
pub(super) fn rows() -> Option<usize> {
    let is_terminal = io::stdout().is_terminal();
    is_terminal.then(|| crossterm::terminal::size().map_or(USUAL_HEIGHT, |(_, rows)| usize::from(rows)))
}

/// Whether the terminal shows a screen at all: one that calls itself dumb obeys no escape sequence.
pub(super) fn shows_screen() -> bool {
    env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether plain characters are wanted.
pub(super) fn is_ascii(choice: When) -> bool {
    match choice {
        When::Always => true,
        When::Never => false,
        // Consoles of Windows take Unicode whatever a variable says.
        When::Auto => cfg!(unix) && !is_utf8(|name| env::var_os(name)),
    }
}

/// Whether the locale says that text is UTF-8: of the variables, the first that is set counts. Where
/// none is, it is UTF-8: terminals on macOS set none, and take it.
fn is_utf8(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|it| !it.is_empty());
    locale.is_none_or(|locale| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Whether links are made clickable in the terminal.
pub(super) fn takes_hyperlinks(choice: When) -> bool {
    hyperlinks(choice, env::var_os("TERM").as_deref())
}

/// The colours that the terminal has.
pub(super) fn color_depth() -> ColorDepth {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    ColorDepth::of(&variable("COLORTERM"), &variable("TERM"))
}

fn hyperlinks(choice: When, term: Option<&OsStr>) -> bool {
    match choice {
        When::Always => true,
        When::Never => false,
        // Windows names no terminal; its consoles take them.
        When::Auto => match term.map(OsStr::to_string_lossy) {
            Some(term) => !WITHOUT_HYPERLINKS.contains(&&*term),
            None => cfg!(windows),
        },
    }
}

/// The width in columns: what the user says, else what the terminal says.
fn width(columns: Option<OsString>, size: impl FnOnce() -> Option<usize>) -> usize {
    columns
        .and_then(|columns| columns.to_str()?.parse().ok())
        .or_else(size)
        .filter(|&width| width > 0)
        .map_or(USUAL_WIDTH, |width| width.min(usize::from(shell::MOST_COLUMNS)))
}

/// Whether to colour: <https://no-color.org>, <https://bixense.com/clicolors> and <https://force-color.org>, of which
/// the refusal wins.
fn color(choice: When, terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let on = |name| variable(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false");
    match choice {
        When::Never => false,
        When::Always => true,
        When::Auto if set("NO_COLOR") => false,
        When::Auto if on("CLICOLOR_FORCE") || on("FORCE_COLOR") => true,
        When::Auto if variable("CLICOLOR").is_some_and(|value| value == "0") => false,
        When::Auto => terminal && variable("TERM").is_none_or(|term| term != "dumb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_beats_the_environment_and_that_the_terminal() {
        type Case<'a> = (When, bool, &'a [(&'a str, &'a str)], bool);
        let cases: &[Case<'_>] = &[
            (When::Auto, true, &[], true),
            (When::Auto, false, &[], false),
            (When::Auto, true, &[("NO_COLOR", "1")], false),
            (When::Auto, true, &[("NO_COLOR", "")], true),
            (When::Auto, true, &[("TERM", "dumb")], false),
            (When::Auto, false, &[("CLICOLOR_FORCE", "1")], true),
            (When::Auto, false, &[("CLICOLOR_FORCE", "0")], false),
            (When::Auto, true, &[("CLICOLOR", "0")], false),
            (When::Auto, true, &[("CLICOLOR", "1")], true),
            (When::Auto, false, &[("CLICOLOR", "1")], false),
            (When::Auto, true, &[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], true),
            (When::Auto, false, &[("FORCE_COLOR", "1")], true),
            (When::Auto, false, &[("FORCE_COLOR", "3")], true),
            (When::Auto, false, &[("FORCE_COLOR", "0")], false),
            (When::Auto, false, &[("FORCE_COLOR", "")], false),
            (When::Auto, true, &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], false),
            (When::Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
            (When::Always, false, &[("NO_COLOR", "1")], true),
            (When::Never, true, &[("CLICOLOR_FORCE", "1")], false),
        ];
        for &(choice, terminal, variables, expected) in cases {
            let variable = |wanted: &str| {
                let found = variables.iter().find(|(name, _)| *name == wanted);
                found.map(|(_, value)| OsString::from(value))
            };
            assert_eq!(color(choice, terminal, variable), expected, "{choice:?} {terminal} {variables:?}");
        }
    }

    #[test]
    fn hyperlinks_are_for_terminals_that_take_them() {
        let auto = |term: &str| hyperlinks(When::Auto, Some(term.as_ref()));
        assert!(auto("xterm-256color") && auto("tmux-256color"));
        assert!(!auto("dumb") && !auto("linux") && !auto(""));
        assert!(hyperlinks(When::Always, Some("dumb".as_ref())));
        assert!(!hyperlinks(When::Never, Some("xterm".as_ref())));
    }

    #[test]
    fn the_first_variable_that_is_set_says_whether_the_locale_is_utf_8() {
        for (variables, expected) in [
            (&[][..], true),
            (&[("LANG", "")], true),
            (&[("LANG", "C")], false),
            (&[("LANG", "POSIX")], false),
            (&[("LANG", "de_DE@euro")], false),
            (&[("LANG", "C.UTF-8")], true),
            (&[("LC_CTYPE", "UTF-8")], true),
            (&[("LC_CTYPE", "C"), ("LANG", "de_DE.UTF-8")], false),
            (&[("LC_ALL", "de_DE.utf8"), ("LC_CTYPE", "C"), ("LANG", "C")], true),
            (&[("LC_ALL", ""), ("LC_CTYPE", "C")], false),
        ] {
            let variable = |wanted: &str| {
                let found = variables.iter().find(|(name, _)| *name == wanted);
                found.map(|(_, value)| OsString::from(value))
            };
            assert_eq!(is_utf8(variable), expected, "{variables:?}");
        }
        assert!(is_ascii(When::Always) && !is_ascii(When::Never));
    }

    #[test]
    fn a_width_is_always_found() {
        assert_eq!(width(Some("100".into()), || Some(80)), 100);
        assert_eq!(width(Some("wide".into()), || Some(132)), 132);
        assert_eq!(width(None, || Some(0)), USUAL_WIDTH);
        assert_eq!(width(None, || None), USUAL_WIDTH);
        assert_eq!(width(Some("99999999999".into()), || None), usize::from(shell::MOST_COLUMNS));
    }
}

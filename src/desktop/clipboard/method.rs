//! The methods to the clipboard, decided from the environment alone: the first that works is taken.

use std::io;
use std::process::Command;

use super::escape::{bare, past_screen, past_tmux};
use crate::desktop::environment::Multiplexer;
use crate::desktop::{Environment, programs};

/// Terminals without a clipboard: what is sent there would be lost, or printed.
const WITHOUT_CLIPBOARD: &[&str] = &["dumb", "linux"];

/// A method to fill the clipboard.
#[derive(Debug, Clone, Copy)]
pub(super) enum Method {
    /// A program of this machine.
    Program(&'static Program),
    /// The buffer of tmux, which sends it on.
    Tmux,
    /// The terminal, by an escape sequence that passes the multiplexer.
    Terminal(fn(&str) -> String),
}

/// A program that fills the clipboard of this machine with what it is fed.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) name: &'static str,
    arguments: &'static [&'static str],
    /// Whether it can work here, if it is installed.
    works: fn(&Environment) -> bool,
    /// Whether it reads UTF-16 and not UTF-8.
    wide: bool,
}

/// All of them, in the order in which they are tried.
const PROGRAMS: &[Program] = &[
    Program {
        name: "wl-copy",
        arguments: &["--type", "text/plain"],
        works: |environment| environment.wayland,
        wide: false,
    },
    Program {
        name: "xclip",
        arguments: &["-selection", "clipboard", "-in"],
        works: |environment| environment.has_display,
        wide: false,
    },
    Program {
        name: "xsel",
        arguments: &["--clipboard", "--input"],
        works: |environment| environment.has_display,
        wide: false,
    },
    Program { name: "pbcopy", arguments: &[], works: |_| true, wide: false },
    Program { name: "clip.exe", arguments: &[], works: |_| true, wide: true },
];

impl Program {
    /// The command that is fed the text.
    ///
    /// # Errors
    ///
    /// When the program is not there.
    pub(super) fn command(&self, environment: &Environment) -> io::Result<Command> {
        let mut command = programs::command(self.name, environment)?;
        command.args(self.arguments);
        Ok(command)
    }

    /// The text as the program reads it.
    pub(super) fn encode(&self, text: &str) -> Vec<u8> {
        if !self.wide {
            return text.as_bytes().to_vec();
        }
        // Without the mark clip.exe takes it for the code page of the machine.
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }
}

/// The command that gives tmux a text, for its buffer and (`-w`, since 3.2) for the terminal.
///
/// # Errors
///
/// When tmux is not there.
pub(super) fn load_buffer(environment: &Environment) -> io::Result<Command> {
    let mut command = programs::command("tmux", environment)?;
    command.args(["load-buffer", "-w", "-"]);
    Ok(command)
}

/// The methods that there are here. The programs of a machine far away fill the clipboard of that one.
pub(super) fn methods(environment: &Environment) -> Vec<Method> {
    let there = PROGRAMS
        .iter()
        .filter(|_| !environment.remote)
        .filter(|program| (program.works)(environment) && programs::is_there(program.name, environment));
    let mut methods: Vec<Method> = there.map(Method::Program).collect();
    match environment.multiplexer {
        Some(Multiplexer::Tmux) => {
            methods.extend(programs::is_there("tmux", environment).then_some(Method::Tmux));
            methods.push(Method::Terminal(past_tmux));
        }
        Some(Multiplexer::Screen) => methods.push(Method::Terminal(past_screen)),
        None if WITHOUT_CLIPBOARD.contains(&environment.terminal.as_str()) => {}
        None => methods.push(Method::Terminal(bare)),
    }
    methods
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine with these programs on it.
    fn machine(installed: &[&str], environment: Environment) -> Vec<String> {
        let room = programs::tests::folder_with(installed);
        let environment = Environment { programs: room.path().into(), ..environment };
        let name = |method| match method {
            Method::Program(program) => program.name.to_owned(),
            Method::Tmux => "tmux".to_owned(),
            Method::Terminal(wrap) => wrap("\u{1b}]52;\u{1b}\\").replace('\u{1b}', "^"),
        };
        methods(&environment).into_iter().map(name).collect()
    }

    const ALL: &[&str] = &["wl-copy", "xclip", "xsel", "tmux"];

    #[cfg(unix)]
    #[test]
    fn programs_come_first_and_only_on_this_machine() {
        let here = || Environment { has_display: true, ..Environment::default() };
        assert_eq!(machine(ALL, here()), ["xclip", "xsel", "^]52;^\\"]);
        let wayland = || Environment { wayland: true, ..here() };
        assert_eq!(machine(ALL, wayland()), ["wl-copy", "xclip", "xsel", "^]52;^\\"]);
        assert_eq!(machine(&["xsel"], wayland()), ["xsel", "^]52;^\\"]);
        assert_eq!(machine(ALL, Environment::default()), ["^]52;^\\"], "without a display");
        assert_eq!(machine(ALL, Environment { remote: true, ..wayland() }), ["^]52;^\\"], "over SSH");
        assert_eq!(machine(&["pbcopy"], Environment::default()), ["pbcopy", "^]52;^\\"]);
    }

    #[cfg(unix)]
    #[test]
    fn who_stands_between_is_asked_or_passed() {
        let inside = |multiplexer| Environment {
            multiplexer: Some(multiplexer),
            terminal: "screen".to_owned(),
            remote: true,
            ..Environment::default()
        };
        let past_tmux = "^Ptmux;^^]52;^^\\^\\";
        assert_eq!(machine(ALL, inside(Multiplexer::Tmux)), ["tmux", past_tmux]);
        assert_eq!(machine(&[], inside(Multiplexer::Tmux)), [past_tmux]);
        assert_eq!(machine(ALL, inside(Multiplexer::Screen)), ["^P^]52;\u{7}^\\"]);
        let console = Environment { terminal: "linux".to_owned(), ..Environment::default() };
        assert_eq!(machine(ALL, console), [""; 0]);
    }

    #[test]
    fn windows_gets_its_own_encoding() {
        let encoded = |name| PROGRAMS.iter().find(|program| program.name == name).unwrap().encode("é");
        assert_eq!(encoded("clip.exe"), [0xFF, 0xFE, 0xE9, 0]);
        assert_eq!(encoded("pbcopy"), "é".as_bytes());
    }
}

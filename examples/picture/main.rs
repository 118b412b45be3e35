//! A picture of a program's screen, as SVG, taken from the real program on a pseudo-terminal.
//!
//! `docs/pictures` makes those in `README.md` with it.
//!
//! `--press KEYS` types, `--until TEXT` waits until the screen shows a text; both any number of
//! times, in order. In keys `\r`, `\t` and `\e` stand for Enter, Tab and Escape.
#![expect(clippy::disallowed_methods, reason = "it starts a program and writes a file")]
#![expect(clippy::print_stderr, reason = "it says what went wrong")]

mod svg;
#[path = "../../benches/support/terminal.rs"]
mod terminal;

use std::error::Error;
use std::process::ExitCode;

use terminal::Terminal;

const USAGE: &str = "usage: picture FILE COLUMNSxROWS [--press KEYS | --until TEXT]… -- PROGRAM [ARGUMENT…]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match take(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn take(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (steps, command) = split(arguments).ok_or(USAGE)?;
    let [file, size, steps @ ..] = steps else { return Err(USAGE.into()) };
    let (columns, rows) = size.split_once('x').ok_or(USAGE)?;

    let mut terminal = Terminal::start(command, columns.parse()?, rows.parse()?)?;
    for step in steps.chunks(2) {
        match step {
            [verb, keys] if verb == "--press" => terminal.press(&typed(keys))?,
            [verb, text] if verb == "--until" => drop(terminal.wait_for(text)?),
            _ => return Err(USAGE.into()),
        }
    }
    terminal.settle();
    std::fs::write(file, svg::draw(terminal.screen()))?;
    Ok(())
}

/// The arguments before and after the `--`.
fn split(arguments: &[String]) -> Option<(&[String], &[String])> {
    let at = arguments.iter().position(|argument| argument == "--")?;
    let command = &arguments[at + 1..];
    (!command.is_empty()).then(|| (&arguments[..at], command))
}

fn typed(keys: &str) -> String {
    keys.replace("\\r", "\r").replace("\\t", "\t").replace("\\e", "\x1b")
}

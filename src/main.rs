//! The program: everything is in the library, so that tests and benches can reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    mentor_tui::cli::run(std::env::args_os()).into()
}

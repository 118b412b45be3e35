//! Operations without a screen: reading, and every command with every format.

use std::ffi::OsString;
use std::hint::black_box;
use std::io::{self, Write};

use mentor_tui::cli;
use mentor_tui::model::Catalog;

use crate::subject::{Cost, Run, Subject};

/// The width that a terminal would have.
const WIDTH: usize = 100;

/// Commands; `@` is what was read, `?` the query. Those that begin with `|` write as to a terminal.
const COMMANDS: &[&str] = &[
    "list @",
    "|list @",
    "list --format json @",
    "list --unread @",
    "|list --skills go,rust --sort fit @",
    "show @ 1",
    "|show @ 1",
    "show --format markdown @ 1",
    "show --format json @ 1",
    "|facets @ skills",
    "facets @ projects",
    "facets @ mentors",
    "|stats @",
    "export --format markdown @",
    "export --format jsonl @",
    "export --format csv @",
    "check @",
    "check --profile cncf --pedantic --output-format full @",
    "check --profile cncf --output-format json @",
    "check --profile cncf --output-format sarif @",
    "check --profile cncf --output-format github @",
    "check --profile cncf --output-format markdown @",
    "check --profile cncf --unsafe-fixes --diff @",
    "check --profile cncf --fix @",
    "query: list --filter ? @",
    "query: show @ ?",
];

pub(crate) fn all() -> Vec<(String, Run)> {
    let read: Run = Box::new(|subject| {
        Cost::of(|| {
            black_box(subject.listings());
            0
        })
    });
    let catalog: Run = Box::new(|subject| {
        let listings = subject.catalog.listings().iter().map(|listing| listing.as_ref().clone()).collect();
        Cost::of(|| {
            black_box(Catalog::new(listings));
            0
        })
    });
    let mut operations = vec![("read".to_owned(), read), ("build the catalog".to_owned(), catalog)];
    for &line in COMMANDS {
        let run: Run = Box::new(move |subject| run(line, subject));
        operations.push((line.to_owned(), run));
    }
    operations
}

fn run(line: &str, subject: &Subject) -> Cost {
    let (width, command) = line.strip_prefix('|').map_or((None, line), |command| (Some(WIDTH), command));
    let command = command.strip_prefix("query: ").unwrap_or(command);
    let argument = |word: &str| -> OsString {
        match word {
            "@" => subject.path(),
            "?" => subject.query.as_str().into(),
            word => word.into(),
        }
    };
    let mut arguments: Vec<OsString> = vec!["mentor-tui".into(), "--offline".into(), "--no-config".into()];
    arguments.extend(command.split(' ').map(argument));
    let mut written = Counter(0);
    let cost = Cost::of(|| {
        black_box(cli::run_to(arguments, width, &mut written, &mut io::sink()));
        written.0
    });
    if line.contains("--fix") {
        subject.write().expect("they could be written before");
    }
    cost
}

/// Counts the bytes that are written to it.
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

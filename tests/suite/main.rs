//! All tests that need no terminal, as one program: one file for a subject, one folder for its parts.
//!
//! The tests of a real terminal are the other program, `tests/pty`.

#![expect(clippy::disallowed_methods, reason = "tests run the program, and write what it reads")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "a test that skips says so")]

mod archives;
mod ascii;
mod check;
mod cli;
mod config;
mod corpus;
mod docs;
mod export;
mod issues;
mod layers;
mod queries;
mod reader;
mod reading;
mod sample;
mod schemas;
mod screen;
mod sources;
mod support;
mod watch;
mod words;

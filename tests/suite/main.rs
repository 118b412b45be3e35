//! All tests that need no terminal, as one program: one file for a subject, one folder for its parts.
//!
//! The tests of a real terminal are the other program, `tests/pty`.

mod ascii;
mod check;
mod cli;
mod corpus;
mod docs;
mod export;
mod layers;
mod queries;
mod reader;
mod reading;
mod sample;
mod screen;
mod sources;
mod support;
mod watch;

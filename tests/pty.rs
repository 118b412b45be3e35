//! The program on a real terminal: the real binary on a pseudo-terminal, its keys typed as bytes,
//! its screen read by an emulator, every byte that it writes kept.
//!
//! Nothing here waits for a time to pass, with one exception that says so: whoever waits, waits for
//! something to be seen, and fails with the screen when it does not come.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests start programs, and make their homes and files")]
#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do fails the test")]

#[path = "pty/choosing.rs"]
mod choosing;
#[path = "pty/copying.rs"]
mod copying;
#[path = "pty/counting.rs"]
mod counting;
#[path = "pty/drawing.rs"]
mod drawing;
#[path = "pty/editing.rs"]
mod editing;
#[path = "pty/ending.rs"]
mod ending;
#[path = "pty/finding.rs"]
mod finding;
#[path = "pty/following.rs"]
mod following;
#[path = "pty/hostile.rs"]
mod hostile;
#[path = "pty/leaving.rs"]
mod leaving;
#[path = "pty/limits.rs"]
mod limits;
#[path = "pty/linking.rs"]
mod linking;
#[path = "pty/loading.rs"]
mod loading;
#[path = "pty/mending.rs"]
mod mending;
#[path = "pty/opening.rs"]
mod opening;
#[path = "pty/plain.rs"]
mod plain;
#[path = "pty/pointing.rs"]
mod pointing;
#[path = "pty/printing.rs"]
mod printing;
#[path = "pty/reading.rs"]
mod reading;
#[path = "pty/record.rs"]
mod record;
#[path = "pty/remembering.rs"]
mod remembering;
#[path = "pty/resting.rs"]
mod resting;
#[path = "pty/room.rs"]
mod room;
#[path = "sources/server.rs"]
mod server;
#[path = "pty/stopping.rs"]
mod stopping;
#[path = "pty/terminal.rs"]
mod terminal;
#[path = "pty/typing.rs"]
mod typing;
#[path = "pty/unasked.rs"]
mod unasked;
#[path = "cli/walk.rs"]
mod walk;

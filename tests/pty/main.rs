//! The program on a real terminal: the real binary on a pseudo-terminal, its keys typed as bytes,
//! its screen read by an emulator, every byte that it writes kept.
//!
//! Nothing here waits for a time to pass, with one exception that says so: whoever waits, waits for
//! something to be seen, and fails with the screen when it does not come.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests start programs, and make their homes and files")]
#![expect(clippy::unwrap_used, reason = "what helpers of a test cannot do fails the test")]

mod asking;
mod configuring;
mod copying;
mod drawing;
mod editing;
mod ending;
mod exporting;
mod finding;
mod following;
mod hostile;
mod leaving;
mod limits;
mod linking;
mod loading;
mod mending;
mod opening;
mod paging;
mod plain;
mod pointing;
mod printing;
mod reading;
mod record;
mod remembering;
mod resting;
mod room;
mod shortlisting;
mod skills;
mod starting;
mod stopping;
#[path = "../suite/support/mod.rs"]
mod support;
mod tasks;
mod terminal;
mod typing;
mod unasked;
mod visiting;

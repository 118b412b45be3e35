//! Support for tests of several subjects. The other test program loads this folder, too: a `mod.rs`, for
//! then its files are found from there.

#[allow(dead_code, reason = "each of the tests that share it needs another part of it")]
pub(crate) mod archive;
pub(crate) mod room;
pub(crate) mod server;
pub(crate) mod walk;

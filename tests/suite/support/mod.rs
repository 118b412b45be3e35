//! Support for tests of several subjects. The other test program loads this folder, too: a `mod.rs`, for
//! then its files are found from there.

pub(crate) mod room;
pub(crate) mod server;
pub(crate) mod walk;

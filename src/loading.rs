//! Loading: the documents of a plan, read and parsed on all cores.
//!
//! [`read_all`] does the reading and [`Loading`] keeps account of it; the screen and the command line use both.

mod account;
mod folders;
mod reader;
mod sentences;

pub use account::{Loading, Missing, Taken};
pub use folders::Folders;
pub use reader::{ReadOutcome, Readout, parsed, read_all, read_one};
pub use sentences::{LeftOut, name, why_empty, without_proposals};

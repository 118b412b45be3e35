//! Safe access to files: small ones are read within limits, and files are replaced as a whole.
//!
//! The only place that opens a file beside a listing. A path may lead to anything: a pipe that nobody
//! writes to, a device without an end, a directory, a link to nothing. [`read`] takes regular files of
//! bounded size and answers everything else with a sentence; it never waits. [`replace()`] never leaves
//! half a file, and never puts a file where something else was.

mod error;
mod parts;
mod read;
mod replace;

pub use error::FileError;
pub use parts::clean;
pub use read::{is_terminal, open, open_with, read, read_text};
pub use replace::replace;

//! The programs that are started: browser, clipboard, editor, pager and git.
//!
//! Nothing is started unasked, and no name is looked for in the current directory: `programs` makes every command.
//! None of them pretends. Where no browser can run, the answer is a reason and not a success; what is
//! sent to a terminal as a clipboard is called sent, for nobody answers whether it arrived.

pub mod browser;
pub mod clipboard;
pub mod command_line;
pub mod editor;
mod environment;
pub mod git;
pub mod pager;
mod platform;
mod programs;

pub use environment::Environment;
pub use platform::Platform;

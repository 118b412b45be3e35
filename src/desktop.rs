//! The desktop: the browser, the clipboard and the editor of the person in front of the terminal.
//!
//! Neither pretends. Where no browser can run, the answer is a reason and not a success; what is
//! sent to a terminal as a clipboard is called sent, for nobody answers whether it arrived.

pub mod browser;
pub mod clipboard;
pub mod command_line;
pub mod editor;
mod environment;
mod platform;
mod programs;

pub use environment::Environment;
pub use platform::Platform;

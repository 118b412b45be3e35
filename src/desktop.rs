//! The desktop: the browser and the clipboard of the person in front of the terminal.
//!
//! Neither pretends. Where no browser can run, the answer is a reason and not a success; what is
//! sent to a terminal as a clipboard is called sent, for nobody answers whether it arrived.

pub mod browser;
pub mod clipboard;
mod environment;

pub use environment::Environment;

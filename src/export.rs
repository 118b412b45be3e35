//! Export: proposals as text that other programs read.
//!
//! Layer 3: values in, text out. What is written is safe to look at on a terminal.

pub mod template;

//! The store: what the program keeps on disk, and where.

pub mod checking;
pub mod config;
pub mod crash;
pub mod mended;
pub mod paths;
pub mod replace;
pub mod state;

pub use replace::replace;

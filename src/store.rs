//! The store: what the program keeps on disk, and where.

pub mod config;
pub mod crash;
pub mod paths;
pub mod state;

//! The screen without a terminal: keys go in, pictures and effects come out.

mod behaviour;
mod contrast;
mod counts;
mod dump;
mod facets;
mod find_next;
pub(crate) mod harness;
mod hostile;
mod links;
mod look;
mod marks;
mod mouse;
mod observable;
mod pictures;
mod problems;
mod random;
mod sizes;
mod sorting;

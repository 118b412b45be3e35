//! The screen without a terminal: keys go in, pictures and effects come out.

mod behaviour;
mod contrast;
mod counts;
mod dump;
mod facets;
pub(crate) mod harness;
mod hostile;
mod links;
mod marks;
mod mouse;
mod observable;
mod onward;
mod pictures;
mod problems;
mod random;
mod sizes;
mod sorting;

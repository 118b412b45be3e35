//! The screen without a terminal: keys go in, pictures and effects come out.

mod behaviour;
mod commands;
mod contrast;
mod counts;
mod dump;
mod facets;
mod filtering;
mod find_next;
pub(crate) mod harness;
mod help;
mod hostile;
mod links;
mod look;
mod marks;
mod mouse;
mod news;
mod observable;
mod pictures;
mod problems;
mod random;
mod remapped;
mod shortlist;
mod sizes;
mod skills;
mod sorting;
mod start;
mod words;

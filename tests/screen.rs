//! The screen without a terminal: keys go in, pictures and effects come out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "screen/behaviour.rs"]
mod behaviour;
#[path = "screen/contrast.rs"]
mod contrast;
#[path = "screen/counts.rs"]
mod counts;
#[path = "screen/dump.rs"]
mod dump;
#[path = "screen/facets.rs"]
mod facets;
#[path = "screen/harness.rs"]
mod harness;
#[path = "screen/hostile.rs"]
mod hostile;
#[path = "screen/links.rs"]
mod links;
#[path = "screen/marks.rs"]
mod marks;
#[path = "screen/mouse.rs"]
mod mouse;
#[path = "screen/observable.rs"]
mod observable;
#[path = "screen/onward.rs"]
mod onward;
#[path = "screen/pictures.rs"]
mod pictures;
#[path = "screen/problems.rs"]
mod problems;
#[path = "screen/random.rs"]
mod random;
#[path = "screen/sizes.rs"]
mod sizes;
#[path = "screen/sorting.rs"]
mod sorting;

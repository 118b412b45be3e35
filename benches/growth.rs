//! Growth: how the time of every operation grows with every kind of repetition in a listing.
//!
//! `cargo bench --bench growth [-- LISTING [OPERATION]]`: only those whose names hold these words (or, behind a
//! `!`, do not). Each
//! operation is carried out on each listing of `growth/listings.rs` at a size and at eight times that size.
//! A line gives both times (CPU time, the least of several) and their exponent: 1 is linear in the input,
//! 2 is quadratic; then the exponent of the bytes that were written. Fails where one is above 1.3.
#![expect(clippy::disallowed_methods, reason = "a bench writes files and looks at the clock")]
#![expect(clippy::cast_precision_loss, reason = "the sizes are far below what a float holds exactly")]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

#[path = "growth/clock.rs"]
mod clock;
#[path = "growth/commands.rs"]
mod commands;
#[path = "growth/keys.rs"]
mod keys;
#[path = "support/listing.rs"]
mod listing;
#[path = "growth/listings.rs"]
mod listings;
#[path = "growth/marks.rs"]
mod marks;
#[path = "growth/subject.rs"]
mod subject;

use std::io;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use subject::{Cost, Subject};

/// The argument of a part before its number and the count of parts.
const PART: &str = "--part";
/// The greatest exponent that passes. A logarithm, and leaving a cache of the processor, stay below it.
const MOST: f64 = 1.3;
/// How much larger the second size is.
const FACTOR: usize = 8;
/// How often a suspicious pair is measured again.
const RETRIES: usize = 12;
/// How long that may take: what is as slow as that is no noise.
const PATIENCE: Duration = Duration::from_secs(1);
/// An operation that takes less at the larger size is repeated until the sum is this much.
const SAMPLE: f64 = 2e-3;
/// A time (seconds) below this at the larger size is noise: it can do no harm.
const NOISE: f64 = 2e-4;

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
    match words.as_slice() {
        [PART, part, of, words @ ..] => {
            let number = |word: &str| word.parse().map_err(io::Error::other);
            measure(number(part)?, number(of)?, words)
        }
        words => in_parallel(words),
    }
}

/// Starts this program once for each core, each with its part of the listings.
fn in_parallel(words: &[&str]) -> io::Result<ExitCode> {
    let start = Instant::now();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let program = std::env::current_exe()?;
    let part = |part: usize| {
        let numbers = [part.to_string(), cores.to_string()];
        Command::new(&program).args(["--bench", PART]).args(numbers).args(words).spawn()
    };
    let parts = (0..cores).map(part).collect::<io::Result<Vec<_>>>()?;
    let mut is_fine = true;
    for mut part in parts {
        is_fine &= part.wait()?.success();
    }
    println!("{:.0?} in all", start.elapsed());
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Measures every listing whose number leaves `part` when divided by `of`.
fn measure(part: usize, of: usize, words: &[&str]) -> io::Result<ExitCode> {
    let is_wanted = |name: &str, at: usize| {
        words.get(at).is_none_or(|word| match word.strip_prefix('!') {
            Some(word) => !name.contains(word),
            None => name.contains(word),
        })
    };
    let operations: Vec<_> = commands::all().into_iter().chain(keys::all()).collect();
    let listings = listings::all().chain(marks::all()).filter(|listing| is_wanted(listing.name, 0));
    let (mut count, mut suspects) = (0, Vec::new());
    for (_, listing) in listings.enumerate().filter(|(number, _)| number % of == part) {
        let (small, large) = (Subject::new(&listing, 1)?, Subject::new(&listing, FACTOR)?);
        for (name, run) in operations.iter().filter(|(name, _)| is_wanted(name, 1) && listing.takes(name)) {
            count += 1;
            let pair = Pair::measure(&small, &large, run, PATIENCE);
            println!("{}: {name}: {pair}", listing.name);
            if pair.is_too_steep() {
                suspects.push((listing, name, run));
            }
        }
    }
    // A failure counts if the operation fails again later: a busy neighbour may have slowed all of its tries.
    let mut failed = Vec::new();
    for (listing, name, run) in suspects {
        let (small, large) = (Subject::new(&listing, 1)?, Subject::new(&listing, FACTOR)?);
        let pair = Pair::measure(&small, &large, run, PATIENCE * 5);
        if pair.is_too_steep() {
            failed.push(format!("{}: {name}: {pair}", listing.name));
        }
    }
    println!("\n{count} operations, {} above {MOST}", failed.len());
    for line in &failed {
        println!("{line}");
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The cost of an operation at both sizes.
struct Pair {
    small: Cost,
    large: Cost,
    /// By how much the input grew.
    grown: f64,
}

impl Pair {
    /// Measures both; again where their exponent is too large, since another program may have been in the way.
    fn measure(small: &Subject, large: &Subject, run: &subject::Run, patience: Duration) -> Self {
        let cost = |subject: &Subject| {
            let mut least = run(subject);
            let mut spent = least.seconds;
            while spent < SAMPLE {
                let cost = run(subject);
                spent += cost.seconds.max(SAMPLE / 50.0);
                least = least.min(cost);
            }
            least
        };
        let mut pair = Self { small: cost(small), large: cost(large), grown: large.size() / small.size() };
        let start = Instant::now();
        for _ in 0..RETRIES {
            if pair.exponent() <= MOST || start.elapsed() > patience {
                break;
            }
            pair.large = pair.large.min(cost(large));
            // The first run may have been the one with cold caches, which flatters.
            pair.small = pair.small.min(cost(small));
        }
        pair
    }

    fn is_too_steep(&self) -> bool {
        self.exponent() > MOST || self.output() > MOST
    }

    fn exponent(&self) -> f64 {
        if self.large.seconds < NOISE {
            0.0
        } else {
            exponent(self.large.seconds / self.small.seconds, self.grown)
        }
    }

    fn output(&self) -> f64 {
        exponent(self.large.bytes.max(1.0) / self.small.bytes.max(1.0), self.grown)
    }
}

/// The power of `grown` that `by` is.
fn exponent(by: f64, grown: f64) -> f64 {
    by.ln() / grown.ln()
}

impl std::fmt::Display for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (small, large) = (self.small.seconds * 1e3, self.large.seconds * 1e3);
        write!(f, "{small:.3} ms, {large:.3} ms, exponent {:.2}", self.exponent())?;
        if self.large.bytes > 0.0 {
            write!(
                f,
                "; {} bytes, {} bytes, exponent {:.2}",
                self.small.bytes,
                self.large.bytes,
                self.output()
            )?;
        }
        Ok(())
    }
}

//! Two pieces of work timed in turn, so that their ratio survives a machine that drifts.

use std::time::{Duration, Instant};

use crate::median::median;

/// One sample lasts at least this long: shorter ones measure the clock.
const SAMPLE: Duration = Duration::from_millis(4);

/// The median, over `pairs` rounds, of the time of `work` divided by that of `base`. In each round
/// both run, one right after the other; which goes first changes from round to round.
pub(crate) fn paired(pairs: usize, mut work: impl FnMut(), mut base: impl FnMut()) -> f64 {
    let (work_times, base_times) = (repeats(&mut work), repeats(&mut base));
    let ratios = (0..pairs).map(|round| {
        if round % 2 == 0 {
            let measured = mean(&mut work, work_times);
            measured / mean(&mut base, base_times)
        } else {
            let measured = mean(&mut base, base_times);
            mean(&mut work, work_times) / measured
        }
    });
    median(ratios.collect())
}

/// How often a piece of work fits into a sample. Its first, cold run does not count.
fn repeats(work: &mut impl FnMut()) -> u32 {
    work();
    let once = mean(work, 1).max(1e-9);
    let mut times = 1;
    while f64::from(times) * once < SAMPLE.as_secs_f64() {
        times *= 2;
    }
    times
}

/// Seconds a run.
fn mean(work: &mut impl FnMut(), times: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..times {
        work();
    }
    start.elapsed().as_secs_f64() / f64::from(times)
}

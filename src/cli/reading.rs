//! Reading all that was planned, on every core, in the order of the plan.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::model::{Listing, Origin};
use crate::source::{Plan, Settings, SourceError, Stale};
use crate::{parse, source};

/// What came of one source.
pub(super) type Outcome = Result<(Listing, Option<Stale>), SourceError>;

/// Reads and parses every source of a plan; the outcomes stand in its order.
pub(super) fn read(plan: &Plan, settings: &Settings) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, source)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            plan.sources.get(at).map(|source| (at, source))
        } {
            done.push((at, read_one(&source.origin, settings)));
        }
        done
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = cores.min(plan.sources.len()).saturating_sub(1);
    let mut done = thread::scope(|scope| {
        let helpers: Vec<_> = (0..helpers).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for helper in helpers {
            // A panic of a helper is ours.
            done.extend(helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}

fn read_one(origin: &Origin, settings: &Settings) -> Outcome {
    let loaded = source::load(origin, settings)?;
    Ok((parse::listing(loaded.document), loaded.stale))
}

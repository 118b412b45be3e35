//! Resting: a program that shows something and is asked nothing does nothing.
#![cfg(target_os = "linux")]

use std::fs;
use std::time::Duration;

use crate::room::Room;
use crate::terminal::Start;

/// How long it is watched. The one place where time is waited for: nothing can be seen to happen
/// where nothing happens.
const WATCH: Duration = Duration::from_secs(1);

/// How many windows of [`WATCH`] it has to come to rest: many, for a machine that is busy with other tests.
const WINDOWS: usize = 20;

/// How often the threads of a process went to sleep by themselves, and how long they ran, in ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Work {
    naps: u64,
    ticks: u64,
}

impl Work {
    fn of(process: i32) -> Self {
        let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
        let naps = threads.map(|thread| naps(&thread.unwrap().path().join("status"))).sum();
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
        // The name in brackets may hold spaces; user and system time are 11 and 12 fields after it.
        let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        Self { naps, ticks: fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap() }
    }
}

fn naps(status: &std::path::Path) -> u64 {
    // The thread may have ended since it was listed.
    let Ok(status) = fs::read_to_string(status) else { return 0 };
    let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    line.unwrap().trim().parse().unwrap()
}

#[test]
fn at_rest_nothing_is_written_and_nobody_wakes_up() {
    for keys in ["", "j", "/lichen", "?"] {
        // Each its own: the filter is kept for the next start.
        let room = Room::new();
        let mut terminal = Start::program(&room, &["ideas.md"]).go();
        terminal.wait_text("A lamp that knows the moon");
        if !keys.is_empty() {
            let before = terminal.record().frames();
            terminal.press(keys);
            while terminal.record().frames() == before {
                terminal.take_for(Duration::from_millis(5));
            }
        }
        // Work that the machine delayed only moves the rest to a later window; whatever ticks leaves none.
        let process = terminal.process();
        let rested = (0..WINDOWS).any(|_| {
            let before = Work::of(process);
            terminal.take_for(WATCH) == 0 && Work::of(process) == before
        });
        assert!(rested, "after {keys:?}");
        terminal.press("\x03");
        terminal.end().assert_given_back();
    }
}

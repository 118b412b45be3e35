//! A great many proposals: the first frame, all of them in the list, memory, keystrokes.
//!
//! `cargo bench --bench scale [-- PROPOSALS]`; 10,000 of them in 40 files unless told otherwise, and
//! 100,000 in 400 files are the 200 MB that the goals are about. Both sides of every ratio are taken
//! in the same run; what `fzf` is needed for is left out where it is not installed.
#![expect(
    clippy::disallowed_methods,
    reason = "a bench writes files, starts programs and looks at the clock"
)]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

#[path = "support/listing.rs"]
mod listing;
#[path = "support/median.rs"]
mod median;
#[path = "support/memory.rs"]
mod memory;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::hint::black_box;
use std::io;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use median::median;
use mentor_tui::markdown::events;
use pulldown_cmark::Parser;
use terminal::Terminal;

const PROPOSALS: usize = 10_000;
const A_FILE: usize = 250;
/// The bytes of a proposal in the goals: 200 MB for 100,000.
const A_PROPOSAL: usize = 2_000;
const ROUNDS: usize = 5;
const SIZE: (u16, u16) = (120, 40);
/// The letters that are typed into the filter one at a time, and the key that clears it.
const LETTERS: &str = "compiler";
const CLEAR: &str = "\x15";
/// The first frame holds at least the name.
const FIRST: &str = "mentor-tui";

/// The documents on disk.
struct Room {
    directory: tempfile::TempDir,
    texts: Vec<String>,
    bytes: usize,
    /// As many lines as there are proposals: what `fzf` is given.
    lines: tempfile::NamedTempFile,
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let proposals = match arguments.iter().find(|argument| *argument != "--bench") {
        Some(number) => number.parse().map_err(io::Error::other)?,
        None => PROPOSALS,
    };
    let (small, large) = (room(40)?, room(proposals)?);
    println!("{proposals} proposals in {} files, {} MB", large.texts.len(), large.bytes / 1_000_000);
    loading(&small, &large, proposals)?;
    keystrokes(&small, &large, proposals)
}

/// A directory of listings. Numbers make the titles differ, and more prose makes the proposals as
/// long as they are in the goals.
fn room(proposals: usize) -> io::Result<Room> {
    let source = listing::until(|made| made.proposals == proposals);
    let mut prose = source.lines().filter(|line| line.len() > 400 && line.is_ascii()).cycle();
    let (mut texts, mut lines) = (vec![String::new()], String::new());
    let (mut number, mut bytes) = (0, 0);
    for line in source.lines() {
        let title = line.strip_prefix("#### ").filter(|title| !title.starts_with("Title of"));
        if title.is_some() && number > 0 && number % A_FILE == 0 {
            texts.push("# Ideas\n".to_owned());
        }
        let Some(text) = texts.last_mut() else { break };
        let before = text.len();
        if let Some(title) = title {
            number += 1;
            *text += &format!("#### {title}, part {number}\n");
            while bytes + text.len() - before + 1_000 < number * A_PROPOSAL {
                *text += &format!("\n{}\n", prose.next().unwrap_or("There is more to say."));
            }
            lines += &format!("{title}, part {number}: Rust, Technical writing, Graph algorithms\n");
        } else {
            *text += &format!("{line}\n");
        }
        bytes += text.len() - before;
    }
    let directory = tempfile::tempdir()?;
    for (number, text) in texts.iter().enumerate() {
        fs::write(directory.path().join(format!("ideas-{number:03}.md")), text)?;
    }
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), lines)?;
    Ok(Room { directory, texts, bytes, lines: file })
}

/// The first frame, and all of them in the list, in turn with their bases.
fn loading(small: &Room, large: &Room, proposals: usize) -> io::Result<()> {
    let all = format!("Proposals {proposals}");
    let (mut first, mut whole, mut peak) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let base = start(small)?.wait_for(FIRST)?;
        let mut terminal = start(large)?;
        let frame = terminal.wait_for(FIRST)?;
        first.push((ratio(frame, base), millis(frame)));
        let time = terminal.wait_for(&all)?;
        terminal.settle();
        peak.extend(memory::peak(terminal.child.process_id()));
        drop(terminal);
        whole.push((ratio(time, events_of(&large.texts)), time.as_secs_f64()));
    }
    let frame = median(first.iter().map(|(_, millis)| *millis).collect());
    let first = median(first.into_iter().map(|(ratio, _)| ratio).collect());
    println!("first frame: {frame:.1} ms, {first:.2} × that of 40 proposals");
    let seconds = median(whole.iter().map(|(_, seconds)| *seconds).collect());
    let whole = median(whole.into_iter().map(|(ratio, _)| ratio).collect());
    println!("all in the list: {seconds:.2} s, {whole:.2} × the bare events on as many cores (goal: 4)");
    if let Some(peak) = peak.iter().max() {
        let limit = (large.bytes * 5 / 2 + 30_000_000) as u64 / 1024;
        println!("peak memory: {} MiB, {} % of the limit", peak / 1024, peak * 100 / limit);
    }
    Ok(())
}

/// Keys in the list and in the filter, and those of `fzf`.
fn keystrokes(small: &Room, large: &Room, proposals: usize) -> io::Result<()> {
    let (mut few, mut many) = (start(small)?, start(large)?);
    few.wait_for("Proposals 40")?;
    many.wait_for(&format!("Proposals {proposals}"))?;
    let mut fzf = fuzzy_finder(large, proposals);
    [Some(&mut few), Some(&mut many), fzf.as_mut()].into_iter().flatten().for_each(|terminal| {
        terminal.settle();
    });
    let mut steps = Vec::new();
    for _ in 0..21 {
        let (many, few) = (stroke(&mut many, "j")?, stroke(&mut few, "j")?);
        steps.push(ratio(many, few));
    }
    println!("a step down the list: {:.2} × that among 40 proposals", median(steps));

    stroke(&mut many, "/")?;
    let built = stroke(&mut many, &LETTERS[..1])?;
    println!("the first letter: {:.0} ms", millis(built));
    stroke(&mut many, CLEAR)?;
    let (mut own, mut theirs) = (Vec::new(), Vec::new());
    let mut bursts = Vec::new();
    for _ in 0..ROUNDS {
        for letter in 0..LETTERS.len() {
            own.push(millis(stroke(&mut many, &LETTERS[letter..=letter])?));
            if let Some(fzf) = &mut fzf {
                theirs.push(millis(stroke(fzf, &LETTERS[letter..=letter])?));
            }
        }
        stroke(&mut many, CLEAR)?;
        let burst = stroke(&mut many, LETTERS)?;
        stroke(&mut many, CLEAR)?;
        if let Some(fzf) = &mut fzf {
            stroke(fzf, CLEAR)?;
            bursts.push(ratio(burst, stroke(fzf, LETTERS)?));
            stroke(fzf, CLEAR)?;
        }
    }
    let own = median(own);
    if theirs.is_empty() {
        println!("a letter in the filter: {own:.1} ms; fzf is not installed");
    } else {
        let theirs = median(theirs);
        println!("a letter in the filter: {own:.1} ms, {:.2} × that of fzf (goal: 0.5)", own / theirs);
        println!("a burst of 8 letters: {:.2} × that of fzf (goal: 0.5)", median(bursts));
    }
    // Words that no text holds: every text is searched to its end.
    for keys in ["\r", "/", "zyzzyva", "\r"] {
        stroke(&mut many, keys)?;
    }
    let mut through = Vec::new();
    for _ in 0..ROUNDS {
        through.push(millis(stroke(&mut many, "n")?));
        stroke(&mut many, "J")?;
    }
    println!("a search through all the texts: {:.0} ms", median(through));
    if let Some(peak) = memory::peak(many.child.process_id()) {
        println!("peak memory with the index: {} MiB", peak / 1024);
    }
    Ok(())
}

fn start(room: &Room) -> io::Result<Terminal> {
    let directory = room.directory.path().to_string_lossy().into_owned();
    Terminal::start(&[env!("CARGO_BIN_EXE_mentor-tui").to_owned(), directory], SIZE.0, SIZE.1)
}

/// `fzf` with all lines read, where it is installed.
fn fuzzy_finder(room: &Room, proposals: usize) -> Option<Terminal> {
    let command = format!("exec fzf < '{}'", room.lines.path().display());
    let command = ["sh", "-c", &command].map(ToOwned::to_owned);
    let mut terminal = Terminal::start(&command, SIZE.0, SIZE.1).ok()?;
    terminal.wait_for(&format!("{proposals}/{proposals}")).ok()?;
    Some(terminal)
}

/// From the keys until the screen no longer changes.
fn stroke(terminal: &mut Terminal, keys: &str) -> io::Result<Duration> {
    let pressed = Instant::now();
    terminal.press(keys)?;
    let last = terminal.settle().ok_or_else(|| io::Error::other(format!("nothing came of {keys:?}")))?;
    Ok(last.saturating_duration_since(pressed))
}

/// Every Markdown event of all texts, on every core: what no reader can do without.
fn events_of(texts: &[String]) -> Duration {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            Parser::new_ext(text, events::OPTIONS)
                .into_offset_iter()
                .for_each(|event| drop(black_box(event)));
        }
    };
    let start = Instant::now();
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        (0..cores).for_each(|_| drop(scope.spawn(work)));
    });
    start.elapsed()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

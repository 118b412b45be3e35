//! From the start of the program to its first painted frame, on a pseudo-terminal, and its peak memory.
//!
//! `cargo bench --bench first_frame [-- LISTING TEXT]`. The rounds go in turn: the program; a bare
//! ratatui program that shows the same file as text (this bench, started with `--bare`); `less`,
//! where it is installed. Goal: at most 1.5 times the bare program. Without arguments the sample is
//! shown; `LISTING` is a file, and `TEXT` something that the first frame of each shows of it.
#![expect(clippy::disallowed_methods, reason = "a bench starts programs and looks at the clock")]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

#[path = "support/median.rs"]
mod median;
#[path = "support/memory.rs"]
mod memory;
#[path = "support/terminal.rs"]
mod terminal;

use std::collections::HashMap;
use std::io;

use median::median;
use ratatui::crossterm::event::{self, Event};
use ratatui::widgets::Paragraph;
use terminal::Terminal;

const SAMPLE: (&str, &str) = (concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample.md"), "Brinewatch");
const ROUNDS: usize = 21;
const SIZE: (u16, u16) = (120, 40);

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, file] = arguments.as_slice()
        && flag == "--bare"
    {
        return bare(file);
    }
    if !arguments.iter().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let given: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
    match given[..] {
        [] => compare(SAMPLE.0, SAMPLE.1),
        [listing, text] => compare(listing, text),
        _ => Err(io::Error::other("usage: cargo bench --bench first_frame [-- LISTING TEXT]")),
    }
}

/// The smallest program that could be called a viewer: the whole file in one paragraph, until a key.
fn bare(file: &str) -> io::Result<()> {
    let text = std::fs::read_to_string(file)?;
    let mut terminal = ratatui::init();
    let shown =
        terminal.draw(|frame| frame.render_widget(Paragraph::new(text.as_str()), frame.area())).map(|_| ());
    while shown.is_ok() && !matches!(event::read(), Ok(Event::Key(_)) | Err(_)) {}
    ratatui::restore();
    shown
}

fn compare(listing: &str, text: &str) -> io::Result<()> {
    let here = std::env::current_exe()?.to_string_lossy().into_owned();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let mut programs = vec![
        ("mentor-tui", words(&[env!("CARGO_BIN_EXE_mentor-tui"), listing])),
        ("bare ratatui", words(&[here.as_str(), "--bare", listing])),
    ];
    let less = words(&["less", listing]);
    if Terminal::start(&less, SIZE.0, SIZE.1).and_then(|mut terminal| terminal.wait_for(text)).is_ok() {
        programs.push(("less", less));
    }

    let mut seconds: HashMap<&str, Vec<f64>> = HashMap::new();
    let mut peaks: HashMap<&str, u64> = HashMap::new();
    for round in 0..=ROUNDS {
        for (name, command) in &programs {
            let mut terminal = Terminal::start(command, SIZE.0, SIZE.1)?;
            let frame = terminal.wait_for(text)?;
            terminal.settle();
            peaks.extend(memory::peak(terminal.child.process_id()).map(|kib| (*name, kib)));
            terminal.press("q")?;
            // The first round warms the caches.
            if round > 0 {
                seconds.entry(name).or_default().push(frame.as_secs_f64());
            }
        }
    }

    let own = &seconds[programs[0].0];
    println!("first frame of {listing} at {}x{}, medians of {ROUNDS} rounds in turn", SIZE.0, SIZE.1);
    for (name, _) in &programs {
        let theirs = &seconds[name];
        let ratio = median(own.iter().zip(theirs).map(|(own, theirs)| own / theirs).collect());
        let time = median(theirs.clone()) * 1e3;
        let peak = peaks.get(name).map_or_else(|| "not known here".to_owned(), |kib| format!("{kib} KiB"));
        println!("{name:>14}: {time:6.2} ms, peak memory {peak}; mentor-tui takes {ratio:.2} times as long");
    }
    Ok(())
}

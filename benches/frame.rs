//! A step on the screen: the state changed, measured, and drawn whole at 120×40.
//!
//! `cargo bench --bench frame`. Goal: at most a millisecond, with 100,000 proposals as with 41.

#[path = "support/listing.rs"]
mod listing;

use std::io::{self, Sink};

use criterion::Criterion;
use mentor_tui::app::App;
use mentor_tui::app::action::{Action, Step};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::ui::theme::Theme;
use mentor_tui::ui::{Caption, View};
use ratatui::layout::Rect;
use ratatui::prelude::CrosstermBackend;
use ratatui::{Terminal, TerminalOptions, Viewport};

const AREA: Rect = Rect::new(0, 0, 120, 40);

/// A screen that nobody sees: everything is done but the writing.
struct Screen {
    app: App,
    view: View,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

fn main() -> io::Result<()> {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for count in [41, 100_000] {
        let mut screen = Screen::new(count)?;
        let mut group = criterion.benchmark_group(format!("{count} proposals"));
        group.bench_function("the same again", |bencher| bencher.iter(|| screen.frame()));
        group.bench_function("down and up the list", |bencher| {
            bencher.iter(|| screen.steps(&[Action::Move(Step::Down), Action::Move(Step::Up)]));
        });
        group.bench_function("to the end and back", |bencher| {
            bencher.iter(|| screen.steps(&[Action::Move(Step::Last), Action::Move(Step::First)]));
        });
        group.bench_function("down and up the detail", |bencher| {
            bencher.iter(|| {
                screen.steps(&[Action::ScrollDetail(Step::HalfDown), Action::ScrollDetail(Step::HalfUp)]);
            });
        });
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}

impl Screen {
    fn new(count: usize) -> io::Result<Self> {
        let text = listing::until(|made| made.proposals == count);
        let mut catalog = Catalog::default();
        catalog.push(parse::listing(Document::new(Origin::Sample, text)));
        assert_eq!(catalog.len(), count, "every proposal of the generated listing is read");
        let options = TerminalOptions { viewport: Viewport::Fixed(AREA) };
        Ok(Self {
            app: App::new(catalog, "", false),
            view: View::new(Theme::TERMINAL, Caption::default()),
            terminal: Terminal::with_options(CrosstermBackend::new(io::sink()), options)?,
        })
    }

    /// Each action with its frame.
    fn steps(&mut self, actions: &[Action]) {
        for action in actions {
            assert!(self.app.update(*action).is_none(), "moving asks nothing of the world");
            self.frame();
        }
    }

    fn frame(&mut self) {
        // Twice, as in the loop: what came into view may be a page of another height.
        for _ in 0..2 {
            let viewport = self.view.measure(AREA, &self.app);
            self.app.fit(viewport);
        }
        let Self { app, view, terminal } = self;
        terminal.draw(|frame| view.draw(app, frame)).expect("a sink takes every byte");
    }
}

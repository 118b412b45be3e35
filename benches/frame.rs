//! A step on the screen: the state changed, measured, and drawn whole at 120×40; and a proposal
//! longer than any that was published, at 200×60.
//!
//! `cargo bench --bench frame`. Goals: a step within a millisecond, with 100,000 proposals as with
//! 41; the long proposal laid out within 10 ms, and drawn within 1.5 ms from then on. What the
//! Markdown parser alone takes for the same text stands beside it: the layout may be ten times that.

#[path = "support/listing.rs"]
mod listing;

use std::io::{self, Sink};

use criterion::Criterion;
use mentor_tui::app::App;
use mentor_tui::app::action::{Action, Step};
use mentor_tui::markdown::mail::EmailVisibility;
use mentor_tui::model::{Catalog, Document, Field, FieldKind, Listing, Origin, Proposal, ProposalId, Span};
use mentor_tui::parse;
use mentor_tui::ui::page::Page;
use mentor_tui::ui::theme::Theme;
use mentor_tui::ui::{Caption, View};
use pulldown_cmark::{Options, Parser};
use ratatui::layout::Rect;
use ratatui::prelude::CrosstermBackend;
use ratatui::{Terminal, TerminalOptions, Viewport};

const AREA: Rect = Rect::new(0, 0, 120, 40);
const LARGE: Rect = Rect::new(0, 0, 200, 60);
/// Every construct of Markdown.
const CONSTRUCTS: &str = include_str!("../src/ui/prose/tests/all.md");
/// The bytes of the longest published proposal, twice.
const LONG: usize = 9_000;

/// A screen that nobody sees: everything is done but the writing.
struct Screen {
    area: Rect,
    app: App,
    view: View,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

fn main() -> io::Result<()> {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for count in [41, 100_000] {
        let mut screen = Screen::new(many(count), AREA)?;
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
    long_proposal(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn long_proposal(criterion: &mut Criterion) -> io::Result<()> {
    let catalog = one_of(&CONSTRUCTS.repeat(LONG.div_ceil(CONSTRUCTS.len())));
    let entry = catalog.get(0).expect("it was put there");
    let mut group = criterion.benchmark_group("a long proposal");
    group.bench_function("read by pulldown-cmark alone", |bencher| {
        bencher.iter(|| Parser::new_ext(entry.text(), Options::all()).count());
    });
    group.bench_function("laid out", |bencher| {
        bencher.iter(|| Page::rendered(entry, LARGE.width.into(), EmailVisibility::Shown));
    });
    let mut screen = Screen::new(catalog.clone(), LARGE)?;
    group.bench_function("the same again", |bencher| bencher.iter(|| screen.frame()));
    group.bench_function("down and up the detail", |bencher| {
        bencher.iter(|| {
            screen.steps(&[Action::ScrollDetail(Step::HalfDown), Action::ScrollDetail(Step::HalfUp)]);
        });
    });
    group.finish();
    Ok(())
}

/// A catalog of so many proposals.
fn many(count: usize) -> Catalog {
    let text = listing::until(|made| made.proposals == count);
    let catalog = Catalog::new(vec![parse::listing(Document::new(Origin::Sample, text))]);
    assert_eq!(catalog.len(), count, "every proposal of the generated listing is read");
    catalog
}

/// A catalog of one proposal, whose description is the whole text.
fn one_of(text: &str) -> Catalog {
    let all = Span::new(0, text.len());
    let description = Field { kind: FieldKind::Description, label: Span::default(), value: all };
    let mut proposal = Proposal::new(ProposalId::new("long"), "A long proposal", Span::default(), all);
    proposal.fields.push(description);
    Catalog::new(vec![Listing::new(Document::new(Origin::Sample, text), vec![proposal])])
}

impl Screen {
    fn new(catalog: Catalog, area: Rect) -> io::Result<Self> {
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        Ok(Self {
            area,
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
            let viewport = self.view.measure(self.area, &self.app);
            self.app.fit(viewport);
        }
        let Self { app, view, terminal, .. } = self;
        terminal.draw(|frame| view.draw(app, frame)).expect("a sink takes every byte");
    }
}

//! The whole state under any keys, pastes, clicks and sizes, drawn after each: nothing panics.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use mentor_tui::app::action::Step;
use mentor_tui::app::keymap;
use mentor_tui::app::problems::CheckResult;
use mentor_tui::app::{App, action::Action};
use mentor_tui::check::{Checker, Settings};
use mentor_tui::model::Catalog;
use mentor_tui::ui::theme::Theme;
use mentor_tui::ui::{Caption, Target, View};
use mentor_tui_fuzz::catalog;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

const LISTING: &str = include_str!("../../tests/fixtures/screen.md");
const DESK: &str = include_str!("../../tests/fixtures/desk.md");

/// So many events are played of one input: more only repeats.
const MOST_EVENTS: usize = 96;

thread_local! {
    static READ: RefCell<[Catalog; 2]> = RefCell::new([LISTING, DESK].map(catalog));
}

/// The program without a terminal.
struct Stage {
    app: App,
    view: View,
    screen: Rect,
}

impl Stage {
    fn new(catalog: Catalog) -> Self {
        let caption = Caption { source: "ideas.md".to_owned(), ..Caption::default() };
        let mut app = App::new(catalog, "", true);
        let (due, catalog, settings) = (app.take_due(), app.shared_catalog(), Settings::default());
        let checker = Checker::new(&catalog, &settings);
        due.into_iter()
            .filter_map(|at| CheckResult::of(&checker, at))
            .for_each(|checked| app.take_checked(checked));
        Self { app, view: View::new(Theme::TERMINAL, caption), screen: Rect::new(0, 0, 80, 24) }
    }

    fn act(&mut self, action: Option<Action>) {
        if let Some(action) = action {
            self.app.update(action);
        }
    }

    fn draw(&mut self) {
        if self.app.fit(self.view.measure(self.screen, &self.app)) {
            self.app.fit(self.view.measure(self.screen, &self.app));
        }
        let backend = TestBackend::new(self.screen.width, self.screen.height);
        let mut terminal = Terminal::new(backend).expect("a test backend cannot fail");
        terminal.draw(|frame| self.view.draw(&self.app, frame)).expect("a test backend cannot fail");
    }

    /// Plays one event: a byte says of which kind it is, another one which.
    fn play(&mut self, kind: u8, which: u8) {
        let key = |code, modifiers| KeyEvent::new(code, modifiers);
        let (x, y) = (u16::from(which), u16::from(kind) % 50);
        match kind % 8 {
            0 | 1 => {
                let event = key(KeyCode::Char(char::from(which)), KeyModifiers::NONE);
                self.act(keymap::action(self.app.focus(), event));
            }
            2 | 3 => {
                let mut bound = keymap::BINDINGS.iter().flat_map(|binding| &binding.keys).cycle();
                let bound = bound.nth(usize::from(which)).expect("there are bindings");
                self.act(keymap::action(self.app.focus(), bound.event()));
            }
            4 => {
                let event = key(KeyCode::Char(char::from(which)), KeyModifiers::CONTROL);
                self.act(keymap::action(self.app.focus(), event));
            }
            5 => self.screen = Rect::new(0, 0, x % 140, y),
            6 => {
                let target = self.view.target(self.screen, &self.app, x % 140, y);
                self.act(target.and_then(Target::click));
            }
            _ => {
                let step = if which.is_multiple_of(2) { Step::Down } else { Step::Up };
                let target = self.view.target(self.screen, &self.app, x % 140, y);
                self.act(target.and_then(|target| target.wheel(step)));
            }
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((&first, events)) = data.split_first() else { return };
    let catalog = READ.with_borrow(|read| read[usize::from(first % 2)].clone());
    let mut stage = Stage::new(catalog);
    stage.draw();
    for event in events.chunks_exact(2).take(MOST_EVENTS) {
        stage.play(event[0], event[1]);
        stage.draw();
    }
});

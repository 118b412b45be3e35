//! The stage: the program without a terminal. Keys go in as people write them, screens come out.

use std::cell::{OnceCell, RefCell};
use std::path::PathBuf;
use std::sync::OnceLock;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mentor_tui::app::App;
use mentor_tui::app::action::{Action, Step};
use mentor_tui::app::effect::Effect;
use mentor_tui::app::fix_preview::FixPreview;
use mentor_tui::app::keymap::{self, Focus};
use mentor_tui::app::notice::Notice;
use mentor_tui::app::problems::CheckResult;
use mentor_tui::check::{Checker, Settings};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::ui::theme::Theme;
use mentor_tui::ui::{Caption, Target, View};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The sentence of the command line about a document without proposals.
const WHY_EMPTY: &str = "no proposals in ideas.md: it is empty";

/// The listing that most scenes play in.
pub(crate) const LISTING: &str = include_str!("../../fixtures/screen.md");
/// A listing with something to fix.
pub(crate) const DESK: &str = include_str!("../../fixtures/desk.md");
/// The listing that the program opens without a path.
pub(crate) const SAMPLE: &str = include_str!("../../../assets/sample.md");
/// The three sizes of the pictures: one pane, stacked panes, panes side by side.
pub(crate) const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// Keys that lead to states in which every binding of a focus has something to do.
pub(crate) const WAYS: [&str; 72] = [
    "",
    "j j",
    "J J",
    "G",
    "/ plugin <Enter>",
    "<Enter>",
    "<Enter> <C-d> J",
    "<Enter> / plugin <Enter> n n",
    "<Tab> z",
    "?",
    "? <PgDn>",
    "i",
    "i j j j",
    "i G",
    "/ plugin",
    "/ plugin <Left> <Left>",
    "/ a <C-n> <PgDn>",
    "<Enter> / plugin <Left>",
    "<Enter> / plugin <Down> <Left>",
    ":",
    ": o <Down> <Left>",
    ": o <Down> <Down>",
    "<Space> j <Space>",
    "<Space> j <Space> <Enter>",
    "<Space> j <Space> c",
    "<Space> j <Space> c <PgDn>",
    "F",
    "F <Down> <PgDn>",
    "F / rust",
    "F / rust <Home>",
    "F / rust <Enter>",
    "s / p",
    "O G",
    "E",
    "E <Enter>",
    "E <Enter> ideas.md",
    "E <Enter> ideas.md <Left> <Left>",
    "? / plugin",
    "<Space> <Space> c l",
    "<Space> <Space> c / the <Enter>",
    "/ s <Tab>",
    "/ plugin <Enter> / tide <Enter> / <Up>",
    "! / the <Enter> <Esc>",
    "m",
    ": my <Enter> ru",
    ": my <Enter> ru <Down>",
    ": my <Enter> ru <Left>",
    "y",
    "<Enter> f",
    "O",
    "Q",
    "!",
    "! j",
    "! G",
    "! / line",
    "! / the <Left> <Left>",
    "! / the <Down>",
    "! j a",
    "! j a j",
    "<Space> <Space> <Space> B",
    "<Space> <Space> <Space> B j j",
    "<Space> B / a",
    "t",
    "w",
    "w one two <Left> <Left>",
    "w one <Enter> two",
    "w one <Enter> two <Up> <Left>",
    "<C-o>",
    "<C-o> G",
    "<C-o> / loom",
    "<C-o> / loom <Left> <Left>",
    "<C-o> / loom <Esc> p gh:tide/ideas <Down>",
];

/// A catalog of one document.
pub(crate) fn catalog(text: &str, origin: Origin) -> Catalog {
    let document = Document::new(origin, text);
    Catalog::new(vec![parse::listing(document)])
}

/// The parts of a state that a person or the world can notice.
#[derive(Debug, PartialEq)]
pub(crate) struct Observable {
    drawn: Drawn,
    effects: Vec<Effect>,
    focus: Focus,
    /// A panel holds places that the screen does not show: of a cursor, of a row out of view.
    panel: String,
}

/// The program with a screen of some size, and what it asked of the world. A copy goes its own way from there.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) app: App,
    view: RefCell<View>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) screen: Rect,
    drawn: OnceCell<Drawn>,
}

/// Cells, and the place of the cursor where there is one.
type Drawn = (Buffer, Option<Position>);

impl Stage {
    pub(crate) fn new(text: &str, size: (u16, u16)) -> Self {
        // Most scenes play in one listing: it is read once.
        static READ: OnceLock<Catalog> = OnceLock::new();
        let read = |text| catalog(text, Origin::File(PathBuf::from("ideas.md")));
        let catalog = if text == LISTING { READ.get_or_init(|| read(LISTING)).clone() } else { read(text) };
        Self::of(catalog, size, Theme::TERMINAL, "ideas.md")
    }

    pub(crate) fn of(catalog: Catalog, size: (u16, u16), theme: Theme, source: &str) -> Self {
        let mut stage = Self {
            app: App::new(catalog, "", true),
            view: RefCell::new(view(theme, source)),
            effects: Vec::new(),
            screen: Rect::default(),
            drawn: OnceCell::new(),
        };
        stage.app.offer_formats(vec!["markdown", "json"]);
        stage.app.offer_themes(vec!["terminal".to_owned(), "light".to_owned()], 0);
        stage.check();
        stage.resize(size);
        stage
    }

    /// The same state in another theme.
    pub(crate) fn in_theme(&self, theme: Theme) -> Self {
        let view = RefCell::new(view(theme, "ideas.md"));
        Self { view, drawn: OnceCell::new(), ..self.clone() }
    }

    /// Checks what is due, as the shell does behind the screen.
    pub(crate) fn check(&mut self) {
        // Most scenes play in one listing: it is checked once.
        static CHECKED: OnceLock<Option<CheckResult>> = OnceLock::new();
        let (due, catalog, settings) = (self.app.take_due(), self.app.shared_catalog(), Settings::default());
        let checker = Checker::new(&catalog, &settings);
        for at in due {
            let document = &catalog.listings()[at].document;
            let is_usual = document.text() == LISTING && document.origin().path().is_some();
            let check = || CheckResult::of(&checker, at);
            let checked = if is_usual { CHECKED.get_or_init(check).clone() } else { check() };
            self.app.take_checked(checked.unwrap());
        }
    }

    /// Shows a fix that was asked for, as the shell does behind the screen.
    fn show_fix(&mut self, origin: &Origin, number: usize) {
        let listings = self.app.catalog().listings();
        let listing = listings.iter().find(|it| it.document.origin() == origin).unwrap();
        let checked = self.app.problems().of(origin).unwrap();
        match FixPreview::of(listing, &checked.problems[number], &checked.settings) {
            Ok(preview) => self.app.show_fix(preview),
            Err(why) => self.app.notify(Notice::error(why)),
        }
    }

    /// Presses keys: `<Enter>`, `<C-d>`, `<F1>` and such, or characters; spaces only separate.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for event in keys.split_whitespace().flat_map(events) {
            self.key(event);
        }
        self
    }

    /// Presses one key; gives the action that it was.
    pub(crate) fn key(&mut self, event: KeyEvent) -> Option<Action> {
        let action = keymap::action(self.app.focus(), event);
        self.act(action);
        action
    }

    /// Does what a key, the mouse or nothing asked for.
    pub(crate) fn act(&mut self, action: Option<Action>) {
        let effect = action.and_then(|action| self.app.update(action));
        if let Some(Effect::PreviewFix(origin, number)) = &effect {
            self.show_fix(origin, *number);
        }
        if effect == Some(Effect::ShowStart) {
            self.app.show_start(super::start::places());
        }
        self.effects.extend(effect);
        self.draw();
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.app.paste(text);
        self.draw();
        self
    }

    /// The thing in a cell.
    pub(crate) fn target(&self, column: u16, row: u16) -> Option<Target> {
        self.view.borrow_mut().target(self.screen, &self.app, column, row)
    }

    /// Clicks a cell, as the shell understands it.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        let action = self.target(column, row).and_then(Target::click);
        self.act(action);
        self
    }

    /// Turns the wheel over a cell, as the shell understands it.
    pub(crate) fn wheel(&mut self, column: u16, row: u16, step: Step) -> &mut Self {
        let action = self.target(column, row).and_then(|target| target.wheel(step));
        self.act(action);
        self
    }

    /// The document changed and was read again.
    pub(crate) fn reread(&mut self, text: &str) {
        self.reread_unchecked(text);
        self.check();
        self.draw();
    }

    /// The same, before the check has looked.
    pub(crate) fn reread_unchecked(&mut self, text: &str) {
        let document = Document::new(Origin::File(PathBuf::from("ideas.md")), text);
        self.app.reload(parse::listing(document), 0);
        self.draw();
    }

    /// A document that had to be waited for comes in before the others.
    pub(crate) fn arrive_first(&mut self, text: &str) {
        let document = Document::new(Origin::Stdin, text);
        self.app.insert(parse::listing(document), 0);
        self.draw();
    }

    pub(crate) fn resize(&mut self, (width, height): (u16, u16)) -> &mut Self {
        self.screen = Rect::new(0, 0, width, height);
        self.draw();
        self
    }

    /// Measures and fits as the shell does. The picture is made when somebody looks at it: drawing changes no state.
    pub(crate) fn draw(&mut self) {
        if self.app.fit(self.view.borrow_mut().measure(self.screen, &self.app)) {
            self.app.fit(self.view.borrow_mut().measure(self.screen, &self.app));
        }
        self.drawn.take();
    }

    fn drawn(&self) -> &Drawn {
        self.drawn.get_or_init(|| {
            let backend = TestBackend::new(self.screen.width, self.screen.height);
            let mut terminal = Terminal::new(backend).unwrap();
            terminal.draw(|frame| self.view.borrow_mut().draw(&self.app, frame)).unwrap();
            let backend = terminal.backend();
            (backend.buffer().clone(), backend.cursor_visible().then(|| backend.cursor_position()))
        })
    }

    pub(crate) fn buffer(&self) -> &Buffer {
        &self.drawn().0
    }

    pub(crate) fn cursor(&self) -> Option<Position> {
        self.drawn().1
    }

    /// The rows of the screen as text, without the spaces at their ends.
    pub(crate) fn rows(&self) -> Vec<String> {
        super::dump::rows(self.buffer())
    }

    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    pub(crate) fn dump(&self) -> String {
        super::dump::dump(self.buffer(), self.cursor())
    }

    /// The title of the selected proposal.
    pub(crate) fn selected(&self) -> &str {
        self.app.selected().map_or("", |(_, entry)| &entry.proposal.title)
    }

    /// The first row in view of the selected proposal.
    pub(crate) fn top(&self) -> usize {
        self.app.selected().map_or(0, |(_, entry)| self.app.detail().top(&entry.proposal.id))
    }

    pub(crate) fn focus(&self) -> Focus {
        self.app.focus()
    }

    pub(crate) fn notice(&self) -> &str {
        self.app.notice().map_or("", |notice| &notice.text)
    }

    /// All that a person or the world can notice.
    pub(crate) fn observable(&self) -> Observable {
        Observable {
            drawn: self.drawn().clone(),
            effects: self.effects.clone(),
            focus: self.focus(),
            panel: format!("{:?}", self.app.layer()),
        }
    }
}

fn view(theme: Theme, source: &str) -> View {
    View::new(theme, Caption { source: source.to_owned(), why_empty: WHY_EMPTY.to_owned() })
}

/// The events of one word of keys.
fn events(word: &str) -> Vec<KeyEvent> {
    let name = word.strip_prefix('<').and_then(|word| word.strip_suffix('>'));
    match name {
        Some(name) => vec![named(name)],
        None => word.chars().map(|letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)).collect(),
    }
}

fn named(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("C-") {
        return KeyEvent::new(KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "S-Tab" => KeyCode::BackTab,
        "Space" => KeyCode::Char(' '),
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "F1" => KeyCode::F(1),
        other => panic!("no key is called <{other}>"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

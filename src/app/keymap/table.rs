//! The table of keys. Order is the order of help, palette and README; footers read it too.

use crossterm::event::KeyCode;

use super::{Binding, Focus, Key};
use crate::app::action::{Action, Edit, Step};

/// The headings of the help.
pub const GROUPS: [&str; 6] = ["Move", "Find", "Read", "Open", "Screen", "While typing"];

const MOVE: usize = 0;
const FIND: usize = 1;
const READ: usize = 2;
const OPEN: usize = 3;
const SCREEN: usize = 4;
const TYPE: usize = 5;

const PANES: &[Focus] = &[Focus::List, Focus::Detail];
const LIST: &[Focus] = &[Focus::List];
const DETAIL: &[Focus] = &[Focus::Detail];
const SCROLLED: &[Focus] = &[Focus::List, Focus::Detail, Focus::Help];
const BOXES: &[Focus] = &[Focus::Filter, Focus::Find, Focus::Menu];
const EVERYWHERE: &[Focus] =
    &[Focus::List, Focus::Detail, Focus::Help, Focus::Filter, Focus::Find, Focus::Menu];

const fn row(
    group: usize,
    keys: &'static [Key],
    focus: &'static [Focus],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding { group, keys, focus, action, help, footer: None }
}

impl Binding {
    const fn footer(self, words: &'static str) -> Self {
        Self { footer: Some(words), ..self }
    }
}

/// Every key of the program.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(MOVE, &[Key::char('j'), Key::plain(KeyCode::Down)], SCROLLED, Action::Move(Step::Down), "down: the next proposal, the next line").footer("move"),
    row(MOVE, &[Key::char('k'), Key::plain(KeyCode::Up)], SCROLLED, Action::Move(Step::Up), "up: the previous proposal, the previous line"),
    row(MOVE, &[Key::control('d')], SCROLLED, Action::Move(Step::HalfDown), "half a page down"),
    row(MOVE, &[Key::control('u')], SCROLLED, Action::Move(Step::HalfUp), "half a page up"),
    row(MOVE, &[Key::plain(KeyCode::PageDown), Key::char(' ')], SCROLLED, Action::Move(Step::PageDown), "a page down"),
    row(MOVE, &[Key::plain(KeyCode::PageUp)], SCROLLED, Action::Move(Step::PageUp), "a page up"),
    row(MOVE, &[Key::char('g'), Key::plain(KeyCode::Home)], SCROLLED, Action::Move(Step::First), "to the beginning"),
    row(MOVE, &[Key::char('G'), Key::plain(KeyCode::End)], SCROLLED, Action::Move(Step::Last), "to the end"),
    row(MOVE, &[Key::char(']')], PANES, Action::NextProject, "next project"),
    row(MOVE, &[Key::char('[')], PANES, Action::PreviousProject, "previous project"),
    row(MOVE, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], LIST, Action::GoIn, "go into the proposal").footer("read"),
    row(MOVE, &[Key::plain(KeyCode::Esc), Key::char('h'), Key::plain(KeyCode::Left)], DETAIL, Action::ComeBack, "come back to the list (never quits)").footer("back"),
    row(MOVE, &[Key::plain(KeyCode::Esc)], LIST, Action::ComeBack, "drop the filter (never quits)").footer("drop filter"),
    row(MOVE, &[Key::plain(KeyCode::Tab), Key::plain(KeyCode::BackTab)], PANES, Action::OtherPane, "to the other pane"),

    row(FIND, &[Key::char('/')], LIST, Action::Filter, "filter by title, project, skill and mentor").footer("filter"),
    row(FIND, &[Key::char('/')], DETAIL, Action::Find, "search in the text").footer("search"),
    row(FIND, &[Key::char('n')], PANES, Action::NextMatch, "next match in the text"),
    row(FIND, &[Key::char('N')], PANES, Action::PreviousMatch, "previous match in the text"),

    row(READ, &[Key::char('J')], PANES, Action::ScrollDetail(Step::Down), "scroll the detail down, also from the list"),
    row(READ, &[Key::char('K')], PANES, Action::ScrollDetail(Step::Up), "scroll the detail up, also from the list"),
    row(READ, &[Key::char('}')], PANES, Action::NextSection, "next section of the detail"),
    row(READ, &[Key::char('{')], PANES, Action::PreviousSection, "previous section of the detail"),
    row(READ, &[Key::char('v')], PANES, Action::ToggleSource, "the section's source, and back").footer("source"),

    row(OPEN, &[Key::char('o')], PANES, Action::OpenUpstream, "open the upstream issue in the browser").footer("open issue"),
    row(OPEN, &[Key::char('O')], PANES, Action::ShowLinks, "all links of the proposal").footer("links"),
    row(OPEN, &[Key::char('r')], PANES, Action::Reload, "read the file again"),

    row(SCREEN, &[Key::char('z')], PANES, Action::ToggleZoom, "one pane on the whole screen, and back"),
    row(SCREEN, &[Key::char('p')], PANES, Action::TogglePreview, "hide the detail, and show it again"),
    row(SCREEN, &[Key::char('M')], PANES, Action::ToggleMouse, "give the mouse to the terminal (to select text), and take it back"),
    row(SCREEN, &[Key::char(':')], PANES, Action::ShowPalette, "all commands, to choose from").footer("commands"),
    row(SCREEN, &[Key::char('?'), Key::plain(KeyCode::F(1))], PANES, Action::ShowHelp, "this help").footer("help"),
    #[cfg(unix)]
    row(SCREEN, &[Key::control('z')], EVERYWHERE, Action::Suspend, "back to the shell; `fg` returns"),
    row(SCREEN, &[Key::char('q')], PANES, Action::Leave, "quit").footer("quit"),
    row(SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('?'), Key::plain(KeyCode::F(1))], &[Focus::Help], Action::ComeBack, "leave the help").footer("close"),
    row(SCREEN, &[Key::control('c')], EVERYWHERE, Action::Quit, "quit at once"),

    row(TYPE, &[Key::plain(KeyCode::Enter)], BOXES, Action::GoIn, "accept: keep the filter or the search, take what the menu offers").footer("accept"),
    row(TYPE, &[Key::plain(KeyCode::Esc)], BOXES, Action::ComeBack, "clear the text, then leave").footer("clear, leave"),
    row(TYPE, &[Key::plain(KeyCode::Down), Key::control('n')], BOXES, Action::Move(Step::Down), "down: the next row, the next match").footer("move"),
    row(TYPE, &[Key::plain(KeyCode::Up), Key::control('p')], BOXES, Action::Move(Step::Up), "up: the previous row, the previous match"),
    row(TYPE, &[Key::plain(KeyCode::PageDown)], BOXES, Action::Move(Step::PageDown), "a page down"),
    row(TYPE, &[Key::plain(KeyCode::PageUp)], BOXES, Action::Move(Step::PageUp), "a page up"),
    row(TYPE, &[Key::plain(KeyCode::Backspace), Key::control('h')], BOXES, Action::Edit(Edit::DeleteBack), "delete the character before the cursor"),
    row(TYPE, &[Key::plain(KeyCode::Delete), Key::control('d')], BOXES, Action::Edit(Edit::DeleteForward), "delete the character under the cursor"),
    row(TYPE, &[Key::control('w')], BOXES, Action::Edit(Edit::DeleteWord), "delete the word before the cursor"),
    row(TYPE, &[Key::control('u')], BOXES, Action::Edit(Edit::DeleteToStart), "delete everything before the cursor"),
    row(TYPE, &[Key::plain(KeyCode::Left), Key::control('b')], BOXES, Action::Edit(Edit::Left), "a character to the left"),
    row(TYPE, &[Key::plain(KeyCode::Right), Key::control('f')], BOXES, Action::Edit(Edit::Right), "a character to the right"),
    row(TYPE, &[Key::plain(KeyCode::Home), Key::control('a')], BOXES, Action::Edit(Edit::Start), "to the beginning of the text"),
    row(TYPE, &[Key::plain(KeyCode::End), Key::control('e')], BOXES, Action::Edit(Edit::End), "to the end of the text"),
    row(TYPE, &[Key::plain(KeyCode::F(1))], BOXES, Action::ShowHelp, "the help"),
];

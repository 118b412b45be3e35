//! The table of keys. Order is the order of help, palette and README; footers read it too.

use crossterm::event::KeyCode;

use super::{Binding, Focus, Key};
use crate::app::action::{Action, CopyTarget, Edit, Step};

/// The headings of the help.
pub const GROUPS: [&str; 8] = ["Move", "Find", "Read", "Open", "Mend", "Copy", "Screen", "While typing"];

const MOVE: usize = 0;
const FIND: usize = 1;
const READ: usize = 2;
const OPEN: usize = 3;
const MEND: usize = 4;
const COPY: usize = 5;
const SCREEN: usize = 6;
const TYPE: usize = 7;

const PANES: &[Focus] = &[Focus::List, Focus::Detail];
const LIST: &[Focus] = &[Focus::List];
/// Where a proposal is read.
const READ_IN: &[Focus] = &[Focus::List, Focus::Detail, Focus::Compare];
const DETAIL: &[Focus] = &[Focus::Detail];
const STATS: &[Focus] = &[Focus::Stats];
const SCROLLED: &[Focus] =
    &[Focus::List, Focus::Detail, Focus::Help, Focus::Stats, Focus::Compare, Focus::Problems, Focus::Fix];
/// Texts over the panes.
const TEXTS: &[Focus] = &[Focus::Help, Focus::Stats, Focus::Compare, Focus::Problems, Focus::Fix];
const PROBLEMS: &[Focus] = &[Focus::Problems];
const BOXES: &[Focus] = &[Focus::Filter, Focus::Find, Focus::Menu, Focus::Narrowing];
const FACETS: &[Focus] = &[Focus::Facets];
/// Where text is typed.
const TYPED: &[Focus] = &[Focus::Filter, Focus::Find, Focus::Menu, Focus::Facets, Focus::Narrowing];
/// Where a letter is no text, and the help one step away.
const HELPED: &[Focus] =
    &[Focus::List, Focus::Detail, Focus::Stats, Focus::Compare, Focus::Problems, Focus::CopyMenu];
const COPY_MENU: &[Focus] = &[Focus::CopyMenu];
const EVERYWHERE: &[Focus] = Focus::ALL;

const fn row(
    id: &'static str,
    group: usize,
    keys: &'static [Key],
    focus: &'static [Focus],
    action: Action,
    name: &'static str,
    help: &'static str,
) -> Binding {
    Binding { id, group, keys, focus, action, name, help, after: None, in_footer: false }
}

impl Binding {
    /// The keys count behind `y`, which opens the copy menu.
    const fn after_copy(self) -> Self {
        Self { after: Some(COPY_KEY), ..self }
    }

    const fn in_footer(self) -> Self {
        Self { in_footer: true, ..self }
    }
}

/// The key that opens the copy menu.
const COPY_KEY: Key = Key::char('y');

/// Every key of the program.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row("view.move-down", MOVE, &[Key::char('j'), Key::plain(KeyCode::Down)], SCROLLED, Action::Move(Step::Down), "move", "down, to the next proposal, the next line").in_footer(),
    row("view.move-up", MOVE, &[Key::char('k'), Key::plain(KeyCode::Up)], SCROLLED, Action::Move(Step::Up), "up", "to the previous proposal, the previous line"),
    row("view.move-half-down", MOVE, &[Key::control('d')], SCROLLED, Action::Move(Step::HalfDown), "half page down", "half a screenful"),
    row("view.move-half-up", MOVE, &[Key::control('u')], SCROLLED, Action::Move(Step::HalfUp), "half page up", "half a screenful"),
    row("view.move-page-down", MOVE, &[Key::plain(KeyCode::PageDown), Key::control('f')], SCROLLED, Action::Move(Step::PageDown), "page down", "a screenful"),
    row("view.move-page-up", MOVE, &[Key::plain(KeyCode::PageUp), Key::control('b')], SCROLLED, Action::Move(Step::PageUp), "page up", "a screenful"),
    row("text.move-page-down", MOVE, &[Key::char(' ')], TEXTS, Action::Move(Step::PageDown), "next page", "a screenful, where nothing can be marked"),
    row("view.move-first", MOVE, &[Key::char('g'), Key::plain(KeyCode::Home)], SCROLLED, Action::Move(Step::First), "top", "to the first proposal, the first line"),
    row("view.move-last", MOVE, &[Key::char('G'), Key::plain(KeyCode::End)], SCROLLED, Action::Move(Step::Last), "bottom", "to the last proposal, the last line"),
    row("panes.next-project", MOVE, &[Key::char(']')], PANES, Action::NextProject, "next project", "its first proposal"),
    row("panes.previous-project", MOVE, &[Key::char('[')], PANES, Action::PreviousProject, "previous project", "its first proposal"),
    row("list.enter", MOVE, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], LIST, Action::Enter, "read", "go into the proposal").in_footer(),
    row("detail.back", MOVE, &[Key::plain(KeyCode::Esc), Key::char('h'), Key::plain(KeyCode::Left)], DETAIL, Action::Back, "back", "to the list; Esc never leaves the program").in_footer(),
    row("list.back", MOVE, &[Key::plain(KeyCode::Esc)], LIST, Action::Back, "drop filter", "all proposals again").in_footer(),
    row("panes.other-pane", MOVE, &[Key::plain(KeyCode::Tab), Key::plain(KeyCode::BackTab)], PANES, Action::OtherPane, "other pane", "list or detail"),
    row("statistics.next-section", MOVE, &[Key::plain(KeyCode::Tab), Key::char(']')], STATS, Action::NextSection, "next section", "of the counts").in_footer(),
    row("statistics.previous-section", MOVE, &[Key::plain(KeyCode::BackTab), Key::char('[')], STATS, Action::PreviousSection, "section before", "of the counts"),

    row("list.filter", FIND, &[Key::char('/')], LIST, Action::Filter, "filter", "by title, project, skill and mentor").in_footer(),
    row("facets.drop-term", FIND, &[Key::control('x')], &[Focus::List, Focus::Filter, Focus::Facets], Action::DropTerm, "drop word", "take the part of the filter out that leaves nothing"),
    row("panes.show-facets", FIND, &[Key::char('F')], PANES, Action::ShowFacets, "facets", "skills, projects, mentors, … with counts, to include or exclude"),
    row("panes.show-orders", FIND, &[Key::char('s')], PANES, Action::ShowOrders, "sort", "the list: by project, title, skills, difficulty, …"),
    row("panes.reverse-order", FIND, &[Key::char('S')], PANES, Action::ReverseOrder, "reverse", "what comes last in the list comes first"),
    row("panes.show-stats", FIND, &[Key::char('i')], PANES, Action::ShowStats, "statistics", "of what is listed: skills, projects, mentors, sizes, difficulties"),
    row("statistics.enter", FIND, &[Key::plain(KeyCode::Enter)], STATS, Action::Enter, "filter by it", "add what the bar counts to the filter").in_footer(),
    row("detail.find", FIND, &[Key::char('/')], DETAIL, Action::Find, "search", "in the text of the proposal").in_footer(),
    row("panes.next-match", FIND, &[Key::char('n')], PANES, Action::NextMatch, "next match", "of the search in the text, also in the next proposal that holds it; else of the filter"),
    row("panes.previous-match", FIND, &[Key::char('N')], PANES, Action::PreviousMatch, "previous match", "of the search in the text, also in the proposal before that holds it; else of the filter"),

    row("panes.scroll-detail-down", READ, &[Key::char('J')], PANES, Action::ScrollDetail(Step::Down), "scroll down", "the detail, also from the list"),
    row("panes.scroll-detail-up", READ, &[Key::char('K')], PANES, Action::ScrollDetail(Step::Up), "scroll up", "the detail, also from the list"),
    row("panes.next-section", READ, &[Key::char('}')], PANES, Action::NextSection, "next section", "of the detail"),
    row("panes.previous-section", READ, &[Key::char('{')], PANES, Action::PreviousSection, "previous section", "of the detail"),
    row("panes.toggle-mark", READ, &[Key::char(' ')], PANES, Action::ToggleMark, "mark", "the proposal, or take its mark away"),
    row("panes.compare", READ, &[Key::char('c')], PANES, Action::Compare, "compare", "the marked proposals side by side, two or three").in_footer(),
    row("panes.toggle-source", READ, &[Key::char('v')], PANES, Action::ToggleSource, "source", "the Markdown of the section, or the rendered text again").in_footer(),
    row("read.toggle-mails", READ, &[Key::char('x')], READ_IN, Action::ToggleEmails, "e-mails", "make the addresses readable, or mask them again"),

    row("panes.open-upstream", OPEN, &[Key::char('o')], PANES, Action::OpenUpstream, "open issue", "upstream, in the browser").in_footer(),
    row("panes.show-links", OPEN, &[Key::char('O')], PANES, Action::ShowLinks, "links", "every link of the proposal").in_footer(),
    row("panes.show-hints", OPEN, &[Key::char('f')], PANES, Action::ShowHints, "follow", "a link in view: letters on each, type them").in_footer(),
    row("panes.show-qr-code", OPEN, &[Key::char('Q')], PANES, Action::ShowQrCode, "QR code", "of the address in the status line, or of the upstream issue"),
    row("menu.copy-link", OPEN, &[Key::control('y')], &[Focus::Menu], Action::CopyLink, "copy", "the address of the link").in_footer(),
    row("menu.show-qr-code", OPEN, &[Key::control('r')], &[Focus::Menu], Action::ShowQrCode, "QR code", "of the link").in_footer(),
    row("detail.enter", OPEN, &[Key::plain(KeyCode::Enter)], DETAIL, Action::Enter, "open link", "the one that was clicked"),
    row("hints.back", OPEN, &[Key::plain(KeyCode::Esc)], &[Focus::Hints], Action::Back, "close", "the hints").in_footer(),
    row("hints.delete-hint-letter", OPEN, &[Key::plain(KeyCode::Backspace)], &[Focus::Hints], Action::DeleteHintLetter, "delete", "the last letter of a hint"),
    row("panes.open-editor", OPEN, &[Key::char('e')], PANES, Action::OpenEditor, "edit", "the document, at the proposal, in $VISUAL or $EDITOR"),
    row("panes.reload", OPEN, &[Key::char('r')], PANES, Action::Reload, "reload", "read the file again (refresh)"),

    row("panes.show-problems", MEND, &[Key::char('!')], PANES, Action::ShowProblems, "problems", "what is wrong in the listing: those of the proposal first"),
    row("problems.enter", MEND, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], PROBLEMS, Action::Enter, "go there", "to the proposal, at the line in its source").in_footer(),
    row("problems.preview-fix", MEND, &[Key::char('a')], PROBLEMS, Action::PreviewFix, "mend", "apply the safe fix, after a look at what it changes").in_footer(),
    row("problems.open-editor", MEND, &[Key::char('e')], PROBLEMS, Action::OpenEditor, "edit", "the document, at the line of the problem").in_footer(),
    row("problems.group-problems", MEND, &[Key::plain(KeyCode::Tab)], PROBLEMS, Action::GroupProblems, "group", "by proposal, or by rule").in_footer(),
    row("problems.narrow-problems", MEND, &[Key::char('/')], PROBLEMS, Action::NarrowProblems, "narrow", "by words of the message, rule, severity, proposal").in_footer(),
    row("fix.enter", MEND, &[Key::plain(KeyCode::Enter), Key::char('a')], &[Focus::Fix], Action::Enter, "make it", "write the mended file, and read it again").in_footer(),

    row("panes.show-copy-menu", COPY, &[COPY_KEY], PANES, Action::ShowCopyMenu, "copy", "something of the proposal; what, the next key says"),
    row("copy.upstream", COPY, &[Key::char('y')], COPY_MENU, Action::Copy(CopyTarget::Upstream), "copy upstream", "the address of the issue").after_copy().in_footer(),
    row("copy.title", COPY, &[Key::char('t')], COPY_MENU, Action::Copy(CopyTarget::Title), "copy title", "as it is shown").after_copy(),
    row("copy.apply", COPY, &[Key::char('l')], COPY_MENU, Action::Copy(CopyTarget::Apply), "copy apply link", "the address to apply at").after_copy(),
    row("copy.section", COPY, &[Key::char('m')], COPY_MENU, Action::Copy(CopyTarget::Section), "copy Markdown", "the section as it is in the document").after_copy(),
    row("copy.json", COPY, &[Key::char('j')], COPY_MENU, Action::Copy(CopyTarget::Json), "copy JSON", "the object of `list --format json`").after_copy(),
    row("copy.command", COPY, &[Key::char('c')], COPY_MENU, Action::Copy(CopyTarget::Command), "copy command", "the command line that shows this very view").after_copy(),
    row("copy.plain", COPY, &[Key::char('p')], COPY_MENU, Action::Copy(CopyTarget::Plain), "copy text", "the proposal as plain text").after_copy(),
    row("copy.back", COPY, &[Key::plain(KeyCode::Esc), Key::char('q')], COPY_MENU, Action::Back, "cancel", "copy nothing").in_footer(),

    row("panes.toggle-zoom", SCREEN, &[Key::char('z')], PANES, Action::ToggleZoom, "zoom", "one pane on the whole screen, or both again"),
    row("panes.toggle-preview", SCREEN, &[Key::char('p')], PANES, Action::TogglePreview, "preview", "hide the detail, or show it again"),
    row("panes.grow-list", SCREEN, &[Key::char('>')], PANES, Action::GrowList, "wider list", "the line between the panes goes to the right; the mouse drags it, too"),
    row("panes.shrink-list", SCREEN, &[Key::char('<')], PANES, Action::ShrinkList, "narrower list", "the line between the panes goes to the left"),
    row("panes.toggle-third", SCREEN, &[Key::char('P')], PANES, Action::ToggleThird, "third pane", "the facets beside the proposal, from 160 columns on, or not"),
    row("panes.toggle-mouse", SCREEN, &[Key::char('M')], PANES, Action::ToggleMouse, "mouse", "give it to the terminal (to select text), and take it back"),
    row("everywhere.redraw", SCREEN, &[Key::control('l')], EVERYWHERE, Action::Redraw, "redraw", "the whole screen anew, should the terminal have spoilt it"),
    row("panes.show-palette", SCREEN, &[Key::char(':')], PANES, Action::ShowPalette, "commands", "all of them, to choose from").in_footer(),
    row("panes.show-help", SCREEN, &[Key::char('?'), Key::plain(KeyCode::F(1))], HELPED, Action::ShowHelp, "help", "all keys").in_footer(),
    #[cfg(unix)]
    row("everywhere.suspend", SCREEN, &[Key::control('z')], EVERYWHERE, Action::Suspend, "suspend", "stop, and back to the shell; `fg` returns"),
    row("panes.close", SCREEN, &[Key::char('q')], PANES, Action::Close, "quit", "leave the program").in_footer(),
    row("help.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('?'), Key::plain(KeyCode::F(1))], &[Focus::Help, Focus::QrCode], Action::Back, "close", "leave the help, the QR code").in_footer(),
    row("statistics.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('i')], STATS, Action::Back, "close", "leave the counts").in_footer(),
    row("compare.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('c')], &[Focus::Compare], Action::Back, "close", "leave the comparison").in_footer(),
    row("problems.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('!')], PROBLEMS, Action::Back, "close", "leave the problems").in_footer(),
    row("fix.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q')], &[Focus::Fix], Action::Back, "cancel", "change nothing").in_footer(),
    row("everywhere.quit", SCREEN, &[Key::control('c')], EVERYWHERE, Action::Quit, "quit at once", "leave the program from anywhere"),

    row("input.move-down", TYPE, &[Key::plain(KeyCode::Down), Key::control('n')], TYPED, Action::Move(Step::Down), "move", "down, to the next row, the next match").in_footer(),
    row("input.move-up", TYPE, &[Key::plain(KeyCode::Up), Key::control('p')], TYPED, Action::Move(Step::Up), "up", "to the previous row, the previous match"),
    row("input.move-page-down", TYPE, &[Key::plain(KeyCode::PageDown)], TYPED, Action::Move(Step::PageDown), "page down", "a screenful"),
    row("input.move-page-up", TYPE, &[Key::plain(KeyCode::PageUp)], TYPED, Action::Move(Step::PageUp), "page up", "a screenful"),
    row("input.enter", TYPE, &[Key::plain(KeyCode::Enter)], BOXES, Action::Enter, "accept", "keep the filter or the search, take what the menu offers").in_footer(),
    row("facets.next-facet", TYPE, &[Key::plain(KeyCode::Tab), Key::plain(KeyCode::Right)], FACETS, Action::NextFacet, "next facet", "skills, projects, mentors, terms, difficulty, size").in_footer(),
    row("facets.previous-facet", TYPE, &[Key::plain(KeyCode::BackTab), Key::plain(KeyCode::Left)], FACETS, Action::PreviousFacet, "previous facet", "the one before"),
    row("facets.enter", TYPE, &[Key::plain(KeyCode::Enter)], FACETS, Action::Enter, "choose", "include the value, then exclude it, then neither").in_footer(),
    row("input.back", TYPE, &[Key::plain(KeyCode::Esc)], TYPED, Action::Back, "cancel", "leave, and undo what was typed").in_footer(),
    row("input.delete-back", TYPE, &[Key::plain(KeyCode::Backspace), Key::control('h')], TYPED, Action::Edit(Edit::DeleteBack), "delete", "the character before the cursor"),
    row("input.delete-forward", TYPE, &[Key::plain(KeyCode::Delete), Key::control('d')], TYPED, Action::Edit(Edit::DeleteForward), "delete forward", "the character under the cursor"),
    row("input.delete-word", TYPE, &[Key::control('w')], TYPED, Action::Edit(Edit::DeleteWord), "delete word", "the word before the cursor"),
    row("input.delete-to-start", TYPE, &[Key::control('u')], TYPED, Action::Edit(Edit::DeleteToStart), "delete line", "everything before the cursor"),
    row("input.left", TYPE, &[Key::plain(KeyCode::Left), Key::control('b')], BOXES, Action::Edit(Edit::Left), "left", "a character to the left"),
    row("input.right", TYPE, &[Key::plain(KeyCode::Right), Key::control('f')], BOXES, Action::Edit(Edit::Right), "right", "a character to the right"),
    row("input.start", TYPE, &[Key::plain(KeyCode::Home), Key::control('a')], TYPED, Action::Edit(Edit::Start), "start", "to the beginning of the text"),
    row("input.end", TYPE, &[Key::plain(KeyCode::End), Key::control('e')], TYPED, Action::Edit(Edit::End), "end", "to the end of the text"),
    row("input.show-help", TYPE, &[Key::plain(KeyCode::F(1))], TYPED, Action::ShowHelp, "help", "all keys"),
];

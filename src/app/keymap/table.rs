//! The table of the default keys. Order is the order of help, palette and README; footers read it too.

use std::sync::LazyLock;

use crossterm::event::KeyCode;

use super::{Binding, Focus, Key};
use crate::app::action::{Action, CopyTarget, Edit, Step};
use crate::model::ApplicationStatus;
use crate::search::edit::Choice;

/// The headings of the help.
pub const GROUPS: [&str; 9] =
    ["Move", "Find", "Read", "Shortlist", "Open", "Problems", "Copy", "Screen", "While typing"];

const MOVE: usize = 0;
const FIND: usize = 1;
const READ: usize = 2;
const KEEP: usize = 3;
const OPEN: usize = 4;
const MEND: usize = 5;
const COPY: usize = 6;
const SCREEN: usize = 7;
const TYPE: usize = 8;

const PANES: &[Focus] = &[Focus::List, Focus::Detail];
const LIST: &[Focus] = &[Focus::List];
/// Where a proposal is read.
const READ_IN: &[Focus] = &[Focus::List, Focus::Detail, Focus::Compare];
/// Where there is an issue to open.
const OPENED_IN: &[Focus] = &[Focus::List, Focus::Detail, Focus::Compare, Focus::Shortlist];
const DETAIL: &[Focus] = &[Focus::Detail];
const STATS: &[Focus] = &[Focus::Stats];
const SCROLLED: &[Focus] = &[
    Focus::List,
    Focus::Detail,
    Focus::Help,
    Focus::Stats,
    Focus::Compare,
    Focus::Problems,
    Focus::Fix,
    Focus::Menu,
    Focus::Facets,
    Focus::Shortlist,
    Focus::Start,
];
/// Texts, in which nothing is marked or chosen.
const TEXTS: &[Focus] =
    &[Focus::Detail, Focus::Help, Focus::Stats, Focus::Compare, Focus::Problems, Focus::Fix];
const PROBLEMS: &[Focus] = &[Focus::Problems];
const FILTER: &[Focus] = &[Focus::Filter];
const MENU: &[Focus] = &[Focus::Menu];
const START: &[Focus] = &[Focus::Start];
const FACETS: &[Focus] = &[Focus::Facets];
/// Panels of rows that are narrowed down.
const NARROWED: &[Focus] =
    &[Focus::Menu, Focus::Facets, Focus::Problems, Focus::Help, Focus::Shortlist, Focus::Start];
const COMPARE: &[Focus] = &[Focus::Compare];
/// Where text is typed.
const TYPED: &[Focus] =
    &[Focus::Filter, Focus::Find, Focus::Narrowing, Focus::Prompt, Focus::Skills, Focus::Note];
/// The same, of one line that is accepted or cancelled.
const ENTERED: &[Focus] = &[Focus::Filter, Focus::Find, Focus::Narrowing, Focus::Prompt, Focus::Skills];
/// Where a letter is no text, and the help one step away.
const HELPED: &[Focus] = &[
    Focus::List,
    Focus::Detail,
    Focus::Stats,
    Focus::Compare,
    Focus::Problems,
    Focus::CopyMenu,
    Focus::Menu,
    Focus::Facets,
    Focus::Shortlist,
    Focus::Start,
];
const COPY_MENU: &[Focus] = &[Focus::CopyMenu];
const SHORTLIST: &[Focus] = &[Focus::Shortlist];
/// Where something is on the shortlist, or can be put there.
const KEPT_IN: &[Focus] = &[Focus::List, Focus::Detail, Focus::Shortlist];
const STATUSES: &[Focus] = &[Focus::Statuses];
const EVERYWHERE: &[Focus] = Focus::ALL;

fn row(
    id: &'static str,
    group: usize,
    keys: &[Key],
    focus: &[Focus],
    action: Action,
    name: &'static str,
    help: &'static str,
) -> Binding {
    let (keys, focus) = (keys.to_vec(), focus.to_vec());
    Binding { id, group, keys, focus, action, name, help, after: None, keywords: "", in_footer: false }
}

impl Binding {
    /// The keys count behind `y`, which opens the copy menu.
    fn after_copy(self) -> Self {
        Self { after: Some(COPY_KEY), ..self }
    }

    /// Other words that find it in the palette.
    fn found_by(self, keywords: &'static str) -> Self {
        Self { keywords, ..self }
    }

    fn in_footer(self) -> Self {
        Self { in_footer: true, ..self }
    }
}

/// The key that opens the copy menu.
const COPY_KEY: Key = Key::char('y');

/// Every key of the program, as long as no configuration moves it.
#[rustfmt::skip]
pub static BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| Vec::from([
    row("view.move-down", MOVE, &[Key::char('j'), Key::plain(KeyCode::Down)], SCROLLED, Action::Move(Step::Down), "move", "down, to the next proposal, the next line").in_footer(),
    row("view.move-up", MOVE, &[Key::char('k'), Key::plain(KeyCode::Up)], SCROLLED, Action::Move(Step::Up), "up", "to the previous proposal, the previous line"),
    row("view.move-half-down", MOVE, &[Key::control('d')], SCROLLED, Action::Move(Step::HalfDown), "half page down", "half a screenful"),
    row("view.move-half-up", MOVE, &[Key::control('u')], SCROLLED, Action::Move(Step::HalfUp), "half page up", "half a screenful"),
    row("view.move-page-down", MOVE, &[Key::plain(KeyCode::PageDown), Key::control('f')], SCROLLED, Action::Move(Step::PageDown), "page down", "a screenful"),
    row("view.move-page-up", MOVE, &[Key::plain(KeyCode::PageUp), Key::control('b')], SCROLLED, Action::Move(Step::PageUp), "page up", "a screenful"),
    row("text.move-page-down", MOVE, &[Key::char(' ')], TEXTS, Action::Move(Step::PageDown), "next page", "a screenful of the text"),
    row("view.move-first", MOVE, &[Key::char('g'), Key::plain(KeyCode::Home)], SCROLLED, Action::Move(Step::First), "top", "to the first proposal, the first line"),
    row("view.move-last", MOVE, &[Key::char('G'), Key::plain(KeyCode::End)], SCROLLED, Action::Move(Step::Last), "bottom", "to the last proposal, the last line"),
    row("panes.next-project", MOVE, &[Key::char(']')], PANES, Action::NextProject, "next project", "its first proposal"),
    row("panes.previous-project", MOVE, &[Key::char('[')], PANES, Action::PreviousProject, "previous project", "its first proposal"),
    row("list.enter", MOVE, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], LIST, Action::Enter, "read", "go into the proposal").in_footer(),
    row("detail.back", MOVE, &[Key::plain(KeyCode::Esc), Key::char('h'), Key::plain(KeyCode::Left)], DETAIL, Action::Back, "back", "to the list; Esc never quits").in_footer(),
    row("list.back", MOVE, &[Key::plain(KeyCode::Esc)], LIST, Action::Back, "clear filter", "all proposals again").in_footer(),
    row("panes.other-pane", MOVE, &[Key::plain(KeyCode::Tab), Key::plain(KeyCode::BackTab)], PANES, Action::OtherPane, "other pane", "list or detail"),
    row("statistics.next-section", MOVE, &[Key::plain(KeyCode::Tab), Key::char(']')], STATS, Action::NextSection, "next section", "of the counts").in_footer(),
    row("statistics.previous-section", MOVE, &[Key::plain(KeyCode::BackTab), Key::char('[')], STATS, Action::PreviousSection, "section before", "of the counts"),

    row("list.filter", FIND, &[Key::char('/')], LIST, Action::Filter, "filter", "by title, project, skill and mentor").in_footer().found_by("find query history earlier skills tag"),
    row("facets.drop-term", FIND, &[Key::control('x')], &[Focus::List, Focus::Filter, Focus::Facets], Action::DropTerm, "remove word", "the one of the filter that matches nothing"),
    row("panes.undo", FIND, &[Key::char('u')], &[Focus::List, Focus::Detail, Focus::Facets, Focus::Shortlist], Action::Undo, "undo", "the last change to the filter, the order or the shortlist").found_by("revert restore history filter back"),
    row("panes.clear-filter", FIND, &[Key::char('C')], PANES, Action::ClearFilter, "clear filter", "show all proposals").found_by("reset drop remove everything"),
    row("panes.show-facets", FIND, &[Key::char('F')], PANES, Action::ShowFacets, "facets", "skills, projects, mentors, … with counts, to include or exclude").found_by("skills tags filter by hide exclude leave out browse categories"),
    row("panes.show-terms", FIND, &[Key::char('T')], PANES, Action::ShowTerms, "term", "show the proposals of one term, the newest first, or of all").found_by("year season older newer"),
    row("facets.require", FIND, &[Key::char(' ')], FACETS, Action::ChooseValue(Choice::Included), "require", "the value, or no longer").in_footer(),
    row("facets.leave-out", FIND, &[Key::char('x')], FACETS, Action::ChooseValue(Choice::Excluded), "leave out", "the value, or no longer").in_footer(),
    row("facets.enter", FIND, &[Key::plain(KeyCode::Enter)], FACETS, Action::Enter, "show these", "close the facets; without a choice, require the value first").in_footer(),
    row("facets.next-facet", FIND, &[Key::plain(KeyCode::Tab), Key::char('l'), Key::plain(KeyCode::Right)], FACETS, Action::NextFacet, "next facet", "skills, projects, mentors, terms, difficulty, size").in_footer(),
    row("facets.previous-facet", FIND, &[Key::plain(KeyCode::BackTab), Key::char('h'), Key::plain(KeyCode::Left)], FACETS, Action::PreviousFacet, "previous facet", "the one before"),
    row("panel.narrow", FIND, &[Key::char('/')], NARROWED, Action::Narrow, "narrow", "what the panel lists, by typing").in_footer(),
    row("panes.show-orders", FIND, &[Key::char('s')], PANES, Action::ShowOrders, "sort", "the list: by project, title, skills, difficulty, …").found_by("order deadline rank best"),
    row("panes.reverse-order", FIND, &[Key::char('S')], PANES, Action::ReverseOrder, "reverse", "the order of the list"),
    row("panes.show-skills", FIND, &[], PANES, Action::ShowSkills, "my skills", "say what you can do: each proposal then says what you miss").found_by("profile fit knowledge languages set"),
    row("panes.show-news", FIND, &[Key::char('d')], PANES, Action::ShowNews, "news", "what is new, changed or gone since the last visit").found_by("changes diff differences visit since unread"),
    row("panes.show-stats", FIND, &[Key::char('i')], PANES, Action::ShowStats, "statistics", "of what is listed: skills, projects, mentors, sizes, difficulties").found_by("insight counts numbers charts skills"),
    row("statistics.enter", FIND, &[Key::plain(KeyCode::Enter)], STATS, Action::Enter, "filter by it", "add what the bar counts to the filter").in_footer(),
    row("compare.narrow", FIND, &[Key::char('/')], COMPARE, Action::Narrow, "search", "in the proposal of the column").in_footer(),
    row("compare.next-column", FIND, &[Key::plain(KeyCode::Tab), Key::char('l'), Key::plain(KeyCode::Right)], COMPARE, Action::NextColumn, "next column", "whose proposal the keys act on").in_footer(),
    row("compare.previous-column", FIND, &[Key::plain(KeyCode::BackTab), Key::char('h'), Key::plain(KeyCode::Left)], COMPARE, Action::PreviousColumn, "previous column", "whose proposal the keys act on"),
    row("compare.enter", FIND, &[Key::plain(KeyCode::Enter)], COMPARE, Action::Enter, "read", "the proposal of the column on its page").in_footer(),
    row("detail.find", FIND, &[Key::char('/')], DETAIL, Action::Find, "search", "in the text of the proposal").in_footer(),
    row("panes.next-match", FIND, &[Key::char('n')], READ_IN, Action::NextMatch, "next match", "of the search, also in the next proposal with one; else of the filter"),
    row("panes.previous-match", FIND, &[Key::char('N')], READ_IN, Action::PreviousMatch, "previous match", "of the search, also in the proposal before; else of the filter"),

    row("panes.scroll-detail-down", READ, &[Key::char('J')], PANES, Action::ScrollDetail(Step::Down), "scroll down", "the detail, also from the list"),
    row("panes.scroll-detail-up", READ, &[Key::char('K')], PANES, Action::ScrollDetail(Step::Up), "scroll up", "the detail, also from the list"),
    row("panes.next-section", READ, &[Key::char('}')], PANES, Action::NextSection, "next section", "of the detail"),
    row("panes.previous-section", READ, &[Key::char('{')], PANES, Action::PreviousSection, "previous section", "of the detail"),
    row("panes.show-alike", READ, &[Key::char('m')], PANES, Action::ShowAlike, "more like this", "proposals that share its rare skills and words, with the reason").found_by("similar related alike same recommend"),
    row("panes.toggle-source", READ, &[Key::char('v')], PANES, Action::ToggleSource, "source", "the Markdown of the section, or the rendered text again").found_by("markdown raw"),
    row("read.toggle-emails", READ, &[Key::char('x')], READ_IN, Action::ToggleEmails, "e-mails", "make the addresses readable, or mask them again").found_by("email mail address"),

    row("list.toggle-star", KEEP, &[Key::char(' ')], LIST, Action::ToggleStar, "shortlist", "put the proposal there or take it off, and move on").in_footer().found_by("bookmark star favourite favorite save mark select tag pick remove"),
    row("panes.show-shortlist", KEEP, &[Key::char('B')], PANES, Action::ShowShortlist, "see shortlist", "statuses, notes, checklists").in_footer().found_by("bookmark star favourite favorite saved marked kept applications"),
    row("shortlist.enter", KEEP, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], SHORTLIST, Action::Enter, "open", "the proposal on its page").in_footer(),
    row("shortlist.toggle-star", KEEP, &[Key::char(' ')], SHORTLIST, Action::ToggleStar, "remove", "take the proposal off the shortlist").in_footer(),
    row("shortlist.show-statuses", KEEP, &[Key::char('t')], SHORTLIST, Action::ShowStatuses, "status", "of the application: press a second key").in_footer(),
    row("shortlist.write-note", KEEP, &[Key::char('w')], SHORTLIST, Action::WriteNote, "note", "write one about the proposal").in_footer(),
    row("panes.show-statuses", KEEP, &[Key::char('t')], PANES, Action::ShowStatuses, "status", "considering, preparing, applied, …: press a second key").found_by("applied accepted declined withdrawn state progress application"),
    row("panes.write-note", KEEP, &[Key::char('w')], PANES, Action::WriteNote, "note", "write one about the proposal").found_by("comment remark memo text"),
    row("shortlist.edit-note", KEEP, &[Key::char('e')], SHORTLIST, Action::EditNote, "edit note", "in $VISUAL or $EDITOR"),
    row("shortlist.show-tasks", KEEP, &[Key::char('x')], SHORTLIST, Action::ShowTasks, "to do", "tick what is done, add lines of your own").in_footer(),
    row("shortlist.choose-entry", KEEP, &[Key::char('v')], SHORTLIST, Action::ChooseEntry, "choose", "the proposal to be compared, or no longer"),
    row("panes.compare", KEEP, &[Key::char('c')], KEPT_IN, Action::Compare, "compare", "two or three of the shortlist side by side").in_footer().found_by("side by side diff marked"),
    row("panes.show-hiding", KEEP, &[Key::char('H')], PANES, Action::ShowHiding, "hide", "the proposal or its project, for good; is:hidden lists what is").found_by("reject remove ignore never block"),
    row("status.considering", KEEP, &[Key::char('c')], STATUSES, Action::SetStatus(ApplicationStatus::Considering), "considering", "one of several").in_footer(),
    row("status.preparing", KEEP, &[Key::char('p')], STATUSES, Action::SetStatus(ApplicationStatus::Preparing), "preparing", "writing the application").in_footer(),
    row("status.applied", KEEP, &[Key::char('a')], STATUSES, Action::SetStatus(ApplicationStatus::Applied), "applied", "the application is sent").in_footer(),
    row("status.accepted", KEEP, &[Key::char('A')], STATUSES, Action::SetStatus(ApplicationStatus::Accepted), "accepted", "the answer is yes").in_footer(),
    row("status.declined", KEEP, &[Key::char('d')], STATUSES, Action::SetStatus(ApplicationStatus::Declined), "declined", "the answer is no").in_footer(),
    row("status.withdrawn", KEEP, &[Key::char('w')], STATUSES, Action::SetStatus(ApplicationStatus::Withdrawn), "withdrawn", "you no longer want it").in_footer(),
    row("status.back", KEEP, &[Key::plain(KeyCode::Esc), Key::char('q')], STATUSES, Action::Back, "cancel", "keep the status").in_footer(),

    row("panes.open-upstream", OPEN, &[Key::char('o')], OPENED_IN, Action::OpenUpstream, "open issue", "upstream, in the browser").in_footer().found_by("browser github web upstream"),
    row("read.ask-issue", OPEN, &[Key::char('U')], READ_IN, Action::AskIssue, "ask about issue", "whether it is open and nobody works on it, at GitHub or GitLab").found_by("free taken open closed assigned status upstream still available github gitlab"),
    row("panes.show-links", OPEN, &[Key::char('O')], READ_IN, Action::ShowLinks, "links", "every link of the proposal").in_footer().found_by("urls addresses apply deadline"),
    row("panes.show-hints", OPEN, &[Key::char('f')], PANES, Action::ShowHints, "follow", "a link in view: type the letters beside it").in_footer(),
    row("panes.show-qr-code", OPEN, &[Key::char('Q')], READ_IN, Action::ShowQrCode, "QR code", "of the address in the status line, or of the upstream issue"),
    row("menu.enter", OPEN, &[Key::plain(KeyCode::Enter), Key::char(' '), Key::char('l'), Key::plain(KeyCode::Right)], MENU, Action::Enter, "choose", "open the link, sort, run the command").in_footer(),
    row("menu.copy-link", OPEN, &[Key::char('y')], MENU, Action::CopyLink, "copy", "the address of the link").in_footer(),
    row("menu.show-qr-code", OPEN, &[Key::char('Q')], MENU, Action::ShowQrCode, "QR code", "of the link").in_footer(),
    row("narrowing.copy-link", OPEN, &[Key::control('y')], &[Focus::Narrowing], Action::CopyLink, "copy", "the address of the link, while typing"),
    row("narrowing.show-qr-code", OPEN, &[Key::control('r')], &[Focus::Narrowing], Action::ShowQrCode, "QR code", "of the link, while typing"),
    row("detail.enter", OPEN, &[Key::plain(KeyCode::Enter)], DETAIL, Action::Enter, "open link", "the one that was clicked"),
    row("hints.back", OPEN, &[Key::plain(KeyCode::Esc)], &[Focus::Hints], Action::Back, "close", "the hints").in_footer(),
    row("hints.delete-hint-letter", OPEN, &[Key::plain(KeyCode::Backspace)], &[Focus::Hints], Action::DeleteHintLetter, "delete", "the last letter of a hint"),
    row("panes.show-start", OPEN, &[Key::control('o')], PANES, Action::ShowStart, "start", "the start page: other listings to open").found_by("open listing source place repository address recent home"),
    row("start.enter", OPEN, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], START, Action::Enter, "open", "the listing of the place").in_footer(),
    row("start.narrow", OPEN, &[Key::char('p')], START, Action::Narrow, "path or address", "type one, and open it").in_footer(),
    row("panes.open-editor", OPEN, &[Key::char('e')], READ_IN, Action::OpenEditor, "edit", "the document, at the proposal, in $VISUAL or $EDITOR"),
    row("panes.reload", OPEN, &[Key::char('r')], PANES, Action::Reload, "reload", "read the file again (refresh)").found_by("refresh update"),

    row("panes.show-problems", MEND, &[Key::char('!')], PANES, Action::ShowProblems, "problems", "of the listing, those of the proposal first").found_by("check lint errors warnings mistakes fix"),
    row("panes.toggle-mentor-view", MEND, &[Key::char('R')], PANES, Action::ToggleMentorView, "mentor view", "problems beside the titles; how ready the proposals of one mentor are"),
    row("problems.enter", MEND, &[Key::plain(KeyCode::Enter), Key::char('l'), Key::plain(KeyCode::Right)], PROBLEMS, Action::Enter, "go there", "to the proposal, at the line in its source").in_footer(),
    row("problems.preview-fix", MEND, &[Key::char('a')], PROBLEMS, Action::PreviewFix, "fix", "apply the safe fix, after a look at what it changes").in_footer(),
    row("problems.undo-fix", MEND, &[Key::char('u')], PROBLEMS, Action::UndoFix, "undo fix", "take back the last one, in its file").found_by("revert restore"),
    row("problems.open-editor", MEND, &[Key::char('e')], PROBLEMS, Action::OpenEditor, "edit", "the document, at the line of the problem").in_footer(),
    row("problems.group-problems", MEND, &[Key::plain(KeyCode::Tab)], PROBLEMS, Action::GroupProblems, "group", "by proposal, or by rule").in_footer(),
    row("fix.enter", MEND, &[Key::plain(KeyCode::Enter), Key::char('a')], &[Focus::Fix], Action::Enter, "apply", "write the fixed file and reload it").in_footer(),

    row("panes.show-copy-menu", COPY, &[COPY_KEY], READ_IN, Action::ShowCopyMenu, "copy…", "something of the proposal: press a second key").found_by("clipboard yank share save link"),
    row("panes.show-export", COPY, &[Key::char('E')], KEPT_IN, Action::ShowExport, "export", "the listed proposals, or the shortlist where it is open, to a file or the clipboard").in_footer().found_by("save write download markdown json csv file"),
    row("copy.copy-upstream", COPY, &[Key::char('y')], COPY_MENU, Action::Copy(CopyTarget::Upstream), "copy upstream", "the address of the issue").after_copy().in_footer(),
    row("copy.copy-title", COPY, &[Key::char('t')], COPY_MENU, Action::Copy(CopyTarget::Title), "copy title", "as it is shown").after_copy(),
    row("copy.copy-apply", COPY, &[Key::char('l')], COPY_MENU, Action::Copy(CopyTarget::Apply), "copy apply link", "the address to apply at").after_copy(),
    row("copy.copy-section", COPY, &[Key::char('m')], COPY_MENU, Action::Copy(CopyTarget::Section), "copy Markdown", "the section as it is in the document").after_copy(),
    row("copy.copy-json", COPY, &[Key::char('j')], COPY_MENU, Action::Copy(CopyTarget::Json), "copy JSON", "the object of `list --format json`").after_copy(),
    row("copy.copy-command", COPY, &[Key::char('c')], COPY_MENU, Action::Copy(CopyTarget::Command), "copy command", "the command line that shows this very view").after_copy(),
    row("copy.copy-plain", COPY, &[Key::char('p')], COPY_MENU, Action::Copy(CopyTarget::Plain), "copy text", "the proposal as plain text").after_copy(),
    row("copy.back", COPY, &[Key::plain(KeyCode::Esc), Key::char('q')], COPY_MENU, Action::Back, "cancel", "copy nothing").in_footer(),

    row("panes.toggle-zoom", SCREEN, &[Key::char('z')], PANES, Action::ToggleZoom, "zoom", "one pane on the whole screen, or both again").found_by("full screen maximise maximize"),
    row("panes.toggle-preview", SCREEN, &[Key::char('p')], PANES, Action::TogglePreview, "preview", "hide the detail, or show it again").found_by("hide show pane detail"),
    row("panes.grow-list", SCREEN, &[Key::char('>')], PANES, Action::GrowList, "wider list", "the line between the panes goes to the right; the mouse drags it, too").found_by("resize width split columns"),
    row("panes.shrink-list", SCREEN, &[Key::char('<')], PANES, Action::ShrinkList, "narrower list", "the line between the panes goes to the left").found_by("resize width split columns"),
    row("panes.next-third", SCREEN, &[Key::char('P')], PANES, Action::NextThird, "third pane", "facets, problems, or none beside the proposal, from 160 columns on").found_by("side panel sidebar wide"),
    row("panes.show-themes", SCREEN, &[Key::control('t')], PANES, Action::ShowThemes, "theme", "choose other colours").found_by("colours colors dark light appearance"),
    row("panes.toggle-mouse", SCREEN, &[Key::char('M')], PANES, Action::ToggleMouse, "mouse", "on or off (off lets you select text)"),
    row("everywhere.redraw", SCREEN, &[Key::control('l')], EVERYWHERE, Action::Redraw, "redraw", "the whole screen"),
    row("panes.show-palette", SCREEN, &[Key::char(':')], PANES, Action::ShowPalette, "commands", "all of them, to choose from").in_footer(),
    row("panes.show-help", SCREEN, &[Key::char('?'), Key::plain(KeyCode::F(1))], HELPED, Action::ShowHelp, "help", "all keys").in_footer().found_by("keys shortcuts manual"),
    #[cfg(unix)]
    row("everywhere.suspend", SCREEN, &[Key::control('z')], EVERYWHERE, Action::Suspend, "suspend", "stop, and back to the shell; `fg` returns"),
    row("panes.close", SCREEN, &[Key::char('q')], PANES, Action::Close, "quit", "leave the program").in_footer().found_by("exit leave"),
    row("help.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('?'), Key::plain(KeyCode::F(1))], &[Focus::Help, Focus::QrCode], Action::Back, "close", "leave the help, the QR code").in_footer(),
    row("statistics.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('i')], STATS, Action::Back, "close", "leave the counts").in_footer(),
    row("compare.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('c')], &[Focus::Compare], Action::Back, "close", "leave the comparison").in_footer(),
    row("problems.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('!')], PROBLEMS, Action::Back, "close", "leave the problems").in_footer(),
    row("shortlist.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('B'), Key::char('h'), Key::plain(KeyCode::Left)], SHORTLIST, Action::Back, "close", "leave the shortlist").in_footer(),
    row("menu.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q')], MENU, Action::Back, "close", "leave the menu").in_footer(),
    row("start.back", SCREEN, &[Key::plain(KeyCode::Esc)], START, Action::Back, "close", "back to what is open").in_footer(),
    row("facets.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q'), Key::char('F')], FACETS, Action::Back, "close", "leave the facets").in_footer(),
    row("fix.back", SCREEN, &[Key::plain(KeyCode::Esc), Key::char('q')], &[Focus::Fix], Action::Back, "cancel", "change nothing").in_footer(),
    row("everywhere.quit", SCREEN, &[Key::control('c')], EVERYWHERE, Action::Quit, "quit at once", "leave the program from anywhere"),
    row("start.quit", SCREEN, &[Key::char('q')], START, Action::Quit, "quit", "leave the program").in_footer(),

    row("filter.complete", TYPE, &[Key::plain(KeyCode::Tab)], FILTER, Action::Complete { forward: true }, "complete", "the word: a field, its values, a skill, a project, a mentor; again, by the next one").in_footer(),
    row("filter.complete-back", TYPE, &[Key::plain(KeyCode::BackTab)], FILTER, Action::Complete { forward: false }, "complete back", "by the completion before"),
    row("skills.complete", TYPE, &[Key::plain(KeyCode::Tab)], &[Focus::Skills], Action::Complete { forward: true }, "complete", "the word, by the selected skill").in_footer(),
    row("filter.older", TYPE, &[Key::plain(KeyCode::Up)], FILTER, Action::OlderFilter, "earlier filter", "the one before, as in a shell").in_footer(),
    row("filter.newer", TYPE, &[Key::plain(KeyCode::Down)], FILTER, Action::NewerFilter, "later filter", "the one after it; in the end what was typed"),
    row("filter.move-down", TYPE, &[Key::control('n')], FILTER, Action::Move(Step::Down), "move", "down, to the next proposal"),
    row("filter.move-up", TYPE, &[Key::control('p')], FILTER, Action::Move(Step::Up), "up", "to the previous proposal"),
    row("input.move-down", TYPE, &[Key::plain(KeyCode::Down), Key::control('n')], &[Focus::Find, Focus::Narrowing, Focus::Skills], Action::Move(Step::Down), "move", "down, to the next row, the next match").in_footer(),
    row("input.move-up", TYPE, &[Key::plain(KeyCode::Up), Key::control('p')], &[Focus::Find, Focus::Narrowing, Focus::Skills], Action::Move(Step::Up), "up", "to the previous row, the previous match"),
    row("input.move-page-down", TYPE, &[Key::plain(KeyCode::PageDown)], &[Focus::Filter, Focus::Find, Focus::Narrowing], Action::Move(Step::PageDown), "page down", "a screenful"),
    row("input.move-page-up", TYPE, &[Key::plain(KeyCode::PageUp)], &[Focus::Filter, Focus::Find, Focus::Narrowing], Action::Move(Step::PageUp), "page up", "a screenful"),
    row("note.move-up", TYPE, &[Key::plain(KeyCode::Up)], &[Focus::Note], Action::Move(Step::Up), "up", "to the line above"),
    row("note.move-down", TYPE, &[Key::plain(KeyCode::Down)], &[Focus::Note], Action::Move(Step::Down), "down", "to the line below"),
    row("note.enter", TYPE, &[Key::plain(KeyCode::Enter)], &[Focus::Note], Action::Enter, "new line", "in the note").in_footer(),
    row("note.back", TYPE, &[Key::plain(KeyCode::Esc)], &[Focus::Note], Action::Back, "save", "the note, and close it").in_footer(),
    row("input.enter", TYPE, &[Key::plain(KeyCode::Enter)], ENTERED, Action::Enter, "accept", "keep the filter, run the command, open the link").in_footer(),
    row("input.back", TYPE, &[Key::plain(KeyCode::Esc)], ENTERED, Action::Back, "cancel", "clear, then close").in_footer(),
    row("input.delete-back", TYPE, &[Key::plain(KeyCode::Backspace), Key::control('h')], TYPED, Action::Edit(Edit::DeleteBack), "delete", "the character before the cursor"),
    row("input.delete-forward", TYPE, &[Key::plain(KeyCode::Delete), Key::control('d')], TYPED, Action::Edit(Edit::DeleteForward), "delete forward", "the character under the cursor"),
    row("input.delete-word", TYPE, &[Key::control('w')], TYPED, Action::Edit(Edit::DeleteWord), "delete word", "the word before the cursor"),
    row("input.delete-to-start", TYPE, &[Key::control('u')], TYPED, Action::Edit(Edit::DeleteToStart), "delete line", "everything before the cursor"),
    row("input.cursor-left", TYPE, &[Key::plain(KeyCode::Left), Key::control('b')], TYPED, Action::Edit(Edit::Left), "left", "a character to the left"),
    row("input.cursor-right", TYPE, &[Key::plain(KeyCode::Right), Key::control('f')], TYPED, Action::Edit(Edit::Right), "right", "a character to the right"),
    row("input.cursor-start", TYPE, &[Key::plain(KeyCode::Home), Key::control('a')], TYPED, Action::Edit(Edit::Start), "start", "to the beginning of the text"),
    row("input.cursor-end", TYPE, &[Key::plain(KeyCode::End), Key::control('e')], TYPED, Action::Edit(Edit::End), "end", "to the end of the text"),
    row("input.show-help", TYPE, &[Key::plain(KeyCode::F(1))], TYPED, Action::ShowHelp, "help", "all keys"),
]));

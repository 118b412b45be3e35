//! The update: one arm for every action.

mod counts;
mod finding;
pub(super) mod typing;

use super::action::{Action, Effect, Step};
use super::follow::{self, NO_SELECTION};
use super::notice::Notice;
use super::picker::{Choice, Item, Picker};
use super::problems::panel::ProblemPanel;
use super::{
    App, Layer, Pane, bookmarks, copy_menu, cursor, facets, fix_preview, jump, keymap, order, problems,
};
use crate::markdown::glyphs;
use crate::markdown::mail::EmailVisibility;

/// How many rows one notch of the mouse wheel moves, as terminals and browsers do.
const WHEEL: usize = 3;

/// Changes the state. `said` is the notice that was there until now.
pub(super) fn update(app: &mut App, action: Action, said: Option<&Notice>) -> Option<Effect> {
    if matches!(app.layers.last(), Some(Layer::Hints(_))) && leaves_hints(action) {
        app.layers.pop();
    }
    match action {
        Action::Move(step) => move_focus(app, step),
        Action::MoveList(step) => {
            (0..WHEEL).for_each(|_| app.list.step(step, app.viewport.list_rows));
            choose(app);
        }
        Action::ScrollDetail(step) => {
            if detail_is_shown(app) {
                scroll_detail(app, step);
            }
        }
        Action::ScrollWheel(step) => (0..WHEEL).for_each(|_| scroll_detail(app, step)),
        Action::NextProject => {
            if !app.list.next_project(&app.catalog) {
                app.notify(Notice::info("this is the last project"));
            }
        }
        Action::PreviousProject => {
            if !app.list.previous_project(&app.catalog) {
                app.notify(Notice::info("this is the first project"));
            }
        }
        Action::NextSection => section(app, true),
        Action::PreviousSection => section(app, false),
        Action::OtherPane => {
            app.pane = if app.pane == Pane::List { Pane::Detail } else { Pane::List };
        }
        Action::FocusDetail => app.pane = Pane::Detail,
        Action::Enter => match said.and_then(Notice::asked) {
            Some(url) => return follow::open(app, url),
            None => return go_in(app),
        },
        Action::Back => come_back(app),
        Action::Filter => finding::filter(app),
        Action::DropTerm => finding::drop_term(app),
        Action::ShowFacets => facets::show(app),
        Action::NextFacet => facets::turn(app, true),
        Action::PreviousFacet => facets::turn(app, false),
        Action::ShowOrders => order::show(app),
        Action::Sort(order) => order::choose(app, order),
        Action::ReverseOrder => order::reverse(app),
        Action::ToggleMark => bookmarks::toggle(app),
        Action::Compare => bookmarks::compare(app),
        Action::Find => finding::find(app),
        Action::ShowStats => counts::show(app),
        Action::ShowProblems => problems::show(app),
        Action::GroupProblems => with_problems(app, ProblemPanel::regroup),
        Action::NarrowProblems => with_problems(app, |panel| panel.typing = true),
        Action::PreviewFix if matches!(app.layers.last(), Some(Layer::Fix(_))) => {
            return fix_preview::confirm(app);
        }
        Action::PreviewFix => return problems::ask_to_mend(app),
        Action::NextMatch => finding::step_match(app, true),
        Action::PreviousMatch => finding::step_match(app, false),
        Action::OpenUpstream => return follow::open_upstream(app),
        Action::ShowLinks => follow::show_links(app),
        Action::ShowCopyMenu => copy_menu::show(app),
        Action::Copy(what) => return copy_menu::copy(app, what),
        Action::Jump(kind) => jump::jump(app, kind),
        Action::OpenEditor => return follow::open_editor(app),
        Action::ToggleSource => toggle_source(app),
        Action::ToggleEmails => toggle_mails(app),
        Action::ToggleZoom => toggle_one_pane(app, app.pane),
        Action::TogglePreview => toggle_one_pane(app, Pane::List),
        Action::Reload => return Some(Effect::Reload),
        Action::Redraw => return Some(Effect::Redraw),
        Action::ShowPalette => app.layers.push(Layer::Menu(palette(app))),
        Action::ShowHelp => app.layers.push(Layer::Help { top: 0 }),
        Action::ToggleMouse => return Some(toggle_mouse(app)),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Close => {
            if app.layers.pop().is_none() {
                return Some(Effect::Quit);
            }
        }
        Action::Quit => return Some(Effect::Quit),
        Action::Edit(edit) => typing::edit(app, edit),
        Action::SelectRow(row) => {
            if app.list.select_row(app.list.top() + row) {
                app.pane = Pane::List;
                choose(app);
            }
        }
        Action::ActivateRow(row) => return take_row(app, row),
        Action::ClickLink(link) => return follow::click(app, link, said),
        Action::FollowLink(link) => return follow::link(app, link),
        Action::ShowHints => {
            if detail_is_shown(app) {
                follow::show_hints(app);
            }
        }
        Action::ShowQrCode => follow::show_code(app, said),
        Action::CopyLink => return follow::copy(app),
        Action::DeleteHintLetter => follow::delete_hint_letter(app),
        Action::TypeHint(letter) => {
            let action = follow::type_hint(app, letter)?;
            return update(app, action, None);
        }
    }
    None
}

/// Hints are about what is in view: whatever changes that, or is about something else, ends them.
fn leaves_hints(action: Action) -> bool {
    !matches!(
        action,
        Action::TypeHint(_) | Action::DeleteHintLetter | Action::Back | Action::Redraw | Action::Suspend
    )
}

fn move_focus(app: &mut App, step: Step) {
    match app.layers.last_mut() {
        Some(Layer::Filter { .. }) => {
            app.list.step(step, app.viewport.list_rows);
            choose(app);
        }
        Some(Layer::Find) => finding::step_match(app, !matches!(step, Step::Up | Step::PageUp)),
        Some(Layer::Menu(picker)) => picker.step(step, app.viewport.layer_rows),
        Some(Layer::Stats(board)) => board.step(step, app.viewport.layer_rows),
        Some(Layer::Facets(panel)) => panel.step(step, app.viewport.layer_rows),
        Some(Layer::Problems(panel)) => panel.step(step, app.viewport.layer_rows),
        Some(Layer::Fix(preview)) => preview.scroll(step, &app.viewport),
        Some(Layer::Help { top } | Layer::Compare { top }) => {
            *top = cursor::scroll(step, *top, app.viewport.layer_height, app.viewport.layer_rows);
        }
        Some(Layer::CopyMenu | Layer::Hints(_) | Layer::QrCode { .. }) => {}
        None if app.pane == Pane::List => app.list.step(step, app.viewport.list_rows),
        None => scroll_detail(app, step),
    }
}

fn scroll_detail(app: &mut App, step: Step) {
    if let Some(id) = app.selected_id() {
        app.detail.scroll(&id, step, &app.viewport);
    }
}

/// The selection was moved by hand: while the filter is typed it then stays with its proposal.
fn choose(app: &mut App) {
    let selected = app.selected_id();
    if let Some(Layer::Filter { home, chosen, .. }) = app.layers.last_mut()
        && selected.is_some()
    {
        (*home, *chosen) = (selected, true);
    }
}

/// Whether there is a detail on the screen; says so where there is none.
fn detail_is_shown(app: &mut App) -> bool {
    let shown = app.viewport.detail_rows > 0;
    if app.list.is_empty() {
        app.notify(Notice::info(NO_SELECTION));
    } else if !shown {
        app.notify(Notice::info("the proposal is not on the screen; Enter shows it"));
    }
    shown && !app.list.is_empty()
}

/// Changes the problems, where they lie on top.
fn with_problems(app: &mut App, change: impl FnOnce(&mut ProblemPanel)) {
    if let Some(Layer::Problems(panel)) = app.layers.last_mut() {
        change(panel);
    }
}

fn toggle_source(app: &mut App) {
    if detail_is_shown(app) {
        app.detail.source = !app.detail.source;
    }
}

fn toggle_mouse(app: &mut App) -> Effect {
    app.mouse = !app.mouse;
    app.notify(Notice::info(if app.mouse {
        "the mouse selects and scrolls here"
    } else {
        "the mouse is the terminal's: select text as usual; M takes it back"
    }));
    Effect::CaptureMouse(app.mouse)
}

/// Takes what stands on a row of the layer.
fn take_row(app: &mut App, row: usize) -> Option<Effect> {
    let there = match app.layers.last_mut()? {
        Layer::CopyMenu => return copy_menu::take_row(app, row),
        Layer::Menu(picker) => picker.select_row(row),
        Layer::Stats(board) => board.select_row(board.top() + row),
        Layer::Facets(panel) => panel.select_row(row),
        Layer::Problems(panel) => panel.choose_row(row),
        _ => false,
    };
    if there { go_in(app) } else { None }
}

fn toggle_mails(app: &mut App) {
    app.detail.emails = app.detail.emails.toggled();
    app.notify(Notice::info(match app.detail.emails {
        EmailVisibility::Shown => "e-mail addresses are readable; x masks them again",
        EmailVisibility::Masked => "e-mail addresses are masked",
    }));
}

fn section(app: &mut App, forward: bool) {
    if let Some(Layer::Stats(board)) = app.layers.last_mut() {
        return board.step_section(forward);
    }
    if !detail_is_shown(app) {
        return;
    }
    let Some(id) = app.selected_id() else { return };
    if !app.detail.section(&id, forward, &app.viewport) {
        app.notify(Notice::info(if forward { "no section further down" } else { "no section further up" }));
    }
}

fn go_in(app: &mut App) -> Option<Effect> {
    match app.layers.last() {
        Some(Layer::Filter { .. }) => {
            app.layers.pop();
            return Some(Effect::KeepFilter);
        }
        Some(Layer::Find) => {
            app.layers.pop();
            app.detail.find.take_if(|find| find.input.text().is_empty());
        }
        Some(Layer::Menu(picker)) => {
            let choice = picker.choice().cloned()?;
            app.layers.pop();
            return match choice {
                Choice::Open(url) => follow::open(app, &url),
                Choice::QrCode(url) => {
                    app.layers.push(Layer::QrCode { url });
                    None
                }
                Choice::Refuse(sentence) => {
                    app.notify(Notice::error(sentence));
                    None
                }
                Choice::Run(action) => update(app, action, None),
            };
        }
        Some(Layer::Stats(_)) => return counts::filter_by_bar(app),
        Some(Layer::Facets(_)) => facets::cycle(app),
        Some(Layer::Problems(panel)) if panel.typing => with_problems(app, |panel| panel.typing = false),
        Some(Layer::Problems(_)) => problems::go_there(app),
        Some(Layer::Fix(_)) => return fix_preview::confirm(app),
        Some(
            Layer::Help { .. }
            | Layer::Compare { .. }
            | Layer::CopyMenu
            | Layer::Hints(_)
            | Layer::QrCode { .. },
        ) => {}
        None if app.list.is_empty() => app.notify(Notice::info(NO_SELECTION)),
        None if app.pane == Pane::Detail => {
            app.notify(Notice::info("no link was clicked; f shows hints to follow one"));
        }
        None => app.pane = Pane::Detail,
    }
    None
}

/// Esc closes what is on top at one press and cancels what was typed there. In the list it drops a filter that was
/// kept, in the problems what they were narrowed to.
fn come_back(app: &mut App) {
    if let Some(Layer::Problems(panel)) = app.layers.last_mut()
        && problems::leave(panel)
    {
        return;
    }
    match app.layers.pop() {
        Some(Layer::Filter { before, .. }) => finding::cancel(app, *before),
        Some(Layer::Find) => app.detail.find = None,
        Some(_) => {}
        None if app.pane == Pane::Detail => {
            if app.detail.find.take().is_none() {
                app.pane = Pane::List;
            }
        }
        None if app.filter.is_active() => {
            let selected = app.selected_id();
            app.filter.input.clear();
            app.refilter();
            app.select_id(selected.as_ref());
        }
        None => app.notify(Notice::info("this is the list; q quits")),
    }
}

/// One pane or two. Where the terminal has room for one only, says so instead.
fn toggle_one_pane(app: &mut App, shown: Pane) {
    if app.viewport.can_split {
        app.one_pane = !app.one_pane;
        app.pane = if app.one_pane { shown } else { app.pane };
    } else {
        app.notify(Notice::info("the terminal has room for one pane; Tab changes it"));
    }
}

fn palette(app: &App) -> Picker {
    let pane = app.focus();
    let commands = keymap::BINDINGS.iter().filter(|binding| binding.is_command(pane));
    let items = commands.map(|binding| Item {
        name: glyphs::sentence(&format!("{}: {}", binding.name, binding.help)).into_owned(),
        note: binding.key_names(),
        choice: Choice::Run(binding.action),
    });
    let jumps = app.selected().into_iter().flat_map(|(_, entry)| jump::items(entry));
    Picker::new("Commands", items.chain(jumps).collect())
}

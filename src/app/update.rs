//! The update: one arm for every action.

mod counts;

use super::action::{Action, Edit, Effect, Step};
use super::detail::Find;
use super::input::Input;
use super::keymap::Focus;
use super::notice::Notice;
use super::picker::{Choice, Item, Picker};
use super::viewport::PageTarget;
use super::{App, Layer, Pane, cursor, facets, keymap, links, marks, order};

/// How many rows one notch of the mouse wheel moves, as terminals and browsers do.
const WHEEL: usize = 3;

/// What is said where a proposal is needed and the list is empty.
const NO_SELECTION: &str = "no proposal is selected";

pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
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
        Action::GoIn => return go_in(app),
        Action::ComeBack => come_back(app),
        Action::Filter => filter(app),
        Action::DropTerm => drop_term(app),
        Action::ShowFacets => facets::show(app),
        Action::NextFacet => facets::turn(app, true),
        Action::PreviousFacet => facets::turn(app, false),
        Action::ShowOrders => order::show(app),
        Action::Sort(order) => order::choose(app, order),
        Action::ReverseOrder => order::reverse(app),
        Action::ToggleMark => marks::toggle(app),
        Action::Compare => marks::compare(app),
        Action::Find => find(app),
        Action::ShowCounts => counts::show(app),
        Action::NextMatch => step_match(app, true),
        Action::PreviousMatch => step_match(app, false),
        Action::OpenUpstream => return open_upstream(app),
        Action::ShowLinks => show_links(app),
        Action::ToggleSource => toggle_source(app),
        Action::ToggleZoom => toggle_one_pane(app, app.pane),
        Action::TogglePreview => toggle_one_pane(app, Pane::List),
        Action::Reload => return Some(Effect::Reload),
        Action::Redraw => return Some(Effect::Redraw),
        Action::ShowPalette => app.layers.push(Layer::Menu(palette(app.focus()))),
        Action::ShowHelp => app.layers.push(Layer::Help { top: 0 }),
        Action::ToggleMouse => {
            app.mouse = !app.mouse;
            app.notify(Notice::info(if app.mouse {
                "the mouse selects and scrolls here"
            } else {
                "the mouse is the terminal's: select text as usual; M takes it back"
            }));
            return Some(Effect::CaptureMouse(app.mouse));
        }
        Action::Suspend => return Some(Effect::Suspend),
        Action::Leave => {
            if app.layers.pop().is_none() {
                return Some(Effect::Quit);
            }
        }
        Action::Quit => return Some(Effect::Quit),
        Action::Edit(edit) => edit_input(app, edit),
        Action::SelectRow(row) => {
            if app.list.select_row(app.list.top() + row) {
                app.pane = Pane::List;
                choose(app);
            }
        }
        Action::TakeRow(row) => {
            let there = match app.layers.last_mut() {
                Some(Layer::Menu(picker)) => picker.select_row(row),
                Some(Layer::Counts(board)) => board.select_row(board.top() + row),
                Some(Layer::Facets(panel)) => panel.select_row(row),
                _ => false,
            };
            if there {
                return go_in(app);
            }
        }
        Action::Follow(target) => follow(app, target),
    }
    None
}

/// The input that has the focus.
pub(super) fn input(app: &mut App) -> Option<&mut Input> {
    match app.layers.last_mut()? {
        Layer::Filter { .. } => Some(&mut app.filter.input),
        Layer::Find => app.detail.find.as_mut().map(|find| &mut find.input),
        Layer::Menu(picker) => Some(&mut picker.input),
        Layer::Facets(panel) => Some(&mut panel.input),
        Layer::Help { .. } | Layer::Compare { .. } | Layer::Counts(_) => None,
    }
}

/// The text of the input that has the focus has changed.
pub(super) fn input_changed(app: &mut App) {
    match app.layers.last_mut() {
        Some(Layer::Filter { home, chosen }) => {
            let keep = home.clone().filter(|_| *chosen);
            app.refilter();
            app.list.select_first();
            app.select_id(keep.as_ref());
        }
        Some(Layer::Find) => app.detail.seek(),
        Some(Layer::Menu(picker)) => picker.refresh(),
        Some(Layer::Facets(panel)) => panel.narrow(),
        Some(Layer::Help { .. } | Layer::Compare { .. } | Layer::Counts(_)) | None => {}
    }
}

fn edit_input(app: &mut App, edit: Edit) {
    let Some(input) = input(app) else { return };
    let before = input.text().len();
    input.edit(edit);
    if input.text().len() != before {
        input_changed(app);
    }
}

fn move_focus(app: &mut App, step: Step) {
    match app.layers.last_mut() {
        Some(Layer::Filter { .. }) => {
            app.list.step(step, app.viewport.list_rows);
            choose(app);
        }
        Some(Layer::Find) => step_match(app, !matches!(step, Step::Up | Step::PageUp)),
        Some(Layer::Menu(picker)) => picker.step(step, app.viewport.layer_rows),
        Some(Layer::Counts(board)) => board.step(step, app.viewport.layer_rows),
        Some(Layer::Facets(panel)) => panel.step(step, app.viewport.layer_rows),
        Some(Layer::Help { top } | Layer::Compare { top }) => {
            *top = cursor::scroll(step, *top, app.viewport.layer_height, app.viewport.layer_rows);
        }
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
    if let Some(Layer::Filter { home, chosen }) = app.layers.last_mut()
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

fn toggle_source(app: &mut App) {
    if detail_is_shown(app) {
        app.detail.source = !app.detail.source;
    }
}

fn section(app: &mut App, forward: bool) {
    if let Some(Layer::Counts(board)) = app.layers.last_mut() {
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
                Choice::Open(url) => Some(Effect::Open(url)),
                Choice::Run(action) => update(app, action),
            };
        }
        Some(Layer::Counts(_)) => return counts::filter_by_bar(app),
        Some(Layer::Facets(_)) => facets::cycle(app),
        Some(Layer::Help { .. } | Layer::Compare { .. }) => {}
        None if app.list.is_empty() => app.notify(Notice::info(NO_SELECTION)),
        None => app.pane = Pane::Detail,
    }
    None
}

/// Esc clears a text first, then leaves; at the root it drops a filter that was kept.
fn come_back(app: &mut App) {
    if let Some(input) = input(app).filter(|input| !input.text().is_empty()) {
        input.clear();
        match app.layers.last() {
            Some(Layer::Filter { home, .. }) => {
                let home = home.clone();
                app.refilter();
                app.select_id(home.as_ref());
            }
            _ => input_changed(app),
        }
    } else if let Some(layer) = app.layers.pop() {
        if matches!(layer, Layer::Find) {
            app.detail.find = None;
        }
    } else if app.pane == Pane::Detail {
        if app.detail.find.take().is_none() {
            app.pane = Pane::List;
        }
    } else if app.filter.is_active() {
        let selected = app.selected_id();
        app.filter.input.clear();
        app.refilter();
        app.select_id(selected.as_ref());
    } else {
        app.notify(Notice::info("this is the list; q quits"));
    }
}

fn filter(app: &mut App) {
    app.pane = Pane::List;
    let home = app.selected_id();
    app.layers.push(Layer::Filter { home, chosen: false });
}

/// Takes the clause out that leaves nothing.
fn drop_term(app: &mut App) {
    if app.filter.drop_blamed() {
        let home = match app.layers.last() {
            Some(Layer::Filter { home, .. }) => home.clone(),
            _ => None,
        };
        app.refilter();
        app.select_id(home.as_ref());
    } else {
        app.notify(Notice::info("every part of the filter leaves something"));
    }
}

fn find(app: &mut App) {
    if app.list.is_empty() {
        app.notify(Notice::info("there is no text to search in"));
        return;
    }
    app.pane = Pane::Detail;
    app.detail.find = Some(Find::default());
    app.layers.push(Layer::Find);
}

fn step_match(app: &mut App, forward: bool) {
    let Some(id) = app.selected_id() else { return app.notify(Notice::info(NO_SELECTION)) };
    if app.detail.needle().is_empty() && app.filter.is_active() {
        if detail_is_shown(app) && !app.detail.step_mark(&id, forward, &app.viewport) {
            app.notify(Notice::info("nothing on this page is what the filter looked for"));
        }
    } else if app.detail.needle().is_empty() {
        app.notify(Notice::info("no search in the text yet: / in the detail begins one"));
    } else if !detail_is_shown(app) {
        // The sentence is said.
    } else if !app.detail.step_match(&id, forward, &app.viewport) {
        let needle = app.detail.needle().to_owned();
        app.notify(Notice::info(format!("“{needle}” does not occur in this proposal")));
    }
}

fn open_upstream(app: &mut App) -> Option<Effect> {
    let Some((_, entry)) = app.selected() else {
        app.notify(Notice::info(NO_SELECTION));
        return None;
    };
    let upstream = links::upstream(entry);
    let proposal = entry.proposal;
    match proposal.upstream.as_slice() {
        [] => app.notify(Notice::error("this proposal names no upstream issue; O shows its other links")),
        [link] => return Some(Effect::Open(link.url.clone())),
        _ => app.layers.push(Layer::Menu(Picker::new("Upstream issues", upstream))),
    }
    None
}

fn show_links(app: &mut App) {
    let Some((_, entry)) = app.selected() else { return app.notify(Notice::info(NO_SELECTION)) };
    let links = links::all(entry);
    if links.is_empty() {
        app.notify(Notice::info("this proposal holds no links"));
    } else {
        app.layers.push(Layer::Menu(Picker::new("Links", links)));
    }
}

/// Shows where a link of the detail leads; filters by a value.
fn follow(app: &mut App, target: usize) {
    match app.viewport.targets.get(target).cloned() {
        Some(PageTarget::Address(url)) => app.notify(Notice::info(url)),
        Some(PageTarget::Value(facet, value)) => facets::toggle(app, facet, &value),
        None => {}
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

fn palette(pane: Focus) -> Picker {
    let commands = keymap::BINDINGS.iter().filter(|binding| binding.is_command(pane));
    let items = commands.map(|binding| Item {
        name: format!("{}: {}", binding.name, binding.help),
        note: binding.key_names(),
        choice: Choice::Run(binding.action),
    });
    Picker::new("Commands", items.collect())
}

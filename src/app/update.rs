//! The update: one arm for every action.

use super::action::{Action, Edit, Step};
use super::copy_menu;
use super::effect::Effect;
use super::facets::FacetPanel;
use super::filter_bar::FilterBar;
use super::find_bar;
use super::help::HelpPanel;
use super::keymap::hint;
use super::notice::{NO_SELECTION, Notice};
use super::panel::{Outcome, Panel};
use super::problems::panel::ProblemPanel;
use super::rows::Scroll;
use super::state::State;
use super::stats::StatsPanel;
use super::{
    App, Layer, Pane, alike, commands, export, follow, issues, jump, mentor_mode, my_skills, news_panel,
    order, problems, resize, saved_filters, shortlisting, terms, themes, undo,
};

/// How many rows one notch of the mouse wheel moves, as in terminals and browsers.
const WHEEL: usize = 3;

impl App {
    /// Changes the state as an action asks. Returns what the shell has to do.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let notice = self.state.notice.take();
        undo::begin(self);
        let effect = update(self, action, notice.as_ref());
        undo::note(self);
        if matches!(action, Action::ScrollDetail(_) | Action::ScrollWheel(_) | Action::OpenUpstream) {
            self.state.browsing.open_selected();
        }
        self.follow_comparison();
        self.refresh_panels();
        effect
    }

    /// Inserts pasted text into the input that has the keyboard; without an input, does nothing.
    pub fn paste(&mut self, text: &str) {
        self.state.notice = None;
        self.type_into(|input| input.paste(text));
        self.refresh_panels();
    }

    /// Changes the input that has the keyboard.
    fn type_into(&mut self, change: impl FnOnce(&mut super::input::Input)) {
        let Some(panel) = self.layers.last_mut().map(Layer::panel_mut) else { return };
        let Some(input) = panel.input(&mut self.state) else { return };
        let before = input.text().len();
        change(input);
        if input.text().len() != before {
            panel.typed(&mut self.state);
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each action, most of them one line")]
/// Changes the state. `notice` is the one that was shown until now.
fn update(app: &mut App, action: Action, notice: Option<&Notice>) -> Option<Effect> {
    if matches!(app.layers.last(), Some(Layer::Hints(_))) && closes_hints(action) {
        app.layers.pop();
    }
    let state = &mut app.state;
    match action {
        Action::Move(step) => step_focused(app, step),
        Action::MoveList(step) => {
            (0..WHEEL).for_each(|_| state.browsing.list.rows.step(step, state.viewport.list_rows));
            selection_moved(app);
        }
        Action::ScrollDetail(step) => {
            if state.require_detail() {
                state.scroll_detail(step);
            }
        }
        Action::ScrollWheel(step) => (0..WHEEL).for_each(|_| state.scroll_detail(step)),
        Action::NextProject => {
            if !state.browsing.list.next_project(&state.browsing.catalog) {
                state.inform("Already at the last project.");
            }
        }
        Action::PreviousProject => {
            if !state.browsing.list.previous_project(&state.browsing.catalog) {
                state.inform("Already at the first project.");
            }
        }
        Action::NextSection => step_section(app, true),
        Action::PreviousSection => step_section(app, false),
        Action::OtherPane => {
            state.pane = if state.pane == Pane::List { Pane::Detail } else { Pane::List };
        }
        Action::FocusDetail => state.pane = Pane::Detail,
        Action::Enter => match notice.and_then(Notice::asked) {
            Some(url) => return state.open(url),
            None => return enter(app),
        },
        Action::Back if matches!(app.layers.last(), Some(Layer::Note(_))) => {
            return shortlisting::close_note(app);
        }
        Action::Back => back(app),
        Action::Filter => {
            state.pane = Pane::List;
            app.layers.push(Layer::Filter(Box::new(FilterBar::open(&mut state.browsing))));
        }
        Action::DropTerm => commands::drop_term(app),
        Action::Undo => return undo::undo(app),
        Action::OlderFilter => with_filter_bar(app, |bar, state| bar.walk(false, state)),
        Action::NewerFilter => with_filter_bar(app, |bar, state| bar.walk(true, state)),
        Action::Complete { forward } => match app.layers.last() {
            Some(Layer::Skills(_)) => my_skills::complete(app),
            _ => with_filter_bar(app, |bar, state| bar.complete(forward, state)),
        },
        Action::ShowFacets => {
            app.layers.push(Layer::Facets(Box::new(FacetPanel::new(&mut state.browsing))));
        }
        Action::NextFacet => turn_facet(app, true),
        Action::PreviousFacet => turn_facet(app, false),
        Action::ShowFacet(facet) => {
            with_facets(app, |panel, state| panel.show(facet, &mut state.browsing));
        }
        Action::ChooseValue(choice) => with_facets(app, |panel, state| {
            panel.choose(choice, state);
        }),
        Action::ShowOrders => order::show(app),
        Action::Sort(order) => order::choose(state, order),
        Action::ReverseOrder => order::reverse(state),
        Action::ToggleStar => return shortlisting::toggle(app),
        Action::ShowShortlist => shortlisting::show(app),
        Action::ShowStatuses => shortlisting::show_statuses(app),
        Action::SetStatus(status) => return shortlisting::set_status(app, status),
        Action::WriteNote => shortlisting::write_note(app),
        Action::EditNote => return shortlisting::edit_note(app),
        Action::ShowTasks => shortlisting::show_tasks(app, 0),
        Action::ToggleTask(task) => return shortlisting::toggle_task(app, task),
        Action::AddTask => shortlisting::add_task(app),
        Action::ChooseEntry => shortlisting::choose(app),
        Action::ShowHiding => shortlisting::show_hiding(app),
        Action::Hide(hiding) => return shortlisting::hide(app, hiding),
        Action::Compare => shortlisting::compare(app),
        Action::ShowSkills => my_skills::show(app),
        Action::ShowAlike => alike::show(app),
        Action::Find => commands::find(app),
        Action::ShowStats => {
            if state.browsing.list.is_empty() {
                state.inform("No proposals listed, nothing to count.");
            } else {
                app.layers.push(Layer::Stats(Box::new(StatsPanel::new(state.browsing.statistics()))));
            }
        }
        Action::ShowNews => news_panel::show(app),
        Action::ShowProblems => problems::show(app),
        Action::ToggleMentorView => mentor_mode::toggle(app),
        Action::GroupProblems => with_problems(app, ProblemPanel::regroup),
        Action::Narrow => {
            if let Some(narrowing) = app.layers.last_mut().and_then(|layer| layer.panel_mut().narrowing()) {
                narrowing.start();
            }
        }
        Action::PreviewFix => return problems::preview_fix(app),
        Action::UndoFix => return problems::undo_fix(&mut app.state),
        Action::NextMatch => step_match(app, true),
        Action::PreviousMatch => step_match(app, false),
        Action::NextColumn => turn_column(app, true),
        Action::PreviousColumn => turn_column(app, false),
        Action::OpenUpstream if matches!(app.layers.last(), Some(Layer::Shortlist(_))) => {
            return shortlisting::open_issue(app);
        }
        Action::OpenUpstream => return follow::open_upstream(app),
        Action::AskIssue => return issues::ask(app),
        Action::ShowLinks => follow::show_links(app),
        Action::ShowCopyMenu => {
            if state.browsing.list.is_empty() {
                state.inform(NO_SELECTION);
            } else {
                app.layers.push(Layer::CopyMenu(Box::default()));
            }
        }
        Action::Copy(target) => {
            app.layers.pop_if(|layer| matches!(layer, Layer::CopyMenu(_)));
            return copy_menu::copy(state, target);
        }
        Action::ShowExport => export::show(app),
        Action::ExportToFile(format) => export::ask(app, format),
        Action::ExportToClipboard(format) => {
            return Some(Effect::Export { of: export::exported(app), format, file: None, replace: false });
        }
        Action::ShowStart => return Some(Effect::ShowStart),
        Action::ShowTerms => terms::show(app),
        Action::UseTerm(term) => terms::choose(state, term),
        Action::ShowThemes => themes::show(app),
        Action::UseFilter(at) => saved_filters::apply(state, at),
        Action::UseTheme(theme) => {
            state.offers.theme = theme;
            return Some(Effect::UseTheme(theme));
        }
        Action::ClearFilter => commands::clear_filter(state),
        Action::Jump(kind) => jump::jump(state, kind),
        Action::OpenEditor => return follow::open_editor(app),
        Action::ToggleSource => {
            if state.require_detail() {
                state.detail.source = !state.detail.source;
            }
        }
        Action::ToggleEmails => commands::toggle_emails(state),
        Action::ToggleZoom => commands::toggle_one_pane(state, state.pane),
        Action::TogglePreview => commands::toggle_one_pane(state, Pane::List),
        Action::GrowList => resize::resize(state, true),
        Action::ShrinkList => resize::resize(state, false),
        Action::NextThird => resize::next_third(state),
        Action::GrabDivider => state.is_resizing = true,
        Action::DragDivider(column) => resize::drag(state, column),
        Action::ReleaseDivider => state.is_resizing = false,
        Action::Reload => return Some(Effect::Reload),
        Action::Redraw => return Some(Effect::Redraw),
        Action::ShowPalette => app.layers.push(Layer::Menu(Box::new(commands::palette(app)))),
        Action::ShowHelp => app.layers.push(Layer::Help(Box::new(HelpPanel::new(app.focus())))),
        Action::ToggleMouse => return Some(commands::toggle_mouse(state)),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Close => {
            if app.layers.pop().is_none() {
                return Some(Effect::Quit);
            }
        }
        Action::Quit => return Some(Effect::Quit),
        Action::Edit(edit) => edit_input(app, edit),
        Action::SelectRow(row) => {
            if state.browsing.list.rows.select_in_view(row) {
                state.pane = Pane::List;
                selection_moved(app);
            }
        }
        Action::ActivateRow(row) => {
            if app.layers.last_mut()?.panel_mut().select_row(row) {
                return choose(app, |panel, state| panel.click(state));
            }
        }
        Action::ClickLink(link) => return follow::click(app, link, notice),
        Action::FollowLink(link) => return follow::link(app, link),
        Action::ShowHints => {
            if state.require_detail() {
                follow::show_hints(app);
            }
        }
        Action::ShowQrCode => follow::show_code(app, notice),
        Action::CopyLink => return follow::copy(app),
        Action::DeleteHintLetter => follow::delete_hint_letter(app),
        Action::TypeHint(letter) => {
            let action = follow::type_hint(app, letter)?;
            return update(app, action, None);
        }
    }
    None
}

/// Hints are letters on what is in view: an action that changes that, or is about something else, closes them.
fn closes_hints(action: Action) -> bool {
    !matches!(
        action,
        Action::TypeHint(_) | Action::DeleteHintLetter | Action::Back | Action::Redraw | Action::Suspend
    )
}

fn step_focused(app: &mut App, step: Step) {
    let state = &mut app.state;
    match app.layers.last_mut() {
        Some(layer) => layer.panel_mut().step(step, state),
        None if state.pane == Pane::List => state.browsing.list.rows.step(step, state.viewport.list_rows),
        None => state.scroll_detail(step),
    }
}

/// The selection was moved by hand: an open filter bar keeps it with its proposal.
fn selection_moved(app: &mut App) {
    if let Some(Layer::Filter(bar)) = app.layers.last_mut() {
        bar.choose(&app.state.browsing);
    }
}

fn turn_facet(app: &mut App, forward: bool) {
    with_facets(app, |panel, state| panel.turn(forward, &mut state.browsing));
}

/// Goes to the next or previous match of the search: in the comparison on top, else in the proposal.
fn step_match(app: &mut App, forward: bool) {
    let state = &mut app.state;
    match app.layers.last_mut() {
        Some(Layer::Compare(panel)) => {
            if !panel.step_match(forward, &state.viewport) {
                state.inform(format!("No match. Search with {}.", hint(Action::Narrow)));
            }
        }
        _ => find_bar::step_match(state, forward),
    }
}

fn turn_column(app: &mut App, forward: bool) {
    let columns = app.state.browsing.to_compare().len();
    if let Some(Layer::Compare(panel)) = app.layers.last_mut() {
        panel.turn(forward, columns);
    }
}

/// Changes the filter bar when it is on top.
fn with_filter_bar(app: &mut App, change: impl FnOnce(&mut FilterBar, &mut State)) {
    if let Some(Layer::Filter(bar)) = app.layers.last_mut() {
        change(bar, &mut app.state);
    }
}

/// Changes the facets when they are on top.
fn with_facets(app: &mut App, change: impl FnOnce(&mut FacetPanel, &mut State)) {
    if let Some(Layer::Facets(panel)) = app.layers.last_mut() {
        change(panel, &mut app.state);
    }
}

/// Changes the problems when they are on top.
fn with_problems(app: &mut App, change: impl FnOnce(&mut ProblemPanel)) {
    if let Some(Layer::Problems(panel)) = app.layers.last_mut() {
        change(panel);
    }
}

fn edit_input(app: &mut App, edit: Edit) {
    app.type_into(|input| input.edit(edit));
}

fn step_section(app: &mut App, forward: bool) {
    let state = &mut app.state;
    if app.layers.last_mut().is_some_and(|layer| layer.panel_mut().step_section(forward))
        || !state.require_detail()
    {
        return;
    }
    let Some(id) = state.browsing.selected_id() else { return };
    if !state.detail.section(&id, forward, &state.viewport) {
        state.inform(if forward { "No section further down." } else { "No section further up." });
    }
}

/// Chooses what is selected: in the panel on top, else in the pane.
fn enter(app: &mut App) -> Option<Effect> {
    let state = &mut app.state;
    if app.layers.is_empty() {
        if state.browsing.list.is_empty() {
            state.inform(NO_SELECTION);
        } else if state.pane == Pane::Detail {
            let key = hint(Action::ShowHints);
            state.inform(format!("No link selected. Press {key} for hints."));
        } else {
            state.pane = Pane::Detail;
        }
        return None;
    }
    choose(app, |panel, state| panel.enter(state))
}

/// Chooses something in the panel on top, and does what follows from that.
fn choose(app: &mut App, choose: impl FnOnce(&mut dyn Panel, &mut State) -> Outcome) -> Option<Effect> {
    let outcome = choose(app.layers.last_mut()?.panel_mut(), &mut app.state);
    if !matches!(outcome, Outcome::Stay | Outcome::Ask(_)) {
        app.layers.pop();
    }
    match outcome {
        Outcome::Stay | Outcome::Close => None,
        Outcome::Effect(effect) | Outcome::Ask(effect) => Some(effect),
        Outcome::Run(action) => update(app, action, None),
        Outcome::ShowQrCode(url) => {
            app.layers.push(follow::qr_code(url));
            None
        }
    }
}

/// Closes what is on top and cancels what was typed there. In the list it drops a filter that was kept.
fn back(app: &mut App) {
    let state = &mut app.state;
    if let Some(layer) = app.layers.last_mut() {
        if layer.panel_mut().back(state) {
            app.layers.pop();
        }
    } else if state.pane == Pane::Detail {
        if state.detail.find.take().is_none() {
            state.pane = Pane::List;
        }
    } else if state.browsing.filter.is_active() {
        commands::narrow_back(state);
    } else {
        state.inform(format!("Already at the list. Press {} to quit.", hint(Action::Close)));
    }
}

//! The update: one arm for every action.

use super::action::{Action, Edit, Step};
use super::copy_menu;
use super::detail::Find;
use super::effect::Effect;
use super::facets::FacetPanel;
use super::filter_bar::FilterBar;
use super::find_bar::{self, FindBar};
use super::fix_panel::FixPanel;
use super::fix_preview::FixPreview;
use super::keymap::{self, Focus, hint};
use super::notice::{NO_SELECTION, Notice};
use super::panel::Outcome;
use super::picker::{Choice, MenuItem, Picker};
use super::problems::panel::ProblemPanel;
use super::rows::Scroll;
use super::scroll_panel::ScrollPanel;
use super::state::State;
use super::stats::StatsPanel;
use super::{App, Layer, Pane, follow, jump, marking, order, problems, resize};
use crate::markdown::glyphs;
use crate::markdown::mail::EmailVisibility;

/// How many rows one notch of the mouse wheel moves, as in terminals and browsers.
const WHEEL: usize = 3;

impl App {
    /// Changes the state as an action asks. Returns what the shell has to do.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let notice = self.state.notice.take();
        let effect = update(self, action, notice.as_ref());
        self.refresh_panels();
        effect
    }

    /// Inserts pasted text into the input that has the keyboard; without an input, does nothing.
    pub fn paste(&mut self, text: &str) {
        self.state.notice = None;
        self.type_into(|input| input.paste(text));
        self.refresh_panels();
    }

    /// Shows a fix, if the problems are still there to come back to.
    pub fn show_fix(&mut self, preview: FixPreview) {
        if matches!(self.layers.last(), Some(Layer::Problems(_))) {
            self.layers.push(Layer::Fix(Box::new(FixPanel::new(preview))));
        }
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
                state.inform("this is the last project");
            }
        }
        Action::PreviousProject => {
            if !state.browsing.list.previous_project(&state.browsing.catalog) {
                state.inform("this is the first project");
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
        Action::Back => back(app),
        Action::Filter => {
            state.pane = Pane::List;
            app.layers.push(Layer::Filter(Box::new(FilterBar::open(&mut state.browsing))));
        }
        Action::DropTerm => drop_term(app),
        Action::ShowFacets => {
            app.layers.push(Layer::Facets(Box::new(FacetPanel::new(&mut state.browsing))));
        }
        Action::NextFacet => turn_facet(app, true),
        Action::PreviousFacet => turn_facet(app, false),
        Action::ShowOrders => order::show(app),
        Action::Sort(order) => order::choose(state, order),
        Action::ReverseOrder => order::reverse(state),
        Action::ToggleMark => marking::toggle(app),
        Action::Compare => marking::compare(app),
        Action::Find => find(app),
        Action::ShowStats => {
            if state.browsing.list.is_empty() {
                state.inform("no proposal is listed: there is nothing to count");
            } else {
                app.layers.push(Layer::Stats(Box::new(StatsPanel::new(state.browsing.statistics()))));
            }
        }
        Action::ShowProblems => problems::show(app),
        Action::GroupProblems => with_problems(app, ProblemPanel::regroup),
        Action::NarrowProblems => with_problems(app, |panel| panel.typing = true),
        Action::PreviewFix => return problems::preview_fix(app),
        Action::NextMatch => find_bar::step_match(state, true),
        Action::PreviousMatch => find_bar::step_match(state, false),
        Action::OpenUpstream => return follow::open_upstream(app),
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
        Action::Jump(kind) => jump::jump(state, kind),
        Action::OpenEditor => return follow::open_editor(app),
        Action::ToggleSource => {
            if state.require_detail() {
                state.detail.source = !state.detail.source;
            }
        }
        Action::ToggleEmails => toggle_emails(state),
        Action::ToggleZoom => toggle_one_pane(state, state.pane),
        Action::TogglePreview => toggle_one_pane(state, Pane::List),
        Action::GrowList => resize::resize(state, true),
        Action::ShrinkList => resize::resize(state, false),
        Action::ToggleThird => resize::toggle_third(state),
        Action::GrabDivider => state.is_resizing = true,
        Action::DragDivider(column) => resize::drag(state, column),
        Action::ReleaseDivider => state.is_resizing = false,
        Action::Reload => return Some(Effect::Reload),
        Action::Redraw => return Some(Effect::Redraw),
        Action::ShowPalette => app.layers.push(Layer::Menu(Box::new(palette(app)))),
        Action::ShowHelp => app.layers.push(Layer::Help(Box::new(ScrollPanel::new(Focus::Help)))),
        Action::ToggleMouse => return Some(toggle_mouse(state)),
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
                return enter(app);
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

/// Removes the clause of the filter that matches nothing.
fn drop_term(app: &mut App) {
    if !app.state.browsing.filter.drop_blamed() {
        return app.state.inform("every part of the filter leaves something");
    }
    app.state.browsing.refilter();
    if let Some(Layer::Filter(bar)) = app.layers.last() {
        app.state.browsing.select_id(bar.home());
    }
}

fn turn_facet(app: &mut App, forward: bool) {
    if let Some(Layer::Facets(panel)) = app.layers.last_mut() {
        panel.turn(forward, &mut app.state.browsing);
    }
}

/// Changes the problems when they are on top.
fn with_problems(app: &mut App, change: impl FnOnce(&mut ProblemPanel)) {
    if let Some(Layer::Problems(panel)) = app.layers.last_mut() {
        change(panel);
    }
}

/// Opens the search in the text.
fn find(app: &mut App) {
    if app.state.browsing.list.is_empty() {
        return app.state.inform("there is no text to search in");
    }
    app.state.pane = Pane::Detail;
    app.state.detail.find = Some(Find::default());
    app.layers.push(Layer::Find(Box::new(FindBar)));
}

fn edit_input(app: &mut App, edit: Edit) {
    app.type_into(|input| input.edit(edit));
}

fn toggle_mouse(state: &mut State) -> Effect {
    state.mouse = !state.mouse;
    if state.mouse {
        state.inform("the mouse selects and scrolls here");
    } else {
        let key = hint(Action::ToggleMouse);
        state.inform(format!("the mouse is the terminal's: select text as usual; {key} takes it back"));
    }
    Effect::CaptureMouse(state.mouse)
}

fn toggle_emails(state: &mut State) {
    state.detail.emails = state.detail.emails.toggled();
    match state.detail.emails {
        EmailVisibility::Shown => {
            let key = hint(Action::ToggleEmails);
            state.inform(format!("e-mail addresses are readable; {key} masks them again"));
        }
        EmailVisibility::Masked => state.inform("e-mail addresses are masked"),
    }
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
        state.inform(if forward { "no section further down" } else { "no section further up" });
    }
}

/// Chooses what is selected: in the panel on top, else in the pane.
fn enter(app: &mut App) -> Option<Effect> {
    let state = &mut app.state;
    let Some(layer) = app.layers.last_mut() else {
        if state.browsing.list.is_empty() {
            state.inform(NO_SELECTION);
        } else if state.pane == Pane::Detail {
            let key = hint(Action::ShowHints);
            state.inform(format!("no link was clicked; {key} shows hints to follow one"));
        } else {
            state.pane = Pane::Detail;
        }
        return None;
    };
    let outcome = layer.panel_mut().enter(state);
    if outcome != Outcome::Stay {
        app.layers.pop();
    }
    match outcome {
        Outcome::Stay | Outcome::Close => None,
        Outcome::Effect(effect) => Some(effect),
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
        state.browsing.set_filter("");
    } else {
        state.inform(format!("this is the list; {} quits", hint(Action::Close)));
    }
}

/// Switches between one pane and two; a notice says so when the terminal has room for one only.
fn toggle_one_pane(state: &mut State, shown: Pane) {
    if state.viewport.can_split {
        state.one_pane = !state.one_pane;
        state.pane = if state.one_pane { shown } else { state.pane };
    } else {
        let key = hint(Action::OtherPane);
        state.inform(format!("the terminal has room for one pane; {key} changes it"));
    }
}

/// The menu of all commands.
fn palette(app: &App) -> Picker {
    let pane = app.focus();
    let commands = keymap::BINDINGS.iter().filter(|binding| binding.is_command(pane));
    let items = commands.map(|binding| MenuItem {
        name: glyphs::sentence(&format!("{}: {}", binding.name, binding.help)).into_owned(),
        note: binding.key_names(),
        choice: Choice::Run(binding.action),
    });
    let jumps = app.selected().into_iter().flat_map(|(_, entry)| jump::items(entry));
    Picker::new("Commands", items.chain(jumps).collect())
}

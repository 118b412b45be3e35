//! The shortlist on the screen: proposals come and go, get a status, a note and a checklist, and are compared.

use super::action::{Action, Hiding, Step};
use super::changes::Past;
use super::effect::Effect;
use super::keymap::hint;
use super::note_box::{NoteBox, Written};
use super::notice::NO_SELECTION;
use super::picker::{Choice, MenuItem, Picker};
use super::rows::Scroll;
use super::shelf::MOST_COMPARED;
use super::shortlist_panel::ShortlistPanel;
use super::status_menu::StatusMenu;
use super::{App, Layer, Pane, shelving};
use crate::markdown::glyphs;
use crate::model::shortlist::{EntryKey, Task};
use crate::model::{ApplicationStatus, Hidden, Record, Shortlist, ShortlistChange, ShortlistEntry};
use crate::page::prerequisites;

/// For commands about an entry while none is selected.
const NO_ENTRY: &str = "Nothing on the shortlist is selected.";

impl App {
    /// Uses a shortlist, or says at each change why there is none.
    pub fn set_shortlist(&mut self, list: Result<Shortlist, String>) {
        let browsing = &mut self.state.browsing;
        match list {
            Ok(list) if list == *browsing.shelf.list() => return,
            Ok(list) => browsing.shelf.replace(list, &browsing.catalog),
            Err(why) => browsing.shelf.refused = Some(why),
        }
        browsing.shelf_changed();
    }

    /// Sets how many applications programmes take at a time: (programme, number), 0 for any number.
    pub fn set_slots(&mut self, slots: Vec<(String, usize)>) {
        self.state.browsing.shelf.slots = slots;
    }

    /// Sets the formats of the shortlist, by names.
    pub fn offer_shortlist_formats(&mut self, formats: Vec<&'static str>) {
        self.state.offers.shortlist_formats = formats;
    }

    /// Takes the note of an entry, as it came back from an editor.
    pub fn take_note(&mut self, key: &EntryKey, note: &str) -> Option<Effect> {
        let before = self.state.browsing.shelf.list().get(key)?.clone();
        let after = ShortlistEntry { note: tidy(note), ..before.clone() };
        if before == after {
            return None;
        }
        self.state.inform("Note saved.");
        change(self, vec![ShortlistChange::edit(before, after)])
    }
}

/// Makes changes that can be undone.
fn change(app: &mut App, changes: Vec<ShortlistChange>) -> Option<Effect> {
    let effect = shelving::apply(&mut app.state, changes.clone());
    if effect.is_some() {
        app.changes.push(Past::Shortlist(changes));
    }
    effect
}

/// The shortlist, where it is on the screen.
fn panel(app: &App) -> Option<&ShortlistPanel> {
    app.layers.iter().find_map(|layer| match layer {
        Layer::Shortlist(panel) => Some(&**panel),
        _ => None,
    })
}

/// The entry that commands act on: the selected one of the shortlist, else that of the selected proposal.
fn target(app: &App) -> Option<ShortlistEntry> {
    let shelf = &app.state.browsing.shelf;
    match panel(app) {
        Some(panel) => shelf.list().get(panel.selected()?).cloned(),
        None => shelf.entry_of(&app.state.browsing.selected_id()?).cloned(),
    }
}

/// A new entry of the selected proposal.
fn fresh(app: &App) -> Option<ShortlistEntry> {
    let (_, entry) = app.state.browsing.selected()?;
    Some(ShortlistEntry::of(entry, prerequisites::of(entry)))
}

/// The target, or a new entry where the selected proposal is not on the shortlist. The second tells whether it is new.
fn target_or_fresh(app: &App) -> Option<(ShortlistEntry, bool)> {
    let known = target(app).map(|entry| (entry, false));
    known.or_else(|| if panel(app).is_some() { None } else { fresh(app).map(|entry| (entry, true)) })
}

/// Puts the selected proposal on the shortlist, or takes it off. The list moves on to the next one.
pub(super) fn toggle(app: &mut App) -> Option<Effect> {
    let known = target(app);
    let is_new = known.is_none();
    if is_new && panel(app).is_some() {
        app.state.inform(NO_ENTRY);
        return None;
    }
    let Some(entry) = known.or_else(|| fresh(app)) else {
        app.state.inform(NO_SELECTION);
        return None;
    };
    let made = if is_new { ShortlistChange::add(entry) } else { ShortlistChange::remove(entry) };
    let effect = change(app, vec![made])?;
    if app.layers.is_empty() && app.state.pane == Pane::List {
        app.state.browsing.list.rows.step(Step::Down, app.state.viewport.list_rows);
    }
    let (count, here) = (app.shelf().list().entries.len(), app.state.browsing.marked().len());
    let (show, compare, undo) = (hint(Action::ShowShortlist), hint(Action::Compare), hint(Action::Undo));
    let notice = match (is_new, here) {
        (true, 2..=MOST_COMPARED) => {
            format!("{count} on the shortlist. Press {compare} to compare, {show} to see it.")
        }
        (true, _) => format!("{count} on the shortlist. Press {show} to see it."),
        (false, _) => format!("Taken off the shortlist, {count} left. Press {undo} to undo."),
    };
    app.state.inform(notice);
    Some(effect)
}

/// Shows the shortlist, with the selected proposal selected there.
pub(super) fn show(app: &mut App) {
    if let Some(why) = app.state.browsing.shelf.refused.clone() {
        return app.state.fail(why);
    }
    let selected = target(app).map(|entry| entry.key());
    app.layers.push(Layer::Shortlist(Box::new(ShortlistPanel::new(&app.state, selected.as_ref()))));
}

/// Shows the statuses.
pub(super) fn show_statuses(app: &mut App) {
    match target_or_fresh(app) {
        None => app.state.inform(if panel(app).is_some() { NO_ENTRY } else { NO_SELECTION }),
        Some((entry, _)) => app.layers.push(Layer::Statuses(Box::new(StatusMenu::new(entry.status)))),
    }
}

/// Sets the status. Where a programme takes no more applications, a notice says so.
pub(super) fn set_status(app: &mut App, status: ApplicationStatus) -> Option<Effect> {
    app.layers.pop_if(|layer| matches!(layer, Layer::Statuses(_)));
    let (before, is_new) = target_or_fresh(app)?;
    let after = ShortlistEntry { status, ..before.clone() };
    let made = if is_new {
        ShortlistChange::add(after.clone())
    } else {
        ShortlistChange::edit(before, after.clone())
    };
    let effect = change(app, vec![made])?;
    let undo = hint(Action::Undo);
    match app.shelf().slots(&after) {
        Some((used, most)) if used > most && status.takes_slot() => {
            let programme = after.programme().unwrap_or_default().to_owned();
            app.state.fail(format!("{programme} takes {most} applications at a time, this is number {used}. Press {undo} to undo."));
        }
        Some((used, most)) if status.takes_slot() => {
            app.state.inform(format!("Status: {}. {used}/{most} applications.", status.name()));
        }
        _ => app.state.inform(format!("Status: {}.", status.name())),
    }
    Some(effect)
}

/// Opens the note.
pub(super) fn write_note(app: &mut App) {
    match target_or_fresh(app) {
        None => app.state.inform(if panel(app).is_some() { NO_ENTRY } else { NO_SELECTION }),
        Some((entry, _)) => {
            let title = format!("Note: {}", entry.record.title);
            app.layers.push(Layer::Note(Box::new(NoteBox::new(title, &entry.note, Written::Note))));
        }
    }
}

/// Opens the note in the editor.
pub(super) fn edit_note(app: &mut App) -> Option<Effect> {
    let entry = target(app);
    if entry.is_none() {
        app.state.inform(NO_ENTRY);
    }
    entry.map(|entry| Effect::EditNote(Box::new(entry)))
}

/// Opens the issue of the selected entry, else its link to apply.
pub(super) fn open_issue(app: &mut App) -> Option<Effect> {
    let Some(entry) = target(app) else {
        app.state.inform(NO_ENTRY);
        return None;
    };
    let Some(url) = entry.record.upstream.first().or(entry.record.apply.as_ref()) else {
        app.state.inform("It has neither an issue nor a link to apply.");
        return None;
    };
    app.state.open(url)
}

/// Asks for a task of one's own.
pub(super) fn add_task(app: &mut App) {
    app.layers.push(Layer::Note(Box::new(NoteBox::new("To do".to_owned(), "", Written::Task))));
}

/// Closes the box of a note, and keeps what was written.
pub(super) fn close_note(app: &mut App) -> Option<Effect> {
    let Some(Layer::Note(note)) = app.layers.pop() else { return None };
    let (before, is_new) = target_or_fresh(app)?;
    let mut after = before.clone();
    let text = tidy(&note.text());
    match note.written {
        Written::Note => after.note = text,
        Written::Task => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() && after.tasks.iter().all(|task| task.text != text) {
                after.tasks.push(Task { text, is_done: false, is_from_listing: false });
            }
        }
    }
    let effect = if after == before {
        None
    } else if is_new {
        app.state.inform("Note saved, and the proposal is on the shortlist.");
        change(app, vec![ShortlistChange::add(after)])
    } else {
        app.state.inform("Saved.");
        change(app, vec![ShortlistChange::edit(before, after)])
    };
    if note.written == Written::Task {
        show_tasks(app, usize::MAX);
    }
    effect
}

/// A note without white space at its end, and without a line that ends in it.
fn tidy(note: &str) -> String {
    let lines: Vec<&str> = note.trim().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// Shows the checklist, with a task selected.
pub(super) fn show_tasks(app: &mut App, selected: usize) {
    let Some(entry) = target(app) else { return app.state.inform(NO_ENTRY) };
    let item = |name: String, note: &str, action| MenuItem {
        name,
        note: note.to_owned(),
        keywords: "",
        choice: Choice::Run(action),
    };
    let mut items: Vec<MenuItem> = entry
        .tasks
        .iter()
        .enumerate()
        .map(|(number, task)| {
            let sign = if task.is_done { glyphs::DONE } else { glyphs::OPEN };
            let note = if task.is_from_listing { "from the listing" } else { "yours" };
            item(format!("{sign}{}", task.text), note, Action::ToggleTask(number))
        })
        .collect();
    items.push(item("Add a line of your own".to_owned(), "", Action::AddTask));
    let title = format!("To do, {} of {} done", entry.done(), entry.tasks.len());
    let mut menu = Picker::new(title, items);
    menu.select(selected);
    app.layers.push(Layer::Menu(Box::new(menu)));
}

/// Ticks a task, or no longer. The checklist stays.
pub(super) fn toggle_task(app: &mut App, number: usize) -> Option<Effect> {
    let before = target(app)?;
    let mut after = before.clone();
    let task = after.tasks.get_mut(number)?;
    task.is_done = !task.is_done;
    let effect = change(app, vec![ShortlistChange::edit(before, after)]);
    show_tasks(app, number);
    effect
}

/// Chooses the selected entry to be compared, or no longer.
pub(super) fn choose(app: &mut App) {
    let Some(key) = panel(app).and_then(|panel| panel.selected().cloned()) else {
        return app.state.inform(NO_ENTRY);
    };
    let browsing = &mut app.state.browsing;
    let chosen = &mut browsing.shelf.chosen;
    let is_chosen = chosen.contains(&key);
    chosen.retain(|known| *known != key);
    let notice = if is_chosen {
        format!("No longer chosen, {} left.", chosen.len())
    } else if chosen.len() >= MOST_COMPARED {
        format!("At most {MOST_COMPARED} can be compared.")
    } else if browsing.shelf.place(&key, &browsing.catalog).is_none() {
        "It is not in this listing, so it cannot be compared.".to_owned()
    } else {
        browsing.shelf.chosen.push(key);
        let compare = hint(Action::Compare);
        format!("{} chosen. Press {compare} to compare.", browsing.shelf.chosen.len())
    };
    app.state.inform(notice);
    if let Some(Layer::Shortlist(panel)) = app.layers.last_mut() {
        panel.rows.step(Step::Down, app.state.viewport.layer_rows);
    }
}

/// Shows proposals of the shortlist side by side, or says why that cannot be.
pub(super) fn compare(app: &mut App) {
    let (star, key) = (hint(Action::ToggleStar), hint(Action::Compare));
    let (show, choose) = (hint(Action::ShowShortlist), hint(Action::ChooseEntry));
    let notice = match app.state.browsing.to_compare().len() {
        0 => format!(
            "Nothing to compare. Put two or three proposals on the shortlist with {star}, then press {key}."
        ),
        1 => format!("1 on the shortlist. Add another proposal with {star} to compare."),
        2..=MOST_COMPARED => return app.layers.push(Layer::Compare(Box::default())),
        many => format!(
            "{many} on the shortlist, at most {MOST_COMPARED} can be compared. Choose them: {show}, then {choose}."
        ),
    };
    app.state.inform(notice);
}

/// Offers to hide the selected proposal or its project; one that is hidden, to show it again.
pub(super) fn show_hiding(app: &mut App) {
    let browsing = &app.state.browsing;
    let Some((index, entry)) = browsing.selected() else { return app.state.inform(NO_SELECTION) };
    let item = |name: String, hiding| MenuItem {
        name,
        note: String::new(),
        keywords: "",
        choice: Choice::Run(Action::Hide(hiding)),
    };
    let items = if browsing.shelf.hidden().contains(&index) {
        vec![item("Show it again".to_owned(), Hiding::Nothing)]
    } else {
        let project = entry
            .proposal
            .project
            .iter()
            .map(|project| item(format!("Hide every proposal of {project}"), Hiding::Project));
        std::iter::once(item("Hide this proposal".to_owned(), Hiding::Proposal)).chain(project).collect()
    };
    app.layers.push(Layer::Menu(Box::new(Picker::new("Hide for good", items))));
}

/// Hides the selected proposal or its project, or shows it again.
pub(super) fn hide(app: &mut App, hiding: Hiding) -> Option<Effect> {
    let browsing = &app.state.browsing;
    let (index, entry) = browsing.selected()?;
    let changes: Vec<ShortlistChange> = match hiding {
        Hiding::Proposal => vec![ShortlistChange::Hide(Hidden::Proposal(Record::of(entry)))],
        Hiding::Project => vec![ShortlistChange::Hide(Hidden::Project(entry.proposal.project.clone()?))],
        Hiding::Nothing => {
            let hiding = browsing.shelf.hiding(index, &browsing.catalog);
            hiding.into_iter().map(ShortlistChange::Unhide).collect()
        }
    };
    let effect = change(app, changes)?;
    let (undo, hidden) = (hint(Action::Undo), app.shelf().hidden().len());
    app.state.inform(match hiding {
        Hiding::Nothing => format!("Shown again. Press {undo} to undo."),
        _ => format!("Hidden, {hidden} in all: is:hidden lists them. Press {undo} to undo."),
    });
    Some(effect)
}

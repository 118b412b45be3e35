//! The shortlist on the screen: statuses, notes, checklists, hiding, undo, and what the shell is asked to save.

use mentor_tui::app::action::Exported;
use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;
use mentor_tui::model::{ApplicationStatus, Shortlist, ShortlistChange, ShortlistEntry};

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

/// The entries of the shortlist.
fn entries(stage: &Stage) -> &[ShortlistEntry] {
    &stage.app.shelf().list().entries
}

/// The shortlist that a file would hold after everything that was to be saved.
fn saved(stage: &Stage) -> Shortlist {
    let mut list = Shortlist::default();
    for effect in &stage.effects {
        if let Effect::SaveShortlist(changes) = effect {
            for change in changes {
                list.apply(change);
            }
        }
    }
    list
}

#[test]
fn everything_that_changes_is_saved_and_undone() {
    let mut stage = Stage::new(LISTING, WIDE);
    for (keys, seen) in [
        ("<Space>", "1 on the shortlist"),
        ("t a", "Status: applied."),
        ("k t p", "Status: preparing."),
        ("k w", "Note"),
    ] {
        stage.press(keys);
        assert!(stage.text().contains(seen), "{keys}: {}", stage.text());
        assert_eq!(saved(&stage), *stage.app.shelf().list(), "{keys}");
    }
    stage.paste("Ask Ada.").press("<Enter>").paste("Then wait.").press("<Esc>");
    let noted = entries(&stage).iter().filter(|entry| entry.note == "Ask Ada.\nThen wait.").count();
    assert_eq!((noted, stage.focus()), (1, Focus::List));
    stage.press("H <Enter>");
    assert_eq!(saved(&stage), *stage.app.shelf().list());
    let made = stage.effects.iter().filter(|effect| matches!(effect, Effect::SaveShortlist(_))).count();
    for _ in 0..made {
        stage.press("u");
        assert_eq!(saved(&stage), *stage.app.shelf().list());
    }
    assert_eq!(saved(&stage), Shortlist::default(), "everything is taken back");
}

#[test]
fn the_table_shows_what_is_kept_and_keys_act_on_its_row() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Space> <Space> B");
        assert_eq!(stage.focus(), Focus::Shortlist);
        assert!(stage.text().contains("Shortlist 2"), "{}", stage.text());
        stage.press("g t a");
        assert_eq!(entries(&stage)[0].status, ApplicationStatus::Applied);
        assert!(stage.text().contains("applied"), "{}", stage.text());
        stage.press("w").paste("Ask Ada.").press("<Esc>");
        assert_eq!((entries(&stage)[0].note.as_str(), stage.focus()), ("Ask Ada.", Focus::Shortlist));
        stage.press("x <Enter>").paste("A task").press("<Esc>");
        assert!(stage.text().contains("A task"), "{}", stage.text());
        stage.press("<Esc> <Space>");
        assert_eq!(entries(&stage).len(), 1);
        stage.press("u");
        assert_eq!(entries(&stage).len(), 2);
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::List);
    }
}

#[test]
fn it_is_exported_in_three_keys() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.app.offer_shortlist_formats(vec!["markdown"]);
    stage.press("<Space>");
    stage.effects.clear();
    stage.press("B E <Enter>");
    let export = Effect::Export { of: Exported::Shortlist, format: 0, file: None, replace: false };
    assert_eq!(stage.effects, [export]);
}

#[test]
fn it_is_filtered_by_and_what_is_hidden_is_not_listed() {
    let mut stage = Stage::new(LISTING, WIDE);
    let all = stage.app.list().len();
    stage.press("<Space> <Space> / is:starred <Enter>");
    assert_eq!(stage.app.list().len(), 2, "{}", stage.text());
    stage.press("<Space>");
    assert_eq!(stage.app.list().len(), 1, "it follows the shortlist");
    stage.press("u <Esc> g H <Enter>");
    assert_eq!(stage.app.list().len(), all - 1);
    stage.press("/ is:hidden <Enter>");
    assert_eq!(stage.app.list().len(), 1);
    stage.press("H <Enter> <Esc>");
    assert_eq!(stage.app.list().len(), all);
}

#[test]
fn three_are_chosen_to_be_compared() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> <Space> <Space> <Space> B g v v c");
    assert_eq!((stage.focus(), stage.app.to_compare()), (Focus::Compare, vec![0, 1]));
}

#[test]
fn a_fourth_application_warns() {
    let listing = LISTING.replace("# Mentorship ideas, spring term", "# LFX Mentorship ideas, 2026 Term 3");
    let mut stage = Stage::new(&listing, WIDE);
    stage.app.set_slots(vec![("LFX".to_owned(), 3)]);
    for number in 1..=3 {
        stage.press("t a");
        assert_eq!(stage.notice(), format!("Status: applied. {number}/3 applications."), "{}", stage.text());
        stage.press("j");
    }
    stage.press("t a");
    assert_eq!(stage.notice(), "LFX takes 3 applications at a time, this is number 4. Press u to undo.");
    stage.press("u B");
    assert!(stage.text().contains("LFX 2026 Sep–Nov 3/3"), "{}", stage.text());
}

#[test]
fn entries_outlive_their_proposals() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> <Space>");
    stage.reread("# Empty\n");
    stage.press("B");
    assert_eq!(stage.text().matches("no longer in the listing").count(), 3, "{}", stage.text());
    stage.press("<Enter>");
    assert!(stage.notice().starts_with("Not open here: no longer in the listing."), "{}", stage.notice());
    stage.press("<Esc>");
    stage.reread(LISTING);
    assert_eq!(stage.app.marked(), [0, 1]);
}

#[test]
fn a_file_that_cannot_be_used_changes_nothing() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.app.set_shortlist(Err("It was written by a newer mentor-tui.".to_owned()));
    for keys in ["<Space>", "t a", "B", "H <Enter>"] {
        stage.press(keys);
        assert_eq!(stage.notice(), "It was written by a newer mentor-tui.", "{keys}");
        assert_eq!((stage.effects.len(), stage.focus()), (0, Focus::List), "{keys}");
    }
}

#[test]
fn another_program_changes_the_list() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space>");
    let mut list = stage.app.shelf().list().clone();
    let other = ShortlistEntry { note: "Ask Ada.".to_owned(), ..list.entries[0].clone() };
    list.apply(&ShortlistChange::edit(list.entries[0].clone(), other));
    stage.app.set_shortlist(Ok(list));
    assert!(stage.press("B").text().contains("Ask Ada."), "{}", stage.text());
}

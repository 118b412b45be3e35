//! Help with writing a filter: its history, completion, undo.

use mentor_tui::app::keymap::Focus;

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

fn text(stage: &Stage) -> &str {
    stage.app.filter().input.text()
}

#[test]
fn arrows_walk_through_earlier_filters_as_in_a_shell() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.app.set_history(&["python".to_owned()]);
    stage.press("/ rust <Enter> <Esc> / plugin <Enter> <Esc> / rust <Enter> <Esc> / dra");
    for (key, expected) in [
        ("<Up>", "rust"),
        ("<Up>", "plugin"),
        ("<Up>", "python"),
        ("<Up>", "python"),
        ("<Down>", "plugin"),
        ("<Down>", "rust"),
        ("<Down>", "dra"),
        ("<Down>", "dra"),
    ] {
        stage.press(key);
        assert_eq!(text(&stage), expected, "after {key}");
    }
    assert_eq!(stage.notice(), "No later filter.");
    stage.press("<Up> <Enter>");
    assert_eq!((text(&stage), stage.app.list().len()), ("rust", 3), "the list follows");
    assert_eq!(stage.app.history().fresh(), ["plugin", "rust"], "each once, the newest last");
    stage.press("/ <Up> <Esc>");
    assert_eq!(text(&stage), "rust", "Esc brings back what was there");
}

#[test]
fn what_changed_the_list_is_undone_one_change_after_the_other() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ plugin <Enter> s / title <Enter> F / rust <Enter> <Esc> <Esc>");
    assert_eq!(stage.focus(), Focus::List);
    let filter = text(&stage).to_owned();
    stage.press("<Esc>");
    assert_eq!((text(&stage), stage.notice()), ("", "Filter cleared. Press u to undo."));
    stage.press("u");
    assert_eq!(text(&stage), filter);
    assert_eq!(stage.notice(), format!("Undone. Back to: filter “{filter}”."));
    stage.press("u");
    assert_eq!(text(&stage), "plugin");
    stage.press("u");
    assert_eq!((text(&stage), stage.notice()), ("plugin", "Undone. Back to: sorted best first."));
    stage.press("u");
    assert_eq!((text(&stage), stage.notice()), ("", "Undone. Back to: no filter."));
    assert_eq!(stage.press("u").notice(), "Nothing to undo.");
}

#[test]
fn tab_completes_fields_values_and_bare_words() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("/ wasm <Tab>");
        assert_eq!(text(&stage), "skill:webassembly", "{size:?}: a spelling finds its skill");
        stage.press("<C-u> proj <Tab>");
        assert!(text(&stage).starts_with("project:"), "{size:?}: {}", text(&stage));
        stage.press("<C-u> -pro <Tab> <Tab>");
        let completed = text(&stage);
        assert!(completed.starts_with("-project:") && completed.len() > 9, "{size:?}: a value: {completed}");
        stage.press("<C-u> rust <Space> -project:dov <Tab>");
        assert_eq!(text(&stage), "rust -project:Dovecote", "{size:?}");
        stage.press("<C-u> zzzz <Tab>");
        assert_eq!((text(&stage), stage.notice()), ("zzzz", "Nothing completes this word."), "{size:?}");
    }
}

/// Nothing is looked for, so that nothing can be best.
#[test]
fn a_filter_that_only_excludes_keeps_order_and_headings() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let text = stage.press("/ -rust <Enter>").text();
    assert!(text.contains("by project") && text.contains(" Dovecote ─"), "{text}");
    let text = stage.press("/ <C-u> react <Space> -rust").text();
    assert!(text.contains("best first") && !text.contains(" Dovecote ─"), "{text}");
    assert!(!stage.rows()[0].contains("projects"), "those of the whole listing would mislead: {text}");
}

#[test]
fn several_completions_are_offered_with_their_counts() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("/ skill: <Tab>");
        let first = text(&stage).to_owned();
        let screen = stage.text();
        assert!(screen.contains("Complete"), "{screen}");
        let row = format!("▌ {}", first.trim_start_matches("skill:"));
        let shown = stage.rows().into_iter().find(|line| line.contains(&row));
        let count = stage.app.list().len();
        assert!(shown.is_some_and(|line| line.contains(&format!("skill {count}"))), "{screen}");
        stage.press("<Tab>");
        assert_ne!(text(&stage), first, "{size:?}: the next one");
        assert_eq!(text(stage.press("<S-Tab>")), first, "{size:?}: and back");
        stage.press("<Esc>");
        assert_eq!((text(&stage), stage.focus()), ("skill:", Focus::Filter), "{size:?}");
        assert!(!stage.text().contains("Complete"));
        stage.press("<Tab> <Enter>");
        assert_eq!((text(&stage), stage.focus()), (first.as_str(), Focus::List), "{size:?}");
    }
}

#[test]
fn a_click_takes_a_completion() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ skill: <Tab> <Tab>");
    let second = text(&stage).to_owned();
    stage.press("<S-Tab>");
    let name = format!("  {} ", second.trim_start_matches("skill:"));
    let rows = stage.rows();
    let y = rows.iter().rposition(|row| row.contains(&name) && row.contains("skill ")).unwrap();
    let x = rows[y][..rows[y].rfind(&name).unwrap()].chars().count();
    stage.click(u16::try_from(x + 2).unwrap(), u16::try_from(y).unwrap());
    assert_eq!((text(&stage), stage.focus()), (second.as_str(), Focus::Filter));
    assert!(!stage.text().contains("Complete"));
}

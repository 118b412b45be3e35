//! The facets: values chosen from a panel, typed, or clicked in the detail are one text.

use mentor_tui::app::Layer;
use mentor_tui::app::facets::{FacetPanel, FacetRow};
use mentor_tui::app::keymap::Focus;
use mentor_tui::search::edit::Choice;
use mentor_tui::search::facets::{Facet, Value};

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

fn panel(stage: &Stage) -> &FacetPanel {
    match stage.app.layer() {
        Some(Layer::Facets(panel)) => panel,
        other => panic!("no facets but {other:?}"),
    }
}

fn values(stage: &Stage) -> Vec<&Value> {
    let panel = panel(stage);
    let value = |row: &FacetRow| match *row {
        FacetRow::Value(at) => panel.value(at),
        FacetRow::Area(_) => None,
    };
    panel.rows.all().iter().filter_map(value).collect()
}

fn text(stage: &Stage) -> &str {
    stage.app.filter().input.text()
}

fn find(stage: &Stage, wanted: &str) -> (u16, u16) {
    let rows = stage.rows();
    let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains(wanted)).unwrap();
    let x = row[..row.find(wanted).unwrap()].chars().count();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn one_key_includes_excludes_and_lets_go_while_the_list_follows() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("j j F rust <Enter>");
        assert_eq!((text(&stage), stage.app.list().len()), ("skill:rust", 3), "{size:?}");
        stage.press("<Enter>");
        assert_eq!((text(&stage), stage.app.list().len()), ("-skill:rust", 9), "{size:?}");
        stage.press("<Enter>");
        assert_eq!((text(&stage), stage.app.list().len()), ("", 12), "{size:?}");
        assert_eq!(stage.selected(), "A quieter bell", "{size:?}: back to where one was");
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::List);
    }
}

#[test]
fn rows_stay_where_they_are_so_that_a_key_can_be_pressed_again() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F <Tab>");
    let names = |stage: &Stage| -> Vec<String> {
        values(stage).iter().map(|value| value.count.value.clone()).collect()
    };
    let before = names(&stage);
    assert!(
        before.len() >= 5 && values(&stage).is_sorted_by_key(|value| std::cmp::Reverse(value.count.count))
    );
    stage.press("<Down> <Enter> <Enter>");
    assert_eq!(names(&stage), before);
    assert_eq!(values(&stage)[1].choice, Choice::Excluded);
    stage.press("<Enter>");
    assert_eq!((names(&stage), text(&stage)), (before, ""));
}

#[test]
fn what_is_typed_is_chosen_in_the_panel() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ skill:Rust <Space> -project:dovecote <Enter> F");
    let chosen = |stage: &Stage| -> Vec<(String, Choice)> {
        let chosen = values(stage).into_iter().filter(|value| value.choice != Choice::Off);
        chosen.map(|value| (value.count.value.clone(), value.choice)).collect()
    };
    assert_eq!(chosen(&stage), [("rust".to_owned(), Choice::Included)]);
    stage.press("<Tab>");
    assert_eq!(panel(&stage).facet(), Facet::Projects);
    assert_eq!(chosen(&stage), [("Dovecote".to_owned(), Choice::Excluded)]);
    stage.press("<Enter>");
    assert_eq!(text(&stage), "skill:Rust");
    stage.press("<S-Tab> <Left>");
    assert_eq!(panel(&stage).facet(), Facet::Size, "around the end");
}

#[test]
fn letters_are_text_in_the_panel_and_a_spelling_finds_its_skill() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F wasm");
    assert_eq!(values(&stage).len(), 1);
    stage.press("<Enter>");
    assert_eq!(text(&stage), "skill:webassembly");
    stage.press("<C-u> zzzz <Enter>");
    assert_eq!(stage.notice(), "there is no value to choose");
}

#[test]
fn a_click_chooses_a_value_and_one_beside_leaves() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F");
    let (x, y) = find(&stage, "    rust ");
    stage.click(x + 5, y);
    assert_eq!(text(&stage), "skill:rust");
    let (x, y) = find(&stage, "languages");
    stage.click(x, y);
    assert_eq!((text(&stage), stage.focus()), ("skill:rust", Focus::Facets), "a heading is no value");
    stage.click(5, 5);
    assert_eq!(stage.focus(), Focus::List);
}

#[test]
fn a_reload_keeps_the_panel_and_counts_anew() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F <Tab> dove <Enter>");
    stage.reread(LISTING.split_once("### Dovecote").unwrap().0);
    assert_eq!((text(&stage), stage.app.list().len()), ("project:Dovecote", 0));
    assert_eq!(values(&stage)[0].choice, Choice::Included);
    stage.press("<Enter> <Enter>");
    assert_eq!((text(&stage), stage.app.list().len()), ("", 3));
}

#[test]
fn a_click_on_a_skill_or_a_mentor_of_the_detail_filters_by_it() {
    let mut stage = Stage::new(LISTING, WIDE);
    let (x, y) = find(&stage, "WebAssembly");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly");
    assert_eq!(stage.selected(), "A plugin system for tide clocks");
    assert!(stage.notice().starts_with("filtered by skill webassembly: "), "{}", stage.notice());
    let (x, y) = find(&stage, "Mira Holt");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly mentor:mira-holt");
    let (x, y) = find(&stage, "Mira Holt @");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly", "a second click lets go");
}

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
        stage.press("j j F / rust <Enter>");
        assert_eq!((text(&stage), stage.app.list().len()), ("skill:rust", 3), "{size:?}");
        stage.press("x");
        assert_eq!((text(&stage), stage.app.list().len()), ("-skill:rust", 9), "{size:?}");
        stage.press("x");
        assert_eq!((text(&stage), stage.app.list().len()), ("", 12), "{size:?}");
        assert_eq!(stage.selected(), "A quieter bell", "{size:?}: back to where one was");
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::Facets, "{size:?}: all values again");
        stage.press("<Esc>");
        assert_eq!(stage.focus(), Focus::List);
    }
}

#[test]
fn panels_open_in_list_mode_and_one_escape_closes_them() {
    for size in SIZES {
        for (keys, focus) in [("F", Focus::Facets), ("O", Focus::Menu), ("s", Focus::Menu)] {
            let mut stage = Stage::new(LISTING, size);
            stage.press(keys).press("j k G g");
            assert_eq!(
                (stage.focus(), stage.effects.as_slice()),
                (focus, [].as_slice()),
                "{keys} at {size:?}"
            );
            stage.press("<Esc>");
            assert_eq!(stage.focus(), Focus::List, "{keys} at {size:?}");
            stage.press(keys).press("/");
            assert_eq!(stage.focus(), Focus::Narrowing, "{keys} at {size:?}");
            stage.press("q <Esc>");
            assert_eq!(stage.focus(), focus, "{keys} at {size:?}: q was text");
            stage.press("q");
            assert_eq!(stage.focus(), Focus::List, "{keys} at {size:?}");
        }
        let mut stage = Stage::new(LISTING, size);
        assert_eq!(stage.press(":").focus(), Focus::Narrowing, "the palette types at once");
        assert_eq!(stage.press("<Esc>").focus(), Focus::List);
        stage.press("F j <Space>");
        let second = text(&stage).to_owned();
        assert!(second.starts_with("skill:"), "{second} at {size:?}");
        stage.press("<Enter>");
        assert_eq!((stage.focus(), text(&stage)), (Focus::List, second.as_str()), "{size:?}");
        stage.press("s j <Space>");
        assert!(stage.focus() == Focus::List && !stage.notice().is_empty(), "{size:?}");
    }
}

#[test]
fn enter_requires_the_value_where_nothing_was_chosen_and_shows_what_is_left() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F <Enter>");
    assert_eq!(stage.focus(), Focus::List);
    let first = text(&stage).to_owned();
    assert!(first.starts_with("skill:"), "{first}");
    stage.press("F x j <Enter>");
    assert_eq!(text(&stage), format!("-{first}"), "the choice was made already");
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
    stage.press("<Down> x");
    assert_eq!(names(&stage), before);
    assert_eq!(values(&stage)[1].choice, Choice::Excluded);
    stage.press("x");
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
    stage.press("x");
    assert_eq!(text(&stage), "skill:Rust");
    stage.press("<S-Tab> <Left>");
    assert_eq!(panel(&stage).facet(), Facet::Size, "around the end");
}

#[test]
fn letters_are_text_behind_a_slash_and_a_spelling_finds_its_skill() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F / wasm");
    assert_eq!(values(&stage).len(), 1);
    stage.press("<Enter>");
    assert_eq!(text(&stage), "skill:webassembly");
    stage.press("/ <C-u> zzzz <Enter>");
    assert_eq!(stage.notice(), "No value to choose.");
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
fn a_click_on_a_tab_shows_its_facet() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("F");
        let (x, y) = find(&stage, " projects  mentors");
        stage.click(x + 1, y);
        assert_eq!((panel(&stage).facet(), stage.focus()), (Facet::Projects, Focus::Facets), "{size:?}");
    }
}

#[test]
fn a_click_on_a_skill_with_words_around_it_filters_by_the_skill() {
    let text = LISTING.replacen("WebAssembly", "Kubernetes (including kubectl CLI)", 1);
    let mut stage = Stage::new(&text, WIDE);
    let (x, y) = find(&stage, "Kubernetes (including");
    stage.click(x, y);
    assert_eq!(text_of_first_skill(&stage), "skill:kubernetes");
}

fn text_of_first_skill(stage: &Stage) -> &str {
    stage.app.filter().input.text()
}

#[test]
fn a_reload_keeps_the_panel_and_counts_anew() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("F <Tab> / dove <Enter>");
    stage.reread(LISTING.split_once("### Dovecote").unwrap().0);
    assert_eq!((text(&stage), stage.app.list().len()), ("project:Dovecote", 0));
    assert_eq!(values(&stage)[0].choice, Choice::Included);
    stage.press("<Space>");
    assert_eq!((text(&stage), stage.app.list().len()), ("", 3));
}

#[test]
fn a_click_on_a_skill_or_a_mentor_of_the_detail_filters_by_it() {
    let mut stage = Stage::new(LISTING, WIDE);
    let (x, y) = find(&stage, "WebAssembly");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly");
    assert_eq!(stage.selected(), "A plugin system for tide clocks");
    assert!(stage.notice().starts_with("Filtered by skill webassembly: "), "{}", stage.notice());
    let (x, y) = find(&stage, "Mira Holt");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly mentor:mira-holt");
    let (x, y) = find(&stage, "Mira Holt @");
    stage.click(x, y);
    assert_eq!(text(&stage), "skill:webassembly", "a second click lets go");
}

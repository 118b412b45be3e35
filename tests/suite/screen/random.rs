//! Random keys, pastes, clicks and sizes: nothing panics, and what holds always holds.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mentor_tui::app::action::Step;
use mentor_tui::app::keymap::BINDINGS;
use mentor_tui::app::rows::{Rows, SelectRow};
use mentor_tui::app::{Layer, cursor};
use mentor_tui::markdown::mail::EmailVisibility;
use mentor_tui::ui::page::Page;
use mentor_tui::ui::text;
use proptest::prelude::*;

use super::harness::{LISTING, Stage};

/// An input of a person, or a cat.
#[derive(Debug, Clone)]
enum Deed {
    Key(KeyEvent),
    Paste(String),
    Click(u16, u16),
    Wheel(u16, u16, bool),
    Resize(u16, u16),
    Reload(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let key = |code, modifiers| Deed::Key(KeyEvent::new(code, modifiers));
    let bound: Vec<KeyEvent> =
        BINDINGS.iter().flat_map(|binding| &binding.keys).map(|key| key.event()).collect();
    prop_oneof![
        12 => prop::sample::select(bound).prop_map(Deed::Key),
        2 => prop::char::range('a', 'z').prop_map(move |letter| key(KeyCode::Char(letter), KeyModifiers::CONTROL)),
        2 => any::<char>().prop_map(move |letter| key(KeyCode::Char(letter), KeyModifiers::NONE)),
        2 => prop::sample::select(vec!["plugin", "the ", "漢字", "e\u{301}", "x\ny\u{1b}[2J"])
            .prop_map(|text| Deed::Paste(text.to_owned())),
        1 => (0u16..130, 0u16..45).prop_map(|(x, y)| Deed::Click(x, y)),
        1 => (0u16..130, 0u16..45, any::<bool>()).prop_map(|(x, y, down)| Deed::Wheel(x, y, down)),
        1 => (0u16..130, 0u16..45).prop_map(|(width, height)| Deed::Resize(width, height)),
        1 => any::<bool>().prop_map(Deed::Reload),
    ]
}

fn perform(stage: &mut Stage, deed: Deed) {
    match deed {
        Deed::Key(event) => drop(stage.key(event)),
        Deed::Paste(text) => drop(stage.paste(&text)),
        Deed::Click(x, y) => drop(stage.click(x, y)),
        Deed::Wheel(x, y, down) => drop(stage.wheel(x, y, if down { Step::Down } else { Step::Up })),
        Deed::Resize(width, height) => drop(stage.resize((width, height))),
        Deed::Reload(whole) => {
            let text = if whole { LISTING } else { LISTING.split_once("### Lathe").unwrap().0 };
            stage.reread(text);
        }
    }
}

/// The selected row is in view, and the last page is full.
fn check_rows<R: SelectRow>(rows: &Rows<R>, page: usize) -> Result<(), TestCaseError> {
    if let Some(row) = rows.selected_row().filter(|_| page > 0) {
        prop_assert!((0..page).any(|line| rows.row_at(line) == Some(row)), "the selection is in view");
        let is_full = rows.row_at(page.saturating_sub(rows.tall())).is_some();
        prop_assert!(rows.top() == 0 || is_full, "the last page is full");
    }
    Ok(())
}

fn check(stage: &Stage) -> Result<(), TestCaseError> {
    let (app, viewport) = (&stage.app, stage.app.viewport());
    let list = app.list();
    prop_assert_eq!(list.is_empty(), app.selected().is_none());
    check_rows(&list.rows, viewport.list_rows)?;
    if viewport.detail_rows > 0 {
        prop_assert!(stage.top() <= cursor::last_top(viewport.detail_height, viewport.detail_rows));
    }
    match app.layer() {
        Some(Layer::Stats(panel)) => check_rows(&panel.rows, viewport.layer_rows)?,
        Some(Layer::Facets(panel)) => check_rows(&panel.rows, viewport.layer_rows)?,
        Some(Layer::Problems(panel)) => check_rows(&panel.rows, viewport.layer_rows)?,
        Some(Layer::Menu(menu)) => {
            prop_assert!(menu.items().len() == 0 || menu.selected() < menu.items().len());
        }
        Some(Layer::Hints(hints)) => {
            prop_assert!(hints.are_of(&viewport.spots), "hints are for what is seen");
        }
        Some(Layer::Find(_)) => prop_assert!(app.detail().find.is_some()),
        _ => {}
    }
    let at = stage.cursor();
    prop_assert!(at.is_none_or(|at| stage.screen.contains(at)), "the cursor is on the screen: {:?}", at);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_deeds_keep_the_screen_whole(
        deeds in prop::collection::vec(deed(), 1..50),
        size in prop::sample::select(super::harness::SIZES.to_vec()),
    ) {
        let mut stage = Stage::new(LISTING, size);
        for deed in deeds {
            perform(&mut stage, deed);
            check(&stage)?;
        }
    }

    #[test]
    fn no_row_of_a_page_is_wider_than_its_pane(width in 16usize..140, index in 0usize..12) {
        let stage = Stage::new(LISTING, (40, 12));
        let entry = stage.app.catalog().get(index).unwrap();
        for page in [Page::rendered(entry, width, EmailVisibility::Masked), Page::source(entry, width, EmailVisibility::Masked)] {
            for row in &page.rows {
                prop_assert!(text::width(&row.text()) <= width, "{:?} at {}", row.text(), width);
            }
            prop_assert!(page.sections.is_sorted());
            let links = page.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.link);
            prop_assert!(links.into_iter().all(|link| link < page.targets.len()));
        }
    }
}

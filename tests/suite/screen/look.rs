//! The look: rows that keep their columns, panes that share the screen, one line between them.

use mentor_tui::app::action::Action;
use mentor_tui::app::{Panes, RowLines, ThirdPane};
use mentor_tui::search::Profile;
use mentor_tui::ui::Target;
use mentor_tui::ui::theme::{Role, THEMES, Theme};
use ratatui::style::Modifier;

use unicode_width::UnicodeWidthStr;

use super::harness::{LISTING, Stage};
use super::mouse::find;

/// The rows of the list, without the detail beside it.
fn list(stage: &Stage) -> Vec<String> {
    let rows = stage.rows();
    rows[2..rows.len() - 3].iter().map(|row| row.split('│').next().unwrap().trim_end().to_owned()).collect()
}

#[test]
fn a_row_of_two_lines_says_what_the_proposal_asks_for() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let first = list(&stage);
    let at = first.iter().position(|row| row.contains("A plugin system for tide clocks")).unwrap();
    assert!(first[at + 1].contains("rust"), "{first:#?}");
    stage.app.set_row_lines(RowLines::One);
    stage.draw();
    let one = list(&stage);
    assert!(!one[at + 1].contains("rust ·"), "{one:#?}");
    assert!(
        one.iter().filter(|row| !row.is_empty()).count() < first.iter().filter(|row| !row.is_empty()).count()
    );
}

#[test]
fn nothing_moves_when_a_mark_is_set() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let before = list(&stage);
    stage.press("<Space> k");
    let after = list(&stage);
    for (one, other) in before.iter().zip(&after) {
        assert_eq!(one, other.trim_end_matches('★').trim_end(), "a row moved");
    }
    assert_eq!(after.iter().filter(|row| row.ends_with('★')).count(), 1);
}

#[test]
fn the_heading_stays_while_its_proposals_scroll() {
    for size in [(120, 14), (80, 24), (40, 12)] {
        let mut stage = Stage::new(LISTING, size);
        stage.press("G");
        let (_, entry) = stage.app.selected().unwrap();
        let project = entry.proposal.project.clone().unwrap();
        let heading = stage.rows()[2].clone();
        let shown = stage.rows()[2..].iter().any(|row| row.contains(project.as_str()));
        assert!(shown && !heading.trim().is_empty(), "{size:?}: {heading}");
        stage.press("g");
        assert!(stage.rows()[2].starts_with(" Almanac"), "{size:?}: {}", stage.rows()[2]);
    }
}

#[test]
fn a_flat_list_names_the_project_of_each_proposal() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.press("/ rust <Enter>");
    let rows = list(&stage);
    let at = rows.iter().position(|row| row.contains("A plugin system for tide clocks")).unwrap();
    assert!(rows[at + 1].trim_start_matches(['▌', ' ']).starts_with("Almanac · "), "{rows:#?}");
}

#[test]
fn how_it_fits_stands_in_columns_of_its_own() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.app.set_profile(Profile::new(["rust"]));
    stage.draw();
    let rows = list(&stage);
    let ends: Vec<usize> = rows
        .iter()
        .filter(|row| row.ends_with(" missing") || row.ends_with("fits you"))
        .map(|row| row.width())
        .collect();
    assert!(ends.len() > 2 && ends.iter().all(|&end| end == ends[0]), "{rows:#?}");
    let text = stage.text();
    assert!(text.contains("✓ Rust") && text.contains("✗ "), "{text}");
}

#[test]
fn one_line_stands_between_the_panes() {
    let stage = Stage::new(LISTING, (120, 40));
    for row in &stage.rows()[2..37] {
        assert_eq!(row.chars().filter(|&c| c == '│').count(), 1, "{row}");
    }
    assert_eq!(stage.rows()[1].matches('┬').count(), 1);
    assert_eq!(stage.rows()[37].matches('┴').count(), 1);
}

#[test]
fn the_focus_is_shown_by_colour_and_title_and_no_heavier_line() {
    for &(name, theme, _) in THEMES {
        let stage = Stage::new(LISTING, (120, 40)).in_theme(theme);
        let mut other = stage.clone();
        other.press("<Tab>");
        let title = |stage: &Stage| {
            let (x, y) = find(stage, "Proposals");
            let cell = stage.buffer()[(x, y)].clone();
            (cell.fg, cell.modifier)
        };
        assert_ne!(title(&stage), title(&other), "{name}");
        assert!(!stage.text().contains(['┃', '┏']), "{name}");
    }
}

#[test]
fn the_selected_row_has_one_colour_from_end_to_end() {
    for &(name, theme, _) in THEMES {
        let mut stage = Stage::new(LISTING, (120, 40));
        stage.app.set_profile(Profile::new(["rust"]));
        let stage = {
            stage.press("<Space>");
            stage.in_theme(theme)
        };
        let (_, y) = find(&stage, "▌");
        let cell = |x: u16| &stage.buffer()[(x, y)];
        let look = |x: u16| (cell(x).bg, cell(x).modifier.contains(Modifier::REVERSED));
        let end =
            u16::try_from(stage.rows()[usize::from(y)].chars().position(|c| c == '│').unwrap()).unwrap();
        assert!((1..end - 1).all(|x| look(x) == look(1)), "{name}");
        if look(1).1 {
            assert!((1..end - 1).all(|x| cell(x).fg == cell(1).fg), "{name}: reversed colours are grounds");
        }
    }
}

#[test]
fn the_list_is_resized_by_keys_and_by_dragging_its_edge() {
    let mut stage = Stage::new(LISTING, (120, 40));
    let edge = |stage: &Stage| stage.rows()[1].chars().position(|c| c == '┬').unwrap();
    let before = edge(&stage);
    stage.press(">");
    assert_eq!(edge(&stage), before + 4);
    stage.press("< <");
    assert_eq!(edge(&stage), before - 4);
    let column = u16::try_from(before - 4).unwrap();
    assert_eq!(stage.target(column, 10), Some(Target::Divider));
    stage.click(column, 10);
    assert!(stage.app.is_resizing());
    stage.act(Some(Action::DragDivider(70)));
    stage.act(Some(Action::ReleaseDivider));
    assert_eq!((edge(&stage), stage.app.is_resizing()), (70, false));
    assert_eq!(stage.app.panes().list_columns, Some(70));
    stage.act(Some(Action::DragDivider(119)));
    assert_eq!(edge(&stage), 95, "the detail keeps its room");
    stage.resize((60, 12)).press(">");
    assert_eq!(stage.notice(), "The panes are not side by side here.");
}

#[test]
fn a_wide_screen_has_a_third_pane_for_facets_or_problems() {
    let mut stage = Stage::new(LISTING, (180, 40));
    stage.press("P");
    let text = stage.text();
    assert!(text.contains("Facets: skills") && text.contains("━"), "{text}");
    assert_eq!(stage.rows()[1].matches('┬').count(), 2);
    stage.press("F");
    assert!(stage.text().contains("A plugin system for tide clocks"), "the proposal stays beside it");
    stage.press("<Esc> P");
    let text = stage.text();
    assert!(!text.contains("Facets: skills") && text.contains("Problems"), "{text}");
    stage.press("P");
    assert!(!stage.text().contains("Problems"));
    let mut narrow = Stage::new(LISTING, (150, 40));
    narrow.app.set_panes(Panes { list_columns: None, third: Some(ThirdPane::Facets) });
    narrow.press("P");
    assert_eq!(narrow.notice(), "A third pane needs 160 columns.");
}

#[test]
fn the_header_tells_what_is_read_and_no_word_of_the_parser() {
    let text = format!("# LFX Mentorship 2026 Term 3\n\n{LISTING}");
    let mut stage = Stage::new(&text, (120, 40));
    let header = stage.rows()[0].clone();
    assert!(header.contains(" proposals · ") && header.contains(" projects"), "{header}");
    assert!(!header.contains("sections") && !header.contains("mentor-tui"), "{header}");
    stage.press("/ rust <Enter>");
    let of = format!("{} of {} proposals", stage.app.list().len(), stage.app.catalog().len());
    assert!(stage.rows()[0].contains(&of), "{}", stage.rows()[0]);
}

#[test]
fn a_low_screen_has_two_panes_where_it_is_wide() {
    for size in [(220, 14), (80, 10)] {
        let stage = Stage::new(LISTING, size);
        assert!(stage.text().contains("A plugin system for tide clocks"), "{size:?}");
        assert!(
            stage.text().contains("Mentors"),
            "{size:?}: the proposal is beside or below the list\n{}",
            stage.text()
        );
    }
}

#[test]
fn where_nothing_fits_the_nearest_is_named() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.app.set_profile(Profile::new(["haskell"]));
    let text = stage.press("/ fit:all <Enter>").text();
    assert!(text.contains("None needs only haskell; "), "{text}");
    assert!(text.contains(" one skill.") && text.contains("Instead: fit:1-missing "), "{text}");
    // A proposal that asks for nothing fits nobody.
    let mut stage = Stage::new("# A\n\n## B\n\n### C\n- Description: x\n- Skills: Go (a plus)\n", (120, 40));
    stage.app.set_profile(Profile::new(["go"]));
    let text = stage.text();
    assert!(text.contains("Your fit      no required skills stated") && !text.contains("fits you"), "{text}");
    let text = stage.press("/ fit:all <Enter>").text();
    assert!(text.contains("None of these proposals names a required"), "{text}");
}

#[test]
fn without_colour_every_state_has_a_sign_or_a_shape() {
    let mut stage = Stage::new(LISTING, (120, 40)).in_theme(Theme::MONO);
    stage.press("<Space>");
    assert!(stage.text().contains('★') && stage.text().contains('▌'));
    let (x, y) = find(&stage, "Proposals");
    let focused = stage.buffer()[(x, y)].modifier;
    assert_eq!(focused, Theme::MONO.style(Role::TitleFocus).add_modifier);
}

#[test]
fn statistics_use_the_width_and_put_sizes_in_their_order() {
    let sized = |size: &str, n: usize| {
        let proposal =
            |at| format!("#### {size} {at}\n\n- Skills: Go\n- Mentor: A B (@a)\n- Size: {size}\n\n");
        (0..n).map(proposal).collect::<Vec<_>>().concat()
    };
    let text =
        format!("# Ideas\n\n### P\n\n{}{}{}", sized("large", 3), sized("small", 1), sized("medium", 2));
    let mut stage = Stage::new(&text, (120, 40));
    stage.press("i");
    let rows = stage.rows();
    let at = |word: &str| {
        rows.iter().position(|row| row.trim_start_matches(['▌', ' ']).starts_with(word)).unwrap()
    };
    assert!(at("small") < at("medium") && at("medium") < at("large"), "{rows:#?}");
    assert!(rows[at("large")].chars().count() > 100, "{}", rows[at("large")]);
    stage.press("<Esc> F");
    for _ in 0..5 {
        if !stage.text().contains("[size]") {
            stage.press("<Tab>");
        }
    }
    let rows = stage.rows();
    let at = |word: &str| {
        rows.iter().position(|row| row.split('│').next_back().is_some_and(|row| row.contains(word))).unwrap()
    };
    assert!(at("small ") < at("medium ") && at("medium ") < at("large "), "{rows:#?}");
}

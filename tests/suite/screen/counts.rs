//! The counts: what they count, and that what is chosen there filters.

use mentor_tui::app::Layer;
use mentor_tui::app::keymap::Focus;
use mentor_tui::app::stats::StatsPanel;

use super::harness::{LISTING, Stage};

fn board(stage: &Stage) -> &StatsPanel {
    match stage.app.layer() {
        Some(Layer::Stats(board)) => board,
        other => panic!("no counts but {other:?}"),
    }
}

#[test]
fn every_count_leaves_as_many_as_it_says() {
    let mut stage = Stage::new(LISTING, (80, 24));
    stage.press("i G");
    let last = board(&stage).rows.selected_row();
    stage.press("g");
    let mut steps = String::new();
    loop {
        let mut taken = Stage::new(LISTING, (80, 24));
        taken.press("i").press(&steps);
        let (bar, row) = (board(&taken).bar().unwrap().clone(), board(&taken).rows.selected_row());
        taken.press("<Enter>");
        assert_eq!(taken.focus(), Focus::List);
        assert_eq!((taken.app.list().len(), taken.app.filter().input.text()), (bar.count, &*bar.clause));
        if row == last {
            break;
        }
        steps.push_str("j ");
    }
    assert!(steps.len() > 2 * 15);
}

#[test]
fn counts_are_of_what_the_filter_leaves_and_add_up() {
    let mut stage = Stage::new(LISTING, (80, 24));
    stage.press("/ almanac <Enter> i");
    assert_eq!(board(&stage).statistics().proposals, stage.app.list().len());
    let clause = board(&stage).bar().unwrap().clause.clone();
    stage.press("<Enter>");
    assert_eq!(stage.app.filter().input.text(), format!("almanac {clause}"));
    stage.press("i <Enter>");
    assert_eq!(stage.notice(), format!("The filter has {clause} already."));
    stage.press("<Esc>");
    assert!(!stage.app.filter().is_active());
}

#[test]
fn the_counts_follow_what_is_read_again_and_are_left_as_they_were_entered() {
    let mut stage = Stage::new(LISTING, (80, 24));
    stage.press("<Enter> i j");
    let chosen = board(&stage).bar().unwrap().clause.clone();
    stage.reread(LISTING.split_once("### Lathe").unwrap().0);
    assert_eq!(board(&stage).statistics().proposals, stage.app.catalog().len());
    assert_eq!(board(&stage).bar().unwrap().clause, chosen, "the selection stays with its count");
    stage.reread("nothing");
    assert!(stage.text().contains("Nothing is left to count."), "{}", stage.text());
    stage.press("<Enter> j <Tab> <Esc>");
    assert_eq!(stage.focus(), Focus::Detail);
    let mut empty = Stage::new("", (80, 24));
    assert!(empty.press("i").notice().contains("nothing to count"));
}

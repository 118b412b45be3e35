//! Sorting the list: what stands where, and what stays.

use mentor_tui::app::list::ListRow;
use mentor_tui::search::sort::Order;

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

/// The titles in the list, in order.
fn titles(stage: &Stage) -> Vec<String> {
    let proposals = stage.app.list().rows.all().iter().filter_map(|row| match row {
        ListRow::Proposal(index) => stage.app.catalog().get(*index),
        ListRow::Project { .. } | ListRow::Term { .. } => None,
    });
    proposals.map(|entry| entry.proposal.title.clone()).collect()
}

fn has_headings(stage: &Stage) -> bool {
    stage.app.list().rows.all().iter().any(|row| matches!(row, ListRow::Project { .. }))
}

#[test]
fn every_order_begins_at_its_top() {
    for (order, size) in ["title", "project", "required", "random", "size", "document"]
        .into_iter()
        .flat_map(|order| SIZES.map(|size| (order, size)))
    {
        let mut stage = Stage::new(LISTING, size);
        stage.press("j j").press(&format!("s / {order} <Enter>"));
        let is_first = |stage: &Stage| stage.app.list().rows.position() == 0;
        assert!(is_first(&stage), "{order} at {size:?}");
        stage.press("j S");
        assert!(is_first(&stage), "{order} reversed at {size:?}");
        assert_eq!(titles(&stage).len(), 12);
    }
}

#[test]
fn titles_are_sorted_flat_and_reversed() {
    let mut stage = Stage::new(LISTING, WIDE);
    assert!(has_headings(&stage));
    let before = titles(&stage);
    stage.press("s / title <Enter>");
    let sorted = titles(&stage);
    assert!(!has_headings(&stage) && sorted.is_sorted_by_key(|title| title.to_lowercase()), "{sorted:?}");
    assert!(stage.rows()[1].contains(" by title "), "{}", stage.text());
    stage.press("S");
    assert!(titles(&stage).iter().eq(sorted.iter().rev()));
    stage.press("s / document <Enter>");
    assert!(titles(&stage) == before && has_headings(&stage), "and the way back");
    stage.press("s / project <Enter>");
    assert!(has_headings(&stage), "projects have headings in their own order");
}

#[test]
fn the_best_match_is_offered_where_there_is_something_to_match() {
    let offered = |keys: &str| Stage::new(LISTING, WIDE).press(keys).text().contains("best match");
    assert!(!offered("s") && offered("/ plugin <Enter> s"));
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ drawing <Enter>");
    let best = titles(&stage);
    stage.press("s / document <Enter>");
    assert_eq!(stage.app.sort().order, Order::Document);
    assert_ne!(titles(&stage), best, "as listed, although there is a filter");
    stage.press("s / best <Enter>");
    assert_eq!(titles(&stage), best);
    stage.press("s / document <Enter> <Esc> s / document <Enter> / drawing <Enter>");
    assert_eq!(titles(&stage), best, "who goes back to the usual order has the best first again");
}

#[test]
fn an_order_holds_while_the_document_is_read_again_and_filtered() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("s / title <Enter>");
    stage.reread(&LISTING.replace("A quieter bell", "Zounds, a bell"));
    let sorted = titles(&stage);
    assert_eq!(sorted[sorted.len() - 2..], ["Zounds, a bell", "手紙の地図を描く"]);
    stage.press("/ plugin");
    assert!(titles(&stage).is_sorted_by_key(|title| title.to_lowercase()));
}

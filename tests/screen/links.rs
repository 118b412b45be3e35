//! Links: what is reached by hints and by the menu, what a click asks, and what is never offered.

use mentor_tui::app::keymap::Focus;

use super::harness::{LISTING, Stage};

/// A screen on which the whole of a short proposal is seen.
const TALL: (u16, u16) = (120, 60);

#[test]
fn e_mail_addresses_are_masked_until_they_are_asked_for() {
    let mut stage = Stage::new(LISTING, TALL);
    stage.press("<Enter> v G");
    assert!(stage.text().contains("(@mira-holt, …@example.org)"), "{}", stage.text());
    stage.press("x");
    assert!(stage.text().contains("(@mira-holt, mira@example.org)"), "{}", stage.text());
    assert_eq!((stage.focus(), stage.effects.len()), (Focus::Detail, 0));
    stage.press("x");
    assert!(!stage.text().contains("mira@example.org"));
}

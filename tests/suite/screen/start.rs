//! The start page at every size: what gives way, and that the nearest places come first.

use super::harness::{LISTING, Stage};

#[test]
fn the_start_page_says_where_to_look() {
    for (name, size) in [("start_120x35", (120, 35)), ("start_80x24", (80, 24)), ("start_40x12", (40, 12))] {
        let mut stage = Stage::new(LISTING, size);
        insta::assert_snapshot!(name, stage.press("<C-o>").dump());
    }
}

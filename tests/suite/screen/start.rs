//! The start page at every size: what gives way, and that the nearest places come first.

use std::path::PathBuf;

use mentor_tui::app::start::{Place, PlaceGroup};

use super::harness::{LISTING, Stage};

#[test]
fn the_start_page_says_where_to_look() {
    for (name, size) in [("start_120x35", (120, 35)), ("start_80x24", (80, 24)), ("start_40x12", (40, 12))] {
        let mut stage = Stage::new(LISTING, size);
        insta::assert_snapshot!(name, stage.press("<C-o>").dump());
    }
}

/// The places of the start page.
pub(crate) fn places() -> Vec<Place> {
    let place = |group, name: &str, about: &str, state: &str, target: Option<&str>| Place {
        group,
        name: name.to_owned(),
        about: about.to_owned(),
        state: state.to_owned(),
        target: target.map(PathBuf::from),
    };
    vec![
        place(PlaceGroup::Before, "~/ideas.md", "a file", "on this computer", Some("/ideas.md")),
        place(
            PlaceGroup::Own,
            "Tide Clock ideas",
            "a repository",
            "copy of 3 days ago",
            Some("gh:tide/ideas"),
        ),
        place(
            PlaceGroup::Known,
            "Harbour Students",
            "Harbour Programme (as of 2026)",
            "not fetched",
            Some("gh:harbour/ideas"),
        ),
        place(
            PlaceGroup::Known,
            "Loom Summer",
            "Loom Summer of Code (as of 2026)",
            "not fetched",
            Some("gh:loom/ideas"),
        ),
        place(PlaceGroup::Sample, "Sample listing", "invented proposals", "works offline", None),
    ]
}

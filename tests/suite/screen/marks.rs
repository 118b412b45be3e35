//! Marks: what is marked, and that it stays so.

use std::collections::HashMap;

use mentor_tui::app::keymap::Focus;
use mentor_tui::page::facts::Audience;
use mentor_tui::search::Profile;
use mentor_tui::ui::row::Row;
use mentor_tui::ui::{compare, text};

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

/// The titles of the marked proposals.
fn marked(stage: &Stage) -> Vec<String> {
    let catalog = stage.app.catalog();
    let entries = stage.app.marked().into_iter().map(|index| catalog.get(index).unwrap());
    entries.map(|entry| entry.proposal.title.clone()).collect()
}

#[test]
fn space_marks_and_unmarks_where_one_is() {
    for (size, pane) in SIZES.into_iter().flat_map(|size| ["", "<Enter>"].map(|pane| (size, pane))) {
        let mut stage = Stage::new(LISTING, size);
        stage.press("j j").press(pane).press("<Space>");
        assert_eq!(marked(&stage), ["A quieter bell"]);
        assert_eq!(stage.notice(), "marked; mark another one, and c compares them");
        assert_eq!(stage.selected(), "A quieter bell", "the selection stays");
        stage.press("<Space>");
        assert!(marked(&stage).is_empty());
        assert_eq!(stage.notice(), "not marked any more; none is");
    }
}

/// Text, not colour alone: the row has a sign, the frame the number, and what is not marked neither.
#[test]
fn marks_are_signs_and_counted() {
    let mut stage = Stage::new(LISTING, WIDE);
    assert!(!stage.text().contains('★') && !stage.text().contains("marked"));
    stage.press("<Space> j j <Space> j");
    let rows = stage.rows();
    let signed: Vec<_> = rows.iter().filter(|row| row.contains('★')).collect();
    assert_eq!(signed.len(), 2, "{rows:#?}");
    assert!(signed[1].contains("A quieter bell"), "{signed:?}");
    assert!(stage.text().contains("Proposals 12 · 2 marked"));
}

#[test]
fn marks_stay_through_filter_sort_and_reload() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("G <Space> g <Space>");
    let before = marked(&stage);
    assert_eq!(before.len(), 2);
    for keys in ["/ bell <Enter>", "<Esc>", "s title <Enter>", "S"] {
        stage.press(keys);
        assert_eq!(marked(&stage), before, "after {keys}");
    }
    stage.reread(&LISTING.replace("A quieter bell", "A louder bell"));
    assert_eq!(marked(&stage), before);
    stage.arrive_first("# Late\n\n### Late\n\n- Description: words\n");
    assert_eq!(marked(&stage), before);
    stage.app.forget(0);
    assert_eq!(marked(&stage), before, "what went stood before them");
    stage.reread("# Empty\n");
    assert!(marked(&stage).is_empty(), "what went away is not counted");
    assert!(!stage.text().contains("marked"));
    stage.reread(LISTING);
    assert_eq!(marked(&stage), before, "what came back is marked again");
}

#[test]
fn a_mark_stays_under_another_title() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j j <Space>");
    stage.reread(&LISTING.replace("A plugin system for tide clocks", "Plugins for tide clocks"));
    assert_eq!(marked(&stage), ["Plugins for tide clocks", "A quieter bell"]);
}

#[test]
fn pages_are_turned_without_space() {
    for way in ["", "<Enter>"] {
        let mut by_page = Stage::new(LISTING, (80, 24));
        by_page.press(way).press("<PgDn>");
        let mut by_letter = Stage::new(LISTING, (80, 24));
        by_letter.press(way).press("<C-f>");
        assert_eq!(by_page.observable(), by_letter.observable());
        by_letter.press("<C-b>");
        assert_eq!(by_letter.top(), 0);
    }
    let mut help = Stage::new(LISTING, (80, 24));
    help.press("?");
    let before = help.observable();
    assert_ne!(help.press("<Space>").observable(), before, "in the help there is nothing to mark");
}

#[test]
fn what_cannot_be_compared_says_what_to_do() {
    for (keys, said) in [
        ("c", "no proposal is marked: Space marks two or three, then c compares them"),
        ("<Space> c", "one proposal is marked; Space marks another one to compare it with"),
        (
            "<Space> j <Space> j <Space> j <Space> c",
            "4 proposals are marked and 3 can be compared; Space takes a mark away",
        ),
    ] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys);
        assert_eq!((stage.notice(), stage.focus()), (said, Focus::List));
    }
}

/// More can be marked than compared, for `--print`; what the key says is true all the same.
#[test]
fn a_fourth_mark_says_that_three_can_be_compared() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j <Space> j <Space>");
    assert_eq!(stage.notice(), "marked, 3 now; c compares them");
    stage.press("j <Space>");
    assert_eq!(stage.notice(), "marked, 4 now; c compares no more than 3");
    stage.press("<Space>");
    assert_eq!(stage.notice(), "not marked any more; 3 left");
    assert_eq!(stage.press("c").focus(), Focus::Compare);
}

#[test]
fn a_comparison_scrolls_and_is_left_to_where_one_was() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Space> j j <Space> c");
        assert_eq!(stage.focus(), Focus::Compare);
        let beginning = stage.observable();
        stage.press("G");
        assert_ne!(stage.observable(), beginning, "at {size:?}");
        stage.press("g");
        assert_eq!(stage.observable(), beginning);
        stage.press("<Esc>");
        assert_eq!((stage.focus(), stage.selected()), (Focus::List, "A quieter bell"));
    }
}

#[test]
fn a_comparison_follows_the_document() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j j <Space> c");
    assert!(stage.text().contains("A quieter bell"));
    stage.reread("# Empty\n");
    assert!(stage.text().contains("Nothing is left to compare."), "{}", stage.text());
    stage.reread(LISTING);
    assert!(stage.text().contains("A quieter bell"));
}

#[test]
fn what_is_stacked_hangs_below_its_number() {
    let mut stage = Stage::new(LISTING, (30, 24));
    let text = stage.press("<Space> j j <Space> c").text();
    assert!(text.contains("\n 1. A plugin system for tide\n"), "{text}");
    assert!(text.contains("\n    clocks\n"), "{text}");
}

/// At every width nothing is wider than the screen, and no letter of what is compared is lost.
#[test]
fn a_comparison_fits_every_width_and_loses_no_letter() {
    let stage = Stage::new(LISTING, WIDE);
    let entries: Vec<_> = stage.app.catalog().iter().collect();
    let letters = |rows: &[Row]| {
        let mut counts = HashMap::new();
        let text: String = rows.iter().map(Row::text).collect();
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .for_each(|letter| *counts.entry(letter).or_insert(0) += 1);
        counts
    };
    let profile = Profile::default();
    let reader = Audience::new(&profile);
    for compared in [&entries[..2], &entries[..3], &entries[3..6]] {
        let all = letters(&compare::rows(compared, reader, 400));
        for width in 4..200 {
            let rows = compare::rows(compared, reader, width);
            let widest = rows.iter().map(|row| text::width(&row.text())).max().unwrap_or(0);
            assert!(widest <= width, "{widest} at {width}");
            // Tables that are too narrow repeat their headings: there may be more, never less.
            let here = letters(&rows);
            let lost = all.iter().find(|(letter, count)| here.get(*letter).is_none_or(|here| here < *count));
            assert!(width < 40 || lost.is_none(), "{lost:?} at {width}");
        }
    }
}

/// Addresses of people are masked there as in the detail, in the facts and in the prose, until `x`.
#[test]
fn a_comparison_masks_addresses_until_x_shows_them() {
    let proposal = |title: &str, name: &str| {
        format!(
            "### {title}\n\n- Description: Ask {name}.prose@example.org or `{name}.code@example.org`.\n\
             - Recommended Skills: Go, {name}.skill@example.org\n- Mentor(s): {name}.mentor@example.org\n\
             - Upstream Issue: mailto:{name}.link@example.org\n- Size: {name}.size@example.org\n\n"
        )
    };
    let listing = format!("# Harbour\n\n{}{}", proposal("One", "ada"), proposal("Two", "bo"));
    for size in SIZES {
        let mut stage = Stage::new(&listing, size);
        stage.press("<Space> j <Space> c");
        let pages = |stage: &mut Stage| {
            let mut text = stage.press("g").text();
            for _ in 0..30 {
                text.push_str(&stage.press("<C-f>").text());
            }
            text
        };
        let masked = pages(&mut stage);
        assert!(masked.contains('…') && !masked.contains("ada.") && !masked.contains("bo."), "{masked}");
        stage.press("x");
        assert_eq!(stage.notice(), "e-mail addresses are readable; x masks them again");
        let shown = pages(&mut stage);
        assert!(shown.contains("ada.prose") && shown.contains("bo.code"), "{shown}");
        stage.press("x");
        assert_eq!(pages(&mut stage), masked);
    }
}

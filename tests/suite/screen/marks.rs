//! Stars: what is on the shortlist, that it stays there, and comparing it.

use std::collections::HashMap;

use mentor_tui::app::effect::Effect;
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
fn space_marks_and_unmarks_and_moves_on() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("j j <Space>");
        assert_eq!(marked(&stage), ["A quieter bell"]);
        assert_eq!(stage.notice(), "1 on the shortlist. Press B to see it.");
        assert_eq!(stage.selected(), "Deliver letters when the network is away", "it moves on");
        stage.press("k <Space>");
        assert!(marked(&stage).is_empty());
        assert_eq!(stage.notice(), "Taken off the shortlist, 0 left. Press u to undo.");
    }
}

/// Text, not colour alone: the row has a sign, the frame the number, and what is not marked neither.
#[test]
fn marks_are_signs_and_counted() {
    let mut stage = Stage::new(LISTING, WIDE);
    assert!(!stage.text().contains('★'));
    stage.press("<Space> j <Space>");
    let rows = stage.rows();
    let signed: Vec<_> = rows.iter().skip(2).filter(|row| row.contains('★')).collect();
    assert_eq!(signed.len(), 2, "{rows:#?}");
    assert!(signed[1].contains("A quieter bell"), "{signed:?}");
    assert!(stage.text().contains("Proposals 12 · ★ 2"));
}

#[test]
fn marks_stay_through_filter_sort_and_reload() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("G <Space> g <Space>");
    let before = marked(&stage);
    assert_eq!(before.len(), 2);
    for keys in ["/ bell <Enter>", "<Esc>", "s / title <Enter>", "S"] {
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
    assert!(!stage.text().contains('★'));
    stage.reread(LISTING);
    assert_eq!(marked(&stage), before, "what came back is marked again");
}

#[test]
fn a_mark_stays_under_another_title() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j <Space>");
    stage.reread(&LISTING.replace("A plugin system for tide clocks", "Plugins for tide clocks"));
    assert_eq!(marked(&stage), ["Plugins for tide clocks", "A quieter bell"]);
}

#[test]
fn pages_are_turned_by_space_where_text_is_read() {
    for way in ["", "<Enter>"] {
        let mut by_page = Stage::new(LISTING, (80, 24));
        by_page.press(way).press("<PgDn>");
        let mut by_letter = Stage::new(LISTING, (80, 24));
        by_letter.press(way).press("<C-f>");
        assert_eq!(by_page.observable(), by_letter.observable());
        by_letter.press("<C-b>");
        assert_eq!(by_letter.top(), 0);
    }
    let mut reader = Stage::new(LISTING, (80, 24));
    reader.press("<Enter> <Space>");
    assert!(reader.top() > 0 && reader.app.marked().is_empty(), "in the reader it marks nothing");
    let mut help = Stage::new(LISTING, (80, 24));
    help.press("?");
    let before = help.observable();
    assert_ne!(help.press("<Space>").observable(), before, "in the help there is nothing to mark");
}

#[test]
fn what_cannot_be_compared_says_what_to_do() {
    for (keys, said) in [
        ("c", "Nothing to compare. Put two or three proposals on the shortlist with Space, then press c."),
        ("<Space> c", "1 on the shortlist. Add another proposal with Space to compare."),
        (
            "<Space> <Space> <Space> <Space> c",
            "4 on the shortlist, at most 3 can be compared. Choose them: B, then v.",
        ),
    ] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys);
        assert_eq!((stage.notice(), stage.focus()), (said, Focus::List));
    }
}

/// More can be kept than compared; what the key says is true all the same.
#[test]
fn a_fourth_mark_says_that_three_can_be_compared() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> <Space> <Space>");
    assert_eq!(stage.notice(), "3 on the shortlist. Press c to compare, B to see it.");
    stage.press("<Space>");
    assert_eq!(stage.notice(), "4 on the shortlist. Press B to see it.");
    stage.press("k <Space>");
    assert_eq!(stage.notice(), "Taken off the shortlist, 3 left. Press u to undo.");
    assert_eq!(stage.press("c").focus(), Focus::Compare);
}

#[test]
fn a_comparison_scrolls_and_is_left_to_where_one_was() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Space> j <Space> c");
        assert_eq!(stage.focus(), Focus::Compare);
        let beginning = stage.observable();
        stage.press("G");
        assert_ne!(stage.observable(), beginning, "at {size:?}");
        stage.press("g");
        assert_eq!(stage.observable(), beginning);
        stage.press("<Esc>");
        assert_eq!(
            (stage.focus(), stage.selected()),
            (Focus::List, "Deliver letters when the network is away")
        );
    }
}

#[test]
fn a_comparison_follows_the_document() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j <Space> c");
    assert!(stage.text().contains("A quieter bell"));
    stage.reread("# Empty\n");
    assert!(stage.text().contains("Nothing is left to compare."), "{}", stage.text());
    stage.reread(LISTING);
    assert!(stage.text().contains("A quieter bell"));
}

#[test]
fn what_is_stacked_hangs_below_its_number() {
    let mut stage = Stage::new(LISTING, (30, 24));
    let text = stage.press("<Space> j <Space> c").text();
    assert!(text.contains("\n ▌ 1. A plugin system for\n"), "{text}");
    assert!(text.contains("\n ▌    tide clocks\n"), "{text}");
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
        let all = letters(&compare::rows(compared, reader, 400, Some(0)));
        for width in 4..200 {
            let rows = compare::rows(compared, reader, width, Some(1));
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
        assert_eq!(stage.notice(), "E-mail addresses shown. Press x to mask them.");
        let shown = pages(&mut stage);
        assert!(shown.contains("ada.prose") && shown.contains("bo.code"), "{shown}");
        stage.press("x");
        assert_eq!(pages(&mut stage), masked);
    }
}

/// Keys act on the proposal of the column that is marked, whatever the list has selected.
#[test]
fn the_keys_of_a_comparison_act_on_its_column() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Space> j <Space> c y t");
        stage.press("l y t h");
        let copied: Vec<&str> = stage
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Copy(_, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(copied, ["A plugin system for tide clocks", "A quieter bell"], "{size:?}");
        stage.press("o");
        let opened = Effect::Open("https://github.com/example-almanac/clock/issues/41".to_owned());
        assert_eq!(stage.effects.last(), Some(&opened), "{size:?}");
        assert_eq!(stage.focus(), Focus::Compare);
        stage.press("<Tab> <Enter>");
        assert_eq!((stage.focus(), stage.selected()), (Focus::Detail, "A quieter bell"), "{size:?}");
    }
}

#[test]
fn a_comparison_is_searched_in_its_column() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Space> j <Space> c / plugin");
    let first = stage.app.viewport().layer_matches.len();
    assert!(first > 1, "{}", stage.text());
    stage.press("<Enter> n l");
    assert_ne!(stage.app.viewport().layer_matches.len(), first, "another column, other matches");
    stage.press("<Esc>");
    assert_eq!((stage.focus(), stage.app.viewport().layer_matches.len()), (Focus::Compare, 0));
    stage.press("n");
    assert_eq!(stage.notice(), "No match. Search with /.");
    stage.press("<Esc>");
    assert_eq!(stage.focus(), Focus::List);
}

/// One list for what all have, and no list twice.
#[test]
fn shared_skills_stand_once() {
    let text = "## P\n\n### A\n\n- Description: a\n- Skills: Go, Rust\n- Mentor: C (@c)\n\n### B\n\n- Description: b\n- Skills: Go, React\n- Mentor: C (@c)\n";
    let mut stage = Stage::new(text, WIDE);
    let screen = stage.press("<Space> <Space> c").text();
    for heading in ["Shared skills", "Only this one"] {
        assert!(screen.contains(heading), "{screen}");
    }
    assert_eq!(screen.matches(" go").count(), 1, "{screen}");
}

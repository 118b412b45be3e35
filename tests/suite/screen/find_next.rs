//! The search in the text through other proposals, and the jumps.

use mentor_tui::app::action::Action;
use mentor_tui::app::keymap::Focus;
use mentor_tui::model::FieldKind;

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);

/// Three proposals: the needle once, only in an address of the source, twice.
const THREE: &str = "# Here

### First
- Description: A needle, in **some** hay.
- Skills: Go

### Second
- Description: [Hay](https://example.org/needle) and nothing else.
- Skills: Go

### Third
- Description: One needle, and one needle more.
- Skills: Rust
";

/// The place of the search: the selected proposal and the current match.
fn place(stage: &Stage) -> (String, usize) {
    (stage.selected().to_owned(), stage.app.detail().find.as_ref().unwrap().current)
}

#[test]
fn behind_the_last_match_the_search_goes_on_and_around() {
    for size in SIZES {
        let mut stage = Stage::new(THREE, size);
        stage.press("<Enter> / needle <Enter>");
        assert_eq!(place(&stage), ("First".to_owned(), 0));
        let way = [
            ("n", "Third", 0, "Next: Third"),
            ("n", "Third", 1, ""),
            ("n", "First", 0, "Continued at the top: First"),
            ("N", "Third", 1, "Continued at the bottom: Third"),
            ("N", "Third", 0, ""),
            ("N", "First", 0, "Previous: First"),
        ];
        for (key, title, current, notice) in way {
            stage.press(key);
            assert_eq!(place(&stage), (title.to_owned(), current), "{key} at {size:?}");
            assert_eq!(stage.notice(), notice);
            assert_eq!(stage.focus(), Focus::Detail);
        }
        // In the source the address is there, and counts.
        stage.press("v n");
        assert_eq!(place(&stage), ("Second".to_owned(), 0), "{size:?}");
    }
}

#[test]
fn only_the_list_as_filtered_is_looked_through() {
    let mut stage = Stage::new(THREE, WIDE);
    stage.press("/ skill:go <Enter> <Enter> / needle <Enter> n");
    assert_eq!(place(&stage), ("First".to_owned(), 0));
    assert_eq!(stage.notice(), "“needle” is in this proposal only. Continued at its other end.");
    stage.press("<Esc> / xyzzy <Enter> n");
    assert_eq!((stage.selected(), stage.notice()), ("First", "No match of “xyzzy” in any listed proposal."));
}

#[test]
fn words_are_found_across_marks_and_case_is_smart() {
    let mut stage = Stage::new(THREE, WIDE);
    stage.press("j j <Enter> /").paste("in some hay").press("<Enter> n");
    assert_eq!(stage.selected(), "First");
    stage.press("<Esc> / Needle <Enter> n");
    assert_eq!(stage.notice(), "No match of “Needle” in any listed proposal.");
}

#[test]
fn the_one_name_of_a_skill_is_found_where_it_is_written_otherwise() {
    let text =
        "# Here\n\n### One\n- Description: a\n- Skills: Go\n\n### Two\n- Description: b\n- Skills: k8s\n";
    let mut stage = Stage::new(text, WIDE);
    stage.press("<Enter> / kubernetes <Enter> n");
    assert_eq!(place(&stage), ("Two".to_owned(), 0));
}

/// The filter leads to what it found in the text once; a search that goes on into it is not led off.
#[test]
fn the_search_goes_before_what_the_filter_leads_to() {
    let long = "word\n\n  ".repeat(40);
    let text = format!(
        "# Here\n\n### One\n- Description: rope, needle\n- Skills: Go\n\n\
         ### Two\n- Skills: Go\n- Description: needle\n\n  {long}rope\n\n  {long}end\n"
    );
    // One pane.
    let mut stage = Stage::new(&text, (70, 12));
    stage.press("/ rope <Enter> <Enter> / needle <Enter> n");
    assert_eq!(place(&stage), ("Two".to_owned(), 0));
    assert!(stage.rows().iter().any(|row| row.trim() == "needle"), "{}", stage.text());
}

/// Sources that hold the text and never show it are not all read at once.
#[test]
fn a_text_that_many_sources_hide_is_looked_for_further_by_another_key() {
    let hay = "hay ".repeat(5_000);
    let hidden = |number| {
        format!("\n### Number {number}\n- Description: [a](https://example.org/needle) {hay}\n- Skills: Go\n")
    };
    let hidden: String = (0..100).map(hidden).collect();
    let text = format!("# Here\n{hidden}\n### Last\n- Description: the needle\n- Skills: Go\n");
    let mut stage = Stage::new(&text, WIDE);
    stage.press("<Enter> / needle <Enter> n");
    assert_eq!(stage.selected(), "Number 53", "1 MiB of them");
    assert_eq!(stage.notice(), "No match of “needle” so far. Press n to search on.");
    stage.press("n");
    assert_eq!(place(&stage), ("Last".to_owned(), 0));
}

#[test]
fn jumps_lead_to_their_field_rendered_and_as_source() {
    let goes = [
        (FieldKind::Outcome, "Expected Outcome", "- Expected Outcome"),
        (FieldKind::Description, "Description", "- Description"),
        (FieldKind::Upstream, "Upstream ", "- Upstream"),
        (FieldKind::Mentors, "Mentors ", "- Mentor"),
    ];
    for (kind, rendered, source) in goes {
        for (way, begins) in [("z", rendered), ("z v", source)] {
            // Low enough for every field to come to the top.
            let mut stage = Stage::new(LISTING, (60, 7));
            stage.press("<Enter>").press(way).press("G").act(Some(Action::Jump(kind)));
            let first =
                stage.rows()[2].trim().trim_start_matches(|letter: char| !letter.is_alphabetic()).to_owned();
            let begins = begins.trim_start_matches("- ").trim();
            assert!(first.replace('*', "").starts_with(begins), "{kind:?} {way}: {}", stage.text());
        }
    }
}

#[test]
fn the_palette_offers_the_fields_that_are_there() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press(":").paste("go to");
    let text = stage.text();
    for name in ["Description", "Outcome", "Skills", "Mentors", "Upstream"] {
        assert!(text.contains(&format!("go to {name}")), "{name}: {text}");
    }
    stage.press("<Down> <Enter>");
    assert_eq!(stage.focus(), Focus::Detail);
    let mut stage = Stage::new(THREE, WIDE);
    stage.press(":").paste("go to");
    assert!(!stage.text().contains("go to Upstream"));
}

//! Pictures: what the screen looks like, text, styles and cursor, after some keys at three sizes.
//!
//! `INSTA_UPDATE=always cargo test --test suite screen` writes them again. Read what was written.

use std::path::PathBuf;

use mentor_tui::app::notice::Notice;
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::search::Profile;
use mentor_tui::ui::theme::Theme;

use super::harness::{LISTING, SAMPLE, SIZES, Stage, catalog};

/// The scene at each of the three sizes, after the keys.
fn picture(scene: &str, keys: &str) {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press(keys);
        keep(scene, &stage);
    }
}

pub(crate) fn keep(scene: &str, stage: &Stage) {
    let name = format!("{scene}@{}x{}", stage.screen.width, stage.screen.height);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, stage.dump());
    });
}

#[test]
fn start() {
    picture("start", "");
}

#[test]
fn filter_while_typing() {
    picture("filter_typing", "/ plugin");
}

#[test]
fn filter_kept() {
    picture("filter_kept", "/ rust <Space> par <Enter>");
}

#[test]
fn filter_with_an_unknown_word() {
    picture("filter_unknown", "/ rust <Space> xyzzyx");
}

#[test]
fn filter_with_words_that_are_never_together() {
    picture("filter_apart", "/ dovecote <Space> python <Enter>");
}

#[test]
fn compared() {
    picture("compare", "<Space> j <Space> c");
}

#[test]
fn three_compared_and_scrolled() {
    picture("compare_three", "<Space> j <Space> <Space> c <C-d>");
}

#[test]
fn marked() {
    picture("marked", "<Space> j <Space>");
}

#[test]
fn filter_with_what_is_no_field_and_no_operator() {
    picture("filter_no_field", "/ foo:bar <Space> bell <Space> and <Space> r");
}

#[test]
fn filter_with_a_skill_that_nobody_asks_for() {
    picture("filter_unasked", "/ skill:java");
}

#[test]
fn read_and_scrolled() {
    picture("read", "<Enter> <C-d>");
}

#[test]
fn read_to_the_end() {
    picture("read_end", "<Enter> G");
}

#[test]
fn wide_characters() {
    picture("wide_characters", "] j <Enter>");
}

#[test]
fn search_in_the_text() {
    picture("search", "<Enter> / plugin <Enter> n n n N");
}

#[test]
fn search_that_is_wrapped() {
    picture("search_wrapped", "<Enter> / should <Space> need <Space> one");
}

#[test]
fn proposals_of_no_project() {
    let walk = "- Description: One afternoon.\n- Skills: Writing\n- Mentor: Mira Holt (@mira-holt)\n";
    let text = format!("# Ideas\n\n#### A walk\n\n{walk}\n### Dovecote\n\n#### A ride\n\n{walk}");
    keep("no_project", &Stage::new(&text, (80, 24)));
    let mut flat = Stage::new(&text, (80, 24));
    keep("no_project_filtered", flat.press("/ a"));
}

#[test]
fn search_in_vain() {
    picture("search_in_vain", "<Enter> / xyzzy");
}

#[test]
fn source_of_the_section() {
    picture("source", "<Enter> v");
}

#[test]
fn zoomed() {
    picture("zoom", "<Tab> z");
}

#[test]
fn without_preview() {
    picture("preview_off", "p");
}

#[test]
fn with_a_profile() {
    for size in SIZES {
        for (scene, keys) in
            [("fit_rows", ""), ("fit_detail", "j <Enter>"), ("fit_filter", "/ fit:1 <Enter>")]
        {
            let mut stage = Stage::new(LISTING, size);
            stage.app.set_profile(Profile::new(["golang", "rust", "patience"]));
            stage.press(keys);
            stage.draw();
            keep(scene, &stage);
        }
    }
}

#[test]
fn counts() {
    picture("counts", "i");
    picture("counts_below", "i <Tab> <Tab> j");
    picture("counts_filtered", "/ rust <Enter> i");
    picture("counts_taken", "i <Enter>");
}

#[test]
fn counts_by_term() {
    let listing = |term: &str, text: &str| {
        let document = Document::new(Origin::File(PathBuf::from(term)), format!("# Term {term}\n\n{text}"));
        parse::listing(document)
    };
    let shorter = LISTING.split_once("### Lathe").unwrap().0;
    let listings = || {
        vec![
            listing("01 - 2024 March - May", shorter),
            listing("02 - 2024 June - August", LISTING),
            listing("01 - 2025 March - May", LISTING),
        ]
    };
    for size in SIZES {
        let mut stage = Stage::of(Catalog::new(listings()), size, Theme::TERMINAL, "3 documents");
        keep("counts_by_term", stage.press("i"));
    }
}

#[test]
fn help() {
    picture("help", "?");
}

#[test]
fn palette_narrowed() {
    picture("palette", ": brow");
}

#[test]
fn hints_on_links() {
    picture("hints", "<Enter> f");
}

#[test]
fn qr_code() {
    picture("qr", "Q");
}

#[test]
fn links() {
    picture("links", "O");
}

#[test]
fn sort_menu() {
    picture("sort_menu", "s / title <Enter> S s");
}

#[test]
fn sorted_by_project() {
    picture("sorted_by_project", "s / proj <Enter> S");
}

#[test]
fn facets() {
    picture("facets", "F <Space> <Down> x");
}

#[test]
fn facets_narrowed() {
    picture("facets_narrowed", "F <Tab> <Tab> / mir <Enter>");
}

#[test]
fn copies() {
    picture("copies", "y");
}

#[test]
fn upstream_menu() {
    picture("upstream", "j o");
}

#[test]
fn notice_about_no_upstream() {
    picture("notice_no_upstream", "j j o");
}

#[test]
fn notice_with_a_long_address() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        let address = format!("https://example.org/issues/8?{}", "a-long-address=".repeat(6));
        stage.app.notify(Notice::info(format!(
            "no display here; address sent to the clipboard (OSC 52): {address}"
        )));
        stage.draw();
        keep("notice_long", &stage);
    }
}

#[test]
fn too_small() {
    keep("too_small", &Stage::new(LISTING, (19, 4)));
    keep("just_large_enough", &Stage::new(LISTING, (20, 5)));
}

#[test]
fn empty_catalog() {
    for size in SIZES {
        keep("empty", &Stage::new("# Notes\n\nNothing here is a proposal.\n", size));
    }
}

#[test]
fn sample() {
    for size in SIZES {
        let source = Origin::Sample.to_string();
        keep("sample", &Stage::of(catalog(SAMPLE, Origin::Sample), size, Theme::TERMINAL, &source));
    }
}

#[test]
fn without_colour() {
    for (scene, keys) in
        [("plain_start", ""), ("plain_filter", "/ plugin"), ("plain_search", "<Enter> / plugin <Enter> n")]
    {
        let listing = catalog(LISTING, Origin::File(PathBuf::from("ideas.md")));
        let mut stage = Stage::of(listing, (80, 24), Theme::MONO, "ideas.md");
        stage.press(keys);
        keep(scene, &stage);
        assert!(!stage.dump().contains("magenta") && !stage.dump().contains("red+"), "{scene}");
    }
}

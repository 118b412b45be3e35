//! Commands from inside: found by the words that people try, themes and export.

use mentor_tui::app::Layer;
use mentor_tui::app::action::Exported;
use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;

use super::harness::{LISTING, SIZES, Stage};

#[test]
fn the_palette_answers_to_what_people_try() {
    for (word, expected) in [
        ("theme", "theme: "),
        ("colours", "theme: "),
        ("export", "export: "),
        ("bookmark", "shortlist: "),
        ("star", "shortlist: "),
        ("save", "export: "),
        ("hide", "hide: "),
        ("clear", "clear filter: "),
        ("undo", "undo: "),
        ("tag", "facets: "),
        ("deadline", "sort: "),
        ("skills", "facets: "),
        ("history", "undo: "),
        ("quit", "quit: "),
    ] {
        let mut stage = Stage::new(LISTING, (120, 40));
        stage.press(":").press(word);
        let Some(Layer::Menu(menu)) = stage.app.layer() else { panic!("no palette") };
        let names: Vec<&str> = menu.items().map(|item| item.name.as_str()).collect();
        assert!(names.iter().any(|name| name.starts_with(expected)), "{word}: {names:?}");
    }
}

#[test]
fn a_theme_is_chosen_from_inside() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press(": theme <Enter> / light <Enter>");
        assert_eq!((&stage.effects, stage.focus()), (&vec![Effect::UseTheme(1)], Focus::List), "{size:?}");
    }
}

#[test]
fn an_export_asks_where_to_and_before_it_replaces_a_file() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        let to = |name: &str, replace| Effect::Export {
            of: Exported::Proposals,
            format: 1,
            file: Some(name.to_owned()),
            replace,
        };
        stage.press("E / json <Space> file <Enter>");
        assert_eq!(stage.focus(), Focus::Prompt, "{size:?}");
        stage.press("<Enter>");
        assert_eq!((stage.notice(), stage.effects.len()), ("Type the name of a file first.", 0));
        stage.press("a.json <Enter>");
        assert_eq!(stage.effects, [to("a.json", false)], "{size:?}");
        // The shell has found such a file.
        stage.app.ask_to_replace();
        assert_eq!(stage.notice(), "a.json exists. Press Enter again to replace it, or change the name.");
        stage.press("<BS> m <Enter>");
        assert_eq!(stage.effects.last(), Some(&to("a.jsom", false)), "another name is asked about anew");
        stage.app.ask_to_replace();
        stage.press("<Enter>");
        assert_eq!(stage.effects.last(), Some(&to("a.jsom", true)));
        stage.app.close_prompt();
        assert_eq!(stage.focus(), Focus::List);
        stage.press("E / markdown <Space> clip <Enter>");
        let copied = Effect::Export { of: Exported::Proposals, format: 0, file: None, replace: false };
        assert_eq!(stage.effects.last(), Some(&copied), "{size:?}");
    }
}

#[test]
fn what_is_listed_is_exported() {
    let mut stage = Stage::new(LISTING, (120, 40));
    stage.press("/ plugin <Enter>");
    assert_eq!(stage.app.exported().len(), stage.app.list().len());
    stage.press("<Esc> <Space> <Space> / is:starred <Enter>");
    assert_eq!(stage.app.exported(), stage.app.marked());
    stage.press("E");
    assert!(stage.text().contains("Export 2 proposals"), "{}", stage.text());
}

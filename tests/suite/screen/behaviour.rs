//! The effects of keys, without pictures.

use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;

use super::harness::{LISTING, SIZES, Stage};

const WIDE: (u16, u16) = (120, 40);
const SMALL: (u16, u16) = (40, 12);

fn reload(stage: &mut Stage, text: &str) {
    stage.reread(text);
}

#[test]
fn a_filter_that_is_cleared_brings_back_the_selection() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("j j j / plugin");
    assert_eq!(stage.selected(), "A plugin system for tide clocks", "best first");
    stage.press("<C-u>");
    assert_eq!(stage.focus(), Focus::Filter, "ctrl-u clears the text");
    stage.press("plugin <Esc>");
    assert_eq!(stage.selected(), "Deliver letters when the network is away");
    assert_eq!(stage.focus(), Focus::List);
}

#[test]
fn escape_in_the_filter_bar_undoes_everything_since_it_was_opened() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("/ a <Enter> G");
        let before = (stage.app.filter().input.text().to_owned(), stage.selected().to_owned(), stage.text());
        for keys in ["/ plugin", "/ plugin <C-n> <C-n>", "/ <C-u> tide <C-x>", "/ xyzzyx", "/ <C-u>", "/"] {
            stage.press(keys).press("<Esc>");
            let after =
                (stage.app.filter().input.text().to_owned(), stage.selected().to_owned(), stage.text());
            assert_eq!((stage.focus(), &after), (Focus::List, &before), "{keys} at {size:?}");
        }
    }
}

#[test]
fn escape_leaves_every_input_at_one_press() {
    for (keys, below) in [
        ("/ plugin", Focus::List),
        ("<Enter> / clock", Focus::Detail),
        ("O / exa", Focus::Menu),
        (": brow", Focus::List),
        ("F / rust", Focus::Facets),
    ] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys);
        assert!(stage.focus().is_input(), "{keys}");
        stage.press("<Esc>");
        assert_eq!(stage.focus(), below, "{keys}");
        assert_eq!(stage.app.detail().needle(), "", "{keys}");
    }
}

#[test]
fn a_selection_moved_while_typing_stays_with_its_proposal() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ plugin <C-n>");
    assert_eq!(stage.selected(), "Plugin previews in the workshop");
    stage.press("<BS>");
    assert_eq!(stage.selected(), "Plugin previews in the workshop");
    stage.press("xyzzyx");
    assert_eq!(stage.selected(), "", "nothing fits");
    stage.press("<BS> <BS> <BS> <BS> <BS> <BS>");
    assert_eq!(stage.selected(), "Plugin previews in the workshop", "an empty result forgets nothing");
    stage.press("<Enter> <Esc>");
    assert_eq!(stage.selected(), "Plugin previews in the workshop");
}

#[test]
fn what_is_typed_into_a_kept_filter_is_a_word_of_its_own() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ plugin <Enter> / tide");
    assert_eq!(stage.app.filter().input.text(), "plugin tide");
    assert_eq!(stage.selected(), "A plugin system for tide clocks");
}

#[test]
fn dropping_a_kept_filter_keeps_the_selection() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("/ plugin <Enter> j <Esc>");
    assert!(!stage.app.filter().is_active());
    assert_eq!(stage.selected(), "Plugin previews in the workshop");
}

#[test]
fn what_comes_late_moves_neither_the_selection_nor_the_list() {
    for (keys, is_long) in [("j j j", true), ("G", true), ("g", true), ("/ plugin <Enter> j", false)] {
        let mut stage = Stage::new(LISTING, SMALL);
        stage.press(keys);
        let place = |stage: &Stage| (stage.selected().to_owned(), stage.app.list().len());
        let ((title, rows), offset) = (place(&stage), stage.app.list().rows.offset());
        // The same proposals once more: the selected one is still that of the first document.
        stage.arrive_first(LISTING);
        assert_eq!(place(&stage), (title, 2 * rows), "{keys}");
        let (index, _) = stage.app.selected().unwrap();
        assert!(index >= stage.app.catalog().len() / 2, "{keys}: {index}");
        assert!(!is_long || stage.app.list().rows.offset() == offset, "{keys}");
    }
}

#[test]
fn a_reload_keeps_selection_filter_and_scroll() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("/ plugin <Enter> <Enter> <C-d>");
        let top = stage.top();
        assert!(top > 0, "{size:?}");
        let (head, rest) = LISTING.split_once("### Almanac").unwrap();
        let (almanac, rest) = rest.split_once("### Dovecote").unwrap();
        let (others, tail) = rest.split_once("## Across").unwrap();
        let reordered = format!("{head}### Dovecote{others}### Almanac{almanac}## Across{tail}");
        reload(&mut stage, &reordered);
        let first = stage.app.catalog().get(0).unwrap().proposal.project.as_deref();
        assert_eq!(first, Some("Dovecote"));
        assert_eq!(stage.selected(), "A plugin system for tide clocks", "{size:?}");
        assert_eq!((stage.top(), stage.app.filter().input.text()), (top, "plugin"), "{size:?}");
    }
}

#[test]
fn a_reload_without_the_selected_proposal_selects_a_neighbour() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("j");
    reload(&mut stage, &LISTING.replace("Read the almanacs of other harbours", "Another title altogether"));
    assert_eq!(stage.selected(), "Another title altogether");
    stage.press("G");
    reload(&mut stage, LISTING.split_once("### Dovecote").unwrap().0);
    assert_eq!(stage.selected(), "A quieter bell");
    reload(&mut stage, "nothing\n");
    assert_eq!((stage.selected(), stage.app.list().len()), ("", 0));
    stage.press("j k G g <Enter> n N { } o O J K v v");
    reload(&mut stage, LISTING);
    assert_eq!(stage.selected(), "A plugin system for tide clocks");
}

#[test]
fn every_proposal_keeps_its_scroll() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Enter> <C-d>");
        let top = stage.top();
        stage.press("<Esc> j <Enter> <Esc>");
        stage.press("k <Enter>");
        assert!(top > 0 && stage.top() == top, "{size:?}: {} is not {top}", stage.top());
        stage.press("z");
        stage.press("z");
        assert_eq!(stage.top(), top, "{size:?}: zoomed and back");
        stage.press("<Esc> p");
        stage.press("p");
        assert_eq!(stage.top(), top, "{size:?}: hidden and shown");
    }
}

#[test]
fn escape_never_quits_and_always_leads_to_the_list() {
    let ways = [
        "",
        "<Enter>",
        "/",
        "/ rust",
        "/ rust <Enter>",
        "/ rust <Enter> <Enter>",
        "/ xyzzy <Enter>",
        "?",
        ": brow",
        "O",
        "O / exa",
        "j o",
        "<Enter> /",
        "<Enter> / clock",
        "<Enter> / clock <Enter> n",
        "<Enter> / clock <Enter> : zz",
        "/ rust <F1>",
        ": <F1>",
        "<Enter> / clock <F1> j",
        "<Tab> z ?",
        "p <Tab>",
        "<Enter> v",
        "y",
        "<Enter> y ?",
        "/ rust <Enter> <Enter> / clock <Enter> O / a",
    ];
    for (keys, size) in ways.iter().flat_map(|keys| SIZES.map(|size| (keys, size))) {
        let mut stage = Stage::new(LISTING, size);
        stage.press(keys).press(&"<Esc> ".repeat(7));
        assert_eq!(asked(&stage), [] as [&Effect; 0], "{keys}");
        assert!(stage.app.layer().is_none() && stage.focus() == Focus::List, "{keys}");
        assert!(!stage.app.filter().is_active() && stage.app.detail().find.is_none(), "{keys}");
    }
}

#[test]
fn q_quits_only_where_nothing_lies_on_top() {
    for keys in ["", "<Enter>", "/ rust <Enter>", "<Tab> z", "? q", "p"] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys).press("q");
        assert_eq!(asked(&stage), [&Effect::Quit], "{keys}");
    }
    for keys in ["?", "/", ":", "O", "y", "F", "<Enter> /", "/ rust <F1>"] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys).press("q");
        assert_eq!(asked(&stage), [] as [&Effect; 0], "{keys}");
    }
    for keys in ["?", "/", ":", "O", "<Enter> /", "<Enter>", ""] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(keys).press("<C-c>");
        assert_eq!(asked(&stage), [&Effect::Quit], "{keys}");
    }
}

/// The effects so far, without those that keep a filter.
fn asked(stage: &Stage) -> Vec<&Effect> {
    stage.effects.iter().filter(|effect| **effect != Effect::KeepFilter).collect()
}

#[test]
fn a_filter_that_is_taken_is_kept() {
    let mut stage = Stage::new(LISTING, WIDE);
    assert_eq!(stage.press("/ rust").effects, []);
    assert_eq!(stage.press("<Enter>").effects, [Effect::KeepFilter]);
}

#[test]
fn printable_keys_are_text_in_every_input() {
    let text: String = (' '..='~').filter(|letter| *letter != ' ').collect();
    for (open, read) in [("/", 0), ("<Enter> /", 1), (":", 2)] {
        let mut stage = Stage::new(LISTING, WIDE);
        stage.press(open);
        for letter in text.chars() {
            stage.press(&letter.to_string());
        }
        let typed = match read {
            0 => stage.app.filter().input.text().to_owned(),
            1 => stage.app.detail().needle().to_owned(),
            _ => menu_text(&stage),
        };
        assert_eq!(typed, text, "{open}");
        assert_eq!(stage.effects, [], "{open}");
    }
}

fn menu_text(stage: &Stage) -> String {
    match stage.app.layer() {
        Some(mentor_tui::app::Layer::Menu(picker)) => picker.narrowing.input.text().to_owned(),
        other => panic!("no menu but {other:?}"),
    }
}

#[test]
fn a_paste_is_text_for_inputs_and_nothing_elsewhere() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.paste("q\u{3}/j\n");
    assert_eq!((stage.effects.len(), stage.focus()), (0, Focus::List));
    stage.press("/").paste("plug\u{1b}\nin");
    assert_eq!(stage.app.filter().input.text(), "plug in");
    stage.press("<Esc> <Enter> /").paste("the clock\r\n");
    assert_eq!(stage.app.detail().needle(), "the clock  ");
    stage.press("<Esc> ?").paste("q");
    assert_eq!(stage.focus(), Focus::Help);
}

#[test]
fn brackets_move_by_projects() {
    let mut stage = Stage::new(LISTING, WIDE);
    let mut seen = Vec::new();
    for keys in ["]", "]", "]", "]", "]", "[", "k k [", "[", "[", "["] {
        seen.push(stage.press(keys).selected().split(' ').next().unwrap().to_owned());
    }
    assert_eq!(seen, ["Deliver", "Plugin", "Find", "A", "A", "Find", "Plugin", "Deliver", "A", "A"]);
    assert_eq!(stage.notice(), "Already at the first project.");
}

#[test]
fn braces_move_by_sections() {
    let mut stage = Stage::new(LISTING, SMALL);
    stage.press("<Enter> }");
    assert_eq!(stage.rows()[2].trim(), "Description");
    stage.press("}");
    assert_eq!(stage.notice(), "");
    assert!(stage.text().contains("Expected Outcome"), "{}", stage.text());
    stage.press("G }");
    assert_eq!(stage.notice(), "No section further down.");
    stage.press("g {");
    assert_eq!((stage.top(), stage.notice()), (0, "No section further up."));
}

#[test]
fn braces_stop_at_headings_within_the_prose() {
    let prose = "> Words.\n>\n> ### Tasks\n>\n> Wire it.\n>\n> ### A heading so long that it takes two rows of its own\n";
    let tail = format!("- Mentors: Ada (@ada)\n\nSay hello.\n\n{}", "Then wait.\n\n".repeat(10));
    let text = format!("# Kestrel\n\n## A lamp\n\n- Skills: Wiring\n- Description:\n\n{prose}\n{tail}");
    let mut stage = Stage::new(&text, SMALL);
    stage.press("<Enter>");
    for heading in ["Description", "Tasks", "A heading so long", "More"] {
        stage.press("}");
        assert!(stage.rows()[2].trim_matches(['│', ' ']).starts_with(heading), "{}", stage.text());
    }
    stage.press("} }");
    assert_eq!(stage.notice(), "No section further down.");
    stage.press("g } } {");
    assert!(stage.rows()[2].contains("Description"), "{}", stage.text());
}

#[test]
fn matches_go_round() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("<Enter> / plugin <Enter>");
    let count = stage.app.viewport().matches.len();
    assert!(count > 5);
    let current = |stage: &Stage| stage.app.detail().find.as_ref().unwrap().current;
    let first = current(&stage);
    stage.press(&"n".repeat(count));
    assert_eq!(current(&stage), first, "all the way round");
    stage.press("g N");
    assert_eq!(current(&stage), count - 1, "from the first to the last");
    assert!(stage.text().contains(&format!("{count}/{count}")));
}

#[test]
fn a_search_goes_on_from_the_list() {
    for size in SIZES {
        let mut stage = Stage::new(LISTING, size);
        stage.press("<Enter> / plugin <Enter> <Tab> n");
        let find = stage.app.detail().find.as_ref().unwrap();
        assert!(!stage.notice().contains("does not occur"), "{size:?}: {}", stage.notice());
        assert!(find.current == 1 || !stage.notice().is_empty(), "{size:?}");
    }
}

#[test]
fn upstream_opens_by_how_many_there_are() {
    let mut stage = Stage::new(LISTING, WIDE);
    stage.press("o");
    let opened = |url: &str| [Effect::Open(url.to_owned())];
    assert_eq!(stage.effects, opened("https://github.com/example-almanac/clock/issues/41"));
    stage.effects.clear();
    stage.press("j o");
    assert_eq!((stage.effects.len(), stage.focus()), (0, Focus::Menu));
    stage.press("/ north <Enter>");
    assert_eq!(stage.effects, opened("https://example.org/almanac/issues/7"));
    stage.effects.clear();
    stage.press("j o");
    assert!(stage.effects.is_empty() && stage.notice().contains("No upstream issue"), "{}", stage.notice());
}

/// The text that is read stays in view when the pane gets another width, and comes back to its row.
#[test]
fn a_resize_keeps_the_place_in_the_text() {
    let words = (100..700).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ");
    let table = "  | a | b |\n  |---|---|\n  | c | long words of a cell that wraps |\n\n";
    let text =
        format!("## P\n\n### T\n\n- Mentor: C (@c)\n- Skills: Go\n- Description:\n\n{table}  {words}\n");
    let mut stage = Stage::new(&text, (120, 20));
    for steps in [14, 31, 40] {
        stage.resize((120, 20)).press("<Enter> g").press(&"j".repeat(steps));
        let top = stage.top();
        let row = stage.rows()[2].clone();
        let word = row.split_whitespace().find(|word| word.starts_with("word")).unwrap();
        for width in [90, 41, 30, 200] {
            stage.resize((width, 20));
            let first = stage.rows().into_iter().find(|row| row.contains("word")).unwrap();
            assert!(first.contains(word), "{word} at {width}:\n{}", stage.text());
        }
        stage.resize((120, 20));
        assert_eq!(stage.top(), top, "and back");
    }
}

#[test]
fn what_nobody_needs_is_offered_as_what_some_welcome() {
    let text = "## P\n\n### A\n\n- Description: a\n- Skills: Go, Helm (optional)\n- Mentor: C (@c)\n";
    let mut stage = Stage::new(text, WIDE);
    stage.press("/ need:helm");
    assert!(stage.rows().iter().any(|row| row.contains("Instead: skill:helm 1")), "{:#?}", stage.rows());
}

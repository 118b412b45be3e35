//! Links: what is reached by hints and by the menu, what a click asks, and what is never offered.

use std::collections::HashSet;

use mentor_tui::app::Layer;
use mentor_tui::app::effect::Effect;
use mentor_tui::app::keymap::Focus;
use mentor_tui::page::facts::PageTarget;

use super::harness::{LISTING, SAMPLE, SIZES, Stage};
use super::mouse::find;

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

/// The hints in view with their targets.
fn hints(stage: &Stage) -> Vec<(String, String)> {
    let Some(Layer::Hints(hints)) = stage.app.layer() else { panic!("no hints:\n{}", stage.text()) };
    hints.iter().map(|(label, spot, _)| (label.to_owned(), spot.leads_to.clone())).collect()
}

#[test]
fn typing_a_hint_follows_its_link() {
    let mut stage = Stage::new(LISTING, TALL);
    stage.press("f");
    let (label, url) = hints(&stage).into_iter().find(|(_, url)| url.ends_with("/handbook")).unwrap();
    stage.press(&label);
    assert_eq!((&stage.effects, stage.focus()), (&vec![Effect::Open(url)], Focus::List));
}

#[test]
fn backspace_deletes_a_letter_of_a_hint_and_escape_closes_them() {
    let text = many_links(40);
    let mut stage = Stage::new(&text, TALL);
    stage.press("<Enter> f");
    let shown = hints(&stage);
    assert_eq!(shown.len(), 40, "and neither the skill nor the mentor: they filter");
    let (label, url) = shown.into_iter().find(|(label, _)| label.len() == 2).unwrap();
    let (first, second) = label.split_at(1);
    stage.press(first);
    let footer = stage.rows().last().unwrap().clone();
    assert!(stage.text().contains(&format!("{label} {url}")), "where it leads is said: {footer}");
    stage.press("<BS>").press("1");
    assert!(stage.notice().starts_with("No hint “1”"), "{}", stage.notice());
    stage.press(first).press("<Esc>");
    assert_eq!((stage.focus(), stage.effects.len()), (Focus::Detail, 0));
    stage.press("f").press(first).press("<BS>").press(first).press(second);
    assert_eq!(stage.effects, [Effect::Open(url)]);
}

/// A proposal with so many links in its text.
fn many_links(count: usize) -> String {
    let links: Vec<String> = (0..count).map(|at| format!("[word {at}](https://example.org/{at})")).collect();
    format!("## P\n\n### T\n\n- Description: {}\n- Skills: b\n- Mentor: C (@c)\n", links.join(", "))
}

/// Every letter of the page can still be read: hints stand in cells that hold no text.
#[test]
fn hints_stand_beside_links_and_cover_no_text() {
    let crowded = many_links(40).replace(", ", "").replace("word ", "词");
    for (text, size) in [LISTING, SAMPLE, &many_links(40), &crowded]
        .into_iter()
        .flat_map(|text| SIZES.map(|size| (text, size)))
    {
        let mut stage = Stage::new(text, size);
        stage.press("<Enter>");
        let before = stage.buffer().clone();
        stage.press("f");
        let Some(Layer::Hints(_)) = stage.app.layer() else { continue };
        let bars = 2;
        for y in 1..size.1 - bars {
            for x in 0..size.0 {
                let (old, new) = (before[(x, y)].symbol(), stage.buffer()[(x, y)].symbol());
                let is_frame = old.chars().all(|c| matches!(c, '\u{2500}'..='\u{257f}'));
                assert!(
                    old == new || old.trim().is_empty() || is_frame,
                    "{old} is {new} at {x},{y}, {size:?}"
                );
            }
        }
        let shown = hints(&stage).first().map(|(label, _)| label.clone()).unwrap();
        assert_ne!(stage.buffer(), &before, "{shown} is seen at {size:?}");
    }
}

#[test]
fn every_link_is_reached_by_a_hint_and_listed_by_the_menu() {
    for (text, size) in [LISTING, SAMPLE].into_iter().flat_map(|text| SIZES.map(|size| (text, size))) {
        let mut stage = Stage::new(text, size);
        stage.press("<Enter> z");
        for _ in 0..stage.app.catalog().len() {
            let (mut left, mut linked) = (HashSet::new(), HashSet::new());
            for target in stage.app.viewport().targets.iter() {
                match target {
                    PageTarget::Address(url) => {
                        linked.insert(url.clone());
                        left.insert(url.clone());
                    }
                    PageTarget::Value(..) => {}
                }
            }
            stage.press("g");
            loop {
                let top = stage.top();
                if !stage.app.viewport().spots.is_empty() {
                    stage.press("f");
                    for (_, url) in hints(&stage) {
                        left.remove(&url);
                    }
                    stage.press("<Esc>");
                }
                stage.press("<PgDn>");
                if stage.top() == top {
                    break;
                }
            }
            assert_eq!(left, HashSet::new(), "{} at {size:?}", stage.selected());
            if !linked.is_empty() {
                stage.press("O");
                let Some(Layer::Menu(menu)) = stage.app.layer() else { panic!("no menu") };
                let listed: HashSet<String> = menu.items().map(|item| item.note.clone()).collect();
                assert!(linked.is_subset(&listed), "{linked:?} in {listed:?}");
                stage.press("<Esc>");
            }
            stage.press("<Esc> j <Enter>");
        }
    }
}

#[test]
fn other_text_under_the_hints_gets_hints_of_its_own() {
    let mut stage = Stage::new(&many_links(30), TALL);
    stage.press("<Enter> f f");
    stage.reread(&many_links(3));
    let shown = hints(&stage);
    assert_eq!(shown.len(), 3);
    stage.press(&shown[1].0);
    assert_eq!(stage.effects, [Effect::Open("https://example.org/1".to_owned())]);
}

#[test]
fn a_click_on_a_link_asks_and_a_second_one_or_enter_opens() {
    let open = [Effect::Open("https://example.org/0".to_owned())];
    let mut stage = Stage::new(&many_links(2), TALL);
    let (x, y) = find(&stage, "word 0");
    stage.click(x, y);
    assert!(stage.notice().starts_with("https://example.org/0 "), "{}", stage.notice());
    assert_eq!((stage.effects.len(), stage.focus()), (0, Focus::Detail));
    assert_eq!(stage.click(x, y).effects, open);
    stage.effects.clear();
    stage.click(x, y).press("<Enter>");
    assert_eq!(stage.effects, open);
    // Another key in between, or another link, and nothing is asked any more.
    stage.effects.clear();
    stage.click(x, y).press("J <Enter>");
    assert_eq!(stage.effects, []);
    let other = find(&stage, "word 1");
    stage.click(x, y).click(other.0, other.1);
    assert_eq!(stage.effects, []);
}

#[test]
fn what_is_no_web_address_is_never_handed_over() {
    for url in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "-https://example.org",
        "https://user:pass@example.org/",
        "https://github.com@example.org/",
        "<https://example.org/a b>",
    ] {
        let text =
            format!("## P\n\n### T\n\n- Description: A [word]({url})\n- Skills: b\n- Mentor: C (@c)\n");
        let mut stage = Stage::new(&text, TALL);
        stage.press("f");
        let (label, _) = hints(&stage).pop().unwrap();
        stage.press(&label);
        assert!(stage.notice().starts_with("Not opened: it"), "{url}: {}", stage.notice());
        let (x, y) = find(&stage, "word");
        stage.click(x, y).click(x, y).press("<Enter> O / word");
        assert!(stage.text().contains("word (cannot be opened)"), "{}", stage.text());
        stage.press("<Enter>");
        assert_eq!(stage.effects, [], "{url}");
        assert!(!stage.text().contains("a@example.org"), "{}", stage.text());
    }
}

#[test]
fn the_menu_copies_and_shows_the_code_of_what_is_selected() {
    let url = "https://example.org/almanac/handbook".to_owned();
    let mut stage = Stage::new(LISTING, TALL);
    stage.press("O / handbook");
    stage.press("<C-y>");
    assert_eq!(stage.effects, [Effect::Copy("address", url.clone())], "also while typing");
    stage.press("<C-r>");
    assert!(matches!(stage.app.layer(), Some(Layer::QrCode(shown)) if shown.url == url));
    stage.press("q");
    assert_eq!(stage.focus(), Focus::Narrowing, "back to the menu");
    stage.press("<Esc> G");
    assert!(stage.rows().last().unwrap().contains("y copy  Q QR code"), "{}", stage.text());
    stage.press("y").press("Q q");
    assert_eq!((stage.effects.len(), stage.focus()), (2, Focus::Menu));
    stage.press("<Esc> s").press("y");
    assert_eq!(stage.effects.len(), 2, "an order has no address");
    assert!(!stage.notice().is_empty());
}

#[test]
fn a_code_is_that_of_the_address_in_the_status_line_else_of_the_issue() {
    let shown = |stage: &Stage| match stage.app.layer() {
        Some(Layer::QrCode(code)) => code.url.clone(),
        other => panic!("no code but {other:?}"),
    };
    let mut stage = Stage::new(LISTING, TALL);
    stage.press("Q");
    assert_eq!(shown(&stage), "https://github.com/example-almanac/clock/issues/41");
    stage.press("<Esc>");
    let (x, y) = find(&stage, "handbook");
    stage.click(x, y).press("Q");
    assert_eq!(shown(&stage), "https://example.org/almanac/handbook");
    // Of several issues one is chosen.
    stage.press("<Esc> <Esc> j Q <Enter>");
    assert_eq!(shown(&stage), "https://example.org/almanac/issues/7");
    assert_eq!(stage.effects, []);
}

#[test]
fn a_link_to_a_heading_goes_to_its_proposal_and_a_relative_one_is_of_the_document() {
    let text = "# L\n\n## P\n\n### One\n\n- Description: [two](#two), [more](more.md), [run](run.sh)\n- Mentor: C (@c)\n\n\
        ## Q\n\n### Two\n\n- Description: [back](#p), [nowhere](#zzz)\n- Mentor: C (@c)\n";
    let mut stage = Stage::new(text, TALL);
    stage.press("O / two <Enter>");
    assert_eq!((stage.selected(), stage.focus()), ("Two", Focus::Detail));
    stage.press("O / nowhere <Enter>");
    assert_eq!(stage.notice(), "No proposal at #zzz in this document.");
    stage.press("O / back <Enter>");
    assert_eq!(stage.selected(), "One", "the first below the heading of its project");
    stage.press("O / more <Enter>");
    assert_eq!(stage.effects, [Effect::OpenFile("more.md".into())]);
    stage.press("O / run <Enter>");
    assert!(stage.notice().starts_with("Not opened: it is no text, page or picture"), "{}", stage.notice());
    let (x, y) = find(&stage, "two");
    stage.click(x, y);
    assert_eq!(stage.selected(), "Two", "a click on it goes there at once");
    stage.press("<Esc> / one <Enter> <Enter> O / two <Enter>");
    assert_eq!((stage.selected(), stage.app.filter().is_active()), ("Two", false), "the filter hid it");
}

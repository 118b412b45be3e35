//! The news: signs in the list, counts in the header, what changed on the page, a menu, and `is:` in the filter.

use std::path::PathBuf;

use mentor_tui::app::news::{Before, News};
use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::page::changes;
use mentor_tui::parse;
use mentor_tui::ui::theme::Theme;
use ratatui::style::Modifier;

use super::harness::{SIZES, Stage};

/// A listing with these proposals: title and description.
fn listing(ideas: &[(&str, &str)]) -> String {
    let idea = |(title, about): &(&str, &str)| {
        format!(
            "### {title}\n\n- Description: {about}\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n\n"
        )
    };
    format!("# Ideas\n\n## Harbour\n\n{}", ideas.iter().map(idea).collect::<String>())
}

const NET: (&str, &str) = ("Mend the net", "The net has small holes, and the fish know it.");
const LAMP: (&str, &str) = ("Turn the lamp", "It stands still.");
const PIER: (&str, &str) = ("Paint the pier", "It is grey.");
const GULLS: (&str, &str) = ("Count the gulls", "One by one.");

fn read(path: &str, text: &str) -> Catalog {
    Catalog::new(vec![parse::listing(Document::new(Origin::File(PathBuf::from(path)), text))])
}

/// A visit after another one, at which the first proposal was opened.
fn visit(then: &str, now: &str, size: (u16, u16)) -> Stage {
    let catalog = read("ideas.md", now);
    let past = changes::all(&read("ideas.md", then)).into_iter().enumerate();
    let before = Before {
        origin: Origin::File(PathBuf::from("ideas.md")),
        proposals: past.map(|(at, past)| (past, at == 0)).collect(),
    };
    let news = News::of(&catalog, &changes::all(&catalog), &[before]);
    let mut stage = Stage::of(catalog, size, Theme::TERMINAL, "ideas.md");
    stage.app.set_news(news);
    stage.draw();
    stage
}

fn second() -> Stage {
    let large = (NET.0, "The net has large holes, and the fish know it.");
    visit(&listing(&[LAMP, NET, PIER]), &listing(&[LAMP, large, GULLS]), (120, 30))
}

/// The row of the list that holds a text.
fn row(stage: &Stage, text: &str) -> String {
    let rows = stage.rows();
    let mut listed = rows.iter().filter_map(|row| row.split('│').next());
    let found = listed.find(|row| row.contains(text)).unwrap_or_else(|| panic!("{text}: {rows:#?}"));
    found.trim_end().to_owned()
}

#[test]
fn what_is_new_and_what_changed_has_a_sign_and_a_count() {
    let stage = second();
    assert_eq!(row(&stage, "Turn the lamp"), "▌  Turn the lamp");
    assert_eq!(row(&stage, "Mend the net"), " ◐ Mend the net");
    assert_eq!(row(&stage, "Count the gulls"), " ● Count the gulls");
    assert!(stage.rows()[0].contains("3 proposals · 1 project  ● 1 new  ◐ 1 changed"), "{}", stage.rows()[0]);
    let narrow = visit(&listing(&[NET]), &listing(&[NET, GULLS]), (34, 12));
    assert!(narrow.rows()[0].contains("2 proposals  ● 1"), "{}", narrow.rows()[0]);
}

#[test]
fn titles_that_were_not_opened_are_bold_until_they_are() {
    let mut stage = second();
    let is_bold = |stage: &Stage, text: &str| {
        let rows = stage.rows();
        let is_listed = |row: &String| row.split('│').next().is_some_and(|row| row.contains(text));
        let y = rows.iter().position(is_listed).unwrap();
        let x = rows[y].chars().position(|letter| letter == text.chars().next().unwrap()).unwrap();
        let cell = &stage.buffer()[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())];
        cell.modifier.contains(Modifier::BOLD)
    };
    stage.press("G");
    let titles = ["Turn the lamp", "Mend the net"];
    assert_eq!(titles.map(|title| is_bold(&stage, title)), [false, true]);
    stage.press("k <Enter> <Esc> G");
    assert_eq!(titles.map(|title| is_bold(&stage, title)), [false, false]);
    let first = Stage::new(&listing(&[LAMP, NET]), (120, 30));
    assert!(!is_bold(&first, "Mend the net"), "at the first visit nothing is");
}

#[test]
fn the_page_tells_what_changed_word_by_word() {
    let mut stage = second();
    stage.press("j");
    let text = stage.text();
    assert!(text.contains("Changed since your last visit"), "{text}");
    assert!(text.contains("Description: The net has small large holes, and the fish know it."), "{text}");
    let y = stage.rows().iter().position(|row| row.contains("small large")).unwrap();
    let row: Vec<char> = stage.rows()[y].chars().collect();
    let at = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let x = row.windows(letters.len()).position(|window| window == letters).unwrap();
        stage.buffer()[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())].modifier
    };
    assert!(at("small").contains(Modifier::CROSSED_OUT) && at("large holes").contains(Modifier::BOLD));
    assert!(!stage.press("k").text().contains("Changed since"));
}

#[test]
fn one_key_lists_all_of_it_and_leads_there() {
    let mut stage = second();
    stage.press("d");
    let text = stage.text();
    for part in [
        "Since your last visit",
        "● Count the gulls",
        "◐ Mend the net",
        "changed: Description",
        "− Paint the pier",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    stage.press("j <Enter>");
    assert_eq!(stage.selected(), "Mend the net");
    stage.press("<Esc> d G <Enter>");
    assert_eq!(stage.notice(), "Not in the listing any more: Paint the pier — Harbour");
    let mut first = Stage::new(&listing(&[LAMP]), (80, 24));
    first.press("d");
    assert_eq!(first.notice(), "Still comparing with your last visit. Try again in a moment.");
    let catalog = read("ideas.md", &listing(&[LAMP]));
    first.app.set_news(News::of(&catalog, &changes::all(&catalog), &[]));
    first.press("d");
    assert_eq!(first.notice(), "This is the first visit; the next one tells what is new.");
    let mut same = visit(&listing(&[LAMP]), &listing(&[(LAMP.0, "It  stands\n  still.")]), (80, 24));
    same.press("d");
    assert_eq!(same.notice(), "Nothing is new, changed or gone since your last visit.");
}

#[test]
fn the_filter_asks_for_it() {
    let mut stage = second();
    for (filter, titles) in [
        ("is:new", vec!["Count the gulls"]),
        ("is:changed", vec!["Mend the net"]),
        ("is:new,changed", vec!["Mend the net", "Count the gulls"]),
        ("is:unread", vec!["Mend the net", "Count the gulls"]),
        ("-is:unread", vec!["Turn the lamp"]),
    ] {
        stage.press("/ <C-u>").paste(filter).press("<Enter>");
        let listed: Vec<&str> = stage
            .app
            .list()
            .proposals()
            .map(|index| stage.app.catalog().get(index).unwrap().proposal.title.as_str())
            .collect();
        assert_eq!(listed, titles, "{filter}");
    }
    stage.press("/ <C-u> is: <Tab> <Tab>");
    assert!(stage.text().contains("is:changed"), "{}", stage.text());
    stage.press("<Esc> <Esc> / <C-u>").paste("is:old");
    assert!(stage.text().contains("is:old ignored – try is:new"), "{}", stage.text());
}

#[test]
fn what_was_opened_leaves_the_list_of_the_unread_with_the_next_filter() {
    let mut stage = second();
    stage.press("/").paste("is:unread").press("<Enter> g <Enter> <Esc>");
    assert_eq!(stage.app.list().len(), 2, "the row stays under the eyes");
    stage.press("/ <C-u>").paste("is:unread").press("<Enter>");
    assert_eq!(stage.app.list().len(), 1);
}

#[test]
fn signs_stay_while_the_document_is_read_again() {
    let mut stage = second();
    let large = (NET.0, "The net has large holes, and the fish know it.");
    stage.reread(&listing(&[LAMP, large, GULLS, PIER]));
    assert_eq!(row(&stage, "Mend the net"), " ◐ Mend the net");
    assert_eq!(row(&stage, "Count the gulls"), " ● Count the gulls");
    assert_eq!(row(&stage, "Paint the pier"), " ● Paint the pier", "it came just now");
    stage.press("G k k");
    assert_eq!(row(&stage, "Paint the pier"), "   Paint the pier", "it was looked at");
    assert_eq!(row(&stage, "Mend the net"), "▌◐ Mend the net", "the last visit is still the same");
}

#[test]
fn of_several_terms_a_proposal_tells_its_line() {
    let term = |name: &str| listing(&[NET]).replace("# Ideas", &format!("# LFX {name}"));
    let text =
        |path: &str, text: &str| parse::listing(Document::new(Origin::File(PathBuf::from(path)), text));
    let listings = vec![text("a.md", &term("2025 Term 1")), text("b.md", &term("2025 Term 3"))];
    let catalog = Catalog::new(listings);
    let news = News::of(&catalog, &changes::all(&catalog), &[]);
    let mut stage = Stage::of(catalog, (120, 30), Theme::TERMINAL, "terms");
    stage.app.set_news(news);
    stage.draw();
    assert!(stage.text().contains("Lineage       continued in LFX 2025 Sep–Nov"), "{}", stage.text());
    stage.press("j");
    assert!(stage.text().contains("Lineage       continued from LFX 2025 Mar–May"), "{}", stage.text());
}

#[test]
fn every_size_shows_news_without_harm() {
    for size in SIZES.into_iter().chain([(20, 5), (21, 6), (60, 8), (200, 50)]) {
        let mut stage = second();
        stage.resize(size).press("j d j j <Esc> <Enter> j");
        assert!(!stage.text().is_empty(), "{size:?}");
    }
}

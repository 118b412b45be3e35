//! Skills as they are written in fields.

use super::*;

fn read_all(value: &str) -> Vec<Skill> {
    let mut skills = Vec::new();
    let whole = Span::new(0, value.len());
    read(value, &Outline::of(value), whole, SkillLevel::Required, &mut skills);
    skills
}

fn skills(value: &str) -> Vec<String> {
    read_all(value).into_iter().map(|skill| skill.text).collect()
}

#[test]
fn levels_come_from_the_words_the_lead_and_the_label() {
    use SkillLevel::{NiceToHave, Required, WillLearn};
    let levels = |value| read_all(value).into_iter().map(|skill| skill.level).collect::<Vec<_>>();
    assert_eq!(levels("Go, Knots (a plus), Nets"), [Required, NiceToHave, Required]);
    assert_eq!(levels("Go, Knots (Optional: nets), Nets"), [Required; 3]);
    assert_eq!(levels("Go; nice to have: Knots, Nets"), [Required, NiceToHave, NiceToHave]);
    assert_eq!(levels("You know:\n- Go\n- Knots is a plus\n"), [Required, NiceToHave]);
    assert_eq!(levels("Nice to have:\n- Go\n\nYou will learn:\n- Knots\n"), [NiceToHave, WillLearn]);
}

#[test]
fn sentences_that_ask_for_more_and_for_less_are_told_apart() {
    use SkillLevel::{NiceToHave, Required};
    let read = |value| read_all(value).into_iter().map(|skill| (skill.text, skill.level)).collect::<Vec<_>>();
    let skill = |text: &str, level| (text.to_owned(), level);
    assert_eq!(
        read("Required: Go, Knots. Nice to have: Nets, Sails"),
        [
            skill("Required: Go", Required),
            skill("Knots", Required),
            skill("Nice to have: Nets", NiceToHave),
            skill("Sails", NiceToHave)
        ]
    );
    assert_eq!(
        read("- You know Go. And C. Knots are optional.\n- Nets. This is a plus. E.g. Trawls"),
        [
            skill("You know Go. And C", Required),
            skill("Knots are optional", NiceToHave),
            skill("Nets. This is a plus", NiceToHave),
            skill("E.g. Trawls", Required),
        ]
    );
    assert_eq!(read("- Nets (e.g. Trawls. Or optional ones)").len(), 1);
}

#[test]
fn a_line_splits_outside_brackets_only() {
    assert_eq!(skills("Go, C++; Design (e.g., A, B), `a,b`."), ["Go", "C++", "Design (e.g., A, B)", "a,b"]);
    assert_eq!(skills("Go, Figma or alike\n(Optional: x, y)"), ["Go", "Figma or alike (Optional: x, y)"]);
    assert_eq!(skills("Go<br>Rust<br/>"), ["Go", "Rust"]);
}

#[test]
fn what_joins_and_what_asks_for_nothing_is_no_skill() {
    assert_eq!(
        skills("Go, and C++, or Java, Android, OR-Tools, etc."),
        ["Go", "C++", "Java", "Android", "OR-Tools"]
    );
    for nothing in ["none", "N/A", "- None.", "TBD", "???", "etc"] {
        assert_eq!(skills(nothing), [""; 0], "{nothing}");
    }
    assert_eq!(skills("Go (maps, C++, Java"), ["Go (maps", "C++", "Java"]);
    assert_eq!(
        skills("Go (maps), C++, \"Go, but not much\", 5\" nails, 3\" nails"),
        ["Go (maps)", "C++", "\"Go, but not much\"", "5\" nails", "3\" nails"]
    );
}

#[test]
fn an_item_is_one_skill() {
    assert_eq!(
        skills("You know:\n- Go, or Rust\n    - [a *link*](https://example.org)\n- Two sentences. Yes."),
        ["Go, or Rust", "a link", "Two sentences. Yes"]
    );
}

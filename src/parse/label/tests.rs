//! Labels in lines.

use super::*;

fn label(line: &str) -> Option<(&str, &str, Option<FieldKind>)> {
    let place = Line { start: 0, depth: 0, opening: Opening::Paragraph };
    let label = read(line, place, &mut Meanings::default())?;
    Some((label.span.of(line), line[label.value..].trim(), label.kind))
}

#[test]
fn decoration_does_not_matter() {
    let skills = Some(FieldKind::Skills);
    for line in [
        "Skills: a",
        "**Skills:** a",
        "**Skills**: a",
        "Skills**: a",
        "__Skills__ : a",
        "🛠 *Skills*： a",
        "-Skills: a",
        "Skills:<br/> a",
        "\\*\\*Skills\\*\\*: a",
    ] {
        assert_eq!(label(line), Some(("Skills", "a", skills)), "{line}");
    }
    for line in ["Skills", "**Skills**<br>", "Skills 🛠", "Skills: |", "Skills\nmore"] {
        let read = label(line).map(|(words, _, kind)| (words, kind));
        assert_eq!(read, Some(("Skills", skills)), "{line}");
    }
}

#[test]
fn bold_words_may_do_without_a_colon() {
    let upstream = Some(FieldKind::Upstream);
    for (line, value) in [
        ("**Upstream Issue** https://example.org/1", "https://example.org/1"),
        ("__Upstream Issue__ [one](https://example.org/1)", "[one](https://example.org/1)"),
        ("- **Upstream Issue** TBD", "TBD"),
        ("**Upstream Issue** – none yet", "none yet"),
        ("**Upstream Issue** - <https://example.org/1>", "<https://example.org/1>"),
        (
            "**Upstream Issue** — the first of many, which nobody has begun to work on yet at all, https://a.b",
            "the first of many, which nobody has begun to work on yet at all, https://a.b",
        ),
    ] {
        assert_eq!(label(line), Some(("Upstream Issue", value, upstream)), "{line}");
    }
    for line in [
        "**Skills** that you need",
        "**Skills** -none",
        "Skills – Go",
        "**Nothing known** https://example.org/1",
        "Issue https://a.b",
    ] {
        assert_eq!(label(line), None, "{line}");
    }
    assert_eq!(label("**Skills** : a"), Some(("Skills", "a", Some(FieldKind::Skills))));
}

#[test]
fn prose_is_no_label() {
    for line in [
        "https://example.org",
        "Golang (Optional: more)",
        "Documentation",
        "It ends. Then: more",
        "[Skills](x): a",
        "**foreign wrappers**, which: a",
        "a very long line of words that goes on: a",
        "",
    ] {
        assert_eq!(label(line), None, "{line}");
    }
}

#[test]
fn a_hard_break_behind_a_bold_line_is_no_value() {
    for mark in ["", "<br>", "<br/>", " <br />", "\\", "  "] {
        let text = format!("**First steps**{mark}\nRead it.\n");
        let place = Line { start: 0, depth: 0, opening: Opening::Paragraph };
        let label = bold_line(&text, place).expect("a label");
        assert_eq!((label.span.of(&text), text[label.value..].trim()), ("First steps", "Read it."), "{mark}");
    }
}

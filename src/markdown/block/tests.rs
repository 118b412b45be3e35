//! Markdown and the blocks that are read from it.

use super::*;
use crate::model::Footnote;

fn read(markdown: &str) -> Prose {
    prose(markdown, &References::default())
}

/// Inlines as text: `s`, `e`, `~` and `c` for marks and `#n` for the link before a bracketed run.
fn show(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        let Inline::Run(run) = inline else {
            text.push('⏎');
            continue;
        };
        let marks = [
            (run.marks.strong, 's'),
            (run.marks.emphasis, 'e'),
            (run.marks.strike, '~'),
            (run.marks.code, 'c'),
        ];
        let marks: String = marks.into_iter().filter(|(on, _)| *on).map(|(_, letter)| letter).collect();
        let link = run.link.map(|link| format!("#{link}")).unwrap_or_default();
        text.extend([&marks, &link, "[", &run.text, "]"]);
    }
    text
}

#[track_caller]
fn paragraph(markdown: &str, inlines: &str, links: &[&str]) {
    let prose = read(markdown);
    let [Block::Paragraph(text)] = prose.blocks.as_slice() else { panic!("{prose:?}") };
    assert_eq!(show(text), inlines, "{markdown}");
    assert_eq!(prose.links, links, "{markdown}");
}

#[test]
fn marks_combine_and_soft_breaks_are_spaces() {
    paragraph("a **b *c*** ~~d~~ `e\nf`\ng  \nh", "[a ]s[b ]se[c][ ]~[d][ ]c[e f][ g]⏎[h]", &[]);
}

#[test]
fn links_are_numbered_in_the_order_of_the_text() {
    paragraph(
        "https://a.org/x_y_z, [b **c**](https://b.org) <https://c.org>",
        "#0[https://a.org/x_y_z][, ]#1[b ]s#1[c][ ]#2[https://c.org]",
        &["https://a.org/x_y_z", "https://b.org", "https://c.org"],
    );
}

#[test]
fn images_are_their_words_and_what_has_none_shows_its_address() {
    paragraph("![alt *t*](https://i.org/a.png)", "#0[alt ]e#0[t]", &["https://i.org/a.png"]);
    paragraph("[![badge](https://i.org)](https://l.org)", "#0[badge]", &["https://l.org"]);
    paragraph("[](https://l.org)", "#0[https://l.org]", &["https://l.org"]);
    paragraph("[\u{200b}](https://l.org)", "#0[\u{200b}https://l.org]", &["https://l.org"]);
    paragraph("[a]() <me@example.org>", "[a me@example.org]", &[]);
}

#[test]
fn references_of_the_document_are_found() {
    let mut references = References::default();
    references.define("Far Away", "https://far.example.org");
    let prose =
        prose("[x][far  away], [far away] [near] [no]\n\n[near]: https://near.example.org", &references);
    let Block::Paragraph(text) = &prose.blocks[0] else { panic!() };
    assert_eq!(show(text), "#0[x][, ]#1[far away][ ]#2[near][ [no]]");
    assert_eq!(
        prose.links,
        ["https://far.example.org", "https://far.example.org", "https://near.example.org"]
    );
}

#[test]
fn html_breaks_marks_links_and_hides_comments() {
    paragraph("a<br>b<BR />c</br>d<br\n/>e", "[a]⏎[b]⏎[c]⏎[d]⏎[e]", &[]);
    paragraph("a <!-- no\nno --> <b>c</b> <u>d</u>", "[a  ]s[c][ <u>d</u>]", &[]);
    paragraph("<b>a <i>*b*</i></b> <code>c</b></code>`d`", "s[a ]se[b][ ]c[cd]", &[]);
    paragraph(
        "<a href=\"https://a.org/?b&amp;c\">d <b>e</b></a></a> <img alt='f' src='g.png'> <img alt=\"h\">",
        "#0[d ]s#0[e][ ]#1[f][ h]",
        &["https://a.org/?b&c", "g.png"],
    );
    paragraph("<div>\n  a <!-- b\n c --> d<br>\n  e &amp; f\n</div>", "[a  d]⏎[e & f]", &[]);
    paragraph("<p><a href='https://a.org'>", "#0[https://a.org]", &["https://a.org"]);
    assert!(read("<!-- a\n\nb -->").blocks.is_empty());
    paragraph("<!-- never closed", "[<!-- never closed]", &[]);
    paragraph("<script>\nalert(1)\n</script>", "[<script>]⏎[alert(1)]⏎[</script>]", &[]);
}

#[test]
fn html_marks_end_with_their_block() {
    let prose = read("<b>a\n\nb</b> c");
    let [Block::Paragraph(first), Block::Paragraph(second)] = prose.blocks.as_slice() else { panic!() };
    assert_eq!((show(first).as_str(), show(second).as_str()), ("s[a]", "[b c]"));
}

#[test]
fn details_hold_what_stands_up_to_their_end() {
    let prose =
        read("<details>\n<summary>a <b>b</b></summary>\n\n- c\n\n</details>\n\nd\n\n> <details>e\n\nf");
    let [Block::Details { summary, blocks }, Block::Paragraph(_), Block::Quote(quoted), Block::Paragraph(_)] =
        prose.blocks.as_slice()
    else {
        panic!("{prose:?}")
    };
    assert_eq!(show(summary), "[a ]s[b]");
    assert!(matches!(blocks.as_slice(), [Block::List(_)]));
    assert!(matches!(quoted.as_slice(), [Block::Details { summary, .. }] if summary.is_empty()));
    let prose = read("<details><summary>a</summary>b</details></details></summary>c");
    let [Block::Details { .. }, Block::Paragraph(after)] = prose.blocks.as_slice() else {
        panic!("{prose:?}")
    };
    assert_eq!(show(after), "[c]");
    let prose = read("| a<details><p>b |\n|-|\n");
    assert!(matches!(prose.blocks.as_slice(), [Block::Table(_)]), "{prose:?}");
}

#[test]
fn footnotes_are_found_here_or_in_the_document_and_else_are_text() {
    let mut references = References::default();
    let markdown = "[^far]: Said *elsewhere*".to_owned();
    references.define_footnote("far", Footnote { markdown, is_referred: true });
    let prose = prose("a[^near] b[^far] c[^none]\n\n[^near]: Said\n\n    here", &references);
    let [Block::Paragraph(text), Block::Footnote { label: near, blocks }, Block::Footnote { label: far, .. }] =
        prose.blocks.as_slice()
    else {
        panic!("{prose:?}")
    };
    assert_eq!(show(text), "[a[near] b[far] c[^none]]");
    assert_eq!((near.as_str(), far.as_str(), blocks.len()), ("[near]", "[far]", 2));
}

#[test]
fn alerts_say_what_they_are() {
    let prose = read("> [!WARNING]\n> a");
    let [Block::Quote(blocks)] = prose.blocks.as_slice() else { panic!() };
    assert!(matches!(blocks.as_slice(), [Block::Paragraph(word), _] if show(word) == "s[Warning]"));
}

#[test]
fn hostile_html_is_linear() {
    for part in
        ["<br ", "<!-- ", "<", "<br", "-->", "http://)", "<a href='", "<img alt=", "<b>", "<details>", "&"]
    {
        let markdown = format!("<div>\n{}", part.repeat((1 << 17) / part.len()));
        assert!(read(&markdown).blocks.len() <= 1, "{part}");
    }
}

#[test]
fn lists_know_start_tightness_and_tasks() {
    let prose = read("7. a\n   - [x] b\n   - [ ] c\n8. d\n\n- e\n\n- f\n");
    let [Block::List(tight), Block::List(loose)] = prose.blocks.as_slice() else { panic!("{prose:?}") };
    assert_eq!((tight.start, tight.tight, tight.items.len()), (Some(7), true, 2));
    assert_eq!((loose.start, loose.tight, loose.items.len()), (None, false, 2));
    let [Block::Paragraph(_), Block::List(tasks)] = tight.items[0].blocks.as_slice() else { panic!() };
    assert_eq!(tasks.items.iter().map(|item| item.task).collect::<Vec<_>>(), [Some(true), Some(false)]);
}

#[test]
fn code_and_tables_are_kept() {
    let prose = read("```rust,ignore\na\n\n  b\n```\n\n|a|b|c|\n|-|:-:|-:|\n|1|\\||\n");
    let [Block::Code { language, text }, Block::Table(table)] = prose.blocks.as_slice() else { panic!() };
    assert_eq!((language.as_deref(), text.as_str()), (Some("rust"), "a\n\n  b"));
    assert_eq!(table.alignments, [Alignment::Left, Alignment::Center, Alignment::Right]);
    assert_eq!(table.rows[0].iter().map(|cell| show(cell)).collect::<Vec<_>>(), ["[1]", "[|]", ""]);
}

#[test]
fn what_is_nested_too_deep_is_flattened_and_kept() {
    for (open, deep) in [("> ", 10_000), ("- ", 10_000), ("1) > ", 3_000)] {
        let prose = read(&format!("{}word", open.repeat(deep)));
        assert!(crate::markdown::plain::plain(&prose).contains("word"), "{open}");
        let mut depth = 0;
        let mut blocks = &prose.blocks;
        while let Some(Block::Quote(inner)) = blocks.first() {
            (depth, blocks) = (depth + 1, inner);
        }
        assert!(depth <= MAX_DEPTH);
    }
}

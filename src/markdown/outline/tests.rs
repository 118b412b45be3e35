//! Outlines of texts.

use super::*;

#[test]
fn only_headings_of_the_top_level_are_structure() {
    let text = "# A *b* `c`\n\n> ## quoted\n\n- item\n  ## nested\n\n```\n## fenced\n```\n\n  ## D ##\n";
    let outline = Outline::of(text);
    let titles: Vec<_> = outline.headings.iter().map(|h| (h.level, h.title.as_str())).collect();
    assert_eq!(titles, [(1, "A b c"), (2, "D")]);
    assert_eq!(outline.headings[1].words.of(text), "D");
    assert!(outline.open_fences.is_empty());
}

#[test]
fn prose_above_a_rule_is_no_heading() {
    let text = "Title\n---\n\nSome words that end.\n---\n\ntwo\nlines\n---\n\nSee https://example.org/1\n---\n\nMentors: A\n---\n";
    let titles: Vec<_> = Outline::of(text).headings.into_iter().map(|h| h.title).collect();
    assert_eq!(titles, ["Title"]);
}

#[test]
fn lines_know_what_they_begin() {
    let text =
        "one\ntwo\n\n- three\n  - **four**\n\n  five\n\n> six\n\n> seven\n> eight\n\n| a |\n|---|\n| b |\n";
    let lines: Vec<_> =
        Outline::of(text).lines.iter().map(|l| (&text[l.start..l.start + 3], l.depth, l.opening)).collect();
    assert_eq!(
        lines,
        [
            ("one", 0, Opening::Paragraph),
            ("two", 0, Opening::Continuation),
            ("thr", 1, Opening::Item),
            ("**f", 2, Opening::Item),
            ("fiv", 1, Opening::Paragraph),
            ("six", 0, Opening::Quote),
        ]
    );
}

#[test]
fn tables_know_their_cells() {
    let text = "| a | b\\|c |\n|---|---|\n| **d**<br>e | |\n";
    let tables = Outline::of(text).tables;
    let cells: Vec<Vec<_>> =
        tables[0].rows.iter().map(|row| row.iter().map(|cell| cell.of(text)).collect()).collect();
    assert_eq!(cells, [["a", "b\\|c"], ["**d**<br>e", ""]]);
}

#[test]
fn a_fence_without_an_end_is_told() {
    assert_eq!(Outline::of("```\n# x\n").open_fences.len(), 1);
    assert_eq!(Outline::of("~~~~\n# x\n~~~\n").open_fences.len(), 1);
    assert_eq!(Outline::of("> ```\n> x\n> ```\n").open_fences.len(), 0);
}

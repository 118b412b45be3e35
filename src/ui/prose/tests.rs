//! The look of prose, and the laws that hold for every prose.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::layout;
use crate::markdown::block::{Prose, prose};
use crate::markdown::plain::plain;
use crate::model::References;
use crate::model::safe;
use crate::ui::row::{Break, Role, Row, Tone};
use crate::ui::text;

const ALL: &str = include_str!("tests/all.md");

fn read(markdown: &str) -> Prose {
    prose(markdown, &References::default())
}

fn laid(markdown: &str, width: usize) -> Vec<Row> {
    layout(&read(markdown), width)
}

fn cells(row: &Row) -> usize {
    row.pieces.iter().map(|piece| text::width(&piece.text)).sum()
}

/// One letter for a tone: `t`ext, `e`mphasised, `s`truck, `c`ode, `k` a block of it, `l`ink, `-` mark, `q`uiet, `p`roblem,
/// la`b`el, si`g`n of a skill, the level of a heading; upper case where it is strong.
fn letter(tone: Tone) -> char {
    let letter = match tone.role {
        Role::Text if tone.strike => 's',
        Role::Text if tone.emphasis => 'e',
        Role::Text => 't',
        Role::Title => 'h',
        Role::Heading(level) => char::from(b'0' + level),
        Role::Label | Role::Section => 'b',
        Role::Have | Role::Missing | Role::Plus => 'g',
        Role::Code => 'c',
        Role::Listing => 'k',
        Role::Link => 'l',
        Role::Mark => '-',
        Role::Quiet => 'q',
        Role::Problem(_) => 'p',
    };
    if tone.strong { letter.to_ascii_uppercase() } else { letter }
}

/// Rows between bars, and below each the tone of every cell.
fn dump(rows: &[Row], width: usize) -> String {
    let mut dump = String::new();
    for row in rows {
        let follows = match row.follows {
            Break::Hard => ' ',
            Break::Space => '+',
            Break::Word => '=',
        };
        let fill = " ".repeat(width - cells(row));
        let tones: String = row
            .pieces
            .iter()
            .flat_map(|piece| std::iter::repeat_n(letter(piece.tone), text::width(&piece.text)))
            .collect();
        writeln!(dump, "{follows}|{}{fill}|\n  {tones}", row.text()).unwrap();
    }
    dump
}

#[test]
fn every_construct_at_24_cells() {
    insta::assert_snapshot!(dump(&laid(ALL, 24), 24));
}

#[test]
fn every_construct_at_40_cells() {
    insta::assert_snapshot!(dump(&laid(ALL, 40), 40));
}

#[test]
fn every_construct_at_80_cells() {
    insta::assert_snapshot!(dump(&laid(ALL, 80), 80));
}

#[test]
fn every_construct_at_120_cells() {
    insta::assert_snapshot!(dump(&laid(ALL, 120), 120));
}

#[track_caller]
fn wraps(markdown: &str, width: usize, expected: &[&str]) {
    let rows = laid(markdown, width);
    assert_eq!(rows.iter().map(Row::text).collect::<Vec<_>>(), expected, "{markdown}");
    assert!(rows.iter().all(|row| cells(row) <= width), "{rows:?}");
}

#[test]
fn words_wrap_at_spaces_and_break_at_the_edge() {
    wraps("one two  three", 7, &["one two", "three"]);
    wraps("one two three", 6, &["one", "two", "three"]);
    wraps("abcdefgh ij", 3, &["abc", "def", "gh", "ij"]);
    wraps("a&nbsp;b c", 4, &["a\u{a0}b", "c"]);
    wraps("ab cd&nbsp;ef", 6, &["ab", "cd\u{a0}ef"]);
    wraps("a **b**c d", 3, &["a", "bc", "d"]);
    wraps("a", 0, &[]);
}

#[test]
fn addresses_break_behind_punctuation() {
    wraps(
        "see https://example.org/one/two-three?four=five",
        20,
        &["see", "https://example.org/", "one/two-three?four=", "five"],
    );
    wraps("https://example.org/abcdefghijklmnop", 12, &["https://", "example.org/", "abcdefghijkl", "mnop"]);
}

#[test]
fn ideographs_break_anywhere_but_before_closing_punctuation() {
    wraps("中文文字", 5, &["中文", "文字"]);
    wraps("中文。", 4, &["中", "文。"]);
    wraps("中「文」字", 6, &["中", "「文」", "字"]);
    wraps("用Rust写", 6, &["用Rust", "写"]);
    wraps("한국어 문장", 8, &["한국어", "문장"]);
}

#[test]
fn graphemes_stay_whole() {
    wraps("👩\u{200d}🚀👩\u{200d}🚀", 3, &["👩\u{200d}🚀", "👩\u{200d}🚀"]);
    wraps("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
    wraps("a\u{200b}b\u{feff}c", 3, &["abc"]);
    wraps("*👩\u{200d}*🚀 a", 4, &["👩\u{200d}🚀 a"]);
    wraps("a`\u{301}`- b", 3, &["a\u{301}-", "b"]);
    wraps("a1\u{fe0f}\u{20e3}b", 3, &["a1\u{fe0f}\u{20e3}", "b"]);
    wraps("漢a", 1, &["\u{fffd}", "a"]);
    wraps("\u{1100}\u{1100}\u{1100}", 2, &["\u{1100}", "\u{1100}", "\u{1100}"]);
}

#[test]
fn rows_say_how_they_follow() {
    let follows =
        |markdown: &str, width| laid(markdown, width).iter().map(|row| row.follows).collect::<Vec<_>>();
    assert_eq!(follows("one two", 4), [Break::Hard, Break::Space]);
    assert_eq!(follows("onetwo", 4), [Break::Hard, Break::Word]);
    assert_eq!(follows("漢字漢", 4), [Break::Hard, Break::Word]);
    assert_eq!(follows("one  \ntwo", 9), [Break::Hard, Break::Hard]);
    assert_eq!(follows("    one two", 6), [Break::Hard, Break::Word]);
}

#[test]
fn lists_keep_their_numbers_and_hang() {
    wraps("9. a\n10. b c d", 7, &[" 9. a", "10. b c", "    d"]);
    wraps("-\n- a", 9, &["•", "• a"]);
    wraps("- > a\n  > b\n- ```\n  c\n  ```", 9, &["• │ a b", "•   c"]);
    wraps("18446744073709551615. a", 30, &["18446744073709551615. a"]);
}

#[test]
fn tables_fit_or_are_stacked() {
    let table = format!("|A|Name|\n|-|---:|\n|x|one {}|\n||y|", "two ".repeat(15));
    let (twos, gap) = ("two ".repeat(13), " ".repeat(51));
    wraps(
        &table,
        60,
        &[
            &format!("A │ {gap} Name"),
            &format!("──┼─{}", "─".repeat(56)),
            &format!("x │  one {}", twos.trim_end()),
            &format!("  │ {}two two", " ".repeat(49)),
            &format!("  │ {gap}    y"),
        ],
    );
    wraps("|A|Name|\n|-|-|\n|x|y|", 59, &["A: x", "Name: y"]);
    wraps("|A|Name|\n|-|-|\n|x|one two|\n||y|", 6, &["A: x", "Name:", "one", "two", "", "A:", "Name:", "y"]);
    let columns = format!("|{}\n|{}\n|{}", "name|".repeat(20), "-|".repeat(20), "value|".repeat(20));
    assert!(
        laid(&columns, 80).iter().all(|row| row.text() == "name: value"),
        "too many to stand side by side"
    );
}

#[test]
fn a_long_label_of_a_stacked_table_stands_whole_once() {
    let markdown = format!("| {} |\n|---|\n| a |\n| b |\n| c |\n", "label ".repeat(100));
    let text: String = laid(&markdown, 40).iter().map(Row::text).collect();
    assert!((100..200).contains(&text.matches("label").count()), "{text}");
    assert_eq!(text.matches('…').count(), 2, "{text}");
}

#[test]
fn links_are_pieces_with_their_index() {
    let rows = laid("[a](https://a.org) b https://c.org", 40);
    let pieces: Vec<_> = rows[0].pieces.iter().map(|piece| (piece.text.as_str(), piece.link)).collect();
    assert_eq!(pieces, [("a", Some(0)), (" b ", None), ("https://c.org", Some(1))]);
}

#[test]
fn deep_nesting_keeps_room_for_its_words() {
    for width in [1, 2, 24, 80] {
        for open in ["> ", "- ", "1. > "] {
            let rows = laid(&format!("{}word", open.repeat(3_000)), width);
            assert!(rows.iter().all(|row| cells(row) <= width));
            assert!(words(&rows).contains("word"), "{open} {width}");
        }
    }
}

#[test]
fn hostile_sizes_are_linear() {
    let texts = [
        "x".repeat(1 << 18),
        "漢".repeat(1 << 14),
        "\u{301}".repeat(1 << 15),
        "*\u{1F1E9}*".repeat(1 << 12),
        "-=&".repeat(1 << 14),
        "- a\n".repeat(10_000),
        format!("|{}\n|{}\n", "a|".repeat(5_000), "-|".repeat(5_000)),
    ];
    for text in texts {
        assert!(!laid(&text, 40).is_empty());
    }
    assert!(!laid("---", usize::MAX).is_empty());
}

/// The letters and digits that the author wrote, as they stand in the rows.
fn words(rows: &[Row]) -> String {
    let pieces = rows.iter().flat_map(|row| &row.pieces);
    let written = pieces.filter(|piece| !matches!(piece.tone.role, Role::Mark | Role::Quiet));
    written.flat_map(|piece| piece.text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

const FRAGMENTS: [&str; 44] = [
    "\n",
    "\n\n",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "# ",
    "```\n",
    "    ",
    "|a|b|\n|-|:-:|\n",
    "|",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "[",
    "](u)",
    "![",
    "<br>",
    "<!--",
    "-->",
    "https://example.org/a_b",
    "<div>",
    "<b>",
    "</b>",
    "<a href=\"https://example.org/h\">",
    "</a>",
    "<img alt=a src=b>",
    "<details>",
    "<summary>",
    "</summary>",
    "[^1]",
    "\n[^1]: ",
    "\\",
    "&nbsp;",
    "- [x] ",
    "---\n",
    "\t",
    "漢字。",
    "👩\u{200d}🚀",
    "e\u{301}",
    "  \n",
    "\u{1100}\u{1100}\u{1100}",
];

fn markdown() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => proptest::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        2 => "[a-z]{1,12} ?",
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn rows_fit_and_lose_no_word(markdown in markdown(), width in 1usize..=200) {
        let prose = read(&markdown);
        let rows = layout(&prose, width);
        for row in &rows {
            prop_assert!(cells(row) <= width, "{:?}", row);
            prop_assert!(row.pieces.iter().all(|piece| safe(&piece.text) == piece.text));
            prop_assert!(row.pieces.windows(2).all(|two| (two[0].tone, two[0].link) != (two[1].tone, two[1].link)));
        }
        // Below four cells a wide character may have to give way to U+FFFD.
        let kept = |c: &char| c.is_alphanumeric() && (width >= 4 || c.is_ascii());
        let mut written: Vec<char> = plain(&prose).chars().filter(kept).collect();
        let mut shown: Vec<char> = words(&rows).chars().filter(kept).collect();
        if prose.has_table() {
            // Cells stand side by side, and labels are repeated.
            written.sort_unstable();
            shown.sort_unstable();
            let mut rest = shown.iter();
            prop_assert!(written.iter().all(|c| rest.any(|shown| shown == c)));
        } else {
            prop_assert_eq!(written, shown);
        }
    }

    #[test]
    fn every_link_is_reached(markdown in markdown(), width in 1usize..=200) {
        // A link of nothing but a combining mark joins the letter before it.
        let ascii: String = markdown.chars().filter(char::is_ascii).collect();
        let prose = read(&ascii);
        let rows = layout(&prose, width);
        let reached: BTreeSet<usize> = rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| piece.link).collect();
        prop_assert_eq!(reached, (0..prose.links.len()).collect());
    }
}

impl Prose {
    fn has_table(&self) -> bool {
        format!("{:?}", self.blocks).contains("Table(")
    }
}

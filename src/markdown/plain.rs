//! Plain text: Markdown without its marks, and text without what a terminal would obey.

use std::borrow::Cow;

use crate::markdown::block::{Block, Inline, Prose};

/// A text that a terminal shows and never obeys.
///
/// Control characters (C0, DEL, C1), bidirectional controls and the line and paragraph separators
/// each become U+FFFD, so that it stays visible that something was there; a tab becomes a space
/// and characters without width that only hide (U+200B, U+2060, U+FEFF) go. Joiners and variation
/// selectors stay: emoji and Persian need them. Split lines first: their ends are controls, too.
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(|c| shown(c) != Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(shown).collect())
}

/// What to show for a character.
fn shown(character: char) -> Option<char> {
    match character {
        ' '..='~' => Some(character),
        '\t' => Some(' '),
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ if character.is_control() => Some(char::REPLACEMENT_CHARACTER),
        _ => Some(character),
    }
}

/// The words of prose without marks: a line for each paragraph, heading, code line and table cell.
/// As the author wrote them: not [`safe`] yet.
#[must_use]
pub fn plain(prose: &Prose) -> String {
    let mut text = String::new();
    blocks(&prose.blocks, &mut text);
    text
}

fn blocks(blocks_here: &[Block], text: &mut String) {
    for block in blocks_here {
        match block {
            Block::Paragraph(inlines) | Block::Heading { text: inlines, .. } => line(inlines, text),
            Block::Code { text: code, .. } => {
                text.push_str(code);
                text.push('\n');
            }
            Block::List(list) => list.items.iter().for_each(|item| blocks(&item.blocks, text)),
            Block::Quote(inside) | Block::Footnote { blocks: inside, .. } => blocks(inside, text),
            Block::Details { summary, blocks: folded } => {
                if !summary.is_empty() {
                    line(summary, text);
                }
                blocks(folded, text);
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.filter(|cell| !cell.is_empty()).for_each(|cell| line(cell, text));
            }
            Block::Rule => {}
        }
    }
}

fn line(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => text.push_str(&run.text),
            Inline::Break => text.push('\n'),
        }
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::block::prose;
    use crate::model::References;

    #[test]
    fn nothing_that_a_terminal_obeys_gets_through() {
        assert_eq!(safe("a\u{1b}]8;;x\u{7}b"), "a\u{fffd}]8;;x\u{fffd}b");
        assert_eq!(safe("\u{9b}31m\u{7f}\u{85}"), "\u{fffd}31m\u{fffd}\u{fffd}");
        assert_eq!(safe("\u{202e}gnp\u{2066}\u{200f}\u{61c}"), "\u{fffd}gnp\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(safe("a\u{2028}b\u{2029}\n"), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(safe("a\tb"), "a b");
        assert_eq!(safe("\u{feff}zero\u{200b}width\u{2060}"), "zerowidth");
    }

    #[test]
    fn what_is_harmless_is_borrowed() {
        for text in
            ["", "plain ~ text", "naïve — “quoted”", "👩\u{200d}🚀 ☺\u{fe0f}", "می\u{200c}خواهم", "漢字"]
        {
            assert!(matches!(safe(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn plain_text_has_the_words_and_not_the_marks() {
        let markdown = "# A *b*\n\n- c `d`\n- [e](x)\n\n> f\n\n```\ng\nh\n```\n\n|i|j|\n|-|-|\n|k||\n";
        assert_eq!(plain(&prose(markdown, &References::default())), "A b\nc d\ne\nf\ng\nh\ni\nj\nk\n");
    }
}

//! Plain text: Markdown without its marks.

use crate::markdown::block::{Block, Inline, Prose};

/// The words of prose without marks: a line for each paragraph, heading, code line and table cell.
/// As the author wrote them: not [`safe`](crate::model::safe()) yet.
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
    fn plain_text_has_the_words_and_not_the_marks() {
        let markdown = "# A *b*\n\n- c `d`\n- [e](x)\n\n> f\n\n```\ng\nh\n```\n\n|i|j|\n|-|-|\n|k||\n";
        assert_eq!(plain(&prose(markdown, &References::default())), "A b\nc d\ne\nf\ng\nh\ni\nj\nk\n");
    }
}

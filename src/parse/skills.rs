//! Skills: the items of a list, or the parts of a line.

use super::blocks::{self, Block};
use crate::markdown::inline;
use crate::markdown::outline::Outline;
use crate::model::{Skill, Span};

/// Adds the skills of one field's value.
pub(super) fn read(text: &str, outline: &Outline<'_>, value: Span, skills: &mut Vec<Skill>) {
    let blocks = blocks::blocks(text, outline, value);
    skills.reserve(blocks.len());
    for (number, &block) in blocks.iter().enumerate() {
        let next = blocks.get(number + 1);
        if block.item {
            push(text, block.span, skills);
        } else if !introduces(text, block, next) {
            for part in blocks::split(text, block.span, separator) {
                push(text, part, skills);
            }
        }
    }
}

/// Whether a paragraph only says that a list comes.
fn introduces(text: &str, block: Block, next: Option<&Block>) -> bool {
    next.is_some_and(|next| next.item) && block.span.of(text).trim_end_matches(['*', '_']).ends_with(':')
}

fn separator(rest: &str) -> Option<usize> {
    match rest.chars().next()? {
        c @ (',' | ';' | '，' | '；' | '、') => Some(c.len_utf8()),
        '<' => blocks::line_break(rest),
        _ => None,
    }
}

fn push(text: &str, span: Span, skills: &mut Vec<Skill>) {
    let words = inline::plain(span.of(text));
    if words.chars().any(char::is_alphanumeric) {
        let text = match words.strip_suffix('.') {
            Some(words) => words.trim_end().to_owned(),
            None => words.into_owned(),
        };
        skills.push(Skill { text, span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skills(value: &str) -> Vec<String> {
        let mut skills = Vec::new();
        read(value, &Outline::of(value), Span::new(0, value.len()), &mut skills);
        skills.into_iter().map(|skill| skill.text).collect()
    }

    #[test]
    fn a_line_splits_outside_brackets_only() {
        assert_eq!(
            skills("Go, C++; Design (e.g., A, B), `a,b`."),
            ["Go", "C++", "Design (e.g., A, B)", "a,b"]
        );
        assert_eq!(skills("Go, Figma or alike\n(Optional: x, y)"), ["Go", "Figma or alike (Optional: x, y)"]);
        assert_eq!(skills("Go<br>Rust<br/>"), ["Go", "Rust"]);
    }

    #[test]
    fn an_item_is_one_skill() {
        assert_eq!(
            skills("You know:\n- Go, or Rust\n    - [a *link*](https://example.org)\n- Two sentences. Yes."),
            ["Go, or Rust", "a link", "Two sentences. Yes"]
        );
    }
}

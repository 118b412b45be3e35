//! Skills: the items of a list, or the parts of a line.

use super::blocks::{self, Block};
use super::level;
use crate::markdown::inline;
use crate::markdown::outline::Outline;
use crate::model::{Skill, SkillLevel, Span};

/// Adds the skills of one field's value, whose label asks for them as much as `asked`.
pub(super) fn read(
    text: &str,
    outline: &Outline<'_>,
    value: Span,
    asked: SkillLevel,
    skills: &mut Vec<Skill>,
) {
    let blocks = blocks::blocks(text, outline, value);
    skills.reserve(blocks.len());
    let mut lead = asked;
    for (number, &block) in blocks.iter().enumerate() {
        let next = blocks.get(number + 1);
        if block.item {
            push(text, block.span, lead, skills);
        } else if introduces(text, block, next) {
            lead = level::of_lead(block.span.of(text)).unwrap_or(asked);
        } else {
            read_line(text, block.span, asked, skills);
        }
    }
}

/// Adds the parts of a line. What stands before a colon in one (`nice to have: …`) speaks of the
/// parts after it, too.
fn read_line(text: &str, line: Span, asked: SkillLevel, skills: &mut Vec<Skill>) {
    let mut lead = asked;
    for part in blocks::split(text, line, separator) {
        if let Some((before, _)) = part.of(text).split_once(':').filter(|(before, _)| !before.contains('(')) {
            lead = level::of_lead(before).unwrap_or(lead);
        }
        push(text, part, lead, skills);
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

fn push(text: &str, span: Span, lead: SkillLevel, skills: &mut Vec<Skill>) {
    let words = inline::plain(span.of(text));
    if words.chars().any(char::is_alphanumeric) {
        let text = match words.strip_suffix('.') {
            Some(words) => words.trim_end().to_owned(),
            None => words.into_owned(),
        };
        let level = level::of_words(&text).unwrap_or(lead);
        skills.push(Skill { text, span, level });
    }
}

#[cfg(test)]
mod tests {
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

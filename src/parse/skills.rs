//! Skills: the items of a list, or the parts of a line.

use super::blocks::{self, Block};
use super::{heading_words, skill_level};
use crate::markdown::inline;
use crate::markdown::outline::Outline;
use crate::model::{Skill, SkillLevel, Span};

/// Words that end with a full stop and end no sentence.
const ABBREVIATIONS: &[&str] = &["e.g", "i.e", "vs", "incl", "approx", "esp"];
/// The words that join the last part of a line to those before it.
const CONJUNCTIONS: &[&str] = &["and", "or"];
/// The words that a sentence begins with which speaks of the one before it.
const REFERRING: &[&str] =
    &["all", "any", "both", "but", "either", "it", "not", "that", "these", "they", "this", "those"];

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
            each_sentence(text, block.span, |sentence| push(text, sentence, lead, skills));
        } else if introduces(text, block, next) {
            lead = skill_level::of_lead(block.span.of(text)).unwrap_or(asked);
        } else {
            read_line(text, block.span, asked, skills);
        }
    }
}

/// Adds the parts of a line. What stands before a colon in one (`nice to have: …`) speaks of the
/// parts after it, too.
fn read_line(text: &str, line: Span, asked: SkillLevel, skills: &mut Vec<Skill>) {
    let mut lead = asked;
    let mut add = |part: Span| {
        if let Some((before, _)) = part.of(text).split_once(':').filter(|(before, _)| !before.contains('(')) {
            lead = skill_level::of_lead(before).unwrap_or(lead);
        }
        push(text, part, lead, skills);
    };
    for part in blocks::split(text, line, separator) {
        each_sentence(text, part, &mut add);
    }
}

/// Takes the sentences of a part, those together that ask for what they name as much: one skill may be
/// required and the one after it optional. Mostly a part is taken whole.
fn each_sentence(text: &str, part: Span, mut take: impl FnMut(Span)) {
    let words = part.of(text);
    // Most parts have no full stop but their last character.
    if memchr::memchr(b'.', words.as_bytes()).is_none_or(|at| at + 1 == words.len()) {
        return take(part);
    }
    let (mut run, mut start, mut before) = (0, 0, None);
    for end in sentence_ends(words).chain([words.len()]) {
        if end < words.len() && refers_back(&words[end..]) || end == words.len() && start == 0 {
            continue;
        }
        let level = skill_level::of_words(&words[start..end]);
        if before.is_some_and(|before| before != level) {
            take(Span::new(part.start + run, part.start + start).trim(text));
            run = start;
        }
        (before, start) = (Some(level), end);
    }
    take(Span::new(part.start + run, part.end).trim(text));
}

/// Where sentences end within a text, its own end left out: after a full stop outside brackets, before
/// a capital letter.
fn sentence_ends(words: &str) -> impl Iterator<Item = usize> {
    let mut depth = 0_usize;
    memchr::memchr3_iter(b'.', b'(', b')', words.as_bytes()).filter_map(move |at| {
        match words.as_bytes()[at] {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && ends_sentence(&words[..at], &words[at + 1..]) => return Some(at + 1),
            _ => {}
        }
        None
    })
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let begins = |rest: &str| rest.trim_start_matches(['*', '_', '[', '`']).starts_with(char::is_uppercase);
    let last = || before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    after.starts_with(char::is_whitespace)
        && begins(after.trim_start())
        && !last().is_empty()
        && !ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(last()))
}

/// Whether a sentence speaks of what the one before it names (`This is a plus.`).
fn refers_back(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| REFERRING.iter().any(|known| known.eq_ignore_ascii_case(first)))
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
    let said = words.strip_suffix('.').map_or(&*words, str::trim_end);
    let text = without_conjunction(said);
    if text.chars().any(char::is_alphanumeric) && !is_none(text) {
        let level = skill_level::of_words(said).unwrap_or(lead);
        let text = if text.len() == words.len() { words.into_owned() } else { text.to_owned() };
        skills.push(Skill { text, span, level });
    }
}

/// A part without the word that joins it to those before it.
fn without_conjunction(part: &str) -> &str {
    let joined = |word: &&str| {
        let begins = part.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        begins && part[word.len()..].starts_with(' ')
    };
    if !part.starts_with(['a', 'A', 'o', 'O']) {
        return part;
    }
    CONJUNCTIONS.iter().find(|word| joined(word)).map_or(part, |word| part[word.len()..].trim_start())
}

/// Whether a part names no skill: nothing is asked for, or more of the same.
fn is_none(part: &str) -> bool {
    // Few parts are as short: the others need not be looked up.
    const LONGEST: usize = 5;
    let word = part.trim_end_matches('.');
    part.len() <= LONGEST && (word.eq_ignore_ascii_case("etc") || heading_words::is_undecided(word))
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
    fn sentences_that_ask_for_more_and_for_less_are_told_apart() {
        use SkillLevel::{NiceToHave, Required};
        let read =
            |value| read_all(value).into_iter().map(|skill| (skill.text, skill.level)).collect::<Vec<_>>();
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
        assert_eq!(
            skills("Go, C++; Design (e.g., A, B), `a,b`."),
            ["Go", "C++", "Design (e.g., A, B)", "a,b"]
        );
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
}

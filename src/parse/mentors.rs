//! Mentors: the people of a field, however they are listed.

use super::aside;
use super::blocks::{self, Block};
use super::person::{self, Person};
use super::person_words;
use super::template_entry;
use crate::markdown::outline::Outline;
use crate::model::{Mentor, References, Span};

/// The words between two people.
const BETWEEN: &[&str] = &[" and ", " or ", " / "];
/// The words after a name and a comma that belong to it.
const TITLES: &[&str] = &["phd", "ph.d", "msc", "bsc", "mba", "md", "jr", "sr", "esq", "ii", "iii", "iv"];

/// Only so many gaps of one part are looked at: more are no list of people.
const MOST_GAPS: usize = 16;

/// The mentors of a proposal, as their fields are read.
#[derive(Debug, Default)]
pub(super) struct Mentors {
    /// The people, in order.
    pub(super) people: Vec<Mentor>,
    /// The entries in which nobody was recognised.
    pub(super) unread: Vec<Span>,
}

/// Reads the people of a field's value. `primary` says that its label already calls them so.
pub(super) fn read(text: &str, outline: &Outline<'_>, value: Span, primary: bool) -> Mentors {
    let mut mentors = Mentors::default();
    let mut people = Vec::new();
    let blocks = blocks::blocks(text, outline, value);
    for (number, block) in blocks.iter().enumerate() {
        let names = aside::end_of_names(block.span.of(text));
        let block = &Block { span: Span::new(block.span.start, block.span.start + names), ..*block };
        if aside::instructs(block.span.of(text)) {
            mentors.unread.push(block.span);
        } else if let Some(name) = aside::chat_name(text, block.span) {
            mentors.people.push(Mentor {
                name: name.of(text).to_owned(),
                github: None,
                email: None,
                primary,
                span: block.span,
            });
        } else if let Some(mentor) = template_entry::read(block.span.of(text), block.span) {
            mentors.people.push(Mentor { primary, ..mentor });
        } else if block.item || !block.span.of(text).ends_with(':') {
            let before = mentors.people.len() + mentors.unread.len();
            read_people(text, &outline.references, block.span, &mut people);
            settle(&mut people, block.span, primary, &mut mentors);
            if mentors.people.len() + mentors.unread.len() == before {
                mentors.unread.push(block.span);
            }
        } else if !blocks.get(number + 1).is_some_and(|next| next.item) {
            // With a list below it would only say that people come.
            mentors.unread.push(block.span);
        }
    }
    mentors
}

/// Reads the people of a block, each with the parts that speak of them.
fn read_people<'a>(
    text: &'a str,
    references: &'a References,
    span: Span,
    people: &mut Vec<(Person<'a>, Span)>,
) {
    let is_one = inverted_name(span.of(text));
    let parts = if is_one { vec![span] } else { blocks::split(text, span, separator) };
    let parts = parts.into_iter().filter_map(|part| without_and(text, part));
    let parts =
        parts.filter(|part| !aside::is_chat(part.of(text)) && !person_words::is_nobody(part.of(text)));
    let parts: Vec<(Person<'_>, Span)> =
        parts.flat_map(|part| handles(text, part)).flat_map(|part| apart(text, references, part)).collect();
    // One name among several handles is one of several people.
    let handles = parts.iter().filter(|(person, _)| person.is_handle_alone()).count();
    let are_handles = handles >= 2 && parts.iter().filter(|(person, _)| person.has_name()).count() < 2;
    let mut is_affiliation = false;
    for (mut person, part) in parts {
        let goes_on = std::mem::take(&mut is_affiliation);
        if let Some((open, whole)) = people.last_mut() {
            if person.forget_affiliation(open) {
                is_affiliation = true;
                if goes_on {
                    *whole = Span::new(whole.start, part.start);
                }
            }
            if person.is_nothing() {
                *whole = Span::new(whole.start, part.end);
                continue;
            }
        } else if person.is_nothing() {
            continue;
        }
        match people.last_mut() {
            Some((open, whole)) if !are_handles && open.takes(&person) && !sets_apart(text, *whole, part) => {
                open.absorb(&person);
                *whole = Span::new(whole.start, part.end);
            }
            _ => people.push((person, part)),
        }
    }
}

/// The parts of a part that is nothing but handles, dots and all: `@ada.byron @bo.chen`.
fn handles(text: &str, part: Span) -> Vec<Span> {
    let words = part.of(text);
    let is_handle = |word: &str| word.len() > 1 && word.starts_with('@');
    if !words.contains(' ') || !words.split_whitespace().all(is_handle) {
        return vec![part];
    }
    let mut at = part.start;
    let spans = words.split_whitespace().filter_map(|word| {
        let start = at + text[at..part.end].find(word)?;
        at = start + word.len();
        Some(Span::new(start, at))
    });
    spans.collect()
}

/// Whether a text is one person whose family name stands first, before a comma: a word on either side of
/// it, and the only brackets at the end.
fn inverted_name(entry: &str) -> bool {
    let Some((name, rest)) = entry.split_once(['(', '（']) else { return false };
    let Some((family, given)) = name.split_once([',', '，']) else { return false };
    let is_word = |word: &str| {
        let word = word.trim();
        word.split_whitespace().count() == 1 && word.starts_with(char::is_uppercase)
    };
    is_word(family)
        && is_word(given)
        && rest.contains('@')
        && rest.trim_end().find([')', '）']) == rest.trim_end().rfind([')', '）'])
        && rest.trim_end().ends_with([')', '）'])
}

/// Whether the words between two parts tell that they speak of two people.
fn sets_apart(text: &str, one: Span, other: Span) -> bool {
    let between = Span::new(one.end, other.start.max(one.end)).of(text);
    between.contains('&') || between.split(|c: char| !c.is_alphabetic()).any(is_between)
}

fn is_between(word: &str) -> bool {
    BETWEEN.iter().any(|between| between.trim().eq_ignore_ascii_case(word))
}

/// Takes the people of a block (`span`) for mentors, as far as they are people.
fn settle(people: &mut Vec<(Person<'_>, Span)>, span: Span, primary: bool, mentors: &mut Mentors) {
    // A word in lower case behind names is what somebody does.
    let is_named = |(person, _): &(Person<'_>, Span)| person.is_certain() || person.begins_with_capital();
    let is_full = |(person, _): &(Person<'_>, Span)| person.is_certain() || person.has_full_name();
    if people.iter().any(is_full) {
        people.retain(is_named);
    }
    // A sentence has commas too: where nobody is more than a name, all must look like names.
    let sentence = !people.iter().any(|(person, _)| person.is_certain())
        && people.iter().any(|(person, _)| !person.is_believed());
    if sentence {
        mentors.unread.push(span);
        people.clear();
        return;
    }
    mentors.people.reserve(people.len());
    for (person, span) in people.drain(..) {
        match person.into_mentor(span) {
            Some(mentor) => mentors.people.push(Mentor { primary: mentor.primary || primary, ..mentor }),
            None => mentors.unread.push(span),
        }
    }
}

/// The people of a part who stand side by side with nothing between them (`@ada @bo`): where both
/// sides of a gap name a handle or an address and these differ.
fn apart<'a>(text: &'a str, references: &'a References, part: Span) -> Vec<(Person<'a>, Span)> {
    let mut people = Vec::new();
    let mut open = part;
    for gap in gaps(part.of(text)) {
        let at = part.start + gap;
        let (left, right) = (Span::new(open.start, at).trim(text), Span::new(at, part.end).trim(text));
        let person = person::read(left.of(text), references);
        if person.differs(&person::read(right.of(text), references)) {
            people.push((person, left));
            open = right;
        }
    }
    people.push((person::read(open.of(text), references), open));
    people
}

/// Where one person may end and the next begin without a separator: after a handle or a bracket
/// outside brackets, before a letter, a handle or a link.
fn gaps(part: &str) -> Vec<usize> {
    let signs = |sign: u8| memchr::memchr_iter(sign, part.as_bytes()).count();
    // Most entries name one person, in parentheses that end them.
    if signs(b'@') + signs(b'[') < 2 || (part.ends_with(')') && signs(b'(') == 1) {
        return Vec::new();
    }
    let (mut gaps, mut depth, mut word) = (Vec::new(), 0_usize, ' ');
    let mut before = ' ';
    for (at, c) in part.char_indices() {
        let begins = c == '[' || c == '@' || c.is_alphabetic();
        let ended = matches!(before, ')' | ']' | '）') && c != '(';
        let handle = before.is_whitespace() && matches!(word, '@' | ')' | ']');
        if depth == 0 && begins && gaps.len() < MOST_GAPS && ((ended && c == '[') || handle) {
            gaps.push(at);
        }
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // The mark of the last word: its first character, or the bracket that ends it.
        if before.is_whitespace() && !c.is_whitespace() || matches!(c, ')' | ']') {
            word = c;
        }
        before = c;
    }
    gaps
}

/// A part without the "and" that a comma before it left over.
fn without_and(text: &str, part: Span) -> Option<Span> {
    let words = part.of(text);
    match words.get(..3) {
        Some(and) if and.eq_ignore_ascii_case("and") && words.len() == 3 => None,
        Some(and) if and.eq_ignore_ascii_case("and") && words[3..].starts_with(char::is_whitespace) => {
            Some(Span::new(part.start + 3, part.end).trim(text))
        }
        _ => Some(part),
    }
}

/// The length of the text between two people on one line.
fn separator(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    match first {
        ',' | '，' if begins_with_title(&rest[first.len_utf8()..]) => None,
        ',' | ';' | '|' | '&' | '，' | '；' | '、' | '\n' | '\r' => Some(first.len_utf8()),
        '<' => blocks::line_break(rest),
        ' ' if matches!(rest.as_bytes().get(1), Some(b'a' | b'A' | b'o' | b'O' | b'/')) => {
            let is_word =
                |word: &&&str| rest.get(..word.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(word));
            BETWEEN.iter().find(is_word).map(|word| word.len())
        }
        _ => None,
    }
}

/// Whether a text begins with a title as it follows names.
fn begins_with_title(rest: &str) -> bool {
    let rest = rest.trim_start();
    TITLES.iter().any(|title| {
        // A word after it tells a given name (`Md Rahman`) from a title.
        rest.get(..title.len()).is_some_and(|word| word.eq_ignore_ascii_case(title))
            && !rest[title.len()..].trim_start_matches(['.', ' ']).starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests;

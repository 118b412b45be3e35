//! Skills: the items of a list, or the parts of a line.

mod requirements;

use requirements::{OF_PEOPLE, are_of_thing};

use super::blocks::{self, Block};
use super::{heading_words, skill_level};
use crate::markdown::inline;
use crate::markdown::outline::Outline;
use crate::model::{Field, Skill, SkillLevel, Span};

/// Words that end with a full stop and end no sentence.
const ABBREVIATIONS: &[&str] = &["e.g", "i.e", "vs", "incl", "approx", "esp"];
/// The words that join the last part of a line to those before it.
const CONJUNCTIONS: &[&str] = &["and", "or"];
/// The words that a sentence begins with which speaks of the one before it.
const REFERRING: &[&str] =
    &["all", "any", "both", "but", "either", "it", "not", "that", "these", "they", "this", "those"];

/// A value with more words in a line of its own is prose.
const PROSE: usize = 12;
/// A paragraph above a list with more words introduces it.
const INTRODUCTION: usize = 8;
/// Parts between commas are skills where none has more words.
const SHORT_PART: usize = 5;
/// The words before a colon that say how much something is asked for are at most so many.
const GRADE: usize = 3;
/// Words that sentences have and lists of skills do not.
const VERBS: &[&str] = &["is", "are", "will", "should", "would", "can"];
/// The skills of all fields of a proposal. Requirements of the thing that is to be built are none, and
/// prose about skills is none where a list of them stands beside it.
pub(super) fn of_fields<'f>(
    text: &str,
    outline: &Outline<'_>,
    fields: impl Iterator<Item = &'f Field>,
) -> Vec<Skill> {
    let mut found: Vec<(&Field, Vec<Skill>)> = Vec::new();
    for field in fields {
        let mut skills = Vec::new();
        read(text, outline, field.value, skill_level::of_label(field.label.of(text)), &mut skills);
        if !skills.is_empty() && !are_of_thing(text, field, &skills) {
            found.push((field, skills));
        }
    }
    let is_short = |skills: &[Skill]| {
        let words: usize = skills.iter().map(|skill| skill.text.split_whitespace().count()).sum();
        words <= skills.len() * SHORT_PART
    };
    if found.len() > 1 {
        // `Involves` names what is to be done as often as what is to be known.
        let is_sure = |field: &Field| !super::words::folded(field.label.of(text)).eq("involve");
        if found.iter().any(|(field, _)| is_sure(field)) {
            found.retain(|(field, _)| is_sure(field));
        }
        if found.iter().any(|(_, skills)| is_short(skills)) {
            found.retain(|(field, skills)| is_short(skills) || !is_prose(text, outline, field));
        }
    }
    found.into_iter().flat_map(|(_, skills)| skills).collect()
}

/// Whether a value below a heading has a paragraph that is more than a list.
fn is_prose(text: &str, outline: &Outline<'_>, field: &Field) -> bool {
    let at = outline.headings.partition_point(|heading| heading.words.start < field.label.start);
    let is_heading =
        || outline.headings.get(at).is_some_and(|heading| heading.words.start == field.label.start);
    let blocks = blocks::blocks(text, outline, field.value);
    is_heading()
        && blocks.iter().any(|block| !block.item && block.span.of(text).split_whitespace().count() > PROSE)
}

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
    let has_items = blocks.iter().any(|block| block.item);
    let mut lead = asked;
    for (number, &block) in blocks.iter().enumerate() {
        let next = blocks.get(number + 1);
        if block.item {
            each_sentence(text, block.span, |sentence| push(text, sentence, lead, skills));
        } else if introduces(text, block, next) {
            lead = skill_level::of_lead(block.span.of(text)).unwrap_or(asked);
        } else if has_items && block.span.of(text).split_whitespace().count() > INTRODUCTION {
            // Prose beside the list that names the skills.
        } else {
            read_line(text, block.span, asked, skills);
        }
    }
}

/// Adds the parts of a line: of one that is several sentences each, else what stands between commas. What
/// stands before a colon in one (`nice to have: …`) speaks of the parts after it, too.
fn read_line(text: &str, line: Span, asked: SkillLevel, skills: &mut Vec<Skill>) {
    let mut lead = asked;
    let mut add = |part: Span, skills: &mut Vec<Skill>| {
        if let Some((before, _)) = part.of(text).split_once(':').filter(|(before, _)| !before.contains('(')) {
            lead = skill_level::of_lead(before).unwrap_or(lead);
        }
        push(text, part, lead, skills);
    };
    let words = line.of(text);
    let ends: Vec<usize> =
        sentence_ends(words).filter(|&end| !refers_back(&words[end..])).chain([words.len()]).collect();
    let mut start = 0;
    for &end in &ends {
        let sentence = Span::new(line.start + start, line.start + end).trim(text);
        start = end;
        for part in parts_of_sentence(text, sentence, ends.len() > 1) {
            add(part, skills);
        }
    }
}

/// The skills that a sentence names: what stands between its commas, unless these stand in the midst of
/// a sentence whose verb speaks of them all (`Experience with Go, C and Rust would help`).
fn parts_of_sentence(text: &str, sentence: Span, is_one_of_several: bool) -> Vec<Span> {
    let parts = blocks::split(text, sentence, separator);
    let words = |part: &Span| part.of(text).split_whitespace().count();
    if parts.len() < 2 {
        return in_two(text, sentence);
    }
    let has_verb = |part: Span| {
        let mut words = part.of(text).split(|c: char| !c.is_alphanumeric());
        words.any(|word| VERBS.contains(&word.to_ascii_lowercase().as_str()))
    };
    let bare = |part: &Span| words(part) <= 3 && !speaks_of_people(part.of(text));
    let is_spoken_of = || {
        let (first, rest) = (parts[0].of(text), &parts[1..parts.len() - 1]);
        speaks_of_people(first) && rest.iter().all(bare) && has_verb(parts[parts.len() - 1])
            || parts.len() == 2 && has_verb(parts[1]) && is_clause(parts[1].of(text))
    };
    let is_whole = is_spoken_of() || is_one_of_several && words(&sentence) > SHORT_PART && parts.len() < 3;
    if is_whole { vec![sentence] } else { parts }
}

/// Whether a part goes on with the sentence before it rather than name something.
fn is_clause(part: &str) -> bool {
    let first = part.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    matches!(first.to_ascii_lowercase().as_str(), "but" | "which" | "this" | "it" | "although" | "though")
}

/// Whether words speak of what somebody knows.
fn speaks_of_people(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(str::to_ascii_lowercase).any(|word| OF_PEOPLE.contains(&word.as_str()))
}

/// A sentence without the verb that asks for what it names: `Go and Rust are required`.
fn without_request(text: &str, part: Span) -> Span {
    const ASKED: &[&str] =
        &["suggested", "required", "recommended", "needed", "preferred", "expected", "necessary"];
    let words = part.of(text).trim_end_matches('.');
    let Some((before, last)) = words.rsplit_once(' ') else { return part };
    let Some((names, verb)) = before.rsplit_once(' ').filter(|_| ASKED.contains(&last)) else { return part };
    let is_list = names.contains(" and ")
        && matches!(verb, "is" | "are")
        && names.split_whitespace().count() <= SHORT_PART;
    if is_list { Span::new(part.start, part.start + names.len()) } else { part }
}

/// Two short names with `and` between them.
fn in_two(text: &str, part: Span) -> Vec<Span> {
    let part = without_request(text, part);
    let words = part.of(text);
    let whole = vec![part];
    let Some(at) = words.find(" and ") else { return whole };
    let (one, other) = (&words[..at], &words[at + " and ".len()..]);
    let count = |text: &str| text.split_whitespace().count();
    let speaks = |text: &str| {
        text.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
            OF_PEOPLE.contains(&word.as_str())
                || matches!(
                    word.as_str(),
                    "with"
                        | "of"
                        | "is"
                        | "are"
                        | "in"
                        | "for"
                        | "strong"
                        | "good"
                        | "some"
                        | "passion"
                        | "development"
                )
        })
    };
    let ends = other.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    let joined = matches!(ends, "skills" | "programming" | "development" | "is" | "are" | "suggested");
    if count(one) > 3
        || count(other) > 5
        || speaks(one)
        || joined
        || other.contains(" and ")
        || words.contains(['(', '[', '`'])
    {
        return whole;
    }
    let middle = part.start + at;
    vec![Span::new(part.start, middle).trim(text), Span::new(middle + " and ".len(), part.end).trim(text)]
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
    // A backslash at the end of a line breaks it.
    let words = inline::plain(span.of(text).trim_end_matches('\\'));
    let said = words.strip_suffix('.').map_or(&*words, str::trim_end);
    // In bold it heads its item, and is no part of what is asked for.
    let is_headed = span.of(text).starts_with("**");
    let text = without_conjunction(if is_headed { without_grade(said) } else { said });
    if text.chars().any(char::is_alphanumeric) && !is_none(text) {
        let level = skill_level::of_words(said).unwrap_or(lead);
        let aside = skill_level::aside(text);
        let text = if text.len() == words.len() { words.into_owned() } else { text.to_owned() };
        skills.push(Skill { text, span, level, aside });
    }
}

/// A part without the words before its colon, where they only say how much it is asked for: `**Bonus:** Go`.
fn without_grade(part: &str) -> &str {
    let Some((grade, rest)) = part.split_once(": ") else { return part };
    let is_grade = grade.split_whitespace().count() <= GRADE
        && !grade.contains('(')
        && skill_level::of_lead(grade).is_some()
        && rest.contains(char::is_alphanumeric);
    if is_grade { rest.trim_start() } else { part }
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
mod tests;

//! Values: what a text may be the value of, whatever its label says.

use crate::model::{Difficulty, Effort};

/// The marks that an image begins with.
pub(in crate::parse) const IMAGE: &str = "![";
/// The path of the addresses of badges.
pub(super) const BADGE: &str = "/badge/";
/// A line that describes itself has at most so many bytes.
const LONGEST_LINE: usize = 140;
/// A value of a few words has at most so many.
const FEW_WORDS: usize = 6;

/// Whether a text says how much work something is.
pub(in crate::parse) fn is_size(text: &str) -> bool {
    let effort = Effort::read(text);
    effort.size.is_some() || effort.hours.is_some() || has_weeks(text) || text.contains("小时")
}

/// Whether a text counts weeks or months.
fn has_weeks(text: &str) -> bool {
    let mut number = false;
    words(text).any(|word| {
        let unit = matches!(word.to_ascii_lowercase().as_str(), "week" | "weeks" | "month" | "months");
        let found = number && unit;
        number = word.bytes().all(|byte| byte.is_ascii_digit());
        found
    })
}

/// Whether a text says how hard something is.
pub(in crate::parse) fn is_difficulty(text: &str) -> bool {
    Difficulty::read(text).is_some()
        || words(text).count() <= 3
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && text.contains(char::is_alphabetic)
        || ["简单", "中", "困难", "高", "低", "基础", "进阶"].iter().any(|word| text.starts_with(word))
}

/// Whether a text is a few words.
pub(in crate::parse) fn is_short(text: &str) -> bool {
    words(text).count() <= FEW_WORDS
}

/// Whether a line says by itself how hard or how much work something is (`Medium difficulty, 175 hours`).
pub(in crate::parse) fn describes_itself(line: &str) -> bool {
    line.len() <= LONGEST_LINE
        && (self_described_difficulty(line).is_some() || self_described_size(line).is_some())
}

/// The words of a line that say how hard something is, beside the word `difficulty`.
pub(in crate::parse) fn self_described_difficulty(line: &str) -> Option<(usize, usize)> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let at = difficulties(line).next().filter(|_| !line.contains("://"))?;
    let has_hours = hours(line).is_some();
    if !has_hours && line.len() > 60 {
        return None;
    }
    // `Level of difficulty: Medium`, `Difficulty (Medium)`.
    let after = &line[at + "difficulty".len()..];
    let value = after.trim_start_matches([' ', ':', '：', '(', '*', '_']);
    let value =
        value.strip_prefix("level").unwrap_or(value).trim_start_matches([' ', ':', '：', '(', '*', '_']);
    let length = value
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '–')))
        .unwrap_or(value.len());
    let words = value[..length].trim_end();
    if Difficulty::read(words).is_some() && is_short(words) {
        let start = line.len() - value.len();
        return Some((start, start + words.len()));
    }
    // `Medium difficulty`, `easy to medium difficulty`.
    let before = line[..at].trim_end_matches([' ', '-']);
    let mut start = before.len();
    let mut rest = before;
    let mut found = false;
    while let Some(word) = rest.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())
    {
        let is_joint =
            matches!(word.to_ascii_lowercase().as_str(), "to" | "or" | "very" | "relatively" | "fairly");
        if !(Difficulty::read(word).is_some() || is_joint && found) {
            break;
        }
        found |= !is_joint;
        start = rest.len() - word.len();
        rest = rest[..start].trim_end_matches([' ', '/', '-']);
    }
    found.then_some((start, before.len()))
}

/// Where the word `difficulty` stands in a text, in whatever case.
pub(in crate::parse) fn difficulties(text: &str) -> impl Iterator<Item = usize> {
    const WORD: &[u8] = b"difficulty";
    let bytes = text.as_bytes();
    // The last letter is the rarest.
    let ends = memchr::memchr2_iter(b'y', b'Y', bytes).map(|at| at + 1);
    ends.filter_map(|end| end.checked_sub(WORD.len()).filter(|&at| bytes[at..end].eq_ignore_ascii_case(WORD)))
}

/// The label and the value of each badge of a line, and where the value stands in it: `![Size: 90 hours](https://…)`,
/// `![](https://…/badge/Size-90%20hours-blue)`.
pub(in crate::parse) fn badges(line: &str) -> Vec<(&str, (usize, usize))> {
    let of_words = |(at, _): (usize, &str)| {
        let start = at + IMAGE.len();
        let words = &line[start..start + line[start..].find("](")?];
        let (label, value) = words.split_once(':')?;
        let (from, to) = (start + label.len() + 1, start + words.len());
        let gap = value.len() - value.trim_start().len();
        (!value.trim().is_empty()).then_some((label, (from + gap, to)))
    };
    let named: Vec<_> = line.match_indices(IMAGE).filter_map(of_words).collect();
    if !named.is_empty() {
        return named;
    }

    let of_address = |(at, _): (usize, &str)| {
        let rest = &line[at + BADGE.len()..];
        let end = rest.find([')', ' ', '?', '"']).unwrap_or(rest.len());
        let mut parts = rest[..end].split('-');
        let (label, value) = (parts.next()?, parts.next()?);
        let start = at + BADGE.len() + label.len() + 1;
        Some((label, (start, start + value.len())))
    };
    line.match_indices(BADGE).filter_map(of_address).collect()
}

/// The words of a short line that say how many hours something takes.
pub(in crate::parse) fn self_described_size(line: &str) -> Option<(usize, usize)> {
    let found = hours(line)?;
    (line.len() <= 50 || line.len() <= LONGEST_LINE && self_described_difficulty(line).is_some())
        .then_some(found)
}

/// The links or handles in a line that says who the mentors are (`The mentor of these ideas is [Ada](…)`).
pub(in crate::parse) fn self_described_mentors(line: &str) -> Option<(usize, usize)> {
    const GAP: usize = 48;
    let at = line.find("entor")?;
    let after = crate::model::start_of(&line[at..], GAP);
    let is = [" is ", " are ", " is: ", " are: "]
        .iter()
        .filter_map(|verb| Some(after.find(verb)? + verb.len()))
        .min()?;
    let start = at + is;
    let rest = line[start..].trim_start();
    if !rest.starts_with(['[', '@']) || after[..is].contains(['.', ',']) {
        return None;
    }
    let ends = [". ", " unless", " for ", " if "]
        .iter()
        .filter_map(|end| rest.find(end))
        .min()
        .unwrap_or(rest.len());
    let start = line.len() - rest.len();
    Some((start, start + rest[..ends].trim_end_matches('.').len()))
}

/// The first number of hours in a text, with its unit: `175 hours`, `350h`.
pub(in crate::parse) fn hours(text: &str) -> Option<(usize, usize)> {
    all_hours(text).next()
}

/// All numbers of hours in a text, with their units. They are found by the unit: most letters of prose are told
/// by the one before them.
pub(in crate::parse) fn all_hours(text: &str) -> impl Iterator<Item = (usize, usize)> {
    const GAP: [char; 3] = [' ', '-', '\u{a0}'];
    const UNITS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];
    let bytes = text.as_bytes();
    let is_behind = |&at: &usize| at > 0 && matches!(bytes[at - 1], b' ' | b'-' | b'0'..=b'9' | 0xa0);
    memchr::memchr2_iter(b'h', b'H', bytes).filter(is_behind).filter_map(move |at| {
        let number = text[..at].trim_end_matches(GAP);
        let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_apart = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '/'));
        let is_number =
            (2..=3).contains(&(number.len() - before.len())) && at - number.len() <= 3 && is_apart;
        if !is_number {
            return None;
        }
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let is_unit = UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(&text[at..at + length]));
        is_unit.then_some((before.len(), at + length))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

//! Titles: what numbers or announces an idea is no part of its title, nor is what a programme adds to it.

use super::lexicon::is_status;
use crate::model::Difficulty;

/// The words that announce an idea, before a number or a colon.
const ANNOUNCING: &[&str] = &["project", "idea", "topic", "proposal", "task"];
/// The words that may stand behind those (`Project Title: …`).
const BEHIND: &[&str] = &["idea", "title", "name", "proposal"];

/// A title without its number, its announcement, adornments, its status and the programme behind it. What
/// would be left empty stays.
pub(super) fn clean(title: &str) -> &str {
    let mut title = bare(title);
    title = without(title, without_tags(title));
    title = status_behind(title).map_or(title, |(before, _)| without(title, before));
    for _ in 0..2 {
        title = without(title, unannounced(title));
    }
    title = without(title, without_programme(title));
    title = without(title, without_attributes(title));
    bare(without(title, without_hours(title)))
}

/// The status that stands in brackets before or behind a title: `[TAKEN] …`, `… (no longer available)`.
pub(super) fn status(title: &str) -> Option<&str> {
    let title = bare(title);
    let before = title.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inner, _)| inner.trim());
    before.filter(|inner| is_status(inner)).or_else(|| status_behind(title).map(|(_, status)| status))
}

/// A title that ends with a status in brackets, without it, and the status.
fn status_behind(title: &str) -> Option<(&str, &str)> {
    const BRACKETS: [(char, char); 4] = [('[', ']'), ('(', ')'), ('（', '）'), ('【', '】')];
    BRACKETS.iter().find_map(|&(open, close)| {
        let (before, inner) = title.strip_suffix(close)?.rsplit_once(open)?;
        is_status(inner).then_some((before, inner.trim()))
    })
}

fn without<'a>(whole: &'a str, part: &'a str) -> &'a str {
    if part.len() == whole.len() {
        return whole;
    }
    let part = bare(part);
    if part.contains(char::is_alphanumeric) { part } else { whole }
}

/// A title without signs and marks around it.
fn bare(title: &str) -> &str {
    let ends = [title.as_bytes().first(), title.as_bytes().last()];
    if ends.iter().all(|end| end.is_some_and(u8::is_ascii_alphanumeric)) {
        return title;
    }
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#');
    title.trim_matches(is_mark).trim_start_matches(|c: char| is_mark(c) || is_adornment(c))
}

/// Whether a character is a picture or a mark that belongs to one.
fn is_adornment(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{FE0F}' | '\u{200D}'
        | '\u{20E3}' | '\u{2190}'..='\u{21FF}' | '\u{231A}'..='\u{23FF}')
}

/// Whether a number of one list stands before a title: `3. Ring the bell`.
pub(super) fn is_numbered(title: &str) -> bool {
    let title = bare(title);
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && title[digits..].starts_with(['.', ')'])
        && title[digits + 1..].starts_with(' ')
}

/// A title without what stands before it: `1. `, `#3 – `, `[2] `, `Idea: `, `Project #4: `, `Project Title: `.
fn unannounced(title: &str) -> &str {
    // `[12] Title`, `[GSoC] - Title`, `[TAKEN] Title`
    if let Some((inner, rest)) = title.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let is_number =
            !inner.is_empty() && inner.len() <= 4 && inner.bytes().any(|byte| byte.is_ascii_digit());
        let is_state = (4..=12).contains(&inner.len())
            && inner.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ');
        let separated = rest.trim_start().strip_prefix([':', '.', '-']);
        if !rest.starts_with('(') && (is_number || is_state || separated.is_some() && inner.len() <= 12) {
            return separated.unwrap_or(rest);
        }
    }
    // `P164 Title`, `S12 Title`: a code of the list.
    if let Some((code, rest)) = title.split_once(' ') {
        let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = code.len() - letters;
        let is_code = (1..=2).contains(&letters)
            && (2..=4).contains(&digits)
            && code.bytes().skip(letters).all(|byte| byte.is_ascii_digit());
        if is_code && rest.starts_with(char::is_alphabetic) {
            return rest;
        }
    }
    let mut rest = title;
    let mut announced = false;
    if let Some(word) = first_word(title).filter(|word| is_of(ANNOUNCING, word)) {
        announced = true;
        rest = title[word.len()..].trim_start();
        if let Some(word) = first_word(rest).filter(|word| is_of(BEHIND, word)) {
            rest = rest[word.len()..].trim_start();
        }
    }
    let numbered = rest.trim_start_matches('#');
    let digits = numbered.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let number = numbered[..digits].trim_end_matches('.');
    let has_number = number.starts_with(|c: char| c.is_ascii_digit());
    let after = if has_number { &numbered[number.len()..] } else { rest };
    let gap = after.trim_start();
    let Some(mark) =
        gap.chars().next().filter(|mark| matches!(mark, ':' | '：' | '.' | ')' | '-' | '–' | '—' | '、'))
    else {
        return title;
    };
    let behind = &gap[mark.len_utf8()..];
    // `3D tides` and `2-factor logins` are titles, so are ranges of years.
    let is_separate = behind.starts_with(char::is_whitespace) || matches!(mark, ':' | '：' | '、' | ')');
    let is_dash = matches!(mark, '-' | '–' | '—');
    // `project-management` is a word.
    let is_word = is_dash && announced && !has_number && !after.starts_with(' ');
    let is_announced = (has_number || announced) && is_separate && !is_word;
    if is_announced && number.len() < 4 { behind } else { title }
}

fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// A title without the programme behind it: `… – Summer of Code 2030`, `… - GSoC`.
fn without_programme(title: &str) -> &str {
    let Some(at) = title.rfind(['-', '–', '—', ':', '|']) else { return title };
    let tail = title[at..].trim_start_matches(['-', '–', '—', ':', '|']).trim();
    let mut words = tail
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_programme = match words.next().as_deref() {
        Some("gsoc") => words.next().is_none(),
        Some("google") => words.eq(["summer", "of", "code"]),
        Some("summer") => words.eq(["of", "code"]),
        _ => false,
    };
    if is_programme && title[..at].ends_with(' ') { title[..at].trim_end() } else { title }
}

/// A title without the attributes that generators of sites put behind it: `{#anchor}`, `{: .class}`.
fn without_attributes(title: &str) -> &str {
    let open = title.strip_suffix('}').and_then(|inner| inner.rfind('{'));
    open.filter(|&at| title[at + 1..].starts_with(['#', ':', '.'])).map_or(title, |at| &title[..at])
}

/// A title without the tags of an outline behind it: `… :loom:noise:`.
pub(super) fn without_tags(title: &str) -> &str {
    let Some((before, tags)) = title.rsplit_once(char::is_whitespace) else { return title };
    let is_tag = |tag: &str| {
        !tag.is_empty() && tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '-'))
    };
    let inner = tags.strip_prefix(':').and_then(|tags| tags.strip_suffix(':'));
    if inner.is_some_and(|inner| inner.split(':').all(is_tag)) { before.trim_end() } else { title }
}

/// A title without the hours in brackets behind it: `… (350 hours)`, `… (Large, 350h)`.
fn without_hours(title: &str) -> &str {
    let open = title.strip_suffix(')').and_then(|inner| inner.rfind('('));
    let Some(at) = open else { return title };
    let inner = &title[at + 1..title.len() - 1];
    let is_measure = super::form::value::hours(inner).is_some()
        && inner.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
            word.bytes().any(|byte| byte.is_ascii_digit())
                || is_of(&["hours", "hour", "hrs", "h", "small", "medium", "large"], word)
                || Difficulty::read(word).is_some()
        });
    if is_measure { &title[..at] } else { title }
}

fn is_of(table: &[&str], word: &str) -> bool {
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_announcements_are_no_part_of_a_title() {
        for title in [
            "1. Ring the bell",
            "1.2. Ring the bell",
            "3) Ring the bell",
            "#4: Ring the bell",
            "[1] Ring the bell",
            "Idea: Ring the bell",
            "Idea 2: Ring the bell",
            "Project #4: Ring the bell",
            "Project 12 - Ring the bell",
            "🔹 Project Title: Ring the bell",
            "🚀 3. Ring the bell",
            "Ring the bell – Summer of Code 2030",
            "Ring the bell - GSoC",
            "Ring the bell (350 hours)",
            "Ring the bell {#bell}",
            "Ring the bell     :iron:loud:",
        ] {
            assert_eq!(clean(title), "Ring the bell", "{title}");
        }
    }

    #[test]
    fn a_status_in_brackets_is_no_part_of_a_title() {
        for (title, written) in [
            ("Ring the bell [taken]", "taken"),
            ("Ring the bell (No longer available)", "No longer available"),
            ("3. Ring the bell **(closed)**", "closed"),
            ("[TAKEN] Ring the bell", "TAKEN"),
            ("Ring the bell（开放 2 名）", "开放 2 名"),
        ] {
            assert_eq!((clean(title), status(title)), ("Ring the bell", Some(written)), "{title}");
        }
        for title in ["Ring (twice)", "Ring [the bell]", "(open)", "Ring the closed bell"] {
            assert_eq!(clean(title), title);
        }
        assert_eq!(status("Ring the bell (in the open)"), None);
    }

    #[test]
    fn titles_that_look_numbered_stay() {
        for title in [
            "3D tides",
            "2-factor logins",
            "2030: a year of tides",
            "Project management for tides",
            "Idea",
            "Ring - the bell",
            "1.",
            "Ring (twice)",
            "[Ring](https://example.org)",
        ] {
            assert_eq!(clean(title), title);
        }
    }
}

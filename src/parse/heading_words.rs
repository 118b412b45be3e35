//! The words of headings that are no project and no proposal: containers, samples, templates.

use super::lexicon;
use super::term::LONG_MONTHS;
use super::words::folded;
use crate::model::Difficulty;

/// A heading is a container when all its words are of this table and one of them is a noun of it.
const NOUNS: &[&str] = &[
    "idea",
    "ideas",
    "project",
    "projects",
    "proposal",
    "proposals",
    "template",
    "templates",
    "sample",
    "samples",
    "example",
    "examples",
    "term",
    "mentorship",
    "mentorships",
    "gsoc",
    "lfx",
    "summer",
    "contents",
    "timeline",
    "instructions",
    "students",
    "mentors",
    "mentees",
    "q1",
    "q2",
    "q3",
    "q4",
];

/// Words that may stand beside the nouns.
const FILLERS: &[&str] = &[
    "a",
    "accepted",
    "all",
    "and",
    "application",
    "available",
    "code",
    "current",
    "for",
    "from",
    "google",
    "in",
    "list",
    "new",
    "of",
    "open",
    "our",
    "participating",
    "possible",
    "potential",
    "program",
    "programs",
    "proposed",
    "selected",
    "submitted",
    "table",
    "the",
    "spring",
    "fall",
    "autumn",
    "winter",
];

/// Titles that stand in templates for the real one.
const PLACEHOLDERS: &[&str] = &[
    "title",
    "project title",
    "mentorship project title",
    "project name",
    "cncf project name",
    "example project name",
    "your project",
    "your project title",
    "idea title",
    "proposal title",
];

/// Titles of one word that say that nothing below is real.
const SAMPLES: &[&str] = &["sample", "samples", "template", "templates", "example", "examples"];

/// How the titles of samples may end.
const SAMPLE_ENDS: &[&str] = &["(sample)", "(example)"];

/// Words that say how much work something is.
const HOURS: &[&str] = &["hours", "hour", "h"];

/// The words of a heading that only says how hard an idea is.
const GRADES: &[&str] = &["difficulty", "difficulty level", "level", "size", "length", "duration"];

/// Values that stand in templates for real ones, or that nobody has decided on yet.
const UNDECIDED: &[&str] = &["tbd", "tba", "todo", "n/a", "none", "xxx"];

/// Words of a document's title that say what the document is, rather than name a project.
const LISTING_WORDS: &[&str] = &[
    "ideas",
    "idea",
    "projects",
    "project",
    "list",
    "term",
    "mentorship",
    "mentorships",
    "gsoc",
    "summer",
    "program",
    "programs",
    "proposals",
];

/// Whether a heading only groups what is below it.
pub(super) fn is_container(title: &str) -> bool {
    let mut noun = false;
    for word in words(title) {
        let known = is_of(NOUNS, word);
        noun |= known;
        if !known && !is_of(FILLERS, word) && !is_of(LONG_MONTHS, word) && !is_number(word) {
            return false;
        }
    }
    noun
}

/// Whether a heading says no more than which term of a programme it is about.
pub(super) fn is_term(title: &str) -> bool {
    is_container(title) && words(title).any(|word| word.eq_ignore_ascii_case("term"))
}

/// Whether nothing at or below a heading is real.
pub(super) fn is_sample(title: &str) -> bool {
    let title = title.trim();
    let mut words = words(title);
    let first = words.next().unwrap_or_default();
    is_of(PLACEHOLDERS, title)
        || (is_of(SAMPLES, first) && words.next().is_none())
        || SAMPLE_ENDS.iter().any(|end| ends_with(title, end))
}

/// Whether a value only keeps a place: `TBD`, `???`, `[easy|hard]`, `<your name>`, an empty list.
pub(super) fn is_placeholder(value: &str) -> bool {
    // Most values are sentences: their first words tell that already.
    const WORDS: usize = 32;
    let is_sentence = |start: &str| start.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    if value.get(..WORDS).is_some_and(is_sentence) {
        return false;
    }
    value.lines().all(|line| {
        let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '_' | '+' | '`'));
        let between = |open, close| line.strip_prefix(open).and_then(|line: &str| line.strip_suffix(close));
        let bracketed = between('[', ']').is_some_and(|inner| !inner.contains([']', '(']));
        let angled = between('<', '>').is_some_and(|inner| !inner.contains([':', '@', '>', '/']));
        bracketed || angled || is_undecided(line) || line.chars().all(|c| matches!(c, '?' | '.' | '…'))
    })
}

/// Whether a word says that there is nothing, or that nobody has decided yet.
pub(super) fn is_undecided(word: &str) -> bool {
    is_of(UNDECIDED, word)
}

/// Whether the title of a document says what the document is, rather than name a project.
pub(super) fn names_a_listing(title: &str) -> bool {
    is_container(title) || words(title).any(|word| is_of(LISTING_WORDS, word) || is_year(word))
}

/// Whether the title of a document names a project, rather than say what the document is.
pub(super) fn names_project(title: &str) -> bool {
    !is_sample(title)
        && !is_term(title)
        && !names_a_listing(title)
        && !lexicon::is_group(title)
        && !lexicon::About::of(&folded(title)).is_noise
}

/// Whether a line is a title as a programme composes it out of what the headings say already:
/// `CNCF - Project: Title (2026 Term 3)`.
pub(super) fn is_composed_title(line: &str) -> bool {
    let parts = || {
        let (programme, rest) = line.split_once(" - ")?;
        let (project, rest) = rest.split_once(": ")?;
        let (title, term) = rest.strip_suffix(')')?.rsplit_once(" (")?;
        Some((programme, project, title, term))
    };
    !line.contains('\n')
        && parts().is_some_and(|(programme, project, title, term)| {
            is_short_name(programme) && !project.is_empty() && !title.is_empty() && words(term).any(is_year)
        })
}

/// Whether a text is one or two words.
fn is_short_name(text: &str) -> bool {
    (1..=2).contains(&words(text).count())
}

/// Whether a heading says how much work the ideas below it are (`Small (90 hours)`).
pub(super) fn is_size(title: &str) -> bool {
    title.bytes().any(|byte| byte.is_ascii_digit())
        && words(title).any(|word| is_of(HOURS, word))
        && words(title).count() <= 4
}

/// Whether a heading is a grade of the idea that the heading above it names (`1.2 Difficulty: hard`).
pub(super) fn is_grade(title: &str) -> bool {
    unnumbered(title)
        .split_once(':')
        .is_some_and(|(label, value)| is_of(GRADES, label.trim()) && !value.trim().is_empty())
}

/// Whether words only say how hard something is (`Medium`, `easy to hard`).
pub(super) fn is_only_difficulty(title: &str) -> bool {
    const BETWEEN: &[&str] = &["to", "or", "and", "very"];
    let mut found = false;
    words(title).all(|word| {
        let is_degree = Difficulty::read(word).is_some();
        found |= is_degree;
        is_degree || is_of(BETWEEN, word)
    }) && found
}

/// A title without the number before it (`1.2 `).
pub(super) fn unnumbered(title: &str) -> &str {
    title.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')
}

/// Whether a word (or a title) is of a table, in whatever case.
fn is_of(table: &[&str], word: &str) -> bool {
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn ends_with(title: &str, end: &str) -> bool {
    let tail = title.len().checked_sub(end.len()).and_then(|at| title.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_number(word) && word.starts_with("20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containers_are_told_from_projects() {
        for title in [
            "Proposed Project ideas",
            "Accepted Projects",
            "Template",
            "Term 03 - 2026 September - November",
            "Ideas",
        ] {
            assert!(is_container(title), "{title}");
        }
        for title in [
            "Harbor",
            "Project Kepler",
            "Google",
            "The Update Framework (TUF)",
            "2024",
            "Open Cluster Management",
        ] {
            assert!(!is_container(title), "{title}");
        }
    }

    #[test]
    fn terms_are_told_from_other_containers() {
        assert!(is_term("Term 03 - 2026 September - November"));
        assert!(!is_term("Proposed Project ideas") && !is_term("Long-term storage"));
    }

    #[test]
    fn placeholders_are_told_from_values() {
        for value in ["TBD", "???", "[easy|hard]", "<your name>", "- TBD\n- ...", "**N/A**", ""] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in
            ["TBD by Ada", "[Ada](https://example.org)", "<https://example.org>", "Why?", "- TBD\n- Go"]
        {
            assert!(!is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn grades_are_told_from_titles() {
        assert!(is_grade("1.2 Difficulty: hard") && is_grade("Size: 90 hours"));
        assert!(!is_grade("1.2 Difficulty of tides: a study") && !is_grade("Difficulty:"));
    }

    #[test]
    fn composed_titles_are_told_from_prose() {
        assert!(is_composed_title("ABC - Tide pool: Clock (v2) for tides (2031 Term 3)"));
        for line in [
            "ABC - Tide pool: Clock",
            "A word on this - note: it began (2031)\nand goes on",
            "One of our ideas - see also: tides (2031)",
            "ABC - Tide pool: Clock (soon)",
        ] {
            assert!(!is_composed_title(line), "{line}");
        }
    }

    #[test]
    fn samples_are_told_from_proposals() {
        for title in ["Sample", "Kestrel (sample)", "Example project name", "Mentorship project Title"] {
            assert!(is_sample(title), "{title}");
        }
        assert!(!is_sample("Sample collector rewrite"));
    }
}

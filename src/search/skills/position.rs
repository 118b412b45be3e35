//! Positions: whether a word that is a name and a word of English (`Go`, `C`, `Rust`, `Rest`) means
//! the skill where it stands.
//!
//! It does where its part of the text (up to the next comma, slash, bracket, `and` or `or`) says
//! nothing but names and what goes with them (`familiarity with Go and Rust`, `basic C`); where it
//! is written as a name inside a sentence (`a service in which Go matters`); and where the words
//! beside it ask for a name (`a little C knowledge for …`, `Go parser for …`).

use super::tokens::{Gap, Tokens};

/// Words that say how well a skill is to be known, or that it is one; in alphabetical order.
const FILLERS: &[&str] = &[
    "a",
    "about",
    "advanced",
    "advantage",
    "an",
    "as",
    "awareness",
    "backend",
    "background",
    "basic",
    "basics",
    "beginner",
    "bonus",
    "both",
    "code",
    "coding",
    "comfort",
    "comfortable",
    "command",
    "competency",
    "concepts",
    "core",
    "deep",
    "desirable",
    "dev",
    "developer",
    "developers",
    "developing",
    "development",
    "e",
    "ecosystem",
    "eg",
    "either",
    "essential",
    "etc",
    "excellent",
    "experience",
    "experienced",
    "expert",
    "expertise",
    "exposure",
    "familiar",
    "familiarity",
    "fluency",
    "fluent",
    "for",
    "framework",
    "frameworks",
    "frontend",
    "fundamentals",
    "g",
    "general",
    "good",
    "grasp",
    "great",
    "hands",
    "have",
    "helpful",
    "ideal",
    "ideally",
    "in",
    "interest",
    "interested",
    "intermediate",
    "is",
    "junior",
    "know",
    "knowing",
    "knowledge",
    "lang",
    "language",
    "languages",
    "level",
    "libraries",
    "library",
    "like",
    "mandatory",
    "mastery",
    "minimal",
    "moderate",
    "must",
    "nice",
    "not",
    "of",
    "on",
    "optional",
    "optionally",
    "plus",
    "practical",
    "preferably",
    "preferred",
    "prior",
    "proficiency",
    "proficient",
    "program",
    "programming",
    "programs",
    "related",
    "relevant",
    "required",
    "senior",
    "similar",
    "skill",
    "skilled",
    "skills",
    "solid",
    "some",
    "strong",
    "such",
    "technologies",
    "tool",
    "tooling",
    "tools",
    "understanding",
    "using",
    "via",
    "with",
    "working",
    "year",
    "years",
];
/// Words that join two things.
const JOINTS: &[&str] = &["and", "or"];
/// Words before a name at the end of its part: `written in go`.
const BEFORE: &[&str] = &["in", "know", "knowing", "learn", "learning", "like", "of", "using", "via", "with"];
/// The same before a name that has its capital.
const BEFORE_CAPITAL: &[&str] = &["for", "from", "into"];
/// Words that lead `to` a name: without one, what follows is a verb (`where to Go`).
const LEADS: &[&str] = &[
    "compile",
    "compiling",
    "convert",
    "converting",
    "export",
    "from",
    "guide",
    "introduction",
    "migrate",
    "migrating",
    "migration",
    "move",
    "moving",
    "port",
    "porting",
    "rewrite",
    "rewriting",
    "switch",
    "switching",
    "translate",
    "translating",
    "transpile",
    "transpiling",
];
/// Words after a name, however it is written.
const AFTER: &[&str] = &[
    "basics",
    "codebase",
    "coverage",
    "developer",
    "developers",
    "development",
    "ecosystem",
    "expertise",
    "fundamentals",
    "harness",
    "knowledge",
    "lang",
    "language",
    "programming",
    "runner",
    "skills",
    "suite",
    "suites",
    "toolchain",
];
/// Words after a name that has its capital.
const AFTER_CAPITAL: &[&str] = &[
    "api",
    "backend",
    "bindings",
    "client",
    "code",
    "compiler",
    "component",
    "components",
    "concurrency",
    "examples",
    "extension",
    "extensions",
    "hooks",
    "implementation",
    "implementations",
    "interpreter",
    "library",
    "linter",
    "modules",
    "parser",
    "preferred",
    "required",
    "rewrite",
    "routines",
    "sdk",
    "templates",
    "templating",
    "wrapper",
];
/// Words that a name may be joined to by a hyphen.
const HYPHENATED: &[&str] = &["based", "lang", "like", "native", "related", "specific", "written"];

/// The most words on one side that a part of a text has; what is longer is a sentence.
const WIDEST: usize = 12;

/// The words of a text of which it is known which ones belong to a spelling of a skill.
#[derive(Debug)]
pub(super) struct Positions<'a, 't> {
    tokens: &'a Tokens<'t>,
    /// Whether a word belongs to a spelling; as many as words.
    taken: &'a [bool],
    /// Whether anything is in lower case: where all is in capitals, one says nothing.
    has_lower: bool,
    /// Whether every word behind the first has a capital, as titles have in English: there, too, one says nothing.
    is_titled: bool,
}

/// A shorter word (in letters) has no capital in a title, nor have these.
const LEAST_TITLED: usize = 4;
const NEVER_TITLED: &[&str] =
    &["from", "into", "onto", "over", "than", "that", "upon", "when", "with", "your"];

impl<'a, 't> Positions<'a, 't> {
    /// The words of a text, and which of them belong to a spelling: as many as words.
    pub(super) fn new(tokens: &'a Tokens<'t>, taken: &'a [bool]) -> Self {
        let words = (1..tokens.list.len()).filter(|&at| !taken[at]).map(|at| tokens.written(at));
        let mut words =
            words.filter(|word| word.len() >= LEAST_TITLED && !NEVER_TITLED.contains(word)).peekable();
        let is_titled = words.peek().is_some() && words.all(|word| word.starts_with(char::is_uppercase));
        Self { tokens, taken, has_lower: tokens.text.chars().any(char::is_lowercase), is_titled }
    }

    /// Whether the word with this number means the skill that is written `name` when it does.
    pub(super) fn means_skill(&self, number: usize, name: &str) -> bool {
        if self.is_part_of_a_word(number) {
            return false;
        }
        let letter = name.len() == 1;
        if letter && self.is_abbreviation(number) {
            return false;
        }
        let capital = self.has_capital(number, name);
        let part = self.part(number);
        if part.clone().all(|at| self.is_known(at)) {
            let bare = part.len() == 1;
            return !bare || (capital && !letter) || self.has_known_neighbours(&part);
        }
        let (before, after) = (self.tokens.word(number.wrapping_sub(1)), self.tokens.word(number + 1));
        let inside = number + 1 < part.end;
        let asked = self.tokens.gap(number + 1) == Gap::Hyphen
            || (inside && AFTER.contains(&after))
            || (inside && capital && AFTER_CAPITAL.contains(&after))
            || (!inside && number > part.start && BEFORE.contains(&before))
            || (!inside && number > part.start && capital && BEFORE_CAPITAL.contains(&before));
        let leads = || (part.start..number).any(|at| LEADS.contains(&self.tokens.word(at)));
        let is_after_to = before == "to";
        let asked = asked || (capital && is_after_to && leads());
        if letter {
            capital && asked
        } else {
            asked || (capital && !is_after_to && !self.is_titled && !self.begins_sentence(number))
        }
    }

    /// `go-to-market`, `client-go`: not a word of its own.
    fn is_part_of_a_word(&self, number: usize) -> bool {
        self.tokens.gap(number) == Gap::Hyphen
            || (self.tokens.gap(number + 1) == Gap::Hyphen
                && !HYPHENATED.contains(&self.tokens.word(number + 1)))
    }

    /// `R&D`, `A/C`, `C's`.
    fn is_abbreviation(&self, number: usize) -> bool {
        let Some(token) = self.tokens.list.get(number) else { return true };
        let (before, after) = (&self.tokens.text[..token.place.start], &self.tokens.text[token.place.end..]);
        let tight = ['&', '\'', '’'];
        let slashed = (self.tokens.gap(number) == Gap::Slash && !self.is_taken(number.checked_sub(1)))
            || (self.tokens.gap(number + 1) == Gap::Slash && !self.is_taken(Some(number + 1)));
        slashed || before.ends_with(tight) || after.starts_with(tight)
    }

    /// Whether a word is written as the name is, or in capitals, and that says something.
    fn has_capital(&self, number: usize, name: &str) -> bool {
        let written = self.tokens.written(number);
        let shouted = written.len() > 1 && !written.chars().any(char::is_lowercase);
        (written.starts_with(name) || shouted) && self.has_lower
    }

    /// Whether a capital would stand there for any word.
    fn begins_sentence(&self, number: usize) -> bool {
        let gap = self.tokens.gap(number);
        let between = number.checked_sub(1).and_then(|at| self.tokens.list.get(at)).map_or("", |before| {
            let start = self.tokens.list[number].place.start;
            &self.tokens.text[before.place.end..start]
        });
        number == 0
            || gap == Gap::Stop
            || (gap == Gap::Break && between.contains([':', '(', '（', '：', '"']))
    }

    /// The words around one up to the next thing, [`WIDEST`] at most on each side.
    fn part(&self, number: usize) -> std::ops::Range<usize> {
        let ends = |at: usize| {
            matches!(self.tokens.gap(at), Gap::Break | Gap::Stop | Gap::Slash) || self.is_joint(at)
        };
        let mut start = number;
        while start > 0 && start + WIDEST > number && !ends(start) && !self.is_joint(start - 1) {
            start -= 1;
        }
        let mut end = number + 1;
        while end < self.tokens.list.len() && end < number + WIDEST && !ends(end) {
            end += 1;
        }
        start..end
    }

    fn is_joint(&self, number: usize) -> bool {
        JOINTS.contains(&self.tokens.word(number)) && !self.is_taken(Some(number))
    }

    fn is_taken(&self, number: Option<usize>) -> bool {
        number.is_some_and(|number| self.taken.get(number).copied().unwrap_or_default())
    }

    /// Whether a word belongs to a skill or says how well one is to be known.
    fn is_known(&self, number: usize) -> bool {
        let word = self.tokens.word(number);
        self.is_taken(Some(number))
            || FILLERS.binary_search(&word).is_ok()
            || word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a part is all of the text, or one of those beside it is about a skill, too.
    fn has_known_neighbours(&self, part: &std::ops::Range<usize>) -> bool {
        let before = (0..part.start).rev().find(|&at| !self.is_joint(at));
        let after = (part.end..self.tokens.list.len()).find(|&at| !self.is_joint(at));
        let known = |at: Option<usize>| at.is_some_and(|at| self.is_known(at));
        (before.is_none() && after.is_none()) || known(before) || known(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fillers_are_in_order() {
        assert!(FILLERS.is_sorted());
    }
}

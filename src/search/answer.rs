//! Answers: which proposals fit a query, and what became of each part of it.

use std::fmt;
use std::ops::Range;

use super::class::Class;
use super::query::Term;
use super::skills::SkillTag;

/// The effect of one clause of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseCount {
    /// Where it stands in what was typed, in bytes.
    pub span: Range<usize>,
    /// How many proposals it leaves by itself.
    pub alone: usize,
    /// How many proposals it and all clauses before it leave.
    pub together: usize,
    /// How well its words were found; the worst of them, and `None` when none was.
    pub class: Option<Class>,
    /// The skills that its mistyped words were read as.
    pub meant: Vec<SkillTag>,
    /// Its words, as typed, that ask for a skill that nobody wants.
    pub unasked: Vec<Unasked>,
}

/// A known skill that somebody asked for, and no proposal does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unasked {
    /// As typed.
    pub words: String,
    /// Whether it was asked who cannot do without it: some may call it a plus.
    pub is_need: bool,
    /// How its words were found all the same: as words that mean something else, or in the text.
    pub class: Option<Class>,
}

impl fmt::Display for Unasked {
    /// `nobody asks for java`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nobody {} {}", if self.is_need { "needs" } else { "asks for" }, self.words)?;
        f.write_str(match self.class {
            Some(Class::Token) => ", and the word is found with another meaning",
            Some(_) => ", and it is found only in the text",
            None => "",
        })
    }
}

/// A term of the query that has to be found, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The term that was looked for: a mistyped skill by its name.
    pub term: Term,
    /// How well it was found; `None` when it was not.
    pub class: Option<Class>,
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The proposals that fit, as catalog indexes, best first (catalog order among equals, and
    /// when the query is empty).
    pub hits: Vec<usize>,
    /// The effect of each clause, in the order typed.
    pub clauses: Vec<ClauseCount>,
    /// The terms that proposals were found by, in the order typed.
    pub readings: Vec<Reading>,
}

impl Answer {
    /// The clause to blame where none is left: one that finds nothing by itself, else the one that took away
    /// the last proposal.
    pub fn blamed(&self) -> Option<&ClauseCount> {
        let finds_nothing = self.clauses.iter().find(|clause| clause.alone == 0);
        finds_nothing.or_else(|| self.clauses.iter().find(|clause| clause.together == 0))
    }

    /// Whether some word was found no better than this.
    pub fn is_found_as(&self, class: Class) -> bool {
        self.clauses.iter().any(|clause| clause.class == Some(class))
    }
}

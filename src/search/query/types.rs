//! The types of a query: its conditions, and notes about what was not understood.

use std::fmt;
use std::ops::Range;

use super::scope::{self, PROPERTIES, Scope};
use crate::search::pattern::Pattern;
use crate::search::sets::{SETS, Set};
use crate::search::skills::SkillTag;

/// A word or phrase, and where it is looked up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// The fields that it is looked up in.
    pub scope: Scope,
    /// The words to look for.
    pub pattern: Pattern,
    /// Whether it was put in quotes: it is then never looked for by its letters.
    pub phrase: bool,
    /// Whether it is asked for by its letters in order.
    pub fuzzy: bool,
    /// The skill that it names together with the words beside it: `virtual` in `virtual machine`.
    pub part_of: Option<SkillTag>,
}

impl Term {
    /// Whether it is nothing but a word, without a field, a sign or quotes.
    pub(in crate::search) fn is_plain(&self) -> bool {
        self.scope == Scope::Names && !self.phrase && !self.fuzzy
    }
}

/// A condition on a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A term is found.
    Term(Term),
    /// A condition does not hold.
    Not(Box<Self>),
    /// All conditions hold.
    All(Vec<Self>),
    /// One condition at least holds.
    Any(Vec<Self>),
}

impl Node {
    /// Whether one of its terms asks for the proposals of a set, or for those that are not in it.
    fn asks_for(&self, set: Set) -> bool {
        match self {
            Self::Term(term) => term.scope == Scope::Is && Set::named(&term.pattern.text) == Some(set),
            Self::Not(inner) => inner.asks_for(set),
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(|node| node.asks_for(set)),
        }
    }

    /// Its terms that have to be found, in order; those below a `Not` only where `negated`.
    fn terms(&self, negated: bool, visit: &mut impl FnMut(&Term)) {
        match self {
            Self::Term(term) if !negated => visit(term),
            Self::Term(_) => {}
            Self::Not(inner) => inner.terms(!negated, visit),
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().for_each(|node| node.terms(negated, visit)),
        }
    }
}

/// One of the conditions that all have to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands in what was typed, in bytes.
    pub span: Range<usize>,
    /// The condition.
    pub node: Node,
}

/// Words that join conditions where they are in capitals, and what they do then.
pub(super) const OPERATORS: &[(&str, &str)] =
    &[("and", "use AND to combine"), ("or", "use OR for either"), ("not", "use NOT or -word to leave out")];

/// Something that was typed and not understood, or not as elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where it stands in what was typed, in bytes.
    pub span: Range<usize>,
    pub kind: NoteKind,
}

/// A part of a query that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// A field that does not exist, and the one that was probably meant.
    NoField(String, Scope),
    /// A field that does not exist, and none is near.
    UnknownField(String),
    /// A word that would join conditions if it were in capitals.
    Operator(&'static str),
    /// A field without a value.
    NoValue(Scope),
    /// A value that a field does not know.
    NoSuchValue(Scope, String),
    /// A parenthesis that nothing opens.
    NothingToClose,
    /// A parenthesis inside so many others that nobody can mean it.
    TooDeep,
}

impl fmt::Display for Note {
    /// `no field skil: – try skill:`; with `#`, where there is little room, `skil:? try skill:`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            kind if f.alternate() => kind.write_short(f),
            NoteKind::NoField(name, near) => write!(f, "no field {name}: – try {near}:"),
            NoteKind::UnknownField(name) => match scope::instead_of_field(name) {
                Some(instead) => write!(f, "{name}: ignored, it is no field: {instead}"),
                None => write!(f, "{name}: ignored, it is no field: {}", scope::names()),
            },
            NoteKind::Operator(word) => {
                let does = OPERATORS.iter().find(|(known, _)| known == word).map_or("", |(_, does)| does);
                write!(f, "“{word}” is a search word here; {does}")
            }
            NoteKind::NoValue(scope) => write!(f, "{scope}: needs a word"),
            NoteKind::NoSuchValue(Scope::Has, value) => {
                write!(f, "has:{value} ignored – try has:")?;
                let names: Vec<&str> = PROPERTIES.iter().map(|(name, _)| *name).collect();
                f.write_str(&names.join(", has:"))
            }
            NoteKind::NoSuchValue(Scope::Fit, value) => {
                write!(f, "fit:{value} ignored – try fit:all, fit:1-missing")
            }
            NoteKind::NoSuchValue(Scope::Is, value) => {
                write!(f, "is:{value} ignored – try is:")?;
                let names: Vec<&str> = SETS.iter().map(|(name, _)| *name).collect();
                f.write_str(&names.join(", is:"))
            }
            NoteKind::NoSuchValue(scope, value) => {
                write!(f, "{scope}:{value} ignored: {}", scope::names())
            }
            NoteKind::NothingToClose => f.write_str("`)` ignored: nothing to close"),
            NoteKind::TooDeep => f.write_str("too many parentheses"),
        }
    }
}

impl NoteKind {
    fn write_short(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoField(name, near) => write!(f, "{name}:? try {near}:"),
            Self::UnknownField(name) => write!(f, "no field {name}:"),
            Self::Operator(word) => write!(f, "{word}: {}?", word.to_uppercase()),
            Self::NoValue(scope) => write!(f, "{scope}: what?"),
            Self::NoSuchValue(scope, value) => write!(f, "no {scope}:{value}"),
            Self::NothingToClose => f.write_str("`)`?"),
            Self::TooDeep => f.write_str("too many ("),
        }
    }
}

/// A query: conditions that all have to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
    pub(super) notes: Vec<Note>,
}

impl Query {
    /// A query that one term is all of.
    pub(in crate::search) fn of_term(term: Term) -> Self {
        let span = 0..term.pattern.text.len();
        Self { clauses: vec![Clause { span, node: Node::Term(term) }], notes: Vec::new() }
    }

    /// The conditions, in the order typed.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// The parts that were not understood, in the order typed.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether a term asks for the proposals of a set, or for those that are not in it.
    pub fn asks_for(&self, set: Set) -> bool {
        self.clauses.iter().any(|clause| clause.node.asks_for(set))
    }

    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The terms that a proposal may have been found by, in the order typed.
    pub fn terms(&self) -> Vec<Term> {
        let mut terms = Vec::new();
        for clause in &self.clauses {
            clause.node.terms(false, &mut |term| terms.push(term.clone()));
        }
        terms
    }
}

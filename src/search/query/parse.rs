//! The parser of queries: pieces into conditions. Total, and as deep as its parentheses, which have
//! an end.

use super::lex::{Kind, Piece, pieces};
use super::scope::{Property, Scope};
use super::types::{Clause, Node, Note, NoteKind, OPERATORS, Query, Term};
use crate::search::fit;
use crate::search::pattern::Pattern;
use crate::search::sets::Set;
use crate::search::skills;

/// So many parentheses inside one another are understood.
const DEEPEST: usize = 64;

/// Whether a name before a colon is taken for a field's, though it may be none: not in `https://…`,
/// `std::fmt` or `Bells: a plan`.
pub(super) fn is_field(name: &str, after: &str) -> bool {
    let is_near = || Scope::named(name).or_else(|| Scope::near(name)).is_some();
    let has_value = || after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '(' | '-' | '@'));
    is_near() || (name.len() >= LEAST_NAME && has_value())
}

/// A shorter name (in bytes) before a colon is no field's: `C:drive`.
const LEAST_NAME: usize = 2;

impl Query {
    /// Reads a query. Never fails; blank text is the query that everything fits.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { pieces: pieces(text, is_field), at: 0, depth: 0, notes: Vec::new() };
        let mut clauses = Vec::new();
        while parser.at < parser.pieces.len() {
            clauses.extend(parser.clause(Scope::Names));
            if let Some(stray) = parser.take(&Kind::Close) {
                parser.note(&stray, NoteKind::NothingToClose);
            }
        }
        let mut notes = std::mem::take(&mut parser.notes);
        notes.extend(operators(&clauses));
        notes.sort_by_key(|note| note.span.start);
        joined_skills(&mut clauses, &parser.pieces);
        Self { clauses, notes }
    }
}

/// So many words are looked at together: no skill has more.
const LONGEST: usize = 6;

/// Tells words that name a skill only together which one that is. A word in parentheses stands for itself.
fn joined_skills(clauses: &mut [Clause], pieces: &[Piece]) {
    let mut at = 0;
    while at < clauses.len() {
        let words = clauses[at..].iter().map_while(|clause| bare_word(clause, pieces)).take(LONGEST);
        let run: Vec<&str> = words.map(|term| &*term.pattern.text).collect();
        let skill =
            |count: &usize| skills::asked(&run[..*count].join(" ")).filter(|asked| asked.kind.is_none());
        let Some((count, skill)) = (2..=run.len()).rev().find_map(|count| Some((count, skill(&count)?)))
        else {
            at += 1;
            continue;
        };
        for clause in &mut clauses[at..at + count] {
            if let Node::Term(term) = &mut clause.node {
                term.part_of = Some(skill.tag);
            }
        }
        at += count;
    }
}

fn bare_word<'a>(clause: &'a Clause, pieces: &[Piece]) -> Option<&'a Term> {
    let at = pieces.partition_point(|piece| piece.span.start < clause.span.start);
    let is_bare = matches!(pieces.get(at).map(|piece| &piece.kind), Some(Kind::Word(..)));
    match &clause.node {
        Node::Term(term) if is_bare && term.is_plain() && term.pattern.has_letters() => Some(term),
        _ => None,
    }
}

/// The words that join conditions where they are in capitals, and are not, between conditions.
fn operators(clauses: &[Clause]) -> impl Iterator<Item = Note> {
    let is_between = |at: usize, word: &str| at + 1 < clauses.len() && (at > 0 || word == "not");
    clauses.iter().enumerate().filter_map(move |(at, clause)| {
        let Node::Term(term) = &clause.node else { return None };
        let pattern = &term.pattern;
        if !term.is_plain() {
            return None;
        }
        let typed = pattern.text.to_lowercase();
        let (word, _) = OPERATORS.iter().find(|(word, _)| *word == typed && is_between(at, word))?;
        Some(Note { span: clause.span.clone(), kind: NoteKind::Operator(word) })
    })
}

struct Parser {
    pieces: Vec<Piece>,
    at: usize,
    depth: usize,
    notes: Vec<Note>,
}

impl Parser {
    fn peek(&self) -> Option<&Kind> {
        self.pieces.get(self.at).map(|piece| &piece.kind)
    }

    fn next(&mut self) -> Option<Piece> {
        let piece = self.pieces.get(self.at).cloned();
        self.at += usize::from(piece.is_some());
        piece
    }

    fn take(&mut self, kind: &Kind) -> Option<Piece> {
        if self.peek() == Some(kind) { self.next() } else { None }
    }

    fn note(&mut self, piece: &Piece, kind: NoteKind) {
        self.notes.push(Note { span: piece.span.clone(), kind });
    }

    /// Units with OR between them; `None` when nothing was understood. Takes a piece at least,
    /// unless that closes a parenthesis.
    fn clause(&mut self, scope: Scope) -> Option<Clause> {
        let start = self.pieces.get(self.at)?.span.start;
        let mut units = Vec::new();
        loop {
            while self.take(&Kind::Or).is_some() {}
            if matches!(self.peek(), None | Some(Kind::Close)) {
                break;
            }
            units.extend(self.unit(scope));
            if self.peek() != Some(&Kind::Or) {
                break;
            }
        }
        let end = self.pieces[..self.at].last().map_or(start, |piece| piece.span.end);
        let node = joined(units, Node::Any)?;
        Some(Clause { span: start..end, node })
    }

    fn unit(&mut self, scope: Scope) -> Option<Node> {
        let mut negated = false;
        while self.take(&Kind::Not).is_some() {
            negated = !negated;
        }
        let node = match self.peek()? {
            Kind::Open => self.group(scope),
            Kind::Field(_) => self.field(),
            Kind::Word(..) | Kind::Phrase(_) => self.value(scope),
            Kind::Comma => {
                self.at += 1;
                None
            }
            Kind::Close | Kind::Or | Kind::Not => None,
        }?;
        Some(if negated { Node::Not(Box::new(node)) } else { node })
    }

    /// Reads a group in parentheses. One that is never closed ends with the text.
    fn group(&mut self, scope: Scope) -> Option<Node> {
        let open = self.next()?;
        if self.depth == DEEPEST {
            if !self.notes.iter().any(|note| note.kind == NoteKind::TooDeep) {
                self.note(&open, NoteKind::TooDeep);
            }
            return None;
        }
        self.depth += 1;
        let mut clauses = Vec::new();
        while !matches!(self.peek(), None | Some(Kind::Close)) {
            clauses.extend(self.clause(scope));
        }
        self.depth -= 1;
        self.take(&Kind::Close);
        joined_skills(&mut clauses, &self.pieces);
        joined(clauses.into_iter().map(|clause| clause.node).collect(), Node::All)
    }

    /// A field with its values. A name that is no field's says so; where it is near one its value
    /// counts as a word, elsewhere nobody knows what that means.
    fn field(&mut self) -> Option<Node> {
        let piece = self.next()?;
        let Kind::Field(name) = &piece.kind else { return None };
        let (named, near) = (Scope::named(name), Scope::near(name));
        match (named, near) {
            (Some(_), _) => {}
            (None, Some(near)) => self.note(&piece, NoteKind::NoField(name.clone(), near)),
            (None, None) => self.note(&piece, NoteKind::UnknownField(name.clone())),
        }
        let scope = named.unwrap_or(Scope::Names);
        let mut end = piece.span.end;
        let is_next =
            |parser: &Self, end| parser.pieces.get(parser.at).is_some_and(|next| next.span.start == end);
        let (mut values, mut negated) = (Vec::new(), false);
        while is_next(self, end) {
            match self.peek() {
                Some(Kind::Word(..) | Kind::Phrase(_)) => values.extend(self.value(scope)),
                Some(Kind::Open) => values.extend(self.group(scope)),
                Some(Kind::Comma) => self.at += 1,
                Some(Kind::Not) => {
                    negated = !negated;
                    self.at += 1;
                }
                _ => break,
            }
            end = self.pieces[self.at - 1].span.end;
        }
        if values.is_empty() && end == piece.span.end {
            self.note(&piece, NoteKind::NoValue(scope));
        }
        let node = joined(values, Node::Any).filter(|_| named.or(near).is_some())?;
        Some(if negated { Node::Not(Box::new(node)) } else { node })
    }

    fn value(&mut self, scope: Scope) -> Option<Node> {
        let piece = self.next()?;
        let (text, phrase, fuzzy) = match &piece.kind {
            Kind::Word(word, fuzzy) => (word.as_str(), false, *fuzzy),
            Kind::Phrase(phrase) => (phrase.as_str(), true, false),
            _ => return None,
        };
        // A handle is typed as the screen shows it.
        let text = text.strip_prefix('@').filter(|handle| !handle.is_empty()).unwrap_or(text);
        let unknown = match scope {
            Scope::Has => Property::named(text).is_none(),
            Scope::Fit => fit::most_missing(text).is_none(),
            Scope::Is => Set::named(text).is_none(),
            _ => false,
        };
        if unknown {
            self.note(&piece, NoteKind::NoSuchValue(scope, text.to_owned()));
            return None;
        }
        let pattern = Pattern::new(text);
        (!pattern.folded.is_empty()).then_some(Node::Term(Term {
            scope,
            pattern,
            phrase,
            fuzzy,
            part_of: None,
        }))
    }
}

/// Several conditions as one; one by itself; none where there is none.
fn joined(mut nodes: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(join(nodes)) } else { nodes.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node_shown(node: &Node) -> String {
        let list = |nodes: &[Node]| nodes.iter().map(node_shown).collect::<Vec<_>>().join(" ");
        match node {
            Node::Term(term) => {
                let name =
                    if term.scope == Scope::Names { String::new() } else { format!("{}:", term.scope) };
                let quote = if term.phrase { "\"" } else { "" };
                let letters = if term.fuzzy { "~" } else { "" };
                format!("{name}{letters}{quote}{}{quote}", term.pattern.text)
            }
            Node::Not(inner) => format!("-{}", node_shown(inner)),
            Node::All(nodes) => format!("({})", list(nodes)),
            Node::Any(nodes) => format!("[{}]", list(nodes)),
        }
    }

    /// A query in a form that shows its structure.
    fn shown(text: &str) -> String {
        let query = Query::parse(text);
        let clauses = query.clauses().iter().map(|clause| node_shown(&clause.node));
        let notes = query.notes().iter().map(|note| format!("<{note}>"));
        clauses.chain(notes).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_phrases_signs_and_parentheses_mean_what_they_say() {
        for (typed, meant) in [
            ("go react", "go react"),
            ("  ", ""),
            ("\"REST api\" c++", "\"REST api\" c++"),
            ("go -react !vue", "go -react -vue"),
            ("go OR rust react", "[go rust] react"),
            ("go | rust", "[go rust]"),
            ("go|rust|~vu react", "[go rust ~vu] react"),
            ("skill:go|title:bell \"a|b\"", "[skill:go title:bell] \"a|b\""),
            ("(go react) OR rust", "[(go react) rust]"),
            ("-(go OR rust)", "-[go rust]"),
            ("~kbrntes", "~kbrntes"),
            (
                "skill:go,\"github actions\" -project:meshery",
                "[skill:go skill:\"github actions\"] -project:meshery",
            ),
            ("skill:-go mentors:@ada", "-skill:go mentor:ada"),
            ("title:(clock OR bell)", "[title:clock title:bell]"),
            ("https://example.org c: f(x)", "https://example.org c: f(x)"),
            ("go AND rust or", "go rust or"),
            ("go NOT rust", "go -rust"),
            ("NOT go OR NOT NOT rust", "[-go rust]"),
            ("NOT (go OR skill:rust)", "-[go skill:rust]"),
            ("std::fmt Bells: C:drive \"a:b\"", "std::fmt Bells: C:drive \"a:b\""),
            ("front-end e2e", "front-end e2e"),
        ] {
            assert_eq!(shown(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_half_typed_or_wrong_means_what_can_be_understood() {
        for (typed, meant) in [
            ("-", ""),
            ("go -", "go"),
            ("go OR", "go"),
            ("OR OR go", "go"),
            ("go|", "go"),
            ("|go||rust", "[go rust]"),
            ("(go", "go"),
            ("()", ""),
            ("\"rest ap", "\"rest ap\""),
            ("\"", ""),
            ("~", ""),
            ("go )", "go <`)` ignored: nothing to close>"),
            ("skill:", "<skill: needs a word>"),
            ("skill:,", ""),
            ("skil:go", "go <no field skil: – try skill:>"),
            ("Lang:go", "go <no field Lang: – try skill:>"),
            ("by:@ada diff:easy", "ada easy <no field by: – try mentor:> <no field diff: – try difficulty:>"),
            ("NOT", ""),
            ("go NOT", "go"),
            ("go and rust", "go and rust <“and” is a search word here; use AND to combine>"),
            ("go or rust", "go or rust <“or” is a search word here; use OR for either>"),
            ("not go", "not go <“not” is a search word here; use NOT or -word to leave out>"),
            ("and go not", "and go not"),
            ("has:up", "has:up"),
            ("fit:all fit:2-missing", "fit:all fit:2-missing"),
            ("fit:most", "<fit:most ignored – try fit:all, fit:1-missing>"),
            ("- -go", "-go"),
        ] {
            assert_eq!(shown(typed), meant, "{typed}");
        }
        assert!(
            shown("foo:bar -foo:(a b) go").starts_with("go <foo: ignored, it is no field: skill, need, ")
        );
        assert!(shown("is:zzz go").starts_with("go <is:zzz ignored – try is:new, "));
        assert!(shown("sort:title").contains("s sorts"));
        assert!(shown("has:cookies").starts_with("<has:cookies ignored – try has:upstream, has:mentor"));
    }

    #[test]
    fn clauses_know_where_they_stand() {
        let typed = "go  -project:\"Tide pool\" a OR b";
        let spans: Vec<_> =
            Query::parse(typed).clauses().iter().map(|clause| &typed[clause.span.clone()]).collect();
        assert_eq!(spans, ["go", "-project:\"Tide pool\"", "a OR b"]);
    }

    #[test]
    fn nobody_can_nest_so_deep_that_the_program_ends() {
        let deep = "(".repeat(100_000) + "go" + &")".repeat(100_000);
        assert!(shown(&deep).contains("too many parentheses"));
        assert_eq!(shown(&("-".repeat(100_001) + "go")), "-go");
    }
}

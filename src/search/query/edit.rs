//! Editing a query: values of a field put into what was typed, and taken out of it again.
//!
//! A choice made with a key or the mouse is text like one that is typed, so there is one truth. A value is
//! chosen where a clause of its own names it: `skill:go,rust` includes two values, `-project:tide`
//! excludes one. Everything else that was typed stays as it stands.

use std::ops::Range;

use super::lex::{Kind, Piece, pieces};
use super::parse::is_field;
use super::{Query, Scope};

/// The choice of a value in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Choice {
    /// Nothing.
    #[default]
    Off,
    /// It, or another value of the field that is included, has to be there.
    Included,
    /// It must not be there.
    Excluded,
}

impl Choice {
    /// The next choice where one key goes through all of them.
    pub fn next(self) -> Self {
        match self {
            Self::Off => Self::Included,
            Self::Included => Self::Excluded,
            Self::Excluded => Self::Off,
        }
    }
}

/// A value that a query chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// As typed, without quotes.
    pub value: String,
    pub choice: Choice,
}

/// The values of a field that were chosen, in the order typed.
pub fn chosen(text: &str, scope: Scope) -> Vec<Chosen> {
    let clauses = clauses(text, scope);
    let values = clauses.iter().flat_map(|clause| {
        let choice = if clause.excludes { Choice::Excluded } else { Choice::Included };
        let values = clause.units.iter().flat_map(|unit| &unit.values);
        values.map(move |value| Chosen { value: value.text.clone(), choice })
    });
    values.collect()
}

/// Returns the text with another choice of a value. `is_value` tells which of the values in the text
/// are that one, however they are written.
pub fn choose(
    text: &str,
    scope: Scope,
    value: &str,
    choice: Choice,
    is_value: impl Fn(&str) -> bool,
) -> String {
    let without = without(text, scope, |_, value| is_value(value));
    let value = typed(value);
    match choice {
        Choice::Off => without,
        Choice::Excluded => joined(&completed(&without), &format!("-{scope}:{value}")),
        Choice::Included => {
            let text = completed(&without);
            let clauses = clauses(&text, scope);
            let Some(unit) =
                clauses.iter().find(|clause| !clause.excludes).and_then(|clause| clause.units.last())
            else {
                return joined(&text, &format!("{scope}:{value}"));
            };
            let (before, after) = text.split_at(unit.span.end);
            let comma = if before.ends_with(',') { "" } else { "," };
            // The text right behind may run into it: `skill:c)`.
            Some(format!("{before}{comma}{value}{after}"))
                .filter(|beside| includes(beside, scope, &value))
                .unwrap_or_else(|| joined(&text, &format!("{scope}:{value}")))
        }
    }
}

/// Whether a value, given as it is typed, is included.
fn includes(text: &str, scope: Scope, value: &str) -> bool {
    let is_it = |one: &Value, text: &str| text[one.span.clone()] == *value;
    let clauses = clauses(text, scope);
    let units = clauses.iter().filter(|clause| !clause.excludes).flat_map(|clause| &clause.units);
    units.flat_map(|unit| &unit.values).any(|one| is_it(one, text))
}

/// Returns the text without the values of a field that it includes.
pub fn without_includes(text: &str, scope: Scope) -> String {
    without(text, scope, |clause, _| !clause.excludes)
}

/// The part of a name that a query can say: quotes have no sign of their own in it.
pub fn sayable(name: &str) -> String {
    let parts = name.split(|c: char| c == '"' || (c.is_control() && !c.is_whitespace()));
    let part = parts.max_by_key(|part| part.trim().len()).unwrap_or_default();
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value as it is typed: in quotes where it would not be one word.
pub(in crate::search) fn typed(value: &str) -> String {
    let value = sayable(value);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.' | '_' | '/' | '-');
    let bare = value.strip_prefix('@').unwrap_or(&value);
    let begins = bare.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    if begins && bare.chars().all(is_plain) { value } else { format!("\"{value}\"") }
}

/// A clause that does nothing but choose values of one field.
struct Clause {
    span: Range<usize>,
    excludes: bool,
    /// With `OR` between them.
    units: Vec<Unit>,
}

/// A field with its values.
struct Unit {
    span: Range<usize>,
    values: Vec<Value>,
}

struct Value {
    /// With its quotes.
    span: Range<usize>,
    text: String,
}

fn clauses(text: &str, scope: Scope) -> Vec<Clause> {
    let pieces = pieces(text, is_field);
    let within = |span: &Range<usize>| -> Vec<Piece> {
        let inside = |piece: &&Piece| span.start <= piece.span.start && piece.span.end <= span.end;
        pieces.iter().filter(inside).cloned().collect()
    };
    let spans = Query::parse(text).clauses().iter().map(|clause| clause.span.clone()).collect::<Vec<_>>();
    spans.into_iter().filter_map(|span| clause(&within(&span), span, scope)).collect()
}

fn clause(pieces: &[Piece], span: Range<usize>, scope: Scope) -> Option<Clause> {
    let (mut units, mut excludes) = (Vec::new(), false);
    // An operator at the end is still being typed.
    let said = pieces.iter().rposition(|piece| !matches!(piece.kind, Kind::Or | Kind::Not))?;
    let mut rest = &pieces[..=said];
    loop {
        rest = after(rest, &Kind::Or);
        if rest.is_empty() {
            break;
        }
        let (unit, negated, behind) = unit(rest, scope)?;
        units.push(unit);
        excludes |= negated;
        rest = behind;
        if rest.first().is_some_and(|next| next.kind != Kind::Or) {
            return None;
        }
    }
    // One of two exclusions excludes nothing.
    (units.len() == 1 || !excludes).then_some(Clause { span, excludes, units })
}

/// The pieces after all those of a kind at the beginning.
fn after<'a>(pieces: &'a [Piece], kind: &Kind) -> &'a [Piece] {
    let count = pieces.iter().take_while(|piece| piece.kind == *kind).count();
    &pieces[count..]
}

/// A field with its values, whether it is negated, and what stands behind it.
fn unit(pieces: &[Piece], scope: Scope) -> Option<(Unit, bool, &[Piece])> {
    let field = after(pieces, &Kind::Not);
    let (head, mut rest) = field.split_first()?;
    let Kind::Field(name) = &head.kind else { return None };
    if Scope::named(name) != Some(scope) {
        return None;
    }
    let mut nots = pieces.len() - field.len();
    let (mut end, mut values) = (head.span.end, Vec::new());
    while let Some((piece, behind)) = rest.split_first().filter(|(piece, _)| piece.span.start == end) {
        match &piece.kind {
            Kind::Word(text, _) | Kind::Phrase(text) => {
                values.push(Value { span: piece.span.clone(), text: text.clone() });
            }
            Kind::Not => nots += 1,
            Kind::Comma => {}
            Kind::Or => break,
            _ => return None,
        }
        (end, rest) = (piece.span.end, behind);
    }
    let unit = Unit { span: pieces[0].span.start..end, values };
    (!unit.values.is_empty()).then_some((unit, nots % 2 == 1, rest))
}

/// Returns the text without some of the chosen values of a field.
fn without(text: &str, scope: Scope, goes: impl Fn(&Clause, &str) -> bool) -> String {
    let mut left = text.to_owned();
    for clause in clauses(text, scope).iter().rev() {
        let units: Vec<Option<String>> =
            clause.units.iter().map(|unit| kept(text, scope, clause, unit, &goes)).collect();
        let is_whole =
            |(unit, kept): (&Unit, &Option<String>)| kept.as_deref() == Some(&text[unit.span.clone()]);
        if clause.units.iter().zip(&units).all(is_whole) {
            continue;
        }
        let kept = units.into_iter().flatten().collect::<Vec<_>>().join(" OR ");
        let (before, after) = (left[..clause.span.start].to_owned(), left[clause.span.end..].to_owned());
        left = if kept.is_empty() {
            joined(before.trim_end(), after.trim_start())
        } else {
            format!("{before}{kept}{after}")
        };
    }
    left
}

/// The text of a unit without the values that go; `None` when none stays.
fn kept(
    text: &str,
    scope: Scope,
    clause: &Clause,
    unit: &Unit,
    goes: &impl Fn(&Clause, &str) -> bool,
) -> Option<String> {
    let stay = unit.values.iter().filter(|value| !goes(clause, &value.text));
    let stay: Vec<&str> = stay.map(|value| &text[value.span.clone()]).collect();
    if stay.len() == unit.values.len() {
        return Some(text[unit.span.clone()].to_owned());
    }
    let sign = if clause.excludes { "-" } else { "" };
    (!stay.is_empty()).then(|| format!("{sign}{scope}:{}", stay.join(",")))
}

/// Two texts with a space between them, where both hold something.
fn joined(before: &str, after: &str) -> String {
    let space = if before.is_empty() || after.is_empty() { "" } else { " " };
    format!("{before}{space}{after}")
}

/// Returns the text such that a clause behind it stands for itself: quotes and parentheses closed,
/// without an `OR` at the end.
fn completed(text: &str) -> String {
    let mut text = text.trim_end().to_owned();
    while let Some(last) =
        pieces(&text, is_field).pop().filter(|last| matches!(last.kind, Kind::Or | Kind::Not))
    {
        text.truncate(last.span.start);
        text.truncate(text.trim_end().len());
    }
    let pieces = pieces(&text, is_field);
    if let Some(Piece { kind: Kind::Phrase(phrase), span }) = pieces.last()
        && span.len() < phrase.len() + 2
    {
        text.push('"');
    }
    let depth = pieces.iter().fold(0_usize, |depth, piece| match piece.kind {
        Kind::Open => depth + 1,
        Kind::Close => depth.saturating_sub(1),
        _ => depth,
    });
    text.extend(std::iter::repeat_n(')', depth));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn go(text: &str, choice: Choice) -> String {
        choose(text, Scope::Skill, "go", choice, |value| matches!(value, "go" | "golang"))
    }

    fn said(text: &str) -> Vec<(String, Choice)> {
        chosen(text, Scope::Skill).into_iter().map(|chosen| (chosen.value, chosen.choice)).collect()
    }

    #[test]
    fn one_value_is_included_excluded_and_off() {
        for (typed, included, excluded, off) in [
            ("", "skill:go", "-skill:go", ""),
            ("docs", "docs skill:go", "docs -skill:go", "docs"),
            ("skill:rust docs", "skill:rust,go docs", "skill:rust docs -skill:go", "skill:rust docs"),
            ("skill:golang", "skill:go", "-skill:go", ""),
            ("skill:rust,golang,c", "skill:rust,c,go", "skill:rust,c -skill:go", "skill:rust,c"),
            ("a !skills:golang b", "a b skill:go", "a b -skill:go", "a b"),
            ("skill:-go", "skill:go", "-skill:go", ""),
            ("skill:golang OR skill:c", "skill:c,go", "skill:c -skill:go", "skill:c"),
            ("(skill:go x)", "(skill:go x) skill:go", "(skill:go x) -skill:go", "(skill:go x)"),
            ("skill:go OR x", "skill:go OR x skill:go", "skill:go OR x -skill:go", "skill:go OR x"),
            ("need:go", "need:go skill:go", "need:go -skill:go", "need:go"),
        ] {
            assert_eq!(go(typed, Choice::Included), included, "{typed}");
            assert_eq!(go(typed, Choice::Excluded), excluded, "{typed}");
            assert_eq!(go(typed, Choice::Off), off, "{typed}");
        }
    }

    #[test]
    fn what_is_half_typed_is_completed_first() {
        for (typed, included) in [
            ("docs OR", "docs skill:go"),
            ("docs -", "docs - skill:go"),
            ("\"rest ap", "\"rest ap\" skill:go"),
            ("(docs (x", "(docs (x)) skill:go"),
            ("skill:\"rest ap", "skill:\"rest ap\",go"),
            ("skill:rust,", "skill:rust,go"),
            ("skill:", "skill: skill:go"),
            ("skill:c,)", "skill:c,) skill:go"),
            ("skill:c|", "skill:c,go"),
            ("skill:golang|--", "- skill:go"),
        ] {
            assert_eq!(go(typed, Choice::Included), included, "{typed}");
        }
    }

    #[test]
    fn values_are_quoted_where_they_would_be_several_words() {
        let project = |value| choose("", Scope::Project, value, Choice::Included, |_| false);
        assert_eq!(project("c++"), "project:c++");
        assert_eq!(project(".net"), "project:.net");
        assert_eq!(project("@jon"), "project:@jon");
        assert_eq!(project("Tide  pool"), "project:\"Tide pool\"");
        assert_eq!(project("-x"), "project:\"-x\"");
        assert_eq!(project("The \"Old\" harbour"), "project:harbour");
    }

    #[test]
    fn what_was_typed_is_what_is_chosen() {
        let chosen = |value: &str, choice| (value.to_owned(), choice);
        assert_eq!(
            said("skill:go,\"REST api\" -skill:c x"),
            [
                chosen("go", Choice::Included),
                chosen("REST api", Choice::Included),
                chosen("c", Choice::Excluded)
            ]
        );
        assert_eq!(said("skill:(go c) -(skill:go) go -skill:a OR -skill:b skill:x OR y"), []);
        assert_eq!(without_includes("a skill:go,c b -skill:x skill:d", Scope::Skill), "a b -skill:x");
    }

    /// Clauses that stand for themselves.
    fn complete() -> impl Strategy<Value = String> {
        let clause = prop::sample::select(vec![
            "docs",
            "\"rest api\"",
            "-x",
            "(a OR b)",
            "skill:c,d",
            "-skill:e",
            "project:\"tide pool\"",
            "a OR b",
        ]);
        prop::collection::vec(clause, 0..6).prop_map(|clauses| clauses.join(" "))
    }

    proptest! {
        #[test]
        fn all_the_way_round_gives_the_text_back(text in complete()) {
            let included = go(&text, Choice::Included);
            let excluded = go(&included, Choice::Excluded);
            prop_assert_eq!(go(&excluded, Choice::Off), text);
        }

        #[test]
        fn what_is_chosen_is_said_whatever_was_typed(
            text in "(go|skill:|golang|-|!|\\(|\\)|\"|,| |OR|\\||~|AND|@|é|project:x){0,12}",
            choice in prop::sample::select(vec![Choice::Off, Choice::Included, Choice::Excluded]),
        ) {
            let edited = go(&text, choice);
            let choices: Vec<Choice> = said(&edited)
                .into_iter()
                .filter(|(value, _)| matches!(value.as_str(), "go" | "golang"))
                .map(|(_, choice)| choice)
                .collect();
            let expected = if choice == Choice::Off { vec![] } else { vec![choice] };
            prop_assert_eq!(choices, expected, "{:?} became {:?}", text, edited);
            prop_assert!(Query::parse(&edited).notes().len() <= Query::parse(&text).notes().len() + 1);
        }
    }
}

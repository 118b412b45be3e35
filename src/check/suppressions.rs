//! Suppressions: comments in a document that hide findings.
//!
//! ```text
//! <!-- mentor-disable-next-line MT204 -- a reason -->    the line below
//! <!-- mentor-disable-line MT303 -->                     this line
//! <!-- mentor-disable MT401 --> … <!-- mentor-enable MT401 -->
//! <!-- mentor-disable-file MT208 -->                     everything
//! <!-- mentor-disable-proposal MT208 -->                 the proposal that it stands in
//! ```
//!
//! Codes and names are both understood; at least one has to be there. Text behind ` -- ` is the reason.

use std::collections::HashMap;

use super::context::ListingContext;
use super::diagnostic::{Diagnostic, Edit};
use super::reporter::Reporter;
use super::rule::{Applicability, Rule};
use super::rules;
use crate::model::Span;

/// How a comment to this program begins.
const OPENING: &str = "<!-- mentor-";
/// The words that may follow it.
const VERBS: [&str; 6] =
    ["disable-next-line", "disable-line", "disable", "disable-file", "disable-proposal", "enable"];

/// A request of a comment to hide the findings of one rule in one part of the document.
struct Suppression {
    /// The comment.
    comment: Span,
    /// The rule as it is named, and where.
    name: Span,
    rule: Option<&'static Rule>,
    /// Where findings of the rule begin that it hides.
    scope: Span,
    used: bool,
}

/// Marks what comments hide, and adds what is wrong with the comments.
pub(super) fn suppress(context: &ListingContext<'_>, found: &mut Vec<Diagnostic>) {
    let (mut suppressions, misspelt) = suppressions(context);
    if suppressions.is_empty() && misspelt.is_empty() {
        return;
    }
    let mut by_rule: HashMap<&str, (Vec<&mut Suppression>, Vec<&mut Diagnostic>)> = HashMap::new();
    for suppression in &mut suppressions {
        let Some(rule) = suppression.rule else { continue };
        by_rule.entry(rule.code).or_default().0.push(suppression);
    }
    for diagnostic in found.iter_mut() {
        if let Some((_, found)) = by_rule.get_mut(diagnostic.rule.code) {
            found.push(diagnostic);
        }
    }
    for (suppressions, found) in by_rule.into_values() {
        hide(suppressions, found);
    }
    found.extend(complaints(context, &suppressions, &misspelt));
}

/// Marks what suppressions about a rule hide, and which of them hide something.
fn hide(mut suppressions: Vec<&mut Suppression>, mut found: Vec<&mut Diagnostic>) {
    found.sort_by_key(|diagnostic| diagnostic.span.start);
    suppressions.sort_by_key(|suppression| suppression.scope);
    // How far into `found` something was hidden already.
    let mut hidden = 0;
    for suppression in suppressions {
        let end = suppression.scope.end.max(suppression.scope.start + 1);
        let first = found.partition_point(|diagnostic| diagnostic.span.start < suppression.scope.start);
        let after = found.partition_point(|diagnostic| diagnostic.span.start < end);
        suppression.used = first < after;
        for diagnostic in found.iter_mut().take(after).skip(first.max(hidden)) {
            diagnostic.suppressed = true;
        }
        hidden = hidden.max(after);
    }
}

/// The findings about comments themselves: those that hide nothing, name no rule, or are misspelt.
fn complaints(
    context: &ListingContext<'_>,
    suppressions: &[Suppression],
    misspelt: &[Span],
) -> Vec<Diagnostic> {
    let mut reporter = Reporter::new(context);
    let Some(rule) = rules::find("unused-suppression") else { return Vec::new() };
    reporter.open(rule, None);
    for &verb in misspelt {
        let written = verb.of(context.text);
        let message = format!("there is no comment `mentor-{written}`, so it suppresses nothing");
        reporter.add(
            verb,
            match nearest(written) {
                Some(near) => format!("{message}; did you mean `mentor-{near}`?"),
                None => message,
            },
        );
    }
    for group in suppressions.chunk_by(|one, next| one.comment == next.comment) {
        // A rule that does not run hides nothing, and is not to blame.
        let is_due =
            |suppression: &&Suppression| suppression.rule.is_none_or(|rule| context.settings.wants(rule));
        let unused: Vec<&Suppression> =
            group.iter().filter(|suppression| !suppression.used).filter(is_due).collect();
        let all = unused.len() == group.len();
        for suppression in &unused {
            let name = suppression.name.of(context.text);
            let message = match suppression.rule {
                _ if name.is_empty() => "the comment names no rule, so it suppresses nothing".to_owned(),
                None => rules::selected(name)
                    .map_or_else(|unknown| unknown.to_string(), |_| format!("`{name}` is not a single rule")),
                Some(_) => format!("this comment suppresses no problem of `{name}`"),
            };
            let gone = if all {
                whole_line(context, suppression.comment)
            } else {
                with_space(context.text, suppression.name)
            };
            let fix = vec![Edit::delete(gone)];
            let finding = reporter.add(suppression.name.max(Span::at(suppression.comment.start)), message);
            finding.fix(Applicability::Safe, if all { "remove the comment" } else { "remove the name" }, fix);
            if all {
                break;
            }
        }
    }
    reporter.into_vec()
}

/// A comment with its line, where nothing else stands on it.
fn whole_line(context: &ListingContext<'_>, comment: Span) -> Span {
    let text = context.text;
    let (first, last) = (context.line_at(comment.start), context.line_at(comment.end));
    let alone = text[first.start..comment.start].trim_end().is_empty()
        && text[comment.end..last.end].trim_start().is_empty();
    if alone { Span::new(first.start, last.end) } else { with_space(text, comment) }
}

/// A word with the blanks before it.
fn with_space(text: &str, span: Span) -> Span {
    Span::new(text[..span.start].trim_end_matches([' ', ',']).len(), span.end)
}

/// The word that a misspelt one was meant to be, where one is near.
fn nearest(verb: &str) -> Option<&'static str> {
    let verb = verb.to_ascii_lowercase();
    let slips = VERBS.into_iter().map(|known| (strsim::osa_distance(known, &verb), known));
    slips.min().filter(|(slips, known)| slips * 3 <= known.len().min(verb.len())).map(|(_, known)| known)
}

/// Every suppression of every comment, in document suppression, and the words that were meant to begin one.
fn suppressions(context: &ListingContext<'_>) -> (Vec<Suppression>, Vec<Span>) {
    let text = context.text;
    let (mut suppressions, mut misspelt): (Vec<Suppression>, Vec<Span>) = (Vec::new(), Vec::new());
    // The last suppression about each rule that a comment below can end.
    let mut open: HashMap<&str, usize> = HashMap::new();
    let mut fences = Fences::default();
    let mut end = 0;
    for start in memchr::memmem::find_iter(text.as_bytes(), OPENING) {
        // A comment cannot begin within another one.
        if start < end {
            continue;
        }
        let Some(length) = text[start..].find("-->") else { break };
        let comment = Span::new(start, start + length + 3);
        end = comment.end;
        if fences.hold(text, start) {
            continue;
        }
        let inner = Span::new(start + OPENING.len(), comment.end - 3);
        let words = inner.of(text);
        let verb_end = words.find(|c: char| c.is_whitespace()).unwrap_or(words.len());
        let (verb, rest) = words.split_at(verb_end);
        let names = rest.split(" -- ").next().unwrap_or_default();
        let Some(scope) = scope(context, verb, comment) else {
            let begins = ["disable", "enable"].iter().any(|known| verb.starts_with(known));
            if verb == "enable" {
                for rule in names.split([' ', ',', '\n']).filter_map(rules::find) {
                    // It ends what a comment above began.
                    if let Some(at) = open.remove(rule.code) {
                        let scope = &mut suppressions[at].scope;
                        *scope = Span::new(scope.start, comment.start.min(scope.end));
                    }
                }
            } else if begins || nearest(verb).is_some() {
                misspelt.push(Span::new(inner.start, inner.start + verb_end));
            }
            continue;
        };
        let names = names_in(text, Span::new(inner.start + verb_end, inner.start + verb_end + names.len()));
        for name in names {
            let rule = rules::find(name.of(text));
            if let Some(rule) = rule.filter(|_| verb == "disable") {
                open.insert(rule.code, suppressions.len());
            }
            suppressions.push(Suppression { comment, name, rule, scope, used: false });
        }
    }
    (suppressions, misspelt)
}

/// Where the words of a list stand; an empty one where there are none.
fn names_in(text: &str, span: Span) -> Vec<Span> {
    let mut names = Vec::new();
    let mut at = span.start;
    for part in span.of(text).split_inclusive(|c: char| c.is_whitespace() || c == ',') {
        let word = part.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        if !word.is_empty() {
            names.push(Span::new(at, at + word.len()));
        }
        at += part.len();
    }
    if names.is_empty() {
        names.push(Span::at(span.start));
    }
    names
}

/// The part of the document that a comment is about, or `None` if it hides nothing.
fn scope(context: &ListingContext<'_>, verb: &str, comment: Span) -> Option<Span> {
    let text = context.text;
    Some(match verb {
        "disable-next-line" => {
            let next = context.line_at(comment.end).end;
            context.line_at(next)
        }
        "disable-line" => Span::new(context.line_at(comment.start).start, context.line_at(comment.end).end),
        "disable" => Span::new(comment.end, text.len()),
        "disable-file" => Span::new(0, text.len() + 1),
        "disable-proposal" | "disable-program" => {
            let proposals = &context.listing.proposals;
            let after = proposals.partition_point(|proposal| proposal.heading.start <= comment.start);
            let end = proposals.get(after).map_or(text.len() + 1, |next| next.heading.start);
            after
                .checked_sub(1)
                .map_or(Span::at(comment.start), |at| Span::new(proposals[at].heading.start, end))
        }
        _ => return None,
    })
}

/// Tells what stands in code fences, asked for places in suppression.
#[derive(Default)]
struct Fences {
    /// How far the text was looked at: where a line begins.
    done: usize,
    /// Where that line ends.
    ahead: usize,
    /// The fence that is open.
    open: Option<&'static str>,
}

impl Fences {
    fn hold(&mut self, text: &str, offset: usize) -> bool {
        while self.done <= offset {
            if self.ahead <= self.done {
                let end = memchr::memchr(b'\n', &text.as_bytes()[self.done..]);
                self.ahead = end.map_or(text.len(), |at| self.done + at + 1);
            }
            if self.ahead > offset {
                break;
            }
            let line = text[self.done..self.ahead].trim_start();
            let fence = ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence));
            self.open = match (self.open, fence) {
                (None, fence) => fence,
                (Some(open), Some(fence)) if open == fence => None,
                (open, _) => open,
            };
            self.done = self.ahead;
        }
        self.open.is_some()
    }
}

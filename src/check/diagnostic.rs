//! A diagnostic: one thing that is wrong, where it is, and how it is fixed.

use super::rule::{Applicability, Rule, Severity};
use super::text::short;
use crate::model::{FieldKind, ProposalId, Span};

/// A text in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The text to remove; empty for a pure insertion.
    pub span: Span,
    pub text: String,
}

/// How something is fixed. All edits are made or none; they do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be made without asking.
    pub applicability: Applicability,
    /// A description of the change, in the imperative.
    pub message: String,
    /// In document order.
    pub edits: Vec<Edit>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where, in the same document.
    pub span: Span,
    pub message: String,
}

/// The project, proposal and field that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    pub project: Option<String>,
    pub title: Option<String>,
    pub proposal: Option<ProposalId>,
    pub field: Option<FieldKind>,
    /// Which of the field's items, from 0.
    pub index: Option<usize>,
}

/// One thing that is wrong in one document.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// The words right under the text, if they say more than the message.
    pub label: Option<String>,
    /// Advice in the imperative, if no fix gives it.
    pub help: Option<String>,
    /// More that helps to understand it; a line each.
    pub notes: Vec<String>,
    /// The listing, as an index into the catalog's.
    pub listing: usize,
    pub span: Span,
    pub subject: Subject,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    pub fix: Option<Fix>,
    /// A comment in the document says not to report it.
    pub suppressed: bool,
}

impl Diagnostic {
    /// Says something right under the text.
    pub(super) fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = Some(short(&label.into()).into_owned());
        self
    }

    /// Says what to do.
    pub(super) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(short(&help.into()).into_owned());
        self
    }

    /// Adds what helps to understand it.
    pub(super) fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.notes.push(short(&note.into()).into_owned());
        self
    }

    /// Sets another severity than the rule's.
    pub(super) fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Names the field, and which of its items.
    pub(super) fn field(&mut self, field: FieldKind, index: Option<usize>) -> &mut Self {
        (self.subject.field, self.subject.index) = (Some(field), index);
        self
    }

    /// Adds another place.
    pub(super) fn related(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { span, message: short(&message.into()).into_owned() });
        self
    }

    /// Takes its fix away; what that does is left as what to do.
    pub fn withdraw_fix(&mut self) {
        if let Some(fix) = self.fix.take() {
            self.help.get_or_insert(fix.message);
        }
    }

    /// Adds the way to fix it.
    pub(super) fn fix(
        &mut self,
        applicability: Applicability,
        message: impl Into<String>,
        edits: Vec<Edit>,
    ) -> &mut Self {
        let message = short(&message.into()).into_owned();
        self.fix = Some(Fix { applicability, message, edits });
        self
    }
}

impl Edit {
    /// Puts a text in.
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { span: Span::at(at), text: text.into() }
    }

    /// Puts a text in the place of another.
    pub(super) fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Takes a text away.
    pub(super) fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }

    /// Puts a text in the place of another, but only where the two differ.
    pub(super) fn change(source: &str, span: Span, text: &str) -> Self {
        let old = span.of(source);
        let same = |(old, new): &(char, char)| old == new;
        let start: usize = old.chars().zip(text.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let rest = (old[start..].chars().rev()).zip(text[start..].chars().rev());
        let end: usize = rest.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        Self {
            span: Span::new(span.start + start, span.end - end),
            text: text[start..text.len() - end].to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_touches_only_what_differs() {
        let change = |old: &str, new: &str| {
            let edit = Edit::change(old, Span::new(0, old.len()), new);
            (edit.span.start, edit.span.end, edit.text)
        };
        assert_eq!(change("(ada, x)", "(@ada, x)"), (1, 1, "@".to_owned()));
        assert_eq!(change("aa", "a"), (1, 2, String::new()));
        assert_eq!(change("é，b", "é, b"), (2, 5, ", ".to_owned()));
    }
}

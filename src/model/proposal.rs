//! A proposal: one mentorship idea, and the fields that describe it.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{Difficulty, Effort, Extent, Link, Mentor, Skill, Span};

/// The meaning of a field, whatever its label was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum FieldKind {
    Description,
    /// The result that is expected.
    Outcome,
    /// Knowledge that a mentee needs or will gain.
    Skills,
    Mentors,
    /// The issue (or issues) upstream where the work is discussed.
    Upstream,
    /// Where to apply.
    Apply,
    /// How hard it is.
    Difficulty,
    /// How much work it is.
    Size,
    /// Every other label; its text stays under the label as written.
    Other,
}

impl FieldKind {
    /// Its label in the template of the programmes, as fixes and exports write it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Description => "Description",
            Self::Outcome => "Expected Outcome",
            Self::Skills => "Recommended Skills",
            Self::Mentors => "Mentor(s)",
            Self::Upstream => "Upstream Issue",
            Self::Apply => "LFX URL",
            Self::Difficulty => "Difficulty",
            Self::Size => "Project Size",
            Self::Other => "Other",
        }
    }

    /// Its name for programs, and in sentences.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A labelled part of a proposal, in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub kind: FieldKind,
    /// The label without its decoration (bullet, bold, colon, emoji). Empty where prose stands
    /// under the title without any label.
    pub label: Span,
    /// The value, without surrounding white space; may span many lines.
    pub value: Span,
}

/// The identity of a proposal: the slug of its project path and title (and a number
/// where that is not unique). Stable across reloads and reorderings, never an index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProposalId(String);

impl ProposalId {
    /// The identity with this slug.
    pub fn new(slug: impl Into<String>) -> Self {
        Self(slug.into())
    }

    /// The slug: lower-case letters, digits and single hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProposalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One mentorship idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Unique in its catalog.
    pub id: ProposalId,
    /// The organisation's project that it belongs to: as a heading names it, else a field, else the
    /// title of the document.
    pub project: Option<String>,
    /// Whether nothing names the project as one: then it is what a field says, or the title of a document
    /// that is called a list.
    pub is_project_guessed: bool,
    /// The headings between project and proposal, joined by ` / `.
    pub subproject: Option<String>,
    /// The title as plain text.
    pub title: String,
    /// Whether it is still to be had, as brackets beside the title say it (`taken`, `closed`).
    pub status: Option<String>,
    /// The heading that holds the title: the whole line (or lines).
    pub heading: Span,
    /// The heading and everything below it that belongs to the proposal.
    pub section: Span,
    /// Every field, in document order.
    pub fields: Vec<Field>,
    /// Knowledge that a mentee needs or will gain, in document order.
    pub skills: Vec<Skill>,
    /// In document order.
    pub mentors: Vec<Mentor>,
    /// The issues upstream, in document order, each address once.
    pub upstream: Vec<Link>,
    /// Where to apply.
    pub apply: Option<Link>,
    /// How hard it is, as written.
    pub difficulty: Option<String>,
    /// How much work it is, as written.
    pub size: Option<String>,
}

impl Proposal {
    /// A proposal of which nothing but its title is known.
    pub fn new(id: ProposalId, title: impl Into<String>, heading: Span, section: Span) -> Self {
        Self {
            id,
            project: None,
            is_project_guessed: false,
            subproject: None,
            title: title.into(),
            status: None,
            heading,
            section,
            fields: Vec::new(),
            skills: Vec::new(),
            mentors: Vec::new(),
            upstream: Vec::new(),
            apply: None,
            difficulty: None,
            size: None,
        }
    }

    /// The project, where a heading or the document's title names it as one.
    pub fn named_project(&self) -> Option<&str> {
        self.project.as_deref().filter(|_| !self.is_project_guessed)
    }

    /// Project and subproject, joined by ` / `, or `None` without either.
    pub fn project_path(&self) -> Option<String> {
        let names: Vec<_> = self.project.iter().chain(&self.subproject).map(String::as_str).collect();
        (!names.is_empty()).then(|| names.join(" / "))
    }

    /// The fields of one kind, in document order.
    pub fn fields_of(&self, kind: FieldKind) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.kind == kind)
    }

    /// How hard it is, out of the words that say it.
    pub fn difficulty_level(&self) -> Option<Extent<Difficulty>> {
        self.difficulty.as_deref().and_then(Difficulty::read)
    }

    /// How much work it is, out of the words about its size; what those leave out may stand with the
    /// difficulty (`Medium (175h)`).
    pub fn effort(&self) -> Effort {
        let read =
            |text: &Option<String>, read: fn(&str) -> Effort| text.as_deref().map(read).unwrap_or_default();
        let (said, aside) = (read(&self.size, Effort::read), read(&self.difficulty, Effort::in_difficulty));
        Effort { size: said.size.or(aside.size), hours: said.hours.or(aside.hours) }
    }
}

//! The dates of a document: when one may apply, who is told when, and how long the work takes.

mod moment;

use super::Span;

pub use moment::{Clock, Day, Moment, offset_name};

/// The phases that a document names, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    pub phases: Vec<Phase>,
}

/// A time in which something happens, or until which it has to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its name as written, without emphasis; empty where it has none.
    pub label: String,
    pub kind: PhaseKind,
    /// The first day or moment; `None` where only the end is said.
    pub from: Option<Moment>,
    /// The last day or moment; `None` where only the beginning is said. The same as `from` for a day on which
    /// something happens.
    pub to: Option<Moment>,
    /// The place of the date in the document's text.
    pub span: Span,
    /// The place among the document's proposals of the only one that it holds for; `None` where it holds for all.
    pub proposal: Option<usize>,
}

/// The part of a programme that a phase belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhaseKind {
    /// Mentees apply.
    Applications,
    /// Projects and mentors say what could be done.
    Ideas,
    /// Applications are reviewed, mentees chosen and told.
    Selection,
    /// The work itself.
    Coding,
    /// The evaluation in the middle.
    Midterm,
    /// The last evaluation, the last day, the results.
    End,
    /// Everything else: organisations, community bonding, calls, payments, milestones.
    Other,
}

impl PhaseKind {
    /// The kinds, in the order of a programme.
    pub const ALL: [Self; 7] = [
        Self::Ideas,
        Self::Applications,
        Self::Selection,
        Self::Coding,
        Self::Midterm,
        Self::End,
        Self::Other,
    ];

    /// The name that programs get.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Ideas => "ideas",
            Self::Selection => "selection",
            Self::Coding => "coding",
            Self::Midterm => "midterm",
            Self::End => "end",
            Self::Other => "other",
        }
    }
}

impl Phase {
    /// Whether something happens on one day or at one moment.
    pub fn is_one_day(&self) -> bool {
        self.from.is_some() && self.from == self.to
    }

    /// Whether it ends without having been said to begin: a deadline.
    pub fn is_deadline(&self) -> bool {
        self.from.is_none() && self.to.is_some()
    }
}

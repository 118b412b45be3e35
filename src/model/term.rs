//! A term: the programme, year and season that a listing belongs to.

use std::fmt;

/// The programme, year and season of a listing. Terms are ordered by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// The year.
    pub year: u16,
    /// The part of the year, where it is said.
    pub season: Option<Season>,
    /// The programme, where it is said.
    pub programme: Option<Programme>,
}

/// Who runs the mentorships.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Programme {
    /// LFX Mentorship.
    Lfx,
    /// Google Summer of Code.
    Gsoc,
    /// Another one, by its name.
    Other(String),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// From one month to another, 1 to 12.
    Months(u8, u8),
    /// A quarter, from 1.
    Quarter(u8),
    /// A term by its number, from 1.
    Term(u8),
    /// A season by its name.
    Named(&'static str),
}

/// The names of the months as they are shown.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl fmt::Display for Term {
    /// `LFX 2025 Jun–Aug`, `GSoC 2026`, `2025 Term 2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(programme) = &self.programme {
            write!(f, "{programme} ")?;
        }
        write!(f, "{}", self.year)?;
        self.season.map_or(Ok(()), |season| write!(f, " {season}"))
    }
}

impl fmt::Display for Programme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lfx => "LFX",
            Self::Gsoc => "GSoC",
            Self::Other(name) => name,
        })
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = |number: u8| MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("?");
        match *self {
            Self::Months(from, to) if from == to => f.write_str(month(from)),
            Self::Months(from, to) => write!(f, "{}–{}", month(from), month(to)),
            Self::Quarter(number) => write!(f, "Q{number}"),
            Self::Term(number) => write!(f, "Term {number}"),
            Self::Named(name) => f.write_str(name),
        }
    }
}

//! A term: the programme, year and season that a listing belongs to.

use std::fmt;

/// The programme, year and season of a listing. Terms are ordered by time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
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

/// The terms of LFX Mentorship: their months, and the name of the season.
const LFX_TERMS: [((u8, u8), &str); 3] = [((3, 5), "Spring"), ((6, 8), "Summer"), ((9, 11), "Fall")];
/// Since this year there are three of them.
const LFX_SINCE: u16 = 2021;

impl Term {
    /// The same term by its usual name: those of LFX Mentorship by their months, however they are
    /// written (`Term 3`, `Q3`, `Fall`).
    pub fn normalized(self) -> Self {
        let number = match self.season {
            _ if self.programme != Some(Programme::Lfx) || self.year < LFX_SINCE => None,
            Some(Season::Quarter(number) | Season::Term(number)) => usize::from(number).checked_sub(1),
            Some(Season::Named(name)) => {
                let name = if name == "Autumn" { "Fall" } else { name };
                LFX_TERMS.iter().position(|(_, known)| *known == name)
            }
            Some(Season::Months(..)) | None => None,
        };
        let months = number.and_then(|number| LFX_TERMS.get(number));
        let season = months.map(|&((from, to), _)| Season::Months(from, to));
        Self { season: season.or(self.season), ..self }
    }

    /// The names that people know it by: the shown one, and for a term of LFX Mentorship those by its
    /// number, its season, and as its folder is called.
    pub fn names(&self) -> Vec<String> {
        let mut names = vec![self.to_string()];
        let Some(Season::Months(from, to)) = self.season.filter(|_| self.programme == Some(Programme::Lfx))
        else {
            return names;
        };
        let terms = LFX_TERMS.iter().zip(1..).filter(|((months, _), _)| *months == (from, to));
        for ((_, season), number) in terms {
            let (year, months) = (self.year, Season::Months(from, to).to_string().replace('–', "-"));
            names.extend([
                format!("LFX {year} Term {number}"),
                format!("LFX {year} {season}"),
                format!("LFX {year} Q{number}"),
                format!("LFX {year} 0{number}-{months}"),
                format!("LFX {year} {months}"),
            ]);
        }
        names
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn term(programme: Programme, year: u16, season: Season) -> Term {
        Term { year, season: Some(season), programme: Some(programme) }.normalized()
    }

    #[test]
    fn a_term_has_one_shown_name_however_it_is_written() {
        use Season::{Months, Named, Quarter, Term};
        for season in [Months(9, 11), Term(3), Quarter(3), Named("Fall"), Named("Autumn")] {
            assert_eq!(term(Programme::Lfx, 2026, season).to_string(), "LFX 2026 Sep–Nov");
        }
        for season in [Months(3, 5), Term(1), Quarter(1), Named("Spring")] {
            assert_eq!(term(Programme::Lfx, 2022, season).to_string(), "LFX 2022 Mar–May");
        }
        assert_eq!(term(Programme::Lfx, 2020, Quarter(1)).to_string(), "LFX 2020 Q1");
        assert_eq!(term(Programme::Lfx, 2026, Term(4)).to_string(), "LFX 2026 Term 4");
        assert_eq!(term(Programme::Lfx, 2026, Term(0)).to_string(), "LFX 2026 Term 0");
        assert_eq!(term(Programme::Gsoc, 2026, Term(1)).to_string(), "GSoC 2026 Term 1");
    }

    #[test]
    fn a_term_is_known_by_its_other_names() {
        let names = term(Programme::Lfx, 2026, Season::Term(3)).names();
        assert_eq!(
            names,
            [
                "LFX 2026 Sep–Nov",
                "LFX 2026 Term 3",
                "LFX 2026 Fall",
                "LFX 2026 Q3",
                "LFX 2026 03-Sep-Nov",
                "LFX 2026 Sep-Nov"
            ]
        );
        assert_eq!(term(Programme::Gsoc, 2026, Season::Months(9, 11)).names(), ["GSoC 2026 Sep–Nov"]);
    }
}

//! The years of days that are written without one.

use jiff::civil::Date;

use super::blocks::{Block, Shape};
use super::find::Point;
use crate::model::{PhaseKind, Season, Term};

/// The years that a document names.
#[derive(Debug, Clone, Default)]
pub(super) struct Years {
    /// The year of each heading that names one, with its level and its end.
    headings: Vec<(usize, u8, Option<i16>)>,
    term: Option<Term>,
    /// The only year of the front matter.
    front: Option<i16>,
    /// The day that the front matter gives the document.
    posted: Option<Date>,
    /// Years that are named in the text, with their places.
    named: Vec<(usize, i16)>,
}

/// A year, and how surely it is that of a day in any month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Of(i16),
    /// The year of the day that is nearest to a posting.
    Near(Date),
}

impl Years {
    pub(super) fn of(text: &str, blocks: &[Block], term: Option<&Term>) -> Self {
        let headings = blocks.iter().filter_map(|block| match block.shape {
            Shape::Heading(level) => Some((block.span.end, level, year_of(block.span.of(text)))),
            _ => None,
        });
        let front = front_matter(text);
        let named = blocks.iter().filter(|block| matches!(block.shape, Shape::Paragraph | Shape::Item));
        let named = named
            .filter_map(|block| Some((block.span.end, year_of(&without_addresses(block.span.of(text)))?)));
        Self {
            headings: headings.collect(),
            term: term.cloned(),
            front: front.and_then(named_in_front),
            posted: front.and_then(posted),
            named: named.collect(),
        }
    }

    /// The year of a place in the text; `None` where nothing settles it.
    pub(super) fn at(&self, place: usize) -> Option<Year> {
        let above = self.headings.partition_point(|&(end, ..)| end <= place);
        // The nearest heading that the place stands below, and those that stand over that one.
        let mut level = u8::MAX;
        for &(_, own, year) in self.headings[..above].iter().rev().take(MOST_HEADINGS) {
            if own < level {
                if let Some(year) = year {
                    return Some(Year::Of(year));
                }
                level = own;
            }
        }
        let term = self.term.as_ref().and_then(|term| i16::try_from(term.year).ok());
        if let Some(year) = term.or(self.front) {
            return Some(Year::Of(year));
        }
        if let Some(posted) = self.posted {
            return Some(Year::Near(posted));
        }
        let before = self.named.partition_point(|&(end, _)| end <= place);
        let nearest = before.checked_sub(1).map(|at| self.named[at]).or_else(|| self.named.first().copied());
        nearest.map(|(_, year)| Year::Of(year))
    }

    /// The year of a day in the given one: a term that begins in spring takes its applications from the autumn before.
    pub(super) fn of_day(&self, year: Year, point: Point, kind: PhaseKind) -> i16 {
        let month = point.day.month;
        match year {
            Year::Near(posted) => near(posted, month),
            Year::Of(year) => {
                let Some(Season::Months(from, to)) = self.term.as_ref().and_then(|term| term.season) else {
                    return year;
                };
                let (from, to) = (i16::from(from), i16::from(to));
                let month = i16::from(month);
                let is_early = matches!(
                    kind,
                    PhaseKind::Ideas | PhaseKind::Applications | PhaseKind::Selection | PhaseKind::Other
                );
                let is_late = matches!(
                    kind,
                    PhaseKind::Coding | PhaseKind::Midterm | PhaseKind::End | PhaseKind::Other
                );
                if month > to && is_early && month - to > 12 - month + from {
                    year - 1
                } else if month < from && is_late && from - month > 12 - to + month {
                    year + 1
                } else {
                    year
                }
            }
        }
    }
}

/// So many headings are looked back at.
const MOST_HEADINGS: usize = 64;

/// The year in which a month is nearest to a posting; what is announced lies ahead more often than behind.
fn near(posted: Date, month: i8) -> i16 {
    const AHEAD: i8 = 8;
    let ahead = (month - posted.month()).rem_euclid(12);
    let is_next = month < posted.month() && ahead <= AHEAD;
    let is_last = month > posted.month() && ahead > AHEAD;
    posted.year() + i16::from(is_next) - i16::from(is_last)
}

fn front_matter(text: &str) -> Option<&str> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let body = &text[3..];
    Some(&body[..memchr::memmem::find(body.as_bytes(), format!("\n{fence}").as_bytes())?])
}

fn posted(front: &str) -> Option<Date> {
    let line = front.lines().find_map(|line| {
        let rest = line.trim_start().strip_prefix("date")?.trim_start();
        rest.strip_prefix([':', '='])
    })?;
    let day = line.trim().trim_matches(['"', '\'']).get(..10)?;
    day.parse().ok()
}

fn named_in_front(front: &str) -> Option<i16> {
    let lines = front.lines().filter(|line| !line.trim_start().to_ascii_lowercase().starts_with("date"));
    lines.map(without_addresses).find_map(|line| year_of(&line))
}

fn without_addresses(line: &str) -> String {
    line.split_whitespace()
        .map(|word| if word.contains("](") { word.split("](").next().unwrap_or_default() } else { word })
        .filter(|word| !word.contains("://") && !word.contains('/'))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The only year that a text names as a word: `2026`, `GSoC26`, `gsoc-2026`. Two years settle nothing, but the later of two
/// that follow each other.
pub(super) fn year_of(text: &str) -> Option<i16> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let years = words.filter_map(|word| {
        let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = &word[..word.len() - digits.len()];
        match digits.len() {
            4 if letters.is_empty() || is_programme(letters) => digits.parse().ok(),
            2 if is_programme(letters) => digits.parse::<i16>().ok().map(|year| 2000 + year),
            _ => None,
        }
    });
    let mut years: Vec<i16> = years.filter(|year| (2005..=2099).contains(year)).collect();
    years.dedup();
    match years.as_slice() {
        [year] => Some(*year),
        [first, rest @ ..] if !rest.is_empty() && rest.iter().all(|year| year == first) => Some(*first),
        _ => None,
    }
}

fn is_programme(letters: &str) -> bool {
    ["gsoc", "gsod", "ospp", "osre", "woc", "sok", "lfx"]
        .iter()
        .any(|name| letters.eq_ignore_ascii_case(name))
}

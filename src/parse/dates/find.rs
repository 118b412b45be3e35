//! Days and ranges in a piece of plain text.

use super::day;
use super::lex::{Kind, Token, tokens};
use super::offset::Zone;
use super::time::{self, Time};
use super::zone;
use crate::model::{Clock, Day};

/// A day, with the time and the zone where they are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) day: Day,
    pub(super) clock: Option<Clock>,
    pub(super) is_next_day: bool,
    pub(super) zone: Option<Zone>,
}

/// A day or a range in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) from: Point,
    /// The end of a range.
    pub(super) to: Option<Point>,
    /// Whether its end is a day that the calendar does not have.
    pub(super) is_open: bool,
    /// The place in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Found {
    /// The last day.
    pub(super) fn last(&self) -> Point {
        self.to.unwrap_or(self.from)
    }
}

/// The days and ranges of a text, in its order.
pub(super) fn all(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match range(text, &tokens, at) {
            Some((range, next)) => {
                found.push(range);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a token may begin a day: everything else need not be tried.
fn may_begin(token: &Token) -> bool {
    matches!(token.kind, Kind::Number { digits: 1 | 2 | 4, .. } | Kind::Word { .. })
}

/// A day or a range at a token, with the time that stands before it (`by 9:00 CET 9th March`).
fn range(text: &str, tokens: &[Token], at: usize) -> Option<(Found, usize)> {
    if !may_begin(&tokens[at]) || is_part(tokens, at) {
        return None;
    }
    if let Some((found, end)) = shared_month(text, tokens, at) {
        return Some((found, end));
    }
    let Some((mut from, mut next)) = point(text, tokens, at) else { return time_first(text, tokens, at) };
    let start = tokens[at].start;
    let mut to = None;
    if let Some((end, behind)) = second(text, tokens, at, next, from) {
        (to, next) = (Some(end), behind);
    }
    if let Some(to) = &mut to {
        share(&mut from, to);
    }
    let is_open = to.is_some_and(|to| !to.day.exists());
    let to = to.filter(|_| !is_open);
    Some((Found { from, to, is_open, start, end: tokens[next - 1].end }, next))
}

/// Whether a number goes on from what stands before it: a version, an address, a share of a number.
fn is_part(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let is_number = tokens[at].number().is_some();
    if is_number && before.word() == Some("version") {
        return true;
    }
    before.end == tokens[at].start
        && is_number
        && (matches!(before.kind, Kind::Sign('#' | '$' | '/' | '.' | '=' | '_' | ':' | '€' | '£'))
            || before.is_sign('-') && at >= 2 && tokens[at - 2].end == before.start
            || matches!(before.kind, Kind::Word { .. }))
}

/// `9:00 am CET 9th March`, `23:59 UTC on August 18`, `6pm on Friday, May 8`.
fn time_first(text: &str, tokens: &[Token], at: usize) -> Option<(Found, usize)> {
    let (time, mut next) = time::bare(text, tokens, at)?;
    for _ in 0..2 {
        let skipped = |token: &Token| {
            token.is_sign(',')
                || token.word().is_some_and(|word| matches!(word, "on" | "of" | "the" | "am" | "le" | "del"))
        };
        if tokens.get(next).is_some_and(skipped) {
            next += 1;
        }
    }
    let (day, mut next) = day::read(tokens, next)?;
    let mut zone = time.zone;
    if zone.is_none()
        && let Some((said, behind)) = zone::read(text, tokens, next, true)
    {
        (zone, next) = (Some(said), behind);
    }
    let from = Point { day, clock: Some(time.clock), is_next_day: time.is_next_day, zone };
    Some((Found { from, to: None, is_open: false, start: tokens[at].start, end: tokens[next - 1].end }, next))
}

/// A day with its time and zone, and the token behind it.
fn point(text: &str, tokens: &[Token], at: usize) -> Option<(Point, usize)> {
    let (mut day, mut next) = day::read(tokens, at)?;
    let mut point = Point { day, clock: None, is_next_day: false, zone: None };
    // `Aug 18 (Tue)`, `Aug 18 (Tue), 2026`.
    if let Some(behind) = weekday_in_brackets(tokens, next) {
        next = behind;
        if day.year.is_none()
            && let Some((year, behind)) = day::year_at(tokens, next)
        {
            day.year = Some(year);
            point.day = day;
            next = behind;
        }
    }
    if let Some((Time { clock, is_next_day, zone }, behind)) = time::after_day(text, tokens, next) {
        point = Point { clock: Some(clock), is_next_day, zone, ..point };
        next = behind;
        if day.year.is_none()
            && let Some((year, behind)) = day::year_at(tokens, next)
        {
            point.day.year = Some(year);
            next = behind;
        }
    } else if let Some((zone, behind)) =
        zone::read(text, tokens, next + usize::from(is_comma(tokens, next)), true)
    {
        point.zone = Some(zone);
        next = behind;
    }
    Some((point, next))
}

fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_sign(','))
}

fn weekday_in_brackets(tokens: &[Token], at: usize) -> Option<usize> {
    let opens = tokens.get(at)?.is_sign('(') || tokens[at].is_sign('（');
    let word = tokens.get(at + 1)?.word().is_some_and(super::names::is_weekday);
    let closes = tokens.get(at + 2)?.is_sign(')') || tokens[at + 2].is_sign('）');
    (opens && word && closes).then_some(at + 3)
}

/// The token behind what joins two ends of a range; `None` where nothing does.
fn joined(tokens: &[Token], begin: usize, at: usize) -> Option<usize> {
    let mut next = at + usize::from(is_comma(tokens, at));
    let token = tokens.get(next)?;
    let before = |back: usize| begin.checked_sub(back).and_then(|at| tokens.get(at)?.word());
    let is_between =
        [1, 2, 3].iter().any(|&back| matches!(before(back), Some("between" | "entre" | "zwischen" | "tra")));
    match token.word() {
        _ if token.is_dash() => next += 1,
        Some(
            "to" | "until" | "till" | "til" | "through" | "thru" | "bis" | "au" | "al" | "hasta" | "ate"
            | "jusqu" | "jusqu'au",
        ) => next += 1,
        Some("a")
            if matches!(before(1), Some("del" | "de" | "dal"))
                || token.start > tokens[at.saturating_sub(1)].end =>
        {
            next += 1;
        }
        Some("and" | "und" | "et" | "y" | "e") if is_between => next += 1,
        None if day::is_joining(token) => {
            while tokens.get(next).is_some_and(day::is_joining) {
                next += 1;
            }
            return Some(next);
        }
        _ => return None,
    }
    // `--`, `- to`, `until the`, `to on`.
    while tokens.get(next).is_some_and(|token| {
        token.is_dash()
            || token
                .word()
                .is_some_and(|word| matches!(word, "the" | "on" | "to" | "le" | "el" | "zum" | "o" | "dia"))
    }) {
        next += 1;
    }
    Some(next)
}

/// The end of a range that begins with `from`: another day, or a day of the same month (`May 1 - 24`).
fn second(text: &str, tokens: &[Token], begin: usize, at: usize, from: Point) -> Option<(Point, usize)> {
    let next = joined(tokens, begin, at)?;
    if let Some((to, behind)) = point(text, tokens, next) {
        return Some((to, behind));
    }
    let (day, behind) = day::day_at(tokens, day::after_weekday(tokens, next))?;
    // `May 8 - 5 mentees` counts something; a day of the same month comes later and ends the date.
    let has_ordinal = tokens[behind - 1].word().is_some();
    let ends = has_ordinal
        || tokens.get(behind).is_none_or(|token| {
            let goes_on = matches!(
                token.word(),
                Some("at" | "inclusive" | "until" | "on" | "in" | "for" | "via" | "and")
            );
            !matches!(token.kind, Kind::Word { .. }) || goes_on
        });
    if day <= from.day.day || !ends {
        return None;
    }
    let mut to = Point { day: Day { day, ..from.day }, clock: None, is_next_day: false, zone: None };
    let mut end = behind;
    if tokens.get(end).is_some_and(|token| token.is_sign('日') || token.is_sign('号')) {
        end += 1;
    }
    if from.day.year.is_none()
        && let Some((year, behind)) = day::year_at(tokens, end)
    {
        to.day.year = Some(year);
        end = behind;
    }
    if let Some((time, behind)) = time::after_day(text, tokens, end) {
        to = Point { clock: Some(time.clock), is_next_day: time.is_next_day, zone: time.zone, ..to };
        end = behind;
    } else if let Some((zone, behind)) = zone::read(text, tokens, end, true) {
        (to.zone, end) = (Some(zone), behind);
    }
    Some((to, end))
}

/// `14th – 25th March`, `4 to 8 of March 2026`, `del 1 al 15 de marzo`: both ends before their month.
fn shared_month(text: &str, tokens: &[Token], at: usize) -> Option<(Found, usize)> {
    let begin = day::after_weekday(tokens, at);
    let (first, next) = day::day_at(tokens, begin)?;
    let dot = usize::from(tokens.get(next).is_some_and(|token| token.is_sign('.')));
    let next = joined(tokens, begin, next + dot)?;
    let (to, end) = point(text, tokens, next)?;
    // Only where the second is written with its day before its month.
    day::day_at(tokens, day::after_weekday(tokens, next))?;
    let day = Day { day: first, ..to.day };
    if first >= to.day.day
        || !matches!(tokens[end - 1].kind, Kind::Word { .. } | Kind::Number { .. } | Kind::Sign(_))
    {
        return None;
    }
    let from = Point { day, clock: None, is_next_day: false, zone: to.zone };
    Some((
        Found { from, to: Some(to), is_open: false, start: tokens[at].start, end: tokens[end - 1].end },
        end,
    ))
}

/// Gives each end of a range the year and the zone that only the other has.
fn share(from: &mut Point, to: &mut Point) {
    let is_over_the_end = (from.day.month, from.day.day) > (to.day.month, to.day.day);
    match (from.day.year, to.day.year) {
        (None, Some(year)) => from.day.year = Some(year - i16::from(is_over_the_end)),
        (Some(year), None) => to.day.year = Some(year + i16::from(is_over_the_end)),
        _ => {}
    }
    match (from.zone, to.zone) {
        (None, zone @ Some(_)) => from.zone = zone,
        (zone @ Some(_), None) => to.zone = zone,
        _ => {}
    }
}

#[cfg(test)]
mod tests;

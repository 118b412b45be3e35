//! Times of the day: `18:00`, `5:00 PM`, `11AM`, `18h30`, `noon`.

use super::lex::{Kind, Token};
use super::offset::Zone;
use super::zone;
use crate::model::Clock;

/// A time with its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) clock: Clock,
    /// Whether it is the end of its day: `24:00`.
    pub(super) is_next_day: bool,
    pub(super) zone: Option<Zone>,
}

/// The time at a token with what leads to it (`, at`, `@`, `-`, `(`), and the token behind it.
pub(super) fn after_day(text: &str, tokens: &[Token], mut at: usize) -> Option<(Time, usize)> {
    let opened = tokens.get(at)?.is_sign('(') || tokens[at].is_sign('（');
    if opened {
        at += 1;
    }
    for _ in 0..3 {
        let token = tokens.get(at)?;
        let leads = token.is_sign(',')
            || token.is_sign('@')
            || token.is_sign(';')
            || token.is_dash()
            || token.is_sign('|');
        let leading = |word: &str| {
            matches!(word, "at" | "um" | "a" | "as" | "las" | "by" | "until" | "alle" | "bis" | "T" | "t")
        };
        if leads || token.word().is_some_and(leading) {
            at += 1;
        } else {
            break;
        }
    }
    let (time, mut end) = bare(text, tokens, at)?;
    if opened {
        let closed =
            (end..tokens.len().min(end + 8)).find(|&at| tokens[at].is_sign(')') || tokens[at].is_sign('）'));
        end = closed.map_or(end, |at| at + 1);
        return Some((time, end));
    }
    Some(also_in_brackets(text, tokens, time, end))
}

/// The same time in another zone, in brackets: `11AM PST (19:00 UTC)`. It tells the zone where none was said.
fn also_in_brackets(text: &str, tokens: &[Token], time: Time, end: usize) -> (Time, usize) {
    if !tokens.get(end).is_some_and(|token| token.is_sign('(')) {
        return (time, end);
    }
    let Some((other, behind)) = bare(text, tokens, end + 1) else { return (time, end) };
    if !tokens.get(behind).is_some_and(|token| token.is_sign(')')) {
        return (time, end);
    }
    (if time.zone.is_none() && other.zone.is_some() { other } else { time }, behind + 1)
}

/// The time at a token, and the token behind it with its zone.
pub(super) fn bare(text: &str, tokens: &[Token], at: usize) -> Option<(Time, usize)> {
    let (hour, minute, mut end) = clock(tokens, at)?;
    let mut hour = hour;
    if let Some((half, behind)) = half_of_day(tokens, end) {
        if hour > 12 && half == Half::Before {
            return None;
        }
        hour = match half {
            Half::Before => hour % 12,
            Half::After if hour < 12 => hour + 12,
            Half::After => hour,
        };
        end = behind;
    } else if tokens
        .get(end)
        .and_then(Token::word)
        .is_some_and(|word| matches!(word, "uhr" | "hrs" | "hours" | "h" | "hs"))
    {
        end += 1;
    }
    let zone = zone::read(text, tokens, end, false);
    let (zone, end) = zone.map_or((None, end), |(zone, end)| (Some(zone), end));
    let is_next_day = hour == 24;
    let hour = if is_next_day { 0 } else { hour };
    let clock = Clock { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok()? };
    Some((Time { clock, is_next_day, zone }, end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Before,
    After,
}

/// `am`, `PM`, `p.m.`
fn half_of_day(tokens: &[Token], at: usize) -> Option<(Half, usize)> {
    let word = tokens.get(at)?.word()?;
    let dotted = |letter: &str| {
        let dot = |at: usize| tokens.get(at).is_some_and(|token| token.is_sign('.'));
        let m = tokens.get(at + 2).and_then(Token::word) == Some("m");
        (word == letter && dot(at + 1) && m).then(|| at + 3 + usize::from(dot(at + 3)))
    };
    match word {
        "am" => Some((Half::Before, at + 1)),
        "pm" => Some((Half::After, at + 1)),
        _ => dotted("a").map(|end| (Half::Before, end)).or_else(|| Some((Half::After, dotted("p")?))),
    }
}

/// Hour and minute, and the token behind them.
fn clock(tokens: &[Token], at: usize) -> Option<(u32, u32, usize)> {
    let token = tokens.get(at)?;
    if let Some(word) = token.word() {
        let midnight = matches!(word, "midnight" | "mitternacht" | "minuit" | "medianoche");
        let noon = matches!(word, "noon" | "midday" | "mittag" | "mediodia");
        return (midnight || noon).then_some((if noon { 12 } else { 24 }, 0, at + 1));
    }
    let Kind::Number { value: hour, digits: 1 | 2 } = token.kind else { return None };
    let next = tokens.get(at + 1)?;
    let touches =
        |at: usize| tokens.get(at).zip(tokens.get(at + 1)).is_some_and(|(one, two)| one.end == two.start);
    let two_digits = |at: usize| match tokens.get(at)?.kind {
        Kind::Number { value, digits: 2 } if value < 60 => Some(value),
        _ => None,
    };
    let colon =
        next.is_sign(':') || next.is_sign('：') || next.is_sign('.') && half_of_day(tokens, at + 3).is_some();
    if colon && touches(at) && hour <= 24 {
        let minute = two_digits(at + 2)?;
        let mut end = at + 3;
        if tokens.get(end).is_some_and(|token| token.is_sign(':')) && two_digits(end + 1).is_some() {
            end += 2;
        }
        return (hour < 24 || minute == 0).then_some((hour, minute, end));
    }
    if next.word() == Some("h") && touches(at) && hour <= 24 {
        let minute = two_digits(at + 2).filter(|_| touches(at + 1));
        return Some((hour, minute.unwrap_or(0), at + 2 + usize::from(minute.is_some())));
    }
    let is_oclock = half_of_day(tokens, at + 1).is_some() && (1..=12).contains(&hour)
        || next.word() == Some("uhr") && hour <= 24;
    is_oclock.then_some((hour, 0, at + 1))
}

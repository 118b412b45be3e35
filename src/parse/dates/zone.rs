//! Time zones as documents name them.

use super::lex::{Kind, Token};
use super::names;
use super::offset::Zone;

/// The zone at a token, and the token behind it. `UTC+2`, `(UTC-5)`, `Pacific Time`, `US Central Time (UTC-5)`,
/// `Anywhere on Earth`. With `is_alone` no time stands before it: then an abbreviation of two letters is none.
pub(super) fn read(text: &str, tokens: &[Token], at: usize, is_alone: bool) -> Option<(Zone, usize)> {
    let opened = tokens.get(at)?.is_sign('(') || tokens[at].is_sign('（') || tokens[at].is_sign('[');
    let mut at = at + usize::from(opened);
    if tokens.get(at)?.word().is_some_and(|word| matches!(word, "us" | "in" | "the")) {
        at += 1;
    }
    let token = tokens.get(at)?;
    let next = |ahead: usize| tokens.get(at + ahead).and_then(Token::word);
    let found = match token.word() {
        Some("anywhere") if next(1) == Some("on") => {
            let earth = 2 + usize::from(next(2) == Some("the"));
            (next(earth) == Some("earth")).then_some((Zone::Fixed(-12 * 60), at + earth + 1))
        }
        Some("coordinated") if next(1) == Some("universal") => Some((Zone::Fixed(0), at + 3)),
        Some(word) => named(word, next(1), next(2), at).or_else(|| {
            let written = &text[token.start..token.end];
            let is_short = written.len() < 3 && (is_alone || written != written.to_uppercase());
            let zone = names::zone(word).filter(|_| !is_short && written.chars().any(char::is_uppercase))?;
            Some(shifted(zone, tokens, at + 1))
        }),
        None if token.is_sign('+') || token.is_sign('-') && !is_alone => {
            // A bare distance: `18:00 +02:00`.
            let digits = matches!(tokens.get(at + 1)?.kind, Kind::Number { digits: 2 | 4, .. });
            let touches = tokens[at].end == tokens[at + 1].start;
            let (zone, end) = shifted(Zone::Fixed(0), tokens, at);
            (digits && touches && end > at).then_some((zone, end))
        }
        None if token.is_sign('北') || token.is_sign('中') => {
            Some((Zone::Fixed(8 * 60), chinese(tokens, at)?))
        }
        None => None,
    };
    let (mut zone, mut end) = found?;
    if opened {
        let closes = |at: usize| {
            tokens.get(at).is_some_and(|token| [')', '）', ']'].iter().any(|&sign| token.is_sign(sign)))
        };
        end += usize::from(closes(end));
    } else if let Some((exact, behind)) = distance_in_brackets(tokens, end) {
        (zone, end) = (exact, behind);
    }
    Some((zone, end))
}

/// `北京时间`, `中国标准时间`: how many characters it takes.
fn chinese(tokens: &[Token], at: usize) -> Option<usize> {
    let ahead = (2..8).find(|&ahead| tokens.get(at + ahead).is_some_and(|token| token.is_sign('间')))?;
    Some(at + ahead + 1)
}

fn named(word: &str, next: Option<&str>, after: Option<&str>, at: usize) -> Option<(Zone, usize)> {
    let (zone, standard) = names::named_zone(word)?;
    match (next, after) {
        (Some("time"), _) => Some((zone, at + 2)),
        (Some("standard"), Some("time")) => Some((Zone::Fixed(standard), at + 3)),
        (Some("daylight"), Some("time")) => Some((Zone::Fixed(standard + 60), at + 3)),
        _ => None,
    }
}

/// The distance that follows a name: `UTC+5:30`, `GMT-3`, `UTC+0530`.
fn shifted(zone: Zone, tokens: &[Token], at: usize) -> (Zone, usize) {
    let none = (zone, at);
    let Zone::Fixed(0) = zone else { return none };
    let Some(sign) = tokens.get(at) else { return none };
    let factor = match sign.kind {
        Kind::Sign('+') => 1,
        Kind::Sign('-' | '−' | '–') => -1,
        _ => return none,
    };
    let Some(Kind::Number { value, digits }) = tokens.get(at + 1).map(|token| &token.kind) else {
        return none;
    };
    let touches = tokens[at].end == tokens[at + 1].start;
    let value = i32::try_from(*value).unwrap_or(i32::MAX);
    let (hours, mut minutes) = if *digits == 4 { (value / 100, value % 100) } else { (value, 0) };
    if !touches || hours > 14 || minutes > 59 {
        return none;
    }
    let mut end = at + 2;
    if tokens.get(end).is_some_and(|token| token.is_sign(':'))
        && let Some(Kind::Number { value, digits: 2 }) = tokens.get(end + 1).map(|token| &token.kind)
    {
        minutes = i32::try_from(*value).unwrap_or(0).min(59);
        end += 2;
    }
    (Zone::Fixed(factor * (hours * 60 + minutes)), end)
}

/// `(UTC-5)` behind the name of a zone says exactly which is meant; `(18:00 UTC)` does not.
fn distance_in_brackets(tokens: &[Token], at: usize) -> Option<(Zone, usize)> {
    let zone = tokens.get(at + 1)?.word().filter(|_| tokens[at].is_sign('('))?;
    let Zone::Fixed(0) = names::zone(zone)? else { return None };
    let (zone, end) = shifted(Zone::Fixed(0), tokens, at + 2);
    (end > at + 2 && tokens.get(end)?.is_sign(')')).then_some((zone, end + 1))
}

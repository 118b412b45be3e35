//! One day as it is written, in any of the common forms.

use super::lex::{Kind, Token, is_ideograph};
use super::names;
use crate::model::Day;

/// A day, and the token behind it.
pub(super) type Read = (Day, usize);

/// Years that a programme can be of.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2099;

/// The day at a token, with the weekday before it. `None` where none is written, or one that could be two.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<Read> {
    let at = after_weekday(tokens, at);
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Word { .. } => month_first(tokens, at),
        Kind::Number { digits: 4, .. } => year_first(tokens, at),
        Kind::Number { .. } => {
            numbers(tokens, at).or_else(|| ideographic(tokens, at, None)).or_else(|| day_first(tokens, at))
        }
        Kind::Sign(_) => None,
    }
}

/// The token behind a weekday: `Mon,`, `Tues.`, `Terça-feira,`, `on the`.
pub(super) fn after_weekday(tokens: &[Token], at: usize) -> usize {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let is_weekday = |at: usize| word(at).is_some_and(names::is_weekday);
    let mut next = at;
    if is_weekday(next) {
        next += 1;
        if tokens.get(next).is_some_and(|token| token.is_sign('-')) && is_weekday(next + 1) {
            next += 2;
        }
        let is_mark =
            |at: usize| tokens.get(at).is_some_and(|token| token.is_sign(',') || token.is_sign('.'));
        while is_mark(next) {
            next += 1;
        }
    }
    while word(next).is_some_and(|word| matches!(word, "the" | "le" | "el" | "der" | "den" | "dem" | "dia")) {
        next += 1;
    }
    next
}

fn month(token: &Token) -> Option<i8> {
    match &token.kind {
        Kind::Word { folded, is_capital } => names::month(folded, *is_capital),
        _ => None,
    }
}

/// The month at a token, and the token behind it with its dot.
pub(super) fn month_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let month = month(tokens.get(at)?)?;
    // A dot that touches ends an abbreviation.
    let dot = tokens.get(at + 1).is_some_and(|dot| dot.is_sign('.') && dot.start == tokens[at].end);
    let goes_on = dot
        && matches!(tokens.get(at + 2).map(|token| &token.kind), Some(Kind::Number { .. } | Kind::Sign(_)));
    Some((month, at + 1 + usize::from(goes_on)))
}

/// The day of a month at a token, and the token behind it with its ordinal sign.
pub(super) fn day_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let Kind::Number { value, digits: 1 | 2 } = tokens.get(at)?.kind else { return None };
    let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
    let next = tokens.get(at + 1);
    let touches = next.is_some_and(|next| next.start == tokens[at].end);
    // A colon, a percent sign or a word behind it makes it a time, a share or a version.
    let is_other = next.is_some_and(|next| {
        let is_time = next.is_sign(':')
            && tokens.get(at + 2).is_some_and(|after| after.number().is_some() && after.start == next.end);
        touches && (is_time || next.is_sign('%') || next.is_sign('+'))
            || matches!(next.word(), Some("am" | "pm" | "uhr"))
    });
    if is_other {
        return None;
    }
    let has_sign = touches && next.and_then(Token::word).is_some_and(names::is_ordinal);
    let has_degree = touches && next.is_some_and(|next| next.is_sign('º') || next.is_sign('°'));
    Some((day, at + 1 + usize::from(has_sign || has_degree)))
}

/// The year at a token, with the comma or the `of` before it, and the token behind it.
pub(super) fn year_at(tokens: &[Token], mut at: usize) -> Option<(i16, usize)> {
    let leads =
        |token: &Token| token.is_sign(',') || token.is_sign('.') || token.word().is_some_and(names::is_of);
    if tokens.get(at).is_some_and(leads) {
        at += 1;
    }
    let Kind::Number { value, digits: 4 } = tokens.get(at)?.kind else { return None };
    // `2026-01` and `2026/01` begin another date or an address.
    let next = tokens.get(at + 1);
    let glued = next.is_some_and(|next| {
        next.start == tokens[at].end
            && (next.is_sign('-') || next.is_sign('/'))
            && tokens.get(at + 2).is_some_and(|after| after.number().is_some() && after.start == next.end)
    });
    let year = Some(value).filter(|year| YEARS.contains(year) && !glued)?;
    Some((i16::try_from(year).ok()?, at + 1))
}

/// `August 18th, 2026`, `April, 22`.
fn month_first(tokens: &[Token], at: usize) -> Option<Read> {
    let (month, mut next) = month_at(tokens, at)?;
    if tokens.get(next).is_some_and(|token| token.is_sign(',')) {
        next += 1;
    }
    if tokens.get(next).and_then(Token::word) == Some("the") {
        next += 1;
    }
    let (day, next) = day_at(tokens, next)?;
    Some(with_year(tokens, month, day, next))
}

/// `18 August 2026`, `18. August`, `20-June-2025`, `31 de marzo de 2026`.
fn day_first(tokens: &[Token], at: usize) -> Option<Read> {
    let (day, next) = day_at(tokens, at)?;
    let (month, next) = month_after_day(tokens, next)?;
    let year =
        tokens.get(next).is_some_and(|token| token.is_sign('-')).then(|| year_at(tokens, next + 1)).flatten();
    if let Some((year, next)) = year {
        return Some((Day { year: Some(year), month, day }, next));
    }
    Some(with_year(tokens, month, day, next))
}

/// The month behind a day, with what stands between them.
pub(super) fn month_after_day(tokens: &[Token], mut at: usize) -> Option<(i8, usize)> {
    for _ in 0..2 {
        let token = tokens.get(at)?;
        let glued = token.is_sign('-') && tokens.get(at + 1).is_some_and(|next| next.start == token.end);
        if token.is_sign('.') || token.word().is_some_and(names::is_of) || glued {
            at += 1;
        }
    }
    month_at(tokens, at)
}

fn with_year(tokens: &[Token], month: i8, day: i8, at: usize) -> Read {
    match year_at(tokens, at) {
        Some((year, next)) => (Day { year: Some(year), month, day }, next),
        None => (Day { year: None, month, day }, at),
    }
}

fn number(tokens: &[Token], at: usize) -> Option<u32> {
    match tokens.get(at)?.kind {
        Kind::Number { value, digits: 1 | 2 } => Some(value),
        _ => None,
    }
}

/// Whether the tokens from one to another stand without white space between them.
fn touch(tokens: &[Token], from: usize, to: usize) -> bool {
    tokens.get(from..=to).is_some_and(|tokens| tokens.windows(2).all(|pair| pair[0].end == pair[1].start))
}

/// `2026-08-18`, `2026/08/18`, `2026.08.18`, `2026年8月18日`.
fn year_first(tokens: &[Token], at: usize) -> Option<Read> {
    let year = match tokens.get(at)?.kind {
        Kind::Number { value, digits: 4 } if YEARS.contains(&value) => i16::try_from(value).ok()?,
        _ => return None,
    };
    if tokens.get(at + 1)?.is_sign('年') || tokens[at + 1].is_sign('년') {
        return ideographic(tokens, at + 2, Some(year));
    }
    let sign = ['-', '/', '.'].into_iter().find(|&sign| tokens[at + 1].is_sign(sign))?;
    let (month, day) = (number(tokens, at + 2)?, number(tokens, at + 4)?);
    let whole = tokens.get(at + 3)?.is_sign(sign) && touch(tokens, at, at + 4);
    let day = valid(Some(year), month, day).filter(|_| whole)?;
    Some((day, at + 5))
}

/// `8月18日`, `8 月 18 号`; the year stands before it.
fn ideographic(tokens: &[Token], at: usize, year: Option<i16>) -> Option<Read> {
    let is = |at: usize, signs: &[char]| {
        signs.iter().any(|&sign| tokens.get(at).is_some_and(|token| token.is_sign(sign)))
    };
    let month = number(tokens, at)?;
    let day = number(tokens, at + 2).filter(|_| is(at + 1, &['月', '월']))?;
    let end = at + 3 + usize::from(is(at + 3, &['日', '号', '號', '일']));
    Some((valid(year, month, day)?, end))
}

/// `18.08.2026`; `18/08/2026` and `08/18/2026` where only one of both can be meant.
fn numbers(tokens: &[Token], at: usize) -> Option<Read> {
    let sign = ['.', '/', '-']
        .into_iter()
        .find(|&sign| tokens.get(at + 1).is_some_and(|token| token.is_sign(sign)))?;
    let (first, second) = (number(tokens, at)?, number(tokens, at + 2)?);
    let whole = tokens.get(at + 3)?.is_sign(sign) && touch(tokens, at, at + 4);
    let Kind::Number { value: year, digits: 4 } = tokens.get(at + 4)?.kind else { return None };
    let year = i16::try_from(year).ok().filter(|_| whole && YEARS.contains(&year));
    let year = Some(year?);
    let day = match sign {
        '.' => valid(year, second, first),
        _ if first > 12 || first == second => valid(year, second, first),
        _ if second > 12 => valid(year, first, second),
        _ => None,
    };
    Some((day?, at + 5))
}

fn valid(year: Option<i16>, month: u32, day: u32) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    (1..=12).contains(&month).then_some(())?;
    (1..=31).contains(&day).then_some(Day { year, month, day })
}

/// Whether a token is a character of a script without spaces, of those that join two days.
pub(super) fn is_joining(token: &Token) -> bool {
    matches!(token.kind, Kind::Sign(c) if is_ideograph(c) && matches!(c, '至' | '到' | '起' | '开' | '始' | '日' | '号' | '从' | '自' | '止'))
}

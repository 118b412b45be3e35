//! The dates of a document: the phases of its programme.
//!
//! ```text
//! text -> blocks       rows, items, headings, paragraphs of which a line may hold a date      blocks
//!      -> plain        without marks, addresses, code, comments and what is struck through    plain
//!      -> found        days and ranges, with times and zones                                  find, day, time, zone
//!      -> candidates   each with its label, in a table, beside it, or in a sentence           rows, prose, edge, kind
//!      -> phases       those that a programme has, with the years that nobody wrote           year
//! ```

mod blocks;
mod candidate;
mod day;
mod edge;
mod find;
mod kind;
mod labelled;
mod lex;
mod names;
mod offset;
mod phrase;
mod plain;
mod prose;
mod rows;
mod senses;
mod sentence;
mod time;
mod year;
mod zone;

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;

use blocks::{Block, Shape};
use candidate::{Candidate, Group};
use edge::Edge;
use find::Point;
use offset::Zone;
use year::{Year, Years};

use crate::model::{Day, Moment, Phase, PhaseKind, Proposal, Term, Timeline};

/// The phases that a text names. Total, and linear in the text.
pub(super) fn read(text: &str, term: Option<&Term>, proposals: &[Proposal]) -> Timeline {
    let blocks = blocks::read(text);
    if blocks.is_empty() {
        return Timeline::default();
    }
    let mut candidates = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let block = &blocks[at];
        if let Shape::Row { .. } = block.shape {
            let count = blocks[at..].iter().take_while(|row| row.group == block.group).count();
            if blocks[at..at + count].iter().any(|row| row.may_date) {
                rows::read(text, &blocks[at..at + count], &mut candidates);
            }
            at += count;
            continue;
        }
        if block.may_date {
            prose::read(text, block, blocks.get(at + 1), &mut candidates);
        }
        at += 1;
    }
    let mut kept = chosen(candidates);
    drop_repetitions(&mut kept);
    let mut phases = Vec::with_capacity(kept.len());
    settle_years(&mut kept, &Years::of(text, &blocks, term));
    let zone = stated_zone(text, &blocks);
    for candidate in kept {
        let (from, to) = ends(&candidate, zone);
        if from.is_none() && to.is_none() {
            continue;
        }
        let above = proposals.partition_point(|proposal| proposal.section.start <= candidate.span.start);
        let within = |at: &usize| proposals[*at].section.contains(candidate.span.start);
        let proposal = above.checked_sub(1).filter(within);
        let kind = candidate.kind.unwrap_or(PhaseKind::Other);
        phases.push(Phase { label: candidate.label, kind, from, to, span: candidate.span, proposal });
    }
    Timeline { phases }
}

/// The candidates that are phases: where enough of a table or a list are, the rest is, too.
fn chosen(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut groups: HashMap<Group, (usize, usize)> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| !candidate.is_prose) {
        let (known, all) = groups.entry(candidate.group).or_default();
        *known += usize::from(candidate.kind.is_some());
        *all += 1;
    }
    let is_calendar = |candidate: &Candidate| {
        let &(known, all) = groups.get(&candidate.group).unwrap_or(&(0, 0));
        candidate.group != Group::None && known > 0 && known * 3 >= all
    };
    let mut kept: Vec<Candidate> = Vec::new();
    let mut is_after_work = false;
    for mut candidate in candidates {
        let is_sure = candidate.is_sure || candidate.kind.is_some() || is_calendar(&candidate);
        let is_in_row =
            matches!(candidate.group, Group::Table(_)) && !is_calendar(&candidate) && !candidate.is_sure;
        if candidate.is_prose || is_sure && !is_in_row {
            if candidate.kind.is_none() && candidate.label.is_empty() {
                candidate.kind = Some(PhaseKind::Coding);
            }
            if is_after_work && !candidate.is_prose {
                candidate.kind = kind::of(&candidate.label, true).or(candidate.kind);
            }
            is_after_work |= matches!(candidate.kind, Some(PhaseKind::Midterm | PhaseKind::End));
            kept.push(candidate);
        }
    }
    kept
}

/// Drops what sentences say again: a phase of the same kind on the same days.
fn drop_repetitions(candidates: &mut Vec<Candidate>) {
    let days = |candidate: &Candidate| {
        let day = |point: Point| (point.day.month, point.day.day);
        (candidate.kind, day(candidate.found.from), candidate.found.to.map(day))
    };
    let labelled: HashSet<_> = candidates.iter().filter(|candidate| !candidate.is_prose).map(days).collect();
    let mut said = HashSet::new();
    candidates.retain(|candidate| {
        !candidate.is_prose || !labelled.contains(&days(candidate)) && said.insert(days(candidate))
    });
}

/// Gives every day without a year the one that its place settles.
fn settle_years(candidates: &mut [Candidate], years: &Years) {
    let said: Vec<bool> =
        candidates.iter().map(|candidate| candidate.found.from.day.year.is_some()).collect();
    for candidate in candidates.iter_mut() {
        let Some(year) = candidate.year.map(Year::Of).or_else(|| years.at(candidate.span.start)) else {
            continue;
        };
        let kind = candidate.kind.unwrap_or(PhaseKind::Other);
        let found = &mut candidate.found;
        if found.from.day.year.is_none() {
            let year = years.of_day(year, found.from, kind);
            found.from.day.year = Some(year);
        }
        if let (Some(to), Some(year)) = (&mut found.to, found.from.day.year) {
            let is_over = (to.day.month, to.day.day) < (found.from.day.month, found.from.day.day);
            to.day.year.get_or_insert(year + i16::from(is_over));
        }
    }
    turn_of_the_year(candidates, &said);
}

/// In a list that goes over the end of a year, the shorter part is of the other year.
fn turn_of_the_year(candidates: &mut [Candidate], said: &[bool]) {
    let mut from = 0;
    while from < candidates.len() {
        let group = candidates[from].group;
        let count = candidates[from..].iter().take_while(|candidate| candidate.group == group).count();
        let part = &mut candidates[from..from + count];
        let year = |candidate: &Candidate| candidate.found.from.day.year;
        let is_of_one = part.iter().all(|candidate| year(candidate) == year(&part[0]));
        let is_open = group != Group::None && is_of_one && !said[from..from + count].contains(&true);
        let month = |candidate: &Candidate| candidate.found.from.day.month;
        let drops: Vec<usize> =
            (1..part.len()).filter(|&at| month(&part[at - 1]) >= 9 && month(&part[at]) <= 5).collect();
        if let (true, [drop]) = (is_open, drops.as_slice()) {
            let (early, late) = part.split_at_mut(*drop);
            let is_before = early.len() < late.len();
            let (moved, by) = if is_before { (early, -1) } else { (late, 1) };
            for candidate in moved {
                shift(&mut candidate.found.from.day, by);
                if let Some(to) = &mut candidate.found.to {
                    shift(&mut to.day, by);
                }
            }
        }
        from += count;
    }
}

fn shift(day: &mut Day, by: i16) {
    day.year = day.year.map(|year| year + by);
}

/// Both ends of a phase.
fn ends(candidate: &Candidate, zone: Option<Zone>) -> (Option<Moment>, Option<Moment>) {
    let found = &candidate.found;
    let from = moment(found.from, zone);
    if found.is_open {
        return (from, None);
    }
    if let Some(to) = found.to {
        return (from, moment(to, zone));
    }
    match candidate.edge.unwrap_or(Edge::Day) {
        Edge::From => (from, None),
        Edge::To => (None, from),
        Edge::Day => (from, from),
    }
}

/// `None` for a day that its year does not have.
fn moment(point: Point, zone: Option<Zone>) -> Option<Moment> {
    let mut day = point.day;
    if point.is_next_day
        && let Some(next) = day.date().and_then(|date| date.checked_add(1.day()).ok())
    {
        day = Day { year: Some(next.year()), month: next.month(), day: next.day() };
    }
    let offset = point.zone.or(zone).and_then(|zone| zone.offset(day, point.clock));
    day.exists().then_some(Moment { day, time: point.clock, offset })
}

/// The zone that the document says for all its dates: `All dates are AoE`, `all times in UTC`.
fn stated_zone(text: &str, blocks: &[Block]) -> Option<Zone> {
    let said = blocks.iter().filter_map(|block| {
        let words = block.span.of(text);
        let at = ["ll times", "ll dates", "ll deadlines"].iter().find_map(|sign| words.find(sign))?;
        let words = crate::model::start_of(&words[at..], 120);
        let tokens = lex::tokens(words);
        (2..tokens.len()).find_map(|at| zone::read(words, &tokens, at, true).map(|(zone, _)| zone))
    });
    said.into_iter().next()
}

#[cfg(test)]
mod tests;

//! Dates as people read them: how far away they are, and which comes next.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

use crate::model::{Clock, Listing, Moment, Phase, PhaseKind, counted, offset_name};

/// The present, as the shell tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    pub at: Timestamp,
    /// The zone of whoever looks.
    pub here: TimeZone,
}

impl Default for Now {
    /// Nobody has told the time yet: the beginning of 1970, in UTC.
    fn default() -> Self {
        Self { at: Timestamp::UNIX_EPOCH, here: TimeZone::UTC }
    }
}

/// Where a phase is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Past,
    Running,
    Ahead,
    /// No year is settled.
    Unknown,
}

/// A date that is still to come.
#[derive(Debug, Clone, Copy)]
pub struct NextDate<'a> {
    pub listing: &'a Listing,
    pub phase: &'a Phase,
    pub edge: NextEdge,
    /// The date as the document gives it.
    pub moment: Moment,
    /// The instant; where no zone is said, in that of whoever looks.
    pub at: Timestamp,
}

/// Which end of its phase a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextEdge {
    Begins,
    Ends,
    /// Something happens on the day.
    Happens,
}

impl Now {
    /// The day that it is here.
    pub fn date(&self) -> Date {
        self.here.to_datetime(self.at).date()
    }

    pub fn stage(&self, phase: &Phase) -> Stage {
        let begins = phase.from.map(|moment| moment.start(&self.here));
        let ends = phase.to.map(|moment| moment.end(&self.here));
        match (begins, ends) {
            (Some(None), _) | (_, Some(None)) => Stage::Unknown,
            (_, Some(Some(end))) if end < self.at => Stage::Past,
            (Some(Some(begin)), _) if begin > self.at => Stage::Ahead,
            // A beginning without an end has passed.
            (Some(_), None) => Stage::Past,
            (None, _) => Stage::Ahead,
            _ => Stage::Running,
        }
    }

    /// How far away a moment is: `in 3 days`, `tomorrow`, `in 5 hours`, `12 days ago`. Days are counted by the calendar here,
    /// hours where the time is said and less than a day is left. `None` without a year.
    pub fn distance(&self, moment: Moment, is_end: bool) -> Option<String> {
        let at = if is_end { moment.end(&self.here) } else { moment.start(&self.here) }?;
        let seconds = at.as_second() - self.at.as_second();
        if moment.time.is_some() && (0..DAY).contains(&seconds) {
            return Some(match seconds {
                0..60 => "now".to_owned(),
                60..HOUR => format!("in {} min", seconds / 60),
                _ => format!("in {}", hours(seconds / HOUR)),
            });
        }
        let date = if moment.offset.is_some() && moment.time.is_some() {
            self.here.to_datetime(at).date()
        } else {
            moment.day.date()?
        };
        let days = self.date().until((Unit::Day, date)).ok()?.get_days();
        Some(match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            -1 => "yesterday".to_owned(),
            2.. => format!("in {}", counted(usize::try_from(days).unwrap_or(0), "day")),
            _ => format!("{} ago", counted(usize::try_from(-days).unwrap_or(0), "day")),
        })
    }

    /// How far away a phase is: from its next end, or the last one that has passed.
    pub fn distance_of(&self, phase: &Phase) -> Option<String> {
        let next = self.next_of(phase);
        match (next, phase.to.or(phase.from)) {
            (Some((_, moment, _)), _) => self.distance(moment, Some(moment) == phase.to),
            (None, Some(last)) => self.distance(last, phase.to.is_some()),
            (None, None) => None,
        }
    }

    /// The next end of a phase that is still to come.
    fn next_of(&self, phase: &Phase) -> Option<(NextEdge, Moment, Timestamp)> {
        let begins = phase.from.and_then(|moment| Some((moment, moment.start(&self.here)?)));
        let ends = phase.to.and_then(|moment| Some((moment, moment.end(&self.here)?)));
        if phase.is_one_day() {
            return ends.filter(|(_, at)| *at > self.at).map(|(moment, at)| (NextEdge::Happens, moment, at));
        }
        let begins =
            begins.filter(|(_, at)| *at > self.at).map(|(moment, at)| (NextEdge::Begins, moment, at));
        begins
            .or_else(|| ends.filter(|(_, at)| *at > self.at).map(|(moment, at)| (NextEdge::Ends, moment, at)))
    }

    /// The next date of some phases: the end of the time to apply while that lasts, else whatever comes first.
    pub fn next<'a>(&self, phases: impl Iterator<Item = (&'a Listing, &'a Phase)>) -> Option<NextDate<'a>> {
        let dates = phases.filter_map(|(listing, phase)| {
            let (edge, moment, at) = self.next_of(phase)?;
            Some(NextDate { listing, phase, edge, moment, at })
        });
        let rank = |date: &NextDate<'_>| {
            let is_open = date.phase.kind == PhaseKind::Applications && date.edge == NextEdge::Ends;
            (!is_open, date.at)
        };
        dates.min_by_key(rank)
    }

    /// A moment as it is on the clocks here, where its zone is another one: `Aug 19, 05:29`. `None` where zone or time is not
    /// said, or the clocks here show the same.
    pub fn local(&self, moment: Moment) -> Option<String> {
        let at = moment.utc()?;
        let there = moment.zone()?.to_datetime(at);
        let here = self.here.to_datetime(at);
        if there == here {
            return None;
        }
        let time = format!("{:02}:{:02}", here.hour(), here.minute());
        let is_same_day = there.date() == here.date();
        Some(if is_same_day { time } else { format!("{}, {time}", month_and_day(here.date())) })
    }

    /// A moment as it is shown: `Tue Aug 18, 23:59 UTC`, with the year where it is not this one.
    pub fn shown(&self, moment: Moment) -> String {
        let with_weekday = moment.day.date().map(|date| format!("{} ", weekday(date.weekday())));
        with_weekday.unwrap_or_default() + &self.shown_short(moment)
    }

    /// The same without the weekday.
    pub fn shown_short(&self, moment: Moment) -> String {
        let day = &moment.day;
        let mut shown = format!("{} {}", month(day.month), day.day);
        match day.year {
            Some(year) if year != self.date().year() => shown.push_str(&format!(", {year}")),
            _ => {}
        }
        if let Some(Clock { hour, minute }) = moment.time {
            shown.push_str(&format!(", {hour:02}:{minute:02}"));
        }
        if let Some(offset) = moment.offset {
            shown.push(' ');
            shown.push_str(&zone_name(offset));
        }
        shown
    }

    /// The time of a phase: both ends, or the one that is said with the word for it.
    pub fn span_of(&self, phase: &Phase) -> String {
        match (phase.from, phase.to) {
            (Some(from), Some(to)) if from == to => self.shown(from),
            (Some(from), Some(mut to)) => {
                // The zone of both ends is said once.
                let from = Moment {
                    offset: from.offset.filter(|_| from.offset != to.offset && from.time.is_some()),
                    ..from
                };
                to.offset = to.offset.filter(|_| to.time.is_some() || from.time.is_some());
                format!("{} – {}", self.shown(from), self.shown(to))
            }
            (Some(from), None) => format!("from {}", self.shown(from)),
            (None, Some(to)) => format!("until {}", self.shown(to)),
            (None, None) => String::new(),
        }
    }
}

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

fn hours(count: i64) -> String {
    counted(usize::try_from(count).unwrap_or(0), "hour")
}

/// `UTC`, or the distance from it.
pub fn zone_name(offset: i32) -> String {
    if offset == 0 { "UTC".to_owned() } else { format!("UTC{}", offset_name(offset)) }
}

fn month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("?")
}

fn month_and_day(date: Date) -> String {
    format!("{} {}", month(date.month()), date.day())
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Document, Origin, Span};

    fn now() -> Now {
        let here = TimeZone::fixed(jiff::tz::Offset::from_seconds(5 * 3600 + 1800).unwrap());
        Now { at: "2031-08-15T12:00:00Z".parse().unwrap(), here }
    }

    fn day(month: i8, day: i8) -> Moment {
        Moment::of(Day { year: Some(2031), month, day })
    }

    fn at(month: i8, day_: i8, hour: i8, minute: i8) -> Moment {
        Moment { time: Some(Clock { hour, minute }), offset: Some(0), ..day(month, day_) }
    }

    fn phase(kind: PhaseKind, from: Option<Moment>, to: Option<Moment>) -> Phase {
        Phase { label: String::new(), kind, from, to, span: Span::at(0), proposal: None }
    }

    #[test]
    fn days_are_counted_by_the_calendar_here() {
        let distance = |moment| now().distance(moment, true).unwrap();
        assert_eq!(distance(at(8, 18, 23, 59)), "in 4 days", "the 19th here");
        assert_eq!(distance(day(8, 18)), "in 3 days");
        assert_eq!(distance(day(8, 16)), "tomorrow");
        assert_eq!(distance(day(8, 15)), "today");
        assert_eq!(distance(day(8, 3)), "12 days ago");
        assert_eq!(distance(at(8, 15, 17, 30)), "in 5 hours");
        assert_eq!(distance(at(8, 15, 12, 20)), "in 20 min");
        let open = Moment::of(Day { year: None, month: 8, day: 18 });
        assert_eq!(now().distance(open, true), None);
    }

    #[test]
    fn the_end_of_the_time_to_apply_goes_first_while_it_lasts() {
        let listing = Listing::new(Document::new(Origin::Stdin, ""), Vec::new());
        let phases = [
            phase(PhaseKind::Ideas, Some(day(7, 1)), Some(day(7, 28))),
            phase(PhaseKind::Other, Some(day(8, 16)), Some(day(8, 16))),
            phase(PhaseKind::Applications, Some(day(8, 3)), Some(day(8, 18))),
        ];
        let next = |phases: &[Phase]| {
            let next = now().next(phases.iter().map(|phase| (&listing, phase)))?.phase.kind;
            Some(next)
        };
        assert_eq!(next(&phases), Some(PhaseKind::Applications));
        assert_eq!(next(&phases[..2]), Some(PhaseKind::Other));
        assert_eq!(next(&phases[..1]), None);
        assert_eq!(
            phases.each_ref().map(|phase| now().stage(phase)),
            [Stage::Past, Stage::Ahead, Stage::Running]
        );
    }

    #[test]
    fn a_range_says_its_zone_once() {
        let range = phase(PhaseKind::Applications, Some(at(8, 3, 0, 0)), Some(at(8, 18, 23, 59)));
        assert_eq!(now().span_of(&range), "Sun Aug 3, 00:00 – Mon Aug 18, 23:59 UTC");
        assert_eq!(now().local(at(8, 18, 23, 59)).unwrap(), "Aug 19, 05:29");
        let deadline = phase(PhaseKind::Applications, None, Some(day(8, 18)));
        assert_eq!(now().span_of(&deadline), "until Mon Aug 18");
    }
}

//! A day or a moment as a document says it: what is not said stays open.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Day {
    /// `None` where the document settles none.
    pub year: Option<i16>,
    /// From 1.
    pub month: i8,
    /// From 1.
    pub day: i8,
}

/// A time of the day, from 00:00 to 23:59.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    pub hour: i8,
    pub minute: i8,
}

/// A day, with the time and the distance from UTC where they are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    pub day: Day,
    pub time: Option<Clock>,
    /// Minutes east of UTC; `None` where no zone is said.
    pub offset: Option<i32>,
}

impl Day {
    /// The day as a date; `None` without a year, or where the calendar has no such day.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// Whether the calendar has it; without a year, whether some year has it.
    pub fn exists(self) -> bool {
        // A leap year has every day that any year has.
        Date::new(self.year.unwrap_or(2024), self.month, self.day).is_ok()
    }
}

impl Moment {
    /// A day of which nothing more is said.
    pub const fn of(day: Day) -> Self {
        Self { day, time: None, offset: None }
    }

    /// The instant at which it begins: that of its time, or the first of its day. `None` without a year. Where no zone is
    /// said, it is that of `here`.
    pub fn start(self, here: &TimeZone) -> Option<Timestamp> {
        let time = self.time.map_or(Time::midnight(), Clock::time);
        self.instant(self.day.date()?.to_datetime(time), here)
    }

    /// The instant at which it is over: that of its time, or the last minute of its day. `None` without a year. Where no zone
    /// is said, it is that of `here`.
    pub fn end(self, here: &TimeZone) -> Option<Timestamp> {
        let time = self.time.map_or(Time::constant(23, 59, 59, 0), Clock::time);
        self.instant(self.day.date()?.to_datetime(time), here)
    }

    fn instant(self, at: DateTime, here: &TimeZone) -> Option<Timestamp> {
        let zone = self.zone();
        zone.as_ref().unwrap_or(here).to_timestamp(at).ok()
    }

    /// The zone that was said.
    pub fn zone(self) -> Option<TimeZone> {
        let offset = Offset::from_seconds(self.offset?.checked_mul(60)?).ok()?;
        Some(TimeZone::fixed(offset))
    }

    /// The moment in UTC, for calendars: `None` where the day, the time or the zone is not said.
    pub fn utc(self) -> Option<Timestamp> {
        self.time?;
        self.offset?;
        self.start(&TimeZone::UTC)
    }

    /// The day after it; `None` without a year, and at the end of time.
    pub fn next_date(self) -> Option<Date> {
        self.day.date()?.checked_add(1.day()).ok()
    }
}

impl Clock {
    /// The time as the library has it.
    pub fn time(self) -> Time {
        Time::new(self.hour, self.minute, 0, 0).unwrap_or(Time::midnight())
    }
}

impl fmt::Display for Day {
    /// ISO 8601 with the extended format (EDTF): a year that is not settled has an `X` in place of each digit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: the date, the time where it is said, the offset where that is said too.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day.fmt(f)?;
        let Some(Clock { hour, minute }) = self.time else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}:00")?;
        self.offset.map_or(Ok(()), |offset| f.write_str(&offset_name(offset)))
    }
}

/// `+05:30`, of minutes east of UTC.
pub fn offset_name(offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: Option<i16>, month: i8, day: i8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn what_is_not_said_stays_open() {
        let mut moment = Moment::of(day(None, 3, 31));
        assert_eq!(moment.to_string(), "XXXX-03-31");
        assert_eq!(moment.start(&TimeZone::UTC), None);
        moment.time = Some(Clock { hour: 18, minute: 0 });
        assert_eq!(moment.to_string(), "XXXX-03-31T18:00:00");
        moment.day.year = Some(2031);
        moment.offset = Some(330);
        assert_eq!(moment.to_string(), "2031-03-31T18:00:00+05:30");
        assert_eq!(moment.utc().unwrap().to_string(), "2031-03-31T12:30:00Z");
    }

    #[test]
    fn a_day_lasts_to_its_last_second_where_it_is_said() {
        let moment = Moment { offset: Some(-720), ..Moment::of(day(Some(2031), 8, 18)) };
        assert_eq!(moment.end(&TimeZone::UTC).unwrap().to_string(), "2031-08-19T11:59:59Z");
        let open = Moment::of(day(Some(2031), 8, 18));
        assert_eq!(open.start(&TimeZone::UTC).unwrap().to_string(), "2031-08-18T00:00:00Z");
    }

    #[test]
    fn a_day_that_no_year_has_does_not_exist() {
        assert!(!day(None, 11, 31).exists());
        assert!(day(None, 2, 29).exists());
        assert!(!day(Some(2031), 2, 29).exists());
    }
}

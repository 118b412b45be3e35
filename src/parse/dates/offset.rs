//! Time zones, and their distance from UTC on a day.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::model::{Clock, Day};

/// A zone as it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// Minutes east of UTC.
    Fixed(i32),
    /// Where the distance follows from the season: those of North America.
    Pacific,
    Mountain,
    Central,
    Eastern,
}

/// The change of the clocks in North America, behind the names of both times.
const CHANGE: &str = ",M3.2.0,M11.1.0";

impl Zone {
    /// Minutes east of UTC at a time; `None` where it follows from the season and the year is open.
    pub(super) fn offset(self, day: Day, time: Option<Clock>) -> Option<i32> {
        let names = match self {
            Self::Fixed(minutes) => return Some(minutes),
            Self::Pacific => "PST8PDT",
            Self::Mountain => "MST7MDT",
            Self::Central => "CST6CDT",
            Self::Eastern => "EST5EDT",
        };
        let zone = TimeZone::posix(&format!("{names}{CHANGE}")).ok()?;
        let time = time.unwrap_or(Clock { hour: 12, minute: 0 });
        let at = DateTime::from_parts(day.date()?, time.time());
        let offset = zone.to_offset(zone.to_timestamp(at).ok()?);
        Some(offset.seconds() / 60)
    }
}

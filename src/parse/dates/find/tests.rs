//! Dates in short texts, and what is none.

use super::*;

/// The dates that are found, in short: `2031-08-18T23:59 UTC..`.
fn shown(text: &str) -> String {
    let point = |point: Point| {
        let mut shown = point.day.to_string();
        if let Some(Clock { hour, minute }) = point.clock {
            shown.push_str(&format!("T{hour:02}:{minute:02}"));
        }
        if let Some(zone) = point.zone {
            shown.push_str(
                &zone.offset(point.day, point.clock).map_or(" season".to_owned(), |it| format!("{it:+}")),
            );
        }
        shown
    };
    let each = |found: &Found| match found.to {
        Some(to) => format!("{}..{}", point(found.from), point(to)),
        None => point(found.from),
    };
    all(text).iter().map(each).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_day_is_read_in_the_common_forms() {
    for (text, expected) in [
        ("Mon, August 18th, 2031", "2031-08-18"),
        ("18 August 2031", "2031-08-18"),
        ("the 3rd of May", "XXXX-05-03"),
        ("April, 22", "XXXX-04-22"),
        ("Sept. 5", "XXXX-09-05"),
        ("20-June-2031", "2031-06-20"),
        ("2031-08-18", "2031-08-18"),
        ("18.08.2031", "2031-08-18"),
        ("18/08/2031", "2031-08-18"),
        ("08/18/2031", "2031-08-18"),
        ("08/07/2031", ""),
        ("27. Oktober 2031", "2031-10-27"),
        ("1er août 2031", "2031-08-01"),
        ("31 de marzo de 2031", "2031-03-31"),
        ("quinta-feira, 3 de março", "XXXX-03-03"),
        ("2031 年 6 月 30 日", "2031-06-30"),
        ("we may 5 times", ""),
        ("May 2031", ""),
        ("version 1.5.2031", ""),
        ("#4 May", ""),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn times_have_zones_where_they_are_said() {
    for (text, expected) in [
        ("March 31 @ 18:00 UTC", "XXXX-03-31T18:00+0"),
        ("February 10, 2031, 11AM PST (19:00 UTC)", "2031-02-10T11:00-480"),
        ("Aug 12 2031, 5:00 PM PT", "2031-08-12T17:00-420"),
        ("Feb 17, 2031 at 11AM Pacific Time", "2031-02-17T11:00-480"),
        ("by 9:00 am CET 9th March 2031", "2031-03-09T09:00+60"),
        ("April 13, 2031 13:00 US Central Time (UTC-5)", "2031-04-13T13:00-300"),
        ("July 16, 11:59pm IST (18:29 UTC)", "XXXX-07-16T23:59+330"),
        ("27th of September 2031 (Anywhere on Earth)", "2031-09-27-720"),
        ("May 3, 18:00", "XXXX-05-03T18:00"),
        ("May 3, 18:00 UTC+5:30", "XXXX-05-03T18:00+330"),
        ("23:59 UTC on August 18, 2031", "2031-08-18T23:59+0"),
        ("3. Mai 2031 um 18 Uhr MESZ", "2031-05-03T18:00+120"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_range_shares_what_one_end_says() {
    for (text, expected) in [
        ("Mon, Aug 3, 00:00 – Tue, Aug 18, 2031, 23:59 UTC", "2031-08-03T00:00+0..2031-08-18T23:59+0"),
        ("December 20 – January 10, 2032", "2031-12-20..2032-01-10"),
        ("May 1 - 24", "XXXX-05-01..XXXX-05-24"),
        ("14th – 25th March", "XXXX-03-14..XXXX-03-25"),
        ("May 8 - 18:00 UTC", "XXXX-05-08T18:00+0"),
        ("Monday, Jan 19, to Tuesday, Feb 3, 2031", "2031-01-19..2031-02-03"),
        ("between March 16th and March 31st", "XXXX-03-16..XXXX-03-31"),
        ("from April 25th until the May 6th", "XXXX-04-25..XXXX-05-06"),
        ("May 20 - mentees are chosen", "XXXX-05-20"),
        ("2031年5月21日至2031年6月4日", "2031-05-21..2031-06-04"),
        ("7 月 1 日开始到 9 月 30 日", "XXXX-07-01..XXXX-09-30"),
        ("vom 3. bis 14. April 2031", "2031-04-03..2031-04-14"),
        ("du 3 au 14 avril 2031", "2031-04-03..2031-04-14"),
        ("del 3 al 14 de abril de 2031", "2031-04-03..2031-04-14"),
        ("September 1 to November 31", "XXXX-09-01"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

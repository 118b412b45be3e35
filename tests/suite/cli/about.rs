//! `about`: the dates of a listing, on a day that the test sets.

use crate::support::room::Room;

const CALENDAR: &str = "\
# Term 3, 2031

| Activity | Dates |
|---|---|
| Project proposals open | Jul 1 – Jul 28 |
| Mentee applications open | Aug 3, 00:00 UTC – Aug 18, 23:59 UTC |
| Mentorship begins | September 1 |
";

#[test]
fn about_tells_how_far_away_the_dates_are() {
    let room = Room::new().with("term/README.md", CALENDAR);
    let run = |paths: &[&str]| {
        let now = [("MENTOR_TUI_NOW", "2031-08-15T12:00:00Z"), ("TZ", "UTC")];
        room.run_with_variables(&[&["about"], paths].concat(), &now)
    };
    let named = run(&["term/README.md"]);
    insta::assert_snapshot!(named.out, @"
    term/README.md  2031 Term 3 · 0 proposals
    - Tue Jul 1 – Mon Jul 28  18 days ago  Project proposals open
    > Sun Aug 3, 00:00 – Mon Aug 18, 23:59 UTC  in 3 days  Mentee applications open
      from Mon Sep 1  in 17 days  Mentorship begins
    ");
    assert_eq!((named.status, named.err.as_str()), (0, ""));
    assert_eq!(run(&["term"]).out, named.out, "a page of a directory has its dates, too");
}

#[test]
fn a_wrong_time_in_the_variable_is_named() {
    let room = Room::new().with("ideas.md", CALENDAR);
    let run = room.run_with_variables(&["about", "ideas.md"], &[("MENTOR_TUI_NOW", "soon")]);
    let sentence = "mentor-tui: MENTOR_TUI_NOW: “soon” is not a time such as 2031-08-15T12:00:00Z, so the clock is used\n";
    assert_eq!((run.status, run.err.as_str()), (0, sentence));
}

#[test]
fn a_listing_without_dates_says_so() {
    let room = Room::new().with("ideas.md", "# Ideas\n\nNone yet.\n");
    let run = room.run(&["about", "ideas.md"]);
    assert_eq!((run.status, run.err.as_str()), (1, "mentor-tui: ideas.md names no dates\n"));
}

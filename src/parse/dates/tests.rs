//! Documents in the shapes that listings have, with invented text.

use super::*;
use crate::model::Season;

/// The phases of a text, one a line: `kind from..to label`.
fn shown(text: &str, year: Option<u16>) -> String {
    let term = year.map(|year| Term { year, season: None, programme: None });
    lines(&read(text, term.as_ref(), &[]))
}

fn lines(timeline: &Timeline) -> String {
    let end = |moment: Option<Moment>| moment.map(|moment| moment.to_string()).unwrap_or_default();
    let line = |phase: &Phase| {
        format!("{} {}..{} {}", phase.kind.name(), end(phase.from), end(phase.to), phase.label)
    };
    timeline.phases.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_table_is_a_calendar() {
    let text = "\
| Activity | Dates (2031) |\r
| --- | --- |\r
| Project proposals open | Wed, Jul 1 – Tue, Jul 28, 18:00 UTC |\r
| **Mentee applications open** | Aug 3, 00:00 UTC – Aug 18, 23:59 UTC |\r
| Harbour party | Aug 20 |\r
| Midterm evaluations due | ~~Oct 19~~ Oct 20, 5:00 PM PDT (week 6) |\r
| Last day of term | November 27 |\r
";
    insta::assert_snapshot!(shown(text, None), @r"
    ideas 2031-07-01..2031-07-28T18:00:00+00:00 Project proposals open
    applications 2031-08-03T00:00:00+00:00..2031-08-18T23:59:00+00:00 Mentee applications open
    other 2031-08-20..2031-08-20 Harbour party
    midterm ..2031-10-20T17:00:00-07:00 Midterm evaluations due
    end ..2031-11-27 Last day of term
    ");
}

#[test]
fn a_list_has_its_labels_before_or_behind_the_dates() {
    let text = "\
# Schedule

- applications open: Jan 26th - Feb 1st (1 week)
- **April 22**: Call for interns opens. More of it
- May 31 (End of week 12): Final evaluations due, second payment
- Community Bonding (May 5 - 30)
";
    insta::assert_snapshot!(shown(text, Some(2031)), @r"
    applications 2031-01-26..2031-02-01 applications open
    applications 2031-04-22.. Call for interns opens
    end ..2031-05-31 Final evaluations due, second payment
    other 2031-05-05..2031-05-30 Community Bonding
    ");
}

#[test]
fn sentences_tell_dates_too() {
    for (text, expected) in [
        (
            "The application deadline is **March 31** at 18:00 UTC.",
            "applications ..2031-03-31T18:00:00+00:00 The application deadline is",
        ),
        (
            "Students can submit applications from April 25th\nuntil the May 6th. We hope so.",
            "applications 2031-04-25..2031-05-06 Students can submit applications",
        ),
        (
            "The application period starts on Tuesday, June 9 and will terminate on July 9.",
            "applications 2031-06-09..2031-07-09 The application period starts",
        ),
        (
            "On August 16 the harbour will announce the students who take part.",
            "selection 2031-08-16..2031-08-16 the harbour will announce the students who take part",
        ),
        (
            "The work period will be September 1 to November 31.",
            "coding 2031-09-01.. The work period will be",
        ),
        ("Bewerbungen sind bis zum 27. Oktober möglich.", "applications ..2031-10-27 Bewerbungen sind"),
        ("Les candidatures ouvrent le 3 mars.", "applications 2031-03-03.. Les candidatures ouvrent"),
        (
            "El plazo de solicitud cierra el 31 de marzo.",
            "applications ..2031-03-31 El plazo de solicitud cierra",
        ),
        ("### 报名（2031年5月21日至2031年6月4日）", "applications 2031-05-21..2031-06-04 报名"),
    ] {
        assert_eq!(shown(text, Some(2031)), expected, "{text}");
    }
}

#[test]
fn text_that_is_no_phase_has_no_dates() {
    for text in [
        "As of **March 12, 2031** we have welcomed 40 contributors.",
        "UPDATE March 24, 2031 - We got many proposals.",
        "She had her first change merged on the 28th of February 2031.",
        "| Position | Work period |\n|---|---|\n| Harbour guide | 03.09.2031 - 04.11.2031 |",
        "| Lecture | Date |\n|---|---|\n| Lecture 1 | 30.4.2031 |\n| Tides | 7.5.2031 |",
        "<!-- Applications close on April 2 -->",
        "```\nApplications close on April 2\n```",
        "Applications close ~~on April 2~~ soon.",
        "See https://example.org/2031/04/02/applications-close and `2031-04-02`.",
        "The meeting of the harbour takes place from Monday, August 24 to Friday, August 28.",
    ] {
        assert_eq!(shown(text, Some(2031)), "", "{text}");
    }
}

#[test]
fn a_year_that_nobody_wrote_is_that_of_the_place() {
    assert_eq!(
        shown("The application deadline is March 31.", None),
        "applications ..XXXX-03-31 The application deadline is"
    );
    let heading =
        "# Summer 2031\n\n## How to apply\n\nApply by March 31.\n\n# Summer 2032\n\nApply by March 30.";
    assert_eq!(shown(heading, None), "applications ..2031-03-31 Apply\napplications ..2032-03-30 Apply");
    let post =
        "---\ntitle: Winter\ndate: 2031-12-20\n---\n\nApply by January 12. Coding starts on February 2.";
    assert_eq!(shown(post, None), "applications ..2032-01-12 Apply\ncoding 2032-02-02.. Coding starts");
    let turn = "- Announcement: December 1\n- Applications open: January 15\n- Coding begins: March 1";
    assert!(
        shown(turn, Some(2031)).starts_with("other 2030-12-01..2030-12-01"),
        "{}",
        shown(turn, Some(2031))
    );
}

#[test]
fn a_term_takes_its_applications_from_the_year_before() {
    let season = Some(Season::Months(1, 3));
    let term = Term { year: 2031, season, programme: None };
    let text = "- Applications open: November 3 – December 1\n- Coding begins: January 5";
    let expected = "applications 2030-11-03..2030-12-01 Applications open\ncoding 2031-01-05.. Coding begins";
    assert_eq!(lines(&read(text, Some(&term), &[])), expected);
}

#[test]
fn one_sentence_may_tell_the_zone_of_all() {
    let text = "- Application deadline: October 26th, 2031\n- All dates are AoE (Anywhere on Earth)";
    let timeline = read(text, None, &[]);
    assert_eq!(timeline.phases[0].to.unwrap().offset, Some(-720));
}

#[test]
fn rows_of_html_have_dates() {
    let text = "<table>\n  <tr>\n    <td> Jan 15 - Feb 15 </td>\n    <td> Mentors add project proposals </td>\n  </tr>\n\
                <tr><td>Apr 13</td><td>Student application deadline</td></tr>\n</table>\n";
    let expected = "ideas 2031-01-15..2031-02-15 Mentors add project proposals\napplications ..2031-04-13 Student application deadline";
    assert_eq!(shown(text, Some(2031)), expected);
}

#[test]
fn start_and_end_may_have_columns() {
    let text = "| Title | Start date | End date |\n|---|---|---|\n| Tide clock | 15.12.2030 | 15.06.2031 |";
    assert_eq!(shown(text, None), "coding 2030-12-15..2031-06-15 Tide clock");
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_it(text in "[-|#<>*~`()0-9 .,:/@&A-Za-zé年月日至\r\n]{0,200}", month in "(March|May 3|31 de|2031-|Dec 31,|<tr><td>1 May|~~|<!--)") {
        let text = format!("{text}{month}{text}");
        for phase in read(&text, None, &[]).phases {
            assert!(!phase.span.of(&text).is_empty());
        }
    }
}

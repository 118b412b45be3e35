//! Cutting texts; counts and ages in words.

use std::time::Duration;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// From so many seconds on, and in units of so many seconds, an age has this name. Months and years are those of
/// the calendar on average, and begin where days and months say less.
const AGES: [(u64, u64, &str); 5] = [
    (730 * DAY, 365 * DAY, "year"),
    (60 * DAY, 30 * DAY, "month"),
    (DAY, DAY, "day"),
    (HOUR, HOUR, "hour"),
    (MINUTE, MINUTE, "minute"),
];

/// The beginning of a text in at most so many bytes, cut between two characters.
pub fn start_of(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How many of something there are, in words: `1 label`, `3 labels`.
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// How long ago something was, in the largest unit that fits: `5 minutes ago`.
pub fn ago(age: Duration) -> String {
    let seconds = age.as_secs();
    let Some((_, unit, name)) = AGES.into_iter().find(|(from, ..)| seconds >= *from) else {
        return "less than a minute ago".to_owned();
    };
    let count = usize::try_from(seconds / unit).unwrap_or(usize::MAX);
    format!("{} ago", counted(count, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_has_one_unit() {
        for (seconds, words) in [
            (0, "less than a minute ago"),
            (60, "1 minute ago"),
            (2 * HOUR + 1800, "2 hours ago"),
            (3 * DAY, "3 days ago"),
            (59 * DAY, "59 days ago"),
            (60 * DAY, "2 months ago"),
            (729 * DAY, "24 months ago"),
            (1100 * DAY, "3 years ago"),
        ] {
            assert_eq!(ago(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        let cuts: Vec<&str> = (0..6).map(|most| start_of("aöb", most)).collect();
        assert_eq!(cuts, ["", "a", "a", "aö", "aöb", "aöb"]);
    }
}

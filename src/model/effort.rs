//! Effort: how much work a proposal is, out of the words that say it.

use super::Extent;

/// How large a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// About 90 hours.
    Small,
    /// About 175 hours.
    Medium,
    /// About 350 hours.
    Large,
}

/// How much work a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Effort {
    /// How large it is: by its words, else by its hours.
    pub size: Option<Extent<Size>>,
    /// The hours of all of it, where they are said.
    pub hours: Option<Extent<u16>>,
}

/// The words for each size.
const WORDS: &[(Size, &[&str])] = &[
    (Size::Small, &["small", "short"]),
    (Size::Medium, &["medium", "mid"]),
    (Size::Large, &["large", "long", "big"]),
];
/// Hours from which on a proposal is medium, and large: halfway between the usual three.
const BOUNDS: (u16, u16) = (130, 260);
const HOURS: &[&str] = &["h", "hr", "hrs", "hour", "hours"];
/// Units of which a number gives no hours.
const OTHERS: &[&str] =
    &["day", "days", "week", "weeks", "wk", "wks", "month", "months", "year", "years", "d", "w", "m"];
/// Words that make hours those of a week or a day.
const EACH: &[&str] = &["per", "a", "each", "every", "weekly", "daily", "week", "day"];
/// Words that join two numbers of one unit.
const JOINTS: &[&str] = &["to", "or", "and"];
/// Words before a number that only numbers one of several things.
const COUNTED: &[&str] = &["project", "idea", "option", "part", "phase", "variant", "task", "topic"];
/// The numbers that count as hours without a unit.
const BARE_HOURS: std::ops::RangeInclusive<u16> = 60..=1000;

impl Size {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    fn of_hours(hours: u16) -> Self {
        match hours {
            hours if hours < BOUNDS.0 => Self::Small,
            hours if hours < BOUNDS.1 => Self::Medium,
            _ => Self::Large,
        }
    }
}

impl Effort {
    /// How much work something is, out of the words about its size: `350 hours`, `~175h`,
    /// `Medium (175 hours)`, `Large`, `350`. Weeks give no hours.
    pub fn read(size: &str) -> Self {
        let mut numbers = Numbers::read(size);
        if numbers.hours.is_empty() && !numbers.has_other_unit {
            numbers.hours.extend(numbers.bare.into_iter().filter(|number| BARE_HOURS.contains(number)));
        }
        let said = words(size).filter_map(|word| {
            let known =
                |(_, known): &&(Size, &[&str])| known.iter().any(|known| known.eq_ignore_ascii_case(word));
            WORDS.iter().find(known).map(|&(size, _)| size)
        });
        Self::of_hours(&numbers.hours, Extent::of(said))
    }

    /// How much work something is, out of the words about how hard it is: only hours with a unit
    /// tell, `Medium` does not.
    pub fn in_difficulty(difficulty: &str) -> Self {
        Self::of_hours(&Numbers::read(difficulty).hours, None)
    }

    fn of_hours(hours: &[u16], size: Option<Extent<Size>>) -> Self {
        let by_hours = || Extent::of(hours.iter().copied().map(Size::of_hours));
        Self { size: size.or_else(by_hours), hours: Extent::of(hours.iter().copied()) }
    }
}

/// The numbers in a text, by what they count.
#[derive(Debug, Default)]
struct Numbers {
    hours: Vec<u16>,
    /// Those without a unit.
    bare: Vec<u16>,
    has_other_unit: bool,
}

impl Numbers {
    fn read(text: &str) -> Self {
        let mut numbers = Self::default();
        // The numbers whose unit may still come.
        let mut open = Vec::new();
        let mut words = words(text).peekable();
        let mut before = "";
        while let Some(word) = words.next() {
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let (number, unit) = word.split_at(digits);
            let counted = is_of(COUNTED, std::mem::replace(&mut before, word));
            let counts = |number: &u16| *number > 0 && (!counted || BARE_HOURS.contains(number));
            open.extend(number.parse().ok().filter(counts));
            if is_of(HOURS, unit) {
                let of_each = words.peek().is_some_and(|next| is_of(EACH, next));
                let hours = open.drain(..);
                if !of_each {
                    numbers.hours.extend(hours);
                }
            } else if is_of(OTHERS, unit) {
                numbers.has_other_unit |= !open.is_empty();
                open.clear();
            } else if !unit.is_empty() && !is_of(JOINTS, unit) {
                numbers.bare.append(&mut open);
            }
        }
        numbers.bare.append(&mut open);
        numbers
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_of(table: &[&str], word: &str) -> bool {
    table.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::Size::{Large, Medium, Small};
    use super::*;

    fn effort(size: impl Into<Option<(Size, Size)>>, hours: impl Into<Option<(u16, u16)>>) -> Effort {
        Effort {
            size: size.into().map(|(least, most)| Extent { least, most }),
            hours: hours.into().map(|(least, most)| Extent { least, most }),
        }
    }

    #[test]
    fn a_size_is_read_from_words_and_hours() {
        for (written, expected) in [
            ("350 hours", effort((Large, Large), (350, 350))),
            ("~175h", effort((Medium, Medium), (175, 175))),
            ("175 hrs", effort((Medium, Medium), (175, 175))),
            ("350", effort((Large, Large), (350, 350))),
            ("Large", effort((Large, Large), None)),
            ("Medium (~175 hour projects)", effort((Medium, Medium), (175, 175))),
            ("large (~175 hour projects)", effort((Large, Large), (175, 175))),
            ("small (90 hours)", effort((Small, Small), (90, 90))),
            ("~90 hour / ~175 hour / ~350 hour", effort((Small, Large), (90, 350))),
            ("175 or 350 hours", effort((Medium, Large), (175, 350))),
            ("175 or 350 based on the choice", effort((Medium, Large), (175, 350))),
            ("12 weeks full-time", effort(None, None)),
            ("10-12 weeks (350h)", effort((Large, Large), (350, 350))),
            ("20 hours per week, 12 weeks", effort(None, None)),
            ("20h/week", effort(None, None)),
            ("2 people, 175 hours", effort((Medium, Medium), (175, 175))),
            ("Project 1: 175 hours, Project 2: 350 hours", effort((Medium, Large), (175, 350))),
            ("Option 1 - 90 hours", effort((Small, Small), (90, 90))),
            ("Project: 175 hours", effort((Medium, Medium), (175, 175))),
            ("TBD", effort(None, None)),
            ("", effort(None, None)),
            ("99999999999 hours", effort(None, None)),
        ] {
            assert_eq!(Effort::read(written), expected, "{written}");
        }
    }

    #[test]
    fn a_difficulty_tells_hours_only() {
        assert_eq!(Effort::in_difficulty("Medium (350h)"), effort((Large, Large), (350, 350)));
        assert_eq!(Effort::in_difficulty("Medium"), Effort::default());
        assert_eq!(Effort::in_difficulty("3/5"), Effort::default());
    }
}

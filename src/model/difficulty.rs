//! Difficulty: how hard a proposal is, out of the words that say it.

use super::Extent;

/// Only so many words are looked at: what follows them explains.
const LOOKED_AT: usize = 12;

/// How hard a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difficulty {
    /// For beginners.
    Easy,
    /// Neither.
    Medium,
    /// For those who have done such things before.
    Hard,
}

/// The words and signs for each.
const WORDS: &[(Difficulty, &[&str])] = &[
    (
        Difficulty::Easy,
        &[
            "easy",
            "beginner",
            "beginners",
            "low",
            "simple",
            "novice",
            "starter",
            "简单",
            "低",
            "基础",
            "入门",
            "🟢",
        ],
    ),
    (
        Difficulty::Medium,
        &["medium", "intermediate", "moderate", "average", "mid", "normal", "中", "中等", "🟡", "🟠"],
    ),
    (
        Difficulty::Hard,
        &[
            "hard",
            "high",
            "advanced",
            "difficult",
            "challenging",
            "expert",
            "experts",
            "complex",
            "困难",
            "高",
            "进阶",
            "🔴",
        ],
    ),
];
/// Signs that count, and those that stand for what is missing of the most.
const FULL: &[char] = &['★', '⭐', '🌟', '●', '⬤'];
const EMPTY: &[char] = &['☆', '○', '◯'];

impl Difficulty {
    /// Its name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }

    /// How hard something is, out of the words that say it: `Medium`, `Easy to Medium`, `★★☆`,
    /// `3/5`. What stands in parentheses explains, unless there is nothing else.
    pub fn read(written: &str) -> Option<Extent<Self>> {
        let bare = outside_parentheses(written);
        of_words(&bare)
            .or_else(|| of_signs(written))
            .or_else(|| of_fraction(&bare))
            .or_else(|| of_words(written))
    }

    /// The difficulty of a share of the most.
    fn of_share(part: usize, whole: usize) -> Option<Extent<Self>> {
        if whole == 0 || part == 0 || part > whole {
            return None;
        }
        let difficulty = match part * 10 / whole {
            0..=4 => Self::Easy,
            5..=6 => Self::Medium,
            _ => Self::Hard,
        };
        Extent::of([difficulty])
    }
}

fn of_words(text: &str) -> Option<Extent<Difficulty>> {
    let is_gap = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '–' | '—' | '…');
    let mut negated = false;
    let known = text.split(is_gap).filter(|word| !word.is_empty()).take(LOOKED_AT).filter_map(|word| {
        let word = word.trim_end_matches('\u{fe0f}');
        let named =
            WORDS.iter().find(|(_, words)| words.iter().any(|known| known.eq_ignore_ascii_case(word)));
        let not = negated;
        negated = word.eq_ignore_ascii_case("not") || (not && named.is_none());
        named.filter(|_| !not).map(|&(difficulty, _)| difficulty)
    });
    Extent::of(known)
}

fn of_signs(text: &str) -> Option<Extent<Difficulty>> {
    let count = |signs: &[char]| text.chars().filter(|c| signs.contains(c)).count();
    let (full, empty) = (count(FULL), count(EMPTY));
    // Without empty ones the most is not said; few have more than three.
    let whole = if empty > 0 {
        full + empty
    } else if full > 3 {
        5
    } else {
        3
    };
    Difficulty::of_share(full, whole)
}

/// `3/5`, `3 of 5`, `3 out of 5`.
fn of_fraction(text: &str) -> Option<Extent<Difficulty>> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let (part, whole) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    let joined = text.contains('/') || text.to_ascii_lowercase().contains(" of ");
    if joined && numbers.next().is_none() && whole <= 10 { Difficulty::of_share(part, whole) } else { None }
}

fn outside_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = text.to_owned();
    outside.retain(|c| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside
}

#[cfg(test)]
mod tests {
    use super::Difficulty::{Easy, Hard, Medium};
    use super::*;

    #[test]
    fn words_signs_and_fractions_say_how_hard_something_is() {
        for (written, least, most) in [
            ("Easy", Easy, Easy),
            ("beginner-friendly", Easy, Easy),
            ("LOW", Easy, Easy),
            ("Intermediate.", Medium, Medium),
            ("Moderate to hard, depending on the model", Medium, Hard),
            ("Easy / Medium", Easy, Medium),
            ("[intermediate|hard]", Medium, Hard),
            ("High", Hard, Hard),
            ("Medium (basic), hard (advanced)", Medium, Hard),
            ("Easy (short), medium (advanced)", Easy, Medium),
            ("(Hard)", Hard, Hard),
            ("Medium (175h)", Medium, Medium),
            ("not too hard, medium", Medium, Medium),
            ("★☆☆", Easy, Easy),
            ("★★☆", Medium, Medium),
            ("⭐⭐⭐", Hard, Hard),
            ("●●●○○", Medium, Medium),
            ("🟡", Medium, Medium),
            ("2/5", Easy, Easy),
            ("3/5", Medium, Medium),
            ("3 out of 3", Hard, Hard),
        ] {
            assert_eq!(Difficulty::read(written), Some(Extent { least, most }), "{written}");
        }
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        for written in ["", "TBD", "???", "350 hours", "7/5", "0/3", "1/0", "not easy", "see issue 4/5 and 6"]
        {
            assert_eq!(Difficulty::read(written), None, "{written}");
        }
    }
}

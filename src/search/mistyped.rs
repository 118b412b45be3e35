//! Mistyped: the skill that a slip of the finger made a word of.

use super::fold;
use super::pattern::Pattern;
use super::skills::SkillTag;

/// A shorter word (in letters) is a slip away from too many others.
const LEAST: usize = 4;
/// From so many letters on, two slips are allowed.
const TWO_SLIPS: usize = 8;

/// The skill that somebody meant who typed a word that is none: a letter was left out, added,
/// exchanged or put in the wrong place. Nothing where two skills are as near.
pub(super) fn mistyped(word: &Pattern) -> Option<SkillTag> {
    let letters = word.folded.chars().count();
    if letters < LEAST {
        return None;
    }
    let typed = word.in_any_case().folded;
    let allowed = 1 + usize::from(letters >= TWO_SLIPS);
    let mut best: Option<(usize, SkillTag)> = None;
    let mut is_tie = false;
    for tag in SkillTag::all() {
        let slips = tag.spellings().filter_map(|spelling| slips(&typed, spelling, allowed)).min();
        let Some(slips) = slips else { continue };
        match best {
            Some((least, _)) if least < slips => {}
            Some((least, _)) if least == slips => is_tie = true,
            _ => (best, is_tie) = (Some((slips, tag)), false),
        }
    }
    best.filter(|_| !is_tie).map(|(_, tag)| tag)
}

/// How many slips make one of the other, where they are no more than allowed.
fn slips(typed: &str, spelling: &str, allowed: usize) -> Option<usize> {
    let long = spelling.chars().count();
    if long < LEAST || long.abs_diff(typed.chars().count()) > allowed {
        return None;
    }
    let spelling: String = spelling.chars().map(fold::lower).collect();
    Some(strsim::osa_distance(typed, &spelling)).filter(|&slips| slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str) -> Option<&'static str> {
        mistyped(&Pattern::new(word)).map(SkillTag::name)
    }

    #[test]
    fn a_slip_or_two_in_a_long_word_are_understood() {
        for (typed, skill) in [
            ("kubrnetes", "kubernetes"),
            ("Kuberentes", "kubernetes"),
            ("pyhton", "python"),
            ("rsut", "rust"),
            ("javasript", "javascript"),
            ("postgers", "postgresql"),
        ] {
            assert_eq!(meant(typed), Some(skill), "{typed}");
        }
    }

    #[test]
    fn what_is_no_slip_means_nothing() {
        for typed in ["", "g", "gp", "xyzzy", "kbt", "sched", "kubern", "pythagoras"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}

//! Mistyped: the skill that a typo made a word of.

use super::near_miss::{LEAST, slips};
use super::pattern::Pattern;
use super::skills::SkillTag;
use crate::model::fold;

/// The skill that somebody meant who typed a word that is none: a letter was left out, added,
/// exchanged or put in the wrong place. Nothing where two skills are as near.
pub(super) fn mistyped(word: &Pattern) -> Option<SkillTag> {
    if word.folded.chars().count() < LEAST {
        return None;
    }
    let typed = word.in_any_case().folded;
    let mut best: Option<(usize, SkillTag)> = None;
    let mut is_tie = false;
    for tag in SkillTag::all() {
        let slips =
            tag.spellings().chain(tag.kinds()).filter_map(|spelling| slips_of(&typed, spelling)).min();
        let Some(slips) = slips else { continue };
        match best {
            Some((least, _)) if least < slips => {}
            Some((least, _)) if least == slips => is_tie = true,
            _ => (best, is_tie) = (Some((slips, tag)), false),
        }
    }
    best.filter(|_| !is_tie).map(|(_, tag)| tag)
}

fn slips_of(typed: &str, spelling: &str) -> Option<usize> {
    slips(typed, &fold::text(spelling))
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

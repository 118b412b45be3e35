//! Nearest: the skills that somebody may have meant with a word that is none.

use super::SkillTag;
use super::table::{key, table};

/// The most that are offered.
const MOST: usize = 3;

/// The skills that a word is most like, best first, three at most: those that a spelling of begins
/// with it (`k8`), then those that a typo makes of it (`kubrnetes`). The same for the
/// same word, always.
pub fn nearest(word: &str) -> Vec<SkillTag> {
    let typed = key(word);
    let mut found: Vec<(Likeness, SkillTag)> = Vec::new();
    for key in &table().keys {
        let Some(likeness) = likeness(&typed, &key.letters) else { continue };
        let tag = SkillTag::numbered(key.skill);
        match found.iter_mut().find(|(_, known)| *known == tag) {
            Some(known) => known.0 = known.0.min(likeness),
            None => found.push((likeness, tag)),
        }
    }
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, tag)| tag).collect()
}

/// How near a spelling is, nearest first; in each case how many letters differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Begins(usize),
    Slip(usize),
}

fn likeness(typed: &str, spelling: &str) -> Option<Likeness> {
    if typed == spelling {
        return Some(Likeness::Same);
    }
    let (long, letters) = (spelling.chars().count(), typed.chars().count());
    if letters >= 2 && spelling.starts_with(typed) {
        return Some(Likeness::Begins(long - letters));
    }
    let allowed = match letters {
        0..=2 => return None,
        3..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    let slips =
        if long.abs_diff(letters) > allowed { usize::MAX } else { strsim::osa_distance(typed, spelling) };
    (slips <= allowed && long > allowed).then_some(Likeness::Slip(slips))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(word: &str) -> Vec<&str> {
        nearest(word).into_iter().map(SkillTag::name).collect()
    }

    #[test]
    fn what_was_begun_comes_before_what_was_mistyped() {
        assert_eq!(names("k8"), ["kubernetes"]);
        assert_eq!(names("kubrnetes"), ["kubernetes"]);
        assert_eq!(names("kuber")[0], "kubernetes");
        assert_eq!(names("pyhton"), ["python"]);
        assert_eq!(names("Golan")[0], "go");
        assert_eq!(names("go")[0], "go");
        assert_eq!(names("javasript")[0], "javascript");
    }

    #[test]
    fn what_is_like_nothing_has_none() {
        for word in ["", "x", "qq", "xyzzy", "…"] {
            assert_eq!(names(word), [] as [&str; 0], "{word}");
        }
    }
}

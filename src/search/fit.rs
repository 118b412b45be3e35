//! Fit: what of the skills that a proposal wants somebody has, what they lack, and what they have
//! besides.
//!
//! Counted are the skills by their one name. What a listing asks for in words that no table knows
//! is not held against anybody; who names such a word themselves finds it as a whole word.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::pattern::Pattern;
use super::prose;
use super::skills::{self, SkillTag, Wanted};
use crate::markdown::glyphs::{CHECK, CROSS, DOT, NONE};
use crate::model::{Proposal, Skill, SkillLevel, counted};

/// Of a proposal whose skills are all optional.
const NONE_REQUIRED: &str = "no required skills stated";

/// The skills of the user.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    tags: Vec<SkillTag>,
    /// Skills that the table does not know, as typed.
    words: Vec<(String, Pattern)>,
}

/// How what somebody can do meets what a proposal wants. Each skill is in one place, by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    /// Needed skills that the user has.
    pub have: Vec<Cow<'static, str>>,
    /// Needed skills that the user lacks.
    pub missing: Vec<Cow<'static, str>>,
    /// Skills that are a plus or will be taught, and that the user has already.
    pub bonus: Vec<Cow<'static, str>>,
}

impl Profile {
    /// A profile of these skills, in any spelling.
    pub fn new<S: AsRef<str>>(skills: impl IntoIterator<Item = S>) -> Self {
        let mut profile = Self::default();
        for skill in skills {
            let skill = skill.as_ref().trim();
            match skills::canonical(skill) {
                Some(tag) if profile.tags.contains(&tag) => {}
                Some(tag) => profile.tags.push(tag),
                None => profile.add_word(skill),
            }
        }
        profile
    }

    fn add_word(&mut self, word: &str) {
        let pattern = Pattern::new(word).in_any_case();
        if pattern.has_letters() && self.words.iter().all(|(_, known)| known.folded != pattern.folded) {
            self.words.push((word.to_owned(), pattern));
        }
    }

    /// Whether nothing was named: then nothing has a fit.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.words.is_empty()
    }

    /// Its skills by their one name, then those that the table does not know, as typed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().map(|tag| tag.name()).chain(self.unknown())
    }

    /// The skills that the table does not know, as typed.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// How this meets a proposal that wants these skills. Nothing where the proposal names no skill
    /// that is understood, and where the profile is empty.
    pub fn fit(&self, proposal: &Proposal, wanted: &[Wanted]) -> Option<Fit> {
        if self.is_empty() {
            return None;
        }
        let mut fit = Fit::default();
        for skill in wanted {
            let place = match (skill.is_needed(), self.tags.contains(&skill.tag)) {
                (true, true) => &mut fit.have,
                (true, false) => &mut fit.missing,
                (false, true) => &mut fit.bonus,
                (false, false) => continue,
            };
            place.push(Cow::Borrowed(skill.tag.name()));
        }
        for (word, pattern) in &self.words {
            let said = proposal.skills.iter().filter(|skill| prose::holds(&skill.text, pattern));
            let needs = |level| matches!(level, SkillLevel::Required | SkillLevel::Unsaid);
            match said.map(|skill| needs(skill.level)).max() {
                Some(true) => fit.have.push(Cow::Owned(word.clone())),
                Some(false) => fit.bonus.push(Cow::Owned(word.clone())),
                None => {}
            }
        }
        (!wanted.is_empty() || !fit.have.is_empty() || !fit.bonus.is_empty()).then_some(fit)
    }
}

impl Fit {
    /// How many skills are needed.
    pub fn needed(&self) -> usize {
        self.have.len() + self.missing.len()
    }

    /// How many needed skills are missing; `None` where none is needed: then nothing is said of how it fits.
    pub fn lacking(&self) -> Option<usize> {
        (self.needed() > 0).then_some(self.missing.len())
    }

    /// The key of the order by fit, best first: little is missing, then much is there.
    pub fn order(&self) -> (usize, Reverse<usize>, Reverse<usize>) {
        // Who asks for nothing is no better fit than who asks for what somebody has.
        let missing = if self.needed() == 0 { usize::MAX } else { self.missing.len() };
        (missing, Reverse(self.have.len()), Reverse(self.bonus.len()))
    }

    /// All of its skills with the sign of each: `✓` there, `✗` missing, `+` there besides.
    pub fn marked(&self) -> impl Iterator<Item = String> {
        let marks = [(CHECK.as_str(), &self.have), (CROSS.as_str(), &self.missing), ("+", &self.bonus)];
        marks.into_iter().flat_map(|(mark, skills)| skills.iter().map(move |skill| format!("{mark} {skill}")))
    }

    /// How many of the needed skills are there: `3/4`.
    pub fn share(&self) -> String {
        match self.needed() {
            0 => NONE_REQUIRED.to_owned(),
            needed => format!("{}/{needed}", self.have.len()),
        }
    }
}

/// A fit in words, the most first: `3/5 · missing helm, rust`, `3/5 ✗ helm, rust`, `3/5 ✗ helm +1`,
/// `3/5`.
pub fn wordings(fit: Option<&Fit>) -> Vec<String> {
    let Some(fit) = fit else { return vec!["no skills stated".to_owned(), NONE.to_string()] };
    let share = fit.share();
    match fit.missing.as_slice() {
        [] => vec![share],
        [missing] => {
            vec![format!("{share}{DOT}missing {missing}"), format!("{share} {CROSS} {missing}"), share]
        }
        [first, rest @ ..] => {
            let (all, more) = (fit.missing.join(", "), rest.len());
            vec![
                format!("{share}{DOT}missing {all}"),
                format!("{share} {CROSS} {all}"),
                format!("{share}{DOT}missing {first} +{more}"),
                format!("{share} {CROSS} {first} +{more}"),
                share,
            ]
        }
    }
}

/// A fit with its reasons, part by part: `2/3`, `✓ go`, `✗ helm`, `+ rust`; nothing without a
/// profile.
pub fn marks(profile: &Profile, fit: Option<&Fit>) -> Vec<String> {
    match fit {
        _ if profile.is_empty() => Vec::new(),
        None => vec!["no skills stated to compare".to_owned()],
        Some(fit) => std::iter::once(fit.share()).chain(fit.marked()).collect(),
    }
}

/// A fit in a sentence: `fits you: 2 of 2 skills`, `3 missing: you have 1 of 4 skills`; nothing without a profile.
pub fn sentence(profile: &Profile, fit: Option<&Fit>) -> Option<String> {
    let Some(fit) = fit else {
        return (!profile.is_empty()).then(|| "no skills stated to compare".to_owned());
    };
    let (have, needed, missing) = (fit.have.len(), fit.needed(), fit.missing.len());
    Some(match (needed, missing) {
        (0, _) => NONE_REQUIRED.to_owned(),
        (_, 0) => format!("fits you: {have} of {}", counted(needed, "skill")),
        _ => format!("{missing} missing: you have {have} of {}", counted(needed, "skill")),
    })
}

/// The sign of a skill as written, for those who know what they can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillSign {
    /// Asked for, and there.
    Have,
    /// Asked for, and not there.
    Missing,
    /// Nice to have.
    Plus,
}

impl SkillSign {
    /// The sign of a skill; `None` where nothing is known about it.
    pub fn of(skill: &Skill, fit: Option<&Fit>) -> Option<Self> {
        if skill.level == SkillLevel::NiceToHave {
            return Some(Self::Plus);
        }
        let fit = fit.filter(|_| skill.level.is_needed())?;
        let meant = skills::meant(&skill.text);
        let is_among = |names: &[Cow<'static, str>]| {
            names.iter().any(|name| match meant.as_slice() {
                [] => prose::holds(&skill.text, &Pattern::new(name).in_any_case()),
                meant => meant.iter().any(|tag| tag.name() == name),
            })
        };
        if is_among(&fit.missing) { Some(Self::Missing) } else { is_among(&fit.have).then_some(Self::Have) }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Have => CHECK.as_str(),
            Self::Missing => CROSS.as_str(),
            Self::Plus => "+",
        }
    }
}

/// The fewest needed skills that any proposal misses beyond `most`, and how many proposals miss no more than that;
/// `None` where none does.
pub(super) fn nearest(fits: &[Option<Fit>], most: usize) -> Option<(usize, usize)> {
    let lacking = || fits.iter().flatten().filter_map(Fit::lacking);
    let least = lacking().filter(|missing| *missing > most).min()?;
    Some((least, lacking().filter(|missing| *missing <= least).count()))
}

/// A sentence for `fit:` without an answer: `None needs only go, react; 4 miss one skill.`
pub fn shortfall(profile: &Profile, fits: &[Option<Fit>]) -> Option<String> {
    let (least, count) = nearest(fits, 0)?;
    let names: Vec<&str> = profile.names().collect();
    let skills = if least == 1 { "one skill".to_owned() } else { format!("{least} skills") };
    let miss = if count == 1 { "misses" } else { "miss" };
    Some(format!("None needs only {}; {count} {miss} {skills}.", names.join(", ")))
}

/// Reads the value of `fit:`: how many skills may be missing. `all` is none, `2-missing` at most two; a beginning of
/// those counts.
pub(super) fn most_missing(value: &str) -> Option<usize> {
    let value = value.to_lowercase();
    let (number, rest) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
    match number.parse() {
        Ok(number) if "-missing".starts_with(rest) => Some(number),
        Err(_) if !value.is_empty() && "all".starts_with(&value) => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ProposalId, Span};

    fn fit(profile: &[&str], skills: &[(&str, SkillLevel)]) -> Option<Fit> {
        let span = Span::default();
        let skill =
            |&(text, level): &(&str, SkillLevel)| Skill { text: text.to_owned(), span, level, aside: None };
        let skills: Vec<_> = skills.iter().map(skill).collect();
        let wanted = skills::wanted(&skills);
        let proposal = Proposal { skills, ..Proposal::new(ProposalId::new("p"), "P", span, span) };
        Profile::new(profile).fit(&proposal, &wanted)
    }

    const WANTED: &[(&str, SkillLevel)] = &[
        ("Golang", SkillLevel::Required),
        ("k8s and Helm", SkillLevel::Unsaid),
        ("Rust", SkillLevel::NiceToHave),
        ("React", SkillLevel::WillLearn),
        ("Patience with noisy data", SkillLevel::Unsaid),
    ];

    #[test]
    fn what_is_needed_is_there_or_missing_and_what_is_not_needed_is_a_bonus() {
        let fit = fit(&["GO", "kubernetes", "rust", "rust"], WANTED).unwrap();
        assert_eq!(fit.have, ["go", "kubernetes"]);
        assert_eq!(fit.missing, ["helm"]);
        assert_eq!(fit.bonus, ["rust"], "react is not needed, and not missing");
        assert_eq!(wordings(Some(&fit)), ["2/3 · missing helm", "2/3 ✗ helm", "2/3"]);
        assert_eq!(fit.marked().collect::<Vec<_>>(), ["✓ go", "✓ kubernetes", "✗ helm", "+ rust"]);
    }

    #[test]
    fn what_no_table_knows_is_a_whole_word() {
        let here = fit(&["noisy data", "go"], WANTED).unwrap();
        assert_eq!(here.have, ["go", "noisy data"]);
        assert_eq!(fit(&["nois", "go"], WANTED).unwrap().have, ["go"]);
    }

    #[test]
    fn what_names_no_skill_has_no_fit() {
        assert_eq!(fit(&["go"], &[("Patience", SkillLevel::Unsaid)]), None);
        assert_eq!(fit(&["go"], &[]), None);
        assert_eq!(fit(&[" ", ""], WANTED), None, "an empty profile is none");
        assert_eq!(wordings(None), ["no skills stated", "–"]);
        let optional = fit(&["go"], &[("Rust", SkillLevel::NiceToHave)]).unwrap();
        assert_eq!(wordings(Some(&optional)), ["no required skills stated"]);
        assert_eq!(sentence(&Profile::new(["go"]), Some(&optional)).unwrap(), "no required skills stated");
        assert_eq!(optional.lacking(), None);
        assert!(optional.order() > fit(&["c"], WANTED).unwrap().order(), "it comes last");
    }

    #[test]
    fn a_skill_has_the_sign_of_how_it_fits() {
        use SkillSign::{Have, Missing, Plus};
        let fit = fit(&["GO", "kubernetes", "noisy data"], WANTED).unwrap();
        let sign = |&(text, level): &(&str, SkillLevel)| {
            SkillSign::of(
                &Skill { text: text.to_owned(), span: Span::default(), level, aside: None },
                Some(&fit),
            )
        };
        let signs: Vec<_> = WANTED.iter().map(sign).collect();
        assert_eq!(signs, [Some(Have), Some(Missing), Some(Plus), None, Some(Have)]);
        let golang = Skill {
            text: "Golang".to_owned(),
            span: Span::default(),
            level: SkillLevel::Unsaid,
            aside: None,
        };
        assert_eq!(SkillSign::of(&golang, None), None, "nobody knows who reads");
        let profile = Profile::new(["go"]);
        assert_eq!(sentence(&profile, Some(&fit)).unwrap(), "1 missing: you have 3 of 4 skills");
        assert_eq!(sentence(&profile, None).unwrap(), "no skills stated to compare");
        assert_eq!(sentence(&Profile::default(), None), None);
    }

    #[test]
    fn the_order_is_by_what_is_missing_then_by_what_is_there() {
        let key = |have, missing| {
            let some = |count| vec![Cow::Borrowed("x"); count];
            Fit { have: some(have), missing: some(missing), bonus: Vec::new() }.order()
        };
        assert!(key(3, 0) < key(1, 0) && key(1, 0) < key(9, 1) && key(9, 1) < key(1, 1));
    }

    #[test]
    fn how_much_may_be_missing_is_all_or_a_number() {
        let cases =
            [("all", Some(0)), ("a", Some(0)), ("1-missing", Some(1)), ("2-mi", Some(2)), ("3", Some(3))];
        for (value, most) in cases {
            assert_eq!(most_missing(value), most, "{value}");
        }
        for value in ["", "none", "1x", "-missing", "99999999999999999999"] {
            assert_eq!(most_missing(value), None, "{value}");
        }
    }
}

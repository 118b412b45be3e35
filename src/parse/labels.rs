//! The labels of fields: which words mean which field.

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use super::lexicon::{self, Meaning};
use super::words::{fold, folded};
use crate::model::FieldKind;

/// The words of every known label by what they mean, folded as [`fold`] does: case, plural,
/// punctuation, parentheses and the word "and" make no difference.
const SYNONYMS: &[(FieldKind, &[&str])] = &[
    (
        FieldKind::Description,
        &[
            "description",
            "project description",
            "brief description",
            "short description",
            "detailed description",
            "details",
            "abstract",
            "summary",
            "overview",
            "project overview",
            "project overview & scope",
            "problem",
            "problem statement",
            "background",
            "rationale",
            "motivation",
            "idea",
            "explanation of ideas",
        ],
    ),
    (
        FieldKind::Outcome,
        &[
            "outcome",
            "expected outcome",
            "potential outcome",
            "expected result",
            "expected results and milestones",
            "outcomes/benefits/deliverables",
            "expected outcome and deliverables",
            "deliverables",
            "key deliverables",
            "core deliverables",
            "expected deliverables",
            "scope & deliverables",
            "goals",
            "project goals",
        ],
    ),
    (
        FieldKind::Skills,
        &[
            "skills",
            "recommended skills",
            "recommend skills",
            "required skills",
            "desirable skills",
            "preferred skills",
            "technical skills",
            "suggested skills",
            "needed skills",
            "skills required",
            "skills preferred",
            "mandatory skills",
            "must have",
            "nice to have",
            "nice to have skills",
            "good to have",
            "optional skills",
            "bonus skills",
            "skills required/preferred",
            "prerequisites",
            "knowledge prerequisites",
            "requirements",
            "knowledge requirements",
            "technical stack",
            "technology stack",
            "technical stack/technology stack",
            "tech stack",
            "team capabilities & stack",
            "languages",
            "involves",
            "technologies",
            "helpful experience",
            "what you need to know",
        ],
    ),
    (
        FieldKind::Mentors,
        &[
            "mentors",
            "potential mentors",
            "possible mentors",
            "primary mentor",
            "secondary mentor",
            "backup mentor",
            "coding mentor",
            "assisting mentor",
            "mentor name",
            "mentor names and contact info",
            "mentorship",
            "responsible",
        ],
    ),
    (
        FieldKind::Upstream,
        &[
            "upstream",
            "upstream issue",
            "related issue",
            "relevant issue",
            "related issue/PR/KEP",
            "related issue/PR",
            "related issue/KEP",
            "related PR",
            "issue",
            "issue link",
            "github issue",
            "GitHub issue",
            "tracking issue",
            "links",
            "related links",
            "references",
            "resources",
            "ideas and references",
            "tracking & references",
            "discussion thread",
        ],
    ),
    (FieldKind::Apply, &["LFX URL", "LFX link", "LFX", "apply", "apply link", "application link"]),
    (
        FieldKind::Difficulty,
        &[
            "difficulty",
            "expected difficulty",
            "estimated difficulty",
            "project difficulty",
            "difficulty level",
            "rating",
            "complexity",
            "intensity",
            "skill level",
        ],
    ),
    (
        FieldKind::Size,
        &[
            "size",
            "expected size",
            "project size",
            "expected project size",
            "length",
            "project length",
            "duration",
            "project duration",
            "expected duration",
            "effort",
            "time commitment",
            "expected time commitment",
            "work load",
            "workload",
        ],
    ),
    (
        FieldKind::Other,
        &[
            "AI policy",
            "bonus",
            "component",
            "contributor",
            "first steps",
            "getting started",
            "how to apply",
            "learning objectives",
            "matrix channel",
            "mentee",
            "organization",
            "organisation",
            "primary focus",
            "prior art",
            "prior efforts",
            "priority",
            "related project",
            "steps to start",
            "stretch goal",
            "timeline",
            "tips for contacting mentors",
            "type",
            "zulip stream",
        ],
    ),
];

/// How many labels are remembered as they were written.
const REMEMBERED: usize = 24;

/// From so many letters on a label may have one typo, and two.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 7;

/// A known label.
#[derive(Debug, Clone)]
struct Known {
    /// Its folded words.
    words: String,
    kind: FieldKind,
    /// Which letters it has, a bit each.
    letters: u32,
}

/// The known labels by their length in bytes: only few are as long as another.
static BY_LENGTH: LazyLock<Vec<Vec<Known>>> = LazyLock::new(|| {
    let mut by_length = Vec::new();
    for (label, kind) in
        SYNONYMS.iter().flat_map(|(kind, labels)| labels.iter().map(move |label| (label, kind)))
    {
        let words = folded(label);
        if by_length.len() <= words.len() {
            by_length.resize(words.len() + 1, Vec::new());
        }
        let letters = letters(&words);
        by_length[words.len()].push(Known { words, kind: *kind, letters });
    }
    by_length
});

/// Which third letters follow the first two in the labels of the templates and in the words of the
/// lexicon, a bit each: most words end here.
static BEGINNINGS: LazyLock<[[u32; 26]; 26]> = LazyLock::new(|| {
    let mut beginnings = [[0; 26]; 26];
    let templates = BY_LENGTH.iter().flatten().map(|known| known.words.as_str());
    for (first, second, third) in templates.chain(lexicon::words()).filter_map(beginning) {
        beginnings[first][second] |= third;
    }
    beginnings
});

/// Which letters of ASCII a text in lower case has, a bit each.
fn letters(text: &str) -> u32 {
    let small = text.bytes().filter(u8::is_ascii_lowercase);
    small.fold(0, |letters, byte| letters | 1 << (byte - b'a'))
}

/// The first two letters of a label as numbers and the third as a bit; `None` when they are not two
/// of ASCII. All bits are set where no third one follows: folding may put any letter there.
fn beginning(label: &str) -> Option<(usize, usize, u32)> {
    let letter = |at: usize| {
        let byte = label.as_bytes().get(at)?;
        byte.is_ascii_alphabetic().then(|| usize::from(byte.to_ascii_lowercase() - b'a'))
    };
    Some((letter(0)?, letter(1)?, letter(2).map_or(u32::MAX, |third| 1 << third)))
}

/// Whether a text may begin with a known label.
pub(super) fn may_begin(text: &str) -> bool {
    if text.starts_with(|c: char| !c.is_ascii() && c.is_alphabetic()) {
        return true;
    }
    beginning(text).is_some_and(|(first, second, third)| BEGINNINGS[first][second] & third != 0)
}

/// The meaning that a label of the templates has, by its folded words.
fn template(folded: &str) -> Option<FieldKind> {
    BY_LENGTH.get(folded.len())?.iter().find(|known| known.words == folded).map(|known| known.kind)
}

/// The meaning of a label as [`Meanings::meaning`] tells it, where its folded words are at hand.
pub(super) fn meaning_of(label: &str, folded: &str) -> Option<Meaning> {
    let template = may_begin(label).then(|| template(folded)).flatten();
    template.map(Meaning::Field).or_else(|| lexicon::meaning(folded))
}

/// Tells what the labels of one document mean, and remembers some: the same come again and again,
/// written the same way.
#[derive(Debug, Default)]
pub(super) struct Meanings<'a> {
    /// Known labels as they were written, and what they mean.
    seen: Vec<(&'a str, FieldKind)>,
    /// Room to fold a label in.
    words: String,
}

impl<'a> Meanings<'a> {
    /// The meaning of a label of the templates, or `None` for an unknown one.
    pub(super) fn of(&mut self, label: &'a str) -> Option<FieldKind> {
        if !may_begin(label) {
            return None;
        }
        self.remembered(label).or_else(|| {
            fold(label, &mut self.words, BY_LENGTH.len());
            self.template(label)
        })
    }

    /// The meaning of a label: as the templates have it, else as its words say.
    pub(super) fn meaning(&mut self, label: &'a str) -> Option<Meaning> {
        self.of(label).map(Meaning::Field).or_else(|| self.by_words(label))
    }

    /// The meaning that the words of a label have, whatever the templates say.
    pub(super) fn by_words(&mut self, label: &str) -> Option<Meaning> {
        fold(label, &mut self.words, usize::MAX);
        lexicon::meaning(&self.words)
    }

    /// The folded words of the label that was asked for [by its words](Self::by_words) last.
    pub(super) fn folded(&self) -> &str {
        &self.words
    }

    fn remembered(&self, label: &str) -> Option<FieldKind> {
        self.seen.iter().find(|(seen, _)| *seen == label).map(|&(_, kind)| kind)
    }

    /// The meaning that the templates give a label which is folded already.
    fn template(&mut self, label: &'a str) -> Option<FieldKind> {
        let kind = template(&self.words)?;
        if self.seen.len() < REMEMBERED {
            self.seen.push((label, kind));
        }
        Some(kind)
    }

    /// The meaning of a label that is not known, but spelt nearly like one that is: with one letter added,
    /// lost, changed or two swapped, or two such slips in a longer one. The first letter has to be
    /// right, which tells `Curation` from `Duration`. Of the fields only those `wanted` count.
    pub(super) fn near(&mut self, label: &str, wanted: impl Fn(FieldKind) -> bool) -> Option<FieldKind> {
        let buffer = &mut self.words;
        fold(label, buffer, BY_LENGTH.len() + 2);
        let first = buffer.bytes().next()?;
        let (length, letters) = (buffer.len(), letters(buffer));
        let near = BY_LENGTH.iter().take(length + 3).skip(length.saturating_sub(2));
        let close = near.flatten().filter_map(|known| {
            let most = match known.words.len().min(length) {
                ..ONE_SLIP => return None,
                ONE_SLIP..TWO_SLIPS => 1,
                _ => 2,
            };
            // A typo takes at most one letter away and adds one: most labels end here.
            let alike = (known.letters ^ letters).count_ones() as usize <= 2 * most;
            let eligible = alike
                && known.words.as_bytes()[0] == first
                && known.kind != FieldKind::Other
                && wanted(known.kind);
            let slips = eligible.then(|| strsim::osa_distance(&known.words, buffer))?;
            (slips <= most).then_some((slips, known.kind))
        });
        close.min_by_key(|&(slips, _)| slips).map(|(_, kind)| kind)
    }
}

/// Whether a label of mentors names the primary one.
pub(super) fn is_primary(label: &str) -> bool {
    // Few labels have that letter: the others need no folding.
    memchr::memchr2(b'y', b'Y', label.as_bytes()).is_some()
        && folded(label).split(' ').any(|word| word == "primary")
}

//! Headings that are neither ideas nor labels: groups of ideas, and what is about something else.

use std::borrow::Cow;

use super::table::{LEXICON, class};
use crate::parse::words::{self, folded};

/// A heading of at most so many words is noise wherever the phrase stands in it, a longer one only at its
/// start.
const NOISE_WORDS: (usize, usize) = (5, 9);
/// A heading above ideas has at most so many words, and so many that the lexicon has not.
const GROUP_WORDS: (usize, usize) = (10, 2);

/// Whether the header of a table names a column of titles: it begins with a word for one, and has no others than
/// may stand beside it. `header` is [folded](folded).
pub(in crate::parse) fn is_title_column(header: &str) -> bool {
    let lexicon = &*LEXICON;
    if lexicon.title_columns_contained.any_in(header) {
        return true;
    }
    let header = header.split_once(" on ").map_or(header, |(before, _)| before);
    let has = |word: &str, class: u32| lexicon.exact(word) & class != 0;
    header.split(' ').next().is_some_and(|first| has(first, class::TITLE_COLUMN))
        && header.split(' ').all(|word| has(word, class::TITLE_COLUMN | class::IN_TITLE_COLUMN))
}

/// Whether a text in brackets only says whether an idea is still to be had (`taken`, `no longer available`).
pub(in crate::parse) fn is_status(text: &str) -> bool {
    let lexicon = &*LEXICON;
    if !text.is_ascii() {
        return lexicon.status_contained.any_in(text);
    }
    let text = folded(text);
    let mut is_named = false;
    text.split(' ').all(|word| {
        let classes = lexicon.exact(word);
        is_named |= classes & class::STATUS != 0;
        classes & (class::STATUS | class::IN_STATUS) != 0 || word.bytes().all(|byte| byte.is_ascii_digit())
    }) && is_named
}

/// Whether a heading only says that ideas stand below it: it has a word for several of them, and hardly any
/// that the lexicon does not have.
pub(in crate::parse) fn is_group(title: &str) -> bool {
    let lexicon = &*LEXICON;
    let bare = || title.trim_matches(|c: char| !c.is_alphanumeric());
    if lexicon.group_contained.any_in(title) || !title.is_ascii() && matches!(bare(), "项目" | "课题") {
        return true;
    }
    let lower = if title.is_ascii() { Cow::Borrowed(title) } else { Cow::Owned(title.to_lowercase()) };
    let words = || {
        let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '\''));
        words.filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut before = "";
    let is_several = words().any(|word| {
        let is_list = ["list", "idea"].iter().any(|list| list.eq_ignore_ascii_case(word));
        let before = std::mem::replace(&mut before, word);
        is_list && classes(before) & class::GROUP != 0
            || word.ends_with(['s', 'S']) && classes(word) & class::GROUP != 0
    });
    if !is_several || words().count() > GROUP_WORDS.0 {
        return false;
    }
    let folded = folded(title);
    let whole = Title::of(&folded);
    if whole.is_past() || whole.has_hard_phrase() {
        return false;
    }
    let unknown = words().filter(|word| classes(word) & (class::GROUP | class::IN_GROUP) == 0).count();
    unknown <= GROUP_WORDS.1
}

/// The classes of a word in whatever case, as it is or in the form of the lexicon.
fn classes(word: &str) -> u32 {
    let lower = word.to_lowercase();
    match LEXICON.exact(&lower) {
        0 => LEXICON.exact(&folded(&lower)),
        classes => classes,
    }
}

/// The subject of a heading that is no idea.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that is asked of a heading by itself")]
pub(in crate::parse) struct About {
    /// It is about something else than an idea.
    pub(in crate::parse) is_noise: bool,
    /// It is about something else, whatever stands below it.
    pub(in crate::parse) is_hard_noise: bool,
    /// It is about former ideas, or about no real ones.
    pub(in crate::parse) is_past: bool,
    /// It keeps the place of a title: all of it, or a few words with one of the phrases.
    pub(in crate::parse) is_placeholder: bool,
}

impl About {
    /// The subject of a title that was [folded](folded).
    pub(in crate::parse) fn of(folded: &str) -> Self {
        let title = Title::of(folded);
        let is_placeholder = title.is_placeholder();
        Self {
            is_noise: title.is_noise(),
            is_hard_noise: is_placeholder || title.has_hard_phrase(),
            is_past: title.is_past(),
            is_placeholder,
        }
    }
}

/// Whether a title that was [folded](folded) keeps the place of one: all of it, or a few words with one of the phrases.
pub(in crate::parse) fn is_placeholder_title(folded: &str) -> bool {
    Title::of(folded).is_placeholder()
}

/// A title, its words looked up once.
struct Title<'t> {
    /// All of it, [folded](folded).
    folded: &'t str,
    /// Its words, where they are not too many to be about something else than an idea.
    words: Vec<&'t str>,
    /// The classes that one of its words has.
    classes: u32,
    ends_as_noise: bool,
}

impl<'t> Title<'t> {
    fn of(folded: &'t str) -> Self {
        let count = words::count(folded);
        let mut title = Self { folded, words: Vec::new(), classes: 0, ends_as_noise: false };
        if count <= NOISE_WORDS.1 + 1 {
            let mut last = 0;
            for word in words::each(folded) {
                last = LEXICON.all(word);
                title.classes |= last;
            }
            title.ends_as_noise = last & class::ENDS_NOISE != 0;
            if title.classes & class::OF_PHRASES != 0 {
                title.words = words::each(folded).collect();
            }
        }
        title
    }

    fn has(&self, class: u32) -> bool {
        self.classes & class != 0
    }

    fn is_noise(&self) -> bool {
        if LEXICON.noise_contained.any_in(self.folded) || self.folded == "content" {
            return true;
        }
        let words = self.words.len();
        if words <= NOISE_WORDS.0 && self.ends_as_noise {
            return true;
        }
        if words > NOISE_WORDS.1 || !self.has(class::BEGINS_NOISE) {
            return false;
        }
        let place = LEXICON.noise.find(&self.words);
        place == Some(0) || place.is_some() && words <= NOISE_WORDS.0
    }

    fn has_hard_phrase(&self) -> bool {
        self.has(class::BEGINS_HARD) && LEXICON.hard.find(&self.words).is_some()
    }

    fn is_past(&self) -> bool {
        self.has(class::BEGINS_PAST) && LEXICON.past.find(&self.words).is_some()
    }

    fn is_placeholder(&self) -> bool {
        const FEW: usize = 5;
        let phrases = &LEXICON.placeholders;
        self.has(class::BEGINS_PLACEHOLDER)
            && (phrases.contains(self.folded)
                || self.words.len() <= FEW
                    && (0..self.words.len()).any(|at| phrases.stands(&self.words[at..], 2)))
    }
}

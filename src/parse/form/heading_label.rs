//! Headings that are labels: by their words, by a value behind a colon, or because they recur.

use super::survey::{OFTEN, Survey};
use super::value;
use super::weights::{Fields, bit};
use crate::markdown::outline::Heading;
use crate::model::{Difficulty, FieldKind, Span};
use crate::parse::labels::Meanings;
use crate::parse::lexicon::{self, Meaning};
use crate::parse::title;
use crate::parse::words::folded;

/// A heading without words is an idea only where it has so many known labels.
pub(super) const ENOUGH_OF_UNTITLED: usize = 2;
/// A heading that recurs so often is a label, whatever its words are.
const RECURS: usize = 2;

/// The meaning of a heading that is a label.
pub(super) struct HeadingLabel {
    pub(super) meaning: Option<Meaning>,
    pub(super) inner_value: Option<usize>,
}

/// The meaning of a heading as a label, or `None` where it is none.
pub(super) fn heading_label(
    survey: &Survey<'_, '_>,
    index: usize,
    first: bool,
    next: Option<&Heading>,
) -> Option<HeadingLabel> {
    let heading = &survey.outline.headings[index];
    let written = heading.title.as_str();
    let wording = &survey.wordings[index];
    let (title, meaning) = (wording.folded.as_str(), wording.meaning);
    let counts = survey.strings.count_of(wording);
    let count = counts.headings;
    if let Some(meaning) = survey.strings.stated.meaning(written) {
        let label = HeadingLabel { meaning: Some(meaning), inner_value: None };
        return (meaning != Meaning::Title).then_some(label);
    }
    if let Some(label) = label_with_value(survey, heading, next) {
        return Some(label);
    }
    let is = |meaning| Some(HeadingLabel { meaning, inner_value: None });
    let words = title.split(' ').count();
    let has_colon = written.ends_with([':', '：']) && title::without_tags(written) == written;
    if meaning.is_none() && announces(written) || wording.is_group || meaning == Some(Meaning::Title) {
        return None;
    }
    let holds_headings = || heading.lines.is_empty() && next.is_some_and(|next| next.level > heading.level);
    if meaning == Some(Meaning::Field(FieldKind::Other)) && !has_colon && count < 2 && holds_headings() {
        // `Paper` names the project of the ideas below it: nothing else stands there.
        return None;
    }
    if has_colon && meaning.is_none() && !first && words <= 5 {
        return is(None);
    }
    match meaning {
        Some(Meaning::Field(FieldKind::Other) | Meaning::Project) if first && count < 2 && words > 1 => {
            return None;
        }
        Some(meaning) if meaning.is_strong() && first && count < 2 && words > 2 => return None,
        Some(Meaning::Field(FieldKind::Other)) if count < 2 && words > 3 => return None,
        Some(Meaning::Project)
            if !has_colon && matches!(title, "project" | "projects" | "organization" | "organisation") => {}
        Some(meaning) => {
            // With the fields of an idea right below it, it is the title of one: `Levels of skills`. A label of
            // the templates, and a description, may head the facts of a whole document.
            let is_title = count < 2
                && meaning != Meaning::Field(FieldKind::Description)
                && Meanings::default().of(written).is_none()
                && has_fields(survey, index, true);
            if is_title {
                return None;
            }
            let is_sure = count >= 2
                || !title.is_ascii()
                || has_colon
                || lexicon::has_all(title)
                || words <= 3 && lexicon::ends_with_head(title);
            if !is_sure {
                return None;
            }
            return is(Some(meaning));
        }
        None => {}
    }
    // A heading without text below it stands above others, however often it does.
    let below = Span::new(heading.span.end, next.map_or(survey.text.len(), |next| next.span.start));
    let has_value = !below.trim(survey.text).is_empty();
    // Two ideas may have one title: each has its fields, and none stands below a text without any.
    let is_title = || has_fields(survey, index, false) && !is_below_text(survey, index);
    // `Guides` below several titles is a label, though by itself it is about something else.
    let is_noise =
        || lexicon::About::of(title).is_noise && !(counts.here >= OFTEN && counts.deeper > counts.beside);
    let recurs = count >= RECURS && has_value && !first && !is_title() && !is_noise();
    (recurs && !matches!(title, "project" | "idea" | "task"))
        .then_some(HeadingLabel { meaning: None, inner_value: None })
}

/// Whether the nearest higher heading above has text below it, and no fields.
fn is_below_text(survey: &Survey<'_, '_>, heading: usize) -> bool {
    let headings = &survey.outline.headings;
    survey.above[heading]
        .is_some_and(|above| !headings[above].lines.is_empty() && !has_fields(survey, above, true))
}

/// Whether several different fields stand right below a heading, those without values only where wanted.
pub(super) fn has_fields(survey: &Survey<'_, '_>, heading: usize, with_values: bool) -> bool {
    let mut kinds: Fields = 0;
    let labels = survey.labels.below(Some(heading));
    let next = survey.outline.headings.get(heading + 1).map_or(survey.text.len(), |next| next.span.start);
    let ends = labels.iter().skip(1).map(|label| label.line).chain([next]);
    for (label, end) in labels.iter().zip(ends).filter(|(label, _)| label.is_recognised()) {
        let is_empty = || Span::new(label.value.min(end), end).trim(survey.text).is_empty();
        if let Some(kind) = label.kind.filter(|_| !(with_values && is_empty())) {
            kinds |= bit(Meaning::Field(kind));
        }
    }
    kinds.count_ones() as usize >= ENOUGH_OF_UNTITLED
}

/// A heading that says a label and its value: `Difficulty: hard`, or words that other headings have before a measure,
/// too (`Weight: 90 hours`). With deeper ones below it, it groups ideas.
fn label_with_value(
    survey: &Survey<'_, '_>,
    heading: &Heading,
    next: Option<&Heading>,
) -> Option<HeadingLabel> {
    let text = survey.text;
    let words = heading.words.of(text);
    let (at, colon) = words.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
    let value = words[at + colon.len_utf8()..].trim();
    if value.trim_matches(['*', '_', ' ']).is_empty() || !(3..=40).contains(&at) || value.starts_with("//") {
        return None;
    }
    let label = folded(crate::parse::heading_words::unnumbered(&words[..at]));
    let is_sure = |meaning: &Meaning| meaning.is_strong() && lexicon::has_all(&label);
    let meaning = lexicon::meaning(&label).filter(is_sure);
    let recurs = || survey.strings.count(&words[..at]).leads >= OFTEN;
    let is_measure =
        || value::is_short(value) && (value::is_size(value) || Difficulty::read(value).is_some());
    if meaning.is_none() && !(recurs() && is_measure()) {
        return None;
    }
    let is_group = heading.level <= 2 && next.is_some_and(|next| next.level > heading.level);
    (!is_group)
        .then_some(HeadingLabel { meaning, inner_value: Some(heading.words.start + at + colon.len_utf8()) })
}

/// Whether a title announces itself: `Idea 2: a map`.
pub(in crate::parse) fn announces(title: &str) -> bool {
    const WORDS: [&str; 4] = ["idea", "project", "topic", "proposal"];
    let words = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some((before, _)) = words.split_once([':', '：']) else { return false };
    let mut parts = before.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(first))
        && parts.all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

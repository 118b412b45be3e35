//! The body of an issue form: what its headings mean, and what people leave in its fields.

use super::inline_words::inline_words;
use super::labels::Meanings;
use crate::model::{Field, FieldKind, Mentor, Skill, Span};

/// The value that GitHub fills in for an empty answer.
pub const NO_RESPONSE: &str = "_No response_";
/// The headings that ask for the title.
const TITLES: &[&str] = &[
    "title",
    "project title",
    "program title",
    "program name",
    "proposal title",
    "mentorship title",
    "mentorship name",
];
/// The headings that ask for the project.
const PROJECTS: &[&str] = &["cncf project", "project", "project name", "lfdt project", "foundation project"];
/// Headings that mean a field and are none of the labels of listings.
const FIELDS: &[(&str, FieldKind)] = &[
    ("program description", FieldKind::Description),
    ("mentorship description", FieldKind::Description),
    ("additional skills", FieldKind::Skills),
    ("other skills", FieldKind::Skills),
    ("upstream issue url", FieldKind::Upstream),
    ("coding challenge url", FieldKind::Other),
    ("term", FieldKind::Other),
];
/// The mark of a box that is checked, and of one that is not.
const CHECKED: [&str; 2] = ["[x]", "[X]"];
const UNCHECKED: &str = "[ ]";
/// The keys of a group of lines about one person.
const NAME: &str = "name";
const EMAILS: &[&str] = &["email", "e-mail", "mail"];
const HANDLES: &[&str] = &["github", "github handle", "handle", "github id"];

/// The part that a heading of a form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormPart {
    Title,
    Project,
    Field(FieldKind),
}

/// The part that a heading asks for, or `None` for an unknown heading.
pub(super) fn part<'a>(heading: &'a str, meanings: &mut Meanings<'a>) -> Option<FormPart> {
    let heading = heading.trim_end_matches([':', '*', ' ']);
    let is = |known: &&str| known.eq_ignore_ascii_case(heading);
    if TITLES.iter().any(is) {
        return Some(FormPart::Title);
    }
    if PROJECTS.iter().any(is) {
        return Some(FormPart::Project);
    }
    let own = FIELDS.iter().find(|(known, _)| is(known)).map(|&(_, kind)| kind);
    own.or_else(|| meanings.of(heading)).map(FormPart::Field)
}

/// Empties the fields that were left empty.
pub(super) fn drop_unanswered(text: &str, fields: &mut Vec<Field>) {
    fields.retain(|field| !field.value.of(text).eq_ignore_ascii_case(NO_RESPONSE));
}

/// Of check boxes only the checked ones are meant.
pub(super) fn keep_checked(skills: &mut Vec<Skill>) {
    skills.retain_mut(|skill| {
        if let Some(words) = CHECKED.iter().find_map(|mark| skill.text.strip_prefix(mark)) {
            skill.text = words.trim().to_owned();
        }
        !skill.text.starts_with(UNCHECKED) && !skill.text.is_empty()
    });
}

/// The people of a field that lists them as forms ask for it: a line `Name | @handle | mail | id`
/// each, or lines `Name:`, `Email:` in groups. Nothing where it is written otherwise.
pub(super) fn people(text: &str, value: Span) -> Option<Vec<Mentor>> {
    let lines = lines(text, value);
    if lines.iter().all(|line| line.of(text).matches('|').count() >= 2) {
        return Some(lines.into_iter().filter_map(|line| row(text, line)).collect());
    }
    let is_name = |line: &Span| pair(line.of(text)).is_some_and(|(key, _)| key.eq_ignore_ascii_case(NAME));
    if !lines.first().is_some_and(is_name) {
        return None;
    }
    Some(lines.chunk_by(|_, next| !is_name(next)).filter_map(|group| person(text, group)).collect())
}

/// The lines with words, trimmed.
fn lines(text: &str, value: Span) -> Vec<Span> {
    let mut at = value.start;
    let spans = value.of(text).split_inclusive('\n').map(|line| {
        at += line.len();
        Span::new(at - line.len(), at).trim(text)
    });
    spans.filter(|line| !line.is_empty()).collect()
}

fn row(text: &str, line: Span) -> Option<Mentor> {
    let words = line.of(text).trim_start_matches(['-', '*', ' ']).trim_matches('|');
    let mut parts = words.split('|').map(inline_words);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let (mut github, mut email) = (None, None);
    for part in parts.filter(|part| !part.is_empty()) {
        if let Some(handle) = part.strip_prefix('@') {
            github = github.or(Some(handle.to_owned()));
        } else if part.contains('@') {
            email = email.or(Some(part));
        }
    }
    Some(Mentor { name, github, email, primary: false, span: line })
}

fn person(text: &str, group: &[Span]) -> Option<Mentor> {
    let (first, last) = (group.first()?, group.last()?);
    let find = |keys: &[&str]| {
        let pairs = group.iter().filter_map(|line| pair(line.of(text)));
        let mut values = pairs.filter(|(key, _)| keys.iter().any(|known| key.eq_ignore_ascii_case(known)));
        values.next().map(|(_, value)| inline_words(value)).filter(|value| !value.is_empty())
    };
    let email = find(EMAILS);
    let github = find(HANDLES).map(|handle| handle.trim_start_matches('@').to_owned());
    let name = find(&[NAME]).or_else(|| github.clone()).or_else(|| email.clone())?;
    Some(Mentor { name, github, email, primary: false, span: Span::new(first.start, last.end) })
}

/// `Key: value`, whatever stands around the key.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    Some((key.trim_matches(['-', '*', '_', ' ', '\t']), value.trim_matches(['*', '_', ' ', '\t'])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SkillLevel;

    type Person = (String, Option<String>, Option<String>);

    fn read(value: &str) -> Option<Vec<Person>> {
        let people = people(value, Span::new(0, value.len()))?;
        Some(people.into_iter().map(|mentor| (mentor.name, mentor.github, mentor.email)).collect())
    }

    fn ada(github: Option<&str>) -> Person {
        ("Ada Byron".to_owned(), github.map(str::to_owned), Some("ada@example.org".to_owned()))
    }

    #[test]
    fn people_in_the_forms_of_forms() {
        let rows = "Ada Byron | @ada | ada@example.org | ada99\n\nBo | @bo | [bo@example.org](mailto:bo@example.org)";
        let bo = ("Bo".to_owned(), Some("bo".to_owned()), Some("bo@example.org".to_owned()));
        assert_eq!(read(rows), Some(vec![ada(Some("ada")), bo]));
        let groups = "Name: Ada Byron\nEmail: ada@example.org\nCompany: x\n\nName:\nEmail:\n";
        assert_eq!(read(groups), Some(vec![ada(None)]));
        assert_eq!(read("Ada Byron (@ada)"), None);
    }

    #[test]
    fn only_checked_boxes_are_skills() {
        let skill = |text: &str| Skill {
            text: text.to_owned(),
            level: SkillLevel::Unsaid,
            span: Span::at(0),
            aside: None,
        };
        let mut skills = vec![skill("[x] Go"), skill("[ ] Rust"), skill("Knots")];
        keep_checked(&mut skills);
        let texts: Vec<_> = skills.iter().map(|skill| skill.text.as_str()).collect();
        assert_eq!(texts, ["Go", "Knots"]);
    }
}

//! Front matter: facts on top of a document, between lines of `---` (YAML) or `+++` (TOML).
//!
//! It is no Markdown. Its bytes are blanked before the Markdown is read, so the body keeps its places.

mod lenient;
mod node;
mod toml;
mod yaml;

use self::node::{Data, Entry, Node};
use super::labels::Meanings;
use super::lexicon::Meaning;
use super::{mentors, person_words, skills};
use crate::markdown::outline::Outline;
use crate::model::{Field, FieldKind, Mentor, Proposal, Remark, RemarkKind, SkillLevel, Span};

/// The keys that name a proposal, the first that is there.
const TITLES: &[&str] = &["title", "name"];
/// The keys that name its project, the first that is there.
const PROJECTS: &[&str] = &["project", "collaborating_projects", "organization", "organisation", "org"];
/// Keys that mean a field and are none of the labels of the Markdown.
const KEYS: &[(&str, FieldKind)] = &[
    ("project_mentors", FieldKind::Mentors),
    ("proposal_mentors", FieldKind::Mentors),
    ("level", FieldKind::Difficulty),
    ("hours", FieldKind::Size),
    ("issues", FieldKind::Upstream),
];

/// The front matter of a document.
#[derive(Debug)]
pub(super) struct FrontMatter {
    /// All of it, the lines around it included.
    pub(super) span: Span,
    /// The facts; `None` when they could not be read.
    pub(super) entries: Vec<Entry>,
    /// It is neither YAML nor TOML, though it looks like it.
    pub(super) broken: bool,
}

/// Reads the front matter of a document, if it has any.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|first| first.trim_end() == fence)?;
    let mut end = first.len();
    let closes = |line: &str| line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
    let last = lines.find(|line| {
        end += line.len();
        closes(line)
    })?;
    let inner = Span::new(first.len(), end - last.len());
    let read = if fence == "---" { yaml::read } else { toml::read };
    if !looks_like_facts(inner.of(text)) {
        return None;
    }
    let read = read(inner.of(text));
    let broken = read.is_none();
    // Text that is nearly YAML is read for what it says, and remarked.
    let nearly = || (fence == "---").then(|| lenient::read(inner.of(text))).flatten();
    let mut entries = read.or_else(nearly).unwrap_or_default();
    shift(&mut entries, inner.start);
    Some(FrontMatter { span: Span::new(0, end), broken, entries })
}

/// Whether the first line with words begins with a key; prose between two rules does not.
fn looks_like_facts(inner: &str) -> bool {
    let mut lines = inner.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().is_some_and(|line| {
        let key = line.trim_start_matches(|c: char| c.is_alphanumeric() || "_-.\"' ".contains(c));
        line.starts_with('[') || (key.len() < line.len() && key.starts_with([':', '=']))
    })
}

fn shift(entries: &mut [Entry], by: usize) {
    for Entry { key, value } in entries {
        *key = Span::new(key.start + by, key.end + by);
        shift_node(value, by);
    }
}

fn shift_node(node: &mut Node, by: usize) {
    node.span = Span::new(node.span.start + by, node.span.end + by);
    match &mut node.data {
        Data::List(nodes) => nodes.iter_mut().for_each(|node| shift_node(node, by)),
        Data::Map(entries) => shift(entries, by),
        Data::Empty | Data::Text(_) => {}
    }
}

impl FrontMatter {
    /// The text with blanks in place of the front matter; line ends and places stay.
    pub(super) fn blanked(&self, text: &str) -> String {
        let (front, body) = text.split_at(self.span.end);
        let blank = |byte: u8| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' };
        front.bytes().map(blank).collect::<String>() + body
    }

    /// The remark about front matter that is broken.
    pub(super) fn remark(&self) -> Option<Remark> {
        self.broken.then_some(Remark { kind: RemarkKind::BrokenFrontMatter, span: self.span })
    }

    /// The entry that names the document.
    pub(super) fn title(&self, text: &str) -> Option<&Entry> {
        self.first(text, TITLES).filter(|entry| entry.value.words().is_some())
    }

    pub(super) fn listing_title(&self, text: &str) -> Option<&str> {
        self.title(text)?.value.words()
    }

    /// The project, or else the organisation, that it names.
    pub(super) fn project(&self, text: &str) -> Option<&str> {
        self.first(text, PROJECTS)?.value.words()
    }

    fn first(&self, text: &str, keys: &[&str]) -> Option<&Entry> {
        let with =
            |key: &&str| self.entries.iter().find(|entry| entry.key.of(text).eq_ignore_ascii_case(key));
        keys.iter().find_map(with)
    }

    /// The label, value and meaning of each entry.
    pub(super) fn facts(&self, text: &str) -> Vec<(Span, Span, Option<Meaning>)> {
        let title = self.title(text);
        let fact = |entry: &Entry| {
            let meaning =
                if Some(entry) == title { Some(Meaning::Title) } else { meaning(entry.key.of(text)) };
            (entry.key, entry.value.span.trim(text), meaning)
        };
        self.entries.iter().map(fact).collect()
    }

    /// A field for each entry but the title and those without a value.
    pub(super) fn fields(&self, text: &str) -> Vec<Field> {
        let title = self.title(text);
        let entries = self.entries.iter().filter(|entry| Some(*entry) != title);
        let field = |entry: &Entry| {
            let kind = kind(entry.key.of(text));
            let first = matches!(kind, FieldKind::Difficulty | FieldKind::Size)
                .then(|| entry.value.leaves().first().copied())
                .flatten();
            Field { kind, label: entry.key, value: first.unwrap_or(entry.value.span).trim(text) }
        };
        entries.map(field).filter(|field| !field.value.is_empty()).collect()
    }

    /// Reads the people and the skills, which may be lists of more than words.
    pub(super) fn fill(&self, text: &str, proposal: &mut Proposal, remarks: &mut Vec<Remark>) {
        for entry in &self.entries {
            match kind(entry.key.of(text)) {
                FieldKind::Mentors => read_people(text, &entry.value, proposal, remarks),
                FieldKind::Skills => {
                    for leaf in entry.value.leaves() {
                        skills::read(
                            text,
                            &Outline::default(),
                            leaf,
                            SkillLevel::Unsaid,
                            &mut proposal.skills,
                        );
                    }
                }
                _ => {}
            }
        }
    }
}

fn kind(key: &str) -> FieldKind {
    meaning(key).map_or(FieldKind::Other, Meaning::kind)
}

fn meaning(key: &str) -> Option<Meaning> {
    let extra = KEYS.iter().find(|(known, _)| key.eq_ignore_ascii_case(known)).map(|&(_, kind)| kind);
    extra.map(Meaning::Field).or_else(|| Meanings::default().meaning(key))
}

fn read_people(text: &str, node: &Node, proposal: &mut Proposal, remarks: &mut Vec<Remark>) {
    match &node.data {
        Data::Empty => {}
        Data::Text(words) if is_handle(words) => {
            let handle = words.trim().trim_start_matches('@').to_owned();
            proposal.mentors.push(Mentor {
                name: handle.clone(),
                github: Some(handle),
                email: None,
                primary: false,
                span: node.span,
            });
        }
        Data::Text(_) => {
            let read = mentors::read(text, &Outline::default(), node.span, false);
            proposal.mentors.extend(read.people);
            let unread = read.unread.into_iter();
            remarks.extend(unread.map(|span| Remark { kind: RemarkKind::UnreadMentor, span }));
        }
        Data::List(nodes) => nodes.iter().for_each(|node| read_people(text, node, proposal, remarks)),
        Data::Map(entries) => match person(text, node.span, entries) {
            Some(mentor) => proposal.mentors.push(mentor),
            None => remarks.push(Remark { kind: RemarkKind::UnreadMentor, span: node.span }),
        },
    }
}

/// Whether a value is one word that can be a handle.
fn is_handle(words: &str) -> bool {
    let word = words.trim().trim_start_matches('@');
    !word.is_empty()
        && !person_words::is_nobody(word)
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// A person whose parts have keys of their own.
fn person(text: &str, span: Span, entries: &[Entry]) -> Option<Mentor> {
    let part = |keys: &[&str]| {
        let is_of = |entry: &&Entry| keys.iter().any(|key| entry.key.of(text).eq_ignore_ascii_case(key));
        entries.iter().find(is_of)?.value.words()
    };
    let names = [part(&["first_name", "firstname"]), part(&["last_name", "lastname", "surname"])];
    let joined = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let github = part(&["github", "github_handle", "handle", "username"]);
    let github = github.map(|handle| handle.rsplit('/').next().unwrap_or(handle).trim_start_matches('@'));
    let github = github.filter(|handle| !handle.is_empty()).map(str::to_owned);
    let email = part(&["email", "mail", "e-mail"]).map(str::to_owned);
    let name = part(&["name", "full_name"]).map(str::to_owned);
    let name = name.or((!joined.is_empty()).then_some(joined));
    let name = name.or_else(|| github.clone()).or_else(|| email.clone())?;
    let primary = part(&["role"]).is_some_and(|role| role.eq_ignore_ascii_case("primary"));
    Some(Mentor { name, github, email, primary, span })
}

#[cfg(test)]
mod tests;

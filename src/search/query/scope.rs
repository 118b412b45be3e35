//! Scopes: what `field:` in a query means, as a table.

use std::fmt;

/// Where a term of a query is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In title, project, skills and mentors: no field was named.
    Names,
    Skill,
    /// In the skills that are asked for: neither optional nor taught.
    Need,
    /// In the project and its sub-projects.
    Project,
    Title,
    /// In the names and handles of the mentors.
    Mentor,
    /// In the term: programme, year, season.
    Term,
    Difficulty,
    /// In the size and the hours.
    Size,
    /// In the whole text, by whole words.
    Text,
    /// In the addresses upstream.
    Upstream,
    /// Whether a field is there.
    Has,
    /// In how many of the needed skills are there.
    Fit,
    /// Whether something is known of the proposal beyond its text.
    Is,
}

/// A scope with its names, the one to show first, and a sentence about its results.
struct Row(Scope, &'static [&'static str], &'static str);

const TABLE: &[Row] = &[
    Row(Scope::Skill, &["skill", "skills"], "a skill, by any of its spellings"),
    Row(Scope::Need, &["need", "needs"], "a skill that is asked for, not optional and not taught"),
    Row(Scope::Project, &["project", "projects", "subproject"], "the project or a part of it"),
    Row(Scope::Title, &["title"], "the title"),
    Row(Scope::Mentor, &["mentor", "mentors"], "a mentor's name or handle"),
    Row(Scope::Term, &["term", "terms", "year"], "programme, year or season"),
    Row(Scope::Difficulty, &["difficulty"], "easy, medium, hard, or the words as written"),
    Row(Scope::Size, &["size", "hours"], "small, medium, large, or hours"),
    Row(Scope::Text, &["text"], "a whole word anywhere in the proposal"),
    Row(Scope::Upstream, &["upstream"], "a part of an upstream address"),
    Row(Scope::Has, &["has"], "whether it is there: upstream, mentor, skill, …"),
    Row(Scope::Fit, &["fit"], "all needed skills are yours, or all but so many: all, 1-missing"),
    Row(Scope::Is, &["is"], "what is new, changed, unread, on the shortlist (starred) or hidden"),
];

/// Names of other programs for them. Such a name is no field here, but tells which one is meant.
const ELSEWHERE: &[(Scope, &[&str])] = &[
    (Scope::Skill, &["lang", "language", "languages", "tech", "tag", "tags"]),
    (Scope::Difficulty, &["diff", "level"]),
    (Scope::Mentor, &["author", "by"]),
    (Scope::Project, &["org", "repo"]),
    (Scope::Upstream, &["url", "link", "issue"]),
];

/// Fields of other programs whose work is done in another way here.
const NO_FIELDS: &[(&[&str], &str)] = &[(&["sort", "order"], "s sorts, and so does --sort")];

/// Advice instead of a field that does not exist, or `None` where there is none.
pub(super) fn instead_of_field(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NO_FIELDS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, instead)| *instead)
}

/// The names of the fields that find something.
pub(super) fn names() -> String {
    let names = Scope::all().map(Scope::name);
    names.collect::<Vec<_>>().join(", ")
}

impl Scope {
    /// Every scope that has a name, in the order of the help.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// Whether it looks among the skills.
    pub(in crate::search) fn asks_skills(self) -> bool {
        matches!(self, Self::Names | Self::Skill | Self::Need)
    }

    /// The scope with a name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        let is_name = |row: &&Row| row.1.iter().any(|known| known.eq_ignore_ascii_case(name));
        TABLE.iter().find(is_name).map(|row| row.0)
    }

    /// The scope that a wrong name was probably meant to be: it is called so elsewhere, or a letter or
    /// two differ.
    pub(super) fn near(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        if let Some((scope, _)) = ELSEWHERE.iter().find(|(_, names)| names.contains(&name.as_str())) {
            return Some(*scope);
        }
        let distance = |row: &Row| row.1.iter().map(|known| strsim::osa_distance(known, &name)).min();
        let near = TABLE.iter().filter_map(|row| Some((distance(row)?, row.0)));
        let most = if name.chars().count() <= 4 { 1 } else { 2 };
        near.filter(|(distance, _)| *distance <= most)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, scope)| scope)
    }

    /// Its name, without the colon; empty where no field is named.
    pub fn name(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("", |row| row.1[0])
    }

    /// Its results in a few words.
    pub fn help(self) -> &'static str {
        TABLE.iter().find(|row| row.0 == self).map_or("title, project, skills and mentors", |row| row.2)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A property that `has:` can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Property {
    /// A link upstream.
    Upstream,
    Mentor,
    Skill,
    Description,
    /// An expected outcome.
    Outcome,
    /// A link to apply.
    Apply,
    Difficulty,
    /// A size or hours.
    Size,
    Project,
}

/// The properties that `has:` can ask for, by name.
pub const PROPERTIES: &[(&str, Property)] = &[
    ("upstream", Property::Upstream),
    ("mentor", Property::Mentor),
    ("skill", Property::Skill),
    ("description", Property::Description),
    ("outcome", Property::Outcome),
    ("apply", Property::Apply),
    ("difficulty", Property::Difficulty),
    ("size", Property::Size),
    ("project", Property::Project),
];

/// Other names of them: those of the fields that ask for their values, and words that listings use.
const PROPERTIES_ELSEWHERE: &[(&str, Property)] = &[
    ("issue", Property::Upstream),
    ("link", Property::Upstream),
    ("hour", Property::Size),
    ("level", Property::Difficulty),
    ("deliverable", Property::Outcome),
    ("result", Property::Outcome),
];

impl Property {
    /// The property with a name; one that is still being typed is the first that begins so.
    pub(in crate::search) fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let name = name.strip_suffix('s').filter(|name| !name.is_empty()).unwrap_or(&name);
        let known = PROPERTIES.iter().find(|(known, _)| known.starts_with(name));
        known
            .or_else(|| PROPERTIES_ELSEWHERE.iter().find(|(known, _)| *known == name))
            .map(|(_, property)| *property)
    }
}

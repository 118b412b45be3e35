//! Proposals as JSON: `{"schema":1,"proposals":[…]}`.
//!
//! The keys below are a promise; new ones may follow them under the same schema number. What is
//! absent is `null` or `[]`. The text is the listing's own, byte for byte once it is decoded: what
//! a terminal would obey is escaped (`\u001b`), never dropped.

use std::borrow::Cow;
use std::io;

use serde::{Serialize, Serializer};

use super::output::{self, Out};
use crate::markdown::excerpt;
use crate::model::{self, Catalog, Difficulty, Effort, Entry, Extent, FieldKind, Size, Skill};
use crate::search::skills::{self, Wanted};
use crate::search::{self, Profile};

/// The number of the shape that these objects have.
pub(crate) const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    proposals: Proposals<'a>,
}

/// How many were chosen, of how many.
#[derive(Serialize)]
struct MatchCount {
    schema: u32,
    count: usize,
    of: usize,
}

/// The chosen proposals; each becomes an object when its turn to be written comes.
struct Proposals<'a> {
    catalog: &'a Catalog,
    chosen: &'a [usize],
    profile: &'a Profile,
}

#[derive(Serialize)]
struct Proposal<'a> {
    id: &'a str,
    source: String,
    dialect: &'static str,
    line: usize,
    project: Option<&'a str>,
    subproject: Option<&'a str>,
    title: &'a str,
    status: Option<&'a str>,
    description: Option<String>,
    outcome: Option<String>,
    skills: Vec<&'a str>,
    mentors: Vec<Mentor<'a>>,
    upstream: Vec<&'a str>,
    apply: Option<&'a str>,
    difficulty: Option<&'a str>,
    size: Option<&'a str>,
    fields: Vec<Field<'a>>,
    /// As many as skills.
    skill_levels: Vec<Option<&'static str>>,
    #[serde(flatten)]
    measures: Measures,
    term: Option<String>,
    skill_tags: Vec<SkillTag<'a>>,
    /// `null` without a profile, and where no skill is named.
    fit: Option<Fit>,
}

/// How a proposal meets the profile, by the names of skills.
#[derive(Serialize)]
struct Fit {
    have: Vec<Cow<'static, str>>,
    missing: Vec<Cow<'static, str>>,
    bonus: Vec<Cow<'static, str>>,
}

/// A skill by its one name. As many as the skills as written mean, each once.
#[derive(Serialize)]
struct SkillTag<'a> {
    skill: &'static str,
    area: &'static str,
    level: Option<&'static str>,
    written: &'a str,
}

/// Normalised values beside the text as written. For a range (`easy to medium`), the keys
/// in `_to` hold its upper end, else `null`.
#[derive(Serialize)]
struct Measures {
    difficulty_level: Option<&'static str>,
    difficulty_level_to: Option<&'static str>,
    size_class: Option<&'static str>,
    size_class_to: Option<&'static str>,
    hours: Option<u16>,
    hours_to: Option<u16>,
}

#[derive(Serialize)]
struct Mentor<'a> {
    name: &'a str,
    github: Option<&'a str>,
    email: Option<&'a str>,
    primary: bool,
}

#[derive(Serialize)]
struct Field<'a> {
    label: &'a str,
    markdown: Cow<'a, str>,
}

/// Writes the chosen proposals, one after the other, and a line end.
pub(crate) fn write(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
) -> io::Result<()> {
    let envelope = Envelope { schema: SCHEMA, proposals: Proposals { catalog, chosen, profile } };
    out.json(&envelope)
}

/// Writes the chosen proposals without an envelope, a line each.
pub(crate) fn write_lines(
    out: &mut Out<'_>,
    catalog: &Catalog,
    chosen: &[usize],
    profile: &Profile,
) -> io::Result<()> {
    Proposals { catalog, chosen, profile }.each().try_for_each(|proposal| out.json(&proposal))
}

/// Writes how many were chosen.
pub(crate) fn write_count(out: &mut Out<'_>, catalog: &Catalog, chosen: &[usize]) -> io::Result<()> {
    out.json(&MatchCount { schema: SCHEMA, count: chosen.len(), of: catalog.len() })
}

/// The object of one proposal, without a line end.
pub(crate) fn object(catalog: &Catalog, index: usize, profile: &Profile) -> Option<String> {
    let entry = catalog.get(index)?;
    let json = output::gathered(false, |out| out.json(&Proposal::new(entry, entry.line(), profile))).ok()?;
    Some(json.as_str().trim_end().to_owned())
}

impl<'a> Proposals<'a> {
    /// One after the other.
    fn each(&self) -> impl Iterator<Item = Proposal<'a>> {
        let Self { catalog, chosen, profile } = *self;
        let entries = chosen.iter().filter_map(move |&index| catalog.get(index));
        entries.map(move |entry| Proposal::new(entry, entry.line(), profile))
    }
}

impl Serialize for Proposals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.each())
    }
}

impl<'a> Proposal<'a> {
    fn new(entry: Entry<'a>, line: usize, profile: &Profile) -> Self {
        let Entry { listing, proposal } = entry;
        let wanted = skills::wanted(&proposal.skills);
        Self {
            id: proposal.id.as_str(),
            source: listing.document.origin().to_string(),
            dialect: listing.dialect.name(),
            line,
            project: proposal.project.as_deref(),
            subproject: proposal.subproject.as_deref(),
            title: &proposal.title,
            status: proposal.status.as_deref(),
            description: excerpt::of_fields(entry, FieldKind::Description),
            outcome: excerpt::of_fields(entry, FieldKind::Outcome),
            skills: proposal.skills.iter().map(|skill| skill.text.as_str()).collect(),
            mentors: proposal.mentors.iter().map(Mentor::new).collect(),
            upstream: proposal.upstream.iter().map(|link| link.url.as_str()).collect(),
            apply: proposal.apply.as_ref().map(|link| link.url.as_str()),
            difficulty: proposal.difficulty.as_deref(),
            size: proposal.size.as_deref(),
            fields: fields(entry),
            skill_levels: proposal.skills.iter().map(|skill| skill.level.name()).collect(),
            measures: Measures::new(proposal),
            term: listing.term.as_ref().map(ToString::to_string),
            fit: profile.fit(proposal, &wanted).map(Fit::from),
            skill_tags: SkillTag::all(&proposal.skills, wanted),
        }
    }
}

impl<'a> SkillTag<'a> {
    fn all(written: &'a [Skill], wanted: Vec<Wanted>) -> Vec<Self> {
        let tag = |wanted: Wanted| Self {
            skill: wanted.tag.name(),
            area: wanted.tag.area().name(),
            level: wanted.level.name(),
            written: &written[wanted.written].text,
        };
        wanted.into_iter().map(tag).collect()
    }
}

impl From<search::Fit> for Fit {
    fn from(search::Fit { have, missing, bonus }: search::Fit) -> Self {
        Self { have, missing, bonus }
    }
}

impl Measures {
    fn new(proposal: &model::Proposal) -> Self {
        let difficulty = proposal.difficulty_level();
        let Effort { size, hours } = proposal.effort();
        Self {
            difficulty_level: difficulty.map(|range| range.least.name()),
            difficulty_level_to: difficulty.and_then(Extent::above).map(Difficulty::name),
            size_class: size.map(|range| range.least.name()),
            size_class_to: size.and_then(Extent::above).map(Size::name),
            hours: hours.map(|range| range.least),
            hours_to: hours.and_then(Extent::above),
        }
    }
}

impl<'a> Mentor<'a> {
    fn new(mentor: &'a model::Mentor) -> Self {
        Self {
            name: &mentor.name,
            github: mentor.github.as_deref(),
            email: mentor.email.as_deref(),
            primary: mentor.primary,
        }
    }
}

/// Every labelled field, in document order, and with an empty label what stands nowhere else.
fn fields(entry: Entry<'_>) -> Vec<Field<'_>> {
    let is_shown = |field: &&model::Field| !field.label.is_empty() || field.kind == FieldKind::Other;
    let shown = entry.proposal.fields.iter().filter(is_shown);
    shown
        .map(|field| Field {
            label: field.label.of(entry.text()),
            markdown: excerpt::of_span(entry, field.value),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::fixtures;

    fn written(catalog: &Catalog, chosen: &[usize]) -> String {
        let profile = Profile::new(["golang", "rust"]);
        output::gathered(false, |out| write(out, catalog, chosen, &profile)).unwrap().into_string()
    }

    /// The JSON of the first proposal, a line for each key.
    fn by_key(catalog: &Catalog) -> String {
        written(catalog, &[0]).replace(",\"", ",\n\"")
    }

    #[test]
    fn a_proposal_that_has_everything() {
        insta::assert_snapshot!(by_key(&fixtures::complete()), @r#"
        {"schema":1,
        "proposals":[{"id":"mend-the-net",
        "source":"ideas.md",
        "dialect":"sections",
        "line":1,
        "project":"Harbour",
        "subproject":"Docs",
        "title":"Mend the net",
        "status":"taken",
        "description":"A net\nwith *holes*.",
        "outcome":"No \u009bholes",
        "skills":["Go",
        "Knots & \u202ebends"],
        "mentors":[{"name":"Ada Example",
        "github":"ada",
        "email":"ada@example.org",
        "primary":true},{"name":"Bo Example",
        "github":null,
        "email":null,
        "primary":false}],
        "upstream":["https://example.org/net/1",
        "https://example.org/net/2"],
        "apply":"https://example.org/apply",
        "difficulty":null,
        "size":"175 hours",
        "fields":[{"label":"Description",
        "markdown":"A net\nwith *holes*."},{"label":"Goal",
        "markdown":"No \u009bholes"},{"label":"Prior art",
        "markdown":""}],
        "skill_levels":[null,null],
        "difficulty_level":null,
        "difficulty_level_to":null,
        "size_class":"medium",
        "size_class_to":null,
        "hours":175,
        "hours_to":null,
        "term":null,
        "skill_tags":[{"skill":"go",
        "area":"languages",
        "level":null,
        "written":"Go"}],
        "fit":{"have":["go"],
        "missing":[],
        "bonus":[]}}]}
        "#);
    }

    #[test]
    fn a_proposal_that_has_nothing() {
        insta::assert_snapshot!(by_key(&fixtures::catalog(&["Bare"])), @r#"
        {"schema":1,
        "proposals":[{"id":"bare",
        "source":"ideas.md",
        "dialect":"sections",
        "line":1,
        "project":null,
        "subproject":null,
        "title":"Bare",
        "status":null,
        "description":null,
        "outcome":null,
        "skills":[],
        "mentors":[],
        "upstream":[],
        "apply":null,
        "difficulty":null,
        "size":null,
        "fields":[],
        "skill_levels":[],
        "difficulty_level":null,
        "difficulty_level_to":null,
        "size_class":null,
        "size_class_to":null,
        "hours":null,
        "hours_to":null,
        "term":null,
        "skill_tags":[],
        "fit":null}]}
        "#);
    }

    #[test]
    fn one_alone_is_the_object_of_the_list() {
        let catalog = fixtures::complete();
        let object = object(&catalog, 0, &Profile::new(["golang", "rust"])).unwrap();
        assert_eq!(written(&catalog, &[0]), format!("{{\"schema\":1,\"proposals\":[{object}]}}\n"));
    }

    #[test]
    fn nothing_chosen_is_an_empty_list() {
        assert_eq!(written(&fixtures::catalog(&["Bare"]), &[]), "{\"schema\":1,\"proposals\":[]}\n");
    }
}

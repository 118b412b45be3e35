//! Facets: what proposals can be distinguished by, each value with the number of proposals that have it.
//!
//! A value is chosen by text of the query ([`super::edit`]), so what is typed and what is chosen are one
//! thing. Several values of one facet are alternatives; hence a facet counts as if none of its own
//! values were included, and whatever is excluded stays out.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use super::edit::{self, Choice, Chosen};
use super::index::Index;
use super::people::{self, Person};
use super::query::{Query, Scope};
use super::skills::{self, Area};
use crate::markdown::glyphs;
use crate::model::{Catalog, Difficulty, Extent, Size, fold};

/// A property by whose values proposals are counted and chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The skills, by their one name.
    Skills,
    Projects,
    /// The mentors, by their handles, or else by their names.
    Mentors,
    Terms,
    /// How hard they are; a range counts at both of its ends.
    Difficulty,
    /// How much work they are; a range counts at both of its ends.
    Size,
}

impl Facet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Skills, Self::Projects, Self::Mentors, Self::Terms, Self::Difficulty, Self::Size];

    /// Its name, one word in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Projects => "projects",
            Self::Mentors => "mentors",
            Self::Terms => "terms",
            Self::Difficulty => "difficulty",
            Self::Size => "size",
        }
    }

    /// The name of one of its values.
    pub fn one(self) -> &'static str {
        match self {
            Self::Skills => "skill",
            Self::Projects => "project",
            Self::Mentors => "mentor",
            Self::Terms => "term",
            Self::Difficulty => "difficulty",
            Self::Size => "size",
        }
    }

    /// A value as it is typed behind the field.
    pub fn typed(self, value: &str) -> String {
        edit::typed(&self.shown(value))
    }

    /// The facet with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// The field of the query that asks for its values.
    pub fn scope(self) -> Scope {
        match self {
            Self::Skills => Scope::Skill,
            Self::Projects => Scope::Project,
            Self::Mentors => Scope::Mentor,
            Self::Terms => Scope::Term,
            Self::Difficulty => Scope::Difficulty,
            Self::Size => Scope::Size,
        }
    }

    /// Whether what was typed for its field is a value: the same name in any case or, of a skill, any
    /// of its spellings.
    pub fn is_value(self, value: &str, typed: &str) -> bool {
        let same = || fold::name(&edit::sayable(value)) == fold::name(&edit::sayable(typed));
        match skills::canonical(typed).filter(|_| self == Self::Skills) {
            Some(skill) => skill.name() == value,
            None => same(),
        }
    }

    /// The text of the filter with another choice of a value.
    pub fn choose(self, text: &str, value: &str, choice: Choice) -> String {
        let name = self.shown(value);
        edit::choose(text, self.scope(), &name, choice, |typed| self.is_value(value, typed))
    }

    /// A value as it is shown: the name of a term is the program's own, the others are the listing's.
    pub fn shown(self, value: &str) -> Cow<'_, str> {
        if self == Self::Terms { glyphs::sentence(value) } else { Cow::Borrowed(value) }
    }

    /// The choice of a value in the text of the filter.
    pub fn choice(self, text: &str, value: &str) -> Choice {
        self.choice_among(&edit::chosen(text, self.scope()), value)
    }

    fn choice_among(self, chosen: &[Chosen], value: &str) -> Choice {
        let of_value = chosen.iter().filter(|chosen| self.is_value(value, &chosen.value));
        of_value
            .map(|chosen| chosen.choice)
            .max_by_key(|&choice| choice == Choice::Excluded)
            .unwrap_or_default()
    }
}

/// A value of a facet, and how many proposals have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The value, as the proposals have it; of a skill, its one name.
    pub value: String,
    /// How it is shown, where that is not the value: a mentor's name, whose value is the handle.
    pub name: Option<String>,
    /// The area of a skill; `None` for other facets.
    pub area: Option<Area>,
    /// How many proposals.
    pub count: usize,
}

impl Count {
    /// How it is shown.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.value)
    }
}

/// The values that proposals have, most frequent first, then by name. The index is that of the
/// catalog; `hits` are catalog indexes, each once.
pub fn counts(catalog: &Catalog, index: &Index, hits: &[usize], facet: Facet) -> Vec<Count> {
    let entries = || hits.iter().filter_map(|&hit| catalog.get(hit));
    let plain = |(value, count): (String, usize)| Count { value, name: None, area: None, count };
    let mut counts: Vec<Count> = match facet {
        Facet::Skills => {
            let tags = hits.iter().flat_map(|&hit| index.wanted(hit)).map(|wanted| wanted.tag);
            let count = |(tag, count): (skills::SkillTag, usize)| Count {
                value: tag.name().to_owned(),
                name: None,
                area: Some(tag.area()),
                count,
            };
            tally(tags).into_iter().map(count).collect()
        }
        Facet::Projects => {
            let projects = entries().filter_map(|entry| entry.proposal.project.as_deref());
            owned(tally(projects)).map(plain).collect()
        }
        Facet::Mentors => people::counted(entries()).into_values().map(mentor).collect(),
        Facet::Terms => {
            let terms = entries().filter_map(|entry| entry.listing.term.as_ref());
            owned(tally(terms)).map(plain).collect()
        }
        Facet::Difficulty => {
            let levels = entries().filter_map(|entry| entry.proposal.difficulty_level()).flat_map(ends);
            owned(tally(levels.map(Difficulty::name))).map(plain).collect()
        }
        Facet::Size => {
            let sizes = entries().filter_map(|entry| entry.proposal.effort().size).flat_map(ends);
            owned(tally(sizes.map(Size::name))).map(plain).collect()
        }
    };
    let levels: &[&str] = match facet {
        Facet::Difficulty => &["easy", "medium", "hard"],
        Facet::Size => &["small", "medium", "large"],
        Facet::Skills | Facet::Projects | Facet::Mentors | Facet::Terms => &[],
    };
    counts.sort_by_cached_key(|count| {
        let level = levels.iter().position(|level| *level == count.value);
        (level, Reverse(count.count), fold::name(count.name()), fold::name(&count.value))
    });
    counts
}

fn tally<T: Eq + Hash>(values: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut tally = HashMap::new();
    values.for_each(|value| *tally.entry(value).or_insert(0) += 1);
    tally
}

fn owned(tally: HashMap<impl ToString, usize>) -> impl Iterator<Item = (String, usize)> {
    tally.into_iter().map(|(value, count)| (value.to_string(), count))
}

fn mentor(person: Person<'_>) -> Count {
    let Person { name, value, count } = person;
    Count { value: value.to_owned(), name: (name != value).then(|| name.to_owned()), area: None, count }
}

fn ends<T: Copy + PartialEq>(extent: Extent<T>) -> impl Iterator<Item = T> {
    let other = (extent.most != extent.least).then_some(extent.most);
    std::iter::once(extent.least).chain(other)
}

/// A value to choose, and what is chosen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value, and how many proposals have it of those that the rest of the query leaves.
    pub count: Count,
    pub choice: Choice,
}

/// The values of a facet under a query: those that are chosen first, then most frequent first; skills
/// by their areas.
pub fn values(catalog: &Catalog, index: &mut Index, text: &str, facet: Facet) -> Vec<Value> {
    let base = edit::without_includes(text, facet.scope());
    let hits = index.search(catalog, &Query::parse(&base)).hits;
    let counted = counts(catalog, index, &hits, facet).into_iter();
    let chosen = edit::chosen(text, facet.scope());
    let mut values: Vec<Value> =
        counted.map(|count| Value { choice: facet.choice_among(&chosen, &count.value), count }).collect();
    values.extend(missing(catalog, index, chosen, &base, facet, &values));
    // Stable: the order of the counts stays.
    values.sort_by_key(|value| (value.count.area.is_none(), value.count.area, value.choice == Choice::Off));
    values
}

/// The chosen values that none of the remaining proposals has: those that are excluded, and those that are no value
/// of any proposal by themselves (`project:tide`).
fn missing(
    catalog: &Catalog,
    index: &mut Index,
    mut chosen: Vec<Chosen>,
    base: &str,
    facet: Facet,
    values: &[Value],
) -> Vec<Value> {
    chosen.retain(|chosen| !values.iter().any(|value| facet.is_value(&value.count.value, &chosen.value)));
    if chosen.is_empty() {
        return Vec::new();
    }
    let all: Vec<usize> = (0..catalog.len()).collect();
    let known = counts(catalog, index, &all, facet);
    let mut missing: Vec<Value> = Vec::new();
    for Chosen { value: typed, choice } in chosen {
        let known = known.iter().find(|count| facet.is_value(&count.value, &typed));
        let mut count = match (known, skills::canonical(&typed).filter(|_| facet == Facet::Skills)) {
            (Some(known), _) => Count { count: 0, ..known.clone() },
            (None, Some(skill)) => {
                Count { value: skill.name().to_owned(), name: None, area: Some(skill.area()), count: 0 }
            }
            (None, None) => Count { value: typed, name: None, area: None, count: 0 },
        };
        if choice == Choice::Included {
            let with = facet.choose(base, &count.value, choice);
            count.count = index.search(catalog, &Query::parse(&with)).hits.len();
        }
        if missing.iter().all(|other| other.count.value != count.value) {
            missing.push(Value { count, choice });
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Document, Listing, Mentor, Origin, Proposal, ProposalId, Skill, SkillLevel, Span, Term,
    };

    fn proposal(
        number: usize,
        project: &str,
        skills: &[&str],
        mentors: &[&str],
        difficulty: &str,
    ) -> Proposal {
        let span = Span::default();
        let skill =
            |text: &&str| Skill { text: (*text).to_owned(), span, level: SkillLevel::Unsaid, aside: None };
        let mentor = |text: &&str| {
            let (name, handle) = text.split_once(" @").map_or((*text, None), |(name, at)| (name, Some(at)));
            let github = handle.map(str::to_owned);
            Mentor { name: name.to_owned(), github, email: None, primary: false, span }
        };
        Proposal {
            project: Some(project.to_owned()),
            skills: skills.iter().map(skill).collect(),
            mentors: mentors.iter().map(mentor).collect(),
            difficulty: Some(difficulty.to_owned()),
            ..Proposal::new(ProposalId::new(format!("p-{number}")), format!("Number {number}"), span, span)
        }
    }

    fn catalog() -> Catalog {
        let proposals = vec![
            proposal(0, "Tide pool", &["Go", "golang", "Kubernetes"], &["Ada", "Ada"], "Easy to medium"),
            proposal(1, "Tide pool", &["Rust"], &["Bo"], "Easy"),
            proposal(2, "Bell", &["Golang", "React.js"], &["Ada"], "hard"),
            proposal(3, "Zoo", &["k8s"], &["@cy"], "?"),
        ];
        let listing = Listing::new(Document::new(Origin::Stdin, ""), proposals);
        let term = Some(Term { year: 2026, season: None, programme: None });
        Catalog::new(vec![Listing { term, ..listing }])
    }

    fn counted(query: &str, facet: Facet) -> String {
        let catalog = catalog();
        let mut index = Index::new(&catalog);
        let hits = index.search(&catalog, &Query::parse(query)).hits;
        let counts = counts(&catalog, &index, &hits, facet);
        counts.iter().map(|count| format!("{} {}", count.value, count.count)).collect::<Vec<_>>().join(", ")
    }

    /// The values with their marks.
    fn shown(query: &str, facet: Facet) -> String {
        let catalog = catalog();
        let values = values(&catalog, &mut Index::new(&catalog), query, facet);
        let shown = values.iter().map(|value| {
            let mark = match value.choice {
                Choice::Off => "",
                Choice::Included => "+",
                Choice::Excluded => "-",
            };
            format!("{mark}{} {}", value.count.value, value.count.count)
        });
        shown.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn values_are_counted_once_for_each_proposal() {
        assert_eq!(counted("", Facet::Skills), "go 2, kubernetes 2, react 1, rust 1");
        assert_eq!(counted("", Facet::Projects), "Tide pool 2, Bell 1, Zoo 1");
        assert_eq!(counted("", Facet::Mentors), "Ada 2, @cy 1, Bo 1");
        assert_eq!(counted("", Facet::Terms), "2026 4");
        assert_eq!(counted("", Facet::Difficulty), "easy 2, medium 1, hard 1");
        assert_eq!(counted("", Facet::Size), "");
        assert_eq!(counted("skill:go", Facet::Projects), "Bell 1, Tide pool 1");
    }

    #[test]
    fn a_facet_counts_without_its_own_includes_and_under_every_exclusion() {
        assert_eq!(shown("skill:go", Facet::Skills), "+go 2, rust 1, kubernetes 2, react 1");
        assert_eq!(shown("skill:go", Facet::Projects), "Bell 1, Tide pool 1");
        assert_eq!(shown("project:bell,zoo", Facet::Projects), "+Bell 1, +Zoo 1, Tide pool 2");
        assert_eq!(shown("-skill:go", Facet::Skills), "-go 0, rust 1, kubernetes 1");
        assert_eq!(shown("-project:\"tide pool\" skill:k8s", Facet::Projects), "-Tide pool 0, Zoo 1");
    }

    #[test]
    fn what_is_typed_appears_as_chosen() {
        assert_eq!(
            shown("skill:golang,helm", Facet::Skills),
            "+go 2, rust 1, +helm 0, kubernetes 2, react 1"
        );
        assert_eq!(shown("project:tide", Facet::Projects), "+tide 2, Tide pool 2, Bell 1, Zoo 1");
        assert_eq!(shown("mentor:@cy -mentor:ADA", Facet::Mentors), "+@cy 1, -Ada 0, Bo 1");
        assert_eq!(Facet::Projects.choice("project:bell -project:BELL", "Bell"), Choice::Excluded);
    }

    #[test]
    fn a_mentor_is_one_person_by_the_handle() {
        let names: [&[&str]; 3] = [&["mholt @mholt"], &["Mira Holt @MHolt", "M. @mholt"], &["Bo"]];
        let proposals = (0..).zip(names).map(|(at, mentors)| proposal(at, "Bell", &[], mentors, ""));
        let listing = Listing::new(Document::new(Origin::Stdin, ""), proposals.collect());
        let catalog = Catalog::new(vec![listing]);
        let mut index = Index::new(&catalog);
        let counts = counts(&catalog, &index, &[0, 1, 2], Facet::Mentors);
        let shown: Vec<_> = counts.iter().map(|count| (count.name(), &*count.value, count.count)).collect();
        assert_eq!(shown, [("Mira Holt", "mholt", 2), ("Bo", "Bo", 1)]);
        let text = Facet::Mentors.choose("", &counts[0].value, Choice::Included);
        assert_eq!(text, "mentor:mholt");
        assert_eq!(index.search(&catalog, &Query::parse(&text)).hits.len(), 2);
    }

    #[test]
    fn every_value_that_is_counted_can_be_chosen() {
        let catalog = catalog();
        let mut index = Index::new(&catalog);
        for facet in Facet::ALL {
            assert_eq!(Facet::named(facet.name()), Some(facet));
            for value in values(&catalog, &mut index, "", facet) {
                let text = facet.choose("", &value.count.value, Choice::Included);
                let hits = index.search(&catalog, &Query::parse(&text)).hits.len();
                assert_eq!(hits, value.count.count, "{text}");
                assert_eq!(facet.choice(&text, &value.count.value), Choice::Included);
                let out = index
                    .search(&catalog, &Query::parse(&facet.choose("", &value.count.value, Choice::Excluded)));
                assert_eq!(out.hits.len(), catalog.len() - hits, "-{text}");
            }
        }
    }
}

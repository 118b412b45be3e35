//! Insight: what a set of proposals asks for and who offers it, counted.
//!
//! Each count is the number of proposals of the set that a clause of the filter would leave; the
//! clause stands with it.

use std::collections::HashMap;
use std::hash::Hash;

use super::index::Index;
use super::people::{self, Person};
use crate::model::{Catalog, Difficulty, Entry, Extent, Size, Term};

/// What a section counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The skills that are wanted, by their one name.
    Skills,
    /// The projects.
    Projects,
    /// The mentors who guide several proposals.
    Mentors,
    /// The sizes.
    Sizes,
    /// The difficulties.
    Difficulties,
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What is counted; nothing for what does not say it.
    pub name: Option<String>,
    /// How many proposals.
    pub count: usize,
    /// The clause of the filter that leaves those: `skill:go`.
    pub clause: String,
    /// How many in each term; empty where there are not several.
    pub history: Vec<usize>,
}

/// Counts of one kind, the most first; sizes and difficulties in their own order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What is counted.
    pub subject: Subject,
    /// The counts, none of them 0 unless it is that of a level.
    pub bars: Vec<Bar>,
}

/// A set of proposals, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Insight {
    /// How many proposals there are.
    pub proposals: usize,
    /// The terms that they are of, in time; empty where there are not several.
    pub terms: Vec<Term>,
    /// The counts.
    pub sections: Vec<Section>,
}

impl Subject {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Skills, Self::Projects, Self::Mentors, Self::Sizes, Self::Difficulties];

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Skills => "Most wanted skills",
            Self::Projects => "Proposals by project",
            Self::Mentors => "Mentors of several proposals",
            Self::Sizes => "Sizes",
            Self::Difficulties => "Difficulties",
        }
    }

    /// Its name for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Projects => "projects",
            Self::Mentors => "mentors",
            Self::Sizes => "sizes",
            Self::Difficulties => "difficulties",
        }
    }

    /// What stands for the proposals that do not say it.
    pub fn unsaid(self) -> &'static str {
        match self {
            Self::Projects => "no project",
            _ => "unsaid",
        }
    }
}

impl Insight {
    /// Counts the proposals with these catalog indexes. The index is that of the catalog.
    pub fn of(catalog: &Catalog, index: &Index, proposals: &[usize]) -> Self {
        let entries: Vec<(usize, Entry<'_>)> =
            proposals.iter().filter_map(|&at| Some((at, catalog.get(at)?))).collect();
        let terms = terms(&entries);
        let difficulty = |entry: Entry<'_>| entry.proposal.difficulty_level().map(extent(Difficulty::name));
        let size = |entry: Entry<'_>| entry.proposal.effort().size.map(extent(Size::name));
        let sections = [
            (Subject::Skills, skills(&entries, &terms, index)),
            (Subject::Projects, projects(&entries)),
            (Subject::Mentors, mentors(&entries)),
            (Subject::Sizes, levels(&entries, "size", ["small", "medium", "large"], size)),
            (Subject::Difficulties, levels(&entries, "difficulty", ["easy", "medium", "hard"], difficulty)),
        ];
        let sections = sections.map(|(subject, bars)| Section { subject, bars });
        let sections = sections.into_iter().filter(|section| !section.bars.is_empty()).collect();
        Self { proposals: entries.len(), terms, sections }
    }
}

/// The terms of proposals in time, where there are several.
fn terms(entries: &[(usize, Entry<'_>)]) -> Vec<Term> {
    let mut terms: Vec<&Term> = entries.iter().filter_map(|(_, entry)| entry.listing.term.as_ref()).collect();
    terms.sort();
    terms.dedup();
    if terms.len() > 1 { terms.into_iter().cloned().collect() } else { Vec::new() }
}

/// Counts by key, the most first, then in the order of the keys.
fn ranked<K: Hash + Ord + Clone, V>(
    counts: HashMap<K, V>,
    count: impl Fn(&V) -> usize,
) -> impl Iterator<Item = (K, V)> {
    let mut counts: Vec<(K, V)> = counts.into_iter().collect();
    counts.sort_by(|(a, one), (b, other)| count(other).cmp(&count(one)).then_with(|| a.cmp(b)));
    counts.into_iter()
}

fn skills(entries: &[(usize, Entry<'_>)], terms: &[Term], index: &Index) -> Vec<Bar> {
    let mut counts = HashMap::new();
    for (at, entry) in entries {
        let term = entry.listing.term.as_ref().and_then(|term| terms.binary_search(term).ok());
        for skill in index.wanted(*at) {
            let (count, history) = counts.entry(skill.tag.name()).or_insert((0, vec![0; terms.len()]));
            *count += 1;
            if let Some(term) = term {
                history[term] += 1;
            }
        }
    }
    let bar = |(name, (count, history)): (&str, (usize, Vec<usize>))| Bar {
        clause: clause("skill", name),
        name: Some(name.to_owned()),
        count,
        history,
    };
    ranked(counts, |(count, _)| *count).map(bar).collect()
}

fn projects(entries: &[(usize, Entry<'_>)]) -> Vec<Bar> {
    let mut counts = HashMap::new();
    for (_, entry) in entries {
        *counts.entry(entry.proposal.project.as_deref()).or_insert(0) += 1;
    }
    let bar = |(name, count): (Option<&str>, usize)| Bar {
        clause: name.map_or_else(|| "-has:project".to_owned(), |name| clause("project", name)),
        name: name.map(str::to_owned),
        count,
        history: Vec::new(),
    };
    ranked(counts, |count| *count).map(bar).collect()
}

/// Who guides several proposals.
fn mentors(entries: &[(usize, Entry<'_>)]) -> Vec<Bar> {
    let mut counts = people::counted(entries.iter().map(|(_, entry)| *entry));
    counts.retain(|_, person| person.count > 1);
    let bar = |(key, person): (String, Person<'_>)| Bar {
        clause: clause("mentor", &key),
        name: Some(person.name.to_owned()),
        count: person.count,
        history: Vec::new(),
    };
    ranked(counts, |person| person.count).map(bar).collect()
}

/// An extent of levels by the names of its ends.
fn extent<T: Copy>(name: fn(T) -> &'static str) -> impl Fn(Extent<T>) -> [&'static str; 2] {
    move |extent| [name(extent.least), name(extent.most)]
}

/// Counts by level; a range counts at both of its ends, as the filter finds it. What says none is
/// the last bar.
fn levels<'a>(
    entries: &[(usize, Entry<'a>)],
    field: &str,
    names: [&'static str; 3],
    level: impl Fn(Entry<'a>) -> Option<[&'static str; 2]>,
) -> Vec<Bar> {
    let said: Vec<_> = entries.iter().map(|(_, entry)| level(*entry)).collect();
    if said.iter().all(Option::is_none) {
        return Vec::new();
    }
    let bar = |name: Option<&str>, clause: String, count| Bar {
        name: name.map(str::to_owned),
        count,
        clause,
        history: Vec::new(),
    };
    let mut bars: Vec<Bar> = names
        .iter()
        .map(|name| {
            let count = said.iter().flatten().filter(|ends| ends.contains(name)).count();
            bar(Some(name), clause(field, name), count)
        })
        .collect();
    let unsaid = said.iter().filter(|ends| ends.is_none()).count();
    if unsaid > 0 {
        bars.push(bar(None, format!("-{field}:{}", names.join(",")), unsaid));
    }
    bars
}

/// A field with a value as the filter reads it, quoted where that needs it.
fn clause(field: &str, value: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_.+#".contains(letter);
    if value.chars().all(plain) && value.starts_with(char::is_alphanumeric) {
        format!("{field}:{value}")
    } else {
        format!("{field}:\"{}\"", value.replace('"', " "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Mentor, Origin, Proposal, ProposalId, Skill, SkillLevel, Span};
    use crate::search::Query;

    fn proposal(
        title: &str,
        project: Option<&str>,
        skills: &[&str],
        mentors: &[&str],
        size: &str,
    ) -> Proposal {
        let span = Span::default();
        let skill = |text: &&str| Skill { text: (*text).to_owned(), span, level: SkillLevel::Unsaid };
        let mentor = |text: &&str| {
            let (name, handle) = text.split_once('@').unwrap_or((text, ""));
            let github = (!handle.is_empty()).then(|| handle.to_owned());
            Mentor { name: name.trim().to_owned(), github, email: None, primary: false, span }
        };
        Proposal {
            project: project.map(str::to_owned),
            skills: skills.iter().map(skill).collect(),
            mentors: mentors.iter().map(mentor).collect(),
            size: (!size.is_empty()).then(|| size.to_owned()),
            ..Proposal::new(ProposalId::new(title.to_lowercase()), title, span, span)
        }
    }

    fn catalog() -> Catalog {
        let listing = |year, proposals| {
            let term = Some(Term { year, season: None, programme: None });
            Listing { term, ..Listing::new(Document::new(Origin::Stdin, ""), proposals) }
        };
        Catalog::new(vec![
            listing(
                2026,
                vec![
                    proposal("A", Some("Tide pool"), &["Golang", "Rust"], &["Ines @ines", "Bo"], "Large"),
                    proposal("B", Some("Tide pool"), &["Go", "go", "C++"], &["I. @Ines"], "175 or 350 hours"),
                ],
            ),
            listing(2025, vec![proposal("C", None, &["Go"], &["Bo", "Cy"], "")]),
        ])
    }

    fn shown(insight: &Insight, subject: Subject) -> Vec<String> {
        let section = insight.sections.iter().find(|section| section.subject == subject);
        let bars = section.into_iter().flat_map(|section| &section.bars);
        bars.map(|bar| format!("{} {} {:?}", bar.name.as_deref().unwrap_or("-"), bar.count, bar.history))
            .collect()
    }

    #[test]
    fn everything_is_counted_once_a_proposal_and_skills_by_term() {
        let catalog = catalog();
        let insight = Insight::of(&catalog, &Index::new(&catalog), &[0, 1, 2]);
        assert_eq!(insight.terms.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2025", "2026"]);
        assert_eq!(shown(&insight, Subject::Skills), ["go 3 [1, 2]", "c++ 1 [0, 1]", "rust 1 [0, 1]"]);
        assert_eq!(shown(&insight, Subject::Projects), ["Tide pool 2 []", "- 1 []"]);
        assert_eq!(shown(&insight, Subject::Mentors), ["Bo 2 []", "Ines 2 []"], "one person, one handle");
        assert_eq!(shown(&insight, Subject::Sizes), ["small 0 []", "medium 1 []", "large 2 []", "- 1 []"]);
        assert!(shown(&insight, Subject::Difficulties).is_empty(), "nobody says any");
        let one = Insight::of(&catalog, &Index::new(&catalog), &[2]);
        assert_eq!((one.proposals, one.terms.len()), (1, 0));
        assert_eq!(shown(&one, Subject::Skills), ["go 1 []"]);
    }

    #[test]
    fn each_clause_leaves_what_its_bar_counts() {
        let catalog = catalog();
        let mut index = Index::new(&catalog);
        let insight = Insight::of(&catalog, &index, &[0, 1, 2]);
        for bar in insight.sections.iter().flat_map(|section| &section.bars) {
            let query = Query::parse(&bar.clause);
            assert_eq!(query.notes(), [], "{}", bar.clause);
            assert_eq!(index.search(&catalog, &query).hits.len(), bar.count, "{}", bar.clause);
        }
    }

    #[test]
    fn a_value_that_is_no_word_is_quoted() {
        assert_eq!(clause("skill", "c++"), "skill:c++");
        assert_eq!(clause("project", "Tide \"pool\""), "project:\"Tide  pool \"");
        assert_eq!(clause("skill", ".net"), "skill:\".net\"");
    }
}

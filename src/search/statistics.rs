//! Statistics: counts of what a set of proposals asks for and who offers it.
//!
//! Each count is the number of proposals of the set that a clause of the filter would leave; the
//! clause stands with it.

use std::collections::HashMap;

use super::facets::{self, Count, Facet};
use super::index::Index;
use crate::model::{Catalog, Entry, Term, fold};

/// The subject of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The skills that are wanted, by their one name.
    Skills,
    Projects,
    /// The mentors who guide several proposals.
    Mentors,
    Sizes,
    Difficulties,
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The value that is counted; `None` for the proposals without one.
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
    pub subject: Subject,
    /// The counts, none of them 0 unless it is that of a level.
    pub bars: Vec<Bar>,
}

/// A set of proposals, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    pub proposals: usize,
    /// The terms that they are of, in time; empty where there are not several.
    pub terms: Vec<Term>,
    /// The counts.
    pub sections: Vec<Section>,
}

impl Subject {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Skills, Self::Projects, Self::Mentors, Self::Sizes, Self::Difficulties];

    /// The facet whose values are counted.
    fn facet(self) -> Facet {
        match self {
            Self::Skills => Facet::Skills,
            Self::Projects => Facet::Projects,
            Self::Mentors => Facet::Mentors,
            Self::Sizes => Facet::Size,
            Self::Difficulties => Facet::Difficulty,
        }
    }

    /// The values in the order in which they are shown; none where they are shown by their count.
    fn levels(self) -> &'static [&'static str] {
        match self {
            Self::Sizes => &["small", "medium", "large"],
            Self::Difficulties => &["easy", "medium", "hard"],
            Self::Skills | Self::Projects | Self::Mentors => &[],
        }
    }

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

    /// The name of the bar of the proposals without a value.
    pub fn unsaid(self) -> &'static str {
        match self {
            Self::Projects => "no project",
            _ => "not stated",
        }
    }
}

impl Statistics {
    /// Counts the proposals with these catalog indexes.
    pub fn of(catalog: &Catalog, index: &Index, proposals: &[usize]) -> Self {
        let terms = terms(catalog, proposals);
        let sections = Subject::ALL.map(|subject| {
            let counts = facets::counts(catalog, index, proposals, subject.facet());
            let mut bars: Vec<Bar> = match subject.levels() {
                [] => counts.iter().map(|count| bar(subject, count)).collect(),
                // Levels are shown in their order, if any proposal names one.
                _ if counts.is_empty() => Vec::new(),
                levels => levels.iter().map(|level| level_bar(subject, level, &counts)).collect(),
            };
            match subject {
                Subject::Skills => add_history(&mut bars, catalog, index, proposals, &terms),
                Subject::Mentors => bars.retain(|bar| bar.count > 1),
                Subject::Projects | Subject::Sizes | Subject::Difficulties => {
                    add_unsaid(subject, &mut bars, catalog, proposals);
                }
            }
            Section { subject, bars }
        });
        let sections = sections.into_iter().filter(|section| !section.bars.is_empty()).collect();
        Self { proposals: entries(catalog, proposals).count(), terms, sections }
    }
}

fn entries<'a>(catalog: &'a Catalog, proposals: &'a [usize]) -> impl Iterator<Item = Entry<'a>> {
    proposals.iter().filter_map(|&at| catalog.get(at))
}

/// The terms of the proposals, oldest first; none where there is one only.
fn terms(catalog: &Catalog, proposals: &[usize]) -> Vec<Term> {
    let mut terms: Vec<&Term> =
        entries(catalog, proposals).filter_map(|entry| entry.listing.term.as_ref()).collect();
    terms.sort();
    terms.dedup();
    if terms.len() > 1 { terms.into_iter().cloned().collect() } else { Vec::new() }
}

fn bar(subject: Subject, count: &Count) -> Bar {
    // A person is found by the handle in any case.
    let value = if subject == Subject::Mentors { fold::name(&count.value) } else { count.value.clone() };
    Bar {
        name: Some(count.name().to_owned()),
        count: count.count,
        clause: clause(subject.facet(), &value),
        history: Vec::new(),
    }
}

fn level_bar(subject: Subject, level: &str, counts: &[Count]) -> Bar {
    let count = counts.iter().find(|count| count.value == level).map_or(0, |count| count.count);
    Bar { name: Some(level.to_owned()), count, clause: clause(subject.facet(), level), history: Vec::new() }
}

/// Adds how many proposals of each term want each skill.
fn add_history(bars: &mut [Bar], catalog: &Catalog, index: &Index, proposals: &[usize], terms: &[Term]) {
    for term in terms {
        let is_of =
            |at: &usize| catalog.get(*at).is_some_and(|entry| entry.listing.term.as_ref() == Some(term));
        let of_term: Vec<usize> = proposals.iter().copied().filter(is_of).collect();
        let counts = facets::counts(catalog, index, &of_term, Facet::Skills);
        let counts: HashMap<&str, usize> = counts.iter().map(|count| (count.name(), count.count)).collect();
        for bar in &mut *bars {
            let name = bar.name.as_deref().unwrap_or_default();
            bar.history.push(counts.get(name).copied().unwrap_or_default());
        }
    }
}

/// Adds how many proposals say nothing about a subject, if others do: among projects by its count, below levels.
fn add_unsaid(subject: Subject, bars: &mut Vec<Bar>, catalog: &Catalog, proposals: &[usize]) {
    let levels = subject.levels();
    let is_unsaid = |entry: &Entry<'_>| match subject {
        Subject::Sizes => entry.proposal.effort().size.is_none(),
        Subject::Difficulties => entry.proposal.difficulty_level().is_none(),
        _ => entry.proposal.project.is_none(),
    };
    let count = entries(catalog, proposals).filter(is_unsaid).count();
    if count == 0 || (bars.is_empty() && !levels.is_empty()) {
        return;
    }
    let clause = match subject.levels() {
        [] => "-has:project".to_owned(),
        levels => format!("-{}:{}", subject.facet().scope(), levels.join(",")),
    };
    let at = if levels.is_empty() { bars.partition_point(|bar| bar.count > count) } else { bars.len() };
    bars.insert(at, Bar { name: None, count, clause, history: Vec::new() });
}

/// A field with a value as the filter reads it, quoted where that needs it.
fn clause(facet: Facet, value: &str) -> String {
    let field = facet.scope();
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
        let skill =
            |text: &&str| Skill { text: (*text).to_owned(), span, level: SkillLevel::Unsaid, aside: None };
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

    fn shown(statistics: &Statistics, subject: Subject) -> Vec<String> {
        let section = statistics.sections.iter().find(|section| section.subject == subject);
        let bars = section.into_iter().flat_map(|section| &section.bars);
        bars.map(|bar| format!("{} {} {:?}", bar.name.as_deref().unwrap_or("-"), bar.count, bar.history))
            .collect()
    }

    #[test]
    fn everything_is_counted_once_a_proposal_and_skills_by_term() {
        let catalog = catalog();
        let statistics = Statistics::of(&catalog, &Index::new(&catalog), &[0, 1, 2]);
        assert_eq!(statistics.terms.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2025", "2026"]);
        assert_eq!(shown(&statistics, Subject::Skills), ["go 3 [1, 2]", "c++ 1 [0, 1]", "rust 1 [0, 1]"]);
        assert_eq!(shown(&statistics, Subject::Projects), ["Tide pool 2 []", "- 1 []"]);
        assert_eq!(shown(&statistics, Subject::Mentors), ["Bo 2 []", "Ines 2 []"], "one person, one handle");
        assert_eq!(shown(&statistics, Subject::Sizes), ["small 0 []", "medium 1 []", "large 2 []", "- 1 []"]);
        assert!(shown(&statistics, Subject::Difficulties).is_empty(), "nobody says any");
        let one = Statistics::of(&catalog, &Index::new(&catalog), &[2]);
        assert_eq!((one.proposals, one.terms.len()), (1, 0));
        assert_eq!(shown(&one, Subject::Skills), ["go 1 []"]);
    }

    #[test]
    fn each_clause_leaves_what_its_bar_counts() {
        let catalog = catalog();
        let mut index = Index::new(&catalog);
        let statistics = Statistics::of(&catalog, &index, &[0, 1, 2]);
        for bar in statistics.sections.iter().flat_map(|section| &section.bars) {
            let query = Query::parse(&bar.clause);
            assert_eq!(query.notes(), [], "{}", bar.clause);
            assert_eq!(index.search(&catalog, &query).hits.len(), bar.count, "{}", bar.clause);
        }
    }

    #[test]
    fn a_value_that_is_no_word_is_quoted() {
        assert_eq!(clause(Facet::Skills, "c++"), "skill:c++");
        assert_eq!(clause(Facet::Projects, "Tide \"pool\""), "project:\"Tide  pool \"");
        assert_eq!(clause(Facet::Skills, ".net"), "skill:\".net\"");
    }
}

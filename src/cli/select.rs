//! Which proposals are meant: those that fit a filter, and the one that was named.

use std::hash::{BuildHasher, RandomState};

use super::messages::Messages;
use crate::model::{Catalog, Hidden, ProposalId, Record, Shortlist, fold, record};
use crate::search::sort::{Order, Sort, Sorter};
use crate::search::{Answer, Class, ClauseCount, Index, Profile, Query, Scope, Set, Sets};
use crate::store::{paths, shortlist};

/// The proposals of a catalog that are asked for, and their order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Selection<'a> {
    /// The query that has to fit; blank is the same as none.
    pub(super) filter: Option<&'a str>,
    /// The order.
    pub(super) sort: Sort,
}

impl<'a> Selection<'a> {
    /// The filter, unless it is blank.
    pub(super) fn filter(self) -> Option<&'a str> {
        self.filter.filter(|filter| !filter.trim().is_empty())
    }

    /// Whether the filter looks for something, by which proposals can be ranked; one that only excludes does not.
    pub(super) fn ranks(self) -> bool {
        self.filter().is_some_and(|filter| !Query::parse(filter).terms().is_empty())
    }
}

/// The proposals that are asked for, as catalog indexes. What of the filter was not understood, or
/// not found as it stands, is noted.
pub(super) fn selected(
    catalog: &Catalog,
    selection: Selection<'_>,
    profile: &Profile,
    messages: &mut Messages,
) -> Vec<usize> {
    let (filter, sort) = (selection.filter(), selection.sort);
    let (index, hits) = if filter.is_some() || sort.order == Order::Fit {
        searched(catalog, filter, profile, messages)
    } else {
        (Index::default(), (0..catalog.len()).collect())
    };
    let seed = RandomState::new().hash_one(());
    Sorter::new(seed).sorted(catalog, &hits, sort, selection.ranks(), index.fits()).into_owned()
}

/// The same, with the index that they were looked up in.
pub(super) fn searched(
    catalog: &Catalog,
    filter: Option<&str>,
    profile: &Profile,
    messages: &mut Messages,
) -> (Index, Vec<usize>) {
    let text = filter.unwrap_or_default();
    let query = Query::parse(text);
    let mut index = Index::with_profile(catalog, profile.clone());
    index.set_sets(sets(catalog, &query, messages));
    let answer = index.search(catalog, &query);
    let mut asides: Vec<String> = asides(text, &query, &answer).collect();
    let instead = index.instead(catalog, &query);
    asides.extend(instead.iter().map(|(query, count)| {
        let place = if query.starts_with(Scope::Text.name()) { " in the text" } else { "" };
        format!("{query} finds {count}{place}")
    }));
    asides.extend(answer.blamed().and_then(|blamed| advice(text, &answer, blamed, &index)));
    if !asides.is_empty() {
        messages.warn(&format!("in the filter, {}", asides.join("; ")));
    }
    (index, answer.hits)
}

/// The proposals of the shortlist, where a filter asks for them; those that are hidden only where it asks for those.
fn sets(catalog: &Catalog, query: &Query, messages: &mut Messages) -> Sets {
    let (starred, hidden) = (query.asks_for(Set::Starred), query.asks_for(Set::Hidden));
    if !starred && !hidden {
        return Sets::default();
    }
    let list = paths::data().map_or(Ok(Shortlist::default()), |folder| shortlist::read(&folder));
    let list = list.unwrap_or_else(|error| {
        messages.warn(&error.to_string());
        Shortlist::default()
    });
    let records: Vec<Record> = list.entries.iter().map(|entry| entry.record.clone()).collect();
    let starred = record::resolve(&records, catalog).into_iter().flatten().collect();
    let hidden = if hidden { Hidden::places(&list.hidden, catalog) } else { Vec::new() };
    Sets { starred, hidden: hidden.into_iter().collect(), ..Sets::default() }
}

/// Why a filter leaves nothing, or what the person who typed it may have meant.
fn advice(text: &str, answer: &Answer, blamed: &ClauseCount, index: &Index) -> Option<String> {
    let typed = &text[blamed.span.clone()];
    if blamed.alone > 0 {
        let counts =
            answer.clauses.iter().map(|clause| format!("{} {}", &text[clause.span.clone()], clause.alone));
        let counts = counts.collect::<Vec<_>>().join(", ");
        return Some(format!("each matches, but not all in one proposal: {counts}"));
    }
    let nearest = index.nearest(&Query::parse(typed));
    let nearest: Vec<String> =
        nearest.iter().map(|(skill, count)| format!("{} {count}", skill.name())).collect();
    (!nearest.is_empty()).then(|| format!("skills near “{typed}”: {}", nearest.join(", ")))
}

/// Remarks about a filter that does something unexpected.
fn asides(text: &str, query: &Query, answer: &Answer) -> impl Iterator<Item = String> {
    let misread = query.notes().iter().map(ToString::to_string);
    let found_otherwise = answer.clauses.iter().filter_map(move |clause| {
        let typed = &text[clause.span.clone()];
        if !clause.meant.is_empty() {
            let names: Vec<_> = clause.meant.iter().map(|skill| skill.name()).collect();
            return Some(format!("“{typed}” is read as {}", names.join(", ")));
        }
        if !clause.unasked.is_empty() {
            let said: Vec<String> = clause.unasked.iter().map(ToString::to_string).collect();
            return Some(said.join(", "));
        }
        match clause.class {
            Some(Class::Prose) if !typed.contains("text:") => {
                Some(format!("“{typed}” matches only in the text"))
            }
            Some(Class::Fuzzy) if !typed.contains('~') => {
                Some(format!("“{typed}” is read as a misspelling or an abbreviation"))
            }
            Some(Class::Prefix) if is_letter(typed) => {
                Some(format!("“{typed}” matches only the beginnings of words"))
            }
            _ => None,
        }
    });
    misread.chain(found_otherwise)
}

/// Whether only one letter was typed: not worth listing every word that begins with it.
fn is_letter(typed: &str) -> bool {
    typed.chars().nth(1).is_none()
}

/// Whether a filter asks what fits a profile, and there is none.
pub(super) fn lacks_profile(query: &str, profile: &Profile) -> bool {
    profile.is_empty() && Query::parse(query).terms().iter().any(|term| term.scope == Scope::Fit)
}

/// The proposals that a name may mean, as catalog indexes: one if it is an identity, a
/// number from 1, a whole title, or a part of one title only; none or several otherwise.
pub(super) fn named(catalog: &Catalog, name: &str) -> Vec<usize> {
    if let Some(index) = catalog.find(&ProposalId::new(name)) {
        return vec![index];
    }
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        let index = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        return index.filter(|&index| index < catalog.len()).into_iter().collect();
    }
    let wanted = fold::name(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let titles: Vec<_> = catalog.iter().map(|entry| fold::name(&entry.proposal.title)).collect();
    let those = |fits: &dyn Fn(&String) -> bool| {
        titles.iter().enumerate().filter(|(_, title)| fits(title)).map(|(index, _)| index).collect()
    };
    let whole: Vec<_> = those(&|title| *title == wanted);
    if whole.is_empty() { those(&|title| title.contains(&wanted)) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Listing, Origin, Proposal, Skill, SkillLevel, Span};
    use crate::write::fixtures::{catalog, listing, of_project};

    #[test]
    fn a_name_is_an_identity_a_number_or_a_part_of_a_title() {
        let catalog = catalog(&["Plug the leak", "Plug", "Port 9 to the moon", "Twin", "twin"]);
        let named = |name| named(&catalog, name);
        assert_eq!(named("plug-the-leak"), [0]);
        assert_eq!(named("2"), [1]);
        assert_eq!(named("PLUG  the"), [0], "a part, in any case");
        assert_eq!(named("plug"), [1], "an identity, and a whole title, before a part");
        assert_eq!(named("9"), [] as [usize; 0], "digits are a number, not a part of a title");
        assert_eq!(named("p"), [0, 1, 2]);
        assert_eq!(named("TWIN"), [3, 4]);
        let catalog = self::catalog(&["Straße und Łódź", "Nguye\u{302}\u{303}n"]);
        assert_eq!(
            (super::named(&catalog, "strasse und"), super::named(&catalog, "nguyễn")),
            (vec![0], vec![1])
        );
        assert!(named("0").is_empty() && named("nothing").is_empty() && named(" ").is_empty());
    }

    #[test]
    fn without_a_filter_all_stand_in_order() {
        let catalog = catalog(&["B", "A"]);
        let mut messages = Messages::default();
        let mut selected =
            |filter, sort| selected(&catalog, Selection { filter, sort }, &Profile::default(), &mut messages);
        assert_eq!(selected(None, Sort::default()), [0, 1]);
        assert_eq!(selected(Some(" "), Sort::default()), [0, 1]);
        assert_eq!(selected(Some("a"), Sort::default()), [1]);
        assert_eq!(selected(None, Sort { order: Order::Title, reversed: false }), [1, 0]);
        assert_eq!(messages.pop(), None);
    }

    #[test]
    fn what_is_read_otherwise_than_it_stands_is_said_in_one_sentence() {
        let catalog = catalog(&["Kubernetes", "Clockwork"]);
        let mut messages = Messages::default();
        let mut said = |filter| {
            searched(&catalog, Some(filter), &Profile::default(), &mut messages);
            messages.pop()
        };
        let sentence = "in the filter, no field skil: – try skill:; “kubrnetes” is read as kubernetes";
        assert_eq!(said("skil:clock OR kubrnetes"), Some(sentence.replace("“kub", "“skil:clock OR kub")));
        assert_eq!(
            said("clckwrk"),
            Some("in the filter, “clckwrk” is read as a misspelling or an abbreviation".to_owned())
        );
        assert_eq!(said("~clckwrk"), None);
    }

    #[test]
    fn what_may_be_meant_is_said_where_that_finds_more() {
        let catalog = listing(
            "",
            vec![
                of_project("Harbour", "Sort", &["Blockchain", "k8s"]),
                of_project("Harbour", "The smart contractor", &[]),
            ],
        );
        let mut messages = Messages::default();
        let mut said = |filter| {
            searched(&catalog, Some(filter), &Profile::default(), &mut messages);
            messages.pop()
        };
        let phrase = "in the filter, \"smart contract\" finds 1";
        assert_eq!(said("smart contract").as_deref(), Some(phrase));
        assert_eq!(said("skill:k8s,qq"), None);
        assert_eq!(
            said("skill:kubern -sort").as_deref(),
            Some("in the filter, skills near “skill:kubern”: kubernetes 1")
        );
        let counts = "in the filter, each matches, but not all in one proposal: k8s 1, smart 1";
        assert_eq!(said("k8s smart").as_deref(), Some(counts));
        let operator = "in the filter, “or” is a search word here; use OR for either";
        assert_eq!(said("sort or xyzzy").as_deref(), Some(operator));
        let letter = "in the filter, “b” matches only the beginnings of words";
        assert_eq!(said("b").as_deref(), Some(letter));
    }

    #[test]
    fn a_skill_that_nobody_asks_for_is_said_with_what_the_text_holds() {
        let text = "Java, and where to rest. Its logging is good.";
        let proposal = |title: &str, skill: &str, level: SkillLevel, section: Span| Proposal {
            skills: vec![Skill { text: skill.to_owned(), span: Span::default(), level, aside: None }],
            ..Proposal::new(ProposalId::new(title), title, Span::default(), section)
        };
        let proposals = vec![
            proposal("One", "JavaScript", SkillLevel::Unsaid, Span::new(0, text.len())),
            proposal("Where to go", "Rust", SkillLevel::NiceToHave, Span::default()),
        ];
        let catalog = Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, text), proposals)]);
        let mut messages = Messages::default();
        let mut said = |filter| {
            let hits = searched(&catalog, Some(filter), &Profile::default(), &mut messages).1;
            (hits.len(), messages.pop().unwrap_or_default().replace("in the filter, ", ""))
        };
        for (filter, count, sentence) in [
            (
                "java",
                0,
                "nobody asks for java; text:java finds 1 in the text; skills near “java”: javascript 1",
            ),
            (
                "skill:java",
                0,
                "nobody asks for java; text:java finds 1 in the text; skills near “skill:java”: javascript 1",
            ),
            ("go", 1, "nobody asks for go, and the word is found with another meaning"),
            ("golang", 0, "nobody asks for golang"),
            ("rest", 0, "nobody asks for rest; text:rest finds 1 in the text; skills near “rest”: rust 1"),
            ("need:rust", 0, "nobody needs rust; skill:rust finds 1"),
            ("logging", 1, "nobody asks for logging, and it is found only in the text"),
            ("java OR rust", 1, "nobody asks for java; text:java finds 1 in the text"),
            ("-java", 2, ""),
            ("javascript", 1, ""),
        ] {
            assert_eq!(said(filter), (count, sentence.to_owned()), "{filter}");
        }
    }
}

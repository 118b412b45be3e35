//! Queries in a catalog of four.

use super::*;
use crate::model::{Document, Link, Listing, Mentor, Origin, Proposal, ProposalId, Skill, SkillLevel, Span};

const UPSTREAM: &str = "https://github.com/example/boat/issues/8427";
const TEXT: &str = "The tide turns the clock. A REST\nAPI tells it.";

fn proposal(number: usize, title: &str, project: &str, skills: &[&str], mentor: &str) -> Proposal {
    let span = Span::default();
    let level = |text: &str| if text.starts_with('?') { SkillLevel::NiceToHave } else { SkillLevel::Unsaid };
    let skill = |&text: &&str| Skill {
        text: text.trim_start_matches('?').to_owned(),
        span,
        level: level(text),
        aside: None,
    };
    let mentor = Mentor { name: mentor.to_owned(), github: None, email: None, primary: false, span };
    let section = if number == 0 { Span::new(0, TEXT.len()) } else { span };
    Proposal {
        project: Some(project.to_owned()),
        skills: skills.iter().map(skill).collect(),
        mentors: vec![mentor],
        ..Proposal::new(ProposalId::new(format!("p-{number}")), title, span, section)
    }
}

fn catalog() -> Catalog {
    let hard = Proposal {
        difficulty: Some("Advanced".to_owned()),
        size: Some("350 hours".to_owned()),
        upstream: vec![Link { url: UPSTREAM.to_owned(), text: None, span: Span::default() }],
        ..proposal(3, "Harbour map", "Tidepool", &["?Go", "Vue"], "Ines")
    };
    let proposals = vec![
        proposal(0, "Port the scheduler to Go", "Lantern", &["C++", "Go"], "Zoë Ågren"),
        proposal(1, "Going further with plugins", "Tidepool", &["Rust", "Kubernetes"], "Ana Gómez"),
        proposal(2, "A plugin for maps", "Category", &["C", "golang"], "Ines"),
        hard,
    ];
    Catalog::new(vec![Listing::new(Document::new(Origin::Stdin, TEXT), proposals)])
}

fn answer(query: &str) -> Answer {
    let catalog = catalog();
    Index::new(&catalog).search(&catalog, &Query::parse(query))
}

fn hits(query: &str) -> Vec<usize> {
    answer(query).hits
}

const NONE: [usize; 0] = [];

#[test]
fn a_word_means_the_best_class_that_finds_anything() {
    assert_eq!(hits("go"), [0, 2, 3], "the title first; `Going` only begins with it");
    assert_eq!(hits("goi"), [1]);
    assert_eq!(hits("plugin"), [1, 2], "singular and plural, in the order of the catalog");
    assert_eq!(hits("cheduler"), [0]);
    assert_eq!(hits("c"), [2], "not C++");
    assert_eq!(hits("c++"), [0]);
    assert_eq!(hits(""), [0, 1, 2, 3]);
}

#[test]
fn a_skill_is_found_by_every_spelling_in_any_case() {
    assert_eq!(hits("golang"), hits("go"));
    assert_eq!(hits("GO"), hits("go"));
    assert_eq!(hits("k8s"), [1]);
    assert_eq!(hits("skill:go"), [0, 2, 3]);
    assert_eq!(hits("need:go"), [0, 2], "a plus is not needed");
}

#[test]
fn what_fits_a_profile_is_found_the_least_missing_first() {
    let catalog = catalog();
    let mut index = Index::with_profile(&catalog, Profile::new(["golang", "c"]));
    let mut hits = |query| index.search(&catalog, &Query::parse(query)).hits;
    assert_eq!(hits("fit:all"), [2]);
    assert_eq!(hits("fit:1-missing"), [2, 0, 3], "at most one, of those that name a skill");
    assert_eq!(hits("fit:2-missing -fit:1"), [1]);
    let instead = index.instead(&catalog, &Query::parse("fit:0-missing"));
    assert_eq!(instead, [], "something fits");
    assert_eq!(self::hits("fit:9-missing"), NONE, "without a profile nothing has a fit");
}

#[test]
fn conditions_are_joined_as_they_say() {
    assert_eq!(hits("plugin k8s"), [1]);
    assert_eq!(hits("plugin c++"), NONE);
    assert_eq!(hits("go -plugin"), [0, 3]);
    assert_eq!(hits("vue OR rust"), [1, 3]);
    assert_eq!(hits("skill:vue,rust -project:tidepool"), NONE);
    assert_eq!(hits("-(go OR rust)"), NONE);
}

#[test]
fn fields_look_only_where_they_say() {
    assert_eq!(hits("title:go"), [0]);
    assert_eq!(hits("mentor:ines"), [2, 3]);
    assert_eq!(hits("difficulty:hard"), [3]);
    assert_eq!(hits("size:large"), [3]);
    assert_eq!(hits("size:350"), [3]);
    assert_eq!(hits("has:difficulty"), [3]);
    assert_eq!(hits("-has:difficulty project:tide"), [1]);
    assert_eq!(hits("text:tide"), [0]);
    assert_eq!(hits("term:2026"), NONE);
    assert_eq!(hits("upstream:boat#8427"), [3]);
    assert_eq!((hits("#8427"), hits("example/boat#8427"), hits("#842")), (vec![3], vec![3], vec![]));
}

#[test]
fn capitals_ask_for_case_first_and_accents_fold() {
    assert_eq!(hits("gomez"), [1]);
    assert_eq!(hits("agren"), [0]);
    assert_eq!(hits("MAPS"), [2, 3], "a case that nobody wrote is any case");
    assert_eq!(hits("@ines"), [2, 3], "a handle as the screen shows it");
}

#[test]
fn what_no_name_holds_is_looked_for_in_the_text_then_by_its_letters() {
    let class = |query| answer(query).clauses[0].class;
    assert_eq!((hits("\"rest api\""), class("\"rest api\"")), (vec![0], Some(Class::Prose)));
    assert_eq!((hits("clock"), class("clock")), (vec![0], Some(Class::Prose)));
    assert_eq!((hits("kubrnets"), class("kubrnets")), (vec![1], Some(Class::Fuzzy)));
    assert_eq!(hits("\"kubrnetes\""), NONE, "a phrase is meant as it stands");
    assert_eq!((hits("~sched"), class("~sched")), (vec![0], Some(Class::Fuzzy)));
    assert_eq!((hits("xyzzy"), class("xyzzy")), (vec![], None));
    assert_eq!(hits("ptg"), NONE, "scattered over `Port the scheduler to Go`");
}

#[test]
fn a_mistyped_skill_finds_what_the_skill_finds() {
    for (typed, meant) in [("golagn", "go"), ("skill:golagn", "skill:go"), ("need:golagn", "need:go")] {
        assert_eq!(hits(typed), hits(meant), "{typed}");
    }
    assert_eq!(hits("-golagn"), hits("-go"));
    let found = answer("golagn OR vue");
    assert_eq!(found.clauses[0].class, Some(Class::Fuzzy));
    assert_eq!(found.clauses[0].meant.iter().map(|tag| tag.name()).collect::<Vec<_>>(), ["go"]);
    let readings: Vec<_> = found.readings.iter().map(|reading| &*reading.term.pattern.text).collect();
    assert_eq!(readings, ["go", "vue"]);
    assert_eq!(hits("\"golagn\""), NONE, "a phrase is meant as it stands");
    assert_eq!(hits("typescrip t"), NONE);
}

#[test]
fn the_counts_name_the_clause_to_blame() {
    let answer = answer("go xyzzy maps");
    let counts: Vec<_> = answer.clauses.iter().map(|clause| (clause.alone, clause.together)).collect();
    assert_eq!(counts, [(3, 3), (0, 0), (2, 0)]);
    assert_eq!(answer.blamed().map(|clause| clause.span.clone()), Some(3..8));
    let blamed = |query| self::answer(query).blamed().map(|clause| clause.span.clone());
    assert_eq!(
        blamed("rust maps xyzzy"),
        Some(10..15),
        "what finds nothing comes before what takes the last away"
    );
    assert_eq!((blamed("rust maps"), blamed("rust")), (Some(5..9), None));
}

#[test]
fn a_skill_that_nobody_asks_for_is_the_answer() {
    let unasked = |query| {
        let answer = answer(query);
        let said: Vec<String> = answer.clauses[0].unasked.iter().map(ToString::to_string).collect();
        (answer.hits.len(), said.join("; "))
    };
    for (query, count, said) in [
        ("java", 0, "nobody asks for java"),
        ("skill:r,ml", 0, "nobody asks for r; nobody asks for ml"),
        ("need:vue", 1, ""),
        ("need:css", 0, "nobody needs css"),
        ("rest", 0, "nobody asks for rest"),
        ("\"rest api\"", 1, "nobody asks for rest api, and it is found only in the text"),
        ("go", 3, ""),
        ("-java", 4, ""),
    ] {
        assert_eq!(unasked(query), (count, said.to_owned()), "{query}");
    }
}

#[test]
fn the_nearest_skills_are_those_that_are_there() {
    let catalog = catalog();
    let index = Index::new(&catalog);
    let near = index.nearest(&Query::parse("skill:k8"));
    assert_eq!(
        near.iter().map(|(skill, count)| (skill.name(), *count)).collect::<Vec<_>>(),
        [("kubernetes", 1)]
    );
}

#[test]
fn what_finds_more_is_offered_instead() {
    let mut catalog = catalog();
    let more = vec![
        proposal(8, "Tides", "Lantern", &["Blockchain"], "Ines"),
        proposal(9, "Bell", "Lantern", &["Go"], "Bo"),
    ];
    catalog.push(Listing::new(Document::new(Origin::Sample, ""), more));
    let mut index = Index::new(&catalog);
    let mut instead = |query| index.instead(&catalog, &Query::parse(query));
    assert_eq!(instead("smart contract go"), [("\"smart contract\"".to_owned(), 1)]);
    assert_eq!(instead("\"smart contract\""), []);
    let found = [("\"rest api\"".to_owned(), 1), ("text:rest".to_owned(), 1)];
    assert_eq!(instead("rest api"), found, "no proposal has that skill, and the text holds it");
    assert_eq!(instead("need:golang"), []);
    catalog.push(Listing::new(
        Document::new(Origin::Sample, ""),
        vec![proposal(10, "Rope", "Lantern", &["?Helm chart"], "Bo")],
    ));
    index.extend(&catalog);
    let mut instead = |query| index.instead(&catalog, &Query::parse(query));
    assert_eq!(instead("need:\"helm charts\" go"), [("skill:\"helm charts\"".to_owned(), 1)]);
}

#[test]
fn what_terms_found_is_forgotten_with_the_catalog() {
    let mut catalog = catalog();
    let mut index = Index::new(&catalog);
    let query = Query::parse("go");
    assert_eq!(index.search(&catalog, &query).hits.len(), 3);
    let more = vec![proposal(9, "More Go", "Lantern", &[], "Ines")];
    catalog.push(Listing::new(Document::new(Origin::Sample, ""), more));
    index.extend(&catalog);
    assert_eq!(index.search(&catalog, &query).hits, [0, 4, 2, 3]);
}

//! Labels and their meanings: every spelling, every typo, and text that is no label.

use std::collections::HashMap;

use super::*;

fn meaning_of(label: &str) -> Option<FieldKind> {
    Meanings::default().of(label)
}

#[test]
fn no_label_means_two_fields() {
    let mut seen = HashMap::new();
    for &(kind, labels) in SYNONYMS {
        for label in labels {
            let before = seen.insert(folded(label), kind);
            assert!(before.is_none_or(|before| before == kind), "{label} means {before:?} and {kind:?}");
        }
    }
}

#[test]
fn spelling_makes_no_difference() {
    assert_eq!(meaning_of("Mentor(s)"), Some(FieldKind::Mentors));
    assert_eq!(meaning_of("Upstream Issues (URL)"), Some(FieldKind::Upstream));
    assert_eq!(meaning_of("expectedOutcome"), Some(FieldKind::Outcome));
    assert_eq!(meaning_of("RECOMMENDED skill(-s)"), Some(FieldKind::Skills));
    assert_eq!(meaning_of("Skills required / preferred"), Some(FieldKind::Skills));
    assert_eq!(meaning_of("GitHub issue"), Some(FieldKind::Upstream));
    assert_eq!(meaning_of("Stretch Goals"), Some(FieldKind::Other));
}

#[test]
fn slips_of_the_pen_are_forgiven_where_the_word_is_long_enough() {
    let near = |label| Meanings::default().near(label, |_| true);
    assert_eq!(near("Metor(s)"), Some(FieldKind::Mentors));
    assert_eq!(near("Diffuculty"), Some(FieldKind::Difficulty));
    assert_eq!(near("Recommeded Skills"), Some(FieldKind::Skills));
    assert_eq!(near("Desciption"), Some(FieldKind::Description));
    assert_eq!(near("Upsteam Isues"), Some(FieldKind::Upstream));
    for label in ["Site", "Sizes", "Mentees", "Curation", "Monitor", "Metric", "Effect", "Program", "Titles"]
    {
        assert_eq!(near(label), None, "{label}");
    }
    assert_eq!(Meanings::default().near("Metor", |kind| kind != FieldKind::Mentors), None);
}

#[test]
fn a_label_matches_whole_or_not_at_all() {
    for label in ["TypeScript", "Mentee handbook", "Tips", "Skillset", "", "()", "Deliverable 1"] {
        assert_eq!(meaning_of(label), None, "{label}");
    }
}

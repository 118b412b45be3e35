//! Labels and headings by their words.

use super::*;
use crate::model::FieldKind;
use crate::parse::words::folded;

fn kind(label: &str) -> Option<FieldKind> {
    match meaning(&folded(label)) {
        Some(Meaning::Field(kind)) => Some(kind),
        _ => None,
    }
}

#[test]
fn heads_decide_and_modifiers_do_not() {
    use FieldKind::{Description, Difficulty, Mentors, Other, Outcome, Size, Skills, Upstream};
    for (label, expected) in [
        ("Desired Skills", Skills),
        ("Prerequisite Knowledge", Skills),
        ("Skills / Technologies", Skills),
        ("Language/Tools", Skills),
        ("Suggested Skills and Background", Skills),
        ("Expected skills and technologies for the project", Skills),
        ("Possible technologies involved", Skills),
        ("Knowledge/Skills Involved", Skills),
        ("Technology", Skills),
        ("Project Supervisors", Mentors),
        ("Mentro(s)", Mentors),
        ("Tips for contacting mentors", Other),
        ("Estimated difficulty level", Difficulty),
        ("An easy, medium or hard difficulty rating of each project", Difficulty),
        ("Expected length of the project", Size),
        ("Time commitment", Size),
        ("Overview of Tasks", Outcome),
        ("Background and Motivation", Description),
        ("GitHub ticket", Upstream),
        ("项目技术要求", Skills),
        ("项目社区导师", Mentors),
        ("项目产出要求", Outcome),
    ] {
        assert_eq!(kind(label), Some(expected), "{label}");
    }
}

#[test]
fn titles_of_ideas_are_no_labels() {
    for title in ["Result Reporter Tool", "Discord/Github Bot", "A better command line", "Fun", "Kestrel"] {
        assert!(
            kind(title).is_none_or(|kind| kind == FieldKind::Other) || !has_all(&folded(title)),
            "{title}"
        );
    }
}

#[test]
fn groups_and_noise_are_told_from_ideas() {
    for title in ["Ideas", "Project ideas for 2026", "GSoC 2025 Projects", "Proposed topics", "项目列表"]
    {
        assert!(is_group(title), "{title}");
    }
    for title in ["How to apply", "Timeline", "FAQ", "What is the project proposal template?"] {
        assert!(About::of(&folded(title)).is_noise, "{title}");
    }
    for title in ["Faster tide tables", "A map of buoys"] {
        assert!(!About::of(&folded(title)).is_noise && !is_group(title), "{title}");
    }
}

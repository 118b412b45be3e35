//! Headings of a listing that name neither a project nor a proposal.

/// Words of such headings, in lower case: one of them is enough.
const WORDS: &[&str] = &[
    "about",
    "acknowledgements",
    "appendix",
    "application",
    "apply",
    "applying",
    "contact",
    "contacts",
    "credits",
    "faq",
    "guidelines",
    "help",
    "how",
    "instructions",
    "introduction",
    "license",
    "licence",
    "links",
    "note",
    "notes",
    "overview",
    "process",
    "questions",
    "references",
    "requirements",
    "resources",
    "rules",
    "schedule",
    "summary",
    "thanks",
    "timeline",
    "why",
];

/// Words, in lower case, of which headings that gather proposals or show a template consist.
const GATHERING: &[&str] = &[
    "accepted",
    "basic",
    "cncf",
    "difficulty",
    "easy",
    "example",
    "examples",
    "hard",
    "hours",
    "idea",
    "ideas",
    "info",
    "information",
    "large",
    "level",
    "list",
    "medium",
    "mentorship",
    "name",
    "of",
    "program",
    "programs",
    "project",
    "projects",
    "proposal",
    "proposals",
    "proposed",
    "sample",
    "samples",
    "selected",
    "size",
    "small",
    "table",
    "template",
    "templates",
    "the",
    "title",
    "your",
];

/// Whether a heading is one of notes rather than of a project or a proposal.
pub(super) fn is_note(title: &str) -> bool {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    // A title of many words can have any of them.
    let short = words.len() <= 4 && words.iter().any(|word| WORDS.contains(&word.as_str()));
    words.is_empty() || short || words.iter().all(|word| GATHERING.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_names() {
        for note in ["Contact", "Notes", "How to apply", "Template", "Notes for reviewers", "---"] {
            assert!(is_note(note), "{note}");
        }
        for name in ["Harbor", "Empty One", "Count the gulls of the bay and answer questions about them"] {
            assert!(!is_note(name), "{name}");
        }
    }
}

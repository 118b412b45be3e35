//! Templates: what a programme asked of a listing when it was written.

use super::form;
use super::projects::Projects;
use super::rule::Ruleset;
use crate::model::{Dialect, Listing, Origin, Programme, Proposal, Season, Term, start_of};

/// The ruleset that fits a document, by its form, its path, its first words, or the names of its projects.
fn ruleset_of(listing: &Listing, term: Option<&Term>) -> Ruleset {
    let text = listing.document.text();
    let form = listing.dialect == Dialect::IssueForm && has_form_heading(text);
    if form || listing.dialect == Dialect::LfxExport {
        return Ruleset::Cncf;
    }
    let path = match listing.document.origin() {
        origin @ (Origin::File(_) | Origin::Address(_)) => origin.to_string().to_lowercase(),
        Origin::Stdin | Origin::Sample => String::new(),
    };
    let opening = opening(listing).to_lowercase();
    let title = opening.lines().find(|line| line.starts_with("# ")).unwrap_or_default();
    let is_summer = term.is_some_and(|term| term.programme == Some(Programme::Gsoc));
    let says = |words: &str, signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    // A listing of the CNCF may mention the other programme.
    let speaks_of_summer = says(&opening, SUMMER) && !says(title, NAMES) && !says(&opening, &["lfx"]);
    if is_summer || says(name, SUMMER) || says(title, SUMMER) || speaks_of_summer {
        Ruleset::Gsoc
    } else if says(&path, NAMES) || says(&opening, NAMES) || names_known_projects(listing) {
        Ruleset::Cncf
    } else {
        Ruleset::Generic
    }
}

/// The text before the first proposal, at most [`OPENING`] bytes of it.
fn opening(listing: &Listing) -> &str {
    let text = listing.document.text();
    let first = listing.proposals.first().map_or(text.len(), |proposal| proposal.heading.start);
    start_of(text, first.min(OPENING))
}

/// Whether an issue form asks for what only this programme's does.
fn has_form_heading(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "### CNCF Project")
}

/// Whether at least half of the projects of a listing are known.
fn names_known_projects(listing: &Listing) -> bool {
    let mut names: Vec<&str> = listing.proposals.iter().filter_map(Proposal::named_project).collect();
    names.dedup();
    let known = names.iter().filter(|name| Projects::get().named(name).is_some()).count();
    known > 0 && known * 2 >= names.len()
}

/// The requirements for the proposals of one document.
#[derive(Debug, Clone)]
pub(super) struct Template {
    pub(super) ruleset: Ruleset,
    /// Its term, from the settings or from the document.
    pub(super) term: Option<Term>,
    /// The page of a term that has begun: what mentees read, not what mentors hand in.
    pub(super) published: bool,
}

/// Names of the CNCF in paths and titles, in lower case.
const NAMES: &[&str] = &["cncf", "cloud native"];
/// Names of Google Summer of Code in paths, titles and first paragraphs, in lower case.
const SUMMER: &[&str] = &["gsoc", "summer of code", "summer-of-code", "summerofcode"];
/// How much of a text counts as its opening, in bytes.
const OPENING: usize = 2048;

/// From this year on the template asks for outcomes and for e-mail addresses.
const MODERN: u16 = 2023;
/// From this term on there is a limit to the mentors of a proposal.
const LIMITED: (u16, u8) = (2026, 3);

impl Template {
    pub(super) fn of(listing: &Listing, ruleset: Option<Ruleset>, term: Option<&Term>) -> Self {
        let asked = || {
            let form = (listing.dialect == Dialect::IssueForm).then(|| listing.document.text())?;
            let written = form::part(form, "Term")?.value.of(form);
            self::term(written.split('(').next().unwrap_or_default())
        };
        let term = term.cloned().or_else(asked).or_else(|| listing.term.clone());
        let ruleset = ruleset.unwrap_or_else(|| ruleset_of(listing, term.as_ref()));
        let applied = listing.proposals.iter().filter(|proposal| proposal.apply.is_some()).count();
        Self { ruleset, term, published: applied * 2 > listing.proposals.len() }
    }

    /// Whether it is of the years whose template asks for outcomes and for e-mail addresses.
    pub(super) fn is_modern(&self) -> bool {
        self.term.as_ref().is_none_or(|term| term.year >= MODERN)
    }

    /// Whether there was a limit to the mentors of a proposal.
    pub(super) fn limits_mentors(&self) -> bool {
        let Some(term) = &self.term else { return true };
        (term.year, number(term).unwrap_or(LIMITED.1)) >= LIMITED
    }

    /// How LFX writes the term at the end of a title, where it is known.
    pub(super) fn title_term(&self) -> Option<String> {
        let term = self.term.as_ref()?;
        Some(format!("{} Term {}", term.year, number(term)?))
    }
}

/// Which term of its year it is.
fn number(term: &Term) -> Option<u8> {
    match term.season? {
        Season::Term(number) => Some(number),
        Season::Months(1..=5, _) | Season::Named("Spring") => Some(1),
        Season::Months(6..=8, _) | Season::Named("Summer") => Some(2),
        Season::Months(9..=12, _) | Season::Named("Fall" | "Autumn") => Some(3),
        Season::Months(..) | Season::Quarter(_) | Season::Named(_) => None,
    }
}

/// Parses the name of a term: `2026 Term 3`, `2026-03`, `2025`.
#[must_use]
pub fn term(written: &str) -> Option<Term> {
    let words = written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| !word.eq_ignore_ascii_case("term")).collect();
    let year = words.first()?.parse().ok().filter(|year| (2000..=2099).contains(year))?;
    let season = match words.get(1..) {
        Some([]) => None,
        Some([number]) => {
            Some(Season::Term(number.parse().ok().filter(|number: &u8| (1..=4).contains(number))?))
        }
        _ => return None,
    };
    Some(Term { year, season, programme: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;

    #[test]
    fn terms_are_read_as_people_write_them() {
        for written in ["2026 Term 3", "2026 term 3", "2026-03", "2026/3"] {
            let read = term(written).unwrap();
            assert_eq!((read.year, read.season), (2026, Some(Season::Term(3))), "{written}");
        }
        assert_eq!(term("2025").unwrap().season, None);
        for wrong in ["", "Term 3", "2026 Term 9", "2026 Term 3 x", "26-3"] {
            assert_eq!(term(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_document_is_judged_by_its_own_rules() {
        let ruleset = |path: &str, text: &str| {
            ruleset_of(&Listing::new(Document::new(Origin::File(path.into()), text), Vec::new()), None)
        };
        assert_eq!(ruleset("cncf/ideas.md", ""), Ruleset::Cncf);
        assert_eq!(ruleset("ideas.md", "# Cloud Native ideas\n"), Ruleset::Cncf);
        assert_eq!(ruleset("ideas.md", "# Ideas\n"), Ruleset::Generic);
        assert_eq!(ruleset("g.md", "# Ideas\n\nFor the CNCF.\n"), Ruleset::Cncf);
        for text in ["# Ideas\n\nThe GSoC cycle of the CNCF.\n", "## Google Summer of Code\n"] {
            assert_eq!(ruleset("g.md", text), Ruleset::Gsoc, "{text}");
        }
        assert_eq!(ruleset("gsoc.md", "# Ideas\n"), Ruleset::Gsoc);
        assert_eq!(ruleset("g.md", "# CNCF ideas\n\nThose for GSoC stand elsewhere.\n"), Ruleset::Cncf);
    }
}

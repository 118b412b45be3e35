//! Onward: the search in the text goes on into the next proposal of the list that holds it.
//!
//! What a page shows is known to the pictures alone, and laying one out takes its time. So the
//! source is looked through first, and only what may hold the text is laid out.

use super::App;
use super::notice::Notice;
use crate::model::Entry;
use crate::search::skills::{self, SkillTag};
use crate::search::{Finder, Pattern};

/// The words that a page adds to those of its source: where one of them is looked for, every page
/// may hold it.
const ADDED: &str = "part of skills a plus to learn mentors primary upstream apply difficulty size description \
                     expected outcome";

/// The words that it adds where somebody has told what they can do, besides numbers.
const ADDED_BY_FIT: &str = "your fit nothing needed names no skill to compare";

/// A proposal that may hold the text, on the way through the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Its catalog index.
    pub index: usize,
    /// Whether the way there led around the end of the list.
    pub is_around: bool,
}

/// Where the search goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// In this proposal.
    Found(Candidate),
    /// Not in the many that were laid out, up to this one.
    GaveUp(Candidate),
    /// In no proposal of the list.
    Nowhere,
}

impl App {
    /// The proposals of the list that may hold what is looked for, from the selected one on (or back)
    /// around the end; the selected one last.
    pub fn candidates(&self, forward: bool) -> impl Iterator<Item = Candidate> {
        let sought =
            Sought::new(self.state.detail.needle(), !self.state.browsing.filter.profile().is_empty());
        let own = self.state.browsing.list.selected();
        self.state.browsing.list.onward(forward).filter_map(move |(index, is_around)| {
            let entry = self.state.browsing.catalog.get(index)?;
            let may = own == Some(index) || sought.may_be_in(entry);
            may.then_some(Candidate { index, is_around })
        })
    }

    /// Goes on as the pictures answered.
    pub(super) fn go_onward(&mut self, onward: Onward, forward: bool) {
        let needle = self.state.detail.needle().to_owned();
        let here = self.state.browsing.list.selected();
        let sentence = match onward {
            Onward::Nowhere => format!("“{needle}” occurs in no proposal of the list"),
            Onward::GaveUp(candidate) => {
                self.state.browsing.list.select(candidate.index);
                let key = if forward { "n" } else { "N" };
                format!("“{needle}” is not found up to here; {key} looks further")
            }
            Onward::Found(Candidate { index, is_around }) => {
                self.state.browsing.list.select(index);
                self.state.detail.seek_end(forward);
                let title = self
                    .state
                    .browsing
                    .selected()
                    .map(|(_, entry)| entry.proposal.title.clone())
                    .unwrap_or_default();
                match (is_around, forward) {
                    _ if here == Some(index) => {
                        format!("“{needle}” occurs in this proposal only; around its end")
                    }
                    (false, true) => format!("further down: {title}"),
                    (false, false) => format!("further up: {title}"),
                    (true, true) => format!("around the end of the list: {title}"),
                    (true, false) => format!("around the beginning of the list: {title}"),
                }
            }
        };
        self.notify(Notice::info(sentence));
    }
}

/// What is looked for, as it can be looked for in a source: its words, for between them there may be
/// marks. A word with marks inside is missed.
struct Sought {
    /// The longest first.
    words: Vec<Word>,
}

/// A word, and what a page may add of it that its source does not hold.
struct Word {
    finder: Finder,
    /// Every page may hold it.
    is_added: bool,
    /// A page holds it that names a skill by this part of its one name.
    is_of_skill: bool,
}

impl Sought {
    fn new(needle: &str, has_fit: bool) -> Self {
        let sought = Pattern::new(needle);
        let mut words = sought.parts();
        words.sort_by_key(|word| std::cmp::Reverse(word.text.len()));
        let word = |word: Pattern| {
            let lower = word.text.to_lowercase();
            let by_fit = ADDED_BY_FIT.contains(&lower) || lower.bytes().all(|byte| byte.is_ascii_digit());
            let finder = Finder::new(&word);
            Word {
                is_added: ADDED.contains(&lower) || has_fit && by_fit,
                is_of_skill: SkillTag::all().any(|skill| finder.is_in(skill.name())),
                finder,
            }
        };
        Self { words: words.into_iter().map(word).collect() }
    }

    fn may_be_in(&self, entry: Entry<'_>) -> bool {
        let source = entry.proposal.section.of(entry.text());
        let above = entry.proposal.subproject.as_deref().unwrap_or_default();
        let is_skill = |word: &Word| {
            let wanted = skills::wanted(&entry.proposal.skills);
            wanted.iter().any(|skill| word.finder.is_in(skill.tag.name()))
        };
        // What a footnote says may stand anywhere in the document.
        let has_footnote = source.contains("[^");
        self.words.iter().all(|word| {
            word.is_added
                || has_footnote
                || [source, above].into_iter().any(|text| word.finder.is_in(text))
                || word.is_of_skill && is_skill(word)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::model::{Catalog, Document, Listing, Origin, Proposal, ProposalId, Span};

    /// Proposals with these texts; the second is selected.
    fn candidates(texts: &[&str], needle: &str, forward: bool) -> Vec<(usize, bool)> {
        let mut text = String::new();
        let mut proposals = Vec::new();
        for (number, part) in texts.iter().enumerate() {
            let section = Span::new(text.len(), text.len() + part.len());
            text.push_str(part);
            let id = ProposalId::new(format!("p-{number}"));
            proposals.push(Proposal::new(id, "Title", Span::new(section.start, section.start), section));
        }
        let listing = Listing::new(Document::new(Origin::Stdin, text), proposals);
        let mut app = App::new(Catalog::new(vec![listing]), "", false);
        app.state.browsing.list.select(1);
        app.update(Action::Find);
        app.paste(needle);
        app.candidates(forward).map(|candidate| (candidate.index, candidate.is_around)).collect()
    }

    #[test]
    fn the_way_leads_around_the_list_once_and_back_to_where_it_began() {
        let texts = ["red fox", "nothing", "blue", "a *Red*, red fox", "fox"];
        assert_eq!(candidates(&texts, "red fox", true), [(3, false), (0, true), (1, true)]);
        assert_eq!(candidates(&texts, "red fox", false), [(0, false), (3, true), (1, true)]);
        assert_eq!(candidates(&texts, "Red", true), [(3, false), (1, true)]);
        let names = ["Die Straße", "", "by Łukasz (Łódź)"];
        assert_eq!(candidates(&names, "lukasz lodz", true), [(2, false), (1, true)]);
        assert_eq!(candidates(&names, "strasse", true), [(0, true), (1, true)]);
        assert_eq!(candidates(&texts, "Mentors", true).len(), 5, "the page adds that word");
        assert_eq!(candidates(&texts, "#", true).len(), 5, "without a word anything may hold it");
    }
}

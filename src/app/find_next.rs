//! The search in the text goes on into the next proposal of the list whose page shows it.

use super::App;
use super::notice::Notice;
use crate::page::search::PageSearch;
use crate::search::fit;

/// The most bytes of Markdown that are read for one key: others are waiting.
const MOST_READ: usize = 1 << 20;

/// The end of a search through the list.
enum Outcome {
    /// The catalog index of the proposal, and whether the way there led around the end of the list.
    Found(usize, bool),
    /// Not found as far as this one, by its catalog index; the rest was not looked through.
    Paused(usize),
    Nowhere,
}

impl App {
    /// Goes to the next proposal (or the one before) that shows the text, around the end of the list.
    pub(super) fn find_next(&mut self, forward: bool) {
        let outcome = self.look_through(forward);
        let needle = self.detail.needle().to_owned();
        let here = self.list.selected();
        let sentence = match outcome {
            Outcome::Nowhere => format!("“{needle}” occurs in no proposal of the list"),
            Outcome::Paused(index) => {
                self.list.select(index);
                let key = if forward { "n" } else { "N" };
                format!("“{needle}” is not found up to here; {key} looks further")
            }
            Outcome::Found(index, is_around) => {
                self.list.select(index);
                self.detail.seek_end(forward);
                let title =
                    self.selected().map(|(_, entry)| entry.proposal.title.clone()).unwrap_or_default();
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

    fn look_through(&self, forward: bool) -> Outcome {
        let mut search = PageSearch::new(self.detail.needle());
        let (here, emails) = (self.list.selected(), self.detail.emails);
        for (index, is_around) in self.list.around(forward) {
            let Some(entry) = self.catalog.get(index) else { continue };
            let is_found = if here == Some(index) {
                !self.viewport.matches.is_empty()
            } else if self.detail.source {
                search.is_in_source(entry, emails)
            } else {
                let fit = fit::marks(self.filter.profile(), self.filter.fit(index));
                search.is_on_page(entry, &fit, emails)
            };
            if is_found {
                return Outcome::Found(index, is_around);
            }
            if search.bytes_read() >= MOST_READ && here != Some(index) {
                return Outcome::Paused(index);
            }
        }
        Outcome::Nowhere
    }
}

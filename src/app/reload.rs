//! Reloading a document: which of its proposals are the ones from before, and what became of
//! the others.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::AddAssign;
use std::sync::Arc;

use super::App;
use crate::model::{Listing, ProposalId};

/// The difference that a reload made, in proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReloadSummary {
    /// Their text changed, the title maybe.
    pub changed: usize,
    /// They were not there before.
    pub new: usize,
    /// They are not there any more.
    pub gone: usize,
    /// Whether those that stay stand in another order.
    pub reordered: bool,
}

impl AddAssign for ReloadSummary {
    fn add_assign(&mut self, other: Self) {
        self.changed += other.changed;
        self.new += other.new;
        self.gone += other.gone;
        self.reordered |= other.reordered;
    }
}

impl fmt::Display for ReloadSummary {
    /// `2 proposals changed, 1 new, 3 gone`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.changed, "changed"), (self.new, "new"), (self.gone, "gone")];
        let mut separator = "";
        for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
            let noun = match (separator, count) {
                ("", 1) => " proposal",
                ("", _) => " proposals",
                _ => "",
            };
            write!(f, "{separator}{count}{noun} {what}")?;
            separator = ", ";
        }
        match (separator, self.reordered) {
            ("", true) => f.write_str("the proposals stand in another order"),
            ("", false) => f.write_str("no proposal changed"),
            (_, true) => f.write_str("; in another order"),
            (_, false) => Ok(()),
        }
    }
}

/// A proposal as it was, or is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Snapshot {
    id: ProposalId,
    /// The text of its section.
    text: String,
    /// Byte offset of the text below the title.
    body: usize,
}

impl Snapshot {
    fn body(&self) -> &str {
        self.text[self.body..].trim()
    }
}

/// The proposals of a listing, in order.
fn seen(listing: &Listing) -> Vec<Snapshot> {
    let text = listing.document.text();
    let proposals = listing.proposals.iter().map(|proposal| Snapshot {
        id: proposal.id.clone(),
        text: proposal.section.of(text).to_owned(),
        body: proposal.heading.end.clamp(proposal.section.start, proposal.section.end)
            - proposal.section.start,
    });
    proposals.collect()
}

impl App {
    /// Puts another reading of a document in the place of the one that is there; where there is none,
    /// before the listing at `at`. Filter, selection and scroll positions stay with their proposals,
    /// those that got another title included; those that changed are marked until they are looked at.
    /// Where the selected one is gone, the next that is left of its document is selected.
    pub fn reload(&mut self, listing: Listing, at: usize) -> ReloadSummary {
        let origin = listing.document.origin().clone();
        let found = |app: &Self| {
            let listing = app
                .state
                .browsing
                .catalog
                .listings()
                .iter()
                .find(|listing| *listing.document.origin() == origin);
            listing.map(|listing| seen(listing)).unwrap_or_default()
        };
        let before = found(self);
        let (selected, offset) = (self.state.browsing.selected_id(), self.state.browsing.list.rows.offset());
        self.state.problems.note(&origin);
        self.state.detail.forget_line();
        Arc::make_mut(&mut self.state.browsing.catalog).put(listing, at);
        let after = found(self);
        let renamed = renamed(&before, &after);
        for (old, new) in &renamed {
            self.state.detail.rename(old, new);
        }
        self.state.browsing.shelf.rename(&renamed);
        self.state.browsing.replace_catalog();
        if let Some(selected) = selected {
            self.select_or_next(&selected, &before, &renamed);
        }
        self.state.browsing.list.rows.scroll_to_offset(offset);
        self.state.browsing.news.rename(&renamed);
        let Touched { brought, came, changed } = compare(&before, &after, &renamed);
        let touched: Vec<ProposalId> = changed.iter().chain(&came).cloned().collect();
        self.state.browsing.select_edited(&touched);
        self.state.browsing.changed.extend(changed);
        self.state.browsing.came.extend(came);
        brought
    }

    /// Takes a document away. The proposal behind the selected one is selected where that goes with it.
    pub fn forget(&mut self, at: usize) {
        let selected = self.state.browsing.list.selected();
        let marked = self.state.browsing.shelf.places(&self.state.browsing.catalog);
        if let Some(listing) = self.state.browsing.catalog.listings().get(at) {
            self.state.problems.forget(listing.document.origin());
        }
        let gone = Arc::make_mut(&mut self.state.browsing.catalog).remove(at);
        let offset = self.state.browsing.list.rows.offset();
        self.state.browsing.replace_catalog();
        let moved = |index| if index >= gone.end { index - gone.len() } else { gone.start.min(index) };
        let left = marked.into_iter().map(|place| place.filter(|index| !gone.contains(index)).map(moved));
        self.state.browsing.shelf.follow(left, &self.state.browsing.catalog);
        if let Some(index) = selected {
            self.state.browsing.list.select_first_of(moved(index)..self.state.browsing.catalog.len());
        }
        self.state.browsing.list.rows.scroll_to_offset(offset);
    }

    /// Selects a proposal of another reading: the same one, or the next (else the nearest before) of
    /// those that stood around it.
    fn select_or_next(
        &mut self,
        selected: &ProposalId,
        before: &[Snapshot],
        renamed: &HashMap<&ProposalId, &ProposalId>,
    ) {
        let place = before.iter().position(|seen| seen.id == *selected);
        let around = place.map(|place| {
            let (above, below) = before.split_at(place);
            below.iter().chain(above.iter().rev()).map(|seen| &seen.id)
        });
        let candidates = std::iter::once(selected).chain(around.into_iter().flatten());
        let current = candidates.map(|id| renamed.get(id).copied().unwrap_or(id));
        let indexes = current.filter_map(|id| self.state.browsing.catalog.find(id));
        self.state.browsing.list.select_first_of(indexes);
    }
}

/// The difference between two readings, and the proposals that came and those that changed.
struct Touched {
    brought: ReloadSummary,
    came: Vec<ProposalId>,
    changed: Vec<ProposalId>,
}

fn compare(before: &[Snapshot], after: &[Snapshot], renamed: &HashMap<&ProposalId, &ProposalId>) -> Touched {
    let old_names: HashMap<_, _> = renamed.iter().map(|(old, new)| (*new, *old)).collect();
    let old: HashMap<_, _> = before.iter().enumerate().map(|(at, seen)| (&seen.id, (at, seen))).collect();
    let (mut brought, mut came, mut changed) = (ReloadSummary::default(), Vec::new(), Vec::new());
    let mut order = Vec::with_capacity(after.len());
    for seen in after {
        let id = old_names.get(&seen.id).copied().unwrap_or(&seen.id);
        let Some((at, old)) = old.get(id) else {
            brought.new += 1;
            came.push(seen.id.clone());
            continue;
        };
        order.push(*at);
        if old.text.trim_end() != seen.text.trim_end() {
            brought.changed += 1;
            changed.push(seen.id.clone());
        }
    }
    brought.gone = before.len() - order.len();
    brought.reordered = !order.is_sorted();
    Touched { brought, came, changed }
}

/// The proposals that only have another identity than before: the text below the title is the same,
/// or it is the only one that changed between two that stay.
fn renamed<'a>(before: &'a [Snapshot], after: &'a [Snapshot]) -> HashMap<&'a ProposalId, &'a ProposalId> {
    let places = |all: &'a [Snapshot]| all.iter().enumerate().map(|(at, seen)| (&seen.id, at)).collect();
    let (old, new): (HashMap<_, usize>, HashMap<_, usize>) = (places(before), places(after));
    let mut came: HashMap<&str, Vec<&ProposalId>> = HashMap::new();
    // The first of several alike is taken first.
    for seen in after.iter().rev().filter(|seen| !old.contains_key(&seen.id) && !seen.body().is_empty()) {
        came.entry(seen.body()).or_default().push(&seen.id);
    }
    let mut renamed = HashMap::new();
    for gone in before.iter().filter(|seen| !new.contains_key(&seen.id)) {
        if let Some(id) = came.get_mut(gone.body()).and_then(Vec::pop) {
            renamed.insert(&gone.id, id);
        }
    }
    let taken: HashSet<&ProposalId> = renamed.values().copied().collect();
    let now = |seen: &'a Snapshot| {
        let id = renamed.get(&seen.id).copied().unwrap_or(&seen.id);
        new.get(id).copied()
    };
    let is_new = |seen: &Snapshot| !old.contains_key(&seen.id) && !taken.contains(&seen.id);
    let mut between = Vec::new();
    for (at, gone) in before.iter().enumerate().filter(|(_, seen)| now(seen).is_none()) {
        let above = at.checked_sub(1).map(|above| now(&before[above]));
        let below = before.get(at + 1).map(now);
        let place = match above {
            None => 0,
            Some(Some(above)) => above + 1,
            Some(None) => continue,
        };
        let is_alone = match below {
            None => place + 1 == after.len(),
            Some(below) => below == Some(place + 1),
        };
        between.extend(
            after.get(place).filter(|seen| is_alone && is_new(seen)).map(|seen| (&gone.id, &seen.id)),
        );
    }
    renamed.extend(between);
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalog, Document, Origin, Proposal, Span};

    fn listing(ideas: &[(&str, &str)]) -> Listing {
        listing_of(Origin::Stdin, ideas)
    }

    fn listing_of(origin: Origin, ideas: &[(&str, &str)]) -> Listing {
        let mut text = String::new();
        let mut proposals = Vec::new();
        for (title, idea) in ideas {
            let start = text.len();
            text += &format!("### {title}\n");
            let heading = Span::new(start, text.len());
            text += &format!("\n{idea}\n\n");
            let id = ProposalId::new(*title);
            proposals.push(Proposal::new(id, *title, heading, Span::new(start, text.len())));
        }
        Listing::new(Document::new(origin, text), proposals)
    }

    const THREE: [(&str, &str); 3] = [("Alpha", "First."), ("Beta", "Second."), ("Gamma", "Third.")];

    /// The summary of a reload, and the title that is selected then.
    fn reread(selected: usize, ideas: &[(&str, &str)]) -> (String, Option<String>) {
        let mut app = App::new(Catalog::new(vec![listing(&THREE)]), "", true);
        app.state.browsing.list.select(selected);
        let brought = app.reload(listing(ideas), 0).to_string();
        (brought, app.state.browsing.selected().map(|(_, entry)| entry.proposal.title.clone()))
    }

    #[test]
    fn what_changed_came_and_went_is_counted_apart() {
        let told = |ideas: &[(&str, &str)]| reread(0, ideas).0;
        let [alpha, beta, gamma] = THREE;
        assert_eq!(told(&THREE), "no proposal changed");
        assert_eq!(told(&[alpha, ("Beta", "Another."), gamma]), "1 proposal changed");
        assert_eq!(told(&[alpha, gamma]), "1 proposal gone");
        assert_eq!(told(&[alpha]), "2 proposals gone");
        assert_eq!(told(&[alpha, beta, ("Delta", "New."), gamma]), "1 proposal new");
        assert_eq!(told(&[gamma, alpha, beta]), "the proposals stand in another order");
        let all = [gamma, ("Delta", "New."), ("Alpha", "Another.")];
        assert_eq!(told(&all), "1 proposal changed, 1 new, 1 gone; in another order");
    }

    #[test]
    fn another_title_is_a_change_and_the_selection_stays() {
        let [alpha, _, gamma] = THREE;
        let renamed = ("Beta, renamed", "Second.");
        let expected = |told: &str, title: &str| (told.to_owned(), Some(title.to_owned()));
        assert_eq!(reread(1, &[alpha, renamed, gamma]), expected("1 proposal changed", "Beta, renamed"));
        // Told by what stands below the title, wherever it is now.
        let inserted = [("Zero", "New."), alpha, renamed, gamma];
        assert_eq!(reread(1, &inserted), expected("1 proposal changed, 1 new", "Beta, renamed"));
        // Told by its neighbours.
        let rewritten = [alpha, ("Omega", "All new."), gamma];
        assert_eq!(reread(1, &rewritten), expected("1 proposal changed", "Omega"));
    }

    #[test]
    fn where_the_selected_one_is_gone_the_next_takes_its_place() {
        let [alpha, beta, gamma] = THREE;
        let title = |selected: usize, ideas: &[(&str, &str)]| reread(selected, ideas).1.unwrap();
        assert_eq!(title(1, &[alpha, gamma]), "Gamma");
        assert_eq!(title(2, &[alpha, beta]), "Beta");
        assert_eq!(title(0, &[gamma]), "Gamma");
    }

    #[test]
    fn who_reads_on_stays_at_the_line_under_another_title() {
        let mut app = App::new(Catalog::new(vec![listing(&THREE)]), "", true);
        app.state.browsing.list.select(1);
        let id = app.state.browsing.selected_id().unwrap();
        let viewport =
            crate::app::viewport::Viewport { detail_rows: 2, detail_height: 9, ..Default::default() };
        app.fit(viewport.clone());
        app.state.detail.scroll_to(&id, 3, &viewport);
        app.reload(listing(&[THREE[0], ("Beta, renamed", "Second."), THREE[2]]), 0);
        app.fit(viewport);
        assert_eq!(app.state.detail.top(&app.state.browsing.selected_id().unwrap()), 3);
    }

    #[test]
    fn a_document_that_goes_leaves_the_selection_with_the_others() {
        let named = |path: &str, ideas: &[(&str, &str)]| listing_of(Origin::File(path.into()), ideas);
        let catalog = || {
            let listings =
                [named("a.md", &THREE[..1]), named("b.md", &THREE[1..2]), named("c.md", &THREE[2..])];
            Catalog::new(listings.into())
        };
        let left = |selected: usize| {
            let mut app = App::new(catalog(), "", true);
            app.state.browsing.list.select(selected);
            app.forget(1);
            (app.catalog().len(), app.state.browsing.selected().unwrap().1.proposal.title.clone())
        };
        assert_eq!([0, 1, 2].map(left), ["Alpha", "Gamma", "Gamma"].map(|title| (2, title.to_owned())));
    }
}

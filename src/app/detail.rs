//! The detail: how far each proposal is scrolled, and the search in its text.

use std::collections::HashMap;
use std::rc::Rc;

use super::action::Step;
use super::cursor;
use super::input::Input;
use super::scroll_anchor::ScrollAnchor;
use super::viewport::Viewport;
use crate::markdown::mail::EmailVisibility;
use crate::model::{FieldKind, ProposalId};

/// A search in the text of the detail.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// The text to find.
    pub input: Input,
    /// Which match is the current one, from 0.
    pub current: usize,
    /// Which match to take once they are known.
    seek: Option<Seek>,
}

/// Which match to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seek {
    /// The first at or below the view.
    InView,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// The state of the detail pane.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    /// The first row in view of each proposal, by its text: a reader who comes back reads on at the same words,
    /// in a pane of another width too.
    tops: HashMap<ProposalId, ScrollAnchor>,
    /// Where the rows of the one on the screen are.
    places: Rc<[usize]>,
    /// The furthest that the one on the screen scrolls. A larger screen shows more of it, and the
    /// place is not forgotten when the screen is small again.
    last: usize,
    /// Whether it shows the source of the section.
    pub source: bool,
    /// Whether e-mail addresses are readable.
    pub emails: EmailVisibility,
    /// The search in the text, if one was begun.
    pub find: Option<Find>,
    /// The field to go to.
    pub(super) jump: Option<FieldKind>,
    /// The line of the source (from 1) that was gone to, and in which proposal.
    line: Option<(ProposalId, usize)>,
    /// Whether the next frame brings it into view.
    line_is_sought: bool,
    /// Places that the filter opened.
    led: Led,
}

/// Where the filter led to in the text.
#[derive(Debug, Clone, Default)]
struct Led {
    /// The filter.
    filter: String,
    /// The proposals that were opened at what it found, and where.
    opened: HashMap<ProposalId, ScrollAnchor>,
    /// The place found by it that was stepped to last.
    mark: Option<(ProposalId, usize)>,
}

impl Detail {
    /// The first row in view of the proposal on the screen.
    pub fn top(&self, id: &ProposalId) -> usize {
        self.tops.get(id).map_or(0, |place| place.row(&self.places)).min(self.last)
    }

    /// Scrolls a proposal so that `top` is the first row in view, as far as the text goes.
    pub fn scroll_to(&mut self, id: &ProposalId, top: usize, viewport: &Viewport) {
        let top = top.min(cursor::last_top(viewport.detail_height, viewport.detail_rows));
        self.tops.insert(id.clone(), ScrollAnchor::of(top, &viewport.places));
    }

    /// Scrolls a proposal by a step.
    pub fn scroll(&mut self, id: &ProposalId, by: Step, viewport: &Viewport) {
        let top = cursor::scroll(by, self.top(id), viewport.detail_height, viewport.detail_rows);
        self.tops.insert(id.clone(), ScrollAnchor::of(top, &viewport.places));
    }

    /// Scrolls to the next or previous section; `false` when there is none.
    pub fn section(&mut self, id: &ProposalId, forward: bool, viewport: &Viewport) -> bool {
        let top = self.top(id);
        let sections = &viewport.sections;
        let target = if forward {
            sections.iter().find(|&&row| row > top)
        } else {
            sections.iter().rev().find(|&&row| row < top)
        };
        let target = match target {
            Some(&row) => row,
            None if !forward && top > 0 => 0,
            None => return false,
        };
        self.scroll_to(id, target, viewport);
        self.top(id) != top
    }

    /// Goes to a line of the source (from 1); the next frame knows where that is.
    pub(super) fn go_to_line(&mut self, id: ProposalId, line: usize) {
        (self.line, self.line_is_sought) = (Some((id, line)), true);
    }

    /// The line of the source (from 1) that was gone to in a proposal.
    pub fn line(&self, id: &ProposalId) -> Option<usize> {
        self.line.as_ref().filter(|(of, _)| of == id).map(|(_, line)| *line)
    }

    /// Forgets the line that was gone to: the text changed, and the line may be another.
    pub(super) fn forget_line(&mut self) {
        self.line = None;
    }

    /// Keeps the scroll position of a proposal that has another identity from now on.
    pub(super) fn rename(&mut self, old: &ProposalId, new: &ProposalId) {
        if let Some(place) = self.tops.remove(old) {
            self.tops.insert(new.clone(), place);
        }
    }

    /// The text of the search; empty without a search.
    pub fn needle(&self) -> &str {
        self.find.as_ref().map_or("", |find| find.input.text())
    }

    /// The text that is looked for has changed.
    pub fn seek(&mut self) {
        if let Some(find) = &mut self.find {
            find.seek = Some(Seek::InView);
        }
    }

    /// Takes the first match (or the last one) of a proposal that the search went on into.
    pub(super) fn seek_end(&mut self, first: bool) {
        if let Some(find) = &mut self.find {
            find.seek = Some(if first { Seek::First } else { Seek::Last });
        }
    }

    /// Goes to the next match (or the one before); returns whether there was one on this page.
    pub fn step_match(&mut self, id: &ProposalId, forward: bool, viewport: &Viewport) -> bool {
        let Some(find) = &mut self.find else { return false };
        let current = find.current.min(viewport.matches.len().saturating_sub(1));
        let next = if forward { Some(current + 1) } else { current.checked_sub(1) };
        let Some((next, row)) = next.and_then(|next| Some((next, *viewport.matches.get(next)?))) else {
            return false;
        };
        find.current = next;
        self.reveal(id, row, viewport);
        true
    }

    /// Which of the places that the filter found was stepped to last, from 0.
    pub fn current_mark(&self, id: &ProposalId) -> Option<usize> {
        self.led.mark.as_ref().filter(|(of, _)| of == id).map(|(_, mark)| *mark)
    }

    /// Goes to the next place that the filter found (or the one before), around the end; the first
    /// time to the one at or below the top of the view. Says whether there is any.
    pub fn step_mark(&mut self, id: &ProposalId, forward: bool, viewport: &Viewport) -> bool {
        let marks = &viewport.marks;
        let Some(last) = marks.len().checked_sub(1) else { return false };
        let top = self.top(id);
        let mark = match (self.current_mark(id).map(|mark| mark.min(last)), forward) {
            (Some(mark), true) => (mark + 1) % marks.len(),
            (Some(mark), false) => mark.checked_sub(1).unwrap_or(last),
            (None, true) => marks.iter().position(|&row| row >= top).unwrap_or(0),
            (None, false) => marks.iter().rposition(|&row| row < top).unwrap_or(last),
        };
        self.led.mark = Some((id.clone(), mark));
        self.reveal(id, marks[mark], viewport);
        true
    }

    /// Leads to what a filter found in the text alone, once for each proposal. With another filter,
    /// what was not scrolled since begins at its beginning again.
    pub fn lead(&mut self, id: &ProposalId, filter: &str, viewport: &Viewport) {
        if self.led.filter != filter {
            let led = std::mem::replace(&mut self.led, Led { filter: filter.to_owned(), ..Led::default() });
            for (id, top) in led.opened {
                if self.tops.get(&id) == Some(&top) {
                    self.tops.remove(&id);
                }
            }
        }
        let Some(row) = viewport.opening.filter(|_| viewport.detail_rows > 0) else { return };
        self.last = cursor::last_top(viewport.detail_height, viewport.detail_rows);
        if !self.led.opened.contains_key(id) {
            self.reveal(id, row, viewport);
            self.led.opened.insert(id.clone(), self.tops.get(id).copied().unwrap_or_default());
        }
    }

    /// Brings state and view in step: a scroll position beyond the end, a search that changed.
    ///
    /// A detail that is not on the screen has no height, and is left as it is.
    pub fn fit(&mut self, id: &ProposalId, viewport: &Viewport) {
        if viewport.detail_rows == 0 {
            return;
        }
        self.last = cursor::last_top(viewport.detail_height, viewport.detail_rows);
        let to = self.jump.take().and_then(|kind| viewport.fields.iter().find(|(field, _)| *field == kind));
        if let Some(&(_, row)) = to {
            self.scroll_to(id, row, viewport);
        }
        self.places = Rc::clone(&viewport.places);
        let line = self.line(id).filter(|_| self.line_is_sought);
        if let Some(row) = line.and_then(|line| viewport.lines.row(line)) {
            self.line_is_sought = false;
            self.reveal(id, row, viewport);
        }
        let top = self.top(id);
        let Some(find) = self.find.as_mut() else { return };
        if let Some(seek) = find.seek.take()
            && let Some(last) = viewport.matches.len().checked_sub(1)
        {
            find.current = match seek {
                Seek::InView => viewport.matches.iter().position(|&row| row >= top).unwrap_or(0),
                Seek::First => 0,
                Seek::Last => last,
            };
            let row = viewport.matches[find.current];
            self.reveal(id, row, viewport);
        }
    }

    fn reveal(&mut self, id: &ProposalId, row: usize, viewport: &Viewport) {
        let context = viewport.detail_rows / 4;
        let top = self.top(id);
        let inside = row >= top && row < top + viewport.detail_rows;
        let top = if inside { top } else { row.saturating_sub(context) };
        self.scroll_to(id, top, viewport);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewport(height: usize, rows: usize) -> Viewport {
        Viewport { detail_height: height, detail_rows: rows, ..Viewport::default() }
    }

    fn at(top: usize, viewport: &Viewport) -> (Detail, ProposalId) {
        let (mut detail, id) = (Detail::default(), ProposalId::new("p"));
        detail.fit(&id, viewport);
        detail.scroll_to(&id, top, viewport);
        (detail, id)
    }

    #[test]
    fn a_place_survives_a_larger_screen_and_no_screen_at_all() {
        let (mut detail, id) = at(30, &viewport(50, 10));
        detail.fit(&id, &viewport(50, 40));
        assert_eq!(detail.top(&id), 10, "the last page stays full");
        detail.fit(&id, &viewport(0, 0));
        detail.fit(&id, &viewport(50, 10));
        assert_eq!(detail.top(&id), 30);
        assert_eq!(detail.top(&ProposalId::new("other")), 0);
    }

    #[test]
    fn sections_are_reached_as_far_as_the_text_scrolls() {
        let view = Viewport { sections: vec![4, 12, 45].into(), ..viewport(50, 10) };
        let (mut detail, id) = at(0, &view);
        assert!(detail.section(&id, true, &view) && detail.top(&id) == 4);
        assert!(detail.section(&id, true, &view) && detail.top(&id) == 12);
        assert!(detail.section(&id, true, &view) && detail.top(&id) == 40, "no further than the last page");
        assert!(!detail.section(&id, true, &view));
        assert!(detail.section(&id, false, &view) && detail.top(&id) == 12);
        detail.scroll_to(&id, 3, &view);
        assert!(detail.section(&id, false, &view) && detail.top(&id) == 0, "above the first is the title");
        assert!(!detail.section(&id, false, &view));
    }

    #[test]
    fn matches_are_brought_into_view_and_behind_the_last_it_goes_on() {
        let view = Viewport { matches: vec![2, 30, 31].into(), ..viewport(50, 10) };
        let (mut detail, id) = at(20, &view);
        assert!(!detail.step_match(&id, true, &view), "no search yet");
        detail.find = Some(Find { input: Input::new("x"), ..Find::default() });
        detail.seek();
        detail.fit(&id, &view);
        assert_eq!((detail.find.as_ref().map(|find| find.current), detail.top(&id)), (Some(1), 28));
        assert!(detail.step_match(&id, true, &view));
        assert_eq!(detail.top(&id), 28, "it is in view already");
        assert!(!detail.step_match(&id, true, &view));
        detail.seek_end(true);
        detail.fit(&id, &view);
        assert_eq!(detail.top(&id), 0);
        assert!(!detail.step_match(&id, false, &view));
        detail.seek_end(false);
        detail.fit(&id, &view);
        assert_eq!(detail.find.as_ref().map(|find| find.current), Some(2));
        assert!(!detail.step_match(&id, true, &viewport(50, 10)), "nothing found here");
    }

    #[test]
    fn a_jump_leads_to_the_first_row_of_its_field() {
        let view = Viewport {
            fields: vec![(FieldKind::Skills, 1), (FieldKind::Outcome, 20), (FieldKind::Outcome, 30)].into(),
            ..viewport(50, 10)
        };
        let (mut detail, id) = at(5, &view);
        for (kind, top) in [(FieldKind::Outcome, 20), (FieldKind::Mentors, 20), (FieldKind::Skills, 1)] {
            detail.jump = Some(kind);
            detail.fit(&id, &view);
            assert_eq!((detail.top(&id), detail.jump), (top, None), "{kind:?}");
        }
    }

    #[test]
    fn the_filter_leads_to_what_only_the_text_holds_and_lets_go() {
        let view = Viewport { marks: vec![1, 30, 45].into(), opening: Some(30), ..viewport(50, 10) };
        let (mut detail, id) = at(0, &view);
        detail.lead(&id, "bell", &view);
        assert_eq!(detail.top(&id), 28);
        detail.scroll_to(&id, 3, &view);
        detail.lead(&id, "bell", &view);
        assert_eq!(detail.top(&id), 3, "once");
        detail.lead(&id, "bells", &view);
        assert_eq!(detail.top(&id), 28);
        detail.lead(&id, "", &viewport(50, 10));
        assert_eq!(detail.top(&id), 0, "nothing to lead to any more");
    }

    #[test]
    fn what_the_filter_found_is_walked_from_where_the_view_is() {
        let view = Viewport { marks: vec![1, 30, 45].into(), ..viewport(50, 10) };
        let (mut detail, id) = at(20, &view);
        let mut step = |forward| {
            assert!(detail.step_mark(&id, forward, &view));
            (detail.current_mark(&id), detail.top(&id))
        };
        assert_eq!(step(true), (Some(1), 28));
        assert_eq!(step(true), (Some(2), 40));
        assert_eq!(step(true), (Some(0), 0));
        assert_eq!(step(false), (Some(2), 40));
        assert!(!detail.step_mark(&id, true, &viewport(50, 10)), "nothing found");
        assert_eq!(detail.current_mark(&ProposalId::new("other")), None);
    }
}

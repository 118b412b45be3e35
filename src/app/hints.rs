//! Hints: letters beside the links of the visible page. Typing them follows the link.

use std::borrow::Cow;

use super::action::Action;
use super::keymap::Focus;
use super::panel::Panel;
use super::viewport::{Spot, Viewport};
use crate::markdown::glyphs::DOT;

/// The letters that hints are made of: those that lie under the fingers first. Few pages have more links in view.
const LETTERS: [char; 26] = [
    'f', 'j', 'd', 'k', 's', 'l', 'a', 'g', 'h', 'e', 'i', 'r', 'u', 'w', 'o', 'c', 'n', 'v', 'm', 't', 'y',
    'b', 'p', 'x', 'q', 'z',
];

/// The hints of a page, and what was typed of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    spots: Vec<Spot>,
    labels: Vec<String>,
    typed: String,
}

/// The effect of typing a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The hint is complete: this is asked for.
    Complete(Action),
    /// The hint goes on.
    Part,
    /// No hint goes on like that.
    Nothing,
}

impl Hints {
    /// Hints for these spots, in their order.
    pub fn new(spots: &[Spot]) -> Self {
        Self { spots: spots.to_vec(), labels: labels(spots.len()), typed: String::new() }
    }

    /// Whether they are the hints of these spots.
    pub fn are_of(&self, spots: &[Spot]) -> bool {
        self.spots == spots
    }

    /// The letters typed so far.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Every hint in the order of its spots, where it leads, and whether it begins with what was
    /// typed.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Spot, bool)> {
        let begins = |label: &String| label.starts_with(&self.typed);
        self.labels.iter().zip(&self.spots).map(move |(label, spot)| (label.as_str(), spot, begins(label)))
    }

    /// Types a letter.
    pub fn type_letter(&mut self, letter: char) -> Typed {
        let typed: String = self.typed.chars().chain(letter.to_lowercase()).collect();
        if let Some(at) = self.labels.iter().position(|label| *label == typed) {
            return Typed::Complete(self.spots[at].action);
        }
        if !self.labels.iter().any(|label| label.starts_with(&typed)) {
            return Typed::Nothing;
        }
        self.typed = typed;
        Typed::Part
    }

    /// Deletes the last letter that was typed; `false` when there is none.
    pub fn delete_letter(&mut self) -> bool {
        self.typed.pop().is_some()
    }
}

impl Panel for Hints {
    fn focus(&self) -> Focus {
        Focus::Hints
    }

    /// Other text that came into view gets hints of its own.
    fn fit(&mut self, viewport: &Viewport) {
        if !self.are_of(&viewport.spots) {
            *self = Self::new(&viewport.spots);
        }
    }

    /// Where the hints lead that begin with what was typed.
    fn sentence(&self) -> Option<Cow<'_, str>> {
        let left = self.iter().filter(|(.., begins)| *begins);
        let targets = left.map(|(label, spot, _)| format!("{label} {}", spot.leads_to));
        (!self.typed.is_empty()).then(|| Cow::Owned(targets.collect::<Vec<_>>().join(DOT.as_str())))
    }
}

/// So many labels, none the beginning of another, with as few letters as that takes.
fn labels(count: usize) -> Vec<String> {
    let mut labels = vec![String::new()];
    let mut first = 0;
    // The shortest label makes room for as many as there are letters, one letter longer.
    while labels.len() - first < count || first == 0 {
        let label = labels[first].clone();
        labels.extend(LETTERS.map(|letter| format!("{label}{letter}")));
        first += 1;
    }
    labels.drain(..first);
    labels.truncate(count);
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spots(count: usize) -> Vec<Spot> {
        (0..count).map(|at| Spot { action: Action::FollowLink(at), leads_to: at.to_string() }).collect()
    }

    #[test]
    fn no_label_is_the_beginning_of_another_and_none_is_longer_than_it_must() {
        assert_eq!(labels(3), ["f", "j", "d"]);
        assert_eq!(labels(0), [""; 0]);
        for count in [1, 9, 26, 27, 51, 52, 676, 700] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            for (at, label) in labels.iter().enumerate() {
                let others = labels.iter().enumerate().filter(|&(other, _)| other != at);
                assert!(others.clone().all(|(_, other)| !other.starts_with(label)), "{label} of {count}");
            }
        }
        let letters = |count| labels(count).concat().len();
        assert_eq!((letters(9), letters(26), letters(27), letters(676)), (9, 26, 29, 1352));
    }

    #[test]
    fn a_hint_is_followed_when_it_is_complete() {
        let mut hints = Hints::new(&spots(27));
        let last = hints.iter().last().map(|(label, ..)| label.to_owned());
        assert_eq!(last.as_deref(), Some("fj"));
        assert_eq!(hints.type_letter('1'), Typed::Nothing);
        assert_eq!(hints.type_letter('F'), Typed::Part, "capitals are the same letters");
        let left: Vec<_> = hints.iter().filter(|(.., begins)| *begins).map(|(label, ..)| label).collect();
        assert_eq!(left, ["ff", "fj"]);
        assert_eq!(hints.type_letter('l'), Typed::Nothing);
        assert_eq!(hints.typed(), "f");
        assert_eq!(hints.type_letter('j'), Typed::Complete(Action::FollowLink(26)));
        assert!(hints.delete_letter() && !hints.delete_letter());
    }
}

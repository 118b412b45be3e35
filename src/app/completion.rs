//! Completion in the filter: fields, their values, and the skills, projects and mentors that a word may mean.

use std::cmp::Reverse;

use super::filter::Filter;
use super::input::Input;
use super::rows::{Rows, SelectRow};
use crate::markdown::glyphs;
use crate::model::Catalog;
use crate::search::facets::Facet;
use crate::search::query::{PROPERTIES, Scope};
use crate::search::sets::SETS;
use crate::search::skills::canonical;
use crate::search::words;

/// So many are offered; more letters leave fewer.
const MOST: usize = 50;
/// The facets whose values a word without a field may mean.
const NAMED: [Facet; 3] = [Facet::Skills, Facet::Projects, Facet::Mentors];

/// Something that the word at the cursor can become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// How it is shown.
    pub name: String,
    /// Its kind: a field, a skill, …
    pub kind: &'static str,
    /// How many proposals it leaves together with the rest of the filter; `None` where it is no filter by itself.
    pub count: Option<usize>,
    /// The text that replaces the word.
    text: String,
}

impl SelectRow for Completed {
    fn is_selectable(&self) -> bool {
        true
    }
}

/// The completions of a word, one of which stands in the filter.
#[derive(Debug, Clone)]
pub struct Completion {
    /// The completions on offer.
    pub rows: Rows<Completed>,
    /// Where the word begins, in bytes of the text.
    pub start: usize,
    /// The filter as it was typed.
    typed: Input,
}

impl Completion {
    /// The completions of the word at the cursor of a filter; `None` when there are none.
    pub(super) fn of(filter: &mut Filter, catalog: &Catalog) -> Option<Self> {
        let typed = filter.input.clone();
        let word = Word::of(typed.before_cursor());
        let after = &typed.text()[typed.before_cursor().len()..];
        let rest = format!("{} {after}", &typed.text()[..word.clause]);
        let mut rows = Rows::default();
        let mut offered = word.offers(filter, catalog, &rest);
        offered.truncate(MOST);
        for offer in offered {
            rows.push(offer);
        }
        (!rows.is_empty()).then_some(Self { rows, start: word.start, typed })
    }

    /// The filter as it was typed.
    pub(super) fn typed(&self) -> &Input {
        &self.typed
    }

    /// The filter with the selected completion in it, the cursor behind that.
    pub(super) fn input(&self) -> Input {
        let text = self.rows.selected().map_or("", |completed| completed.text.as_str());
        let after = &self.typed.text()[self.typed.before_cursor().len()..];
        Input::around(&format!("{}{text}", &self.typed.text()[..self.start]), after)
    }

    /// Whether the selected one is a field, whose values come next.
    pub(super) fn is_field(&self) -> bool {
        self.rows.selected().is_some_and(|completed| completed.text.ends_with(':'))
    }

    /// Selects the next or previous one, around the end.
    pub(super) fn turn(&mut self, forward: bool) {
        let count = self.rows.len().max(1);
        let by = if forward { 1 } else { count - 1 };
        self.rows.select((self.rows.position() + by) % count);
    }
}

/// The word that is completed.
struct Word<'a> {
    /// Where the clause that it is a part of begins, with its sign.
    clause: usize,
    /// Where it begins.
    start: usize,
    /// The field in front of it.
    scope: Option<Scope>,
    text: &'a str,
}

impl<'a> Word<'a> {
    /// The last word of a text: behind a space, a bracket, a sign that leaves out, the colon of a field, a comma.
    fn of(text: &'a str) -> Self {
        let (mut clause, mut colon, mut start) = (0, None, 0);
        let mut quoted = false;
        for (at, letter) in text.char_indices() {
            let behind = at + letter.len_utf8();
            match letter {
                '"' => quoted = !quoted,
                _ if quoted => {}
                '(' | ')' | '|' => (clause, colon, start) = (behind, None, behind),
                _ if letter.is_whitespace() => (clause, colon, start) = (behind, None, behind),
                '-' | '!' if at == start && colon.is_none() => start = behind,
                ':' if colon.is_none() => (colon, start) = (Some((start, at)), behind),
                ',' if colon.is_some() => start = behind,
                _ => {}
            }
        }
        let scope = colon.and_then(|(from, to)| Scope::named(&text[from..to]));
        let is_field = colon.is_none() || scope.is_some();
        let text = if is_field { &text[start..] } else { "\u{0}" };
        Self { clause, start, scope, text }
    }

    fn offers(&self, filter: &mut Filter, catalog: &Catalog, rest: &str) -> Vec<Completed> {
        let Some(scope) = self.scope else {
            let mut offers = self.fields();
            if !self.text.is_empty() {
                let mut named: Vec<_> =
                    NAMED.iter().flat_map(|&facet| self.values(filter, catalog, rest, facet, true)).collect();
                named.sort_by_key(|&(place, ref offer)| (place > 0, Reverse(offer.count)));
                offers.extend(named.into_iter().map(|(_, offer)| offer));
            }
            return offers;
        };
        let facet = match scope {
            Scope::Skill | Scope::Need => Facet::Skills,
            Scope::Project => Facet::Projects,
            Scope::Mentor => Facet::Mentors,
            Scope::Term => Facet::Terms,
            Scope::Difficulty => Facet::Difficulty,
            Scope::Size => Facet::Size,
            Scope::Has => return self.words(PROPERTIES.iter().map(|(name, _)| *name)),
            Scope::Is => return self.words(SETS.iter().map(|(name, _)| *name)),
            Scope::Fit => return self.words(["all", "1-missing", "2-missing"].into_iter()),
            Scope::Names | Scope::Title | Scope::Text | Scope::Upstream => return Vec::new(),
        };
        let mut values = self.values(filter, catalog, rest, facet, false);
        values.sort_by_key(|&(place, ref offer)| (place > 0, Reverse(offer.count)));
        values.into_iter().map(|(_, offer)| offer).collect()
    }

    /// The fields that begin with the word.
    fn fields(&self) -> Vec<Completed> {
        let typed = self.text.to_lowercase();
        let fields = Scope::all().filter(|scope| scope.name().starts_with(&typed));
        let field = |scope: Scope| {
            let text = format!("{}:", scope.name());
            Completed { name: text.clone(), kind: "field", count: None, text }
        };
        fields.map(field).collect()
    }

    /// Values that are words of the program.
    fn words(&self, words: impl Iterator<Item = &'static str>) -> Vec<Completed> {
        let typed = self.text.to_lowercase();
        let completed = |word: &str| Completed {
            name: word.to_owned(),
            kind: "value",
            count: None,
            text: word.to_owned(),
        };
        words.filter(|word| word.starts_with(&typed)).map(completed).collect()
    }

    /// The values of a facet that hold the word, each with the place of the word in its name.
    fn values(
        &self,
        filter: &mut Filter,
        catalog: &Catalog,
        rest: &str,
        facet: Facet,
        with_field: bool,
    ) -> Vec<(usize, Completed)> {
        let typed = self.text.trim_matches('"');
        let patterns = words(typed);
        let skill = canonical(typed).filter(|_| facet == Facet::Skills);
        let values = filter.values_under(catalog, rest, facet);
        let offer = |value: crate::search::facets::Value| {
            let (name, known) = (value.count.name(), &value.count.value);
            let place = if skill.is_some_and(|skill| skill.name() == known) {
                0
            } else {
                let places = patterns.iter().map(|word| word.place_in(name).or_else(|| word.place_in(known)));
                places.sum::<Option<usize>>()?
            };
            let typed = facet.typed(known);
            let text = if with_field { format!("{}:{typed}", facet.scope()) } else { typed };
            let count = Some(value.count.count);
            Some((place, Completed { name: facet.shown(name).into_owned(), kind: facet.one(), count, text }))
        };
        values.into_iter().filter_map(offer).collect()
    }
}

impl Completed {
    /// Its name as the terminal can show it.
    pub fn shown(&self) -> String {
        glyphs::sentence(&self.name).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_at_the_cursor_is_found_with_its_field() {
        for (text, expected) in [
            ("", (0, 0, None, "")),
            ("go re", (3, 3, None, "re")),
            ("go -ty", (3, 4, None, "ty")),
            ("(a OR (skill:go,ru", (7, 13 + 3, Some(Scope::Skill), "ru")),
            ("project:\"tide cl", (0, 8, Some(Scope::Project), "\"tide cl")),
            ("-mentor:a", (0, 8, Some(Scope::Mentor), "a")),
            ("a-b", (0, 0, None, "a-b")),
        ] {
            let word = Word::of(text);
            assert_eq!((word.clause, word.start, word.scope, word.text), expected, "{text}");
        }
    }
}

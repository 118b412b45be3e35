//! The readiness card of the mentor view: how far a proposal is from what the programme takes.
//!
//! A sign, a name, figures, and where there is a limit a bar; the title as it will be composed, cut where it
//! is cut. It stands above the page of the proposal and scrolls with it.

use std::rc::Rc;

use super::Page;
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::problems::{CheckResult, sentence_of, sign};
use crate::check::Severity;
use crate::check::readiness::{Gauge, Readiness};
use crate::check::title::Composed;
use crate::markdown::block::{Block, Inline, Marks, Prose, Run};
use crate::markdown::glyphs::{self, CHECK, FULL, Glyph, RULE};
use crate::model::safe;
use crate::model::{Entry, FieldKind};
use crate::ui::row::{Piece, Role, Row, Tone};
use crate::ui::{prose, text};

/// The columns of a name.
const FACT_NAME: usize = 11;
/// Where what is said about a name begins: behind the sign, the name and a gap.
const VALUE: usize = FACT_NAME + 3;
/// Under this width the composed title begins further left.
const ROOM: usize = 50;
/// Cells of a bar.
const BAR: usize = 20;
/// Where the composed title is cut.
const END: Glyph = glyphs::LINE;

/// The rows of the card, for a width (display cells).
pub(super) fn rows(entry: Entry<'_>, checked: &CheckResult, width: usize) -> Vec<Row> {
    let ready = Readiness::of(entry.listing, entry.proposal, &checked.settings);
    let mut card = Card { width, rows: vec![Row::new("Readiness", Tone::of(Role::Section))] };
    let id = &entry.proposal.id;
    let worst = |field| checked.worst_of_field(id, field);
    if let Some(title) = &ready.title {
        card.title(title, ready.is_entered);
    }
    let description = worst(FieldKind::Description).max(worst(FieldKind::Outcome));
    card.measure("Description", ready.description, "characters", description);
    let named = ready.mentors.most.map_or("named".to_owned(), |most| format!("named (at most {most})"));
    card.measure("Mentors", ready.mentors, &named, worst(FieldKind::Mentors));
    card.fact("Upstream", ready.upstream.unwrap_or("none"), worst(FieldKind::Upstream));
    let found = checked.of_proposal(id).map(|problem| problem.found.severity).max();
    let mut problems = sentence_of(checked.of_proposal(id));
    if found.is_some() {
        problems += &format!(" ({} shows them)", hint(Action::ShowProblems));
    }
    card.fact("Problems", &problems, found);
    card.rows.push(Row::new(RULE.repeat(width), Tone::of(Role::Mark)));
    card.rows.push(Row::default());
    card.rows
}

/// The rows so far.
struct Card {
    width: usize,
    rows: Vec<Row>,
}

impl Card {
    /// `✗ Title      110/100 ━━━━━━━━`, and below it the whole of it with its cut.
    fn title(&mut self, title: &Composed, is_entered: bool) {
        let measure = Gauge { used: title.units, most: Some(title.most) };
        let (what, severity) = match (is_entered, measure.is_over()) {
            (true, _) => ("on LFX already", None),
            (false, true) => ("too long for LFX", Some(Severity::Error)),
            (false, false) => ("characters on LFX", None),
        };
        self.measure("Title", measure, what, severity);
        let indent = if self.width < ROOM { 2 } else { VALUE };
        let runs = composed(title, !is_entered).into_iter().map(Inline::Run).collect();
        let content = Prose { blocks: vec![Block::Paragraph(runs)], links: Vec::new() };
        for mut row in prose::layout(&content, self.width.saturating_sub(indent).max(1)) {
            row.pieces.iter_mut().for_each(|piece| piece.tone.role = Role::Quiet);
            row.pieces.insert(0, Piece::new(" ".repeat(indent), Tone::of(Role::Mark)));
            self.rows.push(row);
        }
    }

    /// A figure with its limit and a bar.
    fn measure(&mut self, name: &str, measure: Gauge, what: &str, worst: Option<Severity>) {
        let worst = if measure.is_over() { worst.max(Some(Severity::Warning)) } else { worst };
        let figures = match measure.most {
            Some(most) => format!("{}/{most}", measure.used),
            None => measure.used.to_string(),
        };
        let bar = measure.most.map(|most| bar(measure.used, most)).unwrap_or_default();
        let whole = format!("{figures:<9} {bar}  {what}");
        let fits = text::width(&whole) + VALUE <= self.width && !bar.is_empty();
        let value = if fits { whole } else { format!("{figures} {what}") };
        self.fact(name, &value, worst);
    }

    /// A sign, a name and what there is to say.
    fn fact(&mut self, name: &str, value: &str, worst: Option<Severity>) {
        let (mark, role) =
            worst.map_or((CHECK.as_str(), Role::Quiet), |worst| (sign(worst), Role::Problem(worst)));
        let room = self.width.saturating_sub(VALUE);
        let pieces = vec![
            Piece::new(format!("{mark} "), Tone::of(role)),
            Piece::new(text::pad(name, FACT_NAME + 1), Tone::of(Role::Label)),
            Piece::new(text::cut(value, room), Tone::default()),
        ];
        self.rows.push(Row { pieces, ..Row::default() });
    }
}

/// `━━━━━━━━━━━━────────`; what is over fills it.
fn bar(used: usize, most: usize) -> String {
    let full = (used * BAR).div_ceil(most.max(1)).min(BAR);
    FULL.repeat(full) + &RULE.repeat(BAR - full)
}

/// The title as it is composed; what does not fit is struck out behind a line.
fn composed(title: &Composed, cuts: bool) -> Vec<Run> {
    let whole = safe(&title.whole);
    let plain = |text: &str| Run { text: text.to_owned(), ..Run::default() };
    let over = title.units.saturating_sub(title.most);
    if over == 0 || !cuts || whole != title.whole {
        return vec![plain(&whole)];
    }
    // Behind the words stands the term, mostly.
    let end = whole[title.start..].rfind(" (").map_or(whole.len(), |at| title.start + at);
    // Counted from the end of the title, in the units that LFX counts.
    let mut left = over;
    let start = whole[..end].char_indices().rev().find_map(|(at, letter)| {
        left = left.saturating_sub(letter.len_utf16());
        (left == 0).then_some(at)
    });
    let start = start.unwrap_or(end).clamp(title.start, end);
    let struck = Marks { strike: true, ..Marks::default() };
    vec![
        plain(&whole[..start]),
        plain(END.as_str()),
        Run { text: whole[start..end].to_owned(), marks: struck, link: None },
        plain(&whole[end..]),
    ]
}

impl Page {
    /// The page with the readiness of its proposal above it.
    pub fn below_readiness(mut self, entry: Entry<'_>, checked: &CheckResult, width: usize) -> Self {
        let card = rows(entry, checked, width.min(super::MEASURE));
        let by = card.len();
        for row in Rc::make_mut(&mut self.sections) {
            *row += by;
        }
        for (_, row) in Rc::make_mut(&mut self.fields) {
            *row += by;
        }
        self.parts.iter_mut().for_each(|(row, _)| *row += by);
        self.rows.splice(0..0, card);
        self.placed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A title of which so many units do not fit.
    fn title(words: &str, over: usize) -> Composed {
        let whole = format!("CNCF - Tide: {words} (2026 Term 3)");
        let units = whole.encode_utf16().count();
        let most = units - over;
        let (start, used) = ("CNCF - Tide: ".len(), words.encode_utf16().count());
        Composed { whole, written: None, start, units, most, budget: 0, used }
    }

    fn shown(title: &Composed) -> String {
        let mark = |run: &Run| if run.marks.strike { format!("~{}~", run.text) } else { run.text.clone() };
        composed(title, true).iter().map(mark).collect()
    }

    #[test]
    fn what_does_not_fit_is_struck_out_and_the_term_stays() {
        let fits = title("Read (the) tides", 0);
        assert_eq!(shown(&fits), fits.whole);
        let long = title("Read tides 😀x", 1);
        assert_eq!(shown(&long), "CNCF - Tide: Read tides 😀│~x~ (2026 Term 3)");
        let longer = title("Read tides 😀x", 2);
        assert_eq!(shown(&longer), "CNCF - Tide: Read tides │~😀x~ (2026 Term 3)", "whole characters only");
    }

    #[test]
    fn a_bar_is_full_when_nothing_more_fits() {
        assert_eq!(bar(0, 100), "─".repeat(BAR));
        assert_eq!(bar(1, 100).matches('━').count(), 1, "what is there is seen");
        assert_eq!(bar(100, 100), "━".repeat(BAR));
        assert_eq!(bar(300, 100), "━".repeat(BAR));
    }
}

//! The form of a list: how it is cut, how its labels look and what they are called, and how its values are written.
//! One list keeps to one form, as people do.

use super::chance::Chance;
use super::style::Style;
use super::words;

/// The subject of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    Mentors,
    Skills,
    Difficulty,
    Size,
    Upstream,
    Outcome,
    Description,
    Other,
}

impl Fact {
    /// Whether an idea is known by it.
    pub(super) fn is_strong(self) -> bool {
        matches!(self, Self::Mentors | Self::Skills | Self::Difficulty | Self::Size)
    }

    /// Its name in a right reading.
    pub(super) fn key(self) -> Option<&'static str> {
        match self {
            Self::Mentors => Some("mentor"),
            Self::Skills => Some("skill"),
            Self::Difficulty => Some("difficulty"),
            Self::Size => Some("size"),
            Self::Upstream => Some("upstream"),
            Self::Outcome | Self::Description | Self::Other => None,
        }
    }
}

/// The part of the document that an idea is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Heading,
    NumberedHeading,
    BoldParagraph,
    Item,
    Row,
    /// A file of a folder.
    File,
    /// The whole document.
    Document,
}

impl Unit {
    pub(super) fn is_heading(self) -> bool {
        matches!(self, Self::Heading | Self::NumberedHeading)
    }

    pub(super) fn is_file(self) -> bool {
        matches!(self, Self::File | Self::Document)
    }
}

/// How people are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum People {
    Name,
    Handle,
    NameLinked,
    NameAndHandle,
    NameAndMail,
    NameMailed,
    NameHandleMail,
    NameAndLinkedHandle,
    NameAndBareHandle,
    NameAndHouse,
}

/// Those by which people are known without a label that says so.
const PLAIN_PEOPLE: &[People] = &[
    People::Handle,
    People::NameLinked,
    People::NameAndHandle,
    People::NameAndMail,
    People::NameMailed,
    People::NameAndLinkedHandle,
];

/// A label of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    pub(super) fact: Fact,
    pub(super) words: &'static str,
}

/// The form of a list.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit that has nothing to do with the others")]
pub(super) struct Form {
    pub(super) unit: Unit,
    pub(super) style: Style,
    /// How many ideas there are.
    pub(super) count: usize,
    /// The level of the headings of ideas, or of what stands for them.
    pub(super) level: usize,
    pub(super) labels: Vec<Label>,
    pub(super) people: People,
    /// Between values on one line.
    pub(super) joint: &'static str,
    /// Whether the last of several people is joined by `and`.
    pub(super) says_and: bool,
    pub(super) lists_skills: bool,
    pub(super) lists_people: bool,
    pub(super) has_phrases: bool,
    pub(super) sizes: &'static [&'static str],
    pub(super) difficulties: &'static [&'static str],
    pub(super) prose_first: bool,
    pub(super) is_chinese: bool,
    /// A fact that stands once for all.
    pub(super) shared: Option<Label>,
    pub(super) has_asides: bool,
    pub(super) has_code: bool,
    /// Whether short values end with a full stop.
    pub(super) has_stops: bool,
}

impl Form {
    pub(super) fn of(chance: &mut Chance) -> Self {
        let unit = chance.pick(&[
            Unit::Heading,
            Unit::Heading,
            Unit::Heading,
            Unit::Heading,
            Unit::NumberedHeading,
            Unit::NumberedHeading,
            Unit::BoldParagraph,
            Unit::Item,
            Unit::Row,
            Unit::File,
            Unit::File,
            Unit::Document,
        ]);
        let is_chinese = !unit.is_file() && chance.is(5);
        let style = Style::of(unit, is_chinese, chance);
        let count = if unit == Unit::Document { 1 } else { chance.between(2, 12) };
        let facts = facts(unit, style, count, chance);
        let may_be_unknown = count > 2 && !matches!(style, Style::Keys | Style::Brackets) || {
            // The header of a table says what its columns are, at least once.
            unit == Unit::Row && count > 2
        };
        // One fact alone is known by its name.
        let is_alone = facts.iter().filter(|fact| fact.is_strong()).count() == 1;
        let share = if may_be_unknown && !is_alone && chance.is(50) { 40 } else { 0 };
        let mut knows_strong = 0;
        let mut is_known = |fact: Fact, chance: &mut Chance| {
            // Titles are told from labels of the same level by the labels that are known.
            let is_known = !chance.is(share) || style == Style::Beside && knows_strong < 2;
            knows_strong += usize::from(fact.is_strong() && is_known);
            is_known
        };
        let facts: Vec<_> = facts.into_iter().map(|fact| (fact, is_known(fact, chance))).collect();
        let tells = |fact| facts.contains(&(fact, true)) || is_chinese;
        let mut labels = Vec::new();
        for &(fact, is_known) in &facts {
            let words = match (is_chinese, is_known) {
                (true, _) => words::chinese(fact),
                (_, true) => words::known(fact),
                _ => words::unknown(fact),
            };
            labels.push(Label { fact, words: chance.pick(words) });
        }
        let people = if is_chinese {
            chance.pick(&[People::Handle, People::NameLinked, People::NameAndHandle, People::NameMailed])
        } else if !facts.contains(&(Fact::Mentors, false)) && chance.is(40) {
            use People::{Name, NameAndBareHandle, NameAndHouse, NameHandleMail};
            chance.pick(&[Name, Name, NameHandleMail, NameAndBareHandle, NameAndHouse])
        } else {
            chance.pick(PLAIN_PEOPLE)
        };
        let is_bracketed = style == Style::Brackets;
        let any_size = tells(Fact::Size) && !is_bracketed && !is_chinese && chance.is(40);
        let any_difficulty = tells(Fact::Difficulty) && !is_bracketed && chance.is(60);
        let container_is_there = !unit.is_file() && !is_chinese && !is_bracketed;
        let is_in_keys = matches!(style, Style::Keys | Style::Brackets | Style::Table | Style::OneRow);
        let strong = labels.iter().filter(|label| label.fact.is_strong()).count();
        let shared = (container_is_there && strong > 2 && chance.is(12)).then(|| {
            let fact = chance.pick(&[Fact::Mentors, Fact::Size]);
            labels.retain(|label| label.fact != fact);
            let words = match fact {
                Fact::Mentors => chance.pick(&["Mentors", "Mentors for all projects", "Project mentors"]),
                _ => chance.pick(&["Duration", "Project size", "Size"]),
            };
            Label { fact, words }
        });
        Self {
            unit,
            style,
            count,
            // A fact that stands once for all stands below a heading above all.
            level: level(unit, style, chance).max(1 + usize::from(shared.is_some())),
            people,
            joint: if is_chinese { "、" } else { chance.pick(&[", ", ", ", ", ", "; "]) },
            says_and: !is_chinese && chance.is(25),
            lists_skills: style.takes_lists() && chance.is(50),
            lists_people: style.takes_lists() && chance.is(25),
            has_phrases: tells(Fact::Skills) && !is_chinese && chance.is(30),
            sizes: match (any_size, is_bracketed) {
                (true, _) => chance.pick(words::SIZES),
                (_, true) => words::PLAIN_SIZES[1],
                _ => chance.pick(words::PLAIN_SIZES),
            },
            difficulties: if is_chinese {
                chance.pick(words::CHINESE_DIFFICULTIES)
            } else if any_difficulty {
                chance.pick(words::DIFFICULTIES)
            } else {
                chance.pick(words::PLAIN_DIFFICULTIES)
            },
            prose_first: style.takes_what_follows() || chance.is(50),
            is_chinese,
            shared,
            has_asides: unit.is_heading() && !style.takes_what_follows() && !is_chinese && chance.is(10),
            has_code: !is_in_keys && chance.is(8),
            has_stops: !is_in_keys && chance.is(8),
            labels,
        }
    }

    pub(super) fn has(&self, fact: Fact) -> bool {
        self.labels.iter().any(|label| label.fact == fact)
    }

    pub(super) fn colon(&self) -> &'static str {
        if self.is_chinese { "：" } else { ":" }
    }
}

/// The facts that the list has of its ideas, in its order.
fn facts(unit: Unit, style: Style, count: usize, chance: &mut Chance) -> Vec<Fact> {
    use Fact::{Description, Difficulty, Mentors, Other, Outcome, Size, Skills, Upstream};
    if style == Style::Brackets {
        return chance.some(&[Difficulty, Size], 2);
    }
    // One fact alone is enough where many ideas have it.
    let is_sparse =
        count > 4 && unit.is_heading() && !matches!(style, Style::Beside | Style::Numbered) && chance.is(8);
    let strong = match unit {
        _ if is_sparse => 1,
        Unit::Document => chance.between(3, 4),
        _ => chance.between(2, 4),
    };
    let mut facts = chance.some(&[Mentors, Skills, Difficulty, Size], strong);
    let weak = if style == Style::Keys { vec![Upstream, Other] } else { vec![Upstream, Outcome, Other] };
    facts.extend(weak.into_iter().filter(|_| !is_sparse && chance.is(35)));
    chance.shuffle(&mut facts);
    // The description stands first, if it has a label.
    if style != Style::Keys && !is_sparse && chance.is(35) {
        facts.insert(0, Description);
    }
    facts
}

fn level(unit: Unit, style: Style, chance: &mut Chance) -> usize {
    match unit {
        Unit::Heading | Unit::NumberedHeading if style == Style::Beside => chance.pick(&[2, 2, 3]),
        Unit::Heading | Unit::NumberedHeading => chance.pick(&[1, 2, 2, 2, 3, 3, 4]),
        Unit::File | Unit::Document => 1,
        Unit::BoldParagraph | Unit::Item | Unit::Row => 3,
    }
}

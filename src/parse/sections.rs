//! Sections: which headings are proposals, which are projects, and what belongs to whom.

use std::collections::{HashMap, HashSet};

use super::fields;
use super::form::Form;
use super::heading_words;
use super::label::Label;
use crate::markdown::outline::{Heading, Outline};

/// A heading that is a proposal.
#[derive(Debug)]
pub(super) struct Section {
    /// The heading, as an index into the outline.
    pub(super) heading: usize,
    /// The heading that holds its title: the same one, unless that only says how hard the idea is.
    pub(super) title: usize,
    /// The first heading after it that does not belong to it.
    pub(super) end: usize,
    /// The labels that open its fields.
    pub(super) labels: Vec<Label>,
    /// The headings above it that name its project, the project first.
    pub(super) path: Vec<usize>,
    /// A heading above it that says how much work it is.
    pub(super) size: Option<usize>,
}

/// The headings of a document, judged.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// The proposals, in document order.
    pub(super) proposals: Vec<Section>,
    /// The headings that say again what the heading right above them says.
    pub(super) repeated: Vec<usize>,
}

/// A heading above others, and what its words say about those.
#[derive(Debug, Clone, Copy)]
struct Above {
    heading: usize,
    is_name: bool,
    is_sample: bool,
    is_size: bool,
}

impl Above {
    fn of(form: &Form<'_>, heading: usize) -> Self {
        let title = &form.outline.headings[heading].title;
        let is_size = heading_words::is_size(title);
        let is_name = form.may_name_project(heading)
            && !title.is_empty()
            && !is_size
            && !heading_words::is_container(title);
        Self { heading, is_name, is_sample: heading_words::is_sample(title), is_size }
    }
}

/// The sections of the ideas of a form.
pub(super) fn read(text: &str, form: &Form<'_>) -> Sections {
    let found = form.units.iter().map(|unit| Section {
        heading: unit.heading,
        title: unit.heading,
        end: unit.end,
        labels: fields::labels_of(text, form, unit.heading..unit.end),
        path: Vec::new(),
        size: None,
    });
    place(form, found.collect())
}

/// Gives each proposal the headings above it; those of a sample are none.
fn place(form: &Form<'_>, found: Vec<Section>) -> Sections {
    let headings = &form.outline.headings;
    let mut sections = Sections::default();
    let mut above: Vec<Above> = Vec::new();
    let title = document_title(headings, &found);
    let mut next = found.into_iter().peekable();
    let mut heading = 0;
    while heading < headings.len() {
        if let Some(mut section) = next.next_if(|section| section.heading == heading) {
            heading = section.end.max(heading + 1);
            let is_sample = heading_words::is_sample(&headings[section.heading].title);
            if !is_sample && !above.iter().any(|above| above.is_sample) {
                section.path = path(headings, section.heading, &above, title);
                if heading_words::is_grade(&headings[section.heading].title)
                    && section.path.len() > 1
                    && let Some(titled) = section.path.pop()
                {
                    section.title = titled;
                }
                section.size = above.iter().rev().find(|above| above.is_size).map(|above| above.heading);
                sections.proposals.push(section);
            }
            continue;
        }
        let before = above.last().map(|above| above.heading);
        let before = before.filter(|&before| repeats(headings, before, heading));
        let is_higher = |above: &Above| headings[above.heading].level < headings[heading].level;
        above.retain(|above| is_higher(above) && Some(above.heading) != before);
        if before.is_some() {
            sections.repeated.push(heading);
        }
        above.push(Above::of(form, before.unwrap_or(heading)));
        heading += 1;
    }
    raise_projects(headings, &mut sections.proposals);
    sections
}

/// Makes headings projects of their own that stand among the ideas of another one, where elsewhere a heading of
/// their level names a project by itself: they stand one level off.
fn raise_projects(headings: &[Heading], proposals: &mut [Section]) {
    let level = |heading: usize| headings[heading].level;
    let mut alone: HashSet<u8> = HashSet::new();
    let mut own: HashSet<(usize, u8)> = HashSet::new();
    for section in proposals.iter() {
        if let [project] = *section.path {
            alone.insert(level(project));
            own.insert((project, level(section.heading)));
        }
    }
    for section in proposals {
        if let [above, project] = *section.path
            && alone.contains(&level(project))
            && own.contains(&(above, level(project)))
        {
            section.path = vec![project];
        }
    }
}

/// The heading that names the document: the first, where no other is as high.
fn document_title(headings: &[Heading], found: &[Section]) -> Option<usize> {
    let is_proposal = |index| found.binary_search_by_key(&index, |section| section.heading).is_ok();
    let first = headings.first().filter(|first| first.level == 1 && !is_proposal(0))?;
    let others = headings.iter().enumerate().skip(1).filter(|(_, other)| other.level <= first.level);
    others.map(|(index, _)| index).all(is_proposal).then_some(0)
}

/// Of the headings above a proposal those that name its project: those that are higher than it; else
/// those that are not, where they have no text of their own (with text they are neighbours); else the
/// document's title, unless that says what the document is.
fn path(headings: &[Heading], proposal: usize, above: &[Above], title: Option<usize>) -> Vec<usize> {
    let level = headings[proposal].level;
    let is_named = |above: &&Above| above.is_name && Some(above.heading) != title;
    let pick = |keep: fn(&Heading, u8) -> bool| -> Vec<usize> {
        let named = above.iter().filter(is_named).map(|above| above.heading);
        named.filter(|&index| keep(&headings[index], level)).collect()
    };
    let higher = pick(|heading, level| heading.level < level);
    if !higher.is_empty() {
        return higher;
    }
    let bare = pick(|heading, _| heading.lines.is_empty());
    if !bare.is_empty() {
        return bare;
    }
    title.into_iter().filter(|&title| heading_words::names_project(&headings[title].title)).collect()
}

/// Whether a heading says the same as the one right above it, with nothing between.
fn repeats(headings: &[Heading], before: usize, heading: usize) -> bool {
    before + 1 == heading
        && headings[before].lines.is_empty()
        && !headings[heading].title.is_empty()
        && headings[before].title.to_lowercase() == headings[heading].title.to_lowercase()
}

/// The headings of proposals that stand at another level than most of their siblings, those below
/// the same headings; where those do not agree, than most with as many headings above them. Where
/// those do not agree either, none is odd.
pub(super) fn at_odd_levels(outline: &Outline<'_>, proposals: &[Section]) -> Vec<usize> {
    let level = |section: &Section| usize::from(outline.headings[section.heading].level);
    let mut siblings: HashMap<&[usize], Levels> = HashMap::new();
    let mut cousins: HashMap<usize, Levels> = HashMap::new();
    for section in proposals {
        siblings.entry(&section.path).or_default().count(level(section));
        cousins.entry(section.path.len()).or_default().count(level(section));
    }
    let is_odd = |section: &&Section| {
        let siblings =
            siblings.get(section.path.as_slice()).filter(|siblings| siblings.all() > 1 && siblings.agree());
        let levels = siblings.or_else(|| cousins.get(&section.path.len()));
        levels.is_some_and(|levels| levels.is_odd(level(section)))
    };
    proposals.iter().filter(is_odd).map(|section| section.heading).collect()
}

/// How many headings stand at each level.
#[derive(Debug, Default)]
struct Levels([usize; 9]);

impl Levels {
    fn count(&mut self, level: usize) {
        self.0[level] += 1;
    }

    fn all(&self) -> usize {
        self.0.iter().sum()
    }

    /// Whether more than half stand at one level.
    fn agree(&self) -> bool {
        self.0.iter().any(|count| count * 2 > self.all())
    }

    /// Whether a level is that of few, where one is that of most.
    fn is_odd(&self, level: usize) -> bool {
        self.0[level] * 2 < self.all() && self.agree()
    }
}

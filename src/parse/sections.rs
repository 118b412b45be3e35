//! Sections: which headings are proposals, which are projects, and what belongs to whom.

use std::collections::HashMap;

use super::fields::{self, Room};
use super::heading_words;
use super::label::Label;
use crate::markdown::outline::{Heading, Outline};

/// So many proposals must stand at the level of one that holds little.
const NEIGHBOURS: usize = 2;

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
    /// It holds too little to be a proposal by itself: prose, and people below it.
    slight: bool,
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
    fn of(headings: &[Heading], heading: usize) -> Self {
        let title = &headings[heading].title;
        let is_size = heading_words::is_size(title);
        let is_name = !title.is_empty() && !is_size && !heading_words::is_container(title);
        Self { heading, is_name, is_sample: heading_words::is_sample(title), is_size }
    }
}

/// Judges the headings of a document.
pub(super) fn read(text: &str, outline: &Outline<'_>) -> Sections {
    let headings = &outline.headings;
    let mut room = Room::default();
    let mut found = find(text, outline, &mut room);
    let mut sections = place(headings, &mut found);
    extend(text, outline, &mut sections.proposals, &mut room);
    sections
}

/// The headings whose own body, with the sub-headings that are labels, holds enough fields.
fn find<'a>(text: &'a str, outline: &'a Outline<'_>, room: &mut Room<'a>) -> Vec<Section> {
    let headings = &outline.headings;
    let is_label: Vec<bool> =
        headings.iter().map(|heading| fields::is_field_heading(&heading.title, room)).collect();
    let mut found = Vec::new();
    let mut heading = 0;
    while heading < headings.len() {
        let level = headings[heading].level;
        let below = headings[heading + 1..].iter().zip(&is_label[heading + 1..]);
        // A label below a label is the heading above's, so a label gathers none.
        let taken = below.take_while(|(below, label)| **label && below.level > level && !is_label[heading]);
        let end = heading + 1 + taken.count();
        let labels = fields::labels_of(text, outline, &headings[heading..end], room);
        let slight = !fields::make_a_proposal(&labels);
        let holds = !slight
            || (!is_label[heading] && fields::describe_and_name(text, &headings[heading], outline, &labels));
        if holds && !heading_words::is_group(&headings[heading].title) {
            found.push(Section {
                heading,
                title: heading,
                end,
                labels,
                path: Vec::new(),
                size: None,
                slight,
            });
            heading = end;
        } else {
            heading += 1;
        }
    }
    drop_lone(headings, &mut found);
    found
}

/// Of the sections that hold little only those are proposals that stand among proposals.
fn drop_lone(headings: &[Heading], found: &mut Vec<Section>) {
    if found.iter().all(|section| !section.slight) {
        return;
    }
    let level = |section: &Section| usize::from(headings[section.heading].level);
    let mut full = [0_usize; 7];
    found.iter().filter(|section| !section.slight).for_each(|section| full[level(section)] += 1);
    found.retain(|section| !section.slight || full[level(section)] >= NEIGHBOURS);
}

/// Gives each proposal the headings above it; those of a sample are none.
fn place(headings: &[Heading], found: &mut Vec<Section>) -> Sections {
    let mut sections = Sections::default();
    let mut above: Vec<Above> = Vec::new();
    let title = document_title(headings, found);
    let mut next = found.drain(..).peekable();
    let mut heading = 0;
    while heading < headings.len() {
        if let Some(mut section) = next.next_if(|section| section.heading == heading) {
            heading = section.end;
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
        above.push(Above::of(headings, before.unwrap_or(heading)));
        heading += 1;
    }
    sections
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
    title.into_iter().filter(|&title| !heading_words::names_a_listing(&headings[title].title)).collect()
}

/// Whether a heading says the same as the one right above it, with nothing between.
fn repeats(headings: &[Heading], before: usize, heading: usize) -> bool {
    before + 1 == heading
        && headings[before].lines.is_empty()
        && !headings[heading].title.is_empty()
        && headings[before].title.to_lowercase() == headings[heading].title.to_lowercase()
}

/// Gives each proposal the deeper headings below it that hold no proposal.
fn extend<'a>(text: &'a str, outline: &'a Outline<'_>, proposals: &mut [Section], room: &mut Room<'a>) {
    let headings = &outline.headings;
    let nexts: Vec<usize> =
        proposals.iter().skip(1).map(|section| section.heading).chain([headings.len()]).collect();
    for (section, next) in proposals.iter_mut().zip(nexts) {
        let end = reach(headings, section, next);
        if end > section.end {
            section.end = end;
            section.labels = fields::labels_of(text, outline, &headings[section.heading..end], room);
        }
    }
}

/// The first heading from the end of a section on that does not belong to it: one that is not
/// deeper, or one that the next proposal stands under.
fn reach(headings: &[Heading], section: &Section, next: usize) -> usize {
    let level = headings[section.heading].level;
    let deeper = headings[section.end..next].iter().take_while(|below| below.level > level).count();
    let end = section.end + deeper;
    let Some(mut shallowest) = headings.get(next).map(|next| next.level) else { return end };
    let mut last = end;
    for index in (section.end..next).rev() {
        if headings[index].level < shallowest {
            last = index;
        }
        shallowest = shallowest.min(headings[index].level);
    }
    end.min(last)
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
struct Levels([usize; 7]);

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

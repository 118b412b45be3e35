//! The shortlist: the proposals that a person keeps, what they note about each, and what they never want to see again.
//!
//! Changes are values with what was there before. So they can be undone, and two programs that change different things
//! of one list lose nothing of each other.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Catalog, Entry, ProposalId, Record, fold};

/// How far somebody is with a proposal.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum ApplicationStatus {
    /// It is one of several.
    #[default]
    Considering,
    /// The application is being written.
    Preparing,
    /// The application is sent.
    Applied,
    /// The application was accepted.
    Accepted,
    /// The application was declined.
    Declined,
    /// The person no longer wants it.
    Withdrawn,
}

impl ApplicationStatus {
    /// Every status, in the order of an application.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, for people and in the file.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The status with a name, in any case; `None` where nothing is called so.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    /// Whether nothing more comes of it.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrawn)
    }

    /// Whether it counts among the applications that a programme limits.
    pub fn takes_slot(self) -> bool {
        matches!(self, Self::Applied | Self::Accepted)
    }
}

/// Something to do before the application is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its words, on one line.
    pub text: String,
    pub is_done: bool,
    /// Whether the listing asks for it; otherwise the person wrote it down.
    pub is_from_listing: bool,
}

/// The key that tells an entry from the others: the identity that its proposal had, and the term.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EntryKey {
    pub id: ProposalId,
    /// The shown name of the term; `None` where the listing told none.
    pub term: Option<String>,
}

impl EntryKey {
    /// The key of a record.
    pub fn of(record: &Record) -> Self {
        Self { id: record.id.clone(), term: record.term.clone() }
    }
}

/// A proposal on the shortlist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortlistEntry {
    /// The proposal as it was when it was put there.
    pub record: Record,
    /// Where its listing was: a path, an address, or a name.
    pub source: String,
    pub status: ApplicationStatus,
    /// The note, of any number of lines; empty for none.
    pub note: String,
    /// The checklist.
    pub tasks: Vec<Task>,
}

impl ShortlistEntry {
    /// An entry of a proposal as it is now, with these prerequisites.
    pub fn of(entry: Entry<'_>, prerequisites: impl IntoIterator<Item = String>) -> Self {
        let task = |text| Task { text, is_done: false, is_from_listing: true };
        Self {
            record: Record::of(entry),
            source: entry.listing.document.origin().to_string(),
            status: ApplicationStatus::default(),
            note: String::new(),
            tasks: prerequisites.into_iter().map(task).collect(),
        }
    }

    pub fn key(&self) -> EntryKey {
        EntryKey::of(&self.record)
    }

    /// The first line of the note that is not empty.
    pub fn first_line(&self) -> &str {
        self.note.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
    }

    /// The programme of its term (`LFX`), for limits; `None` where the term does not name one.
    pub fn programme(&self) -> Option<&str> {
        let term = self.record.term.as_deref()?;
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let year = term.split_whitespace().find(|word| is_year(word))?;
        let programme = term[..term.find(year)?].trim();
        (!programme.is_empty()).then_some(programme)
    }

    /// How many tasks are done.
    pub fn done(&self) -> usize {
        self.tasks.iter().filter(|task| task.is_done).count()
    }
}

/// The place of an entry's proposal by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// It is in the catalog as it was.
    Here,
    /// It is in the catalog under another title.
    Retitled(String),
    /// Its listing is in the catalog, and the proposal is not.
    Gone,
    /// Its listing is not in the catalog.
    Elsewhere,
}

impl Whereabouts {
    /// That of an entry, whose proposal is at this index of a catalog.
    pub fn of(entry: &ShortlistEntry, place: Option<usize>, catalog: &Catalog) -> Self {
        if let Some(found) = place.and_then(|index| catalog.get(index)) {
            let title = &found.proposal.title;
            let is_same = fold::name(title) == fold::name(&entry.record.title);
            return if is_same { Self::Here } else { Self::Retitled(title.clone()) };
        }
        let is_listed = catalog.listings().iter().any(|listing| {
            let term = listing.term.as_ref().map(ToString::to_string);
            let is_term = term.is_some() && term == entry.record.term && !listing.proposals.is_empty();
            is_term || listing.document.origin().to_string() == entry.source
        });
        if is_listed { Self::Gone } else { Self::Elsewhere }
    }

    /// A sentence about it without a full stop; `None` where there is nothing to say.
    pub fn sentence(&self, entry: &ShortlistEntry) -> Option<String> {
        match self {
            Self::Here => None,
            Self::Retitled(title) => Some(format!("now called {title}")),
            Self::Gone => Some("no longer in the listing".to_owned()),
            Self::Elsewhere if entry.source.is_empty() => Some("in another listing".to_owned()),
            Self::Elsewhere => Some(format!("in {}", entry.source)),
        }
    }
}

/// Something that is never listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hidden {
    /// One proposal.
    Proposal(Record),
    /// Every proposal of a project.
    Project(String),
}

impl Hidden {
    /// Whether both hide the same.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Proposal(one), Self::Proposal(other)) => EntryKey::of(one) == EntryKey::of(other),
            (Self::Project(one), Self::Project(other)) => fold::name(one) == fold::name(other),
            _ => false,
        }
    }

    /// The proposals of a catalog that are hidden, as catalog indexes, ascending and each once.
    pub fn places(hidden: &[Self], catalog: &Catalog) -> Vec<usize> {
        let records: Vec<Record> = hidden
            .iter()
            .filter_map(|hidden| match hidden {
                Self::Proposal(record) => Some(record.clone()),
                Self::Project(_) => None,
            })
            .collect();
        let mut places: Vec<usize> =
            super::record::resolve(&records, catalog).into_iter().flatten().collect();
        let projects: std::collections::HashSet<String> = hidden
            .iter()
            .filter_map(|hidden| match hidden {
                Self::Project(name) => Some(fold::name(name)),
                Self::Proposal(_) => None,
            })
            .collect();
        if !projects.is_empty() {
            places.extend(catalog.iter().enumerate().filter_map(|(index, entry)| {
                let project = fold::name(entry.proposal.project.as_deref()?);
                projects.contains(&project).then_some(index)
            }));
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The shortlist of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shortlist {
    /// In the order in which they were added.
    pub entries: Vec<ShortlistEntry>,
    pub hidden: Vec<Hidden>,
}

/// A change of the shortlist, with what was there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShortlistChange {
    /// An entry is added (`before` is `None`), taken away (`after` is `None`), or changed.
    Entry { before: Option<Box<ShortlistEntry>>, after: Option<Box<ShortlistEntry>> },
    /// Something is hidden.
    Hide(Hidden),
    /// Something is shown again.
    Unhide(Hidden),
}

impl ShortlistChange {
    /// That an entry is added.
    pub fn add(entry: ShortlistEntry) -> Self {
        Self::Entry { before: None, after: Some(Box::new(entry)) }
    }

    /// That an entry is taken away.
    pub fn remove(entry: ShortlistEntry) -> Self {
        Self::Entry { before: Some(Box::new(entry)), after: None }
    }

    /// That an entry becomes another one with the same key.
    pub fn edit(before: ShortlistEntry, after: ShortlistEntry) -> Self {
        Self::Entry { before: Some(Box::new(before)), after: Some(Box::new(after)) }
    }

    /// The change that takes this one back.
    pub fn reversed(self) -> Self {
        match self {
            Self::Entry { before, after } => Self::Entry { before: after, after: before },
            Self::Hide(hidden) => Self::Unhide(hidden),
            Self::Unhide(hidden) => Self::Hide(hidden),
        }
    }
}

impl Shortlist {
    /// The place of an entry.
    pub fn position(&self, key: &EntryKey) -> Option<usize> {
        self.entries.iter().position(|entry| entry.record.id == key.id && entry.record.term == key.term)
    }

    /// The entry with a key.
    pub fn get(&self, key: &EntryKey) -> Option<&ShortlistEntry> {
        self.position(key).map(|at| &self.entries[at])
    }

    /// The number of applications that count among those of an entry's term, that entry left out.
    pub fn applications_beside(&self, entry: &ShortlistEntry) -> usize {
        let key = entry.key();
        let is_counted = |other: &&ShortlistEntry| {
            other.status.takes_slot() && other.record.term == entry.record.term && other.key() != key
        };
        self.entries.iter().filter(is_counted).count()
    }

    /// Makes a change. Of an entry that another program changed meanwhile, only what this change is about is changed;
    /// and it is not taken away.
    pub fn apply(&mut self, change: &ShortlistChange) {
        match change {
            ShortlistChange::Entry { before, after } => self.apply_entry(before.as_deref(), after.as_deref()),
            ShortlistChange::Hide(hidden) => {
                if !self.hidden.iter().any(|known| known.is(hidden)) {
                    self.hidden.push(hidden.clone());
                }
            }
            ShortlistChange::Unhide(hidden) => self.hidden.retain(|known| !known.is(hidden)),
        }
    }

    fn apply_entry(&mut self, before: Option<&ShortlistEntry>, after: Option<&ShortlistEntry>) {
        let Some(key) = before.or(after).map(ShortlistEntry::key) else { return };
        let place = self.position(&key);
        match (place, before, after) {
            (None, _, Some(after)) => self.entries.push(after.clone()),
            (Some(place), Some(before), None) => {
                if self.entries[place] == *before {
                    self.entries.remove(place);
                }
            }
            (Some(place), Some(before), Some(after)) => {
                let entry = &mut self.entries[place];
                if before.record != after.record {
                    entry.record.clone_from(&after.record);
                }
                if before.source != after.source {
                    entry.source.clone_from(&after.source);
                }
                if before.status != after.status {
                    entry.status = after.status;
                }
                if before.note != after.note {
                    entry.note.clone_from(&after.note);
                }
                if before.tasks != after.tasks {
                    entry.tasks.clone_from(&after.tasks);
                }
            }
            // It is there already: another program was first. Or it is gone already.
            (Some(_), None, _) | (None, _, None) => {}
        }
    }
}

#[cfg(test)]
mod tests;

//! Right readings beside listings, in a form that is quick to write and to read, and their comparison with what the
//! program reads.
//!
//! ```text
//! file: dyes.md                           of a folder: where the proposal stands
//! title: A dye calculator                 as a person would call the idea; `a | b`: either is right
//! project: -                              `-`: nothing must be read
//! mentor: Nell Quarry @nell <n@e.org>     what is not written must not be read; a line each
//! mentor: Otis Fen *                      the rest is not settled; `*` alone is somebody
//! mentor: @petra                          the name is not settled
//! skill: Haskell [required]               in order; a level only where it matters
//! difficulty: Medium
//! size: 350 hours
//! upstream: https://example.org/issues/7
//! level: medium to hard                   how hard it is by the words, whatever they are
//! hours: 175                              how much work it is by the words
//! tag: kubernetes [nice-to-have]          the skills by their one names, in any order
//! ```
//!
//! A key that is not there is not settled. An empty line ends a proposal; a file that says `nothing` is of a
//! document in which nothing must be found.

use std::fmt::{self, Display, Write as _};
use std::path::Path;

use mentor_tui::loading::{Folders, Loading, Taken, read_all, read_one};
use mentor_tui::model::{Catalog, Entry, Extent, Mentor};
use mentor_tui::search::skills;
use mentor_tui::source::{FetchSettings, Plan};

/// The content of a file for a document in which nothing must be found.
const NOTHING: &str = "nothing";
/// Nothing must be read for a key.
pub(super) const NONE: &str = "-";
/// Between texts of which either is right.
const EITHER: &str = " | ";
/// The rest of a mentor is not settled.
const OPEN: &str = "*";

/// The parts that are compared, by their names in the files.
const KEYS: [&str; 9] =
    ["project", "mentor", "skill", "difficulty", "size", "upstream", "level", "hours", "tag"];

/// The right reading of a proposal.
#[derive(Debug, Clone, Default)]
pub(super) struct Truth {
    pub(super) title: String,
    /// The end of the path of its file.
    pub(super) file: Option<String>,
    /// The values that are settled, by key, in the order written.
    pub(super) facts: Vec<(&'static str, Vec<String>)>,
}

impl Truth {
    pub(super) fn of(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Settles a key; without values nothing must be read.
    pub(super) fn settle(&mut self, key: &'static str, values: Vec<String>) {
        self.facts.push((key, values));
    }

    /// The proposals of a file, or a sentence about the first line that says nothing.
    pub(super) fn read_all(text: &str) -> Result<Vec<Self>, String> {
        if text.trim() == NOTHING {
            return Ok(Vec::new());
        }
        text.split("\n\n").filter(|part| !part.trim().is_empty()).map(Self::read).collect()
    }

    fn read(part: &str) -> Result<Self, String> {
        let mut truth = Self::default();
        for line in part.lines().filter(|line| !line.trim().is_empty()) {
            let (key, value) = line.split_once(':').ok_or_else(|| format!("{line:?} has no colon"))?;
            let value = value.trim();
            match key {
                "title" => value.clone_into(&mut truth.title),
                "file" => truth.file = Some(value.to_owned()),
                _ => {
                    let key = KEYS.into_iter().find(|known| *known == key);
                    truth.add(key.ok_or_else(|| format!("{line:?} has no known key"))?, value);
                }
            }
        }
        if truth.title.is_empty() { Err(format!("{part:?} has no title")) } else { Ok(truth) }
    }

    fn add(&mut self, key: &'static str, value: &str) {
        let values: Vec<String> = (value != NONE).then(|| value.to_owned()).into_iter().collect();
        match self.facts.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.extend(values),
            None => self.facts.push((key, values)),
        }
    }

    fn is_about(&self, found: &Found) -> bool {
        self.title.split(EITHER).any(|title| fold(title) == fold(&found.title))
            && self.file.as_deref().is_none_or(|file| found.source.ends_with(file))
    }
}

/// A proposal as the program reads it.
#[derive(Debug)]
pub(super) struct Found {
    title: String,
    source: String,
    project: Option<String>,
    mentors: Vec<Mentor>,
    /// Each with its level.
    skills: Vec<(String, Option<&'static str>)>,
    tags: Vec<(String, Option<&'static str>)>,
    difficulty: Option<String>,
    size: Option<String>,
    upstream: Vec<String>,
    level: Option<String>,
    hours: Option<String>,
}

impl Found {
    pub(super) fn of(entry: Entry<'_>) -> Self {
        let proposal = entry.proposal;
        let tags = skills::wanted(&proposal.skills).into_iter();
        Self {
            title: proposal.title.clone(),
            source: entry.listing.document.origin().to_string(),
            project: proposal.project.clone(),
            mentors: proposal.mentors.clone(),
            skills: proposal.skills.iter().map(|skill| (skill.text.clone(), skill.level.name())).collect(),
            tags: tags.map(|tag| (tag.tag.name().to_owned(), tag.level.name())).collect(),
            difficulty: proposal.difficulty.clone(),
            size: proposal.size.clone(),
            upstream: proposal.upstream.iter().map(|link| link.url.clone()).collect(),
            level: proposal.difficulty_level().map(|level| extent(level, |level| level.name().to_owned())),
            hours: proposal.effort().hours.map(|hours| extent(hours, |hours| hours.to_string())),
        }
    }

    /// Whether a fact of the truth was read.
    fn has(&self, key: &str, want: &[String]) -> bool {
        match key {
            "project" => is_same(want, self.project.as_deref()),
            "difficulty" => is_same(want, self.difficulty.as_deref()),
            "size" => is_same(want, self.size.as_deref()),
            "level" => is_same(want, self.level.as_deref()),
            "hours" => is_same(want, self.hours.as_deref()),
            "mentor" => self.has_mentors(want),
            "skill" => {
                want.len() == self.skills.len()
                    && want.iter().zip(&self.skills).all(|(want, got)| is_skill(want, got))
            }
            "tag" => {
                want.len() == self.tags.len()
                    && want.iter().all(|want| self.tags.iter().any(|got| is_skill(want, got)))
            }
            "upstream" => {
                let url = |url: &String| url.trim_end_matches('/').to_owned();
                want.iter().map(url).eq(self.upstream.iter().map(url))
            }
            _ => false,
        }
    }

    /// The same people in any order, nobody else.
    fn has_mentors(&self, want: &[String]) -> bool {
        let mut rest: Vec<&Mentor> = self.mentors.iter().collect();
        // Somebody may be anybody: who is settled comes first.
        let (open, settled): (Vec<_>, Vec<_>) = want.iter().partition(|want| *want == OPEN);
        let all = settled.into_iter().chain(open).all(|want| {
            let person = Person::read(want);
            let hit = rest.iter().position(|got| person.is(got));
            hit.map(|at| rest.swap_remove(at)).is_some()
        });
        all && rest.is_empty()
    }

    /// The values of a key, as a file says them.
    fn says(&self, key: &str) -> Vec<String> {
        let skill = |(text, level): &(String, Option<&str>)| match level {
            Some(level) => format!("{text} [{level}]"),
            None => text.clone(),
        };
        let one = |text: &Option<String>| text.iter().cloned().collect();
        match key {
            "project" => one(&self.project),
            "difficulty" => one(&self.difficulty),
            "size" => one(&self.size),
            "level" => one(&self.level),
            "hours" => one(&self.hours),
            "mentor" => self.mentors.iter().map(|mentor| Person::of(mentor).to_string()).collect(),
            "skill" => self.skills.iter().map(skill).collect(),
            "tag" => self.tags.iter().map(skill).collect(),
            _ => self.upstream.clone(),
        }
    }
}

fn extent<T: Copy + PartialEq>(extent: Extent<T>, name: impl Fn(T) -> String) -> String {
    let Extent { least, most } = extent;
    if least == most { name(least) } else { format!("{} to {}", name(least), name(most)) }
}

fn is_same(want: &[String], got: Option<&str>) -> bool {
    match want {
        [] => got.is_none(),
        [want] => got.is_some_and(|got| want.split(EITHER).any(|want| fold(want) == fold(got))),
        _ => false,
    }
}

fn is_skill(want: &str, (got, level): &(String, Option<&str>)) -> bool {
    let named = |text: &str| match text.strip_suffix(']').and_then(|text| text.rsplit_once(" [")) {
        Some((text, want)) if ["required", "nice-to-have", "will-learn"].contains(&want) => {
            fold(text) == fold(got) && *level == Some(want)
        }
        _ => fold(text) == fold(got),
    };
    want.split(EITHER).any(named)
}

/// A mentor as the truth names them.
#[derive(Debug)]
pub(super) struct Person {
    /// Names of which either is right; none where it is not settled.
    pub(super) names: Vec<String>,
    pub(super) github: Option<String>,
    pub(super) email: Option<String>,
    /// Whether more may be read than is said.
    pub(super) is_open: bool,
}

impl Person {
    pub(super) fn read(text: &str) -> Self {
        let (mut rest, is_open) = match text.strip_suffix(OPEN) {
            Some(rest) => (rest.trim(), true),
            None => (text.trim(), false),
        };
        let (mut github, mut email) = (None, None);
        if let Some((before, mail)) = rest.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
            (rest, email) = (before.trim(), Some(mail.to_owned()));
        }
        if let Some(at) = rest.rfind('@').filter(|&at| at == 0 || rest[..at].ends_with(' ')) {
            (github, rest) = (Some(rest[at + 1..].to_owned()), rest[..at].trim());
        }
        let names = rest.split(EITHER).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        Self { names, github, email, is_open }
    }

    fn of(mentor: &Mentor) -> Self {
        let Mentor { name, github, email, .. } = mentor.clone();
        Self { names: vec![name], github, email, is_open: false }
    }

    fn is(&self, got: &Mentor) -> bool {
        let is_named = self.names.is_empty() || self.names.iter().any(|name| fold(name) == fold(&got.name));
        let same = |want: &Option<String>, got: &Option<String>| {
            want.as_deref().map(str::to_lowercase) == got.as_deref().map(str::to_lowercase)
                || self.is_open && want.is_none()
        };
        is_named && same(&self.github, &got.github) && same(&self.email, &got.email)
    }
}

impl Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.names.join(EITHER))?;
        self.github.iter().try_for_each(|github| write!(f, " @{github}"))?;
        self.email.iter().try_for_each(|email| write!(f, " <{email}>"))
    }
}

/// The text without typography: one space, no case, no full stop at the end, no marks of emphasis.
fn fold(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '*' | '_' | '`')).collect();
    let words: Vec<_> = plain.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', '。']).to_lowercase()
}

/// How a reading compares to the truth.
#[derive(Debug, Default)]
pub(super) struct Score {
    pub(super) wanted: usize,
    pub(super) found: usize,
    pub(super) extra: usize,
    /// The fields that the document has, and how many of them are read right.
    pub(super) said: usize,
    pub(super) said_right: usize,
    /// The fields that the document has not, and for how many of them nothing is read.
    pub(super) unsaid: usize,
    pub(super) unsaid_right: usize,
    /// A line for each difference.
    pub(super) differences: String,
}

impl Score {
    pub(super) fn of(want: &[Truth], got: &[Found]) -> Self {
        let mut score = Self { wanted: want.len(), ..Self::default() };
        let mut rest: Vec<&Found> = got.iter().collect();
        for truth in want {
            let hit = rest.iter().position(|found| truth.is_about(found)).map(|at| rest.remove(at));
            score.found += usize::from(hit.is_some());
            if hit.is_none() {
                score.differ(format_args!("lost: {}", truth.title));
            }
            for (key, values) in &truth.facts {
                let is_right = hit.is_some_and(|found| found.has(key, values));
                let (all, right) = match values[..] {
                    [] => (&mut score.unsaid, &mut score.unsaid_right),
                    _ => (&mut score.said, &mut score.said_right),
                };
                *all += 1;
                *right += usize::from(is_right);
                if let Some(found) = hit.filter(|_| !is_right) {
                    let (want, got) = (shown(values), shown(&found.says(key)));
                    score.differ(format_args!("{}: {key}: {want}, not {got}", truth.title));
                }
            }
        }
        score.extra = rest.len();
        for found in rest {
            score.differ(format_args!("extra: {}", found.title));
        }
        score
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.wanted += other.wanted;
        self.found += other.found;
        self.extra += other.extra;
        self.said += other.said;
        self.said_right += other.said_right;
        self.unsaid += other.unsaid;
        self.unsaid_right += other.unsaid_right;
    }

    fn differ(&mut self, what: fmt::Arguments<'_>) {
        writeln!(self.differences, "    {what}").unwrap();
    }
}

fn shown(values: &[String]) -> String {
    if values.is_empty() { "nothing".to_owned() } else { format!("{:?}", values.join("; ")) }
}

/// The proposals of a file or a folder, read as `list --format json` reads them.
pub(super) fn read(path: &Path) -> Catalog {
    let mut loading = Loading::new(Plan::of(&[path.to_owned()]));
    let mut outcomes = Vec::new();
    let settings = FetchSettings::default();
    let origins = loading.origins();
    let folders = Folders::of(&origins, &settings);
    let read = |origin: &_| read_one(origin, &settings, &folders);
    read_all(&origins, read, |at, outcome| outcomes.push((at, outcome)));
    outcomes.sort_by_key(|(at, _)| *at);
    let mut catalog = Catalog::default();
    for (at, outcome) in outcomes {
        if let Taken::Listings { listings, .. } = loading.take(at, outcome) {
            for listing in listings {
                catalog.push(listing);
            }
        }
    }
    catalog
}

pub(super) fn found(catalog: &Catalog) -> Vec<Found> {
    catalog.iter().map(Found::of).collect()
}

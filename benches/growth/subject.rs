//! A listing at one size: as files, and as what was read from them.

use std::ffi::OsString;
use std::path::PathBuf;
use std::{fs, io};

use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;

use crate::clock;

/// An operation on a subject.
pub(crate) type Run = Box<dyn Fn(&Subject) -> Cost>;

/// Makes the texts of the documents with so many repetitions.
pub(crate) type Make = fn(usize) -> Vec<String>;

/// Makes a query with so many repetitions.
pub(crate) type Query = fn(usize) -> String;

/// A kind of repetition.
#[derive(Clone, Copy)]
pub(crate) struct Repetition {
    /// The part that is repeated.
    pub(crate) name: &'static str,
    /// How often, at the smaller size.
    pub(crate) count: usize,
    pub(crate) make: Make,
    /// Where it is the query that grows: makes it.
    pub(crate) query: Option<Query>,
}

impl Repetition {
    pub(crate) const fn new(name: &'static str, count: usize, make: Make) -> Self {
        Self { name, count, make, query: None }
    }

    /// Whether an operation depends on what is repeated.
    pub(crate) fn takes(&self, operation: &str) -> bool {
        self.query.is_none() || operation.starts_with("query")
    }
}

/// The cost of a run of an operation.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// CPU time.
    pub(crate) seconds: f64,
    /// Its output.
    pub(crate) bytes: f64,
}

impl Cost {
    /// Carries some work out that gives the number of bytes it wrote.
    pub(crate) fn of(work: impl FnOnce() -> usize) -> Self {
        let start = clock::now();
        let bytes = work();
        Self { seconds: clock::now().saturating_sub(start).as_secs_f64(), bytes: bytes as f64 }
    }

    /// The one that took less time.
    pub(crate) fn min(self, other: Self) -> Self {
        if other.seconds < self.seconds { other } else { self }
    }
}

/// A listing at one size.
pub(crate) struct Subject {
    pub(crate) texts: Vec<String>,
    pub(crate) catalog: Catalog,
    pub(crate) query: String,
    /// Where the texts stand.
    pub(crate) paths: Vec<PathBuf>,
    folder: tempfile::TempDir,
    size: f64,
}

impl Subject {
    pub(crate) fn new(repetition: &Repetition, factor: usize) -> io::Result<Self> {
        let count = repetition.count * factor;
        let (texts, query) = match repetition.query {
            None => ((repetition.make)(count), "mend -xyzzy skill:go".to_owned()),
            Some(query) => ((repetition.make)(repetition.count), query(count)),
        };
        let folder = tempfile::tempdir()?;
        let ending = |text: &str| if text.starts_with('{') { "json" } else { "md" };
        let path = |(at, text): (usize, &String)| folder.path().join(format!("{at:05}.{}", ending(text)));
        let paths: Vec<PathBuf> = texts.iter().enumerate().map(path).collect();
        let bytes = texts.iter().map(String::len).sum::<usize>();
        let size = if repetition.query.is_some() { query.len() } else { bytes };
        let mut subject =
            Self { texts, catalog: Catalog::default(), query, paths, folder, size: size as f64 };
        subject.write()?;
        subject.catalog = Catalog::new(subject.listings());
        Ok(subject)
    }

    /// Writes the texts to their files again: an operation may have changed them.
    pub(crate) fn write(&self) -> io::Result<()> {
        self.paths.iter().zip(&self.texts).try_for_each(|(path, text)| fs::write(path, text))
    }

    /// Reads the texts.
    pub(crate) fn listings(&self) -> Vec<mentor_tui::model::Listing> {
        let document =
            |(path, text): (&PathBuf, &String)| Document::new(Origin::File(path.clone()), text.as_str());
        self.paths.iter().zip(&self.texts).map(document).map(parse::listing).collect()
    }

    /// The argument of the command line: the file, or the folder of several.
    pub(crate) fn path(&self) -> OsString {
        match self.paths.as_slice() {
            [path] => path.clone().into_os_string(),
            _ => self.folder.path().as_os_str().to_owned(),
        }
    }

    /// The bytes of what grows.
    pub(crate) fn size(&self) -> f64 {
        self.size
    }
}

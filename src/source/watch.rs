//! Watching files and directories for changes.
//!
//! Editors write a new file and rename it over the old one, so the directories are watched, not the
//! files; and of a directory that was searched, every one that the search looked into. Several events in a row are one change. At rest nothing runs: the thread waits in its
//! queue, and only while a burst lasts does it look at the clock.

#![expect(clippy::disallowed_methods, reason = "a burst that does not end must not be waited for")]

mod symlinks;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::{discover, ignore_rules};

/// This long without an event ends a burst.
const QUIET: Duration = Duration::from_millis(60);

/// A burst that goes on and on is reported after this time.
const PATIENCE: Duration = Duration::from_millis(400);

/// Something that may have changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Change {
    /// A file, by its path as given: it was changed, removed, or is back.
    File(PathBuf),
    /// The listings that a search finds in a directory, by its path as given. A change to a file that is watched by
    /// itself is reported as [`Change::File`] alone.
    Directory(PathBuf),
}

impl Change {
    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Directory(path) => path,
        }
    }
}

/// Watches files and directories until the last of its clones is dropped.
#[derive(Debug, Clone)]
#[must_use = "dropping it ends the watch"]
pub struct Watcher {
    /// The thread holds only a weak one: with the last strong one the watch ends, and with it the
    /// queue that the thread waits in.
    watched: Arc<Mutex<Watched>>,
}

impl Watcher {
    /// Watches the files and directories in `of`, and calls `changed` with their changes: once for each burst of events,
    /// on a thread of its own. Neither a file nor its directory need exist, but the parent of that must. A path through
    /// symbolic links changes when one of them or the target does. In a directory, the entries that a search for
    /// listings leaves out are not watched. A reported change may have left everything as it was. No change is missed,
    /// unless a folder further above than that of a file is replaced.
    ///
    /// # Errors
    ///
    /// When nothing can be watched: no such directory, a file system that reports no changes, too
    /// many watches.
    pub fn new(of: Vec<Change>, changed: impl Fn(Change) + Send + 'static) -> io::Result<Self> {
        let (sender, queue) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if let Some(signal) = signal(event) {
                // The thread may have ended already.
                let _ = sender.send(signal);
            }
        })
        .map_err(into_io)?;
        // It has dropped the other end where it got no thread, and would panic at the next call.
        if matches!(queue.try_recv(), Err(TryRecvError::Disconnected)) {
            return Err(io::Error::other("the system starts no thread for that"));
        }
        let watched = Arc::new(Mutex::new(Watched::new(watcher, of)?));
        let weak = Arc::downgrade(&watched);
        thread::Builder::new().name("watch".to_owned()).spawn(move || attend(&queue, &weak, &changed))?;
        Ok(Self { watched })
    }

    /// Watches more. May have to wait until a directory is gone through.
    ///
    /// # Errors
    ///
    /// When nothing can be watched any more.
    pub fn add(&self, of: Vec<Change>) -> io::Result<()> {
        let mut watched = self.watched.lock().unwrap_or_else(PoisonError::into_inner);
        watched.changes.extend(of);
        watched.arm()
    }
}

/// An event of the operating system.
enum Signal {
    /// Something happened to these directory entries.
    Touched(Vec<PathBuf>),
    /// It lost count: anything may have happened.
    Lost,
}

/// The signal in an event; `None` if a file was only read, as this program does itself.
fn signal(event: notify::Result<notify::Event>) -> Option<Signal> {
    match event {
        Ok(event) if event.need_rescan() => Some(Signal::Lost),
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => None,
        Ok(event) => Some(Signal::Touched(event.paths)),
        Err(_) => Some(Signal::Lost),
    }
}

/// Waits for bursts and reports them, until the watch has ended.
fn attend(queue: &Receiver<Signal>, watched: &Weak<Mutex<Watched>>, changed: &impl Fn(Change)) {
    while let Ok(signal) = queue.recv() {
        let Some(mut touched) = meaning(&signal, watched) else { return };
        if touched.is_empty() {
            continue;
        }
        let end = Instant::now() + PATIENCE;
        // That the watch has ended ends the burst, too; it is seen below.
        while Instant::now() < end
            && let Ok(signal) = queue.recv_timeout(QUIET)
        {
            touched.extend(meaning(&signal, watched).unwrap_or_default());
        }
        let Some(watched) = watched.upgrade() else { return };
        let changes = {
            let mut watched = watched.lock().unwrap_or_else(PoisonError::into_inner);
            let changes: Vec<_> = touched.into_iter().map(|at| watched.changes[at].clone()).collect();
            let other_folders = changes.iter().any(|change| matches!(change, Change::Directory(_)));
            // A link may lead elsewhere now. What cannot be watched now is tried again after the
            // next change.
            let _ = if other_folders { watched.survey() } else { watched.arm() };
            changes
        };
        drop(watched);
        changes.into_iter().for_each(changed);
    }
}

/// The places in the list of changes that a signal is about; `None` when the watch has ended.
fn meaning(signal: &Signal, watched: &Weak<Mutex<Watched>>) -> Option<BTreeSet<usize>> {
    let watched = watched.upgrade()?;
    let mut watched = watched.lock().unwrap_or_else(PoisonError::into_inner);
    Some(match signal {
        Signal::Lost => (0..watched.changes.len()).collect(),
        Signal::Touched(entries) => entries.iter().flat_map(|entry| watched.touched(entry)).collect(),
    })
}

/// The current set of watched paths.
#[derive(Debug)]
struct Watched {
    watcher: RecommendedWatcher,
    /// As given.
    changes: Vec<Change>,
    /// The directory entries that decide what each path leads to: their places in `changes`.
    entries: HashMap<PathBuf, Vec<usize>>,
    /// The real paths of the directories that a search of each directory looks into: the places of
    /// those in `changes`.
    folders: HashMap<PathBuf, Vec<usize>>,
    /// The directories that the system watches: the folders, and what the entries lie in.
    directories: HashSet<PathBuf>,
}

impl Watched {
    fn new(watcher: RecommendedWatcher, changes: Vec<Change>) -> io::Result<Self> {
        let (entries, folders, directories) = <_>::default();
        let mut watched = Self { watcher, changes, entries, folders, directories };
        watched.survey()?;
        Ok(watched)
    }

    /// The places of the changes that an entry decides.
    fn touched(&mut self, entry: &Path) -> Vec<usize> {
        // A directory of that name may be another one now, which is not watched yet.
        self.directories.remove(entry);
        let mut touched = self.entries.get(entry).cloned().unwrap_or_default();
        let folder = entry.parent().and_then(|parent| self.folders.get(parent));
        if let Some(searches) = folder.filter(|_| self.may_be_found(entry)) {
            touched.extend(searches);
        }
        touched
    }

    /// Whether a search may find something else, now that something happened to this entry.
    fn may_be_found(&self, entry: &Path) -> bool {
        let is_hidden = entry.file_name().is_some_and(ignore_rules::is_hidden);
        self.folders.contains_key(entry)
            || (discover::matters(entry) && !self.entries.contains_key(entry))
            || (!is_hidden && entry.is_dir() && !entry.is_symlink())
    }

    /// Walks through the directories anew, then does as [`Self::arm`]. No event reports entries that are made in a new
    /// directory before it is watched, so after a new directory all are walked through once more.
    fn survey(&mut self) -> io::Result<()> {
        loop {
            self.folders.clear();
            for (at, change) in self.changes.iter().enumerate() {
                let Change::Directory(path) = change else { continue };
                for folder in discover::folders(path) {
                    self.folders.entry(folder).or_default().push(at);
                }
            }
            let are_watched = self.folders.keys().all(|folder| self.directories.contains(folder));
            let armed = self.arm();
            let all = self.folders.keys().all(|folder| self.directories.contains(folder));
            // Where a folder cannot be watched, the next look would be no better.
            if are_watched || !all {
                return armed;
            }
        }
    }

    /// Follows every path anew and watches the directories on its way, and the folders, and no
    /// others. Fails when none can be watched.
    fn arm(&mut self) -> io::Result<()> {
        self.entries.clear();
        for (at, change) in self.changes.iter().enumerate() {
            for entry in symlinks::of(change.path()) {
                self.entries.entry(entry).or_default().push(at);
            }
        }
        let parents = self.entries.keys().filter_map(|entry| entry.parent());
        let wanted: HashSet<PathBuf> =
            parents.chain(self.folders.keys().map(PathBuf::as_path)).map(Path::to_owned).collect();
        for gone in self.directories.difference(&wanted) {
            // It may not exist any more.
            let _ = self.watcher.unwatch(gone);
        }
        self.directories.retain(|directory| wanted.contains(directory));
        let mut failure = None;
        for directory in wanted {
            if self.directories.contains(&directory) {
                continue;
            }
            match self.watcher.watch(&directory, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    self.directories.insert(directory);
                }
                Err(error) => failure = Some(into_io(error)),
            }
        }
        failure.filter(|_| self.directories.is_empty()).map_or(Ok(()), Err)
    }
}

fn into_io(error: notify::Error) -> io::Error {
    match error.kind {
        notify::ErrorKind::Io(error) => error,
        notify::ErrorKind::PathNotFound => io::ErrorKind::NotFound.into(),
        notify::ErrorKind::MaxFilesWatch => io::Error::other("the system allows no more watches"),
        _ => io::Error::other(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files that are reported after signals that come at once, about two files.
    fn told(signals: impl FnOnce(&[PathBuf; 2]) -> Vec<Signal>) -> Vec<PathBuf> {
        let room = tempfile::tempdir().unwrap();
        let real = room.path().canonicalize().unwrap();
        let paths = ["a.md", "b.md"].map(|name| real.join(name));
        let watcher = notify::recommended_watcher(|_| {}).unwrap();
        let changes = paths.clone().map(Change::File).to_vec();
        let watched = Arc::new(Mutex::new(Watched::new(watcher, changes).unwrap()));
        let (sender, queue) = mpsc::channel();
        for signal in signals(&paths) {
            sender.send(signal).unwrap();
        }
        drop(sender);
        let told = Mutex::new(Vec::new());
        attend(&queue, &Arc::downgrade(&watched), &|change: Change| {
            told.lock().unwrap().push(change.path().strip_prefix(&real).unwrap().to_owned());
        });
        told.into_inner().unwrap()
    }

    #[test]
    fn a_burst_is_told_once_for_each_file() {
        let touched = |path: &PathBuf| Signal::Touched(vec![path.clone()]);
        let one = told(|[a, _]| vec![touched(a), touched(a), touched(a)]);
        assert_eq!(one, [Path::new("a.md")]);
        let both = told(|[a, b]| vec![touched(b), touched(a), touched(b)]);
        assert_eq!(both, [Path::new("a.md"), Path::new("b.md")]);
        assert!(told(|[a, _]| vec![touched(&a.with_extension("new"))]).is_empty());
    }

    #[test]
    fn when_the_system_lost_count_everything_may_have_changed() {
        assert_eq!(told(|_| vec![Signal::Lost]).len(), 2);
        assert!(matches!(signal(Err(notify::Error::generic("lost"))), Some(Signal::Lost)));
    }
}

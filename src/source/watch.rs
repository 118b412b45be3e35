//! Watching: told when files change on disk, however they are changed.
//!
//! Editors write a new file and rename it over the old one, so the directories are watched, not the
//! files. Several events in a row are one change. At rest nothing runs: the thread waits in its
//! queue, and only while a burst lasts does it look at the clock.

#![expect(clippy::disallowed_methods, reason = "a burst that does not end must not be waited for")]

mod trail;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// So long without an event ends a burst.
const QUIET: Duration = Duration::from_millis(60);

/// A burst that goes on and on is told after so long.
const PATIENCE: Duration = Duration::from_millis(400);

/// Watches files until it is dropped.
#[derive(Debug)]
#[must_use = "dropping it ends the watch"]
pub struct Watcher {
    /// The thread holds only a weak one: with the last strong one the watch ends, and with it the
    /// queue that the thread waits in.
    _watched: Arc<Mutex<Watched>>,
}

impl Watcher {
    /// Watches files, which need not exist (nor need their directory, but what that lies in), and calls `changed`
    /// with the path as given: once for each burst of events, on a thread of its own. A path that
    /// is or passes through a symbolic link changes when the link or its target does. A change may
    /// be told that left the text as it was; none stays untold, except where more is replaced than
    /// the directory that a file lies in.
    ///
    /// # Errors
    ///
    /// When nothing can be watched: no such directory, a file system that tells no changes, too
    /// many watches.
    pub fn new(paths: &[PathBuf], changed: impl Fn(PathBuf) + Send + 'static) -> io::Result<Self> {
        let (sender, queue) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            if let Some(signal) = signal(event) {
                // The thread may have ended before; then nobody has to know.
                let _ = sender.send(signal);
            }
        })
        .map_err(into_io)?;
        let watched = Arc::new(Mutex::new(Watched::new(watcher, paths)?));
        let weak = Arc::downgrade(&watched);
        thread::Builder::new().name("watch".to_owned()).spawn(move || attend(&queue, &weak, &changed))?;
        Ok(Self { _watched: watched })
    }
}

/// What the system tells.
enum Signal {
    /// Something happened to these directory entries.
    Touched(Vec<PathBuf>),
    /// It lost count: anything may have happened.
    Lost,
}

/// What an event means; reading a file, as we do ourselves, means nothing.
fn signal(event: notify::Result<notify::Event>) -> Option<Signal> {
    match event {
        Ok(event) if event.need_rescan() => Some(Signal::Lost),
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => None,
        Ok(event) => Some(Signal::Touched(event.paths)),
        Err(_) => Some(Signal::Lost),
    }
}

/// Waits for bursts and tells them, until the watch has ended.
fn attend(queue: &Receiver<Signal>, watched: &Weak<Mutex<Watched>>, changed: &impl Fn(PathBuf)) {
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
        let paths = {
            let mut watched = watched.lock().unwrap_or_else(PoisonError::into_inner);
            // A link may lead elsewhere now. What cannot be watched now is tried again after the
            // next change.
            let _ = watched.arm();
            touched.into_iter().map(|at| watched.paths[at].clone()).collect::<Vec<_>>()
        };
        drop(watched);
        paths.into_iter().for_each(changed);
    }
}

/// The places in the list of paths that a signal is about; `None` when the watch has ended.
fn meaning(signal: &Signal, watched: &Weak<Mutex<Watched>>) -> Option<BTreeSet<usize>> {
    let watched = watched.upgrade()?;
    let mut watched = watched.lock().unwrap_or_else(PoisonError::into_inner);
    Some(match signal {
        Signal::Lost => (0..watched.paths.len()).collect(),
        Signal::Touched(entries) => entries.iter().flat_map(|entry| watched.touched(entry)).collect(),
    })
}

/// What is watched at the moment.
#[derive(Debug)]
struct Watched {
    watcher: RecommendedWatcher,
    /// As given.
    paths: Vec<PathBuf>,
    /// The directory entries that decide what each path leads to: their places in `paths`.
    entries: HashMap<PathBuf, Vec<usize>>,
    /// The directories of those entries that the system watches.
    directories: HashSet<PathBuf>,
}

impl Watched {
    fn new(watcher: RecommendedWatcher, paths: &[PathBuf]) -> io::Result<Self> {
        let paths = paths.to_vec();
        let mut watched = Self { watcher, paths, entries: HashMap::new(), directories: HashSet::new() };
        watched.arm()?;
        Ok(watched)
    }

    /// The places of the paths that an entry decides.
    fn touched(&mut self, entry: &Path) -> Vec<usize> {
        // A directory of that name may be another one now, which nobody watches yet.
        self.directories.remove(entry);
        self.entries.get(entry).cloned().unwrap_or_default()
    }

    /// Follows every path anew and watches the directories on its way, and no others. Fails when
    /// none can be watched.
    fn arm(&mut self) -> io::Result<()> {
        self.entries.clear();
        for (at, path) in self.paths.iter().enumerate() {
            for entry in trail::of(path) {
                self.entries.entry(entry).or_default().push(at);
            }
        }
        let wanted: HashSet<PathBuf> =
            self.entries.keys().filter_map(|entry| entry.parent()).map(Path::to_owned).collect();
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

    /// What is told of signals that come at once, about two files.
    fn told(signals: impl FnOnce(&[PathBuf; 2]) -> Vec<Signal>) -> Vec<PathBuf> {
        let room = tempfile::tempdir().unwrap();
        let real = room.path().canonicalize().unwrap();
        let paths = ["a.md", "b.md"].map(|name| real.join(name));
        let watcher = notify::recommended_watcher(|_| {}).unwrap();
        let watched = Arc::new(Mutex::new(Watched::new(watcher, &paths).unwrap()));
        let (sender, queue) = mpsc::channel();
        for signal in signals(&paths) {
            sender.send(signal).unwrap();
        }
        drop(sender);
        let told = Mutex::new(Vec::new());
        attend(&queue, &Arc::downgrade(&watched), &|path: PathBuf| {
            told.lock().unwrap().push(path.strip_prefix(&real).unwrap().to_owned());
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

//! The inputs of a run: the paths that were named, else those that the screen had open last, else the sample.

use std::path::{Path, PathBuf};

use super::messages::Messages;
use crate::model::Origin;
use crate::search::sort::Sort;
use crate::source;
use crate::store::state::ViewKey;
use crate::store::{paths, state};

/// The paths to open, and how they were chosen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inputs {
    /// Paths and addresses; none is the built-in sample.
    pub(super) paths: Vec<PathBuf>,
    /// Whether they were not named but opened last.
    pub(super) is_remembered: bool,
    /// A remark about the choice, as a sentence without a full stop.
    pub(super) notice: Option<String>,
}

impl Inputs {
    /// Chooses. Nothing is looked up where something was named, or the sample was asked for.
    pub(super) fn choose(named: &[PathBuf], sample: bool) -> Self {
        if !named.is_empty() || sample {
            return Self { paths: named.to_vec(), ..Self::default() };
        }
        let Some(directory) = paths::state() else { return Self::default() };
        match state::read(&directory) {
            Ok(state) => Self::again(state.last()),
            Err(error) => Self {
                notice: Some(format!("cannot read what you last had open: {error}")),
                ..Self::default()
            },
        }
    }

    /// The same, for a run that prints: what is not seen there is said.
    pub(super) fn choose_noting(named: &[PathBuf], sample: bool, messages: &mut Messages) -> Vec<PathBuf> {
        let Self { paths, is_remembered, notice } = Self::choose(named, sample);
        if let Some(notice) = notice {
            messages.warn(&notice);
        }
        if is_remembered {
            messages.warn(&format!("no PATH given; reading what you last had open: {}", shown(&paths)));
        }
        paths
    }

    /// Opens again what was opened last, as far as it is still there.
    fn again(last: Vec<PathBuf>) -> Self {
        let (paths, gone): (Vec<_>, Vec<_>) = last.into_iter().partition(|path| is_there(path));
        let instead = if paths.is_empty() { "; opening the built-in sample" } else { "" };
        let are = if gone.len() == 1 { "does" } else { "do" };
        let notice =
            (!gone.is_empty()).then(|| format!("{} {are} not exist any more{instead}", shown(&gone)));
        Self { is_remembered: !paths.is_empty(), paths, notice }
    }

    /// The key under which filter and order are remembered: the one path that is opened, if it can be opened again.
    pub(super) fn document(&self) -> Option<String> {
        let [path] = self.paths.as_slice() else { return None };
        lasting(path)?.into_os_string().into_string().ok()
    }

    /// The filter and the order that it was left with.
    pub(super) fn kept(&self) -> (Option<String>, Option<Sort>) {
        let (Some(document), Some(directory)) = (self.document(), paths::state()) else {
            return (None, None);
        };
        let Ok(state) = state::read(&directory) else { return (None, None) };
        let filter = state.kept(&document, ViewKey::Filter).map(str::to_owned);
        (filter, state.kept(&document, ViewKey::Sort).and_then(Sort::of_word))
    }

    /// The filters of the runs before, the oldest first.
    pub(super) fn filters() -> Vec<String> {
        let state = paths::state().and_then(|directory| state::read(&directory).ok());
        state.map(|state| state.filters()).unwrap_or_default()
    }

    /// The paths to remember for the next run. Standard input and pipes cannot be read again, and paths that came
    /// from memory are remembered already.
    pub(super) fn to_remember(&self) -> Vec<PathBuf> {
        let paths = self.paths.iter().filter(|_| !self.is_remembered);
        paths.filter_map(|path| lasting(path)).collect()
    }
}

/// The name of what can be opened another time, from anywhere.
pub(super) fn lasting(path: &Path) -> Option<PathBuf> {
    let origin = source::named(path);
    match &origin {
        Origin::Address(address) => Some(PathBuf::from(address)),
        Origin::File(path) if source::can_be_read_again(&origin) => std::path::absolute(path).ok(),
        Origin::File(_) | Origin::Stdin | Origin::Sample => None,
    }
}

/// Whether there is something to open; what cannot be looked at may be there.
fn is_there(path: &Path) -> bool {
    match source::named(path) {
        Origin::File(path) => path.try_exists().unwrap_or(true),
        Origin::Address(_) | Origin::Stdin | Origin::Sample => true,
    }
}

fn shown(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| paths::tilde(path)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_is_named_and_the_rest_opened() {
        let room = tempfile::tempdir().unwrap();
        let there = room.path().to_owned();
        let address = PathBuf::from("https://example.org/a.md");
        let (gone, lost) = (PathBuf::from("/gone/a.md"), PathBuf::from("/gone/b.md"));
        let all = Inputs::again(vec![there.clone(), address.clone()]);
        assert_eq!(all, Inputs { paths: vec![there.clone(), address], is_remembered: true, notice: None });
        let some = Inputs::again(vec![gone.clone(), there.clone()]);
        assert_eq!((some.paths, some.is_remembered), (vec![there], true));
        assert_eq!(some.notice.as_deref(), Some("/gone/a.md does not exist any more"));
        let none = Inputs::again(vec![gone, lost]);
        assert_eq!((none.paths, none.is_remembered), (vec![], false));
        assert_eq!(
            none.notice.as_deref(),
            Some("/gone/a.md, /gone/b.md do not exist any more; opening the built-in sample")
        );
        assert_eq!(Inputs::again(Vec::new()), Inputs::default());
    }

    #[test]
    fn what_lasts_is_remembered_wherever_it_is_opened_from() {
        let opening = |named: &[&str]| {
            let named: Vec<_> = named.iter().map(PathBuf::from).collect();
            Inputs::choose(&named, false)
        };
        let address = "https://example.org/a.md";
        let here = std::path::absolute("Cargo.toml").unwrap();
        assert_eq!(opening(&["-", "Cargo.toml", address]).to_remember(), [here, address.into()]);
        assert_eq!(opening(&["-"]).to_remember(), [] as [&Path; 0]);
        if cfg!(unix) {
            assert_eq!(opening(&["/dev/null"]).to_remember(), [] as [&Path; 0]);
        }
        let again = Inputs { is_remembered: true, ..opening(&[address]) };
        assert_eq!(again.to_remember(), [] as [&Path; 0]);
    }
}

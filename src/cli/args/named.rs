//! Words that name listings, and then proposals of them: separated once all words are known.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The words of a subcommand that is about proposals.
#[derive(Debug, clap::Args)]
pub(crate) struct NamedProposals {
    /// The listings [default: what you last had open, or else the built-in sample], then the
    /// proposals: each by its number in `list`, its `id` in JSON, or a part of its title that no other has.
    /// The last word is a proposal, and so are those before it that are not files
    #[arg(required = true, value_name = "WORD")]
    words: Vec<OsString>,
    /// The words that name listings.
    #[arg(skip)]
    pub(crate) paths: Vec<PathBuf>,
    /// The words that name proposals.
    #[arg(skip)]
    pub(crate) proposals: Vec<String>,
}

impl NamedProposals {
    /// Separates the words that name listings from those that name proposals.
    pub(super) fn tell_words(&mut self, is_there: impl Fn(&Path) -> bool) {
        (self.paths, self.proposals) = told(std::mem::take(&mut self.words), is_there);
    }
}

/// The words that name listings, and those that name proposals: the last one is a proposal, and so are those before it
/// from the first on that looks like no listing.
fn told(mut words: Vec<OsString>, is_there: impl Fn(&Path) -> bool) -> (Vec<PathBuf>, Vec<String>) {
    let last = words.len().saturating_sub(1);
    let is_path = |word: &OsString| looks_like_a_path(word) || is_there(Path::new(word));
    let paths = words[..last].iter().take_while(|word| is_path(word)).count();
    let proposals = words.split_off(paths);
    let paths = words.into_iter().map(PathBuf::from).collect();
    (paths, proposals.iter().map(|word| word.to_string_lossy().into_owned()).collect())
}

/// Whether a word names a listing, be it there or not: standard input, an address, a place in a
/// directory, a name with an ending.
fn looks_like_a_path(word: &OsStr) -> bool {
    let text = word.to_string_lossy();
    let ending = Path::new(word).extension().and_then(OsStr::to_str);
    text == "-"
        || text.contains(std::path::is_separator) && !text.contains(' ')
        || ending.is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// The endings of listings.
const ENDINGS: [&str; 6] = ["md", "markdown", "mdown", "mkd", "json", "txt"];

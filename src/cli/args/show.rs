//! The arguments of `show`: listings and proposals, separated once all words are known.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::choices::one_of;
use crate::write::ExportFormat;

/// Show a proposal, or compare several: as text, Markdown or JSON
///
/// On a terminal its Markdown is laid out for reading; in a pipe it is written as in the listing. Several
/// are compared: their facts side by side, the skills that they share and those of one only, then their text.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui show [OPTIONS] [PATH]... <PROPOSAL>...")]
pub(crate) struct ShowArgs {
    /// The listings [default: what you last had open, or else the built-in sample], then the
    /// proposals: each by its number in `list`, its `id` in JSON, or a part of its title that no other has.
    /// The last word is a proposal, and so are those before it that are not files
    #[arg(required = true, value_name = "WORD")]
    pub(crate) words: Vec<OsString>,
    /// The output: text, Markdown in the standard template, or JSON {"schema":1,"proposals":[…]} [default:
    /// text]
    #[arg(long, value_name = "text|markdown|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    #[arg(value_parser = one_of([ExportFormat::Text, ExportFormat::Markdown, ExportFormat::Json], ExportFormat::name))]
    pub(crate) format: ExportFormat,
    /// The words that name listings.
    #[arg(skip)]
    pub(crate) paths: Vec<PathBuf>,
    /// The words that name proposals.
    #[arg(skip)]
    pub(crate) proposals: Vec<String>,
}

impl ShowArgs {
    /// Separates the words that name listings from those that name proposals. The last one is a proposal,
    /// and so are those before it from the first on that looks like no listing.
    pub(super) fn tell_words(&mut self, is_there: impl Fn(&Path) -> bool) {
        (self.paths, self.proposals) = told(std::mem::take(&mut self.words), is_there);
    }
}

/// The words that name listings, and those that name proposals: the last one is a proposal, and so are those before it
/// from the first on that looks like no listing.
pub(super) fn told(
    mut words: Vec<OsString>,
    is_there: impl Fn(&Path) -> bool,
) -> (Vec<PathBuf>, Vec<String>) {
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

#[cfg(test)]
mod tests {
    use crate::cli::args::Subcommand;
    use crate::cli::args::tests::typed;

    #[test]
    fn words_after_show_are_listings_then_proposals() {
        let show = |line| match typed(line).unwrap().subcommand {
            Some(Subcommand::Show(show)) => (show.paths, show.proposals.join(" + ")),
            other => panic!("{other:?}"),
        };
        assert_eq!(show("show 12"), (vec![], "12".to_owned()));
        assert_eq!(show("show - 12"), (vec!["-".into()], "12".to_owned()));
        assert_eq!(show("show a.md plugin"), (vec!["a.md".into()], "plugin".to_owned()));
        assert_eq!(show("show a.md b.md 7"), (vec!["a.md".into(), "b.md".into()], "7".to_owned()));
        assert!(typed("show").is_err());
        assert_eq!(show("show 12 7"), (vec![], "12 + 7".to_owned()));
        assert_eq!(show("show src/none 12 a.md"), (vec!["src/none".into()], "12 + a.md".to_owned()));
        assert_eq!(
            show("show src 12 7"),
            (vec!["src".into()], "12 + 7".to_owned()),
            "what is there is a path"
        );
    }
}

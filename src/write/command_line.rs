//! The command line that shows what the screen shows, to be copied.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::desktop::{Platform, command_line};
use crate::model::{Entry, Origin, safe};
use crate::search::Profile;
use crate::search::sort::{Order, Sort};
use crate::source;

/// The content that a command line is to show.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ViewArgs<'a> {
    /// The list, as filtered and in its order, for a profile.
    List(&'a str, Sort, &'a Profile),
    /// One proposal.
    Proposal(Entry<'a>),
}

/// The command line that shows a view of what is opened, quoted for a shell: it can be typed in any
/// directory. `None` where a path is no text, or something on the line could not be typed.
pub(crate) fn command(opened: &[PathBuf], view: ViewArgs<'_>) -> Option<String> {
    let mut words = vec!["mentor-tui".to_owned()];
    if matches!(view, ViewArgs::Proposal(_)) {
        words.push("show".to_owned());
    }
    if opened.is_empty() {
        words.push("--sample".to_owned());
    }
    for path in opened {
        words.push(place(path)?);
    }
    match view {
        ViewArgs::List(filter, sort, profile) => words.extend(options(filter, sort, profile)),
        ViewArgs::Proposal(entry) => words.push(entry.proposal.id.to_string()),
    }
    let line = command_line::join(&words, Platform::default());
    matches!(safe(&line), Cow::Borrowed(_)).then_some(line)
}

/// The options that make a list what it is.
fn options(filter: &str, sort: Sort, profile: &Profile) -> Vec<String> {
    let order = if sort.order == Order::default() { "" } else { sort.order.name() };
    let skills = profile.names().collect::<Vec<_>>().join(",");
    let mut options = Vec::new();
    for (name, value) in [("--filter", filter), ("--sort", order), ("--skills", &*skills)] {
        // A value that begins like an option needs an equals sign.
        match value.chars().next() {
            None => {}
            Some('-') => options.push(format!("{name}={value}")),
            Some(_) => options.extend([name.to_owned(), value.to_owned()]),
        }
    }
    options.extend(sort.reversed.then(|| "--reverse".to_owned()));
    options
}

/// The absolute name of an input. `None` if it is not UTF-8.
fn place(named: &Path) -> Option<String> {
    let absolute = match source::named(named) {
        Origin::File(path) => std::path::absolute(path).ok()?,
        Origin::Address(_) | Origin::Stdin | Origin::Sample => named.to_owned(),
    };
    absolute.into_os_string().into_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::fixtures;

    #[cfg(unix)]
    #[test]
    fn a_command_line_is_one_that_a_shell_understands() {
        let opened = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        let command = |paths: &[&str], view| command(&opened(paths), view).unwrap();
        let nobody = Profile::default();
        let list = |filter| ViewArgs::List(filter, Sort::default(), &nobody);
        assert_eq!(command(&[], list("")), "mentor-tui --sample");
        assert_eq!(
            command(&["/a b/it's.md", "https://example.org/a.md", "-"], list("go -rust $(x)")),
            r"mentor-tui '/a b/it'\''s.md' https://example.org/a.md - --filter 'go -rust $(x)'"
        );
        assert_eq!(command(&["/a.md"], list("-go")), "mentor-tui /a.md '--filter=-go'");
        let (sort, profile) =
            (Sort { order: Order::Title, reversed: true }, Profile::new(["golang", "knot lore"]));
        assert_eq!(
            command(&["/a.md"], ViewArgs::List("", sort, &profile)),
            "mentor-tui /a.md --sort title --skills 'go,knot lore' --reverse"
        );
        let catalog = fixtures::complete();
        let entry = catalog.get(0).unwrap();
        assert_eq!(command(&["/a.md"], ViewArgs::Proposal(entry)), "mentor-tui show /a.md mend-the-net");
        assert_eq!(super::command(&opened(&["/a\u{1b}.md"]), list("")), None);
        assert_eq!(super::command(&opened(&["/a.md"]), list("a\nb")), None);
        let here = std::path::absolute("-x").unwrap();
        assert_eq!(command(&["-x"], list("")), format!("mentor-tui {}", here.display()));
    }
}

//! Repositories and folders by address: their archive, and the page of each file in it.
//!
//! GitHub, GitLab and Codeberg hand out a repository as one archive. Everything else here is about their addresses:
//! the pages that people copy, and the short forms `gh:OWNER/REPOSITORY[/FOLDER][@REF]`, `gl:` and `cb:`.

use super::address::{Address, scheme};
use super::error::Cause;
use crate::model::url;

/// The reference that stands for the newest state of a repository.
const NEWEST: &str = "HEAD";

const GITHUB: &str = "https://github.com";
const CODEBERG: &str = "https://codeberg.org";

/// The short forms of addresses, each with its site.
const SHORT: [(&str, Site, &str); 3] = [
    ("gh", Site::GitHub, GITHUB),
    ("gl", Site::GitLab, "https://gitlab.com"),
    ("cb", Site::Forgejo, CODEBERG),
];

/// The endings of files that may be listings: a path with one of them names a file, not a folder.
const FILES: [&str; 4] = [".md", ".markdown", ".mdx", ".json"];

/// How a site writes its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Site {
    GitHub,
    GitLab,
    /// Codeberg.
    Forgejo,
}

/// Something to read by address: one file, or the files of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    File(Address),
    Tree(Tree),
}

/// A folder of files in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tree {
    /// The address of the archive.
    pub(super) archive: Address,
    /// The folder that is read, or one file; empty for all of it.
    pub(super) folder: String,
    /// Whether the archive wraps all its files in a folder of its own.
    pub(super) wrapped: bool,
    /// The text before the path of a file in the address of its page.
    page: String,
}

impl Tree {
    /// The address of the page of a file, by its path in the archive.
    pub(super) fn page(&self, path: &str) -> String {
        self.page.clone() + &encoded(path)
    }
}

impl Place {
    /// The place that an address names.
    pub(super) fn of(text: &str) -> Result<Self, Cause> {
        let text = text.trim();
        if let Some((site, root, rest)) = short(text) {
            return short_place(site, root, rest).ok_or(Cause::NotARepository);
        }
        let address = Address::parse(text)?;
        let path = address.path().split('?').next().unwrap_or_default().to_owned();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if url::is_archive(text) {
            let (whole, folder) = text.split_once('#').unwrap_or((text, ""));
            let (page, folder) = (format!("{whole}#"), url::decoded(folder.trim_matches('/')));
            return Ok(Self::Tree(Tree { archive: address, folder, wrapped: false, page }));
        }
        match address.host() {
            "github.com" | "www.github.com" => github(&parts, address),
            "codeberg.org" => forgejo(&parts, address),
            host if host == "gitlab.com" || parts.contains(&"-") => gitlab(&parts, address),
            _ => Ok(Self::File(address)),
        }
    }
}

/// Whether a text has the form of a short address: `gh:`, `gl:` or `cb:` and more.
pub(super) fn is_short(text: &str) -> bool {
    short(text).is_some()
}

fn short(text: &str) -> Option<(Site, &'static str, &str)> {
    let (name, rest) = scheme(text)?;
    let (_, site, root) = SHORT.into_iter().find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
    Some((site, root, rest))
}

/// The place behind `OWNER/REPOSITORY[/FOLDER][@REF]`. A reference may have slashes, for it comes last.
fn short_place(site: Site, root: &str, rest: &str) -> Option<Place> {
    let (path, reference) = rest.split_once('@').unwrap_or((rest, NEWEST));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let [owner, repository, folder @ ..] = &parts[..] else { return None };
    let repository = repository.strip_suffix(".git").unwrap_or(repository);
    let is_name = |name: &str| {
        !matches!(name, "" | "." | "..")
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let is_part = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains(|c: char| c == '\\' || c.is_control())
    };
    let fits = is_name(owner) && is_name(repository) && folder.iter().copied().all(is_part);
    if !fits || !reference.split('/').all(is_part) {
        return None;
    }
    let repository = Repository { site, address: format!("{root}/{owner}/{repository}") };
    let folder: Vec<String> = folder.iter().map(|part| encoded(part)).collect();
    let folder: Vec<&str> = folder.iter().map(String::as_str).collect();
    repository.place(&encoded(reference), &folder).ok()
}

/// A part of a path, as a part of an address.
fn encoded(part: &str) -> String {
    // A `%` or a `?` in a name would be read as something else.
    url::percent_encoded_path(&part.replace('%', "%25").replace('?', "%3F"))
}

/// A repository on a site, by the address of its page.
struct Repository {
    site: Site,
    address: String,
}

impl Repository {
    /// A folder of it, or a file. Reference and path are written as in addresses.
    fn place(&self, reference: &str, path: &[&str]) -> Result<Place, Cause> {
        let is_file = |name: &&str| FILES.iter().any(|ending| name.to_lowercase().ends_with(ending));
        if path.last().is_some_and(is_file) {
            return self.file(reference, path);
        }
        let Self { site, address } = self;
        let (archive, page) = match site {
            Site::GitHub => (format!("/archive/{reference}.tar.gz"), format!("/blob/{reference}/")),
            Site::GitLab => {
                let (name, flat) =
                    (address.rsplit('/').next().unwrap_or_default(), reference.replace('/', "-"));
                (format!("/-/archive/{reference}/{name}-{flat}.tar.gz"), format!("/-/blob/{reference}/"))
            }
            Site::Forgejo => (format!("/archive/{reference}.tar.gz"), format!("/src/{reference}/")),
        };
        let archive = Address::parse(&format!("{address}{archive}"))?;
        let folder = url::decoded(&path.join("/"));
        Ok(Place::Tree(Tree { archive, folder, wrapped: true, page: format!("{address}{page}") }))
    }

    /// The address of a file itself, not of its page.
    fn file(&self, reference: &str, path: &[&str]) -> Result<Place, Cause> {
        let Self { site, address } = self;
        let path = path.join("/");
        let file = match site {
            Site::GitHub => {
                let names = address.strip_prefix(GITHUB).unwrap_or_default();
                format!("https://raw.githubusercontent.com{names}/{reference}/{path}")
            }
            Site::GitLab => format!("{address}/-/raw/{reference}/{path}"),
            Site::Forgejo => format!("{address}/raw/{reference}/{path}"),
        };
        Address::parse(&file).map(Place::File)
    }
}

fn github(parts: &[&str], address: Address) -> Result<Place, Cause> {
    let repository = |owner: &str, name: &str| {
        let name = name.strip_suffix(".git").unwrap_or(name);
        Repository { site: Site::GitHub, address: format!("{GITHUB}/{owner}/{name}") }
    };
    match parts {
        [] | [_] => Err(Cause::Owner),
        [owner, name] | [owner, name, "tree" | "blob"] => repository(owner, name).place(NEWEST, &[]),
        [owner, name, "blob", reference, path @ ..] if !path.is_empty() => {
            repository(owner, name).file(reference, path)
        }
        [owner, name, "tree" | "blob", reference, folder @ ..] => {
            repository(owner, name).place(reference, folder)
        }
        _ => Ok(Place::File(address)),
    }
}

/// Pages of GitLab, on its own site or another one: `/-/` stands between the repository, which may lie in groups of
/// groups, and what is shown of it.
fn gitlab(parts: &[&str], address: Address) -> Result<Place, Cause> {
    let end = parts.iter().position(|part| *part == "-").unwrap_or(parts.len());
    let (names, shown) = (&parts[..end], parts.get(end + 1..).unwrap_or_default());
    let names = names.join("/");
    let names = names.strip_suffix(".git").unwrap_or(&names);
    let root = format!("{}://{}/{names}", address.scheme(), address.authority());
    let repository = Repository { site: Site::GitLab, address: root };
    match (end, shown) {
        (0 | 1, []) if end == parts.len() => Err(Cause::Owner),
        (2.., []) if end == parts.len() => repository.place(NEWEST, &[]),
        (2.., ["blob", reference, path @ ..]) if !path.is_empty() => repository.file(reference, path),
        (2.., ["tree", reference, folder @ ..]) => repository.place(reference, folder),
        _ => Ok(Place::File(address)),
    }
}

/// Pages of Codeberg. One of a file looks like one of a folder.
fn forgejo(parts: &[&str], address: Address) -> Result<Place, Cause> {
    let repository = |owner: &str, name: &str| {
        let name = name.strip_suffix(".git").unwrap_or(name);
        Repository { site: Site::Forgejo, address: format!("{CODEBERG}/{owner}/{name}") }
    };
    match parts {
        [] | [_] => Err(Cause::Owner),
        [owner, name] | [owner, name, "src"] => repository(owner, name).place(NEWEST, &[]),
        [owner, name, "src", "branch" | "tag" | "commit", reference, path @ ..]
        | [owner, name, "src", reference, path @ ..] => repository(owner, name).place(reference, path),
        _ => Ok(Place::File(address)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place that an address names: a file, or an archive and the folder in it.
    fn named(text: &str) -> String {
        match Place::of(text) {
            Ok(Place::File(address)) => address.to_string(),
            Ok(Place::Tree(Tree { archive, folder, .. })) if folder.is_empty() => format!("{archive} all"),
            Ok(Place::Tree(Tree { archive, folder, .. })) => format!("{archive} {folder}"),
            Err(cause) => format!("{cause:?}"),
        }
    }

    #[test]
    fn a_repository_is_its_archive_and_a_folder_a_part_of_it() {
        let newest = "https://github.com/o/r/archive/HEAD.tar.gz";
        let main = "https://github.com/o/r/archive/main.tar.gz";
        for (given, meant) in [
            ("https://github.com/o/r", format!("{newest} all")),
            ("http://www.GitHub.com/o/r.git/?tab=readme#top", format!("{newest} all")),
            ("https://github.com/o/r/tree/main", format!("{main} all")),
            ("https://github.com/o/r/blob/main", format!("{main} all")),
            ("https://github.com/o/r/tree/main/a/b%20c", format!("{main} a/b c")),
            ("gh:o/r", format!("{newest} all")),
            ("GH:o/r.git/", format!("{newest} all")),
            ("gh:o/r/a/b c", format!("{newest} a/b c")),
            ("gh:o/r/a@main", format!("{main} a")),
            ("gh:o/r@x/y", "https://github.com/o/r/archive/x/y.tar.gz all".to_owned()),
            ("gl:o/r", "https://gitlab.com/o/r/-/archive/HEAD/r-HEAD.tar.gz all".to_owned()),
            (
                "https://gitlab.com/g/h/r/-/tree/x%2Fy/a?ref_type=heads",
                "https://gitlab.com/g/h/r/-/archive/x%2Fy/r-x%2Fy.tar.gz a".to_owned(),
            ),
            (
                "https://git.example.org/g/r/-/tree/v1",
                "https://git.example.org/g/r/-/archive/v1/r-v1.tar.gz all".to_owned(),
            ),
            ("cb:o/r/a@v1", "https://codeberg.org/o/r/archive/v1.tar.gz a".to_owned()),
            (
                "https://codeberg.org/o/r/src/branch/main/a",
                "https://codeberg.org/o/r/archive/main.tar.gz a".to_owned(),
            ),
            ("http://127.0.0.1:8080/x.tar.gz?y", "http://127.0.0.1:8080/x.tar.gz?y all".to_owned()),
            ("https://example.org/X.TGZ#a/b%20c/", "https://example.org/X.TGZ a/b c".to_owned()),
        ] {
            assert_eq!(named(given), meant, "{given}");
        }
    }

    #[test]
    fn the_page_of_a_file_stands_for_the_file() {
        let raw = "https://raw.githubusercontent.com/o/r/main/a/b%20c.md";
        for (given, meant) in [
            ("https://github.com/o/r/blob/main/a/b%20c.md?plain=1#L3", raw),
            ("http://www.GitHub.com/o/r/blob/main/a/b c.md", raw),
            ("gh:o/r/a/b c.md@main", raw),
            ("https://github.com/o/r/raw/main/a.md", "https://github.com/o/r/raw/main/a.md"),
            ("https://gitlab.com/o/r/-/blob/main/a.md", "https://gitlab.com/o/r/-/raw/main/a.md"),
            ("https://codeberg.org/o/r/src/HEAD/a.md", "https://codeberg.org/o/r/raw/HEAD/a.md"),
            ("https://example.org/o/r/tree/x", "https://example.org/o/r/tree/x"),
            ("https://example.org/-/a", "https://example.org/-/a"),
        ] {
            assert_eq!(named(given), meant, "{given}");
        }
    }

    #[test]
    fn what_names_no_repository_is_refused() {
        for page in
            ["https://github.com/o", "https://github.com", "https://gitlab.com/o", "https://codeberg.org/o/"]
        {
            assert_eq!(named(page), "Owner", "{page}");
        }
        for short in
            ["gh:", "gh:o", "gh:o/..", "gh:o/r/../x", "gh:o/r@", "gl:o/r@a//b", "cb:o r/x", "gh://o/r?"]
        {
            assert_eq!(named(short), "NotARepository", "{short}");
        }
        assert_eq!(named("https://ada@example.org/x.tar.gz"), "Credentials");
    }

    #[test]
    fn a_file_of_an_archive_has_an_address_that_leads_to_it() {
        for tree in ["gh:o/r/a@v1", "gl:o/r", "cb:o/r", "https://example.org/x.tar.gz#a"] {
            let Ok(Place::Tree(tree)) = Place::of(tree) else { panic!("{tree}") };
            let page = tree.page("a/50%? [x]#1.md");
            assert!(page.ends_with("a/50%25%3F%20%5Bx%5D%231.md"), "{page}");
            let leads_to = named(&page);
            assert!(
                leads_to.ends_with("/a/50%25%3F%20%5Bx%5D%231.md") || leads_to.ends_with(" a/50%? [x]#1.md"),
                "{leads_to}"
            );
        }
    }
}

//! Addresses of links, as the document that holds them means them: a heading of it, a file beside it, a page of the web.

use std::path::{Component, Path, PathBuf};

use crate::model::{Entry, Origin, Url, url};

/// The endings of files that a link may open: what is read, never what is run.
const READ: [&str; 12] =
    ["md", "markdown", "txt", "rst", "adoc", "html", "htm", "pdf", "png", "jpg", "jpeg", "svg"];

/// Where a link of a document leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// A page of the web.
    Web(String),
    /// A file beside the document.
    File(PathBuf),
    /// A heading of the document, by its name in addresses.
    Heading(String),
}

/// Where a link of a proposal's document leads.
///
/// # Errors
///
/// Why it leads nowhere: a clause without its subject.
pub(super) fn destination(origin: &Origin, link: &str) -> Result<Destination, String> {
    if let Some(name) = link.strip_prefix('#') {
        return Ok(Destination::Heading(url::decoded(name)));
    }
    let refused = match url::check(link) {
        Ok(()) => return Ok(Destination::Web(link.to_owned())),
        Err(reason) => Err(reason.to_string()),
    };
    if !is_relative(link) {
        return refused;
    }
    match origin {
        Origin::Address(base) if is_in_archive(base) => Err("it is a file of the archive".to_owned()),
        Origin::Address(base) => {
            let address = joined(base, link);
            url::check(&address)?;
            Ok(Destination::Web(address))
        }
        Origin::File(path) => beside(path, link),
        Origin::Stdin | Origin::Sample => refused,
    }
}

/// The catalog index of the proposal at a heading of the document of `entry`, by the heading's name in addresses; the
/// first below it where it belongs to none.
pub(super) fn at_heading<'a>(
    entry: Entry<'a>,
    all: impl Iterator<Item = (usize, Entry<'a>)>,
    name: &str,
) -> Option<usize> {
    let offset = heading(entry.text(), &name.to_lowercase())?;
    let origin = entry.listing.document.origin();
    let here: Vec<_> = all.filter(|(_, entry)| entry.listing.document.origin() == origin).collect();
    let inside = here.iter().find(|(_, entry)| entry.proposal.section.contains(offset));
    let below = || here.iter().find(|(_, entry)| entry.proposal.section.start >= offset);
    inside.or_else(below).map(|&(index, _)| index)
}

/// Where the heading with a name begins, in bytes. Headings of one name are numbered: `name`, `name-1`.
fn heading(text: &str, name: &str) -> Option<usize> {
    let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let (mut start, mut fence) = (0, None);
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        if mark.is_some() && (fence.is_none() || fence == mark) {
            fence = if fence.is_none() { mark } else { None };
        }
        let words = line.trim_start_matches('#');
        let level = line.len() - words.len();
        if fence.is_some() || !(1..=6).contains(&level) || !words.starts_with([' ', '\t']) {
            continue;
        }
        let own = slug(words.trim().trim_end_matches('#').trim_end());
        let number = seen.entry(own.clone()).or_insert(0);
        let is_it = if *number == 0 { own == name } else { format!("{own}-{number}") == name };
        if is_it {
            return Some(at);
        }
        *number += 1;
    }
    None
}

/// Whether an address is that of a file in an archive, and no page of the web.
fn is_in_archive(address: &str) -> bool {
    address.split_once('#').is_some_and(|(archive, path)| !path.is_empty() && url::is_archive(archive))
}

/// Whether a link has neither a scheme nor a host.
fn is_relative(link: &str) -> bool {
    let first = link.split(['/', '?', '#']).next().unwrap_or_default();
    !link.is_empty() && !link.starts_with("//") && !first.contains(':') && !link.contains('\\')
}

/// A relative link as an address, as browsers understand it (RFC 3986, section 5.2).
fn joined(base: &str, link: &str) -> String {
    let base = Url::split(base);
    let site = format!("{}://{}", base.scheme.unwrap_or("https"), base.authority);
    let (path, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match path {
        "" => base.path.to_owned(),
        _ if path.starts_with('/') => path.to_owned(),
        _ => format!("{folder}/{path}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/').skip(1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let slash = if whole.ends_with("/.") || whole.ends_with("/..") { "/" } else { "" };
    format!("{site}/{}{slash}{rest}", parts.join("/"))
}

/// The file that a relative link names, beside a document.
fn beside(document: &Path, link: &str) -> Result<Destination, String> {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let path = PathBuf::from(url::decoded(path));
    let is_plain = path
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir | Component::ParentDir));
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if !is_plain {
        return Err("it is no path beside the document".to_owned());
    }
    if !READ.contains(&ending.as_str()) {
        return Err("it is no text, page or picture".to_owned());
    }
    Ok(Destination::File(document.parent().unwrap_or(Path::new("")).join(path)))
}

/// The name of a heading in addresses, as GitHub makes it: small letters, digits and hyphens.
fn slug(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_link_is_one_of_the_document() {
        let web = Origin::Address("https://example.org/a/b.md?raw=1".to_owned());
        for (link, expected) in [
            ("c.md", "https://example.org/a/c.md"),
            ("./c.md#x", "https://example.org/a/c.md#x"),
            ("../../../c", "https://example.org/c"),
            ("/c/./d/", "https://example.org/c/d/"),
            ("?q", "https://example.org/a/b.md?q"),
        ] {
            assert_eq!(destination(&web, link), Ok(Destination::Web(expected.to_owned())), "{link}");
        }
        let file = Origin::File(PathBuf::from("docs/ideas.md"));
        let beside = |path: &str| Ok(Destination::File(PathBuf::from(path)));
        assert_eq!(destination(&file, "more%20ideas.md#x"), beside("docs/more ideas.md"));
        assert_eq!(destination(&file, "#a-lamp"), Ok(Destination::Heading("a-lamp".to_owned())));
        for link in [
            "run.sh",
            "x.desktop",
            "/etc/passwd.txt",
            "javascript:alert(1)",
            "mailto:a@example.org",
            "//x/a.md",
            "",
        ] {
            assert!(destination(&file, link).is_err(), "{link}");
        }
        assert!(destination(&Origin::Stdin, "a.md").is_err(), "nobody knows where that is");
        let packed = Origin::Address("https://example.org/x.tar.gz#a/b.md".to_owned());
        assert!(destination(&packed, "c.md").is_err());
        let page = Origin::Address("https://github.com/o/r/blob/HEAD/a/b.md".to_owned());
        let beside = "https://github.com/o/r/blob/HEAD/c.md".to_owned();
        assert_eq!(destination(&page, "../c.md"), Ok(Destination::Web(beside)));
    }

    #[test]
    fn a_heading_is_found_by_its_name() {
        let text = "# Ideas\n\n```\n# no heading\n```\n\n## A *lamp* that `knows`, (really)!\n\n## Twice\n\n## Twice #\n";
        let at = |name: &str| heading(text, name).map(|at| text[at..].lines().next().unwrap());
        assert_eq!(at("a-lamp-that-knows-really"), Some("## A *lamp* that `knows`, (really)!"));
        assert_eq!((at("twice"), at("twice-1")), (Some("## Twice"), Some("## Twice #")));
        assert_eq!((at("no-heading"), at("twice-2")), (None, None));
    }
}

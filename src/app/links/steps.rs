//! Next steps: the pages of an upstream repository that are of use to those who like a proposal,
//! made from its address alone. Nothing is asked of the network: a page may not be there.

use crate::model::Url;

/// A place that hosts repositories, and the pages that each of them has there.
struct Forge {
    host: &'static str,
    /// Path parts that end the path of a repository; when empty, the first two parts are the path.
    ends: &'static [&'static str],
    /// The name of each page, and its path below the repository.
    pages: &'static [(&'static str, &'static str)],
}

const FORGES: &[Forge] = &[
    Forge {
        host: "github.com",
        ends: &[],
        pages: &[
            ("good first issues", "issues?q=is%3Aissue+is%3Aopen+label%3A%22good+first+issue%22"),
            ("help wanted", "issues?q=is%3Aissue+is%3Aopen+label%3A%22help+wanted%22"),
            ("contributing guide", "blob/HEAD/CONTRIBUTING.md"),
            ("discussions", "discussions"),
        ],
    },
    Forge {
        host: "gitlab.com",
        ends: &["-", "issues", "merge_requests", "blob", "tree"],
        pages: &[
            ("good first issues", "-/issues?state=opened&label_name%5B%5D=good+first+issue"),
            ("help wanted", "-/issues?state=opened&label_name%5B%5D=help+wanted"),
            ("contributing guide", "-/blob/HEAD/CONTRIBUTING.md"),
        ],
    },
];

/// First parts of paths that are no owner of repositories.
const NO_OWNERS: &[&str] =
    &["apps", "explore", "groups", "login", "marketplace", "orgs", "search", "sponsors", "topics", "users"];

/// The repository of an address.
pub(super) struct UpstreamRepository<'a> {
    forge: &'static Forge,
    parts: Vec<&'a str>,
}

impl<'a> UpstreamRepository<'a> {
    /// The repository of an address, on a forge that is known.
    pub(super) fn of(url: &'a str) -> Option<Self> {
        let url = Url::split(url);
        let host = url.site();
        let forge = FORGES.iter().find(|forge| host == forge.host).filter(|_| url.is_web())?;
        let inside = url.segments().take_while(|part| !forge.ends.contains(part));
        let most = if forge.ends.is_empty() { 2 } else { usize::MAX };
        let mut parts: Vec<&str> = inside.take(most).collect();
        let last = parts.last_mut()?;
        *last = last.trim_end_matches(".git");
        let is_fine =
            parts.len() > 1 && parts.iter().all(|part| is_name(part)) && !NO_OWNERS.contains(&parts[0]);
        is_fine.then_some(Self { forge, parts })
    }

    /// Its usual name: `owner/name`.
    pub(super) fn name(&self) -> String {
        self.parts.join("/")
    }

    pub(super) fn address(&self) -> String {
        format!("https://{}/{}", self.forge.host, self.name())
    }

    /// Its pages: what each is, and its address.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.forge.pages.iter().map(|(name, page)| (*name, format!("{}/{page}", self.address())))
    }
}

fn is_name(part: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    part.chars().all(fits) && part.chars().any(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::url;

    #[test]
    fn a_repository_is_known_by_the_addresses_in_it() {
        for (url, expected) in [
            ("https://github.com/example/boat/issues/12", Some("https://github.com/example/boat")),
            ("http://www.GitHub.com/example/boat.git", Some("https://github.com/example/boat")),
            ("https://github.com/example/boat?tab=readme#x", Some("https://github.com/example/boat")),
            ("https://gitlab.com/group/sub/boat/-/issues/1", Some("https://gitlab.com/group/sub/boat")),
            ("https://gitlab.com/group/boat/issues/1", Some("https://gitlab.com/group/boat")),
            ("https://github.com/example", None),
            ("https://github.com/orgs/example/discussions/1", None),
            ("https://github.com/../boat", None),
            ("https://github.com/a b/c", None),
            ("https://github.com@evil.example/a/b", None),
            ("https://example.org/a/b", None),
            ("ftp://github.com/a/b", None),
            ("github.com/a/b", None),
        ] {
            let found = UpstreamRepository::of(url).map(|repository| repository.address());
            assert_eq!(found.as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn every_page_has_an_address_that_can_be_opened() {
        for url in ["https://github.com/example/boat/issues/12", "https://gitlab.com/group/sub/boat"] {
            for (name, page) in UpstreamRepository::of(url).unwrap().pages() {
                assert_eq!(url::check(&page), Ok(()), "{name}");
                assert_eq!(url::encoded(&page).as_deref(), Some(page.as_str()));
            }
        }
    }
}

//! Addresses upstream: what they lead to, and when two lead to the same.

use crate::model::Url;

/// The kind of page that an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UpstreamTarget {
    /// An issue, or anything on a site whose addresses are not known here.
    Issue,
    /// A pull request or a discussion.
    Discussion,
    /// A list of issues that is filtered.
    FilteredList,
    /// A list of all issues.
    List,
    /// The page of a repository or an organisation.
    Repository,
    /// A file.
    File,
    /// A search.
    Search,
    /// A board of tasks.
    Board,
    /// A shared document.
    Paper,
}

impl UpstreamTarget {
    /// Words for "the address leads to …".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Issue => "an issue",
            Self::Discussion => "a pull request or a discussion",
            Self::FilteredList => "a list of issues",
            Self::List => "a list of all issues",
            Self::Repository => "a whole repository",
            Self::File => "a file",
            Self::Search => "a search",
            Self::Board => "a project board",
            Self::Paper => "a shared document",
        }
    }

    /// The kind of page that an address leads to.
    pub(super) fn of(url: &str) -> Self {
        let url = Url::split(url);
        let host = url.site();
        if host.starts_with("docs.google.") || host.starts_with("drive.google.") {
            return Self::Paper;
        }
        if host != "github.com" {
            return Self::Issue;
        }
        let query = url.query.unwrap_or_default();
        let parts: Vec<&str> = url.segments().collect();
        let is_number = |part: Option<&&str>| part.is_some_and(|part| part.parse::<u64>().is_ok());
        match parts.get(2).copied() {
            _ if parts.first() == Some(&"orgs") || parts.first() == Some(&"users") => Self::Board,
            None if parts.first() == Some(&"search") => Self::Search,
            Some("issues") if is_number(parts.get(3)) => Self::Issue,
            Some("issues" | "labels" | "milestone") if query.contains("q=") || parts.len() > 3 => {
                Self::FilteredList
            }
            Some("pull" | "pulls" | "discussions") if is_number(parts.last()) => Self::Discussion,
            Some("issues" | "pulls" | "discussions") => Self::List,
            Some("search") => Self::Search,
            Some("projects") => Self::Board,
            Some("blob" | "tree" | "wiki" | "raw") => Self::File,
            None | Some(_) => Self::Repository,
        }
    }
}

/// Whether an address is that of an issue, a pull request or a discussion. On a site other than GitHub it
/// has to speak of issues: a page with the plans is none.
pub(super) fn is_work(url: &str) -> bool {
    const TRACKERS: [&str; 5] = ["issue", "bug", "ticket", "/browse/", "merge_requests"];
    match UpstreamTarget::of(url) {
        UpstreamTarget::Issue => {
            let url = Url::split(url);
            let host = url.site();
            let address = format!("{host}{}", url.path.to_lowercase());
            host == "github.com" || TRACKERS.iter().any(|tracker| address.contains(tracker))
        }
        target => target == UpstreamTarget::Discussion,
    }
}

/// The part of an address that identifies it, without scheme, `www.`, fragment and trailing slash: as the
/// intake compares them.
pub(super) fn key(url: &str) -> String {
    let url = Url::split(url);
    let mut key = url.site() + &url.path.trim_end_matches('/').to_lowercase();
    if let Some(query) = url.query {
        key.push('?');
        key.push_str(query);
    }
    key
}

/// The fragment of an address: a place within the page.
pub(super) fn fragment(url: &str) -> Option<&str> {
    Url::split(url).fragment.filter(|fragment| !fragment.is_empty())
}

/// The organisation whose repository an address is in.
pub(super) fn organisation(url: &str) -> Option<&str> {
    let url = Url::split(url);
    let owner = url.segments().next()?;
    (url.site() == "github.com" && !matches!(owner, "orgs" | "search" | "users")).then_some(owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_addresses_lead_to() {
        for (path, target) in [
            ("tide/clock/issues/12", UpstreamTarget::Issue),
            ("tide/clock/issues/12#issuecomment-1", UpstreamTarget::Issue),
            ("tide/clock/issues", UpstreamTarget::List),
            ("tide/clock/issues?q=is%3Aopen", UpstreamTarget::FilteredList),
            ("tide/clock/labels/help", UpstreamTarget::FilteredList),
            ("tide/clock/pull/12", UpstreamTarget::Discussion),
            ("tide/clock/discussions/12", UpstreamTarget::Discussion),
            ("tide/clock/blob/main/README.md", UpstreamTarget::File),
            ("tide/clock", UpstreamTarget::Repository),
            ("tide", UpstreamTarget::Repository),
            ("search?q=org%3Atide", UpstreamTarget::Search),
            ("orgs/tide/projects/3", UpstreamTarget::Board),
        ] {
            assert_eq!(UpstreamTarget::of(&format!("https://github.com/{path}")), target, "{path}");
        }
        assert_eq!(UpstreamTarget::of("https://example.org/anything"), UpstreamTarget::Issue);
        assert_eq!(UpstreamTarget::of("https://docs.google.com/document/d/x"), UpstreamTarget::Paper);
    }

    #[test]
    fn two_spellings_of_one_address_are_the_same() {
        let one = key("http://www.GitHub.com/Tide/clock/issues/1/#issuecomment-2");
        assert_eq!(one, key("https://github.com/tide/clock/issues/1"));
        assert_ne!(one, key("https://github.com/tide/clock/issues/1?x=A"));
        assert_eq!(organisation("https://github.com/tide/clock"), Some("tide"));
        assert_eq!(organisation("https://github.com/orgs/tide/projects/1"), None);
    }
}

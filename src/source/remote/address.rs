//! Addresses of documents: parsing, and redirects.

use std::fmt;

use super::error::Cause;
use crate::model::{Url, url};

/// An absolute `http` or `https` address without a fragment, fit to be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Address {
    https: bool,
    /// Host and port, in lower case.
    authority: String,
    /// From the slash after the authority on, the query included.
    path: String,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme(), self.authority, self.path)
    }
}

impl Address {
    pub(super) fn parse(text: &str) -> Result<Self, Cause> {
        let url = Url::split(text.trim());
        let Url { authority, path, query, .. } = url;
        if !url.is_web() {
            return Err(Cause::NotAnAddress);
        }
        if authority.contains('@') {
            return Err(Cause::Credentials);
        }
        if !is_authority(authority) {
            return Err(Cause::NotAnAddress);
        }
        let https = url.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("https"));
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        let path = rooted(&url::percent_encoded(&format!("{path}{query}")));
        Ok(Self { https, authority: authority.to_ascii_lowercase(), path })
    }

    pub(super) fn scheme(&self) -> &'static str {
        if self.https { "https" } else { "http" }
    }

    /// The scheme, the host and the port: the server that answers.
    pub(super) fn origin(&self) -> (bool, &str) {
        let usual = if self.https { ":443" } else { ":80" };
        (self.https, self.authority.strip_suffix(usual).unwrap_or(&self.authority))
    }

    /// Host and port.
    pub(super) fn authority(&self) -> &str {
        &self.authority
    }

    /// The path with its leading slash, the query included.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The host, without its port.
    pub(super) fn host(&self) -> &str {
        let end = if self.authority.starts_with('[') {
            self.authority.find(']').map(|end| end + 1)
        } else {
            self.authority.find(':')
        };
        &self.authority[..end.unwrap_or(self.authority.len())]
    }

    /// Where a redirect leads: an address, or a path as seen from this one.
    pub(super) fn redirect(&self, location: &str) -> Result<Self, Cause> {
        let location = location.trim();
        let absolute = match scheme(location) {
            Some(_) => location.to_owned(),
            None => self.absolute(location),
        };
        let target = Self::parse(&absolute).map_err(|cause| match cause {
            Cause::Credentials => cause,
            _ => Cause::RedirectElsewhere(location.to_owned()),
        })?;
        if self.https && !target.https { Err(Cause::Downgrade(target.to_string())) } else { Ok(target) }
    }

    /// A reference without a scheme as a whole address (RFC 3986, section 5.2).
    fn absolute(&self, reference: &str) -> String {
        let base = format!("{}://{}", self.scheme(), self.authority);
        let own_path = self.path.split('?').next().unwrap_or_default();
        match reference.chars().next() {
            None | Some('#') => format!("{base}{}", self.path),
            Some('/') if reference.starts_with("//") => format!("{}:{reference}", self.scheme()),
            Some('/') => base + reference,
            Some('?') => format!("{base}{own_path}{reference}"),
            Some(_) => {
                let folder = own_path.rfind('/').map_or("/", |end| &own_path[..=end]);
                let (path, query) = reference.split_at(reference.find('?').unwrap_or(reference.len()));
                base + &without_dots(&format!("{folder}{path}")) + query
            }
        }
    }
}

/// Splits `scheme:rest`. The part before a colon in a path (`a/b:c`) is no scheme.
pub(super) fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (starts && fits).then_some((scheme, rest))
}

/// Whether it is a host that can be looked up, with a port or without.
fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, "80"),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let numeric = |c: char| c.is_ascii_hexdigit() || ":.".contains(c);
    let fits = match host.strip_prefix('[').map(|inner| inner.strip_suffix(']')) {
        Some(inner) => inner.is_some_and(|inner| !inner.is_empty() && inner.chars().all(numeric)),
        None => !host.is_empty() && host.chars().all(plain),
    };
    fits && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn rooted(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("/{path}") }
}

/// A path without its `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    // A path that ends in a dot segment names a folder.
    let end = if path.ends_with("/.") || path.ends_with("/..") { "/" } else { "" };
    rooted(&(parts.join("/") + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<String, Cause> {
        Address::parse(text).map(|address| address.to_string())
    }

    #[test]
    fn an_address_is_made_fit_to_be_asked_for() {
        for (given, asked) in [
            ("HTTP://Example.ORG", "http://example.org/"),
            ("https://example.org:8443?a=b#c", "https://example.org:8443/?a=b"),
            ("https://example.org/a b/größe.md#ideas", "https://example.org/a%20b/gr%C3%B6%C3%9Fe.md"),
            ("http://[::1]:80/a%20b", "http://[::1]:80/a%20b"),
        ] {
            assert_eq!(parsed(given).as_deref(), Ok(asked));
        }
        for given in [
            "https://",
            "https:///a.md",
            "ftp://example.org/",
            "https://exa mple.org/",
            "a.md",
            "https://example.org:x/",
            "https://example.org:70000/",
            "http://[::1/",
            "https://größe.example/",
        ] {
            assert_eq!(parsed(given), Err(Cause::NotAnAddress), "{given}");
        }
        assert_eq!(parsed("https://ada:secret@example.org/"), Err(Cause::Credentials));
        assert_eq!(Address::parse("http://[::1]:80/").unwrap().host(), "[::1]");
        assert_eq!(Address::parse("http://example.org:80/").unwrap().host(), "example.org");
    }

    #[test]
    fn a_redirect_is_read_as_seen_from_its_page() {
        let from = Address::parse("https://example.org/a/b/c.md?x=y").unwrap();
        for (location, target) in [
            ("https://other.example/d", "https://other.example/d"),
            ("//other.example/d", "https://other.example/d"),
            ("/d.md", "https://example.org/d.md"),
            ("d.md?z", "https://example.org/a/b/d.md?z"),
            ("../../../d.md", "https://example.org/d.md"),
            ("./d/..", "https://example.org/a/b/"),
            ("?z", "https://example.org/a/b/c.md?z"),
            ("", "https://example.org/a/b/c.md?x=y"),
            ("d:e/f", ""),
        ] {
            let redirected = from.redirect(location).map(|address| address.to_string());
            assert_eq!(redirected.unwrap_or_default(), target, "{location}");
        }
    }

    #[test]
    fn a_redirect_leads_to_the_web_only_and_never_out_of_https() {
        let redirect = |from: &str, to: &str| Address::parse(from).unwrap().redirect(to);
        let down = redirect("https://example.org/", "http://example.org/a");
        assert_eq!(down, Err(Cause::Downgrade("http://example.org/a".to_owned())));
        assert!(redirect("http://example.org/", "https://example.org/a").is_ok());
        assert!(redirect("http://example.org/", "http://example.org/a").is_ok());
        for elsewhere in ["file:///etc/passwd", "ftp://example.org/", "javascript:1", "http://"] {
            let refused = redirect("http://example.org/", elsewhere);
            assert_eq!(refused, Err(Cause::RedirectElsewhere(elsewhere.to_owned())));
        }
    }
}

//! Addresses as they are compared: what leads to the same page is one.

use crate::model::Url;

/// An address without what differs between ways of writing it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Address(String);

impl Address {
    /// Without scheme, `www.`, the slash at the end, the place on the page, and case.
    pub(super) fn new(url: &str) -> Self {
        let url = Url::split(url.trim());
        let mut address = url.site();
        for segment in url.segments() {
            address.push('/');
            address.push_str(&segment.to_lowercase());
        }
        if let Some(query) = url.query {
            address.push('?');
            address.push_str(query);
        }
        // Pages that are programs have their path there.
        if let Some(route) = url.fragment.filter(|fragment| fragment.starts_with(['/', '!'])) {
            address.push('#');
            address.push_str(route);
        }
        Self(address)
    }

    /// Whether it leads to one thing of many: those are numbered.
    pub(super) fn is_particular(&self) -> bool {
        let path = self.0.split_once(['/', '?']).map_or("", |(_, path)| path);
        path.bytes().any(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_an_address_are_one() {
        let address = Address::new("https://code.example.org/tide/clock/issues/14");
        for other in [
            "http://www.code.example.org/Tide/Clock/issues/14/",
            "code.example.org/tide/clock/issues/14#comment-3",
            " HTTPS://CODE.EXAMPLE.ORG/tide//clock/issues/14 ",
        ] {
            assert_eq!(Address::new(other), address, "{other}");
        }
        for other in
            ["https://code.example.org/tide/clock/issues/1", "https://example.org/tide/clock/issues/14"]
        {
            assert_ne!(Address::new(other), address, "{other}");
        }
        assert_ne!(Address::new("https://example.org/?id=1"), Address::new("https://example.org/?id=2"));
        assert_ne!(Address::new("https://example.org/#/one"), Address::new("https://example.org/#/two"));
        assert!(address.is_particular());
        assert!(!Address::new("https://apply2.example.org/apply").is_particular());
    }
}

//! Long addresses: a link names the address, which is written once at the end of the document.
//!
//! In the document that was read, many links may share one definition: written at each of them, its address
//! would make the export larger than anything that was read.

use std::collections::HashMap;

use crate::markdown::references::destination;
use crate::model::References;

/// Addresses of at most so many bytes stand at their links.
const LONGEST_AT_LINK: usize = 160;

/// The addresses that were named so far.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// The numbers in their names.
    numbers: HashMap<String, usize>,
    last: usize,
    definitions: String,
}

impl Addresses {
    /// The target behind the words of a link: `(https://…)`, or `[address-1]`. `references` are those of
    /// the document that the link is from.
    pub(super) fn target(&mut self, url: &str, references: &References) -> String {
        if url.len() <= LONGEST_AT_LINK {
            return format!("({})", destination(url));
        }
        let number = match self.numbers.get(url) {
            Some(&number) => number,
            None => self.define(url, references),
        };
        format!("[{}]", name(number))
    }

    fn define(&mut self, url: &str, references: &References) -> usize {
        // A name that the document has given to another address stays that of the other.
        let is_taken = |number: usize| references.get(&name(number)).is_some_and(|other| other != url);
        self.last += 1;
        while is_taken(self.last) {
            self.last += 1;
        }
        self.numbers.insert(url.to_owned(), self.last);
        self.definitions.push_str(&format!("[{}]: {}\n", name(self.last), destination(url)));
        self.last
    }

    /// The definitions of those that were named since they were taken last, each on its line.
    pub(super) fn take_definitions(&mut self) -> String {
        std::mem::take(&mut self.definitions)
    }
}

fn name(number: usize) -> String {
    format!("address-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_address_is_written_once() {
        let long = format!("https://example.org/{}", "a".repeat(LONGEST_AT_LINK));
        let mut references = References::default();
        references.define("address-1", "https://example.org/other");
        let mut addresses = Addresses::default();
        assert_eq!(addresses.target("https://example.org/(", &references), "(<https://example.org/(>)");
        assert_eq!(addresses.target(&long, &references), "[address-2]");
        assert_eq!(addresses.target(&long, &References::default()), "[address-2]");
        assert_eq!(addresses.take_definitions(), format!("[address-2]: {long}\n"));
        assert_eq!(addresses.take_definitions(), "");
    }
}

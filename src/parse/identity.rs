//! Identity: the slug of a proposal's project path and title, without what only numbers or adorns
//! them: a list that is numbered anew keeps its identities.

use std::collections::HashMap;

use crate::model::ProposalId;

/// How long a slug may get, in bytes.
const LONGEST: usize = 160;
/// Words before the number of a title (`Project 3: …`).
const COUNTED: &[&str] = &["project", "idea", "proposal", "topic", "task"];
/// Letters with a form in ASCII, and that form.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("çćč", "c"),
    ("ďđ", "d"),
    ("èéêëēėęě", "e"),
    ("ğ", "g"),
    ("ìíîïīı", "i"),
    ("ł", "l"),
    ("ñńň", "n"),
    ("òóôõöøō", "o"),
    ("ř", "r"),
    ("śšş", "s"),
    ("ß", "ss"),
    ("ť", "t"),
    ("ùúûüūů", "u"),
    ("ýÿ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
];

/// The identities that one document has given out.
#[derive(Debug, Default)]
pub(super) struct Identities {
    /// How often each slug was asked for.
    asked: HashMap<String, usize>,
}

impl Identities {
    /// The identity of a proposal with these names, from the project to the title: their slug, with
    /// a number from the second of the same names on.
    pub(super) fn give<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) -> ProposalId {
        let slug = slug(names);
        let asked = self.asked.entry(slug.clone()).or_default();
        if *asked == 0 {
            *asked = 1;
            return ProposalId::new(slug);
        }
        let mut count = *asked + 1;
        loop {
            let numbered = format!("{slug}-{count}");
            if !self.asked.contains_key(&numbered) {
                self.asked.insert(numbered.clone(), 1);
                self.asked.insert(slug, count);
                return ProposalId::new(numbered);
            }
            count += 1;
        }
    }
}

/// Lower-case letters, digits and single hyphens; never empty.
fn slug<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut slug = String::with_capacity(LONGEST);
    for name in names {
        let mut fresh = true;
        for c in undecorated(name).chars() {
            if slug.len() >= LONGEST {
                break;
            }
            if !c.is_alphanumeric() {
                // An apostrophe joins what a hyphen would tear apart.
                fresh |= !matches!(c, '\'' | '’');
                continue;
            }
            if fresh && !slug.is_empty() {
                slug.push('-');
            }
            fresh = false;
            push_plain(&mut slug, c);
        }
    }
    if slug.is_empty() { "untitled".to_owned() } else { slug }
}

/// A name without the number before it (`2) `, `3. `, `Project 3: `, `✅ #4 – `), unless nothing else is
/// left. Other marks leave no trace in a slug anyway.
fn undecorated(name: &str) -> &str {
    let is_mark = |c: char| !c.is_alphanumeric();
    let bare = name.trim_start_matches(is_mark);
    let word = COUNTED.iter().find_map(|word| {
        let head = bare.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        bare[head.len()..].strip_prefix([' ', '#', '-', '_', '\u{a0}'])
    });
    let numbered = word.unwrap_or(bare).trim_start_matches([' ', '#', '\u{a0}']);
    let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = rest.trim_start();
    let is_number = rest.len() < numbered.len();
    // `3.5` and `3-way` are part of a name; `3. `, `3) `, `3: ` and `3 – ` stand before one.
    let ends = match after.chars().next() {
        Some(')' | ':') => true,
        Some('.') => after.starts_with(". "),
        Some('-' | '–' | '—') => after.chars().nth(1).is_none_or(char::is_whitespace),
        _ => false,
    };
    let title = after.trim_start_matches(is_mark);
    if is_number && ends && !title.is_empty() { title } else { name }
}

/// Appends a letter or digit in lower case, in ASCII where it has such a form.
#[inline]
fn push_plain(slug: &mut String, c: char) {
    if c.is_ascii() {
        slug.push(c.to_ascii_lowercase());
        return;
    }
    for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
        let plain = PLAIN.iter().find(|(letters, _)| letters.contains(c));
        slug.push_str(plain.map_or(c.encode_utf8(&mut [0; 4]), |(_, plain)| plain));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_letters_digits_and_single_hyphens() {
        assert_eq!(slug(["Kestrel", "[PM] Don’t -- break: v1.2!"]), "kestrel-pm-dont-break-v1-2");
        assert_eq!(slug(["Élan", "Straße 日本"]), "elan-strasse-日本");
        assert_eq!(slug(["***"]), "untitled");
    }

    #[test]
    fn numbers_and_marks_before_a_name_are_no_part_of_it() {
        for title in [
            "Tide clock",
            "2) Tide clock",
            "3. Tide clock",
            "Project 3: Tide clock",
            "✅ Idea #4 – Tide clock",
        ] {
            assert_eq!(slug([title]), "tide-clock", "{title}");
        }
        for (title, kept) in [
            ("3.5 upgrade", "3-5-upgrade"),
            ("3-way merge", "3-way-merge"),
            ("Project 7", "project-7"),
            ("12.", "12"),
            ("Projector 3: a lamp", "projector-3-a-lamp"),
        ] {
            assert_eq!(slug([title]), kept, "{title}");
        }
    }

    #[test]
    fn equal_names_get_numbers() {
        let mut identities = Identities::default();
        let ids: Vec<_> = ["a", "a 2", "a", "a"].map(|name| identities.give([name]).to_string()).into();
        assert_eq!(ids, ["a", "a-2", "a-3", "a-4"]);
    }
}

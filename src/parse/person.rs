//! A person: one entry of a list of mentors, taken apart.

use super::aside;
use super::contact::{is_email, is_handle, is_obfuscated, is_of, is_site, profile};
use super::person_words::{
    PARTICLES, SITES, image, is_bare_handle, is_gap, is_listed_handle, is_nobody, is_role,
    is_said_before_name, matching, mentioned, without_aside, without_full_stop, without_handle,
    without_quotes,
};
use crate::markdown::inline;
use crate::model::{Mentor, References, Span};

/// A name without handle and address is believed up to so many words, and so many where all of them but
/// particles have a capital.
const LONGEST_NAME: usize = 5;
const LONGEST_CAPITAL_NAME: usize = 7;
/// How far the `>` of an address is looked for, in bytes.
const LONGEST_ANGLE: usize = 320;

/// A mentor as an entry names them.
#[derive(Debug, Default)]
pub(super) struct Person<'a> {
    name: String,
    github: Option<&'a str>,
    email: Option<&'a str>,
    primary: bool,
    /// Something else stands in it than handle, address and role.
    said: bool,
    /// A shortcode names them.
    mentioned: bool,
}

/// Takes an entry apart; links that are defined elsewhere lead where `references` says.
pub(super) fn read<'a>(entry: &'a str, references: &'a References) -> Person<'a> {
    let mut person = Person { name: String::with_capacity(entry.len()), ..Person::default() };
    if let Some(name) = mentioned(entry) {
        name.clone_into(&mut person.name);
        (person.said, person.mentioned) = (true, true);
        return person;
    }
    if is_obfuscated(entry) {
        person.email = Some(entry.trim());
        return person;
    }
    let mut rest = entry;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '(' | '（' => person.group(rest),
            '[' => person.link(rest, references),
            '<' => person.angle(rest),
            '!' if rest.starts_with("![") => image(rest),
            _ => person.word(rest),
        };
        rest = &rest[taken.clamp(c.len_utf8(), rest.len())..];
    }
    person.settle();
    person
}

impl<'a> Person<'a> {
    /// Whether another part of the same line only goes on about this person.
    pub(super) fn takes(&self, next: &Self) -> bool {
        let (two_handles, two_addresses) =
            (self.github.is_some() && next.github.is_some(), self.email.is_some() && next.email.is_some());
        let nameless = next.name.is_empty() && !next.said;
        let adds = !self.name.is_empty() || next.primary || self.github.is_some() != next.github.is_some();
        nameless && adds && !two_handles && !two_addresses
    }

    /// Whether they are distinguished by their handles, or by their addresses.
    pub(super) fn differs(&self, other: &Self) -> bool {
        let differ = |one: Option<&str>, two: Option<&str>| {
            one.zip(two).is_some_and(|(one, two)| !one.eq_ignore_ascii_case(two))
        };
        differ(self.github, other.github) || differ(self.email, other.email)
    }

    /// Adds what another part of the same line says.
    pub(super) fn absorb(&mut self, next: &Self) {
        self.github = self.github.or(next.github);
        self.email = self.email.or(next.email);
        self.primary |= next.primary;
    }

    /// Whether a handle or an address tells who it is.
    pub(super) fn is_certain(&self) -> bool {
        self.github.is_some() || self.email.is_some() || self.mentioned
    }

    /// Whether the words alone look like a name.
    pub(super) fn is_believed(&self) -> bool {
        let words = self.name.split_whitespace().count();
        let is_capital = |word: &str| word.starts_with(char::is_uppercase) || PARTICLES.contains(&word);
        let most =
            if self.name.split_whitespace().all(is_capital) { LONGEST_CAPITAL_NAME } else { LONGEST_NAME };
        let is_number = |word: &str| word.chars().all(|c| c.is_numeric() || c == '.');
        (1..=most).contains(&words)
            && !self.name.split_whitespace().any(is_number)
            && !is_nobody(&self.name)
            && !self.name.ends_with('.')
            && aside::may_be_name(&self.name)
    }

    /// Whether the name begins as names do: with no letter in lower case.
    pub(super) fn begins_with_capital(&self) -> bool {
        self.name.starts_with(|c: char| !c.is_lowercase())
    }

    /// Whether the name has a given name and a family name.
    pub(super) fn has_full_name(&self) -> bool {
        self.begins_with_capital() && self.name.contains(' ')
    }

    /// Whether a handle is all that is known of them.
    pub(super) fn is_handle_alone(&self) -> bool {
        self.name.is_empty() && self.github.is_some() && self.email.is_none()
    }

    pub(super) fn has_name(&self) -> bool {
        !self.name.is_empty()
    }

    /// Whether nothing is known of them.
    pub(super) fn is_nothing(&self) -> bool {
        self.name.is_empty() && !self.is_certain() && !self.primary
    }

    /// Forgets words that say what the person before does, or where: what else stands there is about
    /// that person.
    ///
    /// Tells whether there were any.
    pub(super) fn forget_affiliation(&mut self, before: &Self) -> bool {
        let brings_address = self.email.is_some() && before.email.is_none() && self.github.is_none();
        let is_brand = brings_address && aside::is_brand(&self.name);
        if !self.name.is_empty() && (aside::is_affiliation(&self.name) || is_brand) {
            self.name.clear();
            self.said = false;
            return true;
        }
        false
    }

    /// The mentor, where somebody was recognised.
    pub(super) fn into_mentor(self, span: Span) -> Option<Mentor> {
        if !self.is_certain() && !self.is_believed() || aside::speaks(&self.name) || is_nobody(&self.name) {
            return None;
        }
        let stand_in = self.github.or(self.email).unwrap_or_default();
        Some(Mentor {
            name: if self.name.is_empty() { stand_in.to_owned() } else { self.name },
            github: self.github.map(str::to_owned),
            email: self.email.map(str::to_owned),
            primary: self.primary,
            span,
        })
    }

    /// Parentheses: handle and address, or an aside.
    fn group(&mut self, rest: &'a str) -> usize {
        let length = matching(rest, ['(', '（'], [')', '）']);
        let inner = rest[..length].trim_matches(|c| matches!(c, '(' | ')' | '（' | '）' | '[' | ']'));
        let mut other = None;
        if inner.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aka ")) {
            return length;
        }
        for part in inner.split([',', '，', ';', '；', '|']) {
            if is_obfuscated(part) {
                self.email = self.email.or(Some(part.trim()));
            } else {
                self.details(part, &mut other);
            }
        }
        if self.github.is_none() {
            let is_bare = !self.name.trim().is_empty() && is_bare_handle(inner);
            self.github = other.filter(|other| is_bare || is_listed_handle(inner, other));
        }
        other = other.filter(|other| self.github.is_none_or(|handle| !handle.eq_ignore_ascii_case(other)));
        if self.name.trim().is_empty() && self.github.is_some() {
            self.full_name(inner);
        } else if other.is_some() && !is_role(inner) {
            self.words(&rest[..length]);
        }
        length
    }

    /// Takes the words of a part in parentheses; `other` becomes the first that is no detail. The
    /// word after the name of a site (`Slack: @ada`) is what they are called there.
    fn details(&mut self, part: &'a str, other: &mut Option<&'a str>) {
        let mut there = None;
        for written in part.split(is_gap) {
            let word = written.trim_matches(|c| matches!(c, '<' | '>' | '`' | '*' | '_' | '.' | ':'));
            if word.is_empty() {
                continue;
            }
            match there.take() {
                Some(true) if is_handle(word.trim_start_matches('@')) => {
                    self.github = self.github.or(Some(word.trim_start_matches('@')));
                }
                Some(false) => {}
                _ if written.ends_with(':') && is_of(SITES, word) => {
                    there = Some(word.eq_ignore_ascii_case("github"));
                }
                _ if self.detail(word) => {}
                _ => *other = other.or(Some(word)),
            }
        }
    }

    /// The name in the parentheses after a handle, without what it explains.
    fn full_name(&mut self, inner: &str) {
        let name = inner.split(" - ").next().unwrap_or_default();
        let is_full = name.split_whitespace().count() > 1
            && name.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
        if is_full
            && name
                .chars()
                .all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '.' | '\'' | '’'))
            && !is_role(name)
        {
            self.name.push_str(name);
        }
    }

    /// `[words](address)`, `[words][label]`, `[label]`: a profile, an e-mail address, or only words.
    fn link(&mut self, rest: &'a str, references: &'a References) -> usize {
        let words_end = matching(rest, ['[', '['], [']', ']']);
        let words = rest[..words_end].trim_matches(['[', ']']);
        let (target, length) = if let Some(target) = rest[words_end..].strip_prefix('(') {
            let length = matching(&rest[words_end..], ['(', '('], [')', ')']);
            (target[..length.saturating_sub(1)].trim_end_matches(')').trim_matches(['<', '>', ' ']), length)
        } else {
            let label = rest[words_end..].starts_with('[').then(|| {
                let length = matching(&rest[words_end..], ['[', '['], [']', ']']);
                (rest[words_end..words_end + length].trim_matches(['[', ']']), length)
            });
            let (label, length) = label.unwrap_or((words, 0));
            let Some(target) = references.get(if label.is_empty() { words } else { label }) else {
                if words.contains(['@', ':']) {
                    let mut other = None;
                    self.details(words, &mut other);
                } else {
                    self.words(words);
                }
                return words_end;
            };
            (target, length)
        };
        let target =
            if target.starts_with("mailto:") { target.split('?').next().unwrap_or(target) } else { target };
        let known = self.detail(target);
        if known && is_said_before_name(&self.name) {
            self.name.clear();
        }
        if words.starts_with('@') || is_email(words) {
            self.detail(words);
        } else if !(known && (self.github == Some(words) || is_site(words))) {
            // The brackets behind the name, in a link with a contact, say where somebody works.
            let name =
                words.strip_suffix(')').and_then(|words| words.rsplit_once(" (")).map(|(name, _)| name);
            self.words(name.filter(|_| known).unwrap_or(words));
        }
        words_end + length
    }

    /// `<a@b>`, `<https://…>`, or a tag.
    fn angle(&mut self, rest: &'a str) -> usize {
        let close = memchr::memchr(b'>', &rest.as_bytes()[..rest.len().min(LONGEST_ANGLE)]);
        let length = close.map_or(1, |at| at + 1);
        let inner = rest[..length].trim_matches(['<', '>']);
        if let Some((_, target)) = inner.split_once("href=").filter(|_| inner.starts_with("a ")) {
            self.detail(target.trim_matches(['"', '\'', ' ']));
            let words = rest[length..].split('<').next().unwrap_or_default();
            self.name.push_str(words);
            return length + words.len();
        }
        self.detail(inner);
        length
    }

    /// A word of plain text.
    fn word(&mut self, rest: &'a str) -> usize {
        let at_gap = |c: char| c.is_whitespace() || matches!(c, '(' | '（' | '[' | '<');
        let length = rest.find(at_gap).unwrap_or(rest.len());
        if length == 0 {
            if !self.name.is_empty() {
                self.name.push(' ');
            }
            return rest.chars().next().map_or(0, char::len_utf8);
        }
        let word = &rest[..length];
        // `GitHub: @ada`, `email: ada@example.org`: what follows tells itself.
        if word.ends_with(':')
            && (is_of(SITES, word.trim_end_matches(':')) || is_site(word.trim_end_matches(':')))
        {
            return length + self.on_site(word.trim_end_matches(':'), &rest[length..]);
        }
        let bare = word.trim_matches(|c| matches!(c, '\\' | '`' | '*' | '.' | ',' | ':' | ')' | '）'));
        // An address that tells neither handle nor e-mail is no part of a name, nor is what ends a sentence.
        if !self.detail(bare) && !word.contains("://") && !word.bytes().all(|byte| byte == b'.') {
            self.words(word);
        }
        length
    }

    /// Takes the word behind the name of a site: a handle on GitHub, else what they are called elsewhere.
    fn on_site(&mut self, site: &str, rest: &'a str) -> usize {
        let gap = rest.len() - rest.trim_start().len();
        let word = rest[gap..]
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | ';' | ','))
            .next()
            .unwrap_or_default();
        let bare = word.trim_matches(|c| matches!(c, '`' | '*' | '.' | '<' | '>' | ')' | ']'));
        if site.eq_ignore_ascii_case("github") && is_handle(bare.trim_start_matches('@')) && !bare.is_empty()
        {
            self.github = self.github.or(Some(bare.trim_start_matches('@')));
        } else if !self.detail(bare) && bare.is_empty() {
            return 0;
        } else if !is_site(site) && self.github == bare.strip_prefix('@') {
            self.github = None;
        }
        gap + word.len()
    }

    /// Words of the name; what follows handle or address explains and is no name.
    fn words(&mut self, words: &str) {
        let is_mark = |c| matches!(c, '*' | '_' | '-' | '–' | '—' | ':' | ' ' | '.' | '(' | ')');
        if words.trim_matches(is_mark).eq_ignore_ascii_case("primary") {
            self.primary = true;
        } else if self.name.trim().is_empty() || (self.github.is_none() && self.email.is_none()) {
            self.name.push_str(words);
        }
    }

    /// Takes a word that is a handle, an address or a role; tells whether it was one.
    fn detail(&mut self, word: &'a str) -> bool {
        if word.eq_ignore_ascii_case("primary") {
            self.primary = true;
            return true;
        }
        if !word.bytes().any(|byte| matches!(byte, b'@' | b'/')) {
            return false;
        }
        let address = word.strip_prefix("mailto:").unwrap_or(word);
        if let Some(handle) = word.strip_prefix('@').filter(|handle| is_handle(handle)) {
            self.github = self.github.or(Some(handle));
        } else if is_email(address) {
            self.email = self.email.or(Some(address));
        } else if let Some(handle) = profile(word) {
            self.github = self.github.or(Some(handle));
        } else {
            return false;
        }
        true
    }

    /// Brings the name into its form.
    fn settle(&mut self) {
        let written = std::mem::take(&mut self.name);
        let name = inline::plain(&written);
        let name = self.without_role(&name);
        let is_mark = |c| matches!(c, ' ' | ':' | '-' | '–' | '—' | '*' | '_' | ',' | '·' | '•');
        let name = without_quotes(name.trim_matches(is_mark));
        let name = if self.is_certain() { name } else { without_aside(name) };
        let name = without_full_stop(without_handle(name, self.github));
        self.said = name.chars().any(char::is_alphanumeric);
        self.name = if self.said { name.to_owned() } else { String::new() };
    }

    /// A name without the role that stands before it (`Primary mentor: …`).
    fn without_role<'b>(&mut self, name: &'b str) -> &'b str {
        // `Alternate mentor (for maps) Bo Chen`
        let lower = name.to_ascii_lowercase();
        if let Some(at) = lower.find("mentor ").filter(|&at| at <= 12 && lower.len() == name.len()) {
            let rest = name[at + "mentor ".len()..].trim_start();
            let rest = rest
                .strip_prefix('(')
                .and_then(|rest| rest.split_once(')'))
                .map_or(rest, |(_, rest)| rest.trim_start());
            if rest.starts_with(char::is_uppercase) && is_role(lower[..at].trim()) {
                return rest;
            }
        }
        let Some((role, rest)) = name.split_once(':') else { return name };
        if !is_role(role) {
            return name;
        }
        self.primary |= role.to_lowercase().contains("primary");
        rest
    }
}

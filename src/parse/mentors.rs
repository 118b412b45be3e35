//! Mentors: the people of a field, however they are listed.

use super::aside;
use super::blocks::{self, Block};
use super::person::{self, Person};
use crate::markdown::outline::Outline;
use crate::model::{Mentor, Span};

/// The words between two people.
const BETWEEN: &[&str] = &[" and ", " or ", " / "];
/// The words after a name and a comma that belong to it.
const TITLES: &[&str] = &["phd", "ph.d", "msc", "bsc", "mba", "md", "jr", "sr", "esq", "ii", "iii", "iv"];

/// Only so many gaps of one part are looked at: more are no list of people.
const MOST_GAPS: usize = 16;

/// The mentors of a proposal, as their fields are read.
#[derive(Debug, Default)]
pub(super) struct Mentors {
    /// The people, in order.
    pub(super) people: Vec<Mentor>,
    /// The entries in which nobody was recognised.
    pub(super) unread: Vec<Span>,
}

/// Reads the people of a field's value. `primary` says that its label already calls them so.
pub(super) fn read(text: &str, outline: &Outline<'_>, value: Span, primary: bool) -> Mentors {
    let mut mentors = Mentors::default();
    let mut people = Vec::new();
    let blocks = blocks::blocks(text, outline, value);
    for (number, block) in blocks.iter().enumerate() {
        let names = aside::end_of_names(block.span.of(text));
        let block = &Block { span: Span::new(block.span.start, block.span.start + names), ..*block };
        if aside::instructs(block.span.of(text)) {
            mentors.unread.push(block.span);
        } else if let Some(name) = aside::chat_name(text, block.span) {
            mentors.people.push(Mentor {
                name: name.of(text).to_owned(),
                github: None,
                email: None,
                primary,
                span: block.span,
            });
        } else if let Some(mentor) = person::as_in_template(block.span.of(text), block.span) {
            mentors.people.push(Mentor { primary, ..mentor });
        } else if block.item || !block.span.of(text).ends_with(':') {
            let before = mentors.people.len() + mentors.unread.len();
            read_people(text, block.span, &mut people);
            settle(&mut people, block.span, primary, &mut mentors);
            if mentors.people.len() + mentors.unread.len() == before {
                mentors.unread.push(block.span);
            }
        } else if !blocks.get(number + 1).is_some_and(|next| next.item) {
            // With a list below it would only say that people come.
            mentors.unread.push(block.span);
        }
    }
    mentors
}

/// Reads the people of a block, each with the parts that speak of them.
fn read_people<'a>(text: &'a str, span: Span, people: &mut Vec<(Person<'a>, Span)>) {
    let parts = match inverted_name(span.of(text)) {
        true => vec![span],
        false => blocks::split(text, span, separator),
    };
    let parts = parts.into_iter().filter_map(|part| without_and(text, part));
    let parts = parts.filter(|part| !aside::is_chat(part.of(text)) && !person::is_nobody(part.of(text)));
    let parts: Vec<(Person<'_>, Span)> =
        parts.flat_map(|part| handles(text, part)).flat_map(|part| apart(text, part)).collect();
    // One name among several handles is one of several people.
    let handles = parts.iter().filter(|(person, _)| person.is_handle_alone()).count();
    let are_handles = handles >= 2 && parts.iter().filter(|(person, _)| person.has_name()).count() < 2;
    let mut is_affiliation = false;
    for (mut person, part) in parts {
        let goes_on = std::mem::take(&mut is_affiliation);
        if let Some((open, whole)) = people.last_mut() {
            if person.forget_affiliation(open) {
                is_affiliation = true;
                if goes_on {
                    *whole = Span::new(whole.start, part.start);
                }
            }
            if person.is_nothing() {
                *whole = Span::new(whole.start, part.end);
                continue;
            }
        } else if person.is_nothing() {
            continue;
        }
        match people.last_mut() {
            Some((open, whole)) if !are_handles && open.takes(&person) && !sets_apart(text, *whole, part) => {
                open.absorb(&person);
                *whole = Span::new(whole.start, part.end);
            }
            _ => people.push((person, part)),
        }
    }
}

/// The parts of a part that is nothing but handles, dots and all: `@ada.byron @bo.chen`.
fn handles(text: &str, part: Span) -> Vec<Span> {
    let words = part.of(text);
    let is_handle = |word: &str| word.len() > 1 && word.starts_with('@');
    if !words.contains(' ') || !words.split_whitespace().all(is_handle) {
        return vec![part];
    }
    let mut at = part.start;
    let spans = words.split_whitespace().filter_map(|word| {
        let start = at + text[at..part.end].find(word)?;
        at = start + word.len();
        Some(Span::new(start, at))
    });
    spans.collect()
}

/// Whether a text is one person whose family name stands first, before a comma: a word on either side of
/// it, and the only brackets at the end.
fn inverted_name(entry: &str) -> bool {
    let Some((name, rest)) = entry.split_once(['(', '（']) else { return false };
    let Some((family, given)) = name.split_once([',', '，']) else { return false };
    let is_word = |word: &str| {
        let word = word.trim();
        word.split_whitespace().count() == 1 && word.starts_with(char::is_uppercase)
    };
    is_word(family)
        && is_word(given)
        && rest.contains('@')
        && rest.trim_end().find([')', '）']) == rest.trim_end().rfind([')', '）'])
        && rest.trim_end().ends_with([')', '）'])
}

/// Whether the words between two parts tell that they speak of two people.
fn sets_apart(text: &str, one: Span, other: Span) -> bool {
    let between = Span::new(one.end, other.start.max(one.end)).of(text);
    between.contains('&') || between.split(|c: char| !c.is_alphabetic()).any(is_between)
}

fn is_between(word: &str) -> bool {
    BETWEEN.iter().any(|between| between.trim().eq_ignore_ascii_case(word))
}

/// Takes the people of a block (`span`) for mentors, as far as they are people.
fn settle(people: &mut Vec<(Person<'_>, Span)>, span: Span, primary: bool, mentors: &mut Mentors) {
    // A word in lower case behind names is what somebody does.
    let is_named = |(person, _): &(Person<'_>, Span)| person.is_certain() || person.begins_with_capital();
    let is_full = |(person, _): &(Person<'_>, Span)| person.is_certain() || person.has_full_name();
    if people.iter().any(is_full) {
        people.retain(is_named);
    }
    // A sentence has commas too: where nobody is more than a name, all must look like names.
    let sentence = !people.iter().any(|(person, _)| person.is_certain())
        && people.iter().any(|(person, _)| !person.is_believed());
    if sentence {
        mentors.unread.push(span);
        people.clear();
        return;
    }
    mentors.people.reserve(people.len());
    for (person, span) in people.drain(..) {
        match person.into_mentor(span) {
            Some(mentor) => mentors.people.push(Mentor { primary: mentor.primary || primary, ..mentor }),
            None => mentors.unread.push(span),
        }
    }
}

/// The people of a part who stand side by side with nothing between them (`@ada @bo`): where both
/// sides of a gap name a handle or an address and these differ.
fn apart(text: &str, part: Span) -> Vec<(Person<'_>, Span)> {
    let mut people = Vec::new();
    let mut open = part;
    for gap in gaps(part.of(text)) {
        let at = part.start + gap;
        let (left, right) = (Span::new(open.start, at).trim(text), Span::new(at, part.end).trim(text));
        let person = person::read(left.of(text));
        if person.differs(&person::read(right.of(text))) {
            people.push((person, left));
            open = right;
        }
    }
    people.push((person::read(open.of(text)), open));
    people
}

/// Where one person may end and the next begin without a separator: after a handle or a bracket
/// outside brackets, before a letter, a handle or a link.
fn gaps(part: &str) -> Vec<usize> {
    let signs = |sign: u8| memchr::memchr_iter(sign, part.as_bytes()).count();
    // Most entries name one person, in parentheses that end them.
    if signs(b'@') + signs(b'[') < 2 || (part.ends_with(')') && signs(b'(') == 1) {
        return Vec::new();
    }
    let (mut gaps, mut depth, mut word) = (Vec::new(), 0_usize, ' ');
    let mut before = ' ';
    for (at, c) in part.char_indices() {
        let begins = c == '[' || c == '@' || c.is_alphabetic();
        let ended = matches!(before, ')' | ']' | '）') && c != '(';
        let handle = before.is_whitespace() && matches!(word, '@' | ')' | ']');
        if depth == 0 && begins && gaps.len() < MOST_GAPS && ((ended && c == '[') || handle) {
            gaps.push(at);
        }
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // The mark of the last word: its first character, or the bracket that ends it.
        if before.is_whitespace() && !c.is_whitespace() || matches!(c, ')' | ']') {
            word = c;
        }
        before = c;
    }
    gaps
}

/// A part without the "and" that a comma before it left over.
fn without_and(text: &str, part: Span) -> Option<Span> {
    let words = part.of(text);
    match words.get(..3) {
        Some(and) if and.eq_ignore_ascii_case("and") && words.len() == 3 => None,
        Some(and) if and.eq_ignore_ascii_case("and") && words[3..].starts_with(char::is_whitespace) => {
            Some(Span::new(part.start + 3, part.end).trim(text))
        }
        _ => Some(part),
    }
}

/// The length of the text between two people on one line.
fn separator(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    match first {
        ',' | '，' if begins_with_title(&rest[first.len_utf8()..]) => None,
        ',' | ';' | '|' | '&' | '，' | '；' | '、' | '\n' | '\r' => Some(first.len_utf8()),
        '<' => blocks::line_break(rest),
        ' ' if matches!(rest.as_bytes().get(1), Some(b'a' | b'A' | b'o' | b'O' | b'/')) => {
            let is_word =
                |word: &&&str| rest.get(..word.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(word));
            BETWEEN.iter().find(is_word).map(|word| word.len())
        }
        _ => None,
    }
}

/// Whether a text begins with a title as it follows names.
fn begins_with_title(rest: &str) -> bool {
    let rest = rest.trim_start();
    TITLES.iter().any(|title| {
        // A word after it tells a given name (`Md Rahman`) from a title.
        rest.get(..title.len()).is_some_and(|word| word.eq_ignore_ascii_case(title))
            && !rest[title.len()..].trim_start_matches(['.', ' ']).starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(value: &str) -> Vec<(String, Option<String>, Option<String>, bool)> {
        let mentors = read(value, &Outline::of(value), Span::new(0, value.len()), false);
        mentors.people.into_iter().map(|m| (m.name, m.github, m.email, m.primary)).collect()
    }

    fn person(name: &str, github: &str, email: &str) -> (String, Option<String>, Option<String>, bool) {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (name.to_owned(), some(github), some(email), false)
    }

    #[test]
    fn every_form_of_an_entry_is_read() {
        for entry in [
            "Ada Byron (@ada, ada@example.org)",
            "Ada Byron(@ada , ada@example.org)",
            "Ada Byron (@ada,ada@example.org )",
            "Ada Byron (ada, ada@example.org)",
            "Ada Byron (@ada ada@example.org)",
            "Ada Byron: (@ada,\u{a0}ada@example.org)",
            "Ada Byron（@ada，ada@example.org）",
            "**Ada Byron** (`@ada`, <ada@example.org>)",
            "[Ada Byron](https://github.com/ada) (ada@example.org)",
            "Ada Byron ([@ada](https://github.com/ada), [mail](mailto:ada@example.org))",
            "Ada Byron, @ada, ada@example.org",
            "Ada Byron @ada <ada@example.org>",
            "Mentor Name: Ada Byron (@ada, ada@example.org)",
            "Ada Byron (@ada, ada@example.org) - the address of her account",
        ] {
            assert_eq!(people(entry), [person("Ada Byron", "ada", "ada@example.org")], "{entry}");
        }
    }

    #[test]
    fn what_is_missing_stays_missing() {
        assert_eq!(people("@ada"), [person("ada", "ada", "")]);
        assert_eq!(people("[@ada](https://github.com/ada)"), [person("ada", "ada", "")]);
        assert_eq!(people("ada@example.org"), [person("ada@example.org", "", "ada@example.org")]);
        assert_eq!(people("Ada (@ada)"), [person("Ada", "ada", "")]);
        assert_eq!(people("Ada (x AT example DOT org)"), [person("Ada", "", "x AT example DOT org")]);
        assert_eq!(people("[Ada](https://example.org/ada)"), [person("Ada", "", "")]);
    }

    #[test]
    fn a_second_name_in_brackets_belongs_to_the_name() {
        let name = "Ada Byron (Lady Lace)";
        assert_eq!(
            people(&format!("{name} (@ada, ada@example.org)")),
            [person(name, "ada", "ada@example.org")]
        );
        assert_eq!(people("Ada Byron (they/them)"), [person("Ada Byron", "", "")]);
        assert_eq!(people("@ada (Ada Byron - Engines)"), [person("Ada Byron", "ada", "")]);
        assert_eq!(people("@ada (mentor)"), [person("ada", "ada", "")]);
    }

    #[test]
    fn several_people_share_a_line() {
        let two = [person("Ada B", "ada", ""), person("Bo C", "bo", "")];
        for line in [
            "Ada B (@ada), Bo C (@bo)",
            "Ada B @ada; Bo C @bo",
            "Ada B (@ada) and Bo C (@bo)",
            "Ada B (@ada) & Bo C (@bo)",
            "Ada B (@ada), and Bo C (@bo)",
            "Ada B (@ada), and\nBo C (@bo)",
            "[Ada B](https://github.com/ada) | [Bo C](https://github.com/bo)",
            "Ada B (@ada)<br>Bo C (@bo)",
            "- Ada B (@ada)\n- Bo C (@bo)",
        ] {
            assert_eq!(people(line), two, "{line}");
        }
    }

    #[test]
    fn nobody_takes_what_another_one_is_called() {
        let two = [person("Ada", "", ""), person("bo", "bo", "")];
        for line in [
            "[Ada](https://example.org/ada) and @bo",
            "Ada & @bo",
            "[Ada](https://example.org/ada), and @bo",
            "Ada or @bo",
        ] {
            assert_eq!(people(line), two, "{line}");
        }
        let one = [person("Byron, Ada", "ada", "")];
        for line in ["\"Byron, Ada\" (@ada)", "“Byron, Ada” (@ada)", "\"Byron, Ada\", @ada"] {
            assert_eq!(people(line), one, "{line}");
        }
        assert_eq!(
            people("Ada \"The Countess\" Byron (@ada)"),
            [person("Ada \"The Countess\" Byron", "ada", "")]
        );
        let pictured = [person("Ada", "ada", "")];
        assert_eq!(people("Ada (@ada)\n![the pier](https://example.org/pier.png)"), pictured);
        assert_eq!(people("![Ada](https://example.org/ada.png) Ada (@ada)"), pictured);
    }

    #[test]
    fn forms_of_the_field() {
        let two = [person("Ada B", "ada", ""), person("Bo C", "bo", "")];
        let plain = [person("Ada Byron", "", ""), person("Bo Chen", "", "")];
        let one = [person("Ada Byron", "ada", "")];
        let site = [person("Ada Byron", "", "")];
        let doctor = [person("Jane Roe, PhD", "jane", "")];
        let bare = [person("Jane Roe, PhD", "", ""), person("Bo Chen", "", "")];
        let handles = [person("ada", "ada", ""), person("bo", "bo", "")];
        let hidden = [person("Ada", "ada", "ada [at] example [dot] org")];
        let mohammed = [person("Ada Byron", "", ""), person("Md Chen", "", "")];
        let cases: &[(&str, &[_])] = &[
            ("Ada B (@ada) or Bo C (@bo)", &two),
            ("Ada B (@ada) / Bo C (@bo)", &two),
            ("Ada B (@ada) Bo C (@bo)", &two),
            ("[Ada B](https://github.com/ada) [Bo C](https://github.com/bo)", &two),
            ("[Ada B](https://github.com/ada)[Bo C](https://github.com/bo)", &two),
            ("[Ada B](https://github.com/ada) or [Bo C](https://github.com/bo)", &two),
            ("[Ada B](github.com/ada), [Bo C](http://www.github.com/bo/)", &two),
            ("Ada B @ada & Bo C @bo", &two),
            ("[@ada](https://github.com/ada) [@bo](https://github.com/bo)", &handles),
            ("@ada, @bo", &handles),
            ("@ada @bo", &handles),
            ("Ada Byron and Bo Chen", &plain),
            ("Ada Byron or Bo Chen", &plain),
            ("Ada Byron; Bo Chen", &plain),
            ("Ada Byron | Bo Chen", &plain),
            ("Ada Byron & Bo Chen", &plain),
            ("Ada Byron<br>Bo Chen", &plain),
            ("Ada Byron ([GitHub](https://github.com/ada), [Zulip](https://example.org/u/1))", &one),
            ("Ada Byron ([Zulip](https://example.org/u/1), [GitHub](https://github.com/ada))", &one),
            ("Ada Byron ([github](https://github.com/ada))", &one),
            ("Ada Byron ([@ada](https://github.com/ada))", &one),
            ("Ada Byron (https://github.com/ada)", &one),
            ("Ada Byron - https://github.com/ada", &one),
            ("Ada Byron (GitHub: @ada)", &one),
            ("Ada Byron (GitHub: ada, Slack: @ada-slack)", &one),
            ("Ada Byron (github.com/ada)", &one),
            ("Ada Byron [@ada]", &one),
            ("@ada (Ada Byron)", &one),
            ("Ada Byron ([Zulip](https://example.org/u/1))", &site),
            ("[Ada Byron](https://gitlab.example.org/ada)", &site),
            ("[Ada Byron](https://www.linkedin.com/in/ada)", &site),
            ("Ada Byron (Example Ltd.)", &site),
            ("Jane Roe, PhD (@jane)", &doctor),
            ("Jane Roe, PhD, Bo Chen", &bare),
            ("Ada Byron, Md Chen", &mohammed),
            ("Ada Byron (engineer at Example Inc.)", &site),
            ("Ada (@ada, ada [at] example [dot] org)", &hidden),
        ];
        for (entry, expected) in cases {
            assert_eq!(&people(entry), expected, "{entry}");
        }
    }

    #[test]
    fn the_primary_one_is_marked() {
        for entry in
            ["Ada (@ada) - Primary", "Primary: Ada (@ada)", "Ada (@ada, primary)", "Ada (@ada) **(primary)**"]
        {
            let people = people(entry);
            assert_eq!((people[0].0.as_str(), people[0].3), ("Ada", true), "{entry}");
        }
    }

    #[test]
    fn what_names_nobody_is_told() {
        for entry in
            ["TBD", "???", "Some ideas:", "Please write to the list that you find on our site for details."]
        {
            let mentors = read(entry, &Outline::of(entry), Span::new(0, entry.len()), false);
            assert_eq!((mentors.people.len(), mentors.unread.len()), (0, 1), "{entry}");
        }
    }
}

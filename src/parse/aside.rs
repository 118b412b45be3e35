//! Asides: what stands among people and is nobody: instructions, roles, affiliations, names on chats.

use super::contact::is_of;
use crate::model::Span;

/// Words that a sentence to the reader begins with.
const INSTRUCTIONS: &[&str] = &[
    "please",
    "look",
    "join",
    "feel",
    "contact",
    "note",
    "if",
    "ask",
    "for",
    "see",
    "interested",
    "our",
    "the",
    "you",
    "we",
    "this",
    "these",
    "do",
    "to",
    "questions",
    "question",
    "since",
    "because",
    "both",
    "reach",
    "also",
    "all",
    "mentors",
    "people",
];
/// Words in lower case that are of no name: with one of them, words are a sentence or a role.
const NO_NAME: &[&str] = &[
    "please",
    "look",
    "contact",
    "contacts",
    "email",
    "role",
    "roles",
    "ask",
    "join",
    "reach",
    "mentors",
    "mentor",
    "people",
    "the",
    "with",
    "for",
    "your",
    "our",
    "you",
    "via",
    "on",
    "in",
    "if",
    "who",
    "will",
    "can",
    "are",
    "is",
    "be",
    "others",
    "other",
    "more",
    "any",
    "anyone",
    "everyone",
    "someone",
    "team",
    "members",
    "member",
    "community",
    "maintainers",
    "maintainer",
    "contributors",
    "contributor",
    "channel",
    "include",
    "needed",
    "wanted",
    "yet",
    "only",
    "to",
    "of",
    "at",
    "from",
    "this",
    "these",
    "chat",
    "forum",
    "here",
    "possible",
    "potential",
    "pending",
];
/// Words that tell what somebody does, or where.
const ROLES: &[&str] = &[
    "leader",
    "founder",
    "co-founder",
    "director",
    "professor",
    "author",
    "creator",
    "university",
    "institute",
    "inc",
    "ltd",
    "pvt",
    "gmbh",
    "llc",
    "developer",
    "developers",
    "engineer",
    "engineers",
    "scientist",
    "physicist",
    "manager",
    "researcher",
    "student",
    "laboratory",
    "lab",
    "labs",
    "department",
    "corporation",
    "company",
    "cto",
    "ceo",
    "college",
    "school",
    "postdoc",
    "phd",
    "group",
    "expert",
    "experts",
    "foundation",
    "institution",
    "center",
    "centre",
    "fellow",
    "chair",
    "president",
    "head",
    "association",
    "society",
    "academy",
    "freelancer",
    "contractor",
    "consultant",
    "advisor",
    "adviser",
    "lead",
    "team",
    "community",
    "maintainer",
    "maintainers",
];
/// Sites and programs on which people have other names than on GitHub.
const CHATS: &[&str] = &[
    "discord", "slack", "zulip", "matrix", "telegram", "irc", "twitter", "linkedin", "gitter", "mastodon",
    "wechat",
];
/// A name is capitals alone up to so many: more than an abbreviation.
const ABBREVIATION: usize = 6;

/// Whether a text speaks to the reader rather than name somebody.
pub(super) fn instructs(text: &str) -> bool {
    let plain = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let length = plain.find(|c: char| !c.is_alphabetic()).unwrap_or(plain.len());
    let (first, rest) = plain.split_at(length);
    let second = rest.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    // `Contact: Ada` and `Mentors: Ada` name somebody.
    let labels = rest.trim_start().starts_with(':');
    is_of(INSTRUCTIONS, first) && !labels && second.starts_with(char::is_lowercase)
        || (names_role(plain) && !plain.contains("github.com"))
}

/// Whether a text has the word `role`.
fn names_role(text: &str) -> bool {
    // Most texts have nothing like it, and their words need no look.
    let bytes = text.as_bytes();
    let is_role = |at: usize| bytes.get(at..at + 4).is_some_and(|word| word.eq_ignore_ascii_case(b"role"));
    memchr::memchr2_iter(b'r', b'R', bytes).any(is_role) && has_word(text, &["role", "roles"])
}

/// Where the names in a text end and a sentence to the reader begins.
pub(super) fn end_of_names(text: &str) -> usize {
    const STARTERS: &[&str] = &[
        "Ask",
        "Please",
        "Feel",
        "You",
        "For",
        "Contact",
        "See",
        "If",
        "The",
        "We",
        "Join",
        "This",
        "Reach",
        "Both",
        "Also",
        "Interested",
        "Do",
    ];
    memchr::memchr_iter(b'.', text.as_bytes())
        .filter(|&at| text[at + 1..].starts_with(' '))
        .find(|&at| {
            let rest = text[at + 2..].trim_start();
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            STARTERS.contains(&word)
                && text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']'))
        })
        .unwrap_or(text.len())
}

/// Whether words say what somebody does or where, behind the name.
pub(super) fn is_affiliation(words: &str) -> bool {
    let letters = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_abbreviation = (2..=ABBREVIATION).contains(&words.len())
        && letters.len() >= 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    has_word(words, ROLES) || is_abbreviation
}

/// Whether a word is spelt as brands are: `OpenTides`.
pub(super) fn is_brand(words: &str) -> bool {
    let mut before = ' ';
    let humps = words.chars().filter(|&c| {
        let hump = before.is_lowercase() && c.is_uppercase();
        before = c;
        hump
    });
    humps.count() > 0
        && words.chars().all(char::is_alphanumeric)
        && !words.starts_with("Mc")
        && !words.starts_with("Mac")
}

/// Whether words can be the name of somebody of whom nothing else is known.
pub(super) fn may_be_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_lower = |word: &&&str| word.starts_with(|c: char| c.is_lowercase());
    let lower = words.iter().filter(is_lower).count();
    !speaks(name)
        && (words.len() == 1
            || lower == 0
            || words[0].starts_with(|c: char| !c.is_lowercase()) && lower * 2 <= words.len())
}

/// Whether words are a sentence, or tell of nobody in particular.
pub(super) fn speaks(name: &str) -> bool {
    let words: Vec<&str> =
        name.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty()).collect();
    let is_one = words.len() == 1
        && matches!(
            words[0].to_ascii_lowercase().as_str(),
            "others" | "other" | "more" | "anyone" | "mentors" | "mentor" | "team" | "community"
        );
    is_one || words.len() > 1 && words.iter().any(|word| NO_NAME.contains(word))
}

/// Whether a text is what somebody is called on a chat: `Discord: @ada`.
pub(super) fn is_chat(part: &str) -> bool {
    let plain = part.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = plain.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    is_of(CHATS, word) && !part.contains("github.com") && plain.len() > word.len()
}

/// The name of somebody on a chat, of whom nothing else is known.
pub(super) fn chat_name(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    if !is_chat(words) {
        return None;
    }
    let at = words.rfind(|c: char| c.is_whitespace() || matches!(c, ':' | '@'))?;
    let start = span.start + at + words[at..].chars().next().map_or(0, char::len_utf8);
    let name = Span::new(start, span.end).trim(text);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '#');
    let few = words.split_whitespace().count() <= 3;
    (few && !name.is_empty() && name.of(text).chars().all(is_name)).then_some(name)
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(|word| is_of(words, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_and_roles_are_nobody() {
        for text in
            ["Please write to us", "Look for mentors with the role @Tide", "You will meet several mentors"]
        {
            assert!(instructs(text), "{text}");
        }
        for text in ["Contact: Ada Byron", "Ada Byron", "Look Ma", "[Ada](https://example.org)"] {
            assert!(!instructs(text), "{text}");
        }
        for words in ["Founder", "Example Pvt Ltd", "author of tides", "ETH"] {
            assert!(is_affiliation(words), "{words}");
        }
        assert!(!is_affiliation("Ada Byron") && is_brand("OpenTides") && !is_brand("McTide"));
    }

    #[test]
    fn names_end_where_a_sentence_to_the_reader_begins() {
        let text = "[Ada](https://example.org/a). Ask on the forum";
        assert_eq!(&text[..end_of_names(text)], "[Ada](https://example.org/a)");
        assert_eq!(end_of_names("Dr. Ada Byron"), "Dr. Ada Byron".len());
    }
}

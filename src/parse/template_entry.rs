//! Entries of people that stand as the template asks.

use super::contact::{is_handle, is_of, is_plain_email};
use crate::model::{Mentor, Span};

/// The words that are of no name: they stand between two people, or tell a role.
const NO_NAMES: &[&str] = &["and", "or", "primary"];

/// The mentor of an entry that stands as the template asks, `Name (@handle, mail@example.org)`, but for
/// spaces: most do, and need no more than one look. Anything else is nobody's here.
pub(super) fn read(entry: &str, span: Span) -> Option<Mentor> {
    let open = memchr::memchr(b'(', entry.as_bytes())?;
    let (handle, email) = entry[open..].strip_prefix("(@")?.strip_suffix(')')?.split_once(',')?;
    let (name, handle, email) = (entry[..open].trim_end(), handle.trim_end(), email.trim());
    let is_name = |word: &str| {
        word.starts_with(char::is_alphanumeric)
            && word.ends_with(char::is_alphanumeric)
            && word.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !is_of(NO_NAMES, word)
    };
    let fits =
        name.split(' ').all(is_name) && is_handle(handle) && !handle.ends_with('_') && is_plain_email(email);
    fits.then(|| Mentor {
        name: name.to_owned(),
        github: Some(handle.to_owned()),
        email: Some(email.to_owned()),
        primary: false,
        span,
    })
}

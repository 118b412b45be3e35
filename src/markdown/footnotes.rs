//! Footnotes: where a document defines them, and which of them belong to a part of it.
//!
//! A footnote is often referred to in one field and defined at the end of the document, or in the
//! middle of another proposal. It belongs to the fields that refer to it: each of them gets the
//! whole definition, and where it stands it is no text of anything. One that nothing refers to
//! stays where it is.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Parser, Tag};

use super::dedent::without_margin;
use super::events::PROSE;
use crate::model::{Footnote, References, Span, start_of};

/// A footnote that a document defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    pub label: String,
    /// Where it stands, from its bracket to its end: all paragraphs, lists and code of it.
    pub span: Span,
    /// The whole definition, as it stands alone.
    pub footnote: Footnote,
}

/// The footnotes that a document defines, in order. Of several with one label the first counts, and
/// the others are text.
pub fn definitions(text: &str) -> Vec<Definition> {
    let notes = Notes::of(text);
    let is_referred = notes.referred();
    let definition = |(number, (label, range)): (usize, &(String, Range<usize>))| {
        let markdown = without_margin(text, range.clone().into()).trim_end().to_owned();
        let footnote = Footnote { markdown, is_referred: is_referred[number] };
        Definition { label: label.clone(), span: range.clone().into(), footnote }
    };
    let is_first = |(number, (label, _)): &(usize, &(String, Range<usize>))| notes.first[label] == *number;
    notes.definitions.iter().enumerate().filter(is_first).map(definition).collect()
}

/// A part of a document with the footnotes that belong to it: those that it refers to, which are put
/// at its end where it does not define them itself, and none that only other parts refer to.
pub fn of_part<'a>(markdown: &'a str, references: &References) -> Cow<'a, str> {
    if memmem::find(markdown.as_bytes(), b"[^").is_none() {
        return Cow::Borrowed(markdown);
    }
    let own = Notes::of(markdown);
    let mut known: HashSet<String> = own.first.keys().cloned().collect();
    let mut whole = Cow::Borrowed(markdown);
    // A footnote may refer to others.
    let mut unread = vec![markdown];
    while let Some(part) = unread.pop() {
        for label in labels(part) {
            let Some(footnote) = references.footnote(label) else { continue };
            if known.insert(folded(label)) {
                let whole = whole.to_mut();
                whole.truncate(whole.trim_end().len());
                let (note, rest) = footnote.markdown.split_at(cut(&footnote.markdown));
                let end = if rest.is_empty() { "" } else { " …" };
                *whole += &format!("\n\n{note}{end}\n");
                unread.push(note);
            }
        }
    }
    let is_whole = matches!(whole, Cow::Borrowed(_));
    if is_whole && own.definitions.is_empty() {
        return whole;
    }
    let notes = if is_whole { own } else { Notes::of(&whole) };
    let is_referred = notes.referred();
    let is_foreign = |(number, (label, _)): &(usize, &(String, Range<usize>))| {
        !is_referred[*number] && references.footnote(label).is_some_and(|footnote| footnote.is_referred)
    };
    let foreign = notes.definitions.iter().enumerate().filter(is_foreign);
    let edits: Vec<_> = foreign.map(|(_, (_, range))| (range.clone(), String::new())).collect();
    if edits.is_empty() { whole } else { Cow::Owned(edited(&whole, edits)) }
}

/// The most of a footnote that is put at the end of a part (bytes). A thousand proposals may refer to one footnote:
/// without a limit, writing them would take the square of the document. Footnotes that people write are far shorter.
const LONGEST: usize = 4096;

/// Where a footnote is cut, behind a word if it has several; its end where it is short enough.
fn cut(markdown: &str) -> usize {
    if markdown.len() <= LONGEST {
        return markdown.len();
    }
    let start = start_of(markdown, LONGEST);
    start.rfind(char::is_whitespace).filter(|&at| at > LONGEST / 2).unwrap_or(start.len())
}

/// The footnotes that a document to be written holds already, by label.
#[derive(Debug, Default)]
pub struct Written(HashMap<String, String>);

impl Written {
    /// Markdown for the next part of the document, with its footnotes in it: without those that an
    /// earlier part holds, and with another label for one whose own is taken.
    pub fn next<'a>(&mut self, markdown: &'a str) -> Cow<'a, str> {
        if memmem::find(markdown.as_bytes(), b"[^").is_none() {
            return Cow::Borrowed(markdown);
        }
        let notes = Notes::of(markdown);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        let mut renamed: HashMap<&str, String> = HashMap::new();
        for (number, (label, range)) in notes.definitions.iter().enumerate() {
            if notes.first[label] != number {
                continue;
            }
            let text = without_margin(markdown, range.clone().into()).trim_end().to_owned();
            let mut free = label.clone();
            let mut count = 1;
            while self.0.get(&free).is_some_and(|known| *known != text) {
                count += 1;
                free = format!("{label}-{count}");
            }
            let is_known = self.0.insert(free.clone(), text).is_some();
            if is_known {
                edits.push((range.clone(), String::new()));
            } else if free != *label {
                let brackets = range.start..range.start + label_end(&markdown[range.start..]);
                edits.push((brackets, format!("[^{free}]")));
            }
            if free != *label {
                renamed.insert(label, free);
            }
        }
        let removed: Vec<Range<usize>> =
            edits.iter().filter(|edit| edit.1.is_empty()).map(|edit| edit.0.clone()).collect();
        let is_removed = |at: usize| {
            let next = removed.partition_point(|range| range.start <= at);
            next > 0 && removed[next - 1].contains(&at)
        };
        for (label, range) in notes.references.iter().filter(|(_, range)| !is_removed(range.start)) {
            if let Some(free) = renamed.get(label.as_str()) {
                edits.push((range.clone(), format!("[^{free}]")));
            }
        }
        edits.sort_by_key(|(range, _)| range.start);
        if edits.is_empty() { Cow::Borrowed(markdown) } else { Cow::Owned(edited(markdown, edits)) }
    }
}

/// The definitions of a text and what refers to them, each with its folded label and its place.
struct Notes {
    definitions: Vec<(String, Range<usize>)>,
    references: Vec<(String, Range<usize>)>,
    /// The first definition of each label.
    first: HashMap<String, usize>,
}

impl Notes {
    fn of(text: &str) -> Self {
        let mut notes = Self { definitions: Vec::new(), references: Vec::new(), first: HashMap::new() };
        if memmem::find(text.as_bytes(), b"[^").is_none() {
            return notes;
        }
        for (event, range) in Parser::new_ext(text, PROSE).into_offset_iter() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let label = folded(&label);
                    notes.first.entry(label.clone()).or_insert(notes.definitions.len());
                    let end = range.start + text[range.clone()].trim_end().len();
                    notes.definitions.push((label, range.start..end));
                }
                Event::FootnoteReference(label) => notes.references.push((folded(&label), range)),
                _ => {}
            }
        }
        notes
    }

    /// Which definitions are referred to, from outside of all definitions or from one that is.
    fn referred(&self) -> Vec<bool> {
        let mut from: Vec<Vec<usize>> = vec![Vec::new(); self.definitions.len()];
        let mut found: Vec<usize> = Vec::new();
        for (label, range) in &self.references {
            let Some(&to) = self.first.get(label) else { continue };
            let next = self.definitions.partition_point(|(_, definition)| definition.start <= range.start);
            match next.checked_sub(1).filter(|&at| self.definitions[at].1.contains(&range.start)) {
                Some(inside) => from[inside].push(to),
                None => found.push(to),
            }
        }
        let mut referred = vec![false; self.definitions.len()];
        while let Some(number) = found.pop() {
            if !std::mem::replace(&mut referred[number], true) {
                found.append(&mut from[number]);
            }
        }
        referred
    }
}

/// A text with other words at some ranges, which are in order and apart. Where a definition was,
/// there is one blank line.
fn edited(text: &str, edits: Vec<(Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, words) in edits {
        out.push_str(&text[at..range.start]);
        if words.is_empty() {
            out.truncate(out.trim_end().len());
            let rest = &text[range.end..];
            let blank = rest.len() - rest.trim_start().len();
            let line = rest[..blank].rfind('\n').map_or(blank, |line| line + 1);
            if !out.is_empty() && blank < rest.len() {
                out.push_str("\n\n");
            }
            at = range.end + line;
        } else {
            out.push_str(&words);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// The label of every `[^label]`, in code too.
fn labels(text: &str) -> impl Iterator<Item = &str> {
    memmem::find_iter(text.as_bytes(), "[^").filter_map(move |start| {
        let end = start + label_end(&text[start..]);
        let label = text[start..end].strip_prefix("[^")?.strip_suffix(']')?;
        (!label.is_empty()).then_some(label)
    })
}

/// Labels are words, not texts (bytes).
const LONGEST_LABEL: usize = 100;

/// Where a label and its brackets end, with which a text begins.
fn label_end(text: &str) -> usize {
    let end = text.bytes().take(LONGEST_LABEL).position(|byte| byte == b']');
    end.map_or(0, |end| end + 1)
}

/// A label as labels are compared.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String, bool)> {
        let definition = |it: Definition| (it.label, it.footnote.markdown, it.footnote.is_referred);
        definitions(text).into_iter().map(definition).collect()
    }

    fn references(text: &str) -> References {
        let mut references = References::default();
        for definition in definitions(text) {
            references.define_footnote(&definition.label, definition.footnote);
        }
        references
    }

    #[test]
    fn a_definition_is_all_that_it_holds() {
        let text = "See[^a] [^b-2].\n\n[^a]: One\n  more\n\n    - Two\n\n          code\n\n    ```\n    x\n    ```\n\n[^b-2]: Two\n\nText\n\n    [^c]: code\n";
        let a = "[^a]: One\n  more\n\n    - Two\n\n          code\n\n    ```\n    x\n    ```";
        let expected = [("a", a, true), ("b-2", "[^b-2]: Two", true)];
        assert_eq!(
            read(text),
            expected.map(|(label, text, known)| (label.to_owned(), text.to_owned(), known))
        );
    }

    #[test]
    fn a_definition_stands_alone_wherever_it_stood() {
        for text in ["- a[^x]\n\n  [^x]: One\n\n      Two\n", "> a[^x]\n>\n> [^x]: One\n>\n>     Two\n"] {
            assert_eq!(read(text), [("x".to_owned(), "[^x]: One\n\n    Two".to_owned(), true)], "{text}");
        }
    }

    #[test]
    fn what_only_an_unread_footnote_refers_to_is_not_referred_to() {
        let text = "a[^1] `[^4]`\n\n[^1]: see [^2]\n\n[^2]: two\n\n[^3]: see [^4]\n\n[^4]: four\n";
        let known: Vec<bool> = read(text).into_iter().map(|(.., known)| known).collect();
        assert_eq!(known, [true, true, false, false]);
    }

    #[test]
    fn a_part_has_the_footnotes_that_it_refers_to_and_no_others() {
        let document =
            "x[^a] z[^far]\n\n[^a]: far [^b]\n\n    more\n\n[^b]: nested\n\n[^c]: never\n\n[^far]: away\n";
        let references = references(document);
        let part = |text| of_part(text, &references).into_owned();
        assert_eq!(part("x[^A] y[^d]"), "x[^A] y[^d]\n\n[^a]: far [^b]\n\n    more\n\n[^b]: nested\n");
        assert_eq!(part("x\n\n[^c]: never\n\n[^far]: away\n\ny"), "x\n\n[^c]: never\n\ny");
        assert_eq!(part("x `[^a]`"), "x `[^a]`", "code refers to nothing");
        assert!(matches!(of_part("x[^a]\n\n[^a]: near", &references), Cow::Borrowed(_)));
        assert!(matches!(of_part("a [^ b", &references), Cow::Borrowed(_)));
        let once = part("x[^a]");
        assert_eq!(part(&once), once);
    }

    #[test]
    fn a_long_footnote_is_cut_behind_a_word() {
        let document =
            format!("x[^a] y[^b]\n\n[^a]: {}\n\n[^b]: {}\n", "wörd ".repeat(1000), "ö".repeat(3000));
        let references = references(&document);
        let part = of_part("x[^a]", &references);
        assert!(part.len() < LONGEST + 20 && part.ends_with("wörd …\n"), "{part}");
        let part = of_part("y[^b]", &references);
        assert!((LONGEST..LONGEST + 20).contains(&part.len()) && part.ends_with("ö …\n"), "{part}");
        let own = "x[^a]\n\n[^a]: ".to_owned() + &"word ".repeat(1000);
        assert_eq!(of_part(&own, &references), own, "where it stands it is whole");
    }

    #[test]
    fn a_document_holds_each_footnote_once_and_each_under_a_label_of_its_own() {
        let mut written = Written::default();
        assert_eq!(written.next("a[^1]\n\n[^1]: one\n"), "a[^1]\n\n[^1]: one\n");
        assert_eq!(written.next("b[^1] c\n\n[^1]: one\n"), "b[^1] c");
        assert_eq!(written.next("d[^1] [^1]\n\n[^1]: other\n"), "d[^1-2] [^1-2]\n\n[^1-2]: other\n");
        assert_eq!(written.next("e[^1]\n\n[^1]: other\n"), "e[^1-2]");
    }

    #[test]
    fn hostile_brackets_are_linear() {
        for part in ["[^", "[^a", "[^a]:", "\n[^a]: ", "[^a]", "\n\n[^a]: [^b]"] {
            let text = part.repeat((1 << 16) / part.len());
            let references = references(&text);
            assert!(of_part(&text, &references).len() <= 2 * text.len() + 10);
        }
    }
}

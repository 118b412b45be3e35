//! Tables that are written in HTML: their cells, and the links in them.

use std::borrow::Cow;

use super::parts::{Anchor, Outline, Table};
use crate::model::Span;

/// A tag in a text.
struct Tag<'a> {
    span: Span,
    /// In lower case, with a slash where it closes.
    name: String,
    attributes: &'a str,
}

/// Where the bold words of a line begin that has nothing before them but the tags of a paragraph or an item.
pub(super) fn bold_start(line: &str) -> Option<usize> {
    const BEFORE: [&str; 6] = ["p", "li", "div", "ul", "br", "br/"];
    let mut rest = line.trim_start();
    loop {
        let (tag, after) = rest.strip_prefix('<')?.split_once('>')?;
        let name = tag.split([' ', '\t']).next().unwrap_or_default().to_ascii_lowercase();
        if matches!(name.as_str(), "b" | "strong") {
            return Some(line.len() - after.len());
        }
        if !BEFORE.contains(&name.as_str()) {
            return None;
        }
        rest = after.trim_start();
    }
}

/// Adds the tables that are written in HTML; what stands in them is nothing else.
pub(super) fn add_tables<'a>(text: &'a str, outline: &mut Outline<'a>) {
    // Most documents have none.
    if !has_table(text) {
        return;
    }
    let mut tables: Vec<Table> = Vec::new();
    let mut links: Vec<Anchor<'a>> = Vec::new();
    let mut at = 0;
    while let Some(open) = next_tag(text, at) {
        at = open.span.end;
        if open.name == "table" {
            let table = read(text, &open, &mut links);
            at = table.span.end.max(at);
            if !table.rows.is_empty() {
                tables.push(table);
            }
        }
    }
    outline.links.retain(|link| !is_inside(&tables, link.span.start));
    outline.tables.retain(|other| !is_inside(&tables, other.span.start));
    forget_lines(outline, &tables);
    outline.links.extend(links);
    outline.links.sort_by_key(|link| link.span);
    outline.tables.extend(tables);
    outline.tables.sort_by_key(|table| table.span);
}

fn has_table(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes())
        .any(|at| text.as_bytes().get(at + 1..at + 6).is_some_and(|name| name.eq_ignore_ascii_case(b"table")))
}

/// Whether an offset is in one of the tables, which are in document order.
fn is_inside(tables: &[Table], offset: usize) -> bool {
    let before = tables.partition_point(|table| table.span.start <= offset);
    before.checked_sub(1).is_some_and(|table| offset < tables[table].span.end)
}

/// Takes the headings and lines within tables out of an outline.
fn forget_lines(outline: &mut Outline<'_>, tables: &[Table]) {
    let inside = |offset: usize| is_inside(tables, offset);
    let kept: Vec<bool> = outline.lines.iter().map(|line| !inside(line.start)).collect();
    let mut places = Vec::with_capacity(kept.len() + 1);
    let mut count = 0;
    for &is_kept in &kept {
        places.push(count);
        count += usize::from(is_kept);
    }
    places.push(count);
    let mut kept = kept.into_iter();
    outline.lines.retain(|_| kept.next().unwrap_or(true));
    outline.headings.retain(|heading| !inside(heading.span.start));
    let starts: Vec<usize> =
        outline.headings.iter().map(|heading| places[heading.lines.start]).chain([count]).collect();
    for (heading, range) in outline.headings.iter_mut().zip(starts.windows(2)) {
        heading.lines = range[0]..range[1];
    }
}

/// Reads a table from its first tag on; one that is never closed ends with the text.
fn read<'a>(text: &'a str, open: &Tag<'a>, links: &mut Vec<Anchor<'a>>) -> Table {
    let mut table = Table { span: Span::new(open.span.start, text.len()), rows: Vec::new() };
    let mut cell: Option<usize> = None;
    let mut link: Option<(Span, Cow<'a, str>)> = None;
    let mut at = open.span.end;
    while let Some(tag) = next_tag(text, at) {
        at = tag.span.end;
        match tag.name.as_str() {
            "tr" | "/tr" | "td" | "th" | "/td" | "/th" | "/table" => {
                if let Some(start) = cell.take()
                    && let Some(row) = table.rows.last_mut()
                {
                    row.push(Span::new(start, tag.span.start).trim(text));
                }
                match tag.name.as_str() {
                    "tr" => table.rows.push(Vec::new()),
                    "td" | "th" => {
                        if table.rows.is_empty() {
                            table.rows.push(Vec::new());
                        }
                        cell = Some(tag.span.end);
                    }
                    "/table" => {
                        table.span = Span::new(open.span.start, tag.span.end);
                        break;
                    }
                    _ => {}
                }
            }
            "a" => link = href(tag.attributes).map(|url| (tag.span, url)),
            "/a" => {
                if let Some((start, url)) = link.take() {
                    let words = Span::new(start.end, tag.span.start);
                    links.push(Anchor { span: Span::new(start.start, tag.span.end), url, words });
                }
            }
            _ => {}
        }
    }
    table.rows.retain(|row| !row.is_empty());
    table
}

/// The next tag from an offset on.
fn next_tag(text: &str, from: usize) -> Option<Tag<'_>> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let open = at + memchr::memchr(b'<', bytes.get(at..)?)?;
        let name = bytes[open + 1..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'/')
            .count();
        if name == 0 {
            at = open + 1;
            continue;
        }
        let close = open + memchr::memchr(b'>', &bytes[open..])?;
        let inner = &text[open + 1 + name..close.max(open + 1 + name)];
        let name = text[open + 1..open + 1 + name].trim_end_matches('/').to_ascii_lowercase();
        return Some(Tag { span: Span::new(open, close + 1), name, attributes: inner });
    }
}

/// The address of a link among the attributes of its tag.
fn href(attributes: &str) -> Option<Cow<'_, str>> {
    let at = attributes.find("href=")? + "href=".len();
    let rest = &attributes[at..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let url = rest[1..].split(quote).next()?;
    Some(if url.contains("&amp;") { Cow::Owned(url.replace("&amp;", "&")) } else { Cow::Borrowed(url) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_in_html_is_a_table() {
        let text = "# Ideas\n\n<table><tr><th>Title</th><th>Mentors</th></tr>\n\n    <tr><td><a href=\"https://example.org/1?a&amp;b\">Tides</a></td>\n<td>Ada</td></tr></table>\n\nEnd.\n";
        let outline = Outline::of(text);
        let cells: Vec<Vec<&str>> =
            outline.tables[0].rows.iter().map(|row| row.iter().map(|cell| cell.of(text)).collect()).collect();
        assert_eq!(cells[0], ["Title", "Mentors"]);
        assert_eq!(cells[1][1], "Ada");
        assert_eq!(outline.links[0].url, "https://example.org/1?a&b");
        assert_eq!(outline.links[0].words.of(text), "Tides");
        let lines: Vec<&str> = outline.lines.iter().map(|line| &text[line.start..]).collect();
        assert_eq!(lines, ["End.\n"]);
    }

    #[test]
    fn tables_that_are_never_closed_end_with_the_text() {
        for text in
            ["<table", "<table>", "<table><tr><td>a", "<table><td>a</table><table>", "<table><a href=x>"]
        {
            Outline::of(text);
        }
    }
}

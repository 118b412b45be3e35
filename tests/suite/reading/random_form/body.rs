//! An idea as Markdown: its title, its labels and its prose.

use std::fmt::Write as _;

use super::chance::Chance;
use super::form::{Fact, Form, Label, Unit};
use super::idea::{Idea, Value};
use super::style::Style;
use super::words;

/// The habits that one list has for all of its ideas.
#[derive(Debug)]
pub(super) struct Habits {
    /// Around a title: before and behind it, with `{}` for the number.
    title: (String, &'static str),
    table_head: &'static str,
    italic: &'static str,
    /// Between the lines of a paragraph.
    line_break: &'static str,
    bullet: &'static str,
    dash: &'static str,
    is_numbered: bool,
    /// Whether short facts stand in headings: `#### Size: 175 hours`.
    has_facts_in_headings: bool,
    /// Whether a picture stands before each label.
    has_pictures: bool,
    /// The idea whose heading stands a level too deep.
    odd: Option<usize>,
    /// Ideas that hold a sub-heading of their own.
    asides: Vec<usize>,
}

impl Habits {
    pub(super) fn of(form: &Form, chance: &mut Chance) -> Self {
        let hashes = "#".repeat(form.level);
        let title = match form.unit {
            Unit::NumberedHeading if form.is_chinese => (format!("{hashes} {{}}. "), ""),
            Unit::NumberedHeading => {
                let before = chance.pick(&[
                    "{}. ",
                    "{}. ",
                    "Project {}: ",
                    "Idea {}: ",
                    "Idea {} - ",
                    "Project #{}: ",
                    "[{}] ",
                ]);
                (format!("{hashes} {before}"), "")
            }
            Unit::BoldParagraph => {
                let numbers = ["", "", "{}. ", "[{}] ", "Idea {}: "];
                let before = chance.pick(if form.is_chinese { &numbers[..3] } else { &numbers });
                (format!("**{before}"), chance.pick(&["**", "**", ".**"]))
            }
            Unit::Heading if form.level < 3 && chance.is(6) => {
                // As the second line has it.
                (String::new(), if form.level == 1 { "\n=========" } else { "\n---------" })
            }
            _ if chance.is(12) => (format!("{hashes} **"), "**"),
            _ if chance.is(6) => (format!("{hashes} "), " #"),
            _ => (format!("{hashes} "), ""),
        };
        let asides = if form.has_asides { words::ASIDES.len() } else { 0 };
        Self {
            title,
            table_head: chance.pick(&[
                "| Category | Rating |",
                "| What | Details |",
                "| | |",
                "| Item | Value |",
            ]),
            italic: chance.pick(&["*", "_"]),
            line_break: chance.pick(&["  \n", "<br>\n", "\\\n"]),
            dash: chance.pick(&["–", "-", "—"]),
            bullet: chance.pick(&["-", "-", "*"]),
            is_numbered: chance.is(25),
            has_facts_in_headings: form.style == Style::Below && chance.is(15),
            has_pictures: !form.is_chinese && chance.is(8),
            odd: (form.unit.is_heading()
                && !form.style.takes_what_follows()
                && form.count > 4
                && chance.is(5))
            .then(|| chance.between(2, form.count)),
            asides: (0..asides).filter(|_| chance.is(40)).collect(),
        }
    }
}

/// A label as it stands in the list.
fn words(habits: &Habits, label: Label) -> String {
    let picture = match label.fact {
        _ if !habits.has_pictures => "",
        Fact::Mentors => "👥 ",
        Fact::Skills => "🛠️ ",
        Fact::Difficulty => "📈 ",
        Fact::Size => "⏳ ",
        Fact::Upstream => "🔗 ",
        Fact::Outcome => "🎯 ",
        Fact::Description => "📖 ",
        Fact::Other => "🏷️ ",
    };
    format!("{picture}{}", label.words)
}

fn join(form: &Form, before: &str, label: &str, after: &str, value: &Value) -> String {
    // A wide colon has its space in itself.
    let space = if form.is_chinese { "" } else { " " };
    if value.is_listed && form.style.takes_lists() {
        let indent = if form.style.is_item() { "  " } else { "" };
        let gap = if form.style.is_item() { "\n" } else { "\n\n" };
        format!("{before}{label}{after}{gap}{}", value.list(indent))
    } else {
        format!("{before}{label}{after}{space}{}", value.line)
    }
}

/// A label with its value, as a part of a body.
fn labelled(form: &Form, habits: &Habits, label: Label, value: &Value, number: usize) -> String {
    let (words, colon) = (&*words(habits, label), form.colon());
    let (inside, outside, bullet) = (format!("{colon}**"), format!("**{colon}"), habits.bullet);
    let hashes = "#".repeat(form.level + usize::from(form.style != Style::Beside));
    let italic = habits.italic;
    match form.style {
        Style::BoldMixed if number.is_multiple_of(2) => join(form, "**", words, &outside, value),
        Style::BoldIn | Style::BoldMixed | Style::Breaks => join(form, "**", words, &inside, value),
        Style::BoldOut => join(form, "**", words, &outside, value),
        Style::BoldDash => format!("**{words}** {} {}", habits.dash, value.line),
        Style::BoldBreak => format!("**{words}**{}{}", habits.line_break, value.line),
        Style::Quote => join(form, "> **", words, &inside, value),
        Style::Numbered => join(form, "1. ", words, colon, value),
        Style::Italic => join(form, italic, words, &format!("{colon}{italic}"), value),
        Style::Plain | Style::Lines => join(form, "", words, colon, value),
        Style::ItemBoldIn => join(form, &format!("{bullet} **"), words, &inside, value),
        Style::ItemBoldOut => join(form, &format!("{bullet} **"), words, &outside, value),
        Style::ItemItalic => join(form, &format!("{bullet} *"), words, &format!("{colon}*"), value),
        Style::ItemPlain => join(form, &format!("{bullet} "), words, colon, value),
        Style::BoldLine => format!("**{words}**\n\n{}", value.block()),
        Style::Below
            if habits.has_facts_in_headings && matches!(label.fact, Fact::Size | Fact::Difficulty) =>
        {
            join(form, &format!("{hashes} "), words, colon, value)
        }
        Style::Below | Style::Beside => format!("{hashes} {words}\n\n{}", value.block()),
        Style::Table => format!("| {words} | {} |", value.line),
        Style::OneRow | Style::Brackets | Style::Keys => String::new(),
    }
}

/// Everything about an idea but its title and prose.
fn facts(form: &Form, habits: &Habits, idea: &Idea) -> String {
    let part = |(label, value): &(Label, Value)| labelled(form, habits, *label, value, idea.number);
    let parts: Vec<String> = idea.values.iter().map(part).collect();
    match form.style {
        Style::Table => format!("{}\n|---|---|\n{}", habits.table_head, parts.join("\n")),
        Style::OneRow => {
            let words: Vec<_> = idea.values.iter().map(|(label, _)| words(habits, *label)).collect();
            let lines: Vec<_> = idea.values.iter().map(|(_, value)| value.line.as_str()).collect();
            let rule = "---|".repeat(words.len());
            format!("| {} |\n|{rule}\n| {} |", words.join(" | "), lines.join(" | "))
        }
        Style::Quote => parts.join("\n>\n"),
        Style::Numbered => {
            let numbered =
                parts.iter().enumerate().map(|(at, part)| part.replacen('1', &(at + 1).to_string(), 1));
            numbered.collect::<Vec<_>>().join("\n")
        }
        Style::Breaks => parts.join(habits.line_break),
        Style::Lines => parts.join("\n"),
        style if style.is_item() => parts.join("\n"),
        _ => parts.join("\n\n"),
    }
}

/// The prose and the facts of an idea.
pub(super) fn body(form: &Form, habits: &Habits, idea: &Idea) -> String {
    let prose = idea.prose.join("\n\n");
    let facts = facts(form, habits, idea);
    let aside = habits.asides.iter().position(|at| at + 1 == idea.number);
    let prose = match aside {
        Some(_) => {
            let hashes = "#".repeat(form.level + 1);
            format!("{prose}\n\n{hashes} {}\n\n{}", words::ASIDES[idea.number - 1], idea.prose[0])
        }
        None => prose,
    };
    let parts = if form.prose_first || aside.is_some() { [prose, facts] } else { [facts, prose] };
    parts.join("\n\n")
}

/// A title as it stands above its idea.
fn titled(habits: &Habits, idea: &Idea) -> String {
    let (before, behind) = &habits.title;
    let deeper = if habits.odd == Some(idea.number) && before.starts_with('#') { "#" } else { "" };
    format!("{deeper}{}{}{behind}", before.replace("{}", &idea.number.to_string()), idea.title)
}

/// The ideas as parts of one document.
pub(super) fn parts(form: &Form, habits: &Habits, ideas: &[Idea], chance: &mut Chance) -> Vec<String> {
    match form.unit {
        Unit::Item => vec![items(form, habits, ideas)],
        Unit::Row => vec![table(form, ideas, chance)],
        Unit::BoldParagraph => {
            let rule = if chance.is(70) { "\n\n---" } else { "" };
            let part = |idea| format!("{}\n\n{}{rule}", titled(habits, idea), body(form, habits, idea));
            ideas.iter().map(part).collect()
        }
        _ => ideas
            .iter()
            .map(|idea| format!("{}\n\n{}", titled(habits, idea), body(form, habits, idea)))
            .collect(),
    }
}

fn items(form: &Form, habits: &Habits, ideas: &[Idea]) -> String {
    let is_numbered = habits.is_numbered && form.style != Style::Brackets;
    let items = ideas.iter().map(|idea| {
        let mark = if is_numbered { format!("{}.", idea.number) } else { habits.bullet.to_owned() };
        let indent = " ".repeat(mark.len() + 1);
        if form.style == Style::Brackets {
            let facts = idea.values.iter().map(|(label, value)| (label.fact, &value.line));
            let facts: Vec<_> = facts
                .map(|(fact, line)| match fact {
                    Fact::Size => format!("duration: {line}"),
                    _ => format!("expected difficulty: {line}"),
                })
                .collect();
            return format!("{mark} **{} ({}):** {}", idea.title, facts.join(", "), idea.prose.join(" "));
        }
        let facts = facts(form, habits, idea);
        let inner = [idea.prose.join(" "), facts].join("\n\n");
        let lines =
            inner.lines().map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") });
        format!("{mark} **{}**\n\n{}", idea.title, lines.collect::<Vec<_>>().join("\n"))
    });
    items.collect::<Vec<_>>().join(if form.style == Style::Brackets { "\n" } else { "\n\n" })
}

fn table(form: &Form, ideas: &[Idea], chance: &mut Chance) -> String {
    let title = chance.pick(&["Project", "Title", "Idea", "Project title"]);
    let title = if form.is_chinese { "项目名称" } else { title };
    let (is_html, is_counted, has_text) = (chance.is(15), chance.is(15), chance.is(80));
    let mut head = vec![title];
    if has_text {
        head.push(if form.is_chinese { "项目描述" } else { "Description" });
    }
    head.extend(form.labels.iter().map(|label| label.words));
    let row = |idea: &Idea| {
        let mut cells = vec![idea.title.clone()];
        if has_text {
            cells.push(idea.prose.join(" "));
        }
        let cell = |label: &Label| idea.value(*label).map(|value| value.line.clone()).unwrap_or_default();
        cells.extend(form.labels.iter().map(cell));
        cells
    };
    let mut rows: Vec<Vec<String>> = ideas.iter().map(row).collect();
    if is_counted {
        head.insert(0, "#");
        rows.iter_mut().enumerate().for_each(|(at, row)| row.insert(0, (at + 1).to_string()));
    }
    // Links are written in Markdown, which cells of HTML do not hold.
    let has_markdown = rows.iter().flatten().any(|cell| cell.contains(['[', '<']));
    let mut out = String::new();
    if is_html && !has_markdown {
        let cells = |tag: &str, row: &[&str]| {
            row.iter().fold(String::new(), |all, cell| all + &format!("<{tag}>{cell}</{tag}>"))
        };
        write!(out, "<table>\n<tr>{}</tr>\n", cells("th", &head)).unwrap();
        for row in &rows {
            let row: Vec<_> = row.iter().map(String::as_str).collect();
            writeln!(out, "<tr>{}</tr>", cells("td", &row)).unwrap();
        }
        return out + "</table>";
    }
    write!(out, "| {} |\n|{}", head.join(" | "), "---|".repeat(head.len())).unwrap();
    for row in &rows {
        write!(out, "\n| {} |", row.join(" | ")).unwrap();
    }
    out
}

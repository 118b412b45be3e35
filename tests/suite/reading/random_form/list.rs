//! Whole lists: the ideas with all that stands around them, as a document or as a folder.

use super::super::truth::Truth;
use super::body::{self, Habits};
use super::chance::Chance;
use super::form::{Fact, Form, Label, Unit};
use super::idea::{self, Idea, Value};
use super::style::Style;
use super::words;

/// A list with what is right to read from it.
#[derive(Debug)]
pub(crate) struct List {
    /// The files with their paths below the list, or the one document.
    pub(crate) files: Vec<(String, String)>,
    pub(crate) is_folder: bool,
    pub(crate) truths: Vec<Truth>,
    /// Its form in a few words.
    pub(crate) form: String,
}

impl List {
    /// The list with a number.
    pub(crate) fn of(seed: u64) -> Self {
        let chance = &mut Chance::new(seed);
        let form = Form::of(chance);
        let once = form.shared.map(|label| (label, idea::value(&form, label.fact, chance)));
        let mut ideas = idea::all(&form, once.as_ref().map(|(_, value)| value), chance);
        let habits = Habits::of(&form, chance);
        let organisation = chance.pick(words::ORGANISATIONS);
        let name = format!("{:?}/{:?}/{}", form.unit, form.style, ideas.len());
        let files = match form.unit {
            Unit::File => folder(&form, &habits, &mut ideas, organisation, chance),
            Unit::Document => vec![("list.md".to_owned(), document(&form, &habits, &ideas[0], chance))],
            _ => {
                let text = listing(&form, &habits, &mut ideas, once.as_ref(), organisation, chance);
                vec![("list.md".to_owned(), text)]
            }
        };
        let truths = ideas.into_iter().map(|idea| idea.truth).collect();
        Self { files, is_folder: form.unit == Unit::File, truths, form: name }
    }
}

/// A document with many ideas.
fn listing(
    form: &Form,
    habits: &Habits,
    ideas: &mut [Idea],
    once: Option<&(Label, Value)>,
    organisation: &str,
    chance: &mut Chance,
) -> String {
    let is_sections = form.unit.is_heading();
    let hashes = |level: usize| "#".repeat(level.max(1));
    let mut out = Vec::new();
    let head = chance.pick(words::HEADS).replace("{}", organisation);
    match chance.below(6) {
        0 => out.push(format!("---\ntitle: \"{head}\"\n---")),
        1 => {}
        _ if form.level > 1 => out.push(format!("# {head}")),
        _ => {}
    }
    if form.is_chinese {
        out.push("欢迎参加今年的项目。".to_owned());
    } else {
        let count = chance.between(1, 2);
        out.extend(chance.some(words::PREAMBLES, count).into_iter().map(str::to_owned));
    }
    // Groups of ideas by their subject, or one heading above all of them.
    let is_grouped = is_sections && form.level > 1 && once.is_none() && ideas.len() > 5 && chance.is(20);
    let has_container = once.is_some() || !is_grouped && form.level > 1 && (!is_sections || chance.is(50));
    let outer = if is_grouped || has_container { form.level - 1 } else { form.level };
    let mut around = Vec::new();
    if !form.is_chinese {
        let count = chance.between(0, 3);
        around = noise(form, ideas, &hashes(outer), count, chance);
        if chance.is(15) {
            out.push(contents(ideas, &hashes(outer)));
        }
    }
    // A heading at the level of the ideas would take labels of that level for its own.
    let before = if form.style == Style::Beside { 0 } else { chance.between(0, around.len()) };
    let after = around.split_off(before);
    out.append(&mut around);
    if has_container {
        let container = if form.is_chinese { "项目列表" } else { chance.pick(words::CONTAINERS) };
        out.push(format!("{} {container}", hashes(outer)));
    }
    if let Some((label, value)) = once {
        out.push(format!("**{}:** {}", label.words, value.line));
    }
    let parts = body::parts(form, habits, ideas, chance);
    if is_grouped {
        let groups = chance.some(words::GROUPS, 2);
        let half = parts.len() / 2;
        for (name, parts) in groups.into_iter().zip([&parts[..half], &parts[half..]]) {
            out.push(format!("{} {name}", hashes(outer)));
            out.extend_from_slice(parts);
        }
        // Whether a group is a project is not settled.
        return out.into_iter().chain(after).collect::<Vec<_>>().join("\n\n") + "\n";
    }
    out.into_iter().chain(parts).chain(after).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A list of the ideas that follow.
fn contents(ideas: &[Idea], hashes: &str) -> String {
    let links = ideas.iter().map(|idea| format!("- [{}](#idea-{})", idea.title, idea.number));
    format!("{hashes} Table of contents\n\n{}", links.collect::<Vec<_>>().join("\n"))
}

/// Sections that hold no idea.
fn noise(form: &Form, ideas: &mut [Idea], hashes: &str, count: usize, chance: &mut Chance) -> Vec<String> {
    let mut all = vec![
        format!("{hashes} About us\n\nWe make clocks for tides, and have done so for eleven years."),
        format!(
            "{hashes} How to apply\n\n1. Your name\n2. Your e-mail\n3. The title of the project\n4. Why you?"
        ),
        format!(
            "{hashes} Application template\n\n```\nName:\nE-mail:\nProject title:\nSkills:\nTimeline:\n```\n\nSend it before May."
        ),
        format!("{hashes} Timeline\n\n| Date | What |\n|---|---|\n| May | start |\n| June | half of it |"),
        format!("{hashes} Contact\n\nWrite to tides@example.org, or ask in the chat."),
        format!("{hashes} FAQ\n\n**Can I work part time?**\n\nYes.\n\n**Who may apply?**\n\nAll."),
        format!(
            "{hashes} Past years\n\n- 2024: a clock for kiosks, by Hana Ruiz\n- 2023: a bell that listens, by Finn Adler"
        ),
        format!("{hashes} Code of conduct\n\nBe kind. What is not kind is taken away."),
    ];
    if hashes.len() < form.level {
        all.push(format!(
            "{hashes} Getting started\n\n{hashes}# Set it up\n\nBuild it as the guide says.\n\n{hashes}# Say hello\n\nCome to the chat and tell what you would like to do."
        ));
    }
    if form.has(Fact::Mentors) {
        all.push(format!(
            "{hashes} Mentors\n\n- [Ada Tideman](https://github.com/adatide)\n- [Bram Oost](https://github.com/bramoost)"
        ));
    }
    let chosen = chance.some(&(0..all.len()).collect::<Vec<_>>(), count);
    if chosen.iter().any(|&at| all[at].contains("[Ada Tideman](https://github.com/adatide)")) {
        // Whether those mentor an idea that names nobody is not settled.
        for idea in ideas.iter_mut() {
            idea.truth.facts.retain(|(key, values)| *key != "mentor" || !values.is_empty());
        }
    }
    chosen.into_iter().map(|at| std::mem::take(&mut all[at])).collect()
}

/// A document that is one idea.
fn document(form: &Form, habits: &Habits, idea: &Idea, chance: &mut Chance) -> String {
    let body = body::body(form, habits, idea);
    let head = match chance.below(3) {
        0 => format!("---\ntitle: \"{}\"\n---", idea.title),
        _ => format!("# {}", idea.title),
    };
    format!("{head}\n\n{body}\n")
}

/// A folder with a file for each idea.
fn folder(
    form: &Form,
    habits: &Habits,
    ideas: &mut [Idea],
    organisation: &str,
    chance: &mut Chance,
) -> Vec<(String, String)> {
    let is_front = form.style == Style::Keys || chance.is(50);
    let has_project = is_front && chance.is(40);
    let mut files = Vec::new();
    for idea in ideas.iter_mut() {
        let slug: String =
            idea.title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let name = format!("{}.md", slug.replace("--", "-"));
        let mut text = String::new();
        if is_front {
            text += &format!("---\ntitle: \"{}\"\n", idea.title);
            if has_project {
                text += &format!("project: {organisation}\n");
                idea.truth.settle("project", vec![organisation.to_owned()]);
            }
            if form.style == Style::Keys {
                idea.values.iter().for_each(|(label, value)| text += &key(*label, value));
            }
            text += "---\n\n";
        } else {
            text += &format!("# {}\n\n", idea.title);
        }
        text += &match form.style {
            Style::Keys => idea.prose.join("\n\n"),
            _ => body::body(form, habits, idea),
        };
        idea.truth.file = Some(name.clone());
        files.push((name, text + "\n"));
    }
    if chance.is(40) {
        let links: Vec<_> = ideas
            .iter()
            .map(|idea| format!("- [{}]({})", idea.title, idea.truth.file.as_deref().unwrap_or_default()))
            .collect();
        let text =
            format!("# {organisation}\n\nThis is what could be done this year.\n\n{}\n", links.join("\n"));
        files.push(("README.md".to_owned(), text));
    }
    files
}

/// A label of front matter with its value.
fn key(label: Label, value: &Value) -> String {
    let name = match label.fact {
        Fact::Mentors => "mentors",
        Fact::Skills => "skills",
        Fact::Difficulty => "difficulty",
        Fact::Size => "size",
        Fact::Upstream => "issue",
        Fact::Outcome | Fact::Description | Fact::Other => "area",
    };
    if matches!(label.fact, Fact::Mentors | Fact::Skills) {
        let items: Vec<_> = value.parts.iter().map(|part| format!("  - \"{part}\"\n")).collect();
        return format!("{name}:\n{}", items.concat());
    }
    format!("{name}: \"{}\"\n", value.line)
}

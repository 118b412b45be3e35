//! One idea of a list: its values in the form of the list, and what is right to read.

use super::super::truth::Truth;
use super::chance::Chance;
use super::form::{Fact, Form, Label, People};
use super::style::Style;
use super::words;

/// A value as it is written, and what is right to read.
#[derive(Debug, Clone, Default)]
pub(super) struct Value {
    pub(super) parts: Vec<String>,
    pub(super) line: String,
    pub(super) is_listed: bool,
    truth: Vec<String>,
}

impl Value {
    fn one(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { parts: vec![text.clone()], line: text.clone(), is_listed: false, truth: vec![text] }
    }

    /// As a block of its own.
    pub(super) fn block(&self) -> String {
        if self.is_listed { self.list("") } else { self.line.clone() }
    }

    pub(super) fn list(&self, indent: &str) -> String {
        let items: Vec<_> = self.parts.iter().map(|part| format!("{indent}- {part}")).collect();
        items.join("\n")
    }
}

/// One idea of a list.
#[derive(Debug)]
pub(super) struct Idea {
    pub(super) title: String,
    /// The number of the idea, from 1.
    pub(super) number: usize,
    /// Those that it has.
    pub(super) values: Vec<(Label, Value)>,
    pub(super) prose: Vec<String>,
    pub(super) truth: Truth,
}

impl Idea {
    pub(super) fn value(&self, label: Label) -> Option<&Value> {
        self.values.iter().find(|(known, _)| known.fact == label.fact).map(|(_, value)| value)
    }
}

/// The ideas of a list.
pub(super) fn all(form: &Form, shared: Option<&Value>, chance: &mut Chance) -> Vec<Idea> {
    let kind = chance.pick(&[0, 0, 1, 1, 2]);
    let step = chance.pick(&[1, 5, 7, 11, 13]);
    let start = chance.below(60);
    // Now and then a list mixes its kinds of titles.
    let is_mixed = chance.is(40);
    let title = |at: usize| match form.is_chinese {
        true => words::chinese_title(start + at),
        false if is_mixed => words::title(at % 2 + kind / 2, start + at * step),
        false => words::title(kind, start + at * step),
    };
    let mut ideas: Vec<Idea> = Vec::new();
    for at in 0..form.count {
        let title = title(at);
        if !ideas.iter().any(|idea| idea.title == title) {
            ideas.push(one(form, title, ideas.len() + 1, shared, chance));
        }
    }
    vary(form, &mut ideas, chance);
    ideas
}

fn one(form: &Form, title: String, number: usize, shared: Option<&Value>, chance: &mut Chance) -> Idea {
    let mut labels = form.labels.clone();
    // Some ideas lack a fact that the others have.
    if labels.len() > 3 && chance.is(15) {
        labels.remove(chance.below(labels.len()));
    }
    let mut values: Vec<_> = labels.iter().map(|&label| (label, value(form, label.fact, chance))).collect();
    if form.people != People::Handle && !form.is_chinese && chance.is(3) {
        let mentors = values.iter_mut().find(|(label, _)| words::known(Fact::Mentors).contains(&label.words));
        if let Some((_, value)) = mentors {
            *value =
                Value { truth: Vec::new(), ..Value::one(chance.pick(&["TBD", "To be confirmed", "TBA"])) };
        }
    }
    let mut truth = Truth::of(title.as_str());
    for fact in [Fact::Mentors, Fact::Skills, Fact::Difficulty, Fact::Size, Fact::Upstream] {
        let is_shared = form.shared.is_some_and(|label| label.fact == fact);
        let own = values.iter().find(|(label, _)| label.fact == fact).map(|(_, value)| value);
        let value = own.or(shared.filter(|_| is_shared));
        truth.settle(fact.key().unwrap(), value.map(|value| value.truth.clone()).unwrap_or_default());
    }
    let count = chance.between(1, 3);
    let prose = (0..count).map(|_| sentence(form, chance)).collect();
    Idea { title, number, values, prose, truth }
}

/// Sees to it that values that a label is known by are not all the same.
fn vary(form: &Form, ideas: &mut [Idea], chance: &mut Chance) {
    let facts = [(Fact::Difficulty, form.difficulties), (Fact::Size, form.sizes)];
    for (fact, words) in facts.into_iter().filter(|_| form.count > 1) {
        let mut values: Vec<&mut (Label, Value)> = ideas
            .iter_mut()
            .flat_map(|idea| &mut idea.values)
            .filter(|(label, _)| label.fact == fact)
            .collect();
        let are_same = values.windows(2).all(|pair| pair[0].1.line == pair[1].1.line);
        if are_same && values.len() > 1 {
            let other = words.iter().find(|word| **word != values[0].1.line.trim_end_matches('.')).unwrap();
            let at = chance.below(values.len());
            values[at].1 = short(form, other);
        }
    }
    for idea in ideas {
        for (label, value) in &idea.values {
            if let Some(key) = label.fact.key() {
                let fact = idea.truth.facts.iter_mut().find(|(known, _)| *known == key).unwrap();
                fact.1.clone_from(&value.truth);
            }
        }
    }
}

pub(super) fn value(form: &Form, fact: Fact, chance: &mut Chance) -> Value {
    match fact {
        Fact::Mentors => mentors(form, chance),
        Fact::Skills => skills(form, chance),
        Fact::Difficulty => short(form, chance.pick(form.difficulties)),
        Fact::Size => short(form, chance.pick(form.sizes)),
        Fact::Upstream => upstream(form, chance),
        Fact::Outcome if !form.is_chinese && form.style.takes_lists() && chance.is(50) => {
            let parts: Vec<_> = (0..chance.between(2, 3)).map(|_| words::outcome(chance)).collect();
            Value { line: parts.join(", "), parts, is_listed: true, truth: Vec::new() }
        }
        Fact::Outcome if !form.is_chinese => Value::one(words::outcome(chance) + "."),
        Fact::Outcome | Fact::Description => Value::one(sentence(form, chance)),
        Fact::Other => Value::one(chance.pick(words::OTHERS)),
    }
}

/// A value of a word or two.
fn short(form: &Form, text: &str) -> Value {
    let has_stop = form.has_stops && text.ends_with(char::is_alphabetic) && !form.is_chinese;
    let written = if has_stop { format!("{text}.") } else { text.to_owned() };
    Value { truth: vec![text.to_owned()], ..Value::one(written) }
}

fn sentence(form: &Form, chance: &mut Chance) -> String {
    if form.is_chinese { chance.pick(words::CHINESE_PROSE).to_owned() } else { words::sentence(chance) }
}

fn upstream(form: &Form, chance: &mut Chance) -> Value {
    let number = chance.between(2, 900);
    let url = format!("https://github.com/tarn/clock/issues/{number}");
    let written = match chance.below(3) {
        0 => format!("[#{number}]({url})"),
        1 if form.style != Style::Keys => format!("<{url}>"),
        _ => url.clone(),
    };
    // Front matter holds no Markdown.
    let written = if form.style == Style::Keys && form.unit.is_file() { url.clone() } else { written };
    Value { truth: vec![url], ..Value::one(written) }
}

fn mentors(form: &Form, chance: &mut Chance) -> Value {
    let count = chance.between(1, 3);
    let firsts = chance.some(words::FIRST_NAMES, count);
    let (mut parts, mut truth) = (Vec::new(), Vec::new());
    for first in firsts {
        let last = chance.pick(words::LAST_NAMES);
        let plain: String = format!("{first}{last}").chars().filter(char::is_ascii_alphabetic).collect();
        let handle = format!("{}{}", plain.to_lowercase(), chance.between(1, 99));
        let name = if form.is_chinese {
            chance.pick(words::CHINESE_NAMES).to_owned()
        } else {
            format!("{first} {last}")
        };
        if !truth.iter().any(|known: &String| known.starts_with(&name)) {
            let (part, right) = person(form.people, &name, &handle);
            parts.push(part);
            truth.push(right);
        }
    }
    let joint = match form.people {
        // Nothing else is taken for a joint between handles.
        People::Handle if form.says_and => " ",
        // Brackets have commas of their own.
        People::NameHandleMail => ", ",
        _ if form.says_and && parts.len() == 2 => " and ",
        _ => form.joint,
    };
    Value { line: parts.join(joint), is_listed: form.lists_people, parts, truth }
}

/// A person as they are written, and what is right to read.
fn person(people: People, name: &str, handle: &str) -> (String, String) {
    let mail = format!("{handle}@example.org");
    match people {
        People::Name => (name.to_owned(), name.to_owned()),
        People::Handle => (format!("@{handle}"), format!("@{handle}")),
        People::NameLinked => (format!("[{name}](https://github.com/{handle})"), format!("{name} @{handle}")),
        People::NameAndHandle => (format!("{name} (@{handle})"), format!("{name} @{handle}")),
        People::NameAndMail => (format!("{name} <{mail}>"), format!("{name} <{mail}>")),
        People::NameMailed => (format!("[{name}](mailto:{mail})"), format!("{name} <{mail}>")),
        People::NameHandleMail => {
            (format!("{name} (@{handle}, {mail})"), format!("{name} @{handle} <{mail}>"))
        }
        People::NameAndLinkedHandle => {
            (format!("{name} ([@{handle}](https://github.com/{handle}))"), format!("{name} @{handle}"))
        }
        People::NameAndBareHandle => (format!("{name} ({handle})"), format!("{name} @{handle}")),
        People::NameAndHouse => (format!("{name} (Harbour University)"), name.to_owned()),
    }
}

fn skills(form: &Form, chance: &mut Chance) -> Value {
    let count = chance.between(1, 4);
    let names = chance.some(words::SKILLS, count);
    let phrases: Vec<_> =
        names.iter().map(|_| if form.has_phrases { chance.pick(words::PHRASES) } else { "{}" }).collect();
    let all = |mark: &str| -> Vec<String> {
        let each = names.iter().zip(&phrases);
        each.map(|(name, phrase)| phrase.replace("{}", &format!("{mark}{name}{mark}"))).collect()
    };
    let parts = all(if form.has_code { "`" } else { "" });
    Value { line: parts.join(form.joint), is_listed: form.lists_skills, truth: all(""), parts }
}

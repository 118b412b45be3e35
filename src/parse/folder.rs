//! The form that the documents of a folder share: where each holds one idea, none repeats itself, but all
//! of them together do.

use std::collections::HashMap;

use super::form::{Context, Folder, Form, learned};
use super::front_matter;
use super::lexicon::Meaning;
use crate::markdown::events::line_feeds;
use crate::markdown::outline::Outline;
use crate::model::{Document, start_of};

/// As much of a value tells what it is, in bytes.
const LOOKED_AT: usize = 240;

impl Folder {
    /// Learns what recurs in documents.
    pub fn of(documents: &[Document]) -> Self {
        let mut folder = Self::default();
        // First which strings recur, so that headings are known as labels.
        for document in documents {
            let text = &*line_feeds(document.text());
            let front = front_matter::read(text);
            let blanked = front.as_ref().map(|front| front.blanked(text));
            folder.strings.add_document(text, &Outline::of(blanked.as_deref().unwrap_or(text)));
        }
        let mut values: HashMap<u64, (String, Vec<String>)> = HashMap::new();
        let mut ideas = 0;
        for document in documents {
            let text = &*line_feeds(document.text());
            let front = front_matter::read(text);
            let blanked = front.as_ref().map(|front| front.blanked(text));
            let outline = Outline::of(blanked.as_deref().unwrap_or(text));
            let settings = document.reading().map(|settings| &**settings);
            let context = Context {
                front: front.as_ref(),
                path: document.origin().names(),
                folder: Some(&folder),
                settings,
            };
            let form = Form::learn(text, outline, context);
            ideas += usize::from(form.seems_one_idea());
            for (key, label, value) in form.unknown(text) {
                let (_, values) = values.entry(key).or_insert_with(|| (label, Vec::new()));
                values.push(start_of(value, LOOKED_AT).to_owned());
            }
        }
        for (key, (label, values)) in values {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            if values.len() > 1
                && let Some(kind) = learned::kind_of(&label, &values)
            {
                folder.learned.insert(key, Meaning::Field(kind));
            }
        }
        folder.wholes = ideas;
        folder
    }
}

//! A command line that is being typed: which subcommand it is, and what the word under the cursor can be.

use clap::{Arg, Command};

/// A command line up to the cursor.
#[derive(Debug)]
pub(super) struct Line<'l> {
    /// The subcommand, or the program itself.
    pub(super) command: &'l Command,
    /// The words that belong to no option, those after the subcommand where there is one.
    pub(super) words: Vec<&'l str>,
    /// Whether the built-in sample is asked for.
    pub(super) has_sample: bool,
    /// The kind of the word under the cursor.
    pub(super) place: Place<'l>,
}

/// The kind of the word under the cursor.
#[derive(Debug)]
pub(super) enum Place<'l> {
    /// The value of an option; `before` is what of the word stands before it, as in `--sort=title`.
    Value { option: &'l Arg, before: &'l str, typed: &'l str },
    /// The name of an option.
    Option(&'l str),
    /// A subcommand, or a word that belongs to no option.
    Word(&'l str),
}

impl<'l> Line<'l> {
    /// Reads the words: the program first, the word under the cursor last. `command` was built, so that its
    /// subcommands have their global options.
    pub(super) fn read(command: &'l Command, words: &'l [String]) -> Self {
        let mut words = words.iter().map(String::as_str).skip(1);
        let current = words.next_back().unwrap_or_default();
        let mut line = Self { command, words: Vec::new(), has_sample: false, place: Place::Word(current) };
        let (mut pending, mut only_words) = (None, false);
        for word in words {
            if pending.take().is_some() {
                continue;
            }
            if only_words || !word.starts_with('-') || word == "-" {
                match line.command.find_subcommand(word).filter(|_| line.words.is_empty() && !only_words) {
                    Some(subcommand) => line.command = subcommand,
                    None => line.words.push(word),
                }
            } else if word == "--" {
                only_words = true;
            } else {
                line.has_sample |= word == "--sample";
                pending = line.option(word).filter(|(option, value)| waits(option, *value)).map(|(it, _)| it);
            }
        }
        line.place = match pending {
            Some(option) => Place::Value { option, before: "", typed: current },
            None if only_words || !current.starts_with('-') || current == "-" && !line.words.is_empty() => {
                Place::Word(current)
            }
            None => match line.option(current) {
                Some((option, Some(typed))) => {
                    let before = &current[..current.len() - typed.len()];
                    Place::Value { option, before, typed }
                }
                _ => Place::Option(current),
            },
        };
        line
    }

    /// The option that a word names, and the value that stands in the same word.
    fn option(&self, word: &'l str) -> Option<(&'l Arg, Option<&'l str>)> {
        let mut all = self.command.get_arguments();
        if let Some(name) = word.strip_prefix("--") {
            let (name, value) =
                name.split_once('=').map_or((name, None), |(name, value)| (name, Some(value)));
            return Some((all.find(|option| option.get_long() == Some(name))?, value));
        }
        // Of several letters only the last can wait for a value.
        let letter = word.chars().next_back()?;
        Some((all.find(|option| option.get_short() == Some(letter))?, None))
    }
}

/// Whether the value of an option is the next word.
fn waits(option: &Arg, value: Option<&str>) -> bool {
    value.is_none() && option.get_action().takes_values() && !option.is_require_equals_set()
}

//! The values that options let users choose from.

use std::fmt::Debug;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

/// Short forms of names: (short, name).
const ALIASES: [(&str, &str); 1] = [("md", "markdown")];

/// Reads one of `values` by its name.
pub(super) fn one_of<T: Copy + Debug + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    parser(values, name, move |value| PossibleValue::new(name(value)))
}

/// Reads one of `values` by its name; the help explains each.
pub(super) fn one_explained<T: Copy + Debug + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    explain: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    parser(values, name, move |value| PossibleValue::new(name(value)).help(explain(value)))
}

fn parser<T: Copy + Debug + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
    possible: impl Fn(T) -> PossibleValue,
) -> impl TypedValueParser<Value = T> {
    let values: Vec<T> = values.into_iter().collect();
    let alias = |value| ALIASES.iter().find(|(_, long)| *long == name(value)).map(|(short, _)| *short);
    let possible: Vec<_> = values.iter().map(|value| possible(*value).aliases(alias(*value))).collect();
    PossibleValuesParser::new(possible).try_map(move |typed| {
        let typed =
            ALIASES.iter().find(|(short, _)| *short == typed).map_or(typed.as_str(), |(_, long)| long);
        values.iter().copied().find(|value| name(*value) == typed).ok_or("there is no such value")
    })
}

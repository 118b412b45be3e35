//! `config schema`: the JSON Schema of the configuration file, for editors that complete and check TOML by one.

use serde_json::{Map, Value, json};

use super::{about, keys};
use crate::app::keymap::Focus;
use crate::cli::configuration::names;
use crate::model::{LABEL_MEANINGS, Unit};
use crate::store::settings::{Kind, Line, Names, SETTINGS, Setting};

/// The schema.
pub(super) fn schema() -> Value {
    let mut tables = Map::new();
    for setting in SETTINGS {
        let value = of(setting);
        if setting.key.is_empty() {
            tables.insert(setting.table.to_owned(), value);
            continue;
        }
        let table = tables.entry(setting.table).or_insert_with(|| closed(Map::new()));
        table["properties"][setting.key] = value;
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The configuration of mentor-tui",
        "type": "object",
        "properties": tables,
        "additionalProperties": false,
        "$defs": {
            "keys": {
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": { "type": "string" } },
                    { "const": false },
                ],
            },
        },
    })
}

/// An object with these members and no others.
fn closed(properties: Map<String, Value>) -> Value {
    let properties = Value::Object(properties);
    let mut object = json!({ "type": "object", "additionalProperties": false });
    object["properties"] = properties;
    object
}

/// The schema of a setting's value.
fn of(setting: &Setting) -> Value {
    let words = || json!({ "type": "array", "items": { "type": "string" } });
    let free = |value: Value| json!({ "type": "object", "additionalProperties": value });
    let mut value = match setting.kind {
        Kind::Switch(_) => json!({ "type": "boolean" }),
        // One's own themes have other names; an editor completes these.
        Kind::Name(Names::Themes, _) => {
            json!({ "anyOf": [{ "enum": names(Names::Themes) }, { "type": "string" }] })
        }
        Kind::Name(known, _) => json!({ "enum": names(known) }),
        Kind::Words(_) => words(),
        Kind::Lines(Line::Text, _) => free(json!({ "type": "string" })),
        Kind::Lines(Line::Name(known), _) => free(json!({ "enum": names(known) })),
        Kind::Lines(Line::Words, _) => free(words()),
        Kind::Lines(Line::Number(known), _) => {
            let number = json!({ "type": "integer", "minimum": 0 });
            closed(names(known).into_iter().map(|name| (name.to_owned(), number.clone())).collect())
        }
        Kind::Keys => key_tables(),
        Kind::Readings => free(reading()),
        Kind::Tables => json!({ "type": "array", "items": source() }),
    };
    value["description"] = setting.about.into();
    match setting.kind {
        Kind::Switch(default) => value["default"] = default.into(),
        Kind::Name(_, default) => value["default"] = default.into(),
        Kind::Words(_) => value["default"] = json!([]),
        Kind::Lines(..) => value["default"] = json!({}),
        Kind::Keys | Kind::Readings | Kind::Tables => {}
    }
    if let Some(example) = about::example(setting) {
        value["description"] = format!("{} Example: {example}", setting.about).into();
    }
    value
}

/// The actions, and a table for each place with the actions of that place.
fn key_tables() -> Value {
    let lines = keys::default_lines();
    let mut tables = Map::new();
    for line in lines.iter().filter(|line| line.focus.is_none()) {
        let value = json!({ "$ref": "#/$defs/keys", "description": line.about, "default": line.keys });
        tables.insert(line.action.to_owned(), value);
    }
    for &focus in Focus::ALL {
        let actions = keys::actions(focus)
            .map(|action| (action.to_owned(), json!({ "$ref": "#/$defs/keys" })))
            .collect();
        tables.insert(focus.name().to_owned(), closed(actions));
    }
    closed(tables)
}

/// A source of listings.
fn source() -> Value {
    let mut source =
        closed(Map::from_iter([("year".to_owned(), json!({ "type": "integer", "minimum": 0 }))]));
    for key in ["name", "address", "programme", "organisation"] {
        source["properties"][key] = json!({ "type": "string" });
    }
    source["required"] = json!(["name", "address"]);
    source
}

/// The settings of one path or address.
fn reading() -> Value {
    let units: Vec<&str> = Unit::NAMED.iter().map(|(name, _)| *name).collect();
    closed(Map::from_iter([
        ("unit".to_owned(), json!({ "enum": units })),
        (
            "labels".to_owned(),
            json!({ "type": "object", "additionalProperties": { "enum": LABEL_MEANINGS } }),
        ),
    ]))
}

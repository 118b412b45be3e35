//! Settings in words: their values, their defaults and examples of them.

use crate::cli::configuration::names;
use crate::store::settings::{Kind, Line, Names, Setting};

/// The name of a setting with that of its table: `ui.theme`.
pub(super) fn full_name(Setting { table, key, .. }: &Setting) -> String {
    if key.is_empty() { format!("[{table}]") } else { format!("{table}.{key}") }
}

/// The default in TOML; `None` where it is an empty table, or stands elsewhere.
pub(super) fn default(setting: &Setting) -> Option<String> {
    match setting.kind {
        Kind::Switch(default) => Some(default.to_string()),
        Kind::Name(_, default) => Some(format!("{default:?}")),
        Kind::Words(_) => Some("[]".to_owned()),
        Kind::Lines(..) if !setting.key.is_empty() => Some("{}".to_owned()),
        Kind::Lines(..) | Kind::Keys | Kind::Readings | Kind::Tables => None,
    }
}

/// The values that can be written, separated by commas; or a few words about them. Empty where the example says it all.
pub(super) fn values(setting: &Setting) -> String {
    match setting.kind {
        Kind::Switch(_) => "true, false".to_owned(),
        Kind::Name(Names::Themes, _) => {
            format!("{}, or a theme of your own", names(Names::Themes).join(", "))
        }
        Kind::Name(known, _) | Kind::Lines(Line::Name(known), _) => names(known).join(", "),
        Kind::Lines(Line::Number(known), _) => format!("numbers for {}", names(known).join(", ")),
        Kind::Keys => "a key, a list of keys, or false for none".to_owned(),
        Kind::Words(_) | Kind::Lines(Line::Text | Line::Words, _) | Kind::Readings | Kind::Tables => {
            String::new()
        }
    }
}

/// An example of a line in TOML, where the default does not show what one looks like.
pub(super) fn example(setting: &Setting) -> Option<String> {
    let key = setting.key;
    match setting.kind {
        Kind::Words(example) => Some(format!("{key} = {example}")),
        Kind::Lines(_, line) if key.is_empty() => Some(line.to_owned()),
        Kind::Lines(_, line) => Some(format!("{key} = {{ {line} }}")),
        Kind::Keys => Some("reload = [\"r\", \"F5\"]".to_owned()),
        Kind::Readings => Some("\"ideas.md\" = { unit = \"h3\" }".to_owned()),
        Kind::Switch(_) | Kind::Name(..) | Kind::Tables => None,
    }
}

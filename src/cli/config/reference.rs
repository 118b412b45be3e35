//! The table of all settings in the documents.

use super::about;
use crate::store::settings::SETTINGS;

/// A Markdown table with a row for each setting.
pub(super) fn markdown_table() -> String {
    let mut rows = vec!["| setting | default | values | option |".to_owned(), "|---|---|---|---|".to_owned()];
    for setting in SETTINGS {
        let code =
            |text: String| if text.is_empty() { text } else { format!("`{}`", text.replace('|', "\\|")) };
        let mut values = setting.about.to_owned();
        let names = about::values(setting);
        if !names.is_empty() && names != "true, false" {
            let names: Vec<String> = names.split(", ").map(|name| name.replace('|', "\\|")).collect();
            values += &format!(" Values: {}.", names.join(", "));
        }
        if let Some(example) = about::example(setting) {
            values += &format!(" Example: {}", code(example));
        }
        rows.push(format!(
            "| `{}` | {} | {values} | {} |",
            about::full_name(setting),
            code(about::default(setting).unwrap_or_default()),
            code(setting.option.to_owned()),
        ));
    }
    rows.join("\n") + "\n"
}

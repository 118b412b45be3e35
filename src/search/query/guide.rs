//! The guide: how queries are written, in examples; help, README and `--help` show it.

use super::Scope;

/// The forms of a query, and their results.
const FORMS: &[(&str, &str)] = &[
    ("go react", "both words, in title, project, skills or mentors"),
    ("\"rest api\"", "a phrase"),
    ("-java", "without it; `!java` and `NOT java` too"),
    ("go OR rust", "one of them; `|` too. OR, AND and NOT only in capitals"),
    ("(go OR rust) react", "what belongs together"),
    ("skill:go,rust", "a field, with one of several values"),
    ("~kbrntes", "its letters in this order"),
];

/// The forms and fields of a query with their results, line by line.
pub fn guide() -> impl Iterator<Item = (String, &'static str)> {
    let forms = FORMS.iter().map(|(form, help)| ((*form).to_owned(), *help));
    forms.chain(Scope::all().map(|scope| (format!("{scope}:"), scope.help())))
}

/// The guide as a table of Markdown, for the README.
pub fn markdown_table() -> String {
    // A bar ends a cell, in code as well.
    let row = |(form, help): (String, &str)| format!("| `{form}` | {} |\n", help.replace('|', "\\|"));
    "| filter | finds |\n|---|---|\n".to_owned() + &guide().map(row).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Query;

    #[test]
    fn every_form_of_the_guide_is_understood() {
        for (form, _) in FORMS {
            let query = Query::parse(form);
            assert!(!query.is_empty() && query.notes().is_empty(), "{form}");
        }
    }
}

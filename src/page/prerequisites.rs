//! Prerequisites: what a listing asks for beside the application itself.

use crate::model::{Entry, FieldKind, fold};

/// Things that are asked for, and the words by which listings call them.
const KNOWN: &[(&str, &[&str])] = &[
    ("Resume", &["resume", "cv", "curriculum vitae"]),
    ("Cover letter", &["cover letter", "motivation letter", "letter of motivation"]),
    ("Coding challenge", &["coding challenge", "code challenge"]),
    ("School enrollment verification", &["enrollment verification", "school enrollment"]),
];
/// The words of labels under which they stand.
const LABELS: &[&str] = &["prerequisite", "how to apply", "application", "custom prerequisite name"];
/// Answers that say that something is not asked for.
const NO: &[&str] = &["no", "none", "false", "null", "_no response_", "n/a", "-"];
/// The most of a listing, and the most characters of each: a checklist is read.
const MOST: usize = 20;
const LONGEST: usize = 80;

/// The prerequisites that a proposal names, each once, in its order.
pub fn of(entry: Entry<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |words: &str| {
        let words: String = words.trim().trim_matches(['*', '`', '_']).chars().take(LONGEST).collect();
        let is_known = found.iter().any(|known| fold::name(known) == fold::name(&words));
        if !words.is_empty() && !is_known && found.len() < MOST {
            found.push(words);
        }
    };
    let text = entry.text();
    for field in &entry.proposal.fields {
        let label = fold::name(field.label.of(text));
        let is_asked = field.kind != FieldKind::Description && LABELS.iter().any(|word| label.contains(word));
        if !is_asked {
            continue;
        }
        if label.contains("custom prerequisite name") {
            add(field.value.of(text));
            continue;
        }
        for line in field.value.of(text).lines() {
            of_line(line, field.kind == FieldKind::Other, &mut add);
        }
    }
    found
}

/// The prerequisites of a line: a box that is checked, an answer, or known words.
fn of_line(line: &str, is_list: bool, add: &mut impl FnMut(&str)) {
    let line = line.trim().trim_start_matches(['-', '*', '+']).trim();
    let (is_boxed, rest) = match line.get(..3) {
        Some("[ ]") => return,
        Some("[x]" | "[X]") => (true, line[3..].trim()),
        _ => (false, line),
    };
    let (name, answer) =
        rest.split_once(':').map_or((rest, ""), |(name, answer)| (name.trim(), answer.trim()));
    if NO.contains(&answer.to_lowercase().as_str()) {
        return;
    }
    // Names of files and of programs are written with underscores.
    let folded = format!(" {} ", fold::name(&rest.replace('_', " ")));
    let has = |word: &&str| {
        folded.match_indices(*word).any(|(at, _)| {
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            !is_letter(folded[..at].chars().next_back())
                && !is_letter(folded[at + word.len()..].chars().next())
        })
    };
    let known: Vec<&str> =
        KNOWN.iter().filter(|(_, words)| words.iter().any(&has)).map(|(name, _)| *name).collect();
    for name in &known {
        add(name);
    }
    let is_custom = fold::name(name).starts_with("custom");
    if known.is_empty() && is_list && !is_custom {
        if is_boxed {
            add(rest);
        } else if name.eq_ignore_ascii_case("name") {
            add(answer);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &str) -> Vec<String> {
        let mut found = Vec::new();
        for line in lines.lines() {
            of_line(line, true, &mut |words: &str| found.push(words.to_owned()));
        }
        found
    }

    #[test]
    fn boxes_answers_and_known_words_are_read() {
        assert_eq!(
            found("- [x] Resume\n- [ ] Cover Letter\n- [X] A drawing\n- [x] Custom Prerequisite"),
            ["Resume", "A drawing"]
        );
        assert_eq!(
            found("- Cover Letter: no\n- Custom:\n  - Description: Draw.\n  - Name: Sketch\n- Resume: yes"),
            ["Sketch", "Resume"]
        );
        assert_eq!(found("Send your CV and a cover letter."), ["Resume", "Cover letter"]);
        assert_eq!(found("coding_challenge_url: https://example.org/1"), ["Coding challenge"]);
        assert!(found("coding_challenge_url: null\nA presumed thing").is_empty());
    }
}

//! Front matter of every kind, whole, broken and hostile.

use super::*;

const YAML: &str = "---\n# facts\ntitle: \"Mend: the net\"\nproject: Harbør\nduration: 175\ntechnologies: [Go, 'Rust']\nnote: |\n  two\n  lines\nnothing:\nmentors:\n  - first_name: Ada\n    last_name: Byrøn\n    email: ada@example.org\n  - name: Bo\n    github: https://github.com/bo\n---\n\n## Description\n";
const TOML: &str =
    "+++\ntitle = 'Mend'\nmentors = [\"Ada (@ada)\", \"Bo (@bo)\"]\n[params]\nlevel = 3\n+++\nbody\n";

fn entries(text: &str) -> Vec<(&str, &str)> {
    let front = read(text).unwrap();
    front.entries.iter().map(|entry| (entry.key.of(text), entry.value.span.of(text))).collect()
}

#[test]
fn every_value_of_yaml_has_its_place() {
    assert_eq!(
        entries(YAML)[..7],
        [
            ("title", "Mend: the net"),
            ("project", "Harbør"),
            ("duration", "175"),
            ("technologies", "[Go, 'Rust']"),
            ("note", "two\n  lines"),
            ("nothing", ""),
            (
                "mentors",
                "- first_name: Ada\n    last_name: Byrøn\n    email: ada@example.org\n  - name: Bo\n    github: https://github.com/bo"
            ),
        ]
    );
}

#[test]
fn every_value_of_toml_has_its_place() {
    assert_eq!(
        entries(TOML),
        [("title", "Mend"), ("mentors", "[\"Ada (@ada)\", \"Bo (@bo)\"]"), ("params", "level = 3")]
    );
}

#[test]
fn the_body_keeps_its_places() {
    let front = read(YAML).unwrap();
    let blanked = front.blanked(YAML);
    assert_eq!(blanked.len(), YAML.len());
    assert_eq!(blanked.find("## D"), YAML.find("## D"));
    assert_eq!(blanked.lines().count(), YAML.lines().count());
    assert!(blanked[..front.span.end].trim().is_empty());
}

#[test]
fn prose_between_two_rules_is_no_front_matter() {
    for text in [
        "---\n\nSome words.\n\n---\n",
        "---\ntitle: a\n",
        "----\ntitle: a\n---\n",
        "---\n---\n",
        " ---\na: b\n---\n",
    ] {
        assert!(read(text).is_none(), "{text:?}");
    }
}

#[test]
fn what_is_broken_or_hostile_is_told() {
    let deep = format!("---\na: {}\n---\n", "[".repeat(5_000));
    let nested: Vec<String> = (0..500).map(|depth| format!("{}- \n", " ".repeat(depth))).collect();
    let block = format!("---\na:\n{}\n---\n", nested.concat());
    let tables = format!("+++\na = {}\n+++\n", "[".repeat(100_000));
    for text in
        ["---\ntitle: [a\n---\n", "---\na: b: c\n---\n", "+++\ntitle = \n+++\n", &deep, &block, &tables]
    {
        assert!(read(text).unwrap().broken, "{:?}", &text[..20.min(text.len())]);
    }
    let bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n";
    assert_eq!(read(bomb).unwrap().entries.len(), 3);
}

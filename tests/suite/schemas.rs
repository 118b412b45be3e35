//! Every JSON output fits its schema in `assets/`, and nothing else does: a member that is added or removed fails.

use serde_json::{Value, json};

use crate::support::room::Room;

/// A listing with a value for every member, and problems of several kinds; one proposal for each term.
const LISTING: &str = "\
---
term: LFX 2026 Term 3
---

# CNCF mentorship ideas, 2026 Term 3

## Harbour

### Mend the net

Some words that belong to no field.

- Description: The net has holes.
- Expected Outcome: No holes.
- Recommended Skills: Go (required), Knots (nice to have)
- Difficulty: easy to hard
- Project Size: 90 to 350 hours
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Bo Example (bo-example)
- Upstream Issue: https://example.org/net/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001

### Turn the lamp

- Description: It stands still.
- Recommended Skills: Rust
- Mentor(s): Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://example.org/net/1
";

/// The same harbour, a year before.
const EARLIER: &str = "\
# CNCF mentorship ideas, 2025 Term 3

## Harbour

### Mend the net

- Description: The net has holes.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://example.org/net/0
";

/// The lamp as it was, and a proposal that is not there any more.
const BEFORE: &str = "\
# CNCF mentorship ideas, 2026 Term 3

## Harbour

### Turn the lamp

- Description: It stood still.
- Recommended Skills: Rust
- Mentor(s): Ada Example (@ada-example, ada@example.org)

### Paint the pier

- Description: It is grey.
- Mentor(s): Ada Example (@ada-example, ada@example.org)
";

/// A shortlist with a value for every member; the proposal has another title by now.
const SHORTLIST: &str = "\
schema = 1

[[proposal]]
title = \"Repair the net\"
project = \"Harbour\"
term = \"LFX 2026 Sep–Nov\"
upstream = [\"https://example.org/other/9\"]
apply = \"https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001\"
source = \"ideas.md\"
status = \"applied\"
note = \"Ask Ada.\"

[[proposal.task]]
text = \"Resume\"
done = true

[[hidden]]
project = \"Reef\"
";

/// The dates of a programme.
const DATES: &str = "\
# Ideas 2031

- Applications open: Aug 3 – Aug 18, 23:59 UTC
- Coding begins: September 1
";

/// Every output in JSON: the schema, the place of the format in it, and the arguments.
const OUTPUTS: &[(&str, &str, &[&str])] = &[
    ("list", "", &["list", "--format", "json", "--skills", "go", "ideas.md"]),
    ("list", "", &["show", "--format", "json", "ideas.md", "1", "2"]),
    ("list", "", &["export", "--format", "json", "ideas.md"]),
    ("list", "/$defs/proposal", &["export", "--format", "jsonl", "--skills", "go", "ideas.md"]),
    ("count", "", &["list", "--count", "--format", "json", "ideas.md"]),
    ("unread", "", &["list", "--unread", "--format", "json", "ideas.md"]),
    ("explain", "", &["list", "--explain", "--format", "json", "ideas.md"]),
    ("stats", "", &["stats", "--format", "json", "ideas.md", "earlier.md"]),
    ("diff", "", &["diff", "--format", "json", "old", "new"]),
    ("facets", "", &["facets", "--format", "json", "ideas.md", "skills"]),
    ("facets", "", &["facets", "--format", "json", "ideas.md", "size"]),
    ("shortlist", "", &["shortlist", "--format", "json", "ideas.md"]),
    ("check", "", &["check", "--output-format", "json", "ideas.md"]),
    ("rules", "", &["check", "--explain", "all", "--output-format", "json"]),
    ("similar", "", &["similar", "--format", "json", "ideas.md", "earlier.md", "1"]),
    ("status", "", &["status", "--format", "json", "--offline", "ideas.md", "1"]),
    ("about", "", &["about", "--format", "json", "ideas.md", "dates.md"]),
];

fn room() -> Room {
    let room = Room::new().with("ideas.md", LISTING).with("earlier.md", EARLIER);
    let room = room.with("dates.md", DATES).with("data/mentor-tui/shortlist.toml", SHORTLIST);
    let room = room.with("old/earlier.md", EARLIER).with("old/before.md", BEFORE);
    let new =
        LISTING.to_owned() + "\n### Count the gulls\n\n- Description: One by one.\n- Mentor(s): Bo Example\n";
    room.with("new/ideas.md", new)
}

fn schema(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/{name}.schema.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The schema of one of its parts.
fn part(mut schema: Value, place: &str) -> Value {
    if !place.is_empty() {
        let definitions = schema["$defs"].take();
        schema = json!({ "$ref": format!("#{place}"), "$defs": definitions });
    }
    schema
}

/// The output, and how it would look with one member more or less in each kind of object.
fn changed(output: &Value) -> Vec<(String, Value)> {
    let mut places = Vec::new();
    objects(output, String::new(), &mut places);
    let mut seen = std::collections::HashSet::new();
    // One object of each kind will do: arrays hold objects of one kind.
    places.retain(|place| seen.insert(place.replace(|c: char| c.is_ascii_digit(), "")));
    let mut changed = Vec::new();
    for place in places {
        let members = output.pointer(&place).unwrap().as_object().unwrap();
        let mut more = output.clone();
        more.pointer_mut(&place).unwrap()["unknown"] = Value::Null;
        changed.push((format!("{place} with a member more"), more));
        for name in members.keys() {
            let mut less = output.clone();
            less.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(name);
            changed.push((format!("{place} without {name}"), less));
        }
    }
    changed
}

/// The places of all objects.
fn objects(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| objects(value, format!("{place}/{name}"), places));
            places.push(place);
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| objects(item, format!("{place}/{at}"), places));
        }
        _ => {}
    }
}

#[test]
fn every_output_fits_its_schema_and_nothing_else_does() {
    let room = room();
    for (name, place, arguments) in OUTPUTS {
        let run = room.run(arguments);
        assert_fits(name, place, &run.out);
    }
}

/// The output (one object, or a line for each) fits a schema, and nothing else does.
pub(crate) fn assert_fits(name: &str, place: &str, out: &str) {
    let validator = jsonschema::validator_for(&part(schema(name), place)).unwrap();
    let mut outputs = 0;
    for output in serde_json::Deserializer::from_str(out).into_iter::<Value>() {
        let output = output.unwrap();
        let errors: Vec<_> = validator.iter_errors(&output).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{name}: {output}");
        for (change, changed) in changed(&output) {
            // Only a count of skills has its terms.
            let is_optional = name == "stats" && change.ends_with("without by_term");
            assert!(is_optional || !validator.is_valid(&changed), "{name}: {change}");
        }
        outputs += 1;
    }
    assert!(outputs > 0, "{name}: {out}");
}

#[test]
fn the_outputs_of_the_test_have_every_member_of_the_schemas() {
    let room = room();
    let listed: Value = serde_json::from_str(&room.run(OUTPUTS[0].2).out).unwrap();
    let first = &listed["proposals"][0];
    let (fit, mentor, tag) = (&first["fit"], &first["mentors"][0], &first["skill_tags"][0]);
    assert!(fit.is_object() && mentor["primary"] == true && tag["skill"] == "go", "{first}");
    assert_eq!((&first["hours"], &first["hours_to"]), (&json!(90), &json!(350)));
    let run = |number: usize| serde_json::from_str::<Value>(&room.run(OUTPUTS[number].2).out).unwrap();
    assert_eq!(run(5)["unread"][0]["line"], 11);
    let diff = run(8);
    for kind in ["new", "changed", "continued", "gone"] {
        assert_eq!(diff[kind].as_array().map(Vec::len), Some(1), "{kind}: {diff}");
    }
    let stats = run(7);
    assert_eq!(stats["skills"][0]["by_term"].as_array().map(Vec::len), Some(2), "{stats}");
    assert!(stats["mentors"][0]["count"] == 3, "{stats}");
    let listed = &run(11)["entries"][0];
    assert_eq!((&listed["listing"], &listed["title_now"]), (&json!("retitled"), &json!("Mend the net")));
    let checked = run(12);
    let has_fix = checked["diagnostics"].as_array().unwrap().iter().any(|it| it["fix"].is_object());
    let has_related =
        checked["diagnostics"].as_array().unwrap().iter().any(|it| it["related"][0].is_object());
    assert!(has_fix && has_related, "{checked}");
}

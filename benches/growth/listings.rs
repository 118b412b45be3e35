//! Listings in which one thing of their structure is repeated: documents, proposals, fields and their values.

use crate::listing;
use crate::subject::{Make, Query, Repetition};

/// The headings above a proposal, and the fields that make it one.
pub(crate) const PROPOSAL: &str = "\
# Ideas 2031

### Harbour

#### Mend the net

- Description: A net.
- Mentor(s): Ada Byron (@ada, ada@example.org)
";

/// A piece of text for a number, so many times.
pub(crate) fn times(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// One document: a proposal, and something below its fields.
pub(crate) fn proposal(inside: &str) -> Vec<String> {
    vec![format!("{PROPOSAL}{inside}\n")]
}

/// One document of short proposals, made for a number.
fn proposals(count: usize, piece: impl Fn(usize) -> String) -> Vec<String> {
    vec![format!("# Ideas 2031\n\n### Harbour\n\n{}", times(count, piece))]
}

/// The fields that make a section a proposal.
const FIELDS: &str = "- Description: A net.\n- Mentor(s): Ada Byron (@ada)\n\n";

/// A term page as JSON.
fn export(programs: impl Iterator<Item = String>) -> Vec<String> {
    let programs = programs.collect::<Vec<_>>().join(",\n");
    vec![format!("{{\"_term\": \"2031 Term 1 (Mar-May)\", \"programs\": [\n{programs}\n]}}\n")]
}

fn program(name: &str, rest: &str) -> String {
    format!("{{\"program_name_short\": \"{name}\", \"cncf_project\": \"Harbour\"{rest}}}")
}

const REPETITIONS: &[(&str, usize, Make)] = &[
    ("proposals", 150, |n| vec![listing::until(|made| made.proposals == n)]),
    ("documents", 40, |n| {
        (0..n)
            .map(|at| format!("# Ideas {}\n\n### Harbour {at}\n\n#### Mend {at}\n\n{FIELDS}", 1990 + at % 90))
            .collect()
    }),
    ("documents of one name each", 40, |n| {
        (0..n).map(|_| format!("# Ideas\n\n## Mend\n\n{FIELDS}")).collect()
    }),
    ("short proposals", 500, |n| proposals(n, |at| format!("#### Mend {at}\n\n{FIELDS}"))),
    ("proposals of one title", 500, |n| proposals(n, |_| format!("#### Mend the net\n\n{FIELDS}"))),
    ("proposals without labels in a list", 500, |n| {
        proposals(n, |at| format!("#### Mend {at}\n\nDescription: A net\nMentor(\n\n"))
    }),
    ("proposals that are copies of the template", 500, |n| {
        proposals(n, |_| {
            "#### Title\n\n- Description: TBD\n- Mentor(s): Mentor Name (@handle)\n\n".to_owned()
        })
    }),
    ("projects", 500, |n| vec![times(n, |at| format!("### Harbour {at}\n\n#### Mend\n\n{FIELDS}"))]),
    ("subprojects", 400, |n| proposals(n, |at| format!("#### Quay {at}\n\n##### Mend\n\n{FIELDS}"))),
    ("headings", 2000, |n| proposal(&times(n, |at| format!("##### Part {at}\n\nWords.\n\n")))),
    ("headings without proposals", 2000, |n| {
        vec![times(n, |at| format!("{} H{at}\n\n", "#".repeat(1 + at % 6)))]
    }),
    ("underlined headings", 2000, |n| vec![times(n, |at| format!("H{at}\n===\n\nWords\n---\n\n"))]),
    ("a long title", 4000, |n| {
        vec![format!("# Ideas\n\n#### {}\n\n{FIELDS}", times(n, |_| "mend ".to_owned()))]
    }),
    ("labels", 1000, |n| proposal(&times(n, |at| format!("- Label {at}: words\n")))),
    ("label paragraphs", 1000, |n| proposal(&times(n, |at| format!("**Label {at}**: words\n\n")))),
    ("descriptions", 1000, |n| proposal(&times(n, |_| "- Description: v\n".to_owned()))),
    ("outcome paragraphs", 1000, |n| proposal(&times(n, |_| "**Expected Outcome**: v\n\n".to_owned()))),
    ("field headings", 1000, |n| proposal(&times(n, |_| "##### Description\n\nwords\n\n".to_owned()))),
    ("difficulties", 1000, |n| proposal(&times(n, |_| "- Difficulty: hard\n- Size: large\n".to_owned()))),
    ("unlabelled items", 2000, |n| proposal(&times(n, |at| format!("- words {at}\n")))),
    ("lines with a colon", 2000, |n| proposal(&times(n, |at| format!("Words {at}: more\n")))),
    ("paragraphs", 1000, |n| proposal(&times(n, |at| format!("\nA net {at} is mended by words.\n")))),
    ("unplaced lines", 1000, |n| {
        proposals(n, |at| {
            format!("#### Mend {at}\n\nSome words\n\n- Description: v\n- Mentors: TBD, words\n\n")
        })
    }),
    ("mentors in a line", 1000, |n| {
        proposal(&format!("- Mentors: {}\n", times(n, |at| format!("Ada{at} Byron (@ada{at}), "))))
    }),
    ("mentors in a list", 1000, |n| {
        proposal(&format!(
            "- Mentors:\n{}",
            times(n, |at| format!("  - Ada{at} (@a{at}, a{at}@example.org)\n"))
        ))
    }),
    ("one mentor in a line", 1000, |n| {
        proposal(&format!("- Mentors: {}\n", times(n, |_| "Ada Byron (@ada), ".to_owned())))
    }),
    ("names of a mentor", 2000, |n| proposal(&format!("- Mentors: {}\n", times(n, |_| "Ada ".to_owned())))),
    ("parentheses of mentors", 2000, |n| {
        proposal(&format!("- Mentors: {}\n", times(n, |_| "Ada (".to_owned())))
    }),
    ("handles", 2000, |n| proposal(&format!("- Mentors: {}\n", times(n, |at| format!("@a{at} "))))),
    ("mentors of proposals", 500, |n| {
        proposals(n, |at| {
            format!("#### Mend {at}\n\n- Description: A net.\n- Mentor(s): A{at} Byron (@a{at})\n\n")
        })
    }),
    ("names of mentors without handles", 500, |n| {
        proposals(n, |at| format!("#### Mend {at}\n\n- Description: A net.\n- Mentor(s): A{at} Byron\n\n"))
    }),
    ("one mentor spelt in many ways", 300, |n| {
        proposals(n, |at| {
            format!(
                "#### Mend {at}\n\n- Description: A.\n- Mentor(s): Ada B{at} (@ada, a{at}@example.org)\n\n"
            )
        })
    }),
    ("skills in a line", 2000, |n| {
        proposal(&format!("- Recommended Skills: {}\n", times(n, |at| format!("Skill{at}, "))))
    }),
    ("skills in a list", 1500, |n| {
        proposal(&format!("- Recommended Skills:\n{}", times(n, |at| format!("  - Skill {at}\n"))))
    }),
    ("known skills", 2000, |n| proposal(&format!("- Skills: {}\n", times(n, |_| "Go, Rust, ".to_owned())))),
    ("words of a skill", 4000, |n| proposal(&format!("- Skills: {}\n", times(n, |_| "Go and ".to_owned())))),
    ("words of a level", 4000, |n| proposal(&format!("- Skills: Go{}\n", " required".repeat(n)))),
    ("dispensable words of a skill", 4000, |n| proposal(&format!("- Skills: Go{}\n", " needed".repeat(n)))),
    ("levels of skills", 1000, |n| {
        proposal(&format!(
            "- Skills:\n{}",
            times(n, |at| format!("  - Knot {at} (nice to have)\n  - Go {at} is required\n"))
        ))
    }),
    ("parentheses of skills", 4000, |n| {
        proposal(&format!("- Skills: {}\n", times(n, |_| "Go (a, ".to_owned())))
    }),
    ("slashes of skills", 4000, |n| {
        proposal(&format!("- Skills: {}\n", times(n, |_| "Go/C++ & ".to_owned())))
    }),
    ("skills of proposals", 400, |n| {
        proposals(n, |at| {
            format!("#### Mend {at}\n\n- Description: A.\n- Skills: Skill {at}, Go\n- Mentor(s): Ada\n\n")
        })
    }),
    ("upstream addresses in a line", 800, |n| {
        proposal(&format!(
            "- Upstream Issue: {}\n",
            times(n, |at| format!("https://example.org/a/issues/{at} "))
        ))
    }),
    ("upstream links in a list", 800, |n| {
        proposal(&format!(
            "- Upstream Issue:\n{}",
            times(n, |at| format!("  - [#{at}](https://example.org/a/issues/{at})\n"))
        ))
    }),
    ("one upstream address", 800, |n| {
        proposals(n / 4, |at| {
            format!("#### Mend {at}\n\n{FIELDS}- Upstream Issue: https://example.org/a/issues/1\n\n")
        })
    }),
    ("front matter of keys", 2000, |n| {
        vec![format!("---\n{}---\n{PROPOSAL}", times(n, |at| format!("key{at}: value\n")))]
    }),
    ("front matter of items", 2000, |n| {
        vec![format!("---\nmentors:\n{}---\n{PROPOSAL}", times(n, |at| format!("  - Ada {at}\n")))]
    }),
    ("front matter of brackets", 8000, |n| vec![format!("---\ntitle: {}\n---\n{PROPOSAL}", "[".repeat(n))]),
    ("front matter of aliases", 1000, |n| {
        vec![format!("---\na: &a [x, y]\nb: [{}]\n---\n{PROPOSAL}", "*a, ".repeat(n))]
    }),
    ("front matter of deeper keys", 100, |n| {
        vec![format!("---\n{}---\n{PROPOSAL}", times(n.isqrt() * 8, |at| format!("{}k:\n", " ".repeat(at))))]
    }),
    ("front matter in TOML", 2000, |n| {
        vec![format!("+++\n{}+++\n{PROPOSAL}", times(n, |at| format!("key{at} = \"v\"\n")))]
    }),
    ("front matter in TOML of brackets", 2000, |n| {
        vec![format!("+++\na = {}\n+++\n{PROPOSAL}", "[".repeat(n))]
    }),
    ("front matter with proposals", 400, |n| {
        vec![format!(
            "---\ntitle: Ideas\nprojects:\n{}---\n",
            times(n, |at| format!("  - title: T{at}\n    description: d\n    mentors: [Ada]\n"))
        )]
    }),
    ("front matter without an end", 4000, |n| {
        vec![format!("---\n{}", times(n, |at| format!("key{at}: value\n")))]
    }),
    ("parts of an issue form", 1000, |n| {
        vec![times(n, |at| {
            format!(
                "### {}\n\nwords {at}\n\n",
                ["Program Name", "Mentors", "Program Description", "Technologies"][at % 4]
            )
        })]
    }),
    ("programs of an export", 300, |n| {
        export(
            (0..n).map(|at| {
                program(&format!("Mend {at}"), ", \"description\": \"A net.\", \"skills\": \"Go\"")
            }),
        )
    }),
    ("programs of one name", 300, |n| {
        export((0..n).map(|_| program("Mend", ", \"description\": \"A net.\"")))
    }),
    ("mentors of a program", 500, |n| {
        let mentors = (0..n)
            .map(|at| format!("{{\"name\": \"A{at}\", \"github_handle\": \"a{at}\"}}"))
            .collect::<Vec<_>>();
        export(std::iter::once(program("Mend", &format!(", \"mentors\": [{}]", mentors.join(",")))))
    }),
    ("lines of a program", 2000, |n| {
        export(std::iter::once(program(
            "Mend",
            &format!(", \"description\": \"{}\"", "- Mentors: words\\n".repeat(n)),
        )))
    }),
    ("brackets of JSON", 8000, |n| vec![format!("{{\"programs\": [{}", "[".repeat(n))]),
    ("table rows that are proposals", 500, |n| {
        vec![format!(
            "# Ideas\n\n| Title | Skills | Mentors |\n|---|---|---|\n{}",
            times(n, |at| format!("| Mend {at} | Go | Ada{at} |\n"))
        )]
    }),
    ("tables of fields", 300, |n| {
        proposals(n, |at| {
            format!("#### Mend {at}\n\n| Mentors | Ada (@ada) |\n|---|---|\n| Skills | Go |\n\nWords.\n\n")
        })
    }),
];

/// Queries that grow, over a listing that does not.
const QUERIES: &[(&str, usize, Query)] = &[
    ("words of a query", 40, |n| times(n, |at| format!("mend{at} "))),
    ("one word of a query", 100, |n| "mend ".repeat(n)),
    ("short words of a query", 100, |n| "a ".repeat(n)),
    ("excluded words of a query", 40, |n| times(n, |at| format!("-mend{at} "))),
    ("alternatives of a query", 40, |n| times(n, |at| format!("mend{at} OR "))),
    ("fields of a query", 40, |n| times(n, |at| format!("skill:s{at} "))),
    ("included values of a query", 40, |n| times(n, |at| format!("skill:go{at},rust{at} "))),
    ("quotes of a query", 100, |n| "\"a b\" ".repeat(n)),
    ("open quotes of a query", 100, |n| "\"a ".repeat(n)),
    ("parentheses of a query", 200, |n| "(".repeat(n)),
    ("a long word of a query", 400, |n| "m".repeat(n)),
];

pub(crate) fn all() -> impl Iterator<Item = Repetition> {
    let repetition = |&(name, count, make): &(&'static str, usize, Make)| Repetition::new(name, count, make);
    let query = |&(name, count, query): &(&'static str, usize, Query)| Repetition {
        query: Some(query),
        ..Repetition::new(name, count, |_| vec![listing::until(|made| made.proposals == 40)])
    };
    REPETITIONS.iter().map(repetition).chain(QUERIES.iter().map(query))
}

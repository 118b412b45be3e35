//! Listings of any size, the same at every run: invented text in the shapes that the reader knows.

use std::fmt::Write;

/// The listing as far as it is made.
pub(crate) struct Made {
    /// The listing.
    pub(crate) text: String,
    /// How many proposals stand in it.
    pub(crate) proposals: usize,
}

/// A listing, proposal by proposal until it is enough.
pub(crate) fn until(enough: impl Fn(&Made) -> bool) -> String {
    let mut made = Made { text: TEMPLATE.to_owned(), proposals: 0 };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    while !enough(&made) {
        if made.proposals.is_multiple_of(3) {
            let project = format!("\n### {} {}\n", dice.pick(MATERIALS), dice.pick(THINGS));
            made.text.push_str(&project);
        }
        let shape = SHAPES[made.proposals % SHAPES.len()];
        made.proposals += 1;
        shape(&mut made.text, &mut dice, made.proposals).expect("a string takes every text");
    }
    made.text
}

const TEMPLATE: &str = "\
## Template

```
### Project
#### Title of the proposal
- Description:
- Expected Outcome:
- Mentor(s):
  - Mentor Name (@handle, mentor@example.org)
```

---

## Proposed project ideas
";

type Shape = fn(&mut String, &mut Dice, usize) -> std::fmt::Result;

const SHAPES: &[Shape] = &[bold_list, plain_column_zero, paragraphs, yaml, prose_and_table, nested];

fn bold_list(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n#### {}\n\n- **Description:** {}", dice.title(), dice.prose(5))?;
    writeln!(out, "- **Expected Outcome:** The mentee will produce the following")?;
    for place in 1..=3 {
        writeln!(out, "    {place}. {}", dice.sentence())?;
    }
    writeln!(out, "- **Recommended Skills:**\n{}", dice.items("    - ", SKILLS, 4))?;
    writeln!(out, "- **Mentor(s):**\n{}", dice.mentors("  - ", 2))?;
    writeln!(out, "- **Upstream Issue:** https://example.org/issues/{number}")
}

fn plain_column_zero(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n\n#### {}\n\n- Description:\n{}\n", dice.title(), dice.prose(6))?;
    writeln!(out, "- Expected Outcome\n  - {}\n  - {} \n", dice.sentence(), dice.sentence())?;
    writeln!(out, "- Recommended Skills\n{}\n", dice.items("  - ", SKILLS, 5))?;
    writeln!(out, "- Mentor\n{}\n", dice.mentors("  - ", 3))?;
    writeln!(out, "- Upstream Issue: [https://example.org/{number}](https://example.org/{number})")
}

fn paragraphs(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n#### {}\n\n**Description**: {}\n", dice.title(), dice.prose(7))?;
    writeln!(out, "**Expected Outcome**:\n- {}\n- {}\n", dice.sentence(), dice.sentence())?;
    let (one, two) = (dice.pick(SKILLS), dice.pick(SKILLS));
    writeln!(out, "**Recommended Skills**: {one}, {two} (Optional: {}, reading)\n", dice.pick(SKILLS))?;
    writeln!(out, "**Mentor(s)**:\n{}\n", dice.mentors("- ", 2))?;
    writeln!(out, "**Upstream Issue**: https://example.org/paragraphs/issues/{number}")
}

fn yaml(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n#### {}\n\ndescription: |\n  {}\n", dice.title(), dice.prose(4))?;
    writeln!(out, "expectedOutcome:\n  - {}\n  - {}\n", dice.sentence(), dice.sentence())?;
    writeln!(out, "- **Recommended Skills:**\n{}", dice.items("  - ", SKILLS, 3))?;
    writeln!(out, "- **Mentor(s):**\n{}", dice.mentors("  - ", 1))?;
    writeln!(out, "- **Upstream Issues**:\n  - reading: https://example.org/yaml/issues/{number}")?;
    writeln!(out, "  - writing: https://example.org/yaml/pull/{number}")
}

fn prose_and_table(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n#### {}\n\n{}\n\n> {}\n", dice.title(), dice.prose(6), dice.sentence())?;
    writeln!(
        out,
        "| part | weeks |\n|---|--:|\n| {} | 3 |\n| *{}* | 9 |\n",
        dice.pick(THINGS),
        dice.pick(THINGS)
    )?;
    writeln!(out, "```sh\n./{} --count {number}\n```\n", dice.pick(THINGS))?;
    writeln!(out, "- Expected Outcome: {}", dice.sentence())?;
    writeln!(out, "- Recommended Skills:<br/>\n{}", dice.items("  - ", SKILLS, 4))?;
    writeln!(out, "- Mentor(s): {}", dice.mentors("", 1))?;
    writeln!(out, "- Difficulty: Medium\n- Size: Large (350 hours)")?;
    writeln!(out, "- Upstream Issue (URL): https://example.org/prose/issues/{number}")
}

fn nested(out: &mut String, dice: &mut Dice, number: usize) -> std::fmt::Result {
    writeln!(out, "\n#### {}\n\n- **Description**:\n  {}\n", dice.title(), dice.prose(3))?;
    writeln!(out, "  See [the notes](https://example.org/notes/{number}) and `{}`.", dice.pick(THINGS))?;
    writeln!(out, "- **Expected Outcome**:\n  - **First:** {}", dice.sentence())?;
    writeln!(out, "    - {}\n      - [ ] {}\n  - 星の{}", dice.sentence(), dice.sentence(), dice.sentence())?;
    writeln!(out, "- **Type:** design\n- **Recommended Skills**:\n{}", dice.items("- ", SKILLS, 3))?;
    writeln!(out, "- **Mentor(s)**:\n{} - Primary", dice.mentors("- ", 2))?;
    writeln!(out, "- **Upstream Issue:** https://example.org/nested/issues/{number}")
}

/// A small xorshift generator: the same listing everywhere, without a package.
pub(crate) struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    fn title(&mut self) -> String {
        format!(
            "{} a {} for {} {}",
            self.pick(VERBS),
            self.pick(THINGS),
            self.pick(MATERIALS),
            self.pick(THINGS)
        )
    }

    /// A sentence; about one in eight carries marks, as in real listings.
    fn sentence(&mut self) -> String {
        let (verb, thing, part) = (self.pick(VERBS), self.pick(THINGS), self.pick(THINGS));
        let (matter, other) = (self.pick(MATERIALS), self.pick(THINGS));
        let (part, other) = if self.roll(8) == 0 {
            (format!("**{part}**"), format!("`{other}`"))
        } else {
            (part.to_owned(), other.to_owned())
        };
        format!(
            "{verb} the {thing} before the {part} of {matter} asks for another {other}, and write down why"
        )
    }

    /// Sentences in one paragraph.
    fn prose(&mut self, sentences: usize) -> String {
        (0..sentences).map(|_| self.sentence()).collect::<Vec<_>>().join(". ")
    }

    fn items(&mut self, before: &str, words: &[&str], count: usize) -> String {
        (0..count).map(|_| format!("{before}{}", self.pick(words))).collect::<Vec<_>>().join("\n")
    }

    fn mentors(&mut self, before: &str, count: usize) -> String {
        let mentor = |dice: &mut Self| {
            let (given, family, number) = (dice.pick(GIVEN), dice.pick(MATERIALS), dice.roll(1000));
            let handle = format!("{}-{number}", given.to_lowercase());
            format!("{before}{given} {family}son (@{handle}, {handle}@example.org)")
        };
        (0..count).map(|_| mentor(self)).collect::<Vec<_>>().join("\n")
    }
}

const VERBS: &[&str] =
    &["Build", "Measure", "Mend", "Explain", "Simplify", "Test", "Translate", "Weave", "Time", "Draw"];
const MATERIALS: &[&str] = &[
    "Amber", "Birch", "Copper", "Flint", "Heather", "Linen", "Moss", "Oak", "Peat", "Quartz", "Salt",
    "Slate", "Wool",
];
const THINGS: &[&str] = &[
    "anvil",
    "atlas",
    "bell",
    "bridge",
    "clock",
    "compiler",
    "gauge",
    "kiln",
    "lantern",
    "ledger",
    "loom",
    "parser",
    "scheduler",
];
const SKILLS: &[&str] = &[
    "Rust",
    "Go",
    "C++",
    "TypeScript",
    "React.ts",
    "SQL",
    "REST API",
    "Kubernetes",
    "Technical writing",
    "Statistics",
    "Embedded Linux (bootloaders, A/B partitions)",
    "git / patch workflow",
    "Graph algorithms",
    "Accessibility",
];
const GIVEN: &[&str] =
    &["Ada", "Bo", "Chidi", "Dagny", "Elif", "Farah", "Goran", "Hanne", "Ivo", "Jun", "Kaja", "Lior"];

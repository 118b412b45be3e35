//! A rule of the check as data: its names, how much it counts, where it applies, and its page.

use strum::{IntoStaticStr, VariantArray};

use crate::model::Dialect;

/// One rule: what it is called, how much it counts, what it looks at, and its page.
#[derive(Debug)]
pub struct Rule {
    /// `MT` and three digits, the first of which is the family. Never used for another rule again.
    pub code: &'static str,
    /// Words joined by hyphens.
    pub name: &'static str,
    /// How much it counts; single findings may count less.
    pub severity: Severity,
    /// It is house style: it counts only when asked for.
    pub pedantic: bool,
    /// The best way to fix it that it can offer.
    pub fix: Option<Applicability>,
    /// The rulesets that it belongs to.
    pub rulesets: &'static [Ruleset],
    /// In which forms of documents it can look.
    pub dialects: &'static [Dialect],
    /// One phrase for tables that completes "Reports …".
    pub summary: &'static str,
    /// Why that is bad, and what it does and does not report: paragraphs of Markdown.
    pub why: &'static str,
    /// A piece of a listing that it reports.
    pub example: &'static str,
    /// The same without the problem.
    pub instead: &'static str,
}

/// How bad it is. Ordered: the worse one is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Readers will have to ask, or will misunderstand.
    Warning,
    /// The proposal cannot be taken as it is.
    Error,
}

impl Severity {
    /// All, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// Its name for people and programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Whether a fix may be made without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Applicability {
    /// The reading is the same before and after.
    Safe,
    /// The reading changes, most likely to what the author meant.
    Unsafe,
    /// It holds a place (`<…>`) that only a person can fill: shown, never made.
    Placeholder,
}

impl Applicability {
    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The programme by whose rules a document is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Ruleset {
    /// The mentorships of the CNCF through LFX.
    Cncf,
    /// Google Summer of Code.
    Gsoc,
    /// No programme in particular: what is wrong everywhere.
    Generic,
}

impl Ruleset {
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name for people and programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Rule {
    /// The facts that most rules share, to be completed by each: warnings of the CNCF about documents in sections.
    pub(super) const DEFAULT: Self = Self {
        code: "",
        name: "",
        severity: Severity::Warning,
        pedantic: false,
        fix: None,
        rulesets: &[Ruleset::Cncf],
        dialects: &[Dialect::Sections],
        summary: "",
        why: "",
        example: "",
        instead: "",
    };

    /// Its page, in Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let fix = match self.fix {
            None => "There is no automatic fix.",
            Some(Applicability::Safe) => "`--fix` fixes it: what is read stays the same.",
            Some(Applicability::Unsafe) => {
                "`--unsafe-fixes` fixes it: what is read changes, so look at `--diff` first."
            }
            Some(Applicability::Placeholder) => "The report shows what to fill in.",
        };
        let rulesets: Vec<&str> = self.rulesets.iter().map(|ruleset| ruleset.name()).collect();
        let asked = if self.pedantic { ", with `--pedantic` only" } else { "" };
        format!(
            "# {} {} ({}{asked})\n\n## Problem\n\nReports {}.\n\n## Why is this bad?\n\n{}\n\n## Example\n\n\
             ```markdown\n{}\n```\n\n## Use instead\n\n```markdown\n{}\n```\n\n{fix}\n\nProfiles: {}.\n",
            self.code,
            self.name,
            self.severity.name(),
            self.summary,
            self.why,
            self.example,
            self.instead,
            rulesets.join(", "),
        )
    }
}

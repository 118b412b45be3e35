//! Reports: diagnostics as text, for people and for programs.
//!
//! Each format is a file with one function from a [`Report`] to a [safe text](SafeText), for a listing, its path and
//! what is said about them come from outside; none of them writes anywhere.

mod concise;
mod content;
mod cut;
mod full;
mod github;
mod json;
mod markdown;
mod sarif;
mod statistics;
mod visible;

use strum::{IntoStaticStr, VariantArray};

use crate::model::SafeText;

pub use content::{Report, Summary};
pub use cut::in_lines;
pub use github::Github;
pub use json::SCHEMA;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum ReportFormat {
    /// For people: each finding with the text that it is about.
    Full,
    /// A line for each finding.
    Concise,
    /// One object; its schema is [`SCHEMA`].
    Json,
    /// Commands of a GitHub workflow, which become annotations.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// A comment for a review.
    Markdown,
}

impl ReportFormat {
    /// Every format, in the order of the help.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The name by which users choose it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Report<'_> {
    /// The report in a format. Ends with a line end, unless it is empty.
    pub fn write(&self, format: ReportFormat) -> SafeText {
        match format {
            ReportFormat::Full => full::write(self),
            ReportFormat::Concise => concise::write(self),
            ReportFormat::Json => json::write(self),
            ReportFormat::Github => Github::new(self).commands,
            ReportFormat::Sarif => sarif::write(self),
            ReportFormat::Markdown => markdown::write(self),
        }
    }

    /// How often each rule was broken, most often first: as text, or as JSON.
    pub fn statistics(&self, as_json: bool) -> SafeText {
        if as_json { statistics::json(self) } else { statistics::text(self) }
    }
}

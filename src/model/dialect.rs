//! Dialects: the forms in which organisations write their listings.

use strum::{IntoStaticStr, VariantArray};

/// The form that a document was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Dialect {
    /// A heading for each proposal, labelled fields below it.
    #[default]
    Sections,
    /// A table with a row for each proposal.
    Table,
    /// One proposal: the body of an issue form, a heading for each field.
    IssueForm,
    /// One proposal: facts in YAML or TOML on top, prose below.
    FrontMatter,
    /// The official export of an LFX term, in JSON.
    LfxExport,
}

impl Dialect {
    /// The name that people and programs know it by: lower case, words joined by hyphens.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

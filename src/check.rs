//! Checking: what is wrong in a listing, on which line, and how to fix it.
//!
//! [`run`] asks every rule of one table ([`rules::RULES`]) about every listing of a catalog and gives
//! [`Diagnostic`]s. `report` writes them, `fix` fixes what can be fixed. A rule is a pure function over what
//! was read; it tells each cause once.

mod checker;
mod contact;
mod context;
mod cross_document;
mod diagnostic;
pub mod fix;
mod form;
mod label;
mod merge;
mod other_headings;
mod projects;
pub mod readiness;
pub mod report;
mod reporter;
mod rule;
pub mod rules;
mod settings;
mod structure;
mod suppressions;
mod template;
mod text;
pub mod title;
mod upstream;

pub use checker::{Checker, ruleset, run};
pub use contact::nearest_mentor;
pub use diagnostic::{Diagnostic, Edit, Fix, Related, Subject};
pub use rule::{Applicability, Rule, Ruleset, Severity};
pub use rules::UnknownRule;
pub use settings::{CheckLimits, Settings, Threshold};
pub use template::term;

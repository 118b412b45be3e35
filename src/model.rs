//! The words of the field as types: what a listing is once it has been read.
//!
//! Layer 0: nothing here reads files, looks at the clock, or knows Markdown or a terminal. A
//! [`Document`] keeps its text once; everything else points into it by [`Span`], so that a finding
//! has a column, an editor opens at the line, and "copy as Markdown" is verbatim.

mod catalog;
mod dialect;
mod difficulty;
mod document;
mod effort;
mod extent;
pub mod fold;
pub mod issue;
mod lines;
mod link;
mod mentor;
mod past;
mod proposal;
mod reading;
pub mod record;
mod remark;
pub mod safe;
pub mod shortlist;
mod skill;
mod span;
mod term;
mod text;
mod timeline;
pub mod url;

pub use catalog::{Catalog, Entry, Listing};
pub use dialect::Dialect;
pub use difficulty::Difficulty;
pub use document::{Anchor, Document, Encoding, Origin, Position};
pub use effort::{Effort, Size};
pub use extent::Extent;
pub use link::{Footnote, Link, References};
pub use mentor::Mentor;
pub use past::{Past, Said, fingerprint};
pub use proposal::{Field, FieldKind, Proposal, ProposalId};
pub use reading::{LABEL_MEANINGS, LabelUse, Reading, ReadingSettings, Reason, Unit};
pub use record::Record;
pub use remark::{Remark, RemarkKind, unread_lines};
pub use safe::{Mark, Marked, SafeText, safe};
pub use shortlist::{ApplicationStatus, Hidden, Shortlist, ShortlistChange, ShortlistEntry};
pub use skill::{Skill, SkillAside, SkillLevel};
pub use span::Span;
pub use term::{Programme, Season, Term};
pub use text::{ago, counted, start_of};
pub use timeline::{Clock, Day, Moment, Phase, PhaseKind, Timeline, offset_name};
pub use url::Url;

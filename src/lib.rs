//! `mentor-tui`: a terminal browser for mentorship proposals.
//!
//! # The flow
//!
//! ```text
//! values flow right:    source ─▶ parse ─▶ model::Catalog ─▶ search · check ─▶ app ─▶ ui ─▶ terminal
//!                                                              Action ▲  │ Effect
//! the shell closes it:  keys · mouse · resize · signal ─▶ shell ┘  └▶ shell ─▶ desktop · reload · quit
//! without a terminal:   source ─▶ parse ─▶ Catalog ─▶ search · check ─▶ cli ─▶ stdout, exit 0 / 1 / 2
//! ```
//!
//! # The layers
//!
//! A module imports from the layers above it in this table, never from one below;
//! `tests/suite/layers.rs` reads the paths that each file names and fails on any other import. Inside a layer, no
//! two files import each other, directly or through others: what a parent and its child share stands in a file
//! below both.
//!
//! | layer | modules | knows |
//! |---|---|---|
//! | 0 words | [`model`] | nothing |
//! | 0 files | [`files`] | nothing: two edges keep files, and neither may have a way of its own |
//! | 1 Markdown | [`markdown`] | [`model`] |
//! | 2 edges | [`source`] [`parse`] [`store`] [`desktop`] | 0, 1; never one another |
//! | 3 questions | [`search`] | 0, 1 |
//! | 3 questions | [`page`]: what a proposal says, without widths and colours | 0, 1, [`search`] |
//! | 3 questions | [`check`] | 0, 1, [`parse`] |
//! | 4 state | [`app`] | 0, 1, 3 |
//! | 5 pictures | [`ui`] | 0, 1, 3, and [`app`] by `&` |
//! | 6 writers | [`mod@write`] | 0, 1, [`parse`], 3, [`desktop`]'s command lines, [`ui`]'s layout of prose |
//! | 7 outside | [`loading`] [`shell`] [`cli`] | everything |
//!
//! # The words
//!
//! | word | meaning |
//! |---|---|
//! | document | one source text and where it came from |
//! | section | a heading and what stands below it, up to the next heading that is not deeper |
//! | proposal | one mentorship idea: a section whose own body holds fields |
//! | project, subproject | the headings above it: whose idea it is |
//! | skill | what a proposal asks of its mentee, as written; its tag is the one name of it ([`search::skills`]) |
//! | field | a labelled part of a proposal: description, outcome, skills, mentors, upstream, … or other |
//! | remark | what the reader tolerated or could not place, with its span |
//! | finding | what a rule of [`check`] says about a place in a document, and how to fix it |
//! | term | the programme, year and season that a listing belongs to |
//! | catalog | all documents and their proposals, in order |
//!
//! # What holds it up
//!
//! - A document's text is kept once; everything else points into it by byte span ([`model::Span`]).
//! - Structure is judged by shape, not by heading level: a section with two labels or more is a
//!   proposal. The reader ([`parse::parse`]) never fails and never drops.
//! - A fix is offered only if it was seen to work: on a copy that is read and checked again
//!   ([`check::fix`]). That is why [`check`] may import [`parse`]; neither touches the world.
//! - A proposal is known by its identity ([`model::ProposalId`]), never by its place: selection and
//!   scroll positions survive a reload.
//! - [`app::App::update`] is state in, state out; what has to happen outside is an
//!   [`app::effect::Effect`]. Drawing ([`ui::View::draw`]) borrows the state. Both need nothing of a
//!   terminal, so tests drive the whole screen without one.
//! - The loop sleeps until something comes through its one queue, takes what is waiting, draws once.
//! - Checking takes longer than a frame may: the shell does it on a thread, behind the first frame and for
//!   what changed, and the state ([`app::problems`]) keeps what was found until something newer is there.
//! - What is remembered from one run to the next is one small file ([`store::state`]), replaced whole;
//!   without it everything works.
//! - Nothing is contacted but an address that somebody named, the site of an issue that somebody asks about
//!   ([`source::issue`]), and where those redirect to ([`source::remote`]). A path that cannot be read never stops the others.
//! - No program is started but one that somebody asks for: the editor, the browser, the clipboard, and git for
//!   `--diff-base` and `diff --since`, which is asked for objects only ([`desktop::git`]). Names are looked for in absolute
//!   directories of `PATH`, in one file.
//! - What is read beside a listing is a regular file of bounded size ([`files::read`]), and what is
//!   written is replaced whole ([`files::replace()`]): a pipe, a device or a full disk gets a sentence.
//! - Text from outside leaves through one door. One function decides for each character
//!   ([`model::safe::shown`]), and one type ([`model::SafeText`]) holds only what went through it: a filter
//!   at each call would be forgotten at one of them. The command line writes through `write::output`, the
//!   only holder of standard output, standard error and the files that are named for output; it is no
//!   [`std::io::Write`], so nothing gets around it. A line that is printed cannot be broken in two, and in
//!   JSON nothing is lost, for it is escaped there. The screen has one pass over all its cells
//!   ([`ui::View::draw`]). `tests/suite/layers` names every file that may write bytes, with the reason. Addresses
//!   are opened by [`desktop::browser::open`] alone.
//!
//! The library serves the program and its tests; it promises no interface. That is why `missing_docs` and
//! `must_use_candidate` are allowed: a comment that repeats a name is noise.
//!
//! `CONTRIBUTING.md` says how to add a key, a panel, a rule, a label, a fact or a subcommand.

pub mod app;
pub mod check;
pub mod cli;
pub mod desktop;
pub mod files;
pub mod loading;
pub mod markdown;
pub mod model;
pub mod page;
pub mod parse;
pub mod search;
pub mod shell;
pub mod source;
pub mod store;
pub mod ui;
pub mod write;

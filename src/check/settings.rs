//! Settings: which rules count, how much, and by which limits.

use std::collections::BTreeMap;

use super::projects::{Project, Projects};
use super::rule::{Rule, Ruleset, Severity};
use crate::model::{Term, fold};

/// The settings of a check.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// `None`: the ruleset that fits the document.
    pub ruleset: Option<Ruleset>,
    /// Of which term; `None`: of the one that the document names.
    pub term: Option<Term>,
    /// Whether the rules of house style count, too.
    pub pedantic: bool,
    /// Limits that a programme may set otherwise.
    pub limits: CheckLimits,
    /// Names of projects that stand for other names: (written, meant).
    pub aliases: Vec<(String, String)>,
    /// Only these; empty: all.
    select: Vec<&'static Rule>,
    /// None of these.
    ignore: Vec<&'static Rule>,
    /// By code; `None`: the rule does not count.
    severities: BTreeMap<&'static str, Option<Severity>>,
    /// Projects that come before those of the table.
    projects: Vec<Project>,
}

/// Limits that a programme may set otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckLimits {
    /// The most UTF-16 units of a title as LFX composes it.
    pub title: usize,
    /// The most UTF-16 units of a description.
    pub description: usize,
    /// The most mentors of a proposal.
    pub mentors_max: usize,
    /// The most proposals of a project.
    pub proposals_per_project: usize,
}

impl CheckLimits {
    /// The names of the limits in a configuration.
    pub const NAMES: [&str; 4] = ["title", "description", "mentors-max", "proposals-per-project"];

    /// The limit with a name.
    pub fn named(&mut self, name: &str) -> Option<&mut usize> {
        let places =
            [&mut self.title, &mut self.description, &mut self.mentors_max, &mut self.proposals_per_project];
        let mut named = Self::NAMES.into_iter().zip(places);
        named.find(|(known, _)| *known == name).map(|(_, place)| place)
    }
}

impl Default for CheckLimits {
    fn default() -> Self {
        Self { title: 100, description: 3000, mentors_max: 4, proposals_per_project: 4 }
    }
}

/// From which severity on findings make a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threshold {
    /// This one, or a worse one.
    At(Severity),
    /// None does.
    Never,
}

impl Threshold {
    /// Every threshold, in the order of the help.
    pub const ALL: [Self; 4] =
        [Self::At(Severity::Error), Self::At(Severity::Warning), Self::At(Severity::Info), Self::Never];

    /// The word for it in a configuration and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.name(),
            Self::Never => "never",
        }
    }

    /// Whether a finding of this severity makes a run fail.
    pub fn is_met(self, severity: Severity) -> bool {
        matches!(self, Self::At(least) if severity >= least)
    }
}

/// In bytes: what is longer is the name of no project, and need not be looked up.
const LONGEST_NAME: usize = 256;

impl Settings {
    /// Checks only these rules, and those that were selected before.
    pub fn select(&mut self, rules: &[&'static Rule]) {
        for rule in rules {
            // A later selection overrules an earlier `off`.
            if self.severities.get(rule.code) == Some(&None) {
                self.severities.remove(rule.code);
            }
            self.select.push(rule);
        }
    }

    /// Forgets what was selected before.
    pub fn select_anew(&mut self) {
        self.select.clear();
    }

    /// Leaves these rules out.
    pub fn ignore(&mut self, rules: &[&'static Rule]) {
        self.ignore.extend(rules);
    }

    /// Forgets what was ignored before.
    pub fn ignore_anew(&mut self) {
        self.ignore.clear();
    }

    /// Gives these rules a severity. `None` turns them off, until they are selected or get a severity.
    pub fn set_severity(&mut self, rules: &[&'static Rule], severity: Option<Severity>) {
        self.severities.extend(rules.iter().map(|rule| (rule.code, severity)));
    }

    /// Adds a project, which comes before one of the same name in the built-in table: its name on the form, and the
    /// GitHub organisations that it owns.
    pub fn add_project(&mut self, name: &str, organisations: &[String]) {
        self.projects.push(Project::new(name, organisations));
    }

    /// Whether a rule counts. What is selected by name counts although it is house style.
    pub fn wants(&self, rule: &Rule) -> bool {
        let is_of = |rules: &[&'static Rule]| rules.iter().any(|known| known.code == rule.code);
        let selected = if self.select.is_empty() { !rule.pedantic } else { is_of(&self.select) };
        let is_off = is_of(&self.ignore) || self.severities.get(rule.code) == Some(&None);
        (selected || (rule.pedantic && self.pedantic && self.select.is_empty())) && !is_off
    }

    /// The name that a project's name stands for.
    pub(super) fn alias<'a>(&'a self, name: &'a str) -> &'a str {
        let wanted = fold::name(name);
        let alias = self.aliases.iter().find(|(written, _)| fold::name(written) == wanted);
        alias.map_or(name, |(_, meant)| meant)
    }

    /// The project that a name means.
    pub(super) fn project(&self, name: &str) -> Option<&Project> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        let name = self.alias(name);
        let wanted = fold::name(name);
        let own = self.projects.iter().rfind(|project| fold::name(&project.name) == wanted);
        own.or_else(|| Projects::get().named(name))
    }

    /// The projects that own an organisation.
    pub(super) fn owning<'a>(&'a self, org: &'a str) -> impl Iterator<Item = &'a Project> {
        let own = self.projects.iter().filter(move |project| project.owns(org));
        own.chain(Projects::get().owning(org))
    }

    /// How much a rule counts, where that was set.
    pub(super) fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities.get(rule.code).copied().flatten()
    }
}

//! The settings of a check: options overrule the project's file, which overrules the user's configuration.

use std::path::Path;

use crate::check::{self, Rule, Severity, Threshold, rules};
use crate::cli::args::check::CheckArgs;
use crate::cli::configuration::{Configuration, OFF};
use crate::cli::error::CliError;
use crate::cli::messages::Messages;
use crate::store::LocatedString;
use crate::store::check_config::{self, CheckConfig};
use crate::store::paths;

/// The settings of a run and its threshold for failing.
#[derive(Debug)]
pub(super) struct ConfiguredCheck {
    pub(super) settings: check::Settings,
    pub(super) threshold: Threshold,
}

/// The settings for what was typed.
pub(super) fn read(
    typed: &CheckArgs,
    configuration: &Configuration,
    messages: &mut Messages,
) -> Result<ConfiguredCheck, CliError> {
    let mut settings = check::Settings::default();
    settings.pedantic = typed.pedantic;
    let mut threshold = Threshold::At(Severity::Error);
    apply(&configuration.file.check, &mut settings, &mut threshold, messages);
    if let Some(path) = project_file(typed).filter(|_| !configuration.is_alone) {
        let name = paths::tilde(&path);
        let (written, complaints) = check_config::read(&path, &name)
            .map_err(|error| CliError::could_not_run(format!("cannot read {name}")).caused_by(error))?;
        for complaint in &complaints {
            messages.warn(complaint);
        }
        apply(&written, &mut settings, &mut threshold, messages);
    }
    type_over(typed, &mut settings)?;
    let threshold = typed.fail_on.unwrap_or(threshold);
    Ok(ConfiguredCheck { settings, threshold })
}

/// The mistakes in a table, a sentence each with its place.
pub(super) fn mistakes(written: &CheckConfig) -> Vec<String> {
    let mut messages = Messages::default();
    apply(written, &mut check::Settings::default(), &mut Threshold::At(Severity::Error), &mut messages);
    messages.into_warnings()
}

/// The file of the project that the first document belongs to; what comes through a pipe belongs to that
/// of the folder where the program runs.
fn project_file(typed: &CheckArgs) -> Option<std::path::PathBuf> {
    let first = typed.listings.paths.first()?;
    check_config::nearest(if first.as_os_str() == "-" { Path::new(".") } else { first })
}

/// Takes what a file says, over what was said before: a list as a whole, of a table each entry. What is a typo is
/// said with its place, and left out.
fn apply(
    written: &CheckConfig,
    settings: &mut check::Settings,
    threshold: &mut Threshold,
    messages: &mut Messages,
) {
    let mut slip = |at: &LocatedString, what: String| messages.warn(&format!("{}: {what}", at.place));
    if let Some(rules) = &written.select {
        settings.select_anew();
        for rule in rules {
            settings.select(&known(rule, &mut slip));
        }
    }
    if let Some(rules) = &written.ignore {
        settings.ignore_anew();
        for rule in rules {
            settings.ignore(&known(rule, &mut slip));
        }
    }
    for (rule, word) in &written.severity {
        let severity = match (word.text.as_str(), self::threshold(&word.text)) {
            (OFF, _) => None,
            (_, Some(Threshold::At(severity))) => Some(severity),
            (_, Some(Threshold::Never) | None) => {
                let what = format!("check.severity.{}: {:?} is not error, warning", rule.text, word.text);
                slip(word, what + ", info or off; ignored");
                continue;
            }
        };
        settings.set_severity(&known(rule, &mut slip), severity);
    }
    for (limit, number) in &written.limits {
        if let Some(place) = settings.limits.named(&limit.text) {
            *place = *number;
        } else {
            let known = check::CheckLimits::NAMES.join(", ");
            let what = format!("nothing is called check.limits.{}, so it is ignored", limit.text);
            slip(limit, format!("{what}; there is {known}"));
        }
    }
    settings.aliases.splice(0..0, written.aliases.iter().cloned());
    for (name, organisations) in &written.projects {
        settings.add_project(name, organisations);
    }
    if let Some(word) = &written.fail_on {
        if let Some(known) = self::threshold(&word.text) {
            *threshold = known;
        } else {
            let what = format!("check.fail-on: {:?} is not error, warning, info or never", word.text);
            slip(word, what + "; ignored");
        }
    }
}

/// The rules that an entry of a file selects; none where it names no rule, which `report` gets to know.
fn known(entry: &LocatedString, report: &mut impl FnMut(&LocatedString, String)) -> Vec<&'static Rule> {
    rules::selected(&entry.text).unwrap_or_else(|unknown| {
        let near = unknown.near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        report(entry, format!("there is no rule `{}`, so it is ignored{near}", unknown.name));
        Vec::new()
    })
}

/// Takes what was typed.
fn type_over(typed: &CheckArgs, settings: &mut check::Settings) -> Result<(), CliError> {
    let unknown = |unknown: check::UnknownRule| {
        CliError::from_cause(unknown).with_hint("`mentor-tui check --explain all` prints every rule")
    };
    if !typed.select.is_empty() {
        settings.select_anew();
    }
    for rule in &typed.select {
        settings.select(&rules::selected(rule).map_err(unknown)?);
    }
    for rule in &typed.ignore {
        settings.ignore(&rules::selected(rule).map_err(unknown)?);
    }
    settings.ruleset = typed.profile;
    if let Some(written) = &typed.term {
        let hint = "write the year and the number of the term, as \"2026 Term 3\"";
        let wrong = || CliError::could_not_run(format!("{written:?} is not a term")).with_hint(hint);
        settings.term = Some(check::term(written).ok_or_else(wrong)?);
    }
    Ok(())
}

fn threshold(word: &str) -> Option<Threshold> {
    Threshold::ALL.into_iter().find(|threshold| threshold.name() == word)
}

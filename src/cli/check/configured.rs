//! The settings of a check: what was typed, over what the project has written down, over what the person has.

use std::path::Path;

use crate::check::{self, Profile, Severity, Threshold};
use crate::cli::args::check::{Check, FailOn, ProfileName};
use crate::cli::configuration::Configuration;
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::store::checking::{self, Checking};
use crate::store::paths;

/// What a run keeps to.
#[derive(Debug)]
pub(super) struct Configured {
    pub(super) settings: check::Settings,
    pub(super) threshold: Threshold,
}

/// The settings for what was typed.
pub(super) fn read(
    typed: &Check,
    configuration: &Configuration,
    notes: &mut Notes,
) -> Result<Configured, Failure> {
    let mut settings = check::Settings::default();
    settings.pedantic = typed.pedantic;
    let mut threshold = Threshold::At(Severity::Error);
    apply(&configuration.check, &configuration.name, &mut settings, &mut threshold)?;
    if let Some(path) = project_file(typed).filter(|_| !configuration.is_alone) {
        let name = paths::tilde(&path);
        let (written, complaints) = checking::read(&path, &name)
            .map_err(|error| Failure::could_not_run(format!("cannot read {name}: {error}")))?;
        for complaint in &complaints {
            notes.remark(complaint);
        }
        apply(&written, &name, &mut settings, &mut threshold)?;
    }
    type_over(typed, &mut settings)?;
    let threshold = typed.fail_on.map_or(threshold, of_typed);
    Ok(Configured { settings, threshold })
}

/// The file of the project that the first document belongs to; what comes through a pipe belongs to that
/// of the folder where the program runs.
fn project_file(typed: &Check) -> Option<std::path::PathBuf> {
    let first = typed.paths.first()?;
    checking::nearest(if first.as_os_str() == "-" { Path::new(".") } else { first })
}

/// Takes what a file says, over what was said before: a list as a whole, of a table each entry.
fn apply(
    written: &Checking,
    name: &str,
    settings: &mut check::Settings,
    threshold: &mut Threshold,
) -> Result<(), Failure> {
    let failed = |wrong: String| Failure::could_not_run(format!("{name}: {wrong}"));
    let unknown = |unknown: check::UnknownRule| failed(unknown.to_string());
    if let Some(rules) = &written.select {
        settings.select_anew();
        rules.iter().try_for_each(|rule| settings.select(rule)).map_err(unknown)?;
    }
    if let Some(rules) = &written.ignore {
        settings.ignore_anew();
        rules.iter().try_for_each(|rule| settings.ignore(rule)).map_err(unknown)?;
    }
    for (rule, word) in &written.severity {
        let Some(Threshold::At(severity)) = self::threshold(word) else {
            return Err(failed(format!("check.severity.{rule}: {word:?} is not error, warning or info")));
        };
        settings.set_severity(rule, severity).map_err(unknown)?;
    }
    for (limit, number) in &written.limits {
        let place = settings.limits.named(limit).ok_or_else(|| {
            failed(format!(
                "nothing is called check.limits.{limit}; there is {}",
                check::Limits::NAMES.join(", ")
            ))
        })?;
        *place = *number;
    }
    settings.aliases.splice(0..0, written.aliases.iter().cloned());
    for (name, organisations) in &written.projects {
        settings.add_project(name, organisations);
    }
    if let Some(word) = &written.fail_on {
        let wrong = || failed(format!("check.fail-on: {word:?} is not error, warning, info or never"));
        *threshold = self::threshold(word).ok_or_else(wrong)?;
    }
    Ok(())
}

/// Takes what was typed.
fn type_over(typed: &Check, settings: &mut check::Settings) -> Result<(), Failure> {
    let unknown = |unknown: check::UnknownRule| {
        Failure::could_not_run(unknown.to_string())
            .with_hint("`mentor-tui check --explain all` tells every rule")
    };
    if !typed.select.is_empty() {
        settings.select_anew();
    }
    typed.select.iter().try_for_each(|rule| settings.select(rule)).map_err(unknown)?;
    typed.ignore.iter().try_for_each(|rule| settings.ignore(rule)).map_err(unknown)?;
    settings.profile = typed.profile.map(|profile| match profile {
        ProfileName::Cncf => Profile::Cncf,
        ProfileName::Gsoc => Profile::Gsoc,
        ProfileName::Generic => Profile::Generic,
    });
    if let Some(written) = &typed.term {
        let hint = "write the year and the number of the term, as \"2026 Term 3\"";
        let wrong = || Failure::could_not_run(format!("{written:?} is no term")).with_hint(hint);
        settings.term = Some(check::term(written).ok_or_else(wrong)?);
    }
    Ok(())
}

fn of_typed(typed: FailOn) -> Threshold {
    match typed {
        FailOn::Error => Threshold::At(Severity::Error),
        FailOn::Warning => Threshold::At(Severity::Warning),
        FailOn::Info => Threshold::At(Severity::Info),
        FailOn::Never => Threshold::Never,
    }
}

fn threshold(word: &str) -> Option<Threshold> {
    let severity = Severity::ALL.into_iter().find(|severity| severity.name() == word);
    severity.map(Threshold::At).or((word == "never").then_some(Threshold::Never))
}

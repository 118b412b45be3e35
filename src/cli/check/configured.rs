//! The settings of a check: what was typed, over what the project has written down.

use std::path::Path;

use crate::check::{self, Profile, Severity, Threshold};
use crate::cli::args::check::{Check, FailOn, ProfileName};
use crate::cli::failure::Failure;
use crate::cli::notes::Notes;
use crate::store::checking::{self, Checking};

/// What a run keeps to.
#[derive(Debug)]
pub(super) struct Configured {
    pub(super) settings: check::Settings,
    pub(super) threshold: Threshold,
}

/// The settings for what was typed.
pub(super) fn read(typed: &Check, notes: &mut Notes) -> Result<Configured, Failure> {
    let file =
        typed.paths.iter().find(|path| path.as_os_str() != "-").and_then(|path| checking::nearest(path));
    let written = match &file {
        Some(path) => checking::read(path)
            .map_err(|error| Failure::could_not_run(format!("cannot read {}: {error}", path.display())))?,
        None => Checking::default(),
    };
    let name = file.as_deref().unwrap_or(Path::new("")).display().to_string();
    written.complaints.iter().for_each(|complaint| notes.remark(&format!("{name}: {complaint}")));
    let mut settings = check::Settings::default();
    settings.pedantic = typed.pedantic;
    apply(&written, &mut settings).map_err(|wrong| Failure::could_not_run(format!("{name}: {wrong}")))?;
    type_over(typed, &mut settings)?;
    let threshold = match (typed.fail_on, &written.fail_on) {
        (Some(typed), _) => of_typed(typed),
        (None, Some(word)) => threshold(word).ok_or_else(|| {
            Failure::could_not_run(format!("{name}: check.fail-on: {word:?} is no severity, nor never"))
        })?,
        (None, None) => Threshold::At(Severity::Error),
    };
    Ok(Configured { settings, threshold })
}

/// Takes what a project has written down; gives a sentence for what is wrong.
fn apply(written: &Checking, settings: &mut check::Settings) -> Result<(), String> {
    let sentence = |unknown: check::UnknownRule| unknown.to_string();
    written.select.iter().try_for_each(|rule| settings.select(rule)).map_err(sentence)?;
    written.ignore.iter().try_for_each(|rule| settings.ignore(rule)).map_err(sentence)?;
    for (rule, word) in &written.severity {
        let Some(Threshold::At(severity)) = threshold(word) else {
            return Err(format!("check.severity.{rule}: {word:?} is no severity"));
        };
        settings.set_severity(rule, severity).map_err(sentence)?;
    }
    for (name, number) in &written.limits {
        let place = match name.as_str() {
            "title" => &mut settings.limits.title,
            "description" => &mut settings.limits.description,
            "mentors-max" => &mut settings.limits.mentors_max,
            "proposals-per-project" => &mut settings.limits.proposals_per_project,
            _ => return Err(format!("nothing is called check.limits.{name}")),
        };
        *place = *number;
    }
    settings.aliases.clone_from(&written.aliases);
    Ok(())
}

/// Takes what was typed.
fn type_over(typed: &Check, settings: &mut check::Settings) -> Result<(), Failure> {
    let unknown = |unknown: check::UnknownRule| {
        Failure::could_not_run(unknown.to_string()).with_hint("`--explain all` tells every rule")
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

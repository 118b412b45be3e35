//! The start page: the places that it offers, and how one of them is opened.

use std::path::{Path, PathBuf};

use super::args::Sorting;
use super::beginning::{first_sort, source_name};
use super::configuration::Configuration;
use super::inputs::Inputs;
use crate::app::start::{Place, PlaceGroup};
use crate::model::{Origin, ago};
use crate::shell::{Opening, StartPage};
use crate::source::{self, FetchSettings, Plan, remote};
use crate::store::sources::{self, ListingSource};
use crate::store::{paths, state};

/// The start page of a run; `at_once` if the run begins with it.
pub(super) fn page(at_once: bool, settings: &FetchSettings, configuration: &Configuration) -> StartPage {
    let own = configuration.file.sources.clone();
    let (sort, profile) = (configuration.ui.sort, configuration.profile.clone());
    let settings = settings.clone();
    let places = move || {
        let opened = paths::state().and_then(|directory| state::read(&directory).ok());
        let opened = opened.map(|state| state.recent()).unwrap_or_default();
        self::places(&opened, &own, &settings)
    };
    StartPage::new(at_once, places, move |target| {
        let named: Vec<PathBuf> = target.into_iter().collect();
        let inputs = Inputs::choose(&named, named.is_empty());
        let plan = Plan::of(&inputs.paths);
        let (filter, kept) = inputs.kept();
        Opening {
            source: source_name(&inputs.paths, &plan),
            remember: inputs.to_remember(),
            document: inputs.document(),
            filter: filter.unwrap_or_default(),
            sort: first_sort(Sorting::default(), kept.or(Some(sort)), &profile),
            plan,
            opened: inputs.paths,
        }
    })
}

/// The places: opened before, of the configuration, known, the sample.
fn places(opened: &[PathBuf], own: &[ListingSource], settings: &FetchSettings) -> Vec<Place> {
    let known = sources::known();
    let before = opened.iter().map(|path| {
        let is_it = |source: &&ListingSource| Path::new(&source.address) == path;
        let source = own.iter().chain(&known).find(is_it);
        let (name, about) = match source {
            Some(source) => (source.name.clone(), about(source)),
            None => (paths::tilde(path), kind(path).to_owned()),
        };
        place(PlaceGroup::Before, name, about, path, settings)
    });
    let listed = |group, sources: &[ListingSource]| -> Vec<Place> {
        let fresh =
            sources.iter().filter(|source| !opened.iter().any(|path| path == Path::new(&source.address)));
        let place = |source: &ListingSource| {
            place(group, source.name.clone(), about(source), Path::new(&source.address), settings)
        };
        fresh.map(place).collect()
    };
    let sample = Place {
        group: PlaceGroup::Sample,
        name: "Sample listing".to_owned(),
        about: "invented proposals".to_owned(),
        state: "works offline".to_owned(),
        target: None,
    };
    let mut all: Vec<Place> = before.collect();
    all.extend(listed(PlaceGroup::Own, own));
    all.extend(listed(PlaceGroup::Known, &known));
    all.push(sample);
    all
}

fn place(group: PlaceGroup, name: String, about: String, path: &Path, settings: &FetchSettings) -> Place {
    let state = match source::named(path) {
        Origin::Address(address) => match remote::age(&address, settings) {
            Some(age) => format!("copy of {}", ago(age)),
            None if settings.offline => "not fetched, offline".to_owned(),
            None => "not fetched".to_owned(),
        },
        Origin::File(path) if path.try_exists().unwrap_or(true) => "on this computer".to_owned(),
        Origin::File(_) => "gone".to_owned(),
        Origin::Stdin | Origin::Sample => String::new(),
    };
    Place { group, name, about, state, target: Some(path.to_owned()) }
}

/// The programme and the year in which somebody looked.
fn about(source: &ListingSource) -> String {
    let known = [&source.programme, &source.organisation].into_iter().find(|text| !text.is_empty());
    let about = known.map_or_else(|| kind(Path::new(&source.address)).to_owned(), String::clone);
    match source.year {
        Some(year) => format!("{about} (as of {year})"),
        None => about,
    }
}

/// The kind of a place that nobody described.
fn kind(path: &Path) -> &'static str {
    match source::named(path) {
        Origin::Address(address) if remote::is_tree(&address) => "a repository",
        Origin::Address(_) => "an address",
        Origin::File(path) if path.is_dir() => "a folder",
        Origin::File(_) | Origin::Stdin | Origin::Sample => "a file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_was_opened_is_named_as_it_is_known_and_stands_once() {
        let own = ListingSource {
            name: "Tide".to_owned(),
            address: "gh:tide/ideas".to_owned(),
            programme: String::new(),
            organisation: String::new(),
            year: None,
        };
        let known = sources::known();
        let opened = [PathBuf::from(&known[0].address), PathBuf::from("gone/ideas.md")];
        let places = places(&opened, &[own], &FetchSettings::default());
        let shown: Vec<_> = places
            .iter()
            .take(3)
            .map(|it| (it.name.as_str(), it.about.as_str(), it.state.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (known[0].name.as_str(), "LFX Mentorship (as of 2026)", "not fetched"),
                ("gone/ideas.md", "a file", "gone"),
                ("Tide", "a repository", "not fetched"),
            ]
        );
        assert_eq!(places.len(), 3 + known.len() - 1 + 1);
        assert_eq!(places.last().unwrap().target, None);
    }
}

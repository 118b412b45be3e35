//! How a listing is shown at the beginning: its name, and its order.

use std::path::PathBuf;

use super::args::Sorting;
use super::list;
use crate::model::Origin;
use crate::search::Profile;
use crate::search::sort::Sort;
use crate::source::Plan;
use crate::store::paths;

/// The order that the screen begins with: what is typed, else what was kept. That may be by fit, from
/// a time with skills in the configuration; without them nothing fits in any order.
pub(super) fn first_sort(typed: Sorting, kept: Option<Sort>, profile: &Profile) -> Sort {
    let kept = kept.filter(|&sort| list::expect_fit(sort, profile).is_ok());
    if typed.is_given() { typed.sort() } else { kept.unwrap_or_default() }
}

/// The source as the user knows it: what is opened, with the home directory as `~`; of several
/// things their number.
pub(super) fn source_name(named: &[PathBuf], plan: &Plan) -> String {
    let sources = || plan.sources.iter().map(|source| &source.origin);
    match (named, sources().next()) {
        ([path], Some(Origin::File(_)) | None) => paths::tilde(path),
        ([] | [_], Some(origin)) => origin.to_string(),
        _ => format!("{} documents", plan.sources.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sort::Order;

    #[test]
    fn an_order_by_fit_does_not_outlive_the_skills() {
        let by = |order| Sort { order, reversed: true };
        let first =
            |kept, skills: &[&str]| first_sort(Sorting::default(), Some(by(kept)), &Profile::new(skills));
        assert_eq!(first(Order::Fit, &["go"]), by(Order::Fit));
        assert_eq!(first(Order::Fit, &[]), Sort::default());
        assert_eq!(first(Order::Title, &[]), by(Order::Title));
    }
}

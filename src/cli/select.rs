//! Which proposals are meant: those that fit a filter, and the one that somebody named.

use crate::model::{Catalog, ProposalId};
use crate::search::{Index, Query};

/// The proposals that fit a filter, best first, as catalog indexes; without one, all in order.
pub(super) fn selected(catalog: &Catalog, query: Option<&str>) -> Vec<usize> {
    match query.map(Query::parse) {
        Some(query) if !query.is_empty() => Index::new(catalog).search(catalog, &query).hits,
        _ => (0..catalog.len()).collect(),
    }
}

/// The proposals that somebody may mean by a name, as catalog indexes: one if it is an identity, a
/// number from 1, a whole title, or a part of one title only; none or several otherwise.
pub(super) fn named(catalog: &Catalog, name: &str) -> Vec<usize> {
    if let Some(index) = catalog.find(&ProposalId::new(name)) {
        return vec![index];
    }
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        let index = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        return index.filter(|&index| index < catalog.len()).into_iter().collect();
    }
    let wanted = fold(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let titles: Vec<_> = catalog.iter().map(|entry| fold(&entry.proposal.title)).collect();
    let those = |fits: &dyn Fn(&String) -> bool| {
        titles.iter().enumerate().filter(|(_, title)| fits(title)).map(|(index, _)| index).collect()
    };
    let whole: Vec<_> = those(&|title| *title == wanted);
    if whole.is_empty() { those(&|title| title.contains(&wanted)) } else { whole }
}

/// Titles are compared without case, and without regard to how their white space is typed.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::fixtures::catalog;

    #[test]
    fn a_name_is_an_identity_a_number_or_a_part_of_a_title() {
        let catalog = catalog(&["Plug the leak", "Plug", "Port 9 to the moon", "Twin", "twin"]);
        let named = |name| named(&catalog, name);
        assert_eq!(named("plug-the-leak"), [0]);
        assert_eq!(named("2"), [1]);
        assert_eq!(named("PLUG  the"), [0], "a part, in any case");
        assert_eq!(named("plug"), [1], "an identity, and a whole title, before a part");
        assert_eq!(named("9"), [] as [usize; 0], "digits are a number, not a part of a title");
        assert_eq!(named("p"), [0, 1, 2]);
        assert_eq!(named("TWIN"), [3, 4]);
        assert!(named("0").is_empty() && named("nothing").is_empty() && named(" ").is_empty());
    }

    #[test]
    fn without_a_filter_all_stand_in_order() {
        let catalog = catalog(&["B", "A"]);
        assert_eq!(selected(&catalog, None), [0, 1]);
        assert_eq!(selected(&catalog, Some(" ")), [0, 1]);
        assert_eq!(selected(&catalog, Some("a")), [1]);
    }
}

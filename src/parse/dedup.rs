//! Each thing once: of those with the same key only the first stays.

/// Up to so many things are compared each with each, which mostly finds that there is nothing to drop.
const FEW: usize = 16;

/// Drops everything that has the same key as something before it; the order stays.
pub(super) fn keep_first<T>(all: &mut Vec<T>, key: impl Fn(&T) -> &str) {
    let repeats = |at: usize| all[..at].iter().any(|before| key(before) == key(&all[at]));
    if all.len() <= FEW && !(1..all.len()).any(repeats) {
        return;
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|&a, &b| key(&all[a]).cmp(key(&all[b])).then(a.cmp(&b)));
    let mut repeated = vec![false; all.len()];
    for pair in order.windows(2) {
        repeated[pair[1]] = key(&all[pair[0]]) == key(&all[pair[1]]);
    }
    let mut repeated = repeated.into_iter();
    all.retain(|_| !repeated.next().unwrap_or(false));
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_stays_in_its_place() {
        let mut all = vec!["b", "a", "b", "c", "a", "b"];
        super::keep_first(&mut all, |text| text);
        assert_eq!(all, ["b", "a", "c"]);
    }
}

//! Natural order of file names: `2` before `10`.

use std::cmp::Ordering;
use std::path::Path;

/// Compares two paths part by part: digits by the number that they are, letters without case. Only
/// equal paths are equal.
pub(super) fn compare(left: &Path, right: &Path) -> Ordering {
    let parts = |path: &Path| {
        path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    let (lefts, rights) = (parts(left), parts(right));
    lefts
        .iter()
        .zip(&rights)
        .map(|(left, right)| names(left, right))
        .find(|order| order.is_ne())
        .unwrap_or_else(|| lefts.len().cmp(&rights.len()))
        .then_with(|| left.cmp(right))
}

/// Compares two names run by run.
fn names(mut left: &str, mut right: &str) -> Ordering {
    loop {
        let (left_run, left_rest) = first_run(left);
        let (right_run, right_rest) = first_run(right);
        let order = runs(left_run, right_run);
        if order.is_ne() || left_run.is_empty() {
            return order;
        }
        (left, right) = (left_rest, right_rest);
    }
}

/// Splits a name after the digits that it starts with, or before its first digit.
fn first_run(name: &str) -> (&str, &str) {
    let digits = name.starts_with(|c: char| c.is_ascii_digit());
    name.split_at(name.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(name.len()))
}

fn runs(left: &str, right: &str) -> Ordering {
    let digits = |run: &str| run.starts_with(|c: char| c.is_ascii_digit());
    if digits(left) && digits(right) {
        // A number of any length: the longer is larger once the zeros before it are gone.
        let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
        return left.len().cmp(&right.len()).then_with(|| left.cmp(right));
    }
    let folded = |run: &str| run.chars().flat_map(char::to_lowercase).collect::<String>();
    folded(left).cmp(&folded(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_numbers_stand_as_people_count() {
        let sorted = [
            "2025/01-Spring/ideas.md",
            "2025/2-extra.md",
            "2025/02-Summer/ideas.md",
            "2025/10-late.md",
            "2025/README.md",
            "2025/term1a.md",
            "2025/term1b.md",
            "2025/term10.md",
            "2026/01-Spring.md",
            "99999999999999999999999999.md",
            "a",
            "a/b",
        ];
        let mut shuffled: Vec<_> = sorted.iter().rev().map(Path::new).collect();
        shuffled.sort_by(|left, right| compare(left, right));
        assert_eq!(shuffled, sorted.map(Path::new));
    }

    #[test]
    fn only_equal_paths_are_equal() {
        for (left, right) in [("a/1.md", "a/01.md"), ("A.md", "a.md")] {
            assert_ne!(compare(Path::new(left), Path::new(right)), Ordering::Equal, "{left} {right}");
        }
        assert_eq!(compare(Path::new("a/1.md"), Path::new("a/1.md")), Ordering::Equal);
    }
}

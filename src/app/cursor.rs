//! Cursor arithmetic: where a step leads, and which part of a long thing is in view.

use super::action::Step;

/// Where a step leads from `at` among `len` places, with `page` of them in view. Stays inside;
/// 0 when there is no place.
pub fn step(step: Step, at: usize, len: usize, page: usize) -> usize {
    let last = len.saturating_sub(1);
    let page = page.max(1);
    let half = (page / 2).max(1);
    let target = match step {
        Step::Down => at.saturating_add(1),
        Step::Up => at.saturating_sub(1),
        Step::HalfDown => at.saturating_add(half),
        Step::HalfUp => at.saturating_sub(half),
        Step::PageDown => at.saturating_add(page),
        Step::PageUp => at.saturating_sub(page),
        Step::First => 0,
        Step::Last => last,
    };
    target.min(last)
}

/// Where a step scrolls to from `top` in a text of `height` rows, `page` of them in view: the last
/// page stays full.
pub fn scroll(by: Step, top: usize, height: usize, page: usize) -> usize {
    step(by, top, last_top(height, page) + 1, page)
}

/// The furthest that a text of `height` rows scrolls with `page` of them in view.
pub fn last_top(height: usize, page: usize) -> usize {
    height.saturating_sub(page.max(1))
}

/// The first row in view such that `first..=last` (as much of it as fits, `last` before `first`)
/// is in view, moved from `top` as little as that needs.
pub fn reveal(top: usize, first: usize, last: usize, page: usize) -> usize {
    let page = page.max(1);
    let lowest = (last + 1).saturating_sub(page);
    top.min(first).max(lowest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_inside() {
        assert_eq!(step(Step::Down, 4, 5, 10), 4);
        assert_eq!(step(Step::Up, 0, 5, 10), 0);
        assert_eq!(step(Step::PageDown, 0, 50, 10), 10);
        assert_eq!(step(Step::HalfUp, 20, 50, 10), 15);
        assert_eq!(step(Step::Last, 3, 0, 0), 0);
        assert_eq!(step(Step::HalfDown, usize::MAX, 3, 0), 2);
    }

    #[test]
    fn the_last_page_stays_full() {
        assert_eq!(scroll(Step::Last, 0, 25, 10), 15);
        assert_eq!(scroll(Step::PageDown, 10, 25, 10), 15);
        assert_eq!(scroll(Step::Down, 0, 5, 10), 0);
    }

    #[test]
    fn revealing_moves_as_little_as_it_must() {
        assert_eq!(reveal(5, 7, 7, 10), 5);
        assert_eq!(reveal(5, 3, 4, 10), 3);
        assert_eq!(reveal(5, 19, 20, 10), 11);
        assert_eq!(reveal(0, 3, 4, 1), 4, "the row itself wins over its heading");
    }
}

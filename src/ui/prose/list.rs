//! Lists: bullets, numbers and task boxes, with what they hold hanging behind them.

use super::page::Page;
use crate::markdown::block::{Block, Item, List};
use crate::markdown::glyphs::{BULLET, DONE, OPEN};
use crate::ui::text::width;

/// Lays a list out. `blocks` lays out the content of an item.
pub(super) fn lay(page: &mut Page, list: &List, blocks: fn(&mut Page, &[Block], bool)) {
    let number = |index: usize| list.start.map(|first| first.saturating_add(index as u64));
    let highest = number(list.items.len().saturating_sub(1));
    let digits = highest.map_or(0, |number| number.to_string().len());
    for (index, item) in list.items.iter().enumerate() {
        if index > 0 && !list.tight {
            page.blank();
        }
        let lead = lead(number(index), digits, item);
        let rest = " ".repeat(width(&lead));
        page.indented(&lead, &rest, |page| blocks(page, &item.blocks, !list.tight));
    }
}

/// The mark before an item. Numbers are aligned on the right; a task's box is its bullet.
fn lead(number: Option<u64>, digits: usize, item: &Item) -> String {
    let task = item.task.map(|done| if done { DONE } else { OPEN }.as_str());
    match number {
        Some(number) => format!("{number:>digits$}. {}", task.unwrap_or_default()),
        None => task.unwrap_or(BULLET.as_str()).to_owned(),
    }
}

//! Invented listings of five shapes, with their tables.
//!
//! A line `typed = 1 2 ?3` names the proposals that are right, counted by hand; one with `?` may be found and need
//! not. A line `typed > 1 2 | 3` says that 1 and 2 stand before 3.

use std::collections::BTreeSet;

use mentor_tui::model::{Catalog, Document, Origin};
use mentor_tui::parse;
use mentor_tui::search::{Index, Query};

/// Each has a listing and a table; documents of one are parted by a line of `=`.
const SHAPES: [&str; 5] = ["kiln", "loom", "weir", "bakery", "orchard"];

fn listing(name: &str) -> Catalog {
    let text = super::table(&format!("shapes/{name}.md"));
    let documents = text.split("=====\n").map(|text| Document::new(Origin::Stdin, text));
    Catalog::new(documents.map(parse::listing).collect())
}

/// How much of the tables is right.
#[derive(Default)]
struct Score {
    queries: usize,
    right: usize,
    found: usize,
    meant: usize,
    pairs: usize,
    pairs_in_order: usize,
    wrong: Vec<String>,
}

impl Score {
    fn ask(&mut self, name: &str, catalog: &Catalog, index: &mut Index, line: &str) {
        let mut hits = |typed: &str| -> Vec<usize> {
            index.search(catalog, &Query::parse(typed)).hits.into_iter().map(|hit| hit + 1).collect()
        };
        if let Some((typed, groups)) = line.split_once(" > ") {
            let hits = hits(typed);
            let groups: Vec<BTreeSet<usize>> = groups.split('|').map(numbers).collect();
            let place = |number: &usize| hits.iter().position(|hit| hit == number).unwrap_or(usize::MAX);
            for (at, earlier) in groups.iter().enumerate() {
                let later = groups[at + 1..].iter().flatten();
                for (one, other) in later.flat_map(|other| earlier.iter().map(move |one| (one, other))) {
                    self.pairs += 1;
                    if place(one) < place(other) {
                        self.pairs_in_order += 1;
                    } else {
                        self.wrong.push(format!("{name}: {typed}: {other} stands before {one}: {hits:?}"));
                    }
                }
            }
            return;
        }
        let (typed, right) = line.rsplit_once(" =").unwrap();
        let hits: BTreeSet<usize> = hits(typed).into_iter().collect();
        let (may, must): (Vec<&str>, Vec<&str>) =
            right.split_whitespace().partition(|word| word.starts_with('?'));
        let (may, must) = (numbers(&may.concat().replace('?', " ")), numbers(&must.join(" ")));
        let missing: Vec<_> = must.difference(&hits).collect();
        let extra: Vec<_> = hits.iter().filter(|hit| !must.contains(hit) && !may.contains(hit)).collect();
        self.queries += 1;
        self.meant += must.len();
        self.right += must.len() - missing.len();
        self.found += must.len() - missing.len() + extra.len();
        if !missing.is_empty() || !extra.is_empty() {
            self.wrong.push(format!("{name}: {typed}: finds {extra:?} and should not, misses {missing:?}"));
        }
    }
}

fn numbers(text: &str) -> BTreeSet<usize> {
    text.split_whitespace().map(|number| number.parse().unwrap()).collect()
}

#[test]
fn listings_of_other_shapes_are_found_as_counted_by_hand() {
    let mut score = Score::default();
    for name in SHAPES {
        let catalog = listing(name);
        let mut index = Index::new(&catalog);
        let table = super::table(&format!("shapes/{name}.txt"));
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            score.ask(name, &catalog, &mut index, line);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred at most")]
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    println!(
        "shapes: {} queries, precision {:.3}, recall {:.3}; {} pairs, {:.3} in order",
        score.queries,
        share(score.right, score.found),
        share(score.right, score.meant),
        score.pairs,
        share(score.pairs_in_order, score.pairs)
    );
    assert!(score.queries >= 200 && score.pairs >= 20, "{} queries, {} pairs", score.queries, score.pairs);
    assert!(score.wrong.is_empty(), "{}", score.wrong.join("\n"));
}

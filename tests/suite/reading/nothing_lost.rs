//! Every word of a list is in a proposal, in a remark, or in what stands around the proposals: whatever form a list
//! has, and however it is broken.

use mentor_tui::model::{Document, Origin, Proposal, Remark, Span};
use mentor_tui::parse;

use super::random_form::chance::Chance;
use super::random_form::{self, List};
use super::{kinds, without_tags};
use crate::reader;

/// Lists with a word that is lost today, for a thousand. PENDING: 0.
const LOSING: usize = 20;
/// Small listings with a word that is lost today. PENDING: 0.
const SMALL_LOSING: usize = 6;
/// How often a list is broken.
const BROKEN: usize = 2;

/// The words of proposals that are in none of their fields and in no remark.
fn lost(text: &str) -> Vec<String> {
    let listing = parse::listing(Document::new(Origin::Stdin, text));
    let text = listing.document.text();
    let lost = |proposal| lost_of(text, proposal, &listing.remarks);
    listing.proposals.iter().flat_map(lost).collect()
}

fn lost_of(text: &str, proposal: &Proposal, remarks: &[Remark]) -> Vec<String> {
    let fields = proposal.fields.iter().flat_map(|field| [field.label, field.value]);
    let mut kept: Vec<Span> = fields.chain(remarks.iter().map(|remark| remark.span)).collect();
    kept.push(proposal.heading);
    kept.sort_by_key(|span| span.start);
    let mut lost = Vec::new();
    let mut at = proposal.section.start;
    let section_end = proposal.section.end;
    for span in kept.into_iter().chain([Span::at(section_end)]) {
        let (start, end) = (span.start.min(section_end), span.end.min(section_end));
        if start > at {
            let between = without_tags(&text[at..start]);
            let words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            // The number of an item is no word.
            lost.extend(words.filter(|word| word.parse::<u32>().is_err()).map(str::to_owned));
        }
        at = at.max(end);
    }
    lost
}

/// How many bytes of marks a line begins with.
fn marks(line: &str) -> usize {
    line.len() - line.trim_start_matches(['#', '-', '*', ' ', '|']).len()
}

/// The list with some of its lines changed as people change them.
fn broken(text: &str, chance: &mut Chance) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..chance.between(1, 4) {
        let at = chance.below(lines.len());
        match chance.below(8) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines[at].insert_str(0, "    "),
            3 => {
                let marks = marks(&lines[at]);
                lines[at].drain(..marks);
            }
            4 => lines[at] = lines[at].replacen(':', "", 1),
            5 => lines[at] = lines[at].replacen("**", "", 1),
            6 => lines.insert(at, String::new()),
            _ => {
                let other = chance.below(lines.len());
                lines.swap(at, other);
            }
        }
        if lines.is_empty() {
            return String::new();
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn no_word_of_a_list_of_random_form_is_lost() {
    let mut losing = Vec::new();
    let lists = random_form::count();
    for seed in 0..lists {
        let list = List::of(seed);
        let chance = &mut Chance::new(seed);
        let (_, text) = &list.files[0];
        for version in 0..=BROKEN {
            let text = if version == 0 { text.clone() } else { broken(text, chance) };
            reader::check(&text);
            let lost = lost(&text);
            if !lost.is_empty() {
                losing.push(format!("{seed}.{version} {}: {lost:?}", list.form));
            }
        }
    }
    println!("{} of {lists} lists, whole and broken, lose words:\n{}", losing.len(), losing.join("\n"));
    let all = usize::try_from(lists).unwrap() * (BROKEN + 1);
    assert!(losing.len() * 1000 <= LOSING * all, "{}", losing.join("\n"));
}

#[test]
fn no_word_of_a_small_listing_is_lost() {
    let files = kinds::listings().into_iter().filter(|(_, path)| path.is_file());
    let losing: Vec<_> = files
        .map(|(name, path)| (name, lost(&std::fs::read_to_string(path).unwrap())))
        .filter(|(_, lost)| !lost.is_empty())
        .map(|(name, lost)| format!("{name}: {lost:?}"))
        .collect();
    assert!(losing.len() <= SMALL_LOSING, "{}", losing.join("\n"));
}

#[test]
fn a_lost_word_is_seen() {
    let text = "# Ideas\n\n### Quieter looms\n\n- Description: felt\n- Mentors: Nell Quarry\n";
    let listing = parse::listing(Document::new(Origin::Stdin, text));
    let mut proposal = listing.proposals[0].clone();
    assert_eq!(lost_of(text, &proposal, &[]), [""; 0]);
    proposal.fields.pop();
    assert_eq!(lost_of(text, &proposal, &[]), ["Mentors", "Nell", "Quarry"]);
}

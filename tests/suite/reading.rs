//! Every proposal at every width: no row is wider than the pane, every word and every link is there.
//! The words come from Markdown events, independently of the reader and the layout.
//!
//! In the folder: what is read from lists of many forms, and that nothing of them is lost.

mod kinds;
mod no_listings;
mod nothing_lost;
mod random_form;
mod truth;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use mentor_tui::markdown::dedent;
use mentor_tui::markdown::mail::EmailVisibility;
use mentor_tui::model::safe;
use mentor_tui::model::{Catalog, Document, Entry, FieldKind, Origin};
use mentor_tui::page::facts::PageTarget;
use mentor_tui::parse;
use mentor_tui::ui::page::Page;
use mentor_tui::ui::row::{Break, Role};
use mentor_tui::ui::text;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// Where tables are stacked, where the text is as wide as it gets, and what lies beside that.
const SAMPLED: [usize; 6] = [2, 29, 40, 59, 78, 120];
/// Words of cells that are wider than this may be cut, and their parts stand on rows with other cells.
const LONGEST_IN_CELL: usize = 16;

#[test]
fn every_fixture_at_every_width() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    // A page is no wider than a hundred cells.
    let widths: Vec<usize> = (1..=101).chain([200]).collect();
    assert!(check_all(&files(&folder), &widths) > 20);
}

#[test]
fn every_published_proposal_at_some_widths() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.is_dir() {
        println!("skipped: no ../shared/corpus");
        return;
    }
    assert!(check_all(&files(&corpus), &SAMPLED) > 400);
}

#[test]
fn every_small_listing_at_some_widths() {
    assert!(check_all(&files(&kinds::root()), &SAMPLED) > 50);
}

/// The listings in a folder and below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => found.extend(files(&path)),
            Some("md") => found.push(path),
            Some("json") if !path.to_string_lossy().contains("expected") => found.push(path),
            _ => {}
        }
    }
    found
}

/// Checks all proposals of all files; gives their number.
fn check_all(files: &[PathBuf], widths: &[usize]) -> usize {
    let mut count = 0;
    for path in files {
        let source = std::fs::read_to_string(path).unwrap();
        let document = Document::new(Origin::File(path.clone()), source);
        let catalog = Catalog::new(vec![parse::listing(document)]);
        for entry in (0..catalog.len()).filter_map(|index| catalog.get(index)) {
            let oracle = Oracle::of(entry);
            // The proposals take turns: a third of the widths each.
            for &width in widths.iter().skip(count % 3).step_by(3) {
                oracle.check(entry, width);
            }
            count += 1;
        }
    }
    count
}

/// Everything that has to be on the page of a proposal.
#[derive(Default)]
struct Oracle {
    words: HashSet<String>,
    links: HashSet<String>,
}

impl Oracle {
    fn of(entry: Entry<'_>) -> Self {
        let mut oracle = Self::default();
        oracle.add(&entry.proposal.title, false);
        entry.proposal.skills.iter().for_each(|skill| oracle.add(&skill.text, false));
        entry.proposal.mentors.iter().for_each(|mentor| oracle.add(&mentor.name, false));
        oracle.links.extend(entry.proposal.upstream.iter().map(|link| link.url.clone()));
        let shown = |kind| matches!(kind, FieldKind::Description | FieldKind::Outcome | FieldKind::Other);
        for field in entry.proposal.fields.iter().filter(|field| shown(field.kind)) {
            oracle.read(entry, &dedent::dedent(entry.text(), field.value));
        }
        oracle
    }

    fn read(&mut self, entry: Entry<'_>, markdown: &str) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        let resolve = |link: BrokenLink<'_>| {
            let url = entry.listing.references.get(&link.reference)?;
            Some((CowStr::from(url.to_owned()), CowStr::Borrowed("")))
        };
        let (mut line, mut in_table, mut html) = (String::new(), false, String::new());
        for event in Parser::new_with_broken_link_callback(markdown, options, Some(resolve)) {
            match event {
                Event::Text(text) | Event::Code(text) => line.push_str(&text),
                Event::Html(tag) => html.push_str(&tag),
                Event::InlineHtml(tag) => line.push_str(&without_tags(&tag)),
                Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Email => {
                    self.links.insert(dest_url.into_string());
                }
                Event::Start(Tag::Table(_)) => in_table = true,
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
                | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
                _ => {
                    line.push_str(&without_tags(&std::mem::take(&mut html)));
                    self.add(&std::mem::take(&mut line), in_table);
                    in_table &= event != Event::End(TagEnd::Table);
                }
            }
        }
        self.add(&line, in_table);
    }

    fn add(&mut self, text: &str, in_table: bool) {
        for token in text.split_whitespace().map(safe) {
            if !in_table || text::width(&token) <= LONGEST_IN_CELL {
                self.words.extend(words(&token));
            }
        }
    }

    #[track_caller]
    fn check(&self, entry: Entry<'_>, width: usize) {
        let page = Page::rendered(entry, width, EmailVisibility::Shown);
        let what = format!("{} of {} at {width}", entry.proposal.title, entry.listing.document.origin());
        let (mut shown, mut reached) = (String::new(), HashSet::new());
        for row in &page.rows {
            let cells: usize = row.pieces.iter().map(|piece| text::width(&piece.text)).sum();
            assert!(cells <= width, "{what}: {:?}", row.text());
            if row.follows != Break::Word {
                shown.push(' ');
            }
            for piece in &row.pieces {
                reached.extend(piece.link);
                shown.push_str(if piece.tone.role == Role::Mark { " " } else { &piece.text });
                // A bar between the parts of a cut word is no part of it.
                if piece.tone.role == Role::Mark && row.follows == Break::Word {
                    shown.pop();
                }
            }
        }
        let shown: HashSet<String> = words(&shown).collect();
        // A wide character may have no cell to stand in.
        let missing =
            self.words.iter().filter(|word| !shown.contains(*word) && (width > 3 || word.is_ascii()));
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&String>::new(), "{what}");
        assert_eq!(reached, (0..page.targets.len()).collect(), "{what}: every link is somewhere");
        for link in self.links.iter().filter(|link| !link.is_empty()) {
            let target = PageTarget::Address(link.clone());
            assert!(page.targets.contains(&target), "{what}: {link}");
        }
        assert!(page.places.is_sorted() && page.places.len() == page.rows.len(), "{what}");
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// HTML without everything between brackets.
fn without_tags(html: &str) -> String {
    let mut text = String::from(" ");
    for (index, part) in html.split('<').enumerate() {
        text.push_str(if index == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
    }
    text + " "
}

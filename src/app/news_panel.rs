//! The news on the screen: a menu of them, and what the list and the page ask.

use super::App;
use super::layer::Layer;
use super::news::{News, NewsSign};
use super::picker::{Choice, MenuItem, Picker};
use crate::markdown::glyphs::{CHANGED, DASH, DOT, GONE, NEW};
use crate::model::{Catalog, ProposalId};

impl App {
    /// The news since the last visit.
    pub fn news(&self) -> &News {
        &self.state.browsing.news
    }

    /// A key for caches of what depends on the news.
    pub fn news_version(&self) -> u64 {
        self.state.browsing.news_version
    }

    /// Takes what is known of the last visit. The proposals that were opened since stay so.
    pub fn set_news(&mut self, mut news: News) {
        let browsing = &mut self.state.browsing;
        news.take_opened(&mut browsing.news);
        browsing.news = news;
        browsing.news_changed();
        self.refresh_panels();
    }

    /// The sign of a proposal in the list. One that came or changed while the program runs has it until it is looked
    /// at.
    pub fn sign(&self, id: &ProposalId) -> Option<NewsSign> {
        self.state.browsing.sign(id)
    }

    /// Whether a proposal is known from the last visit or came since, and was not opened yet. At the first visit of a
    /// listing none is.
    pub fn is_unread(&self, id: &ProposalId) -> bool {
        let news = &self.state.browsing.news;
        news.is_return() && !news.is_opened(id)
    }
}

/// Shows what is new, changed or gone.
pub(super) fn show(app: &mut App) {
    let browsing = &app.state.browsing;
    let items = items(&browsing.news, &browsing.catalog);
    if items.is_empty() {
        let sentence = if !browsing.news.is_compared() {
            "Still comparing with your last visit. Try again in a moment."
        } else if browsing.news.is_return() {
            "Nothing is new, changed or gone since your last visit."
        } else {
            "This is the first visit; the next one tells what is new."
        };
        return app.state.inform(sentence);
    }
    app.layers.push(Layer::Menu(Box::new(Picker::new("Since your last visit", items))));
}

/// The rows of the news: new ones, changed ones, those that are gone.
fn items(news: &News, catalog: &Catalog) -> Vec<MenuItem> {
    let listed = || catalog.iter().map(|entry| entry.proposal);
    let row = |sign: &str, what: &str, title: &str, project: Option<&str>, choice: Choice| MenuItem {
        name: format!("{sign} {title}"),
        note: project.map_or_else(|| what.to_owned(), |project| format!("{what}{DOT}{project}")),
        keywords: "",
        choice,
    };
    let mut items = Vec::new();
    for proposal in listed().filter(|proposal| news.is_new(&proposal.id)) {
        let choice = Choice::Show(proposal.id.clone());
        items.push(row(NEW.as_str(), "new", &proposal.title, proposal.project.as_deref(), choice));
    }
    for proposal in listed().filter(|proposal| !news.changes(&proposal.id).is_empty()) {
        let fields: Vec<&str> = news.changes(&proposal.id).iter().map(|it| it.label.as_str()).collect();
        let what = format!("changed: {}", fields.join(", "));
        let choice = Choice::Show(proposal.id.clone());
        items.push(row(CHANGED.as_str(), &what, &proposal.title, proposal.project.as_deref(), choice));
    }
    for record in news.gone() {
        let choice = if let Some(url) = record.upstream.first() {
            Choice::Open(url.clone())
        } else {
            let place = record.project.as_deref().map(|project| format!("{DASH}{project}"));
            Choice::Refuse(format!(
                "Not in the listing any more: {}{}",
                record.title,
                place.unwrap_or_default()
            ))
        };
        items.push(row(GONE.as_str(), "gone", &record.title, record.project.as_deref(), choice));
    }
    items
}

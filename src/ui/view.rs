//! The view: measures, draws, and finds the part of the screen under the mouse.

use std::collections::HashMap;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::compare;
use super::compared::LaidOut;
use super::filter_hits::FilterHits;
use super::hints::Linked;
use super::layout::{ScreenLayout, Wanted};
use super::list::{Kept, ListArea, RowTexts};
use super::overlay::Room;
use super::page::Page;
use super::page::layout::{PageKey, lay_out};
use super::prose::Match;
use super::target::Target;
use super::theme::Theme;
use super::{detail, facets, footer, header, hints, list, overlay, paint, problems, prose, search_bar, text};
use crate::app::action::Action;
use crate::app::keymap::hint;
use crate::app::third::Third;
use crate::app::{App, Layer, keymap::Focus, viewport::Viewport};
use crate::markdown::glyphs::TIMES;
use crate::markdown::mail::EmailVisibility;
use crate::page::facts::Audience;
use crate::search::{Highlighter, Reading};

/// How many laid out pages are kept: those around the selection, at a few widths.
const PAGES: usize = 64;
/// How many titles are measured: those of any listing that is read by people.
const TITLES: usize = 4096;
/// How many rows those have in all; a single page may have more.
const ROWS: usize = 1 << 15;

/// The matches of a search in one page.
#[derive(Debug, Clone, Default)]
struct FindMatches {
    key: Option<PageKey>,
    needle: String,
    matches: Vec<Match>,
    /// The row of each.
    rows: Rc<Vec<usize>>,
}

/// The places on one page that the filter found.
#[derive(Debug, Clone, Default)]
struct FilterMarks {
    key: Option<PageKey>,
    readings: Vec<Reading>,
    marks: FilterHits,
    /// The row of each match.
    rows: Rc<Vec<usize>>,
}

/// The inputs of a laid out comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ComparisonKey {
    generation: u64,
    indexes: Vec<usize>,
    width: u16,
    emails: EmailVisibility,
    column: usize,
    needle: String,
}

/// The words about the source on the screen.
#[derive(Debug, Clone, Default)]
pub struct Caption {
    /// Its name, as the user knows it.
    pub source: String,
    /// Why there are no proposals, where there are none.
    pub why_empty: String,
}

/// Draws the state. Keeps laid out pages, so that a frame in which the text did not change costs
/// only the visible rows.
#[derive(Debug, Clone)]
pub struct View {
    theme: Theme,
    caption: Caption,
    pages: HashMap<PageKey, Rc<Page>>,
    /// How many rows these pages have.
    rows: usize,
    found: FindMatches,
    marked: FilterMarks,
    /// The comparison that was laid out last.
    compared: Option<(ComparisonKey, LaidOut)>,
    highlighter: Highlighter,
    texts: RowTexts,
    /// The columns of the longest title, and the version and the length of the catalog that it is of.
    titles: Option<(u64, usize, u16)>,
}

impl View {
    /// A view in a theme, of a source.
    pub fn new(theme: Theme, caption: Caption) -> Self {
        Self {
            theme,
            caption,
            pages: HashMap::new(),
            rows: 0,
            found: FindMatches::default(),
            marked: FilterMarks::default(),
            compared: None,
            highlighter: Highlighter::default(),
            texts: RowTexts::default(),
            titles: None,
        }
    }

    /// Draws in another theme from now on.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
    }

    /// Forgets what is laid out: its signs are drawn otherwise now.
    pub fn forget_pages(&mut self) {
        self.pages.clear();
        self.rows = 0;
        (self.found, self.marked, self.compared) = Default::default();
    }

    /// Names the source: another one takes its place.
    pub fn name_source(&mut self, source: String) {
        self.caption.source = source;
    }

    /// Sets the sentence that says why there are no proposals; empty when there are some.
    pub fn explain(&mut self, why_empty: String) {
        self.caption.why_empty = why_empty;
    }

    /// Measures a screen of this size: how much of what is in view.
    pub fn measure(&mut self, screen: Rect, app: &App) -> Viewport {
        let areas = self.areas(screen, app);
        let columns = areas.list.filter(|_| areas.divider.is_some()).map_or(0, |list| list.frame.width);
        let mut viewport = Viewport {
            split: areas.list.is_some() && areas.detail.is_some(),
            can_split: areas.can_split,
            list_rows: areas.list.map_or(0, |pane| usize::from(ListArea::of(pane.inner, app).body.height)),
            row_lines: if areas.two_lines { 2 } else { 1 },
            list_columns: columns,
            list_bounds: areas.list_bounds,
            can_have_third: areas.can_have_third,
            detail_rows: areas.detail.map_or(0, |pane| usize::from(pane.inner.height)),
            ..Viewport::default()
        };
        if let Some((key, page)) = self.page(&areas, app) {
            viewport.detail_height = page.rows.len();
            viewport.places = Rc::clone(&page.places);
            viewport.sections = Rc::clone(&page.sections);
            viewport.targets = Rc::clone(&page.targets);
            viewport.fields = Rc::clone(&page.fields);
            viewport.lines.clone_from(&page.lines);
            let top = app.selected().map_or(0, |(_, entry)| app.detail().top(&entry.proposal.id));
            let places = hints::places(&page, top, viewport.detail_rows);
            viewport.spots = hints::spots(&page, &places);
            self.find(key, &page, app.detail().needle());
            viewport.matches = Rc::clone(&self.found.rows);
            self.mark(key, &page, app.filter().readings());
            viewport.marks = Rc::clone(&self.marked.rows);
            viewport.opening = self.marked.marks.opening;
        }
        let compared = self.compared(screen, app);
        if let Some(measure) = overlay::measure(&Room::new(screen, &areas, app, &compared, self.theme)) {
            viewport.layer_rows = measure.rows;
            viewport.layer_height = measure.height;
            viewport.layer_first = measure.first;
            viewport.layer_matches = Rc::clone(&compared.match_rows);
        }
        viewport
    }

    /// Draws the state. Call [`App::fit`] with the measures of the same size first. No cell holds a character that
    /// must not leave, whatever drew it.
    pub fn draw(&mut self, app: &App, frame: &mut Frame<'_>) {
        self.draw_all(app, frame);
        paint::make_safe(frame.buffer_mut());
    }

    fn draw_all(&mut self, app: &App, frame: &mut Frame<'_>) {
        let screen = frame.area();
        let areas = self.areas(screen, app);
        let buffer = frame.buffer_mut();
        buffer.set_style(screen, self.theme.ground());
        if areas.too_small {
            for (at, line) in prose::wrap_sentence(
                &format!("mentor-tui needs 20{TIMES}5 cells; {} quits", hint(Action::Close)),
                screen.width.into(),
            )
            .iter()
            .enumerate()
            {
                paint::text_at(buffer, paint::line(screen, at), line, ratatui::style::Style::new());
            }
            return;
        }
        let theme = self.theme;
        header::draw(buffer, areas.header, app, &self.caption.source, theme);
        let mut cursors = HashMap::new();
        if let Some(pane) = &areas.list {
            let mut kept = Kept { highlighter: &mut self.highlighter, texts: &mut self.texts };
            let cursor = list::draw(buffer, pane, app, &self.caption.why_empty, theme, &mut kept);
            cursors.insert(Focus::List, cursor);
        }
        if let Some(pane) = &areas.detail {
            let page = self.page(&areas, app).map(|(_, page)| page).unwrap_or_default();
            let cursor = detail::draw(
                buffer,
                pane,
                app,
                &page,
                (&self.found.matches, &self.marked.marks.matches),
                theme,
            );
            cursors.insert(Focus::Detail, cursor);
        }
        if let (Some(pane), Some(panel)) = (&areas.third, app.third()) {
            match panel {
                Third::Facets(panel) => facets::draw_pane(buffer, pane, panel, theme),
                Third::Problems(panel) => problems::draw_pane(buffer, pane, app, panel, theme),
            }
        }
        for (divider, focused) in [
            (areas.divider, matches!(app.focus(), Focus::List | Focus::Detail | Focus::Find | Focus::Hints)),
            (areas.second_divider, false),
        ] {
            if let Some(divider) = divider {
                paint::divider(buffer, divider, theme.frame(focused));
            }
        }
        let typing = search_bar::draw(buffer, areas.bar, app, theme);
        footer::draw(buffer, areas.footer, app, theme);
        let compared = self.compared(screen, app);
        let over = overlay::draw(buffer, &Room::new(screen, &areas, app, &compared, theme));
        let focused = cursors.get(&app.focus()).copied().flatten();
        if let Some(position) = over.or(typing).or(focused) {
            frame.set_cursor_position(position);
        }
    }

    /// The part of the screen at a cell.
    pub fn target(&mut self, screen: Rect, app: &App, column: u16, row: u16) -> Option<Target> {
        let at = Position::new(column, row);
        let areas = self.areas(screen, app);
        let compared = self.compared(screen, app);
        let room = Room::new(screen, &areas, app, &compared, self.theme);
        if let Some(target) = overlay::target(&room, at) {
            // Beside the completions is the list, which a click may choose from.
            if !matches!((target, app.layer()), (Target::Beside, Some(Layer::Filter(_)))) {
                return Some(target);
            }
        }
        if let Some(pane) = areas.list.filter(|pane| pane.frame.contains(at)) {
            let ListArea { body, above, .. } = ListArea::of(pane.inner, app);
            let inside = row >= body.y && row < body.bottom();
            return Some(if inside {
                Target::ListRow(usize::from(row - body.y) + above)
            } else {
                Target::List
            });
        }
        if let Some(pane) = areas.detail.filter(|pane| pane.frame.contains(at)) {
            if !pane.inner.contains(at) {
                return Some(Target::Detail);
            }
            let (_, entry) = app.selected()?;
            let top = app.detail().top(&entry.proposal.id);
            let (_, page) = self.page(&areas, app)?;
            let row = page.rows.get(top + usize::from(row - pane.inner.y));
            let link = row.and_then(|row| link_at(row, usize::from(column - pane.inner.x)));
            return Some(link.map_or(Target::Detail, Target::Link));
        }
        if areas.divider.is_some_and(|divider| divider.contains(at)) {
            return Some(Target::Divider);
        }
        areas.bar.contains(at).then_some(Target::Bar)
    }

    /// The cells of the screen that are part of links, a menu or the help over them left out.
    pub fn linked(&mut self, screen: Rect, app: &App) -> Vec<Linked> {
        let areas = self.areas(screen, app);
        let (Some(pane), Some((_, entry))) = (areas.detail, app.selected()) else { return Vec::new() };
        let top = app.detail().top(&entry.proposal.id);
        let Some((_, page)) = self.page(&areas, app) else { return Vec::new() };
        let mut linked = hints::linked(&page, top, pane.inner);
        let compared = self.compared(screen, app);
        if let Some(over) = overlay::measure(&Room::new(screen, &areas, app, &compared, self.theme)) {
            linked.retain(|link| !link.cells.intersects(over.area.frame));
        }
        linked
    }

    /// Where everything is.
    fn areas(&mut self, screen: Rect, app: &App) -> ScreenLayout {
        let key = (app.generation(), app.catalog().len());
        if self.titles.is_none_or(|(generation, len, _)| (generation, len) != key) {
            let titles = app.catalog().iter().take(TITLES).map(|entry| text::width(&entry.proposal.title));
            let columns = u16::try_from(titles.max().unwrap_or(0)).unwrap_or(u16::MAX);
            self.titles = Some((key.0, key.1, columns));
        }
        let title_columns = self.titles.map_or(0, |(.., columns)| columns);
        ScreenLayout::new(screen, app, Wanted { footer_rows: footer::rows(app, screen.width), title_columns })
    }

    /// The page of the selected proposal, laid out for the detail that is on the screen.
    fn page(&mut self, areas: &ScreenLayout, app: &App) -> Option<(PageKey, Rc<Page>)> {
        let (index, entry) = app.selected()?;
        let width = areas.detail?.inner.width;
        let detail = app.detail();
        let (source, emails) = (detail.source, detail.emails);
        let is_of_check = source || app.mentor().is_some();
        let checked = if is_of_check { app.problems().version() } else { 0 };
        let issues = if source { 0 } else { app.issues().version_for(entry) };
        let (generation, news) = (app.generation(), app.news_version());
        let key = PageKey { generation, index, width, source, emails, checked, issues, news };
        if let Some(page) = self.pages.get(&key) {
            return Some((key, Rc::clone(page)));
        }
        let page = Rc::new(lay_out(key, entry, app));
        self.rows += page.rows.len();
        if self.pages.len() >= PAGES || self.rows > ROWS {
            self.pages.clear();
            self.rows = page.rows.len();
        }
        self.pages.insert(key, Rc::clone(&page));
        Some((key, page))
    }

    /// The comparison, where there is one below or on top; else nothing.
    fn compared(&mut self, screen: Rect, app: &App) -> LaidOut {
        let Some(Layer::Compare(panel)) = app.layer() else { return LaidOut::default() };
        let indexes = app.to_compare();
        let width = ScreenLayout::between(screen).inner.width;
        let needle = panel.search.input.text();
        let key = ComparisonKey {
            generation: app.generation(),
            indexes,
            width,
            emails: app.detail().emails,
            column: panel.column,
            needle: needle.to_owned(),
        };
        if self.compared.as_ref().is_none_or(|(known, _)| *known != key) {
            let entries: Vec<_> = key.indexes.iter().filter_map(|&index| app.catalog().get(index)).collect();
            let audience = Audience { profile: app.filter().profile(), emails: key.emails };
            let width = usize::from(width);
            let rows = compare::rows(&entries, audience, width, Some(panel.column));
            let cells = compare::column_cells(entries.len(), panel.column, width);
            self.compared = Some((key, LaidOut::new(rows, &cells, needle)));
        }
        self.compared.as_ref().map(|(_, laid_out)| laid_out.clone()).unwrap_or_default()
    }

    fn mark(&mut self, key: PageKey, page: &Page, readings: &[Reading]) {
        if self.marked.key != Some(key) || self.marked.readings != readings {
            let marks = FilterHits::of(page, readings, &mut self.highlighter);
            let rows = rows_of(&marks.matches);
            self.marked = FilterMarks { key: Some(key), readings: readings.to_vec(), marks, rows };
        }
    }

    fn find(&mut self, key: PageKey, page: &Page, needle: &str) {
        if self.found.key != Some(key) || self.found.needle != needle {
            let matches = if needle.is_empty() { Vec::new() } else { prose::find(&page.rows, needle) };
            let rows = rows_of(&matches);
            self.found = FindMatches { key: Some(key), needle: needle.to_owned(), matches, rows };
        }
    }
}

fn rows_of(matches: &[Match]) -> Rc<Vec<usize>> {
    Rc::new(matches.iter().map(Match::row).collect())
}

fn link_at(row: &super::row::Row, column: usize) -> Option<usize> {
    let mut end = 0;
    let piece = row.pieces.iter().find(|piece| {
        end += text::width(&piece.text);
        column < end
    });
    piece.and_then(|piece| piece.link)
}

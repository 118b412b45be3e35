//! Operations on the screen: the first frame, and what follows a key, drawn.

use mentor_tui::app::App;
use mentor_tui::app::action::{Action, CopyTarget, Edit, Step};
use mentor_tui::app::problems::CheckResult;
use mentor_tui::check::{Checker, Settings};
use mentor_tui::search::Profile;
use mentor_tui::search::sort::Order;
use mentor_tui::ui::theme::Theme;
use mentor_tui::ui::{Caption, View};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;

use crate::subject::{Cost, Run, Subject};

const SIZE: (u16, u16) = (120, 40);
/// A word that occurs in no listing.
const NOWHERE: &str = "zyzzyva";

/// The actions of a user after the first frame.
enum Key {
    /// A key, by what it asks for.
    Do(Action),
    /// Letters typed into the input that has the focus, one by one.
    Type(&'static str),
    /// The query, pasted.
    Query,
}

use Action::{
    Back, Compare, Copy, Enter, Filter, Find, GroupProblems, Move, MoveList, Narrow, NextFacet, NextMatch,
    NextProject, NextSection, OtherPane, PreviousMatch, PreviousProject, PreviousSection, ReverseOrder,
    ScrollDetail, ShowCopyMenu, ShowFacets, ShowHelp, ShowHints, ShowLinks, ShowOrders, ShowPalette,
    ShowProblems, ShowStats, Sort, ToggleEmails, ToggleSource, ToggleStar, ToggleZoom,
};
use Key::{Do, Query, Type};

/// Keys by what they are pressed for.
const KEYS: &[(&str, &[Key])] = &[
    ("down the list", &[Do(Move(Step::Down)), Do(MoveList(Step::PageDown)), Do(Move(Step::Up))]),
    ("to the end of the list", &[Do(Move(Step::Last)), Do(Move(Step::First)), Do(Move(Step::Last))]),
    ("projects", &[Do(NextProject), Do(NextProject), Do(Move(Step::Last)), Do(PreviousProject)]),
    ("down the page", &[Do(ScrollDetail(Step::PageDown)), Do(ScrollDetail(Step::Last))]),
    ("sections", &[Do(OtherPane), Do(NextSection), Do(NextSection), Do(PreviousSection)]),
    ("source", &[Do(ToggleSource), Do(ScrollDetail(Step::Last))]),
    ("zoom", &[Do(ToggleZoom), Do(ToggleZoom)]),
    // Once: the page from before would still be there the second time, unless it is large.
    ("e-mails", &[Do(ToggleEmails)]),
    ("search", &[Do(OtherPane), Do(Find), Type("net"), Do(Enter), Do(NextMatch), Do(PreviousMatch)]),
    ("search for a letter", &[Do(OtherPane), Do(Find), Type("e"), Do(Enter), Do(NextMatch), Do(NextMatch)]),
    ("search for nothing", &[Do(OtherPane), Do(Find), Type(NOWHERE), Do(Enter), Do(NextMatch)]),
    ("search in the source", &[Do(ToggleSource), Do(OtherPane), Do(Find), Type("net"), Do(NextMatch)]),
    ("query: search", &[Do(OtherPane), Do(Find), Query, Do(Enter), Do(NextMatch)]),
    ("filter", &[Do(Filter), Type("mend"), Do(Enter), Do(NextMatch), Do(Back)]),
    ("filter by letters", &[Do(Filter), Type("mnd"), Do(Enter)]),
    ("filter for nothing", &[Do(Filter), Type(NOWHERE), Do(Enter)]),
    ("query: filter", &[Do(Filter), Query, Type(" a"), Do(Action::Edit(Edit::DeleteWord)), Do(Enter)]),
    ("query: facets", &[Do(Filter), Query, Do(Enter), Do(ShowFacets), Do(NextFacet), Do(Enter)]),
    ("facets", &[Do(ShowFacets), Do(NextFacet), Do(NextFacet), Do(Move(Step::Last)), Do(NextFacet)]),
    ("facets narrowed", &[Do(ShowFacets), Do(Narrow), Type("go"), Do(Enter), Do(Enter)]),
    ("orders", &[Do(ShowOrders), Do(Back), Do(Sort(Order::Title)), Do(Sort(Order::Project))]),
    ("measured orders", &[Do(Sort(Order::Skills)), Do(Sort(Order::Length)), Do(Sort(Order::Difficulty))]),
    ("random order", &[Do(Sort(Order::Random)), Do(ReverseOrder), Do(Sort(Order::Size))]),
    ("fit", &[Do(Sort(Order::Fit)), Do(Move(Step::Last))]),
    ("links", &[Do(ShowLinks), Do(Move(Step::Last)), Do(Narrow), Type("exa")]),
    ("hints", &[Do(ShowHints), Do(Back)]),
    ("insight", &[Do(ShowStats), Do(Move(Step::Last)), Do(NextSection), Do(Enter)]),
    ("problems", &[Do(ShowProblems), Do(Move(Step::Last)), Do(GroupProblems), Do(Enter)]),
    ("problems narrowed", &[Do(ShowProblems), Do(Narrow), Type("men")]),
    ("commands", &[Do(ShowPalette), Type("des")]),
    ("help", &[Do(ShowHelp), Do(Move(Step::Last))]),
    ("copies", &[Do(ShowCopyMenu), Do(Back), Do(Copy(CopyTarget::Section)), Do(Copy(CopyTarget::Title))]),
    (
        "comparison",
        &[Do(ToggleStar), Do(Move(Step::Last)), Do(ToggleStar), Do(Compare), Do(Move(Step::Last))],
    ),
];

pub(crate) fn all() -> Vec<(String, Run)> {
    let first: Run = Box::new(|subject| {
        let catalog = subject.catalog.clone();
        let mut screen = None;
        let cost = Cost::of(|| {
            let mut made = Screen::new(App::new(catalog, "", false));
            made.frame();
            screen = Some(made);
            0
        });
        drop(screen);
        cost
    });
    let reload: Run = Box::new(|subject| {
        let (mut screen, listings) = (Screen::of(subject), subject.listings());
        Cost::of(|| {
            for (at, listing) in listings.into_iter().enumerate().take(1) {
                screen.app.reload(listing, at);
            }
            screen.frame();
            0
        })
    });
    let checked: Run = Box::new(|subject| {
        let settings = Settings::default();
        let checker = Checker::new(&subject.catalog, &settings);
        let checked: Vec<_> =
            (0..subject.catalog.listings().len()).filter_map(|at| CheckResult::of(&checker, at)).collect();
        let mut screen = Screen::of(subject);
        screen.app.take_due();
        Cost::of(|| {
            for checked in checked {
                screen.app.take_checked(checked);
            }
            screen.frame();
            0
        })
    });
    let mut operations = vec![
        ("first frame".to_owned(), first),
        ("screen: reload".to_owned(), reload),
        ("screen: what the check found".to_owned(), checked),
    ];
    for &(name, keys) in KEYS {
        let run: Run = Box::new(move |subject| {
            let mut screen = Screen::of(subject);
            if name.contains("problems") {
                let settings = Settings::default();
                let checker = Checker::new(&subject.catalog, &settings);
                for at in screen.app.take_due() {
                    if let Some(checked) = CheckResult::of(&checker, at) {
                        screen.app.take_checked(checked);
                    }
                }
            }
            if name.contains("fit") {
                screen.app.set_profile(Profile::new(["go", "rust"]));
            }
            screen.frame();
            let cost = Cost::of(|| {
                for key in keys {
                    screen.press(key, subject);
                }
                0
            });
            drop(screen);
            cost
        });
        let name = if name.starts_with("query") { name.to_owned() } else { format!("screen: {name}") };
        operations.push((name, run));
    }
    operations
}

/// A screen that nobody sees.
struct Screen {
    app: App,
    view: View,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    fn of(subject: &Subject) -> Self {
        Self::new(App::new(subject.catalog.clone(), "", false))
    }

    fn new(app: App) -> Self {
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a test backend never fails");
        Self { app, view: View::new(Theme::TERMINAL, Caption::default()), terminal }
    }

    /// Does what a key asks for, and draws after each letter.
    fn press(&mut self, key: &Key, subject: &Subject) {
        match key {
            Do(action) => drop(self.app.update(*action)),
            Query => self.app.paste(&subject.query),
            Type(letters) => {
                for letter in letters.chars() {
                    self.app.update(Action::Edit(Edit::Insert(letter)));
                    self.frame();
                }
            }
        }
        self.frame();
    }

    fn frame(&mut self) {
        let area = Rect::new(0, 0, SIZE.0, SIZE.1);
        // Twice, as in the loop: what came into view may be a page of another height.
        for _ in 0..2 {
            let viewport = self.view.measure(area, &self.app);
            self.app.fit(viewport);
        }
        let Self { app, view, terminal } = self;
        terminal.draw(|frame| view.draw(app, frame)).expect("a test backend never fails");
        view.linked(area, app);
    }
}

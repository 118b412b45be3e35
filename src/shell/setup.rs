//! The state at the start of a session: what was kept from the one before, and what the configuration says.

use std::hash::{BuildHasher, RandomState};

use super::frontend::Frontend;
use super::options::{LiveSettings, ThemeChoice};
use crate::app::action::Action;
use crate::app::keymap::Focus;
use crate::app::notice::Notice;
use crate::app::{Panes, keymap};
use crate::model::Shortlist;
use crate::search::sort::Sort;
use crate::write::ExportFormat;
use crate::write::shortlist::ShortlistFormat;

/// Values that were kept from the session before.
pub(super) struct Kept {
    pub(super) sort: Sort,
    pub(super) panes: Panes,
    /// The filters, the oldest first.
    pub(super) history: Vec<String>,
    /// The shortlist, or why it cannot be used.
    pub(super) shortlist: Result<Shortlist, String>,
}

/// Gives the state what it begins with.
pub(super) fn prepare(front: &mut Frontend, live: &LiveSettings, kept: Kept) {
    keymap::take(live.keymap.clone());
    let app = &mut front.app;
    app.set_seed(RandomState::new().hash_one(()));
    app.set_profile(live.profile.clone());
    app.set_own_skills(live.own_skills.clone(), live.skills_from);
    app.set_sort(kept.sort);
    app.set_panes(kept.panes);
    app.set_row_lines(live.row_lines);
    app.set_history(&kept.history);
    app.offer_formats(ExportFormat::ALL.iter().map(|format| format.name()).collect());
    app.offer_shortlist_formats(ShortlistFormat::EXPORTS.iter().map(|format| format.name()).collect());
    app.offer_filters(live.saved_filters());
    app.set_mentor_view(live.mentor_view);
    app.set_slots(live.slots());
    let refusal = kept.shortlist.as_ref().err().cloned();
    app.set_shortlist(kept.shortlist);
    if let Some(why) = refusal {
        front.error(why);
    }
}

/// Draws in another theme, by its place.
pub(super) fn use_theme(themes: &ThemeChoice, at: usize, front: &mut Frontend) {
    if let Some((name, theme)) = themes.get(at) {
        front.view.set_theme(theme);
        front.info(format!(
            "Theme {name} until you quit. To keep it, set theme = \"{name}\": mentor-tui config edit"
        ));
    }
}

/// Shows what there is to say at the start; a complaint comes first.
pub(super) fn notify(
    front: &mut Frontend,
    remark: Option<String>,
    notice: Option<String>,
    is_filter_kept: bool,
) {
    match (remark, notice) {
        (Some(remark), Some(notice)) => front.error(format!("{remark} · {notice}")),
        (Some(remark), None) => front.error(remark),
        (None, Some(notice)) => front.info(notice),
        (None, None) if is_filter_kept && front.app.notice().is_none() => {
            let key = keymap::hint_in(Focus::List, Action::Back);
            front.info(format!("Filtered as you left it. Press {key} to clear the filter."));
        }
        (None, None) => {}
    }
}

/// Says that a key has no action, except where text is typed. Where there is no help, the footer lists the keys.
pub(super) fn say_no_action(front: &mut Frontend) {
    let focus = front.app.focus();
    if focus.is_input() {
        return;
    }
    let has_help = keymap::bindings(focus).any(|binding| binding.action == Action::ShowHelp);
    let help = if has_help {
        format!(" Press {} for help.", keymap::hint_in(focus, Action::ShowHelp))
    } else {
        String::new()
    };
    front.app.notify(Notice::info(format!("No action on this key.{help}")));
}

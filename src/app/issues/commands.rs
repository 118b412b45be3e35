//! Asking about issues, and taking the answers.

use std::time::SystemTime;

use super::{IssueAnswer, Issues};
use crate::app::App;
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::keymap::hint;
use crate::app::notice::{NO_SELECTION, Notice};
use crate::markdown::glyphs::DOT;

/// So many issues of one proposal are asked about: more are a list of issues, and not one to be done.
const MOST: usize = 5;
/// Ages are told in minutes at least; a minute in seconds.
const MINUTE: u64 = 60;

impl App {
    /// The answers about upstream issues.
    pub fn issues(&self) -> &Issues {
        &self.state.issues
    }

    /// Tells the time, by which ages are shown.
    pub fn tell_time(&mut self, now: SystemTime) {
        let issues = &mut self.state.issues;
        let minutes = |time: SystemTime| {
            time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() / MINUTE
        };
        if minutes(now) != minutes(issues.now) {
            issues.version += 1;
        }
        issues.now = now;
    }

    /// Takes the answers about issues, by their addresses; a failure is a sentence.
    pub fn take_issues(&mut self, answers: Vec<(String, Result<IssueAnswer, String>)>) {
        let issues = &mut self.state.issues;
        issues.version += 1;
        let (mut told, mut failed) = (None, None);
        for (url, answer) in answers {
            issues.asking.remove(&url);
            match answer {
                Ok(answer) => {
                    failed = failed.or_else(|| answer.remark.clone());
                    told = told.or_else(|| Some(issues.parts(&answer).join(DOT.as_str())));
                    issues.answers.insert(url, answer);
                }
                Err(sentence) => failed = failed.or(Some(sentence)),
            }
        }
        match (failed, told) {
            (Some(failed), _) => self.notify(Notice::error(failed)),
            (None, Some(told)) => self.notify(Notice::info(format!("Issue: {told}"))),
            (None, None) => {}
        }
    }
}

/// Asks about the upstream issues of the selected proposal.
pub(in crate::app) fn ask(app: &mut App) -> Option<Effect> {
    let Some((_, entry)) = app.state.browsing.selected() else {
        app.state.inform(NO_SELECTION);
        return None;
    };
    let links = entry.proposal.upstream.iter().take(MOST);
    let urls: Vec<String> = links.map(|link| link.url.clone()).collect();
    if urls.is_empty() {
        let key = hint(Action::ShowLinks);
        app.state.fail(format!("No upstream issue to ask about. Press {key} for the other links."));
        return None;
    }
    let issues = &mut app.state.issues;
    let urls: Vec<String> = urls.into_iter().filter(|url| issues.asking.insert(url.clone())).collect();
    if urls.is_empty() {
        app.state.inform("The issue is being asked about already.");
        return None;
    }
    issues.version += 1;
    app.state.inform("Asking about the issue");
    Some(Effect::AskIssues(urls))
}

//! Asking about upstream issues, on a thread: a site may take its time.

#![expect(clippy::disallowed_methods, reason = "how old an answer is depends on the clock")]

use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use super::events::Event;
use super::frontend::Frontend;
use crate::app::issues::IssueAnswer;
use crate::source::FetchSettings;
use crate::source::issue::{self, Answered, Forges, IssueError};

/// Asks about issues by their addresses, one after the other.
pub(super) fn ask(urls: Vec<String>, settings: FetchSettings, front: &mut Frontend) {
    let asked = urls.clone();
    let started = front.start("issues", move || {
        let forges = Forges::from_environment();
        let answer = |url: String| {
            let answer = issue::ask(&url, &settings, &forges, &AtomicBool::new(false));
            (url, answer)
        };
        Event::Issues(urls.into_iter().map(answer).collect())
    });
    if !started {
        let sentence = front.app.notice().map(|notice| notice.text.clone()).unwrap_or_default();
        front.app.take_issues(asked.into_iter().map(|url| (url, Err(sentence.clone()))).collect());
    }
}

/// Takes the answers.
pub(super) fn take(answers: Vec<(String, Result<Answered, IssueError>)>, front: &mut Frontend) {
    front.app.tell_time(SystemTime::now());
    let answer = |(url, answer): (String, Result<Answered, IssueError>)| {
        let answer = answer.map(|Answered { status, remark }| IssueAnswer {
            status,
            remark: remark.map(|remark| remark.to_string()),
        });
        (url, answer.map_err(|error| error.to_string()))
    };
    front.app.take_issues(answers.into_iter().map(answer).collect());
}

/// Tells the time before a frame that is drawn for another reason: nothing wakes up for it.
pub(super) fn tell_time(front: &mut Frontend) {
    front.app.tell_time(SystemTime::now());
}

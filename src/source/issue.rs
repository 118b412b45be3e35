//! Issues upstream, asked about on request through the public interface of GitHub or GitLab.
//!
//! A question contacts the site of the issue alone, and where that redirects to. What it answers is kept with its
//! validators, as documents are, and stands in where the site cannot be asked.

mod address;
mod answers;
mod error;
mod forges;
mod github;
mod gitlab;

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::FetchSettings;
use super::remote::{Cause, Interface, kept};
use crate::model::issue::{IssueKind, IssueStatus};

pub use error::{IssueError, Refusal};
pub use forges::Forges;

use address::{IssueAddress, Site};
use answers::Answers;
use forges::Forge;

/// The answer to a question about an issue.
#[derive(Debug)]
pub struct Answered {
    pub status: IssueStatus,
    /// Why it is an older answer, or not a whole one.
    pub remark: Option<IssueError>,
}

/// Asks about an issue by its address. Blocks, at most as long as the limits say for each of a few requests.
///
/// # Errors
///
/// When the address is not that of an issue on a site that can be asked, or the site does not answer and never did.
pub fn ask(
    url: &str,
    settings: &FetchSettings,
    forges: &Forges,
    cancel: &AtomicBool,
) -> Result<Answered, IssueError> {
    let failed = |refusal| IssueError::new(url, refusal);
    let address = IssueAddress::parse(url, |server| forges.site(server)).map_err(failed)?;
    let forge = forges.of(&address).map_err(failed)?;
    let mut asking = Asking { settings, forge: &forge, cancel };
    match read(&address, url, &forge, &mut asking) {
        Ok((status, unknown)) => Ok(Answered { status, remark: unknown.map(failed) }),
        Err(refusal) if refusal.is_passing() => {
            let mut kept = Kept { settings, age: Duration::ZERO };
            match read(&address, url, &forge, &mut kept) {
                Ok((status, _)) => Ok(Answered { status: kept.dated(status), remark: Some(failed(refusal)) }),
                Err(_) => Err(failed(refusal)),
            }
        }
        Err(refusal) => Err(failed(refusal)),
    }
}

/// Reads the answers of a site. The status comes with the reason why its changes are not known, where they are not.
fn read(
    address: &IssueAddress,
    url: &str,
    forge: &Forge,
    answers: &mut impl Answers,
) -> Result<(IssueStatus, Option<Refusal>), Refusal> {
    let mut status = match address.site {
        Site::GitHub => github::issue(address, url, forge, answers)?,
        Site::GitLab => gitlab::issue(address, url, forge, answers)?,
    };
    if status.kind != IssueKind::Issue {
        return Ok((status, None));
    }
    let changes = match address.site {
        Site::GitHub => github::changes(address, forge, answers),
        Site::GitLab => gitlab::changes(address, forge, answers),
    };
    let unknown = match changes {
        Ok(changes) => {
            status.changes = Some(changes);
            None
        }
        Err(refusal) => Some(refusal),
    };
    Ok((status, unknown))
}

/// Asks the site now.
struct Asking<'a> {
    settings: &'a FetchSettings,
    forge: &'a Forge,
    cancel: &'a AtomicBool,
}

impl Answers for Asking<'_> {
    fn get(&mut self, address: &str) -> Result<Vec<u8>, Refusal> {
        let interface = Interface {
            settings: self.settings,
            accept: self.forge.accept,
            credential: self.forge.credential.as_ref(),
            cancel: self.cancel,
        };
        interface.ask(address).map_err(|cause| self.forge.refusal(cause))
    }
}

/// Takes the answers that were kept, and notes the age of the oldest.
struct Kept<'a> {
    settings: &'a FetchSettings,
    age: Duration,
}

impl Kept<'_> {
    fn dated(&self, status: IssueStatus) -> IssueStatus {
        let asked = status.asked.checked_sub(self.age).unwrap_or(status.asked);
        IssueStatus { asked, ..status }
    }
}

impl Answers for Kept<'_> {
    fn get(&mut self, address: &str) -> Result<Vec<u8>, Refusal> {
        let (body, age) = kept(address, self.settings).ok_or(Refusal::Cause(Cause::Offline))?;
        self.age = self.age.max(age);
        Ok(body)
    }
}

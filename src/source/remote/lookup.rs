//! Looking up a host within a time, where no thread may be had.
//!
//! The library's own look-up panics then, and the program with it.

use std::io;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration;

/// Looks hosts up as the library does, on a thread of its own.
#[derive(Debug)]
pub(super) struct Lookup;

impl Resolver for Lookup {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let (sender, found) = mpsc::sync_channel(1);
        let (uri, config) = (uri.clone(), config.clone());
        // The thread waits as long as the system does; the caller waits for the limit.
        let unhurried = NextTimeout { after: Duration::NotHappening, ..timeout };
        let look_up = move || {
            // The caller may have given up.
            let _ = sender.send(DefaultResolver::default().resolve(&uri, &config, unhurried));
        };
        let no_thread = |_| Error::Io(io::Error::other("the system starts no thread to look it up"));
        thread::Builder::new().name("lookup".to_owned()).spawn(look_up).map_err(no_thread)?;
        match found.recv_timeout(*timeout.after) {
            Ok(found) => found,
            Err(RecvTimeoutError::Timeout) => Err(Error::Timeout(timeout.reason)),
            Err(RecvTimeoutError::Disconnected) => Err(Error::HostNotFound),
        }
    }
}

//! Signals: those that would end the program come through the queue, so that it gives the terminal back.

#![cfg(unix)]

use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::Signal;
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::error::ShellError;
use super::events::{Event, SignalEvent};

/// The signals that end a program by default and may come from another process. Left out are those that
/// cannot be caught, and those by which the processor stops a program that went wrong: they come again
/// as soon as the handler returns.
const ENDING: &[Signal] = &[
    Signal::HUP,
    Signal::INT,
    Signal::QUIT,
    Signal::TRAP,
    Signal::ABORT,
    Signal::USR1,
    Signal::USR2,
    Signal::ALARM,
    Signal::TERM,
    Signal::XCPU,
    Signal::VTALARM,
    Signal::PROF,
    Signal::SYS,
    #[cfg(target_os = "linux")]
    Signal::IO,
    #[cfg(target_os = "linux")]
    Signal::POWER,
    #[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
    Signal::STKFLT,
];

/// The real-time signals, which end a program, too. The C libraries keep those before for themselves.
#[cfg(target_os = "linux")]
const REAL_TIME: std::ops::RangeInclusive<i32> = 35..=64;
#[cfg(not(target_os = "linux"))]
const REAL_TIME: std::ops::Range<i32> = 0..0;

/// Turns signals into events, on a thread of its own.
pub(super) fn watch(sender: Sender<Event>) -> Result<(), ShellError> {
    let (resize, stop, go_on) = (Signal::WINCH.as_raw(), Signal::TSTP.as_raw(), Signal::CONT.as_raw());
    let ending = ENDING.iter().map(|signal| signal.as_raw()).chain(REAL_TIME);
    let mut signals = Signals::new(ending.chain([resize, stop, go_on]))?;
    let watch = move || {
        for signal in signals.forever() {
            let event = match signal {
                _ if signal == resize => SignalEvent::Resize,
                _ if signal == stop => SignalEvent::Stop,
                _ if signal == go_on => SignalEvent::Continue,
                end => SignalEvent::End(u8::try_from(end).unwrap_or(u8::MAX)),
            };
            if sender.send(Event::Signal(event)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).map_err(ShellError::NoThread)?;
    Ok(())
}

/// Lets a write beyond the limit on the size of files fail, instead of ending the program in the middle
/// of it. A handler does that; ignoring the signal would be inherited by every program that is started.
pub fn outlive_size_limit() {
    // Where it cannot be had, the limit ends the program as it ends others.
    let _ = flag::register(Signal::XFSZ.as_raw(), Arc::default());
}

/// Lets ctrl-c be the business of the program that has the terminal now, as a pager has. A handler does that; ignoring
/// the signal would be inherited.
pub fn outlive_interrupt() {
    let _ = flag::register(Signal::INT.as_raw(), Arc::default());
}

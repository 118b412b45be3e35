//! A program on a pseudo-terminal: its screen, and when each part of it arrived.

use std::io::{self, Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program, ended when this is dropped.
pub(crate) struct Terminal {
    /// The program.
    pub(crate) child: Box<dyn Child + Send + Sync>,
    emulator: vt100::Parser,
    chunks: Receiver<(Instant, Vec<u8>)>,
    keyboard: Box<dyn Write + Send>,
    started: Instant,
    // Both live as long as the program: closing the one hangs up on it, the other is its home.
    _master: Box<dyn MasterPty + Send>,
    _home: tempfile::TempDir,
}

impl Terminal {
    /// Starts a command in a terminal of `columns` × `rows` cells, with a home of its own.
    pub(crate) fn start(command: &[String], columns: u16, rows: u16) -> io::Result<Self> {
        let size = NonZeroU16::new(rows).zip(NonZeroU16::new(columns));
        let (high, wide) = size.ok_or_else(|| io::Error::other("a terminal has at least one cell"))?;
        let home = tempfile::tempdir()?;
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .map_err(failure)?;
        let [program, arguments @ ..] = command else { return Err(io::Error::other("no program is named")) };
        // A path is looked up here, a bare name in PATH; the package would look up both in PATH.
        let mut builder = match std::fs::canonicalize(program) {
            Ok(path) if program.contains(std::path::MAIN_SEPARATOR) => CommandBuilder::new(path),
            _ => CommandBuilder::new(program),
        };
        builder.args(arguments);
        builder.cwd(std::env::current_dir()?);
        builder.env("HOME", home.path());
        builder.env("TERM", "xterm-256color");
        for unwanted in
            ["NO_COLOR", "LESS", "LINES", "COLUMNS", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"]
        {
            builder.env_remove(unwanted);
        }

        let mut screen = pair.master.try_clone_reader().map_err(failure)?;
        let keyboard = pair.master.take_writer().map_err(failure)?;
        let started = Instant::now();
        let child = pair.slave.spawn_command(builder).map_err(failure)?;
        drop(pair.slave);

        // The time of a chunk is taken where it is read, so that the emulator is in no figure.
        let (sender, chunks) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(length @ 1..) = screen.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..length].to_vec())).is_err() {
                    break;
                }
            }
        });
        let emulator = vt100::Parser::new(high, wide, 0);
        Ok(Self { child, emulator, chunks, keyboard, started, _master: pair.master, _home: home })
    }

    /// Waits until the screen shows a text; gives the time from the start until it was there.
    pub(crate) fn wait_for(&mut self, text: &str) -> io::Result<Duration> {
        let end = Instant::now() + PATIENCE;
        let mut last = Instant::now();
        while !self.screen().contents().contains(text) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok((when, bytes)) = self.chunks.recv_timeout(left) else {
                let shown = self.screen().contents();
                return Err(io::Error::other(format!("“{text}” did not come; the screen shows:\n{shown}")));
            };
            self.emulator.process(&bytes);
            last = when;
        }
        Ok(last.saturating_duration_since(self.started))
    }

    /// Takes in what still comes until nothing came for a while; gives when the last of it came.
    pub(crate) fn settle(&mut self) -> Option<Instant> {
        let mut last = None;
        while let Ok((when, bytes)) = self.chunks.recv_timeout(Duration::from_millis(200)) {
            self.emulator.process(&bytes);
            last = Some(when);
        }
        last
    }

    /// Types keys, as the bytes that a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) -> io::Result<()> {
        self.keyboard.write_all(keys.as_bytes())?;
        self.keyboard.flush()
    }

    /// The current screen.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }
}

/// The package's errors carry a backtrace, which nobody here wants to read.
fn failure(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end, and nothing to say.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

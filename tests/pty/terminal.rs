//! A terminal: a pseudo-terminal with the program on it, an emulator that shows its screen, and the
//! record of every byte.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{ChildKiller, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::Screen;

use crate::record::Record;
use crate::room::{PROGRAM, Room};

/// How long anything may take before it counts as not coming.
const PATIENCE: Duration = Duration::from_secs(30);

const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// How to start a program.
pub(crate) struct Start {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
}

impl Start {
    /// The program with arguments, in the room's directory and environment.
    pub(crate) fn program(room: &Room, arguments: &[&str]) -> Self {
        Self::command(room, PROGRAM, arguments)
    }

    /// A shell that runs a script; `$PROGRAM` is the program.
    pub(crate) fn shell(room: &Room, arguments: &[&str]) -> Self {
        let mut start = Self::command(room, "/bin/sh", arguments);
        start.command.env("PROGRAM", PROGRAM);
        start
    }

    fn command(room: &Room, program: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(room.directory());
        command.env_clear();
        for (name, value) in room.environment() {
            command.env(name, value);
        }
        Self { command, columns: 120, rows: 35 }
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// Not as the terminal that controls the program: it gets no signal when that is gone.
    pub(crate) fn uncontrolled(mut self) -> Self {
        self.command.set_controlling_tty(false);
        self
    }

    pub(crate) fn go(self) -> Terminal {
        Terminal::start(self)
    }
}

/// A running program. What a program leaves behind is ended when this is dropped.
pub(crate) struct Terminal {
    process: Pid,
    killer: Box<dyn ChildKiller + Send + Sync>,
    ended: Receiver<u32>,
    emulator: vt100::Parser,
    bytes: Vec<u8>,
    chunks: Receiver<Vec<u8>>,
    keyboard: Option<Box<dyn Write + Send>>,
    closing: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    master: Option<Box<dyn MasterPty + Send>>,
    /// Held until the end, so that the terminal's settings can be asked for.
    slave: Option<Box<dyn SlavePty + Send>>,
    /// The settings (raw or not) before the start.
    before: String,
}

/// The terminal after its program has ended.
pub(crate) struct Ended {
    /// Its exit status, as a shell would say it.
    pub(crate) code: u32,
    pub(crate) record: Record,
    /// Every byte that it wrote.
    pub(crate) bytes: Vec<u8>,
    /// The settings of the terminal before the start and after the end.
    pub(crate) settings: [String; 2],
    /// The current screen.
    pub(crate) screen: Screen,
}

impl Terminal {
    fn start(start: Start) -> Self {
        let (columns, rows) = (start.columns, start.rows);
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let before = settings(&*pair.master);
        let mut output = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let mut child = pair.slave.spawn_command(start.command).unwrap();
        let process = child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).unwrap();
        let killer = child.clone_killer();

        let (sender, chunks) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&closing);
        let reader = std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(length @ 1..) = output.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() || stop.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let (sender, ended) = channel();
        std::thread::spawn(move || {
            let status = child.wait().unwrap();
            // Whoever wanted to know may be gone.
            let _ = sender.send(status.exit_code());
        });
        Self {
            process,
            killer,
            ended,
            emulator: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
            chunks,
            keyboard: Some(keyboard),
            closing,
            reader: Some(reader),
            master: Some(pair.master),
            slave: Some(pair.slave),
            before,
        }
    }

    /// Waits until the screen is as it should be, between two frames.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, what: &str, is_there: impl Fn(&Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while self.is_in_frame() || !is_there(self.screen()) {
            match self.chunks.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(chunk) => self.take(&chunk),
                Err(error) => panic!("{what}: did not come ({error}); the screen:\n{}", self.text()),
            }
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(crate) fn wait_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen shows a text, which may be wrapped anywhere.
    #[track_caller]
    pub(crate) fn wait_wrapped(&mut self, text: &str) {
        let wanted = squeeze(text);
        self.wait_for(text, |screen| squeeze(&screen.contents()).contains(&wanted));
    }

    /// Waits until something outside the screen is as it should be.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, what: &str, is_so: impl Fn() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so() {
            assert!(Instant::now() < end, "{what}: did not happen; the screen:\n{}", self.text());
            self.take_for(Duration::from_millis(5));
        }
    }

    /// Takes in what comes within a time; says how many bytes that were.
    pub(crate) fn take_for(&mut self, time: Duration) -> usize {
        let (end, before) = (Instant::now() + time, self.bytes.len());
        loop {
            match self.chunks.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(chunk) => self.take(&chunk),
                Err(RecvTimeoutError::Timeout) => return self.bytes.len() - before,
                Err(RecvTimeoutError::Disconnected) => panic!("the program ended:\n{}", self.text()),
            }
        }
    }

    /// Waits until there are more frames than these.
    #[track_caller]
    pub(crate) fn wait_frame_after(&mut self, frames: usize) {
        let end = Instant::now() + PATIENCE;
        while self.record().frames() <= frames {
            assert!(Instant::now() < end, "no frame was drawn");
            self.take_for(Duration::from_millis(20));
        }
    }

    /// Whether a frame has begun and not yet come to its end: what is on the screen is no picture.
    fn is_in_frame(&self) -> bool {
        let begin = self.bytes.windows(FRAME_BEGINS.len()).rposition(|bytes| bytes == FRAME_BEGINS);
        let Some(begin) = begin else { return false };
        !self.bytes[begin..].windows(FRAME_ENDS.len()).any(|bytes| bytes == FRAME_ENDS)
    }

    fn take(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
        self.emulator.process(chunk);
    }

    /// Types keys, as the bytes that a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator first: what the program draws for the new size must meet the new size.
        self.emulator.screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().unwrap().resize(pty_size(columns, rows)).unwrap();
    }

    /// Claims a size that no emulator could show: from here on, nothing is to be seen.
    pub(crate) fn claim_size(&mut self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(pty_size(columns, rows)).unwrap();
    }

    pub(crate) fn screen(&self) -> &Screen {
        self.emulator.screen()
    }

    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// The record of the bytes so far.
    pub(crate) fn record(&self) -> Record {
        Record::read(&self.bytes)
    }

    /// Whether the program wrote these bytes.
    pub(crate) fn wrote(&self, bytes: &str) -> bool {
        self.bytes.windows(bytes.len()).any(|written| written == bytes.as_bytes())
    }

    /// The terminal's settings now, and what they were before the start.
    pub(crate) fn settings(&self) -> [String; 2] {
        [self.before.clone(), settings(&**self.master.as_ref().unwrap())]
    }

    /// The terminal's name in the file system.
    pub(crate) fn tty(&self) -> std::path::PathBuf {
        self.master.as_ref().unwrap().tty_name().unwrap()
    }

    pub(crate) fn process(&self) -> i32 {
        self.process.as_raw_nonzero().get()
    }

    /// Waits until the program has ended, and takes in everything that it wrote.
    #[track_caller]
    pub(crate) fn end(mut self) -> Ended {
        let code = self.wait_end();
        let settings = self.settings();
        // With the last holder of the terminal gone the reader comes to an end.
        self.slave = None;
        while let Ok(chunk) = self.chunks.recv_timeout(PATIENCE) {
            self.take(&chunk);
        }
        let (record, screen) = (self.record(), self.screen().clone());
        Ended { code, record, bytes: std::mem::take(&mut self.bytes), settings, screen }
    }

    /// Leaves the program by its key: it succeeds and gives the terminal back.
    #[track_caller]
    pub(crate) fn quit(mut self) {
        self.press("q");
        let ended = self.end();
        assert_eq!(ended.code, 0);
        ended.assert_given_back();
    }

    /// Takes the terminal away from the program; gives the exit status with which it ends then.
    #[track_caller]
    pub(crate) fn close(mut self) -> u32 {
        self.closing.store(true, Ordering::SeqCst);
        // The reader sees it when there is something to read; every key makes a frame.
        self.press("j");
        self.reader.take().unwrap().join().unwrap();
        self.slave = None;
        self.keyboard = None;
        self.master = None;
        self.wait_end()
    }

    #[track_caller]
    fn wait_end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            // A program that cannot write does not end: what it writes is taken in meanwhile.
            while let Ok(chunk) = self.chunks.try_recv() {
                self.take(&chunk);
            }
            match self.ended.recv_timeout(Duration::from_millis(20)) {
                Ok(code) => return code,
                Err(_) => {
                    assert!(Instant::now() < end, "it did not end; the screen:\n{}", self.text());
                }
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended by itself, unless the test failed.
        if std::thread::panicking() {
            let _ = self.killer.kill();
        }
    }
}

impl Ended {
    /// Checks that the terminal is as it was: its settings, and every mode.
    #[track_caller]
    pub(crate) fn assert_given_back(&self) {
        let [before, after] = &self.settings;
        assert_eq!(before, after, "the settings of the terminal");
        self.record.assert_given_back();
        assert!(!self.screen.alternate_screen() && !self.screen.hide_cursor());
    }
}

/// A text without its white space, which wrapping changes.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:#?}", master.get_termios().unwrap())
}

fn pty_size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

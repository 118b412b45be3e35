//! The configuration while the screen is shown: a file that was saved is taken over, one that is broken changes nothing.
//!
//! Only what differs from the file as it was before is changed: what somebody switched on the screen stays.

use std::thread;

use super::checking::Checking;
use super::documents::Documents;
use super::error::ShellError;
use super::events::{ConfigurationEvent, Event};
use super::frontend::Frontend;
use super::options::{ConfigurationSource, LiveSettings, ThemeChoice};
use super::screen::Screen;
use super::terminal::TerminalUse;
use crate::app::keymap;
use crate::markdown::glyphs;
use crate::search::sort::{Order, Sort};
use crate::source::watch::{Change, Watcher};

/// The settings in use, and where they come from.
#[derive(Debug)]
pub(super) struct Configuration {
    source: Option<ConfigurationSource>,
    settings: LiveSettings,
    watcher: Option<Watcher>,
}

impl Configuration {
    pub(super) fn new(source: Option<ConfigurationSource>, settings: LiveSettings) -> Self {
        Self { source, settings, watcher: None }
    }

    /// Starts to watch the file. Where that cannot be done, it is read again with the documents.
    pub(super) fn watch(&self, front: &Frontend) {
        let Some(source) = self.source.clone() else { return };
        let sender = front.sender.clone();
        let watch = move || {
            let (changed, path) = (sender.clone(), source.path.clone());
            let watcher = Watcher::new(vec![Change::File(path)], move |_| {
                // The loop may have ended already.
                let _ = changed.send(read(&source, false));
            });
            if let Ok(watcher) = watcher {
                let _ = sender.send(Event::Configuration(Box::new(ConfigurationEvent::Watching(watcher))));
            }
        };
        // Without a thread the file is not watched, and everything else works.
        let _ = thread::Builder::new().name("configuration".to_owned()).spawn(watch);
    }

    /// Reads the file again because somebody asked for everything to be read again.
    pub(super) fn read_again(&self, front: &mut Frontend) {
        if let Some(source) = self.source.clone() {
            front.start("configuration", move || read(&source, true));
        }
    }

    pub(super) fn handle(
        &mut self,
        event: ConfigurationEvent,
        (front, documents, checking): (&mut Frontend, &mut Documents, &mut Checking),
        (terminal, screen): (&mut TerminalUse, &mut Screen),
        themes: &ThemeChoice,
    ) -> Result<(), ShellError> {
        let (outcome, is_asked) = match event {
            ConfigurationEvent::Watching(watcher) => {
                self.watcher = Some(watcher);
                return Ok(());
            }
            ConfigurationEvent::Read { outcome, is_asked } => (*outcome, is_asked),
        };
        let (new, complaint) = match outcome {
            Ok(read) => read,
            Err(why) => {
                front.error(format!("{why}. The settings before stay."));
                return Ok(());
            }
        };
        let is_same = new.file == self.settings.file;
        let old = std::mem::replace(&mut self.settings, new);
        let new = &self.settings;
        if old.file.check != new.file.check {
            checking.set_settings(new.check_settings.clone());
            front.app.check_again();
        }
        if old.file.reading != new.file.reading {
            documents.set_readings(new.readings.clone());
            documents.reload(front);
        }
        front.app.set_own_skills(new.own_skills.clone(), new.skills_from);
        if old.profile != new.profile || front.app.filter().profile() != &new.profile {
            front.app.set_profile(new.profile.clone());
            if new.profile.is_empty() && front.app.sort().order == Order::Fit {
                front.app.set_sort(Sort::default());
            }
        }
        if old.saved_filters() != new.saved_filters() {
            front.app.offer_filters(new.saved_filters());
        }
        if old.file.slots != new.file.slots {
            front.app.set_slots(new.slots());
        }
        if old.keymap != new.keymap {
            keymap::take(new.keymap.clone());
        }
        if old.theme != new.theme {
            front.view.set_theme(new.theme);
            if let Some(at) = themes.position(new.theme) {
                front.app.set_theme_in_use(at);
            }
        }
        if old.row_lines != new.row_lines {
            front.app.set_row_lines(new.row_lines);
        }
        if old.mentor_view != new.mentor_view {
            front.app.set_mentor_view(new.mentor_view);
        }
        if old.mouse != new.mouse {
            front.app.set_mouse(new.mouse);
            terminal.capture_mouse(new.mouse)?;
        }
        if (old.hyperlinks, old.ascii) != (new.hyperlinks, new.ascii) {
            terminal.hyperlinks = new.hyperlinks;
            glyphs::use_ascii(new.ascii);
            front.view.forget_pages();
            *screen = terminal.screen()?;
        }
        match complaint {
            Some(complaint) if !is_same || !is_asked => front.error(complaint),
            None if !is_same => front.info("Configuration reloaded."),
            _ => {}
        }
        Ok(())
    }
}

fn read(source: &ConfigurationSource, is_asked: bool) -> Event {
    let outcome = Box::new(source.read());
    Event::Configuration(Box::new(ConfigurationEvent::Read { outcome, is_asked }))
}

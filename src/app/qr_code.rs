//! The QR code of an address, to be read with a phone.

use std::borrow::Cow;

use super::keymap::Focus;
use super::panel::Panel;

/// The address whose QR code is shown.
#[derive(Debug, Clone)]
pub struct QrCode {
    /// A web address.
    pub url: String,
}

impl Panel for QrCode {
    fn focus(&self) -> Focus {
        Focus::QrCode
    }

    fn sentence(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.url))
    }
}

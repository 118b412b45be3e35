//! JSON, from a value straight into the text that leaves.

use std::io::{self, Write};

use serde::Serialize;

use super::Out;

/// Writes a value, without a line end.
pub(super) fn write(out: &mut Out<'_>, value: &impl Serialize) -> io::Result<()> {
    Ok(serde_json::to_writer(Sink(out), value)?)
}

/// What the serializer writes to. It is seen by nothing else.
struct Sink<'o, 'a>(&'o mut Out<'a>);

impl Write for Sink<'_, '_> {
    /// Takes as much as is whole characters.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let json = match std::str::from_utf8(bytes) {
            Ok(json) => json,
            Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        };
        if json.is_empty() && !bytes.is_empty() {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        self.0.text.json(json);
        self.0.spill()?;
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::write::output;

    #[test]
    fn nothing_is_lost_and_nothing_is_obeyed() {
        let hostile = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{200b}\u{2028}\u{feff}\u{e0041}\r\n\t\"é漢\0";
        let json = output::gathered(false, |out| out.json(&[hostile])).unwrap().into_string();
        assert!(!json.contains(|c: char| c != '\n' && crate::model::safe::shown(c) != Some(c)), "{json}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [hostile]);
    }
}

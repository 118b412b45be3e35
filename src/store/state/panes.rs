//! The panes of the screen in the state file.

use serde_json::{Map, Value};

use super::SavedState;

impl SavedState {
    /// The columns of the list that somebody chose, if they did, and whether there is a third pane.
    pub fn panes(&self) -> (Option<u16>, bool) {
        let value = |key: &str| self.values.get("panes").and_then(|panes| panes.get(key));
        let columns = value("list").and_then(Value::as_u64).and_then(|columns| u16::try_from(columns).ok());
        (columns, value("third").and_then(Value::as_bool).unwrap_or_default())
    }

    /// Remembers the columns of the list, if somebody chose them, and whether there is a third pane.
    pub fn set_panes(&mut self, list_columns: Option<u16>, has_third: bool) {
        let mut panes = Map::new();
        panes.extend(list_columns.map(|columns| ("list".to_owned(), columns.into())));
        panes.insert("third".to_owned(), has_third.into());
        self.values.insert("panes".to_owned(), panes.into());
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a file that somebody else wrote")]
mod tests {
    use std::fs;

    use crate::store::state::{NAME, read, update};

    #[test]
    fn the_panes_are_as_they_were_left() {
        let room = tempfile::tempdir().unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (None, false));
        update(room.path(), |state| state.set_panes(Some(61), true)).unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (Some(61), true));
        update(room.path(), |state| state.set_panes(None, false)).unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (None, false));
        let odd = r#"{"schema":1,"panes":{"list":-4,"third":"yes"}}"#;
        fs::write(room.path().join(NAME), odd).unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (None, false), "what is no number is none");
    }
}

//! The panes of the screen in the state file.

use serde_json::{Map, Value};

use super::SavedState;

impl SavedState {
    /// The columns of the list that somebody chose, if they did, and the name of the third pane, if
    /// there is one.
    pub fn panes(&self) -> (Option<u16>, Option<&str>) {
        let value = |key: &str| self.values.get("panes").and_then(|panes| panes.get(key));
        let columns = value("list").and_then(Value::as_u64).and_then(|columns| u16::try_from(columns).ok());
        (columns, value("third").and_then(Value::as_str))
    }

    /// Remembers the columns of the list, if somebody chose them, and the name of the third pane, if there is one.
    pub fn set_panes(&mut self, list_columns: Option<u16>, third: Option<&str>) {
        let mut panes = Map::new();
        panes.extend(list_columns.map(|columns| ("list".to_owned(), columns.into())));
        panes.extend(third.map(|third| ("third".to_owned(), third.into())));
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
        assert_eq!(read(room.path()).unwrap().panes(), (None, None));
        update(room.path(), |state| state.set_panes(Some(61), Some("facets"))).unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (Some(61), Some("facets")));
        update(room.path(), |state| state.set_panes(None, None)).unwrap();
        assert_eq!(read(room.path()).unwrap().panes(), (None, None));
        let odd = r#"{"schema":1,"panes":{"list":-4,"third":true}}"#;
        fs::write(room.path().join(NAME), odd).unwrap();
        assert_eq!(
            read(room.path()).unwrap().panes(),
            (None, None),
            "values of another kind count for nothing"
        );
    }
}

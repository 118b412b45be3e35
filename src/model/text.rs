//! Cutting texts, and counts in words.

/// The beginning of a text in at most so many bytes, cut between two characters.
pub fn start_of(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How many of something there are, in words: `1 label`, `3 labels`.
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        let cuts: Vec<&str> = (0..6).map(|most| start_of("aöb", most)).collect();
        assert_eq!(cuts, ["", "a", "a", "aö", "aöb", "aöb"]);
    }
}

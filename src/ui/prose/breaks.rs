//! Where a row may end although there is no space: the part of Unicode's line breaking (UAX 14)
//! that proposals need. Chinese and Japanese break between characters; Korean, like Latin, at spaces.

/// Whether a row may end between two neighbouring graphemes, given the last character of the one
/// and the first of the other.
pub(super) fn allowed(before: char, after: char) -> bool {
    (is_ideographic(before) || is_ideographic(after)) && !keeps_next(before) && !keeps_previous(after)
}

/// Whether a word that is longer than a row had better be broken here: behind the punctuation of
/// an address, unless more of it follows.
pub(super) fn preferred(before: u8, after: u8) -> bool {
    const PUNCTUATION: &[u8] = b"/?&=-.#_";
    PUNCTUATION.contains(&before) && !PUNCTUATION.contains(&after)
}

fn is_ideographic(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{312F}'
        | '\u{3190}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1B000}'..='\u{1B2FF}'
        | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Opening punctuation, and what glues by definition.
fn keeps_next(character: char) -> bool {
    matches!(
        character,
        '\u{A0}' | '\u{202F}' | '\u{2007}' | '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '$' | '#' | '@'
    ) || "（［｛〈《「『【〔〖〘〚｟＄￥".contains(character)
}

/// Closing punctuation, small kana and marks that belong to what they follow.
fn keeps_previous(character: char) -> bool {
    matches!(
        character,
        '\u{A0}'
            | '\u{202F}'
            | '\u{2007}'
            | '!'
            | '"'
            | '\''
            | ')'
            | ','
            | '.'
            | '/'
            | ':'
            | ';'
            | '?'
            | ']'
            | '}'
            | '%'
            | '”'
            | '’'
            | '…'
            | '‥'
            | '\u{3000}'
    ) || "、。，．：；！？）］｝〉》」』】〕〗〙〛｠・ー～々〻ゝゞヽヾ％‰℃".contains(character)
        || "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".contains(character)
}

//! Words of English that say nothing of what a proposal is about.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Those of four letters and more, in small letters.
const WORDS: &str = "\
    able about above across additional after again allow allows almost along already also although always among \
    another anyone anything applicant apply around asked asks available away back based because become been \
    before begin begins being below beside best better between both build building called cannot change changes \
    clear code come comes could create creating current currently days description develop development different \
    does done during each easy either else enough ensure even ever every everything example existing expected \
    experience explain explains familiarity feature features find first five following four from full further \
    gets give given goal goals goes going good half happens hard have having help here hour hours however idea \
    ideas implement implementation improve include includes including instead into issue issues itself just keep \
    kept kind kinds knew know knowledge known knows large last later least left less like line lines long longer \
    look looks made make makes making many maybe mean means mentee mentees mentor mentors might minute minutes \
    more most much must name names need needed needs never next nice nothing number numbers often once ones only \
    onto open other others ought outcome outcomes over page pages part parts people place places point points \
    possible project projects proposal provide provides rather read reads real really recommended required right \
    running runs said same says second seconds seem seems seen sees several should show shows side simple since \
    skill skills small some someone something sometimes soon source stand stands start starts still student \
    students such support sure take taken takes tell tells than that their them then there therefore these they \
    thing things this those three through thus time times today together tool tools toward towards turn turns \
    under understanding until upon upstream used useful user users uses using usually various very want wants \
    well went were what whatever when where whether which while whole whose will with within without word words \
    work working works would write writing written year years your yours";

static USUAL: LazyLock<HashSet<&'static str>> = LazyLock::new(|| WORDS.split(' ').collect());

/// Whether a word (in small letters) is one of them.
pub(super) fn is_usual(word: &str) -> bool {
    USUAL.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_words() {
        let is_word = |word: &&str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(USUAL.len() > 300 && USUAL.iter().all(is_word));
        assert!(is_usual("about") && is_usual("yours") && !is_usual("tide"));
    }
}

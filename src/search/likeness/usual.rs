//! Words of English that say nothing of what a proposal is about.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Those of four letters and more, in small letters.
const WORDS: &str = "\
    ability able about above across additional after again aims allow allows almost along already also although \
    always among another anyone anything applicant apply around asked asks available away back based basic \
    because become been before begin begins being below beside best better between both build building called \
    cannot change changes clear code come comes common complex could create creating current currently days \
    description develop development different does done during each easily easy effort efforts either else \
    enable enables enabling enough ensure ensures ensuring evaluate evaluating even ever every everything \
    example execution exist existing exists expected experience explain explains familiar familiarity feature \
    features find first five focus following four from full further general gets give given goal goals goes \
    going good great half hands happens hard have having help helping helps here high hour hours however idea \
    ideal ideas implement implementation implemented implementing important improve improvement improvements \
    improving include includes including instead interest interested into involve involved involves involving \
    issue issues itself just keep kept kind kinds knew know knowledge known knows large last later lead least \
    left less level like line lines long longer look looks made main make makes making manual many maybe mean \
    means mentee mentees mentor mentors might minute minutes more most much must name names need needed needs \
    never next nice nothing number numbers objective objectives often once ones only onto open opportunity order \
    other others ought outcome outcomes over overall page pages part particular parts people place places plan \
    point points possible potential practical process project projects proposal propose proposed provide \
    provides quality range rather read reads real really recommended related request requests required \
    requirements result results right running runs said same says scope second seconds seem seems seen sees \
    several should show shows side significant simple since single skill skills small solution solutions some \
    someone something sometimes soon source specific stand stands start starts step steps still strong student \
    students success successful such support sure take taken takes task tasks team teams tell tells than that \
    their them then there therefore these they thing things this those three through thus time times today \
    together tool tools toward towards turn turns under understanding until upon upstream used useful user users \
    uses using usually various very want wants well went were what whatever when where whether which while whole \
    whose will with within without word words work working works would write writing written wrong year years \
    your yours";

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

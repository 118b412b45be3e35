//! The part of a programme that words speak of.

use super::senses::{Sense, Senses};
use crate::model::PhaseKind;

use Sense::{
    Accepting, Announce, Apply, Available, Begin, Bonding, Call, Code, Contact, Deadline, Discuss, End,
    Evaluate, Feedback, Final, First, Idea, Interest, LastDay, Meeting, Mentee, Mentor, Middle, Milestone,
    Organisation, Payment, Phase, Program, Project, Proposal, Rank, Result, Review, Run, Second, Select,
    Slot, Submit, Term, Week, Work,
};

/// The part of a programme that a text speaks of; `None` where it speaks of none. `is_after_work` where what stands before it
/// is at or behind the middle of the work.
pub(super) fn of(text: &str, is_after_work: bool) -> Option<PhaseKind> {
    use PhaseKind::{Applications, Coding, End as Ending, Ideas, Midterm, Other, Selection};
    let said = &Senses::of(text);
    let is_short = text.split_whitespace().count() <= 3;
    let asks = said.any(&[Apply, Proposal, Idea]);
    if said.has(Middle) && !said.has(Organisation) && said.is_first(Middle, Final) {
        return Some(Midterm);
    }
    if said.has(Evaluate) && said.has(First) && !said.has(Final) {
        return Some(Midterm);
    }
    if said.has(Final)
        && !asks
        && said.any(&[Evaluate, Submit, Work, Week, Result, Code, Project, Feedback, Term, Meeting])
        || said.has(Evaluate) && said.any(&[Second, Final])
    {
        return Some(Ending);
    }
    if said.has(Payment) || said.has(Bonding) {
        return Some(Other);
    }
    if said.has(LastDay) && !asks {
        return Some(Ending);
    }
    if said.has(Rank) {
        return Some(Selection);
    }
    if said.has(Slot) {
        return Some(Other);
    }
    if said.has(Organisation) && !said.is_first(Mentee, Organisation) {
        return Some(Other);
    }
    if said.has(Interest) {
        return Some(if said.has(Mentee) && !said.is_first(Mentor, Mentee) { Applications } else { Other });
    }
    if said.has(Discuss) && said.is_first(Discuss, Apply) && !said.is_first(Proposal, Discuss) {
        return Some(Other);
    }
    if said.has(Apply)
        && said.any(&[Begin, Deadline, End])
        && said.is_first(Apply, Select)
        && said.is_first(Apply, Review)
    {
        return Some(applied_for(said));
    }
    if said.has(Review) {
        let is_of_work = said.has(Project) && !asks && !said.has(Mentee);
        return Some(if is_of_work { Other } else { Selection });
    }
    if said.has(Select) || said.has(Result) {
        let is_end = said.has(Result) && !said.any(&[Select, Apply, Mentee, Proposal]) && is_after_work;
        return Some(if is_end { Ending } else { Selection });
    }
    if said.has(Meeting) && !said.has(Code) && !said.any(&[Deadline]) {
        return Some(Other);
    }
    if said.has(Contact) && !asks {
        let by_projects =
            said.has(Project) && (said.has(Submit) || said.has(Mentor) && said.is_first(Mentor, Mentee));
        return Some(if by_projects { Ideas } else { Other });
    }
    if said.has(Idea) || said.any(&[Proposal, Apply, Call, Submit]) {
        let by_words = said.any(&[Announce]) && !asks && !said.any(&[Call, Submit]);
        return Some(match () {
            () if by_words => Other,
            () if said.has(Submit) && !asks && said.any(&[Project, Work, Code]) => Ending,
            () if said.has(Call) && !asks && !said.any(&[Mentee, Project]) => Other,
            () => applied_for(said),
        });
    }
    if said.has(Announce) && said.has(Mentee) {
        return Some(Selection);
    }
    if said.has(Announce) || said.has(Available) || said.has(Milestone) || said.has(Feedback) {
        return Some(Other);
    }
    if said.has(End) && said.any(&[Work, Program, Term]) && !said.has(Code) && !said.has(Phase) {
        return Some(Ending);
    }
    if said.any(&[Code, Week]) || said.has(Phase) && said.any(&[Work, Program, Begin, End, First, Second]) {
        return Some(Coding);
    }
    if said.any(&[Work, Program]) && said.any(&[Begin, Term, Phase, End]) || said.has(Term) {
        return Some(Coding);
    }
    if said.has(Final) && said.any(&[Deadline, End]) {
        return Some(Ending);
    }
    if said.has(Run) {
        return Some(Coding);
    }
    // A label of nothing but that: `Deadline`, `Start date`, `End`.
    match (said.has(Deadline), said.has(Begin), said.has(End)) {
        (true, false, _) => Some(Applications),
        (false, true, false) if is_short => Some(Coding),
        (false, false, true) if is_short => Some(Ending),
        _ => None,
    }
}

/// Who asks: mentors and projects say what could be done, mentees apply.
fn applied_for(said: &Senses) -> PhaseKind {
    let by_projects = said.has(Idea)
        || said.has(Mentor) && !said.has(Apply)
        || said.has(Project) && said.has(Proposal)
        || said.has(Project) && said.has(Apply) && said.is_first(Project, Apply)
        || said.has(Call) && said.has(Project)
        || said.has(Mentor) && said.is_first(Mentor, Apply);
    let by_mentees = said.has(Mentee) || said.has(Accepting) && said.has(Apply);
    let is_ideas =
        by_projects && (!by_mentees || said.has(Idea) && said.is_first(Mentor, Mentee) && said.has(Mentor));
    if is_ideas { PhaseKind::Ideas } else { PhaseKind::Applications }
}

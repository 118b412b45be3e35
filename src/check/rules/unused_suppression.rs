//! MT900: a comment that hides nothing.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT900",
    name: "unused-suppression",
    fix: Some(Applicability::Safe),
    rulesets: EVERYBODY,
    dialects: EVERYWHERE,
    summary: "a `mentor-disable` comment that suppresses no problem, names no rule, or is misspelt",
    why: "The problem is fixed, or the comment never worked. Comments name rules: one that names none suppresses \
          nothing.",
    example: "<!-- mentor-disable-next-line MT204 -->\n- Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Comments;

//! MT900: a comment that hides nothing.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    code: "MT900",
    name: "unused-suppression",
    fix: Some(Applicability::Safe),
    rulesets: EVERYBODY,
    dialects: EVERYWHERE,
    summary: "a `mentor-disable` comment that hides no finding, names no rule, or is misspelt",
    why: "The problem is mended, or the comment never did what it was meant to. Comments name rules: one that names none \
          hides nothing.",
    example: "<!-- mentor-disable-next-line MT204 -->\n- Ada Byron (@ada-byron, ada@example.org)",
    instead: "- Ada Byron (@ada-byron, ada@example.org)",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Comments;

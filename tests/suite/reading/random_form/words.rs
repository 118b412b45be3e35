//! The words that lists of random form are made of. All of it is invented.

use super::chance::Chance;
use super::form::Fact;

pub(super) const ORGANISATIONS: &[&str] =
    &["Brinewatch", "Mossgate", "Hollow Works", "Copper Kettle", "Lantern Row", "Tarn", "Nightferry"];

pub(super) const HEADS: &[&str] = &[
    "{} GSoC 2026 ideas",
    "Ideas list",
    "{}",
    "{}: project ideas",
    "Ideas for {} in 2026",
    "Summer of Code at {}",
    "Project ideas 2026",
    "Mentorship at {}",
];

pub(super) const GROUPS: &[&str] =
    &["Compiler", "Web site", "Engines", "Instruments", "Back end", "Plots", "Mobile", "Storage"];

pub(super) const CONTAINERS: &[&str] =
    &["Project ideas", "Ideas", "Projects", "Proposed projects", "List of ideas", "This year's projects"];

const DONE: &[&str] = &["Speed up", "Rewrite", "Port", "Redesign", "Simplify", "Extend", "Draw", "Compress"];
const THINGS: &[&str] = &[
    "tide table",
    "buoy map",
    "weather archive",
    "star catalogue",
    "ferry planner",
    "kiln controller",
    "moth counter",
    "seed index",
    "bell synthesiser",
    "loom simulator",
    "river model",
    "glacier viewer",
    "beehive scale",
    "print queue",
    "sound bank",
    "mesh slicer",
];
const HOW: &[&str] = &[
    "",
    " in the browser",
    " for small boards",
    " with fewer copies",
    " on tiny screens",
    " for classrooms",
    " without a server",
    " at night",
];
const KINDS: &[&str] = &["A better", "A faster", "An offline", "A smaller", "An interactive", "A portable"];
const NAMES: &[&str] = &["Kestrel", "Otter", "Heron", "Marten", "Plover", "Stoat", "Wren", "Lynx", "Newt"];
const SUBTITLES: &[&str] = &[
    "lazy loading of layers",
    "a file format for waves",
    "tests for the parser",
    "a plug-in for editors",
    "sharing between rooms",
    "undo that lasts",
    "colours for everyone",
    "a second renderer",
];

/// All titles of a kind, told apart by a number.
pub(super) fn title(kind: usize, at: usize) -> String {
    let thing = THINGS[at % THINGS.len()];
    let rest = at / THINGS.len();
    match kind {
        0 => format!("{} the {thing}{}", DONE[rest % DONE.len()], HOW[at % HOW.len()]),
        1 => format!("{} {thing}{}", KINDS[rest % KINDS.len()], HOW[rest % HOW.len()]),
        _ => format!("{}: {}", NAMES[at % NAMES.len()], SUBTITLES[at / NAMES.len() % SUBTITLES.len()]),
    }
}

pub(super) fn chinese_title(at: usize) -> String {
    const DONE: [&str; 6] = ["改进", "重写", "加快", "扩展", "简化", "移植"];
    const THINGS: [&str; 7] = ["水钟", "织机", "星图", "索引", "编译器", "图表", "渡船"];
    const PARTS: [&str; 4] = ["的接口", "的性能", "模块", "插件"];
    let (done, thing) = (DONE[at % DONE.len()], THINGS[at / DONE.len() % THINGS.len()]);
    format!("{done}{thing}{}", PARTS[at % PARTS.len()])
}

/// A sentence about what is; there are some hundreds.
pub(super) fn sentence(chance: &mut Chance) -> String {
    const WHAT: [&str; 12] = [
        "The present code",
        "The old part",
        "The first version",
        "What we have now",
        "The sketch on the wall",
        "The archive",
        "Our small prototype",
        "The second half of it",
        "The command line",
        "Everything that came before",
        "The page that people see",
        "The way it is done today",
    ];
    const DOES: [&str; 13] = [
        "is slow and nobody has measured it",
        "loses some of what it reads",
        "works on one desk and on no other",
        "was written in a hurry",
        "cannot take back what was done",
        "shows numbers and no picture",
        "reads files of many kinds",
        "has waited for three winters",
        "wants a large machine",
        "was drawn on a napkin",
        "stops half way, without a word",
        "is right, but nobody can read it",
        "should be replaced by something that fits",
    ];
    const END: [&str; 7] = [
        ".",
        ".",
        ", and it shows.",
        "; users ask about it again and again.",
        " so far.",
        ", as far as we know.",
        ". In this project the contributor changes that.",
    ];
    format!("{} {}{}", chance.pick(&WHAT), chance.pick(&DOES), chance.pick(&END))
}

/// The end of a list.
pub(super) fn outcome(chance: &mut Chance) -> String {
    const HOW: [&str; 6] = ["A working", "A documented", "A tested", "A merged", "A first", "A complete"];
    const WHAT: [&str; 7] = ["reader", "picture", "archive", "page", "command", "module", "guide"];
    const FOR: [&str; 6] =
        ["for classrooms", "for everyone", "with examples", "in one file", "that lasts", "for the harbour"];
    format!("{} {} {}", chance.pick(&HOW), chance.pick(&WHAT), chance.pick(&FOR))
}

pub(super) const CHINESE_PROSE: &[&str] = &[
    "现有的代码很慢。",
    "用户多次提出这个要求。",
    "目前只有一个原型。",
    "希望尽早看到结果。",
    "旧的部分写得很匆忙。",
];

pub(super) const PREAMBLES: &[&str] = &[
    "We have taken part for years and like it.",
    "This page holds what we would like to see done. You may also come with something of your own.",
    "Please read all of this page before you write to us.",
    "Below is what could be done this year. Ask on the list before you begin.",
];

/// Sub-headings of single ideas that are no labels.
pub(super) const ASIDES: &[&str] = &[
    "Where the sketch went",
    "How it looks from the harbour",
    "A word about the old part",
    "Why it was never begun",
    "Two ways to go about it",
];

/// Labels of a fact that say what it is.
pub(super) fn known(fact: Fact) -> &'static [&'static str] {
    match fact {
        Fact::Mentors => &[
            "Mentors",
            "Mentor",
            "Mentor(s)",
            "Possible mentors",
            "Potential Mentors",
            "Project mentors",
            "Supervisors",
            "Advisors",
            "Mentor contact",
        ],
        Fact::Skills => &[
            "Required skills",
            "Skills",
            "Recommended Skills",
            "Prerequisites",
            "Technologies",
            "Desired knowledge",
            "Tech stack",
            "Helpful experience",
            "Programming languages",
            "Skills needed",
            "What you need to know",
            "Languages and tools",
        ],
        Fact::Difficulty => &[
            "Difficulty",
            "Difficulty level",
            "Project difficulty",
            "Complexity",
            "Level of difficulty",
            "Estimated difficulty",
        ],
        Fact::Size => &[
            "Size",
            "Project size",
            "Duration",
            "Project length",
            "Expected size",
            "Estimated time",
            "Effort",
            "Time commitment",
        ],
        Fact::Upstream => &["Upstream issue", "Issue", "Linked issue", "Tracking issue", "GitHub issue"],
        Fact::Outcome => &["Expected outcome", "Deliverables", "Goals", "Results", "Expected results"],
        Fact::Description => &["Description", "Abstract", "Summary", "Background", "Overview"],
        Fact::Other => &["Area", "Priority", "License", "Programme", "Status"],
    }
}

/// Labels of a fact that nobody has heard of; the values tell.
pub(super) fn unknown(fact: Fact) -> &'static [&'static str] {
    match fact {
        Fact::Mentors => &["Keepers", "Guides", "Stewards", "Who can help", "People", "Crew"],
        Fact::Skills => &["Gear", "You bring", "Toolbox", "Kit", "You should know", "Baggage"],
        Fact::Difficulty => &["Steepness", "How hard", "Toughness", "Level", "Grade"],
        Fact::Size => &["Heft", "How long", "Span", "Weight"],
        Fact::Upstream => &["Thread", "Where it is discussed", "Talk"],
        Fact::Outcome => &["What we want to see", "At the end", "Harvest"],
        Fact::Description => &["The story", "What it is about", "Why it matters"],
        Fact::Other => &["First task", "Corner", "Wing", "Mood"],
    }
}

pub(super) fn chinese(fact: Fact) -> &'static [&'static str] {
    match fact {
        Fact::Mentors => &["导师", "项目导师", "指导老师"],
        Fact::Skills => &["技术要求", "项目技术要求", "技能要求"],
        Fact::Difficulty => &["难度", "项目难度"],
        Fact::Size => &["工作量", "项目时长", "预计工时"],
        Fact::Upstream => &["相关 Issue"],
        Fact::Outcome => &["产出要求", "预期成果"],
        Fact::Description => &["项目描述", "项目简介"],
        Fact::Other => &["领域", "标签"],
    }
}

/// Values of labels that mean nothing else.
pub(super) const OTHERS: &[&str] =
    &["harbour", "north wing", "attic", "open", "MIT", "second summer", "cellar"];

pub(super) const SKILLS: &[&str] = &[
    "Python",
    "Rust",
    "C++",
    "Go",
    "JavaScript",
    "TypeScript",
    "Docker",
    "Kubernetes",
    "SQL",
    "React",
    "Java",
    "Julia",
    "Linux",
    "Git",
    "GraphQL",
    "Haskell",
    "Ruby",
    "Kotlin",
    "Bash",
    "HTML",
    "CSS",
    "CUDA",
    "PostgreSQL",
    "Django",
    "Perl",
    "Lua",
    "LLVM",
    "WebAssembly",
];

/// The words that may stand around a skill.
pub(super) const PHRASES: &[&str] = &[
    "{}",
    "{}",
    "{}",
    "Experience with {}",
    "Basic {}",
    "Good knowledge of {}",
    "Familiarity with {}",
    "Some {}",
];

pub(super) const FIRST_NAMES: &[&str] = &[
    "Ada",
    "Bram",
    "Cleo",
    "Dita",
    "Eva",
    "Finn",
    "Gus",
    "Hana",
    "Ivo",
    "Jun",
    "Kai",
    "Lia",
    "Mika",
    "Noor",
    "Omar",
    "Pia",
    "Zoë",
    "José",
    "Anna-Lena",
];
pub(super) const LAST_NAMES: &[&str] = &[
    "Tideman", "Oost", "Marsh", "Reed", "Lund", "Falk", "Vega", "Hale", "Quist", "Ramos", "Núñez",
    "van Oort", "B. Stone", "Okafor", "Tanaka",
];
pub(super) const CHINESE_NAMES: &[&str] = &["李明", "王芳", "张伟", "陈静", "刘洋", "赵磊", "黄敏"];

/// The ways in which a list tells how much work something is. Those of the first need no label that says so.
pub(super) const PLAIN_SIZES: &[&[&str]] = &[
    &["90 hours", "175 hours", "350 hours"],
    &["175h", "350h"],
    &["Medium (175 hours)", "Large (350 hours)"],
    &["175 hours", "350 hours", "175 or 350 hours"],
    &["175 hours (medium)", "350 hours (large)"],
];
pub(super) const SIZES: &[&[&str]] = &[
    &["Small", "Medium", "Large"],
    &["~175 hours", "~350 hours"],
    &["90 hrs", "175 hrs", "350 hrs"],
    &["12 weeks", "22 weeks"],
    &["Medium", "Large"],
];
pub(super) const PLAIN_DIFFICULTIES: &[&[&str]] = &[
    &["easy", "hard", "medium to hard"],
    &["beginner", "intermediate", "advanced"],
    &["Easy", "Hard", "Easy to medium"],
];
pub(super) const DIFFICULTIES: &[&[&str]] = &[
    &["Easy", "Medium", "Hard"],
    &["Low", "Moderate", "High"],
    &["★☆☆", "★★☆", "★★★"],
    &["1/5", "3/5", "4/5"],
    &["Beginner", "Intermediate/Advanced", "Advanced"],
];
pub(super) const CHINESE_DIFFICULTIES: &[&[&str]] =
    &[&["简单", "中等", "困难"], &["基础", "进阶"], &["低", "中", "高"]];

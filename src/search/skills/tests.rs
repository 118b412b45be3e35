//! Examples of every rule: texts that mean a skill, and texts that do not.

use proptest::prelude::*;

use super::*;
use crate::model::Span;

/// The skills that a text means, by their names.
fn meant(text: &str) -> String {
    let mentions: Vec<_> = resolve(text).into_iter().map(|mention| mention.tag.name()).collect();
    mentions.join(", ")
}

#[test]
fn what_is_written_in_many_ways_has_one_name() {
    for (written, name) in [
        // Aliases.
        ("golang", "go"),
        ("GoLang", "go"),
        ("Go Lang", "go"),
        ("K8s", "kubernetes"),
        ("js", "javascript"),
        ("Node", "node.js"),
        ("Postgres", "postgresql"),
        // Case, hyphens, spaces, dots, plurals, versions, accents, width.
        ("KUBERNETES", "kubernetes"),
        ("React.js", "react"),
        ("ReactJS", "react"),
        ("react-js", "react"),
        ("Node JS", "node.js"),
        ("github-actions", "github actions"),
        ("GitHubActions", "github actions"),
        ("Type Script", "typescript"),
        ("back-end", "backend"),
        ("LLMs", "llm"),
        ("Custom Resource Definitions", "crds"),
        ("Python3", "python"),
        ("HTML5", "html"),
        ("React 18", "react"),
        ("Kubérnetes", "kubernetes"),
        ("Ｃ＋＋", "c++"),
        // Signs belong to names.
        ("C++17", "c++"),
        ("C#", "c#"),
        (".NET", ".net"),
        ("ASP.NET", ".net"),
        ("Objective-C", "objective-c"),
        // The longest spelling.
        ("REST API", "rest api"),
        ("RESTful APIs", "rest api"),
        ("GitHub Actions", "github actions"),
        ("React Native", "react native"),
        ("React", "react"),
        ("CI/CD", "ci/cd"),
        ("CI / CD", "ci/cd"),
        ("CICD", "ci/cd"),
        ("UX/UI design", "ui/ux"),
        ("TCP/IP", "tcp/ip"),
        ("A/B testing", "a/b testing"),
        ("End-to-end tests", "e2e testing"),
    ] {
        assert_eq!(meant(written), name, "{written}");
    }
}

#[test]
fn several_skills_stand_in_one_text() {
    for (written, names) in [
        ("TypeScript/React", "typescript, react"),
        ("C/C++", "c, c++"),
        ("HTML & CSS", "html, css"),
        ("Terraform and Ansible or Pulumi", "terraform, ansible, pulumi"),
        ("go/kubernetes", "go, kubernetes"),
        ("AI/ML", "ai, machine learning"),
        ("CI/CD (GitHub Actions)", "ci/cd, github actions"),
        ("Go (Golang)", "go, go"),
        ("golang (nice-to-have)", "go"),
        ("go (nice-to-have)", "go"),
        ("Go，React（optional）、Rust", "go, react, rust"),
        ("熟悉Go语言和Kubernetes", "go, kubernetes"),
        ("Backend: Go. Frontend: React", "backend, go, frontend, react"),
        ("Kubernetes-native services in Java", "kubernetes, java"),
        ("Go's concurrency", "go, concurrency"),
    ] {
        assert_eq!(meant(written), names, "{written}");
    }
}

#[test]
fn a_name_that_is_a_word_too_is_found_where_a_skill_is_meant() {
    for (written, names) in [
        ("go", "go"),
        ("GO", "go"),
        ("c", "c"),
        ("R", "r"),
        ("rest", "rest api"),
        ("basic go", "go"),
        ("Go 1.22", "go"),
        ("familiarity with Go and Rust", "go, rust"),
        ("familiarity with go and rust", "go, rust"),
        ("Firm command of Go programming language", "go"),
        ("a service that is written in go", "go"),
        ("some years of go programming", "go"),
        ("Go parser for a query language", "go, compilers"),
        ("Patience, and love for Rust as it grows", "rust"),
        ("A little C knowledge for the sockets", "c"),
        ("Experience with C", "c"),
        ("(Go preferred) a tidy mind", "go"),
        ("Rust (ownership, lifetimes)", "rust"),
        ("rust, c, c++", "rust, c, c++"),
        ("Git, R and SQL", "git, r, sql"),
        ("Kind-based rigs", "kind"),
        ("Go-based services", "go"),
        ("React hooks", "react"),
        ("Deploying with Helm to a harbour", "helm"),
        ("Comfort with make", "make"),
        ("Port the Scheduler to Go", "scheduling, go"),
        ("Rewrite the Tide Reader in Rust", "rust"),
        ("Bindings for Ruby", "ruby"),
        ("Harbour bell: port it to Go", "go"),
        ("More Go", "go"),
        ("solid rust background", "rust"),
        ("2 years of c", "c"),
        ("Develop C implementations for the tide tables", "c"),
        ("A way of transpiling charts to C", "c"),
        ("Grow the test suite of the bell", "testing"),
        ("A guide to Rust", "rust"),
    ] {
        assert_eq!(meant(written), names, "{written}");
    }
}

#[test]
fn a_word_that_only_looks_like_a_name_is_none() {
    for written in [
        "a plus to go further",
        "good to go",
        "Where to Go",
        "Where to Go Next",
        "Where to Go with Broken Glazes",
        "Places to Rest and Things to Make",
        "Go through the notes of the club",
        "GO THROUGH THE NOTES",
        "Ready to go the extra mile, and go home",
        "Go-live",
        "let's go",
        "go.mod",
        "R&D",
        "r & d of nets",
        "A/C",
        "Plan C",
        "Vitamin C for sailors",
        "the C of E",
        "C-level manners",
        "the rest of the team",
        "rest a while",
        "make sure that nets hold",
        "Make nets that hold",
        "any kind of net",
        "react to what others say",
        "React to what others say",
        "a spark of joy",
        "rust on the hull",
        "Rust on the hull",
        "swift answers",
        "a shell on the beach",
        "test it at sea",
        "take the helm when it rains",
        "a vault full of maps",
        "spring cleaning",
        "an arrow on the map",
        "open windows at night",
        "assembly of nets",
        "bootstrap a club from nothing",
        "cgo's",
        "Category",
        "goal",
        "Golangci",
        "rested",
        "JavaScripting",
        "As we see, I/O",
        "c I",
        "example.go",
        "https://example.org/java/",
        "[notes](../docker/notes.md)",
        "",
        " \u{200b}…",
    ] {
        let found = meant(written);
        assert!(found.is_empty(), "{written}: {found}");
    }
}

#[test]
fn a_near_name_is_not_taken_for_the_other() {
    for (written, not) in [
        ("C++", "c"),
        ("C#", "c"),
        ("Objective-C", "c"),
        ("GitHub Actions", "github"),
        ("React Native", "react"),
        ("Node.js", "javascript"),
        ("JavaScript", "java"),
        ("Neo4j", "java"),
        ("Kotlin/JavaScript", "java"),
        ("go-containerregistry", "go"),
        ("go-to-market strategy", "go"),
        ("client-go", "go"),
    ] {
        assert!(resolve(written).iter().all(|mention| mention.tag.name() != not), "{written} is not {not}");
    }
}

#[test]
fn a_name_inside_of_another_is_a_part() {
    let parts = |text: &str| -> Vec<&str> {
        let signs = signs(text).into_iter().filter(|sign| sign.meaning == Meaning::Part);
        signs.map(|sign| sign.tag.name()).collect()
    };
    for (text, named) in [
        ("documentation writing", &["documentation"][..]),
        ("Technical documentation", &["documentation"]),
        ("unit tests", &["testing"]),
        ("Docker Compose", &["docker"]),
        ("React Native", &["react"]),
        ("REST API", &["apis"]),
        ("go to market", &[]),
        ("neural networks", &[]),
        ("Next.js", &[]),
        ("kube-apiserver", &[]),
        ("documentation", &[]),
    ] {
        assert_eq!(parts(text), named, "{text}");
    }
}

#[test]
fn the_place_of_each_is_told() {
    let text = "Some Go（C++）, REST APIs";
    let places: Vec<_> = resolve(text).into_iter().map(|mention| &text[mention.range]).collect();
    assert_eq!(places, ["Go", "C++", "REST APIs"]);
}

#[test]
fn what_is_typed_is_a_skill_as_a_whole() {
    for (typed, name) in [
        ("golang", Some("go")),
        ("go", Some("go")),
        ("Go programming", Some("go")),
        ("c", Some("c")),
        ("k8s", Some("kubernetes")),
        ("kube", Some("kubernetes")),
        ("github actions", Some("github actions")),
        ("cicd", Some("ci/cd")),
        ("docs", Some("documentation")),
        ("rest", Some("rest api")),
        ("go kubernetes", None),
        ("k8", None),
        ("", None),
    ] {
        assert_eq!(canonical(typed).map(SkillTag::name), name, "{typed}");
    }
}

#[test]
fn every_spelling_is_the_skill_it_stands_for() {
    for tag in SkillTag::all() {
        for spelling in tag.spellings().chain(tag.kinds()) {
            assert_eq!(canonical(spelling), Some(tag), "{spelling}");
            let found = resolve(spelling);
            assert!(found.len() == 1 && found[0].tag == tag, "{spelling}: {}", meant(spelling));
            assert_eq!(found[0].range, 0..spelling.len(), "{spelling}");
        }
    }
}

#[test]
fn a_skill_is_wanted_once_and_as_much_as_anything_says() {
    use SkillLevel::{NiceToHave, Required, Unsaid, WillLearn};
    let skill =
        |text: &str, level| Skill { text: text.to_owned(), span: Span::default(), level, aside: None };
    let skills = [
        skill("Golang (a plus)", NiceToHave),
        skill("patience", Unsaid),
        skill("Go and k8s", Unsaid),
        skill("Kubernetes", WillLearn),
        skill("Go is required", Required),
    ];
    let wanted: Vec<_> =
        wanted(&skills).into_iter().map(|wanted| (wanted.tag.name(), wanted.level, wanted.written)).collect();
    assert_eq!(wanted, [("go", Required, 0), ("kubernetes", Unsaid, 2)]);
}

#[test]
fn a_text_without_an_end_is_read_to_its_end() {
    for word in ["go ", "GO ", "go and ", "Go, ", "c/", "node.", "rest-", "go programming "] {
        let text = word.repeat(10_000);
        assert!(resolve(&text).len() <= 10_000, "{word}");
        assert_eq!(canonical(&text), None, "{word}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_the_places_lie_in_it_one_after_the_other(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "go", "Go", "C", "c++", "C#", ".NET", "React", "native", "REST", "APIs", "ci", "CD", "k8s", "the", "and",
                " ", "/", " / ", ", ", "-", ".", ". ", "(", ")", "&", "'", "：", "，", "語", "É", "\u{200b}", "9", "+", "#",
            ]),
            0..24,
        ),
    ) {
        let text = words.concat();
        let mut end = 0;
        for Mention { tag, range } in resolve(&text) {
            prop_assert!(end <= range.start && range.start < range.end);
            end = range.end;
            prop_assert_eq!(canonical(&text[range]), Some(tag));
        }
        prop_assert!(nearest(&text).len() <= 3);
    }
}

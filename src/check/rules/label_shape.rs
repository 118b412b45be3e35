//! MT107: labels that are written otherwise than the template writes them.

use super::prelude::*;
use crate::check::label::LabelSyntax;

pub(super) const RULE: Rule = Rule {
    code: "MT107",
    name: "label-shape",
    fix: Some(Applicability::Safe),
    summary: "labels without colon or bullet, with another bullet than `-` or stray marks, or written as keys of YAML",
    why: "Scripts that read the listing look for `- Label:` at the start of a line. The labels of one proposal \
          with the same problem are reported together; a field whose label is reported here is not reported as \
          missing.",
    example: "- Description: A page with the tide of the day.\n- Recommended Skills\n  - HTML",
    instead: "- Description: A page with the tide of the day.\n- Recommended Skills:\n  - HTML",
    ..Rule::DEFAULT
};

pub(super) const CHECK: Check = Check::Proposal(check);

/// A fault of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Colon,
    Bullet,
    Star,
    Stray,
    Yaml,
}

impl Shape {
    const ALL: [Self; 5] = [Self::Yaml, Self::Stray, Self::Colon, Self::Bullet, Self::Star];

    fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Colon => ("without a colon", "add the colon"),
            Self::Bullet => ("without a bullet", "add the bullet"),
            Self::Star => ("with `*` for a bullet", "use `-`"),
            Self::Stray => ("written with stray marks", "remove the marks"),
            Self::Yaml => ("written as a key of YAML", "write it as a list item"),
        }
    }
}

fn check(case: &ProposalContext<'_, '_>, reporter: &mut Reporter<'_>) {
    let labels: Vec<(&Field, LabelSyntax)> = case
        .proposal
        .fields
        .iter()
        .filter(|field| field.kind != crate::model::FieldKind::Other)
        .filter_map(|field| Some((field, LabelSyntax::of(case.text(), field)?)))
        .collect();
    for shape in Shape::ALL {
        let wrong: Vec<&(&Field, LabelSyntax)> =
            labels.iter().filter(|(field, label)| has(case, field, label, shape)).collect();
        if let Some((first, _)) = wrong.first() {
            report(case, shape, first, &wrong, reporter);
        }
    }
}

/// Whether a label has a problem. One in the style of YAML has that one only.
fn has(case: &ProposalContext<'_, '_>, field: &Field, label: &LabelSyntax, shape: Shape) -> bool {
    let yaml = || case.is_remarked(RemarkKind::LabelLikeYaml, field.label);
    match shape {
        Shape::Yaml => yaml(),
        Shape::Colon => label.colon.is_none(),
        // Who forgets both forgets one thing: the form of the template.
        Shape::Bullet => label.bullet.is_none() && label.colon.is_some() && !yaml(),
        Shape::Stray => label.stray.is_some(),
        Shape::Star => label.bullet.is_some_and(|(bullet, _)| bullet != b'-'),
    }
}

fn report(
    case: &ProposalContext<'_, '_>,
    shape: Shape,
    first: &Field,
    wrong: &[&(&Field, LabelSyntax)],
    reporter: &mut Reporter<'_>,
) {
    let (says, mend) = shape.says();
    let written = first.label.of(case.text());
    let message = match wrong.len() {
        1 => format!("the label `{written}` is {says}"),
        count => format!("{count} labels are {says}"),
    };
    let finding = reporter.add(first.label, message);
    finding.field(first.kind, None);
    for (field, _) in &wrong[1..] {
        finding.related(field.label, "this one, too");
    }
    if shape == Shape::Yaml {
        finding.help(format!("write `- {}:` with the text after it", first.kind.label()));
        return;
    }
    let edits: Vec<Edit> =
        wrong.iter().filter_map(|(field, label)| edit(case.text(), field, label, shape)).collect();
    if edits.len() == wrong.len() {
        finding.fix(Applicability::Safe, mend, edits);
    } else if shape == Shape::Bullet {
        // A value of several lines has to move with its label.
        let edits: Vec<Edit> =
            wrong.iter().flat_map(|(field, label)| as_item(case.text(), field, label)).collect();
        let moves = edits.len() > wrong.len();
        let applicability = if moves { Applicability::Unsafe } else { Applicability::Safe };
        finding.help("write `- ` before each, and indent the lines below it").fix(applicability, mend, edits);
    }
}

/// A field as an item of a list, with all its lines.
fn as_item(text: &str, field: &Field, label: &LabelSyntax) -> Vec<Edit> {
    let below = super::field_not_nested::lines_below(text, field.value);
    let mut below: Vec<Span> = below
        .into_iter()
        .filter(|line| line.start > field.label.start && !line.of(text).trim().is_empty())
        .collect();
    let deeper = " ".repeat(label.indent + 2);
    let deep = |line: &Span| line.of(text).starts_with(&deeper);
    if below.iter().all(deep) {
        below.clear();
    }
    let bullet = Edit::insert(label.before.start + label.indent, "- ");
    [bullet].into_iter().chain(below.into_iter().map(|line| Edit::insert(line.start, "  "))).collect()
}

/// How one label is fixed; `None` when what stands around it would change its meaning.
fn edit(text: &str, field: &Field, label: &LabelSyntax, shape: Shape) -> Option<Edit> {
    match shape {
        Shape::Colon => {
            let at = label.whole.end.max(field.label.end);
            let line = text[at..].split(['\n', '\r']).next().unwrap_or_default();
            // Behind `(URL)` and other words that are no part of the label it would stand wrong.
            line.trim().is_empty().then(|| Edit::insert(at, ":"))
        }
        Shape::Star => {
            let (_, at) = label.bullet?;
            Some(Edit::replace(Span::new(at, at + 1), "-"))
        }
        Shape::Stray => label.stray.map(Edit::delete),
        // A paragraph goes on over several lines and blocks: only a value on the same line stays one.
        Shape::Bullet => {
            let one_line = !field.value.of(text).contains(['\n', '\r']) || field.value.is_empty();
            one_line.then(|| Edit::insert(label.before.start + label.indent, "- "))
        }
        Shape::Yaml => None,
    }
}

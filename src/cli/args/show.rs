//! The arguments of `show`.

use super::choices::one_of;
use super::named::NamedProposals;
use crate::write::ExportFormat;

/// Show a proposal, or compare several: as text, Markdown or JSON
///
/// On a terminal its Markdown is laid out for reading; in a pipe it is written as in the listing. Several
/// are compared: their facts side by side, the skills that they share and those of one only, then their text.
#[derive(Debug, clap::Args)]
#[command(override_usage = "mentor-tui show [OPTIONS] [PATH]... <PROPOSAL>...")]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    pub(crate) named: NamedProposals,
    /// The output: text, Markdown in the standard template, or JSON {"schema":1,"proposals":[…]} [default:
    /// text]
    #[arg(long, value_name = "text|markdown|json", hide_possible_values = true)]
    #[arg(default_value = "text", hide_default_value = true)]
    #[arg(value_parser = one_of([ExportFormat::Text, ExportFormat::Markdown, ExportFormat::Json], ExportFormat::name))]
    pub(crate) format: ExportFormat,
}

#[cfg(test)]
mod tests {
    use crate::cli::args::Subcommand;
    use crate::cli::args::tests::typed;

    #[test]
    fn words_after_show_are_listings_then_proposals() {
        let show = |line| match typed(line).unwrap().subcommand {
            Some(Subcommand::Show(show)) => (show.named.paths, show.named.proposals.join(" + ")),
            other => panic!("{other:?}"),
        };
        assert_eq!(show("show 12"), (vec![], "12".to_owned()));
        assert_eq!(show("show - 12"), (vec!["-".into()], "12".to_owned()));
        assert_eq!(show("show a.md plugin"), (vec!["a.md".into()], "plugin".to_owned()));
        assert_eq!(show("show a.md b.md 7"), (vec!["a.md".into(), "b.md".into()], "7".to_owned()));
        assert!(typed("show").is_err());
        assert_eq!(show("show 12 7"), (vec![], "12 + 7".to_owned()));
        assert_eq!(show("show src/none 12 a.md"), (vec!["src/none".into()], "12 + a.md".to_owned()));
        assert_eq!(
            show("show src 12 7"),
            (vec!["src".into()], "12 + 7".to_owned()),
            "what is there is a path"
        );
    }
}

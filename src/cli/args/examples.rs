//! The usage and the examples of the help.

pub(super) const USAGE: &str = "\
mentor-tui [OPTIONS] [PATH]...
       mentor-tui list [OPTIONS] [PATH]...
       mentor-tui show [OPTIONS] [PATH]... <PROPOSAL>...
       mentor-tui status [OPTIONS] [PATH]... <PROPOSAL>...
       mentor-tui similar [OPTIONS] [PATH]... <PROPOSAL>
       mentor-tui facets [OPTIONS] [PATH]... <FACET>
       mentor-tui stats [OPTIONS] [PATH]...
       mentor-tui about [OPTIONS] [PATH]...
       mentor-tui check [OPTIONS] [PATH]...
       mentor-tui diff [OPTIONS] <OLD> <NEW>
       mentor-tui export [OPTIONS] [PATH]...
       mentor-tui shortlist [add|remove|status|note|check] [OPTIONS]...
       mentor-tui config <path|default|schema|check|edit>
       mentor-tui theme <list|show|check>
       mentor-tui completions <SHELL>
       mentor-tui man
       mentor-tui doctor
       mentor-tui help [COMMAND]";

pub(super) const EXAMPLES: &str = "\
Examples:
  mentor-tui                            reopen what you last had open; the first time, the start page
  mentor-tui --start                    the start page: known listings, those opened before, your own
  mentor-tui gh:cncf/mentoring          a repository on GitHub (gl: GitLab, cb: Codeberg), the newest term first
  mentor-tui --sample                   browse the built-in sample listing
  mentor-tui proposals.md               browse a listing; press ? for the keys
  mentor-tui ideas.md programs/2026     browse a file and all listings in a directory
  mentor-tui https://example.org/a.md   browse a listing on the web
  mentor-tui --filter rust ideas.md     start with a filter
  mentor-tui --mentor @ada ideas.md     one mentor's proposals, and how ready each is
  mentor-tui --skills go,k8s ideas.md   show which required skills you are missing
  mentor-tui --print=json ideas.md | jq
                                        choose with Space, and print the shortlist
  cat ideas.md | mentor-tui -           read the listing from a pipe
  mentor-tui list ideas.md              the proposals as text, one a line
  mentor-tui show ideas.md 12           one proposal as text
  mentor-tui show ideas.md 12 7         two of them side by side
  mentor-tui status ideas.md 12         whether its upstream issue is open and free
  mentor-tui similar ideas.md 12        what shares its rare skills and words
  mentor-tui facets ideas.md skills     the skills, with counts
  mentor-tui stats programs             skills, projects, mentors and sizes, counted
  mentor-tui about programs/2026        its dates: when to apply, when the work begins
  mentor-tui check ideas.md             problems of a listing, and their fixes
  mentor-tui diff old.md ideas.md       what is new, changed, continued and gone
  mentor-tui export --format csv --output ideas.csv ideas.md
                                        all of them for a spreadsheet
  mentor-tui ./list                     a file with the name of a subcommand

Exit status: 0 success, 1 nothing found (check: problems found), 2 could not run, or a named file could not be read.";

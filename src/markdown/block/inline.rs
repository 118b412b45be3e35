//! The running text of one block, while its events come in.

use pulldown_cmark::LinkType;

use super::address::{addresses, target};
use super::html::Element;
use super::{Inline, Marks, Run};
use crate::model::safe;
use crate::model::url::LONGEST;

/// Collects inlines. Links are numbered when the block is complete: only then are the bare
/// addresses between them known, and numbers shall follow the text.
#[derive(Default)]
pub(super) struct Inlines {
    collected: Vec<Inline>,
    /// The addresses of the links of this block; runs hold indexes into it until [`Self::take`].
    links: Vec<String>,
    /// How many strong emphases are open.
    pub(super) strong: usize,
    /// How many emphases are open.
    pub(super) emphasis: usize,
    /// How many strike-throughs are open.
    pub(super) strike: usize,
    /// How many links and images are open. The outermost is the one that a reader follows.
    open: usize,
    link: Option<usize>,
    /// Whether the open link has words by now.
    worded: bool,
    /// The marks that HTML tags opened: they close with the block, if not before.
    html: Html,
}

/// How many of each HTML element are open.
#[derive(Default)]
struct Html {
    strong: usize,
    emphasis: usize,
    strike: usize,
    code: usize,
    links: usize,
}

impl Inlines {
    pub(super) fn text(&mut self, text: &str) {
        self.run(text, false);
    }

    pub(super) fn code(&mut self, text: &str) {
        self.run(text, true);
    }

    /// A hard break; before the first words there is nothing to break.
    pub(super) fn line_break(&mut self) {
        if !self.collected.is_empty() {
            self.collected.push(Inline::Break);
        }
    }

    /// Opens a link or an image. E-mail addresses stay text: nothing here writes mail; and what no program
    /// takes for an address is none.
    pub(super) fn start_link(&mut self, kind: LinkType, address: &str) {
        self.open += 1;
        let leads = !address.is_empty() && address.len() <= LONGEST;
        if self.open == 1 && kind != LinkType::Email && leads {
            self.link = Some(self.links.len());
            self.links.push(address.to_owned());
            self.worded = false;
        }
    }

    /// Closes a link or an image. One without words shows its address, else it could not be reached.
    pub(super) fn end_link(&mut self) {
        self.open -= 1;
        if self.open > 0 {
            return;
        }
        if let Some(address) =
            self.link.filter(|_| !self.worded).and_then(|link| self.links.get(link).cloned())
        {
            self.text(&address);
        }
        self.link = None;
    }

    /// Text of an HTML block. Its lines stay lines; indentation is the markup's own, a space between
    /// words and tags is not.
    pub(super) fn lines(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            // Below a `<br>` a line has been ended already.
            if index > 0 && !matches!(self.collected.last(), Some(Inline::Break)) {
                self.line_break();
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            self.text(if index > 0 { line.trim_start() } else { line });
        }
    }

    /// Opens or closes the mark of an HTML element. One that closes nothing is nothing.
    pub(super) fn html_mark(&mut self, element: Element, closing: bool) {
        let open = match element {
            Element::Strong => &mut self.html.strong,
            Element::Emphasis => &mut self.html.emphasis,
            Element::Strike => &mut self.html.strike,
            Element::Code => &mut self.html.code,
            _ => return,
        };
        *open = if closing { open.saturating_sub(1) } else { *open + 1 };
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.open > 0
    }

    pub(super) fn start_html_link(&mut self, address: &str) {
        self.html.links += 1;
        self.start_link(LinkType::Inline, address);
    }

    pub(super) fn end_html_link(&mut self) {
        if self.html.links > 0 {
            self.html.links -= 1;
            self.end_link();
        }
    }

    fn run(&mut self, text: &str, code: bool) {
        if text.is_empty() {
            return;
        }
        self.worded |= self.link.is_some() && !safe(text).trim().is_empty();
        let marks = Marks {
            strong: self.strong + self.html.strong > 0,
            emphasis: self.emphasis + self.html.emphasis > 0,
            strike: self.strike + self.html.strike > 0,
            code: code || self.html.code > 0,
        };
        match self.collected.last_mut() {
            Some(Inline::Run(run)) if run.marks == marks && run.link == self.link => run.text.push_str(text),
            _ => self.collected.push(Inline::Run(Run { text: text.to_owned(), marks, link: self.link })),
        }
    }

    /// Takes the inlines so far, without breaks at the end; none if they hold no words. The addresses
    /// of its links, bare ones included, are added to `links`.
    pub(super) fn take(&mut self, links: &mut Vec<String>) -> Vec<Inline> {
        while self.html.links > 0 {
            self.end_html_link();
        }
        self.html = Html::default();
        let mut taken = Vec::with_capacity(self.collected.len());
        let addresses_here = std::mem::take(&mut self.links);
        let mut numbered: Option<(usize, usize)> = None;
        for inline in self.collected.drain(..) {
            match inline {
                Inline::Run(mut run) if run.link.is_some() => {
                    let here = run.link.unwrap_or_default();
                    if numbered.is_none_or(|(known, _)| known != here) {
                        numbered = Some((here, links.len()));
                        links.extend(addresses_here.get(here).cloned());
                    }
                    run.link = numbered.map(|(_, number)| number);
                    taken.push(Inline::Run(run));
                }
                Inline::Run(run) if !run.marks.code => link_addresses(run, links, &mut taken),
                other => taken.push(other),
            }
        }
        while taken.last().is_some_and(is_blank) {
            taken.pop();
        }
        taken
    }
}

fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Break => true,
        Inline::Run(run) => run.link.is_none() && run.text.bytes().all(|byte| byte.is_ascii_whitespace()),
    }
}

/// Cuts a run at the bare addresses in it.
fn link_addresses(run: Run, links: &mut Vec<String>, taken: &mut Vec<Inline>) {
    let mut done = 0;
    for address in addresses(&run.text) {
        if done < address.start {
            taken.push(part(&run, done, address.start, None));
        }
        taken.push(part(&run, address.start, address.end, Some(links.len())));
        links.push(target(&run.text[address.clone()]));
        done = address.end;
    }
    match done {
        0 => taken.push(Inline::Run(run)),
        _ if done < run.text.len() => taken.push(part(&run, done, run.text.len(), None)),
        _ => {}
    }
}

fn part(run: &Run, start: usize, end: usize, link: Option<usize>) -> Inline {
    Inline::Run(Run { text: run.text[start..end].to_owned(), marks: run.marks, link })
}

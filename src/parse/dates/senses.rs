//! The words that speak of a programme, and what they mean.

use super::lex::{Kind, Token, tokens};

/// A meaning of a word; the table below says which words have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Apply,
    Proposal,
    Project,
    Idea,
    Submit,
    Mentee,
    Mentor,
    Organisation,
    Review,
    Rank,
    Select,
    Result,
    Announce,
    Contact,
    Discuss,
    Code,
    Work,
    Program,
    Week,
    Phase,
    Term,
    Middle,
    Evaluate,
    Final,
    First,
    Second,
    Bonding,
    Call,
    Meeting,
    Payment,
    Milestone,
    Begin,
    End,
    Deadline,
    LastDay,
    Interest,
    Slot,
    Feedback,
    Accepting,
    Run,
    Available,
}

use Sense::{
    Accepting, Announce, Apply, Available, Begin, Bonding, Call, Code, Contact, Deadline, Discuss, End,
    Evaluate, Feedback, Final, First, Idea, Interest, LastDay, Meeting, Mentee, Mentor, Middle, Milestone,
    Organisation, Payment, Phase, Program, Project, Proposal, Rank, Result, Review, Run, Second, Select,
    Slot, Submit, Term, Week, Work,
};

/// The beginnings of words, folded, and what they mean. A word of two or three letters, and one that ends with `$`, has to
/// be the whole word.
const WORDS: &[(Sense, &str)] = &[
    (
        Apply,
        "applications application apply applying applied enrol registration register registering \
         bewerb anmeld candidature candidater inscription postul solicitud inscrip candidatura \
         inscric aplica convocatoria signup",
    ),
    (Proposal, "proposal propose propuesta proposta vorschlag vorschlage proposition"),
    (Project, "project projekt projet proyecto projeto topic themen"),
    (Idea, "idea ideen idee ideia"),
    (Submit, "submission submit einreich abgabe soumission soumettre envio entrega enviar hand$"),
    (
        Mentee,
        "mentee student contributor applicant candidate intern$ interns$ participant apprentice \
         stud kandidat etudiant candidat$ candidats$ estudiante estudante fellow writers \
         mentorand newcomer",
    ),
    (Mentor, "mentor$ mentors$ maintain mentoring betreuer tuteur tutor mentores mentorat$"),
    (Organisation, "organization organisation org$ orgs$ organizacion organizac companies company"),
    (
        Review,
        "review screening interview assess auswertung sichtung prufung entretien examen revision \
         revis entrevista entretiens shortlist vetting",
    ),
    (Rank, "rank rate"),
    (
        Select,
        "select accepted acceptance approved admission decision pairing matching match matched \
         chosen auswahl zusage acept selecc selecao selec aceit entscheidung decisao",
    ),
    (
        Result,
        "result ergebnis resultat resultado outcome notif notified benachrichtig contacted \
         informed notificac",
    ),
    (
        Announce,
        "announc publish released publication reveal bekanntgabe bekannt annonce anuncio anunci \
         public veroffentlich divulga display",
    ),
    (Contact, "contact reach reaching touch$ introduc kontakt"),
    (Discuss, "discuss brainstorm explor"),
    (
        Code,
        "coding code$ programmier codage codigo codificac codificacao development entwicklung \
         desarrollo desenvolvimento developpement hacking implementation",
    ),
    (
        Work,
        "work$ working arbeit travail trabajo trabalho internship praktikum stage$ cohort \
         pasantia estagio mentorship mentoring$ mentoria thesis sprint",
    ),
    (Program, "program programme programm programa project projekt"),
    (Week, "week$ weeks$ woche semaine semana"),
    (Phase, "phase period fase$ periode periodo zeitraum stint half$"),
    (Term, "term$ semester season trimestre edition"),
    (
        Middle,
        "midterm mid$ halfway zwischen intermedi mi-parcours parcours medio interim checkpoint \
         midpoint midway midprogram",
    ),
    (
        Evaluate,
        "evaluation bewertung begutachtung evaluacion avaliac avaliacao assessment checkpoint \
         grading",
    ),
    (Final, "final finale abschluss finaux finales finais last$ endgultig wrap"),
    (First, "1st first one$ erste premiere primera primeira"),
    (Second, "2nd second 3rd third zweite"),
    (Bonding, "bonding bounding onboarding orientation kennenlern integrac integration$ familiari"),
    (Call, "call$ aufruf appel llamado chamada calls$"),
    (
        Meeting,
        "kick kickoff session webinar event workshop meeting presentation showcase demo$ \
         conference networking info ceremony graduation q&a hours$ auftakt reunion seminar town",
    ),
    (Payment, "stipend payment payout pay$ auszahlung paiement pago$ pagamento paid"),
    (Milestone, "milestone meilenstein jalon hito$ marco$ deliverable deliver$"),
    (
        Begin,
        "begin began start open$ opens opened opening launch commence beginn offnet ouverture \
         debut commencent ouvre ouvrent inicio abre abren apertura abertura inicia comienz comeca \
         eroffn starting ouvert",
    ),
    (
        End,
        "end$ ends$ ended ending close closes closing ende$ endet schluss fin$ cierre cierra \
         cierran termina encerra fecha$ fim$ cloture conclude complete finish schliesst terminate \
         conclusion completion ferment ferme$ fermeture encerramento",
    ),
    (
        Deadline,
        "deadline due$ cutoff closes recommend frist stichtag fallig limite plazo prazo \
         einsendeschluss bewerbungsschluss bewerbungsfrist anmeldeschluss",
    ),
    (Feedback, "feedback ruckmeldung"),
    (Interest, "interest survey questionnaire"),
    (Slot, "slot slots"),
    (Accepting, "accepting accept$"),
    (Run, "run$ runs$ lasts$ takes$ lauft dauert dure$ dura$ duration dauer$ duree duracion duracao"),
    (Available, "available verfugbar disponible disponivel"),
];

/// The same for scripts without spaces.
const CHARACTERS: &[(Sense, &str)] = &[
    (Apply, "申请 报名 投递 注册 联系社区 応募 申請"),
    (Proposal, "提案 申请书"),
    (Idea, "想法 选题 题目"),
    (Submit, "提交"),
    (Mentee, "学生 学员 实习生 贡献者 同学"),
    (Mentor, "导师 社区"),
    (Review, "审核 评审 面试 审查 選考"),
    (Select, "选中 录取 入选 遴选 匹配 中选"),
    (Result, "结果 通知 名单"),
    (Announce, "公布 公示 公告 发布 発表"),
    (Code, "开发 编码 开始日期 完成日期 開発"),
    (Work, "项目进行 实习"),
    (Middle, "中期 中间"),
    (Evaluate, "考核 评估 验收"),
    (Final, "结项 最终 结题"),
    (Begin, "开始 启动 开放"),
    (End, "结束 截止 完成日期"),
    (Deadline, "截止 之前 为止 即日起至"),
];

/// The meanings of a text, each with the place of the word in bytes, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Senses(Vec<(Sense, usize)>);

impl Senses {
    pub(super) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let mut senses = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            add(&mut senses, &tokens, at, token);
        }
        if !text.is_ascii() {
            for (sense, words) in CHARACTERS {
                senses.extend(words.split(' ').filter_map(|word| Some((*sense, text.find(word)?))));
            }
            senses.sort_by_key(|&(_, at)| at);
        }
        Self(senses)
    }

    /// Where the first word of a meaning stands.
    pub(super) fn at(&self, sense: Sense) -> Option<usize> {
        self.0.iter().find(|&&(other, _)| other == sense).map(|&(_, at)| at)
    }

    /// Where the last word of a meaning stands.
    pub(super) fn last(&self, sense: Sense) -> Option<usize> {
        self.0.iter().rfind(|&&(other, _)| other == sense).map(|&(_, at)| at)
    }

    pub(super) fn has(&self, sense: Sense) -> bool {
        self.at(sense).is_some()
    }

    pub(super) fn any(&self, senses: &[Sense]) -> bool {
        senses.iter().any(|&sense| self.has(sense))
    }

    /// Whether a word of one meaning stands before every word of another.
    pub(super) fn is_first(&self, sense: Sense, than: Sense) -> bool {
        self.at(sense).is_some_and(|at| self.at(than).is_none_or(|other| at < other))
    }
}

fn add(senses: &mut Vec<(Sense, usize)>, tokens: &[Token], at: usize, token: &Token) {
    let Kind::Word { folded, .. } = &token.kind else { return };
    let next = |ahead: usize| tokens.get(at + ahead).and_then(Token::word);
    if folded == "last" && next(1) == Some("day") {
        senses.push((LastDay, token.start));
    }
    if folded == "mid" && next(1) == Some("term") {
        senses.push((Middle, token.start));
    }
    // `1st`, `2nd` are two tokens.
    if matches!(folded.as_str(), "st" | "nd" | "rd") {
        senses.push((if folded == "st" { First } else { Second }, token.start));
    }
    for (sense, words) in WORDS {
        let means = |word: &str| match word.strip_suffix('$') {
            Some(whole) => folded == whole,
            None if word.len() < 4 => folded == word,
            None => folded.starts_with(word),
        };
        if words.split(' ').any(means) {
            senses.push((*sense, token.start));
        }
    }
}

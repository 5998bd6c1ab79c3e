import type { Problem } from '../errors.ts';
import { batchIt, batchProblemsIt } from './batch-it.ts';
import { amount, dayInWords, grouped, monthInWords, type CalendarNames } from './format.ts';
import { deskIt, deskHelpIt } from './desk-it.ts';
import type { Messages } from './messages.ts';
import { caseFileIt } from './case-file-it.ts';
import { wizardIt } from './wizard-it.ts';
import { dependsIt } from './depends-it.ts';

const NAMES: CalendarNames = {
  weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
  months: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
};

const given = ({ value }: Problem) => (value === undefined ? '' : ` «${value}»`);

export const it: Messages = {
  language: 'it',
  usage: `permesso fa domande su un terminale. Senza terminale, dare il caso come opzioni o come file:

  permesso check --procedure first-issue --reason study --months 12 --entry 2026-11-20 \\
    --born 2003-05-04 --citizenship IN
  permesso check --case FILE
  permesso --help
`,
  ...deskIt,
  help: {
    ...deskHelpIt,
    description:
      'Che cosa portare, quanto pagare, dove andare ed entro quando per un permesso di soggiorno in Italia, ogni riga con la fonte e con il grado di certezza. Senza comando fa le domande.',
    versions: 'la versione del programma e delle regole, e quando è stata letta la legge',
    examples: 'Esempi:',
    check: 'risponde a un caso, dato come opzioni o come file; non chiede nulla',
    batch: 'risponde a molti casi: JSON Lines o CSV in entrata, una risposta per riga in uscita',
    rules: 'legge e controlla il libro delle regole',
    rulesCheck: 'dimostra le tabelle, cerca fonti e testi mancanti, esegue gli esempi svolti',
    rulesList: 'elenca le regole, o un tipo di voce',
    rulesShow: 'mostra una regola, un valore, una fonte o una controversia',
    rulesWhy: 'perché una riga c’è nella risposta a un caso o non c’è, o che cosa dipende da una domanda',
    like: 'file di un caso le cui risposte sono pronte per un caso simile; ciascuna si vede, nessuna è presa da sola',
    rulesDiff: 'chi riceve un’altra risposta con un altro stato della legge: prima, dopo e fonte',
    diffState: 'un giorno (AAAA-MM-GG) o una cartella di regole',
    nearby: 'aggiunge le più piccole modifiche di una risposta che cambierebbero ufficio, totale o una data',
    verify:
      'controlla che un risultato JSON o HTML salvato sia ciò che il suo caso dà, e che cosa è cambiato',
    verifyFile: 'un risultato salvato; - legge lo standard input',
    whyCase: 'file di un caso; - legge lo standard input',
    whyLine: 'identificativo di una riga o di una regola, o nome di un campo; senza, le righe della risposta',
    why: 'dice perché una riga è nella risposta o non c’è (il suo identificativo), o che cosa dipende da un campo',
    rulesStale: 'elenca i valori controllati da troppo tempo, i più usati per primi',
    staleDays: 'per quanti giorni vale un controllo',
    wizard: 'fa le domande una per una (come senza comando)',
    format: 'text, html (pagina da stampare), markdown, ics (date per il telefono), json per i programmi',
    big: 'html a caratteri grandi, per chi vede poco',
    count: 'conta i termini in giorni lavorativi giorno per giorno',
    out: 'scrive in un file, intero o niente',
    force: 'permette a --out di sostituire un file esistente',
    lang: 'lingua della risposta',
    on: 'giorno al quale si riferisce la risposta (AAAA-MM-GG; oggi a Roma)',
    rulesDir: 'un altro libro delle regole, una cartella di file YAML',
    quiet: 'nessun avanzamento e nessuna nota sul flusso degli errori',
    noColor: 'senza colori',
    plain: 'righe numerate invece di menù; nessun movimento del cursore (per lettori di schermo)',
    case: 'un caso in YAML o JSON; - legge lo standard input. Le opzioni prevalgono sul file',
    family: 'chi fa domanda insieme; una volta per persona',
    event: 'che cosa è successo; dà procedura e motivo (con --from)',
    file: 'JSON Lines o CSV; - o niente legge lo standard input',
    version: 'mostra la versione del programma; ogni risposta dice quando la legge è stata letta',
    help: 'mostra questo aiuto',
    terms: 'il glossario: le parole dello sportello, spiegate',
    section: 'stampa una sola sezione, con le sue fonti: steps, checklist, fees, calendar, form…',
    codes: 'cerca i codici del modulo: province, motivi, Stati, documenti, autorità…',
    codesTable: 'quale tabella; senza, l’elenco delle tabelle',
    codesWord: 'un nome, un codice o l’inizio di una parola',
    termsWord: 'una parola da cercare',
    save: 'conserva il caso in un file (YAML), con ciò che fu risposto, per confrontare poi; mai sopra un altro caso',
    label: 'un nome a scelta per il caso salvato',
    printTemplate: 'stampa un caso vuoto con commenti, da compilare',
    resume: 'prosegue le domande da dove si sono fermate',
    tick: 'segna i documenti pronti e le scadenze fatte di un file di caso; su un terminale un elenco da spuntare',
    tickFile: 'file di un caso',
    tickDocument:
      'DOCUMENTO, PERSONA/DOCUMENTO o PERSONA/DOCUMENTO/PILA, o una scadenza, come li nomina --format json',
    undo: 'toglie il segno',
    listWhat: 'rules, values, sources, disputes, reasons o tables',
    showId: 'identificativo come stampato da rules list',
  },
  error: {
    heading: (count, origin) =>
      `${count === 1 ? 'Una cosa' : `${count} cose`} da correggere${origin === undefined ? '' : ` in ${origin}`}:`,
    problem: {
      missing: () => 'manca',
      'unknown-field': () => 'non è un campo di un caso',
      'unknown-value': (problem) => `non può essere${given(problem)}`,
      'ambiguous-value': (problem) => `${given(problem).trim()} vale per più voci: sceglierne una`,
      'not-a-date': (problem) =>
        `${given(problem).trim()} non è una data scritta AAAA-MM-GG, come 2026-11-20`,
      'no-such-day': (problem) => `${given(problem).trim()} non è un giorno del calendario`,
      'date-too-early': ({ value, allowed }) =>
        `«${value ?? ''}» è troppo presto: il libro delle regole comincia il ${allowed?.[0] ?? ''}`,
      'date-after-answer-day': ({ value, allowed }) =>
        `«${value ?? ''}» viene dopo il giorno della risposta (${allowed?.[0] ?? ''})`,
      'not-a-boolean': (problem) => `non può essere${given(problem)}`,
      'not-an-integer': (problem) => `non può essere${given(problem)}: serve un numero intero`,
      'out-of-range': (problem) => `non può essere${given(problem)}`,
      'not-a-list': () => 'deve essere un elenco di persone',
      'not-a-mapping': () => 'deve contenere campi con valori, come «procedure: renewal»',
      'not-text': (problem) => `non può essere${given(problem)}: serve un testo`,
      'bad-family': (problem) =>
        `${given(problem).trim()} deve essere RELAZIONE:NASCITA o RELAZIONE:NASCITA:income, come child:2020-02-01`,
      'bad-tick': (problem) =>
        `${given(problem).trim()} deve essere PERSONA/DOCUMENTO o PERSONA/DOCUMENTO/PILA, come applicant/passport-copy`,
      'not-ticks': () => 'deve essere un elenco di documenti, ciascuno PERSONA/DOCUMENTO',
      'bad-block': () =>
        'è tenuto da permesso e non si legge più; togliere il blocco, nient’altro ne dipende',
      'changed-since-read': () =>
        'il file è stato cambiato da qualcun altro nel frattempo ed è rimasto com’è; ripetere il comando',
      'not-in-answer': (problem) => `${given(problem).trim()} non è richiesto in questo caso`,
      'empty-input': () => 'il contenuto è vuoto',
      'not-readable': ({ detail }) =>
        `il file non si può leggere${detail === undefined ? '' : ` (${detail})`}`,
      'not-a-file': () => 'è una cartella, non un file',
      'not-a-folder': () => 'non è una cartella',
      'too-large': ({ detail }) => `il file è troppo grande per un solo caso (più di ${detail ?? ''})`,
      'not-utf8': () => 'non è un testo (UTF-8)',
      'not-yaml': ({ detail }) => `non è né YAML né JSON: ${detail ?? ''}`,
      'no-result': () =>
        'questo non è un risultato di permesso che si possa verificare (JSON o HTML con le sue impronte)',
      'not-writable': ({ detail }) => `il file non si può scrivere (${detail ?? ''})`,
      'file-exists': () => 'il file esiste già; --force lo sostituisce',
      'not-available': (problem) => `${given(problem).trim()} qui non è disponibile`,
      usage: ({ detail }) => detail ?? '',
      ...batchProblemsIt,
    },
    allowed: (members) => `ammessi: ${members.join(', ')}`,
    suggestion: (member) => `forse «${member}»?`,
    more: (count) => `e altri ${count}`,
    place: (line, column) => `riga ${line}, colonna ${column}`,
    internal: (message, versions) =>
      `Qualcosa non ha funzionato nel programma: ${message}\n(${versions})\nÈ un difetto di permesso. Ripetere con PERMESSO_DEBUG=1 per avere i dettagli da segnalare.`,
    rulebook: (count) =>
      `Il libro delle regole non si può usare (${count} ${count === 1 ? 'problema' : 'problemi'}):`,
    interrupted: 'Interrotto. Nulla è stato salvato.',
    endOfInput: 'Le risposte sono finite prima delle domande: nessun risultato.',
    batchNeedsInput: 'In attesa dei casi, un oggetto JSON per riga o un CSV; Ctrl-D per finire.',
  },
  money: (cents) => `${amount(cents, ',', '.')} €`,
  day: (date) => dayInWords(NAMES, date, true),
  shortDay: (date) => dayInWords(NAMES, date, false),
  weekday: (weekday) => NAMES.weekdays[weekday] ?? '',
  inDays: (days) => {
    if (days === 0) return 'oggi';
    if (days === 1) return 'domani';
    if (days > 0) return `tra ${days} giorni`;
    return days === -1 ? 'ieri' : `${-days} giorni fa`;
  },
  sure: {
    confirmed: 'confermato da due o più fonti',
    single: 'una sola fonte',
    unconfirmed: 'non verificato: chiedere prima di farvi affidamento',
    disputed: 'controverso: vedi sotto',
  },
  rank: {
    law: 'legge',
    decree: 'decreto',
    ruling: 'sentenza',
    circular: 'circolare',
    office: "pagina dell'ufficio",
    guide: 'guida',
    press: 'stampa',
  },
  view: {
    where: 'Dove',
    howMuch: 'Quanto',
    byWhen: 'Entro quando',
    howLong: 'Durata',
    noPermit: 'Qui non c’è un permesso da chiedere',
    nothingToPay: 'nulla per questo',
    noFeeForPermit: 'nulla per un permesso; quello che chiede l’ufficio è scritto sotto',
    noDeadline: 'con queste risposte non c’è una data da indicare',
    noneOpen: 'nessuna data futura è ancora da rispettare',
    notInMonths: 'non si conta in mesi',
    noLength: 'nessuna fonte indica una durata',
    steps: 'Che cosa fare',
    checklist: 'Che cosa portare',
    fees: 'Quanto costa',
    handOver: 'Che cosa si versa',
    handedOver: 'Che cosa è stato versato',
    handedInAt: 'Consegnata',
    handedIn: 'Consegnato con la domanda',
    handedInCopies: 'Non c’è più nulla da fare; conservare le proprie copie.',
    envelopes: 'Domande',
    exemptions: 'Perché non si paga il contributo',
    calendar: 'Date',
    rights: 'Diritti',
    warnings: 'Attenzione',
    disputes: 'Dove le fonti non concordano',
    depends: 'Che cosa dipende dalle risposte che non si sanno',
    sources: 'Fonti',
    form: 'Che cosa scrivere sui moduli',
    leaveBlank: 'lasciare vuoto',
    repeat: 'Per avere di nuovo questa risposta',
    applicant: 'richiedente',
    everyone: 'tutti',
    code: 'codice',
    account: 'conto',
    payee: 'intestato a',
    reason: 'causale',
    inName: 'a nome di',
    shown: 'Qui si mostra',
    practice: 'prassi di',
    startDay: 'il giorno stesso',
    disclaimer:
      'L’ufficio può chiedere altro. Queste sono informazioni, non una consulenza legale; il patronato aiuta gratis.',
    passed: 'questa data è passata, agire subito',
    first: 'Da fare per prima cosa',
    calendarName: 'Permesso di soggiorno',
    legend: 'Le lettere stanno accanto alle date qui sotto; * è il giorno di questa risposta.',
    walk: 'Giorno per giorno:',
    wholeCourse: 'tutto il corso',
  },
  months: (count) => (count === 1 ? 'fino a 1 mese' : `fino a ${count} mesi`),
  monthsAtLeast: (count) => `almeno ${count} mesi`,
  bornOn: (born) => `(${born})`,
  workingDay: (date) => `l’ultimo giorno lavorativo prima è ${dayInWords(NAMES, date, true)}`,
  atLatest: (date) => `con la lettura più larga: ${dayInWords(NAMES, date, true)}`,
  shortWeekday: (weekday) => (NAMES.weekdays[weekday] ?? '').slice(0, 2),
  month: (date) => monthInWords(NAMES, date),
  counted: ({ from, length, unit, kind, direction }, skipped) => {
    const one = length === 1;
    const noun = unit === 'months' ? (one ? 'mese' : 'mesi') : one ? 'giorno' : 'giorni';
    const working = kind === 'working' ? (one ? ' lavorativo' : ' lavorativi') : '';
    const where = direction === 'after' ? 'dopo' : 'prima di';
    const without = skipped.length === 0 ? '' : `; non contati: ${skipped.join(', ')}`;
    return `Conteggio: ${length} ${noun}${working} ${where} ${dayInWords(NAMES, from, true)}${without}.`;
  },
  dayNumber: (number) => `giorno ${number}`,
  dayNotCounted: (why) => `non contato (${why})`,
  readGenerously: (what) => `con la lettura più larga: ${what}`,
  total: (sum) => `${sum} in tutto`,
  otherwise: (value, when) => `${value}: ${when}`,
  envelope: (person, carried) =>
    carried.length === 0 ? person : `${person}, con le domande di: ${carried.join(', ')}`,
  oldRules: (read) =>
    `Attenzione: la legge è stata letta l’ultima volta ${read}, più di un anno prima del giorno di questa risposta. Può essere cambiata: cercare regole più recenti e chiedere all’ufficio.`,
  readOn: (date, version) =>
    `Norme lette l’ultima volta ${dayInWords(NAMES, date, true)} (libro delle regole ${version}).`,
  sourceRead: (date) => (date === null ? 'non letto' : `letto ${date}`),
  yes: 'sì',
  no: 'no',
  wizard: wizardIt,
  depends: dependsIt,
  batch: batchIt,
  caseFile: caseFileIt,
  why: {
    applies: 'Si applica',
    doesNotApply: 'Non si applica',
    absent: 'Nessuna regola dà questa riga per questo caso. Le più vicine:',
    asked: 'la regola chiede',
    butAsked: 'ma la regola chiede',
    since: 'in vigore dal',
    dispute: 'controverso',
    decidesWhether: 'La risposta decide se ci sono:',
    decidesValue: 'Ci sono, e si contano dalla risposta:',
    nothingHangs: 'In questo caso nessuna regola dipende dalla risposta.',
  },
  rules: {
    fine: (counts) =>
      `Il libro delle regole è in ordine: ${Object.entries(counts)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}.`,
    proved: (cells, dates) =>
      `Dimostrato: ${grouped(cells, '.')} caselle delle tabelle, ognuna decisa una volta sola, in ${dates} periodi della legge.`,
    stale: (checked, id, uses) => `${checked}  ${id}  usato da ${uses} ${uses === 1 ? 'regola' : 'regole'}`,
    allFresh: (days) => `Ogni valore è stato controllato entro ${days} giorni.`,
    wrong: (count) => `${count} ${count === 1 ? 'problema' : 'problemi'} nel libro delle regole:`,
  },
};

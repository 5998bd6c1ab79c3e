import type { CompareMessages } from './compare.ts';
import { it } from './it.ts';

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const UNITS = { days: ['giorno', 'giorni'], months: ['mese', 'mesi'] } as const;

export const compareIt: CompareMessages = {
  part: {
    outcome: 'Che cosa si può chiedere',
    permit: 'Durata massima',
    route: 'Dove',
    total: 'In tutto',
    payments: 'Pagamento',
    fees: 'Voce di spesa',
    exemptions: 'Perché il contributo non è dovuto',
    kits: 'Busta',
    forms: 'Modulo',
    documents: 'Documento',
    deadlines: 'Data',
    steps: 'Passo',
    rights: 'Diritto',
    warnings: 'Avvertenza',
    disputes: 'Controverso',
  },
  appeared: (line) => `nuovo: ${line}`,
  vanished: (line) => `non più: ${line}`,
  changed: (line, before, after) => `${line}: ${after}, prima: ${before}`,
  nothing: 'niente',
  daysEarlier: (days) => `${counted(days, 'giorno', 'giorni')} prima`,
  daysLater: (days) => `${counted(days, 'giorno', 'giorni')} dopo`,
  oneKit: 'una busta propria',
  carrying: (people) => (people.length === 0 ? 'da sola' : `con le richieste di ${people.join(', ')}`),
  alternatively: (values) => `altrove ${values.join(' o ')}`,
  latest: (date) => `letto con più larghezza ${date}`,
  times: (count) => `× ${count}`,
  diff: {
    same: (a, b) => `Nessuna risposta cambia tra ${a} e ${b}.`,
    heading: (a, b, count) =>
      `Da ${a} a ${b} ${count === 1 ? '1 gruppo di persone riceve' : `${count} gruppi di persone ricevono`} un’altra risposta:`,
    everybody: 'tutti',
    not: (members) => `non ${members}`,
    absent: 'non indicato',
    given: 'indicato',
    and: 'o',
    orLess: (value) => `${value} o meno`,
    orMore: (value) => `${value} o più`,
    fromDay: (fact, day) => `${fact} dal ${day}`,
    term: (length, unit, kind, direction) =>
      `${length} ${UNITS[unit][length === 1 ? 0 : 1]}${kind === 'working' ? ' lavorativi' : ''} ${direction === 'before' ? 'prima' : 'dopo'}`,
    equalFacts:
      'Cambia solo la legge: età, giorni alla scadenza, giorni dall’ingresso e termini già trascorsi restano uguali. Testi e fonti non sono confrontati.',
    holidayBegins: (name) => `termini che comprendono questo giorno: non si conta più (${name})`,
    holidayEnds: (name) => `termini che comprendono questo giorno: si conta di nuovo (${name})`,
    structure: (what) => `dichiarato in modo diverso: ${what}`,
    undecided: (line) => `troppe combinazioni da distinguere: ${line}`,
    dates: { filing: 'domanda presentata', entry: 'ingresso' },
  },
  nearby: {
    heading: 'Che cosa cambierebbe questa risposta',
    none: 'Nessuna piccola modifica di una sola risposta cambia ufficio, totale o una data.',
    by: (day) => `entro ${it.day(day)}`,
    from: (day) => `da ${it.day(day)}`,
    atMost: (months) => `${counted(months, 'mese', 'mesi')} o meno`,
    atLeast: (months) => `${counted(months, 'mese', 'mesi')} o più`,
    months: (count) => counted(count, 'mese', 'mesi'),
    with: (label, value) => `${label}: ${value}`,
    bounded: 'Non è stato possibile provare tutti i valori.',
  },
  verify: {
    same: 'Uguale: è ciò che il caso nel file e questo libro di regole danno.',
    lawChanged: 'La legge è cambiata: queste righe',
    lawChangedNothing: 'Il libro delle regole è cambiato, ma nessuna riga di questa risposta.',
    altered: 'Alterato: il file non è ciò che il suo caso e il suo libro di regole avevano dato.',
    unreadable: 'non è un risultato di permesso che si possa verificare (JSON o HTML con le impronte)',
    oldBook: (digest) =>
      `Il file è stato fatto con un altro libro di regole (${digest}), che qui non si può ricalcolare.`,
    integrityHolds: 'Il file concorda con le proprie impronte.',
    whatItProves:
      'Un’impronta non è una firma: mostra una modifica accidentale o sbadata. Chi modifica il file e ricalcola le impronte si scopre solo se il libro delle regole è questo.',
    rulebookDigest: 'Libro delle regole',
    caseDigest: 'Caso',
    answerDigest: 'Risposta',
  },
};

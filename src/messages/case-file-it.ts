import type { CaseFileMessages } from './case-file-words.ts';

export const caseFileIt: CaseFileMessages = {
  fileHeading: 'Un caso di permesso. Per rispondere di nuovo: permesso check --case QUESTO-FILE',
  seenComment:
    'Da qui in giù tenuto da permesso, per dire che cosa è cambiato da allora. Non scrivere sotto; il blocco si può togliere.',
  interviewComment:
    'Tenuto da permesso: dove si sono fermate le domande. Per proseguire: permesso --resume QUESTO-FILE',
  tickedComment:
    'Documenti pronti e scadenze fatte, ciascuno PERSONA/DOCUMENTO; li segna permesso tick QUESTO-FILE.',
  template: {
    heading: [
      'Un caso per permesso, da compilare. Le righe lasciate vuote non contano.',
      'Per la risposta: permesso check --case QUESTO-FILE',
    ],
    required: 'serve sempre',
    requiredWhen: (condition) => `serve per ${condition}`,
    oneOf: (members) => `uno fra: ${members.join(', ')}`,
    byProgram: (command) => `uno degli identificativi elencati da «${command}»`,
    date: 'una data, AAAA-MM-GG',
    number: (least, most) => `un numero da ${least} a ${most}`,
    yesNo: 'true (sì) o false (no)',
    country: 'due lettere ISO 3166, come IN; XK, oppure stateless',
    province: 'due lettere, come MI',
    family: 'chi fa domanda insieme; togliere il # e ripetere per ogni persona',
    label: 'un nome a scelta per questo file',
    notes: 'testo libero; niente qui cambia la risposta',
    ticked: 'documenti pronti e scadenze fatte; li segna permesso tick QUESTO-FILE',
  },
  stopped: 'Interrotto.',
  reviewSave: 'Salvare in un file e mostrare il risultato',
  saved: (file) => `Salvato in ${file}.`,
  inHand: 'pronto',
  missing: 'manca',
  partly: (inHand, missing) => `pronto: ${inHand}; manca: ${missing}`,
  progress: 'A che punto è questa pratica',
  count: (inHand, total) => `${inHand} documenti pronti su ${total}`,
  allInHand: 'tutti i documenti sono pronti',
  dates: (done, total) =>
    total === 1 ? `${done} scadenza fatta su 1` : `${done} scadenze fatte su ${total}`,
  toDo: 'da fare',
  next: (papers, pile, more) =>
    `Ora: procurare ${papers.join('; ')}${more > 0 ? `; e altri ${more}` : ''} (${pile})`,
  nextStep: (step) => `Ora: ${step}`,
  by: (what, day, when) => `${what}: ${day} (${when})`,
  unasked: (papers) => `Segnati, ma non richiesti in questo caso: ${papers.join(', ')}`,
  changed: 'Che cosa è cambiato',
  since: (_on, day, version) => `Dalla risposta conservata di ${day} (libro delle regole ${version})`,
  rulesChanged: (version) => `le regole sono altre (libro delle regole ${version})`,
  dayChanged: (day) => `il giorno della risposta è ${day}`,
  answerChanged: (label, before, after) => `${label}: ${after}, prima: ${before}`,
  nothing: 'niente',
  keepHint:
    'Per conservare questa risposta come quella con cui confrontare, aggiungere --save con lo stesso file.',
  changesHint: (count) =>
    `${count === 1 ? 'Una riga della risposta è cambiata' : `${count} righe della risposta sono cambiate`} da quando fu conservata. Per leggerle:`,
  tick: {
    question: 'Quali documenti sono pronti, e che cosa è fatto?',
    keys: 'frecce: muoversi · spazio: segnare · Invio: fatto · Ctrl-C: lasciare tutto com’era',
    plainHow: 'Numeri separati da spazi: ciascuno si segna, o si toglie dove c’era. Riga vuota: fatto.',
    notANumber: (typed, count) => `«${typed}» non è un numero da 1 a ${count}.`,
    needsPerson: (paper, people) => `${paper} serve a più persone: ${people.join(', ')}`,
    needsPapers: 'Senza terminale, nominare i documenti e le scadenze da segnare:',
    noPapers: 'Questo caso non richiede documenti e non ha scadenze.',
    written: (file) => `Scritto in ${file}.`,
    unchanged: 'Niente da cambiare.',
  },
  offer: {
    save: 'Salvare questo caso in un file? Il nome',
    interrupted: 'Conservare in un file le risposte date finora? Il nome',
    hint: 'Riga vuota: non conservare niente',
    hintLeaving: 'Riga vuota: non conservare niente. Se non si scrive nulla il programma finisce tra poco.',
    goOn: (file) => `Le risposte sono in ${file}. Per proseguire:`,
    notSaved: (why) => `Non salvato. ${why}`,
    kept: (file) => `Salvato in ${file}. Per riaprirlo:`,
  },
  resumed: (count) => `${count === 1 ? 'Una risposta ripresa' : `${count} risposte riprese`} dal file.`,
};

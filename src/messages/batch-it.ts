import type { BatchMessages, BatchProblems } from './messages.ts';

const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** Che cosa può non andare nell'ingresso o nell'uscita di un lotto. */
export const batchProblemsIt: BatchProblems = {
  'not-json': () => 'non è JSON',
  'json-list': () =>
    'è un solo elenco JSON: mettere ogni caso su una riga propria, senza le parentesi e le virgole intorno',
  'no-header': () => 'non è né JSON Lines né un CSV con intestazione; --print-template mostra le colonne',
  'text-behind-quote': () => 'c’è del testo dopo le virgolette che chiudono questa cella',
  'quote-not-closed': () => 'su questa riga si aprono virgolette che non si chiudono più',
  'too-many-cells': ({ detail }) => `c’è una cella oltre le ${detail ?? ''} colonne dell’intestazione`,
  'column-twice': ({ value }) => `la colonna «${value ?? ''}» c’è due volte`,
  'column-missing': ({ value }) => `manca la colonna «${value ?? ''}»`,
  'unknown-column': ({ value }) =>
    `la colonna «${value ?? ''}» non è un campo di un caso; --carry la riporta nelle risposte`,
  'no-such-column': ({ value }) => `il file non ha la colonna «${value ?? ''}»`,
  'unknown-output': ({ value }) => `«${value ?? ''}» non è parte di una risposta, e non è riportata`,
  'record-too-large': ({ detail }) => `la riga è troppo lunga per un caso (più di ${detail ?? ''} byte)`,
  'record-not-utf8': () =>
    'non è UTF-8; per il file di un foglio di calcolo più vecchio, dire --encoding windows-1252',
  'bad-encoding': ({ value }) => `non è tutto ${value ?? ''}`,
  'too-deep': () => 'è annidato troppo a fondo',
  'no-answer': ({ detail }) => `il libro delle regole non ha risposta: ${detail ?? ''}`,
  'unfinished-part': ({ detail }) =>
    `un lavoro precedente ha lasciato ${detail ?? ''}: --resume lo continua, --force ricomincia`,
  'no-journal': ({ detail }) =>
    `${detail ?? ''} non ha accanto il suo registro e non si può continuare; --force senza --resume ricomincia`,
  'other-run': ({ detail }) =>
    `la parte non finita è di un lavoro con altre impostazioni (${detail ?? ''}) e non si può continuare; --force senza --resume ricomincia`,
  'other-input': () =>
    'l’ingresso non è quello a cui risponde la parte non finita; --force senza --resume ricomincia',
  'needs-out': () => 'richiede --out FILE',
  'names-needed': () => 'in un CSV richiede i nomi delle colonne, come --carry id,cognome, oppure --fields',
};

export const batchIt: BatchMessages = {
  help: {
    input: 'jsonl o csv; senza, lo dice il file',
    encoding: 'utf-8, utf-16le, utf-16be o windows-1252; senza, lo dice il file',
    delimiter: 'tra le celle in entrata: ; , o tab; senza, lo dice l’intestazione',
    outDelimiter: 'tra le celle in uscita (se non detto: ;)',
    bom: 'comincia un CSV con il contrassegno da cui Excel riconosce UTF-8',
    format: 'jsonl o csv',
    fields: 'colonne in uscita, separate da virgole (vedi sotto)',
    carry: 'riporta nelle risposte le colonne che non sono campi: i loro nomi, o all per tutte',
    strict: 'si ferma alla prima riga rifiutata',
    jobs: 'thread che rispondono: un numero, o auto',
    resume: 'continua il FILE.part non finito di un lavoro precedente',
    out: 'scrive in un file: FILE.part mentre cresce, rinominato quando è intero',
    printTemplate: 'stampa le colonne di un CSV (con --input jsonl, un oggetto) e che cosa accettano',
    after: `
Ingresso: JSON Lines (un oggetto per riga, i campi di un caso come chiavi), o CSV con intestazione: i campi come
colonne (job-end, jobEnd e Job End sono la stessa), e family-1-relation, family-1-born, family-1-income per il
primo familiare, family-2-… per il seguente. Una colonna family accetta child:2020-02-01:income, più persone
separate da spazi, o un elenco JSON. I giorni sono 2026-11-20 o 20/11/2026, prima il giorno; vero e falso sono
true, false, vero, falso, yes, no, sì, 1, 0. Una cella vuota è un campo non dato. Le righe vuote si saltano.

Uscita: una risposta per riga, in ordine. Una riga rifiutata ha la risposta al suo posto:
  { "line": 7, "error": { "code": "…", "path": "…", "message": "…", "column": … } }
Un CSV ha le colonne line, error.code, error.path ed error.message oltre a quelle di --fields.

--fields accetta il nome di un campo del caso (reason), una colonna riportata (id), line, totalCents, maxMonths,
code, route, o un percorso nella risposta: permit.text, deadlines.renewal-recommended.date, documents.id (gli id
di tutti), fees.payments.slip.cents, headline.date (il giorno entro cui consegnare, quale che sia il termine).

--resume: FILE.part.journal conserva le impostazioni e fin dove la parte è buona, così che un lavoro interrotto
va avanti senza perdere né ripetere una riga. Rifiuta la parte di un altro ingresso o di altre impostazioni.

Codici di uscita: 0 fatto, 2 l’ingresso o l’uscita non si può usare, 3 alcune righe sono state rifiutate.
`,
  },
  progress: ({ records, refused, rate, percent, left }) =>
    [
      `${number(records)} righe${percent === undefined ? '' : ` (${percent} %)`}`,
      `${number(rate)} al secondo`,
      `${number(refused)} rifiutate`,
      ...(left === undefined ? [] : [`${left} s alla fine`]),
    ].join(', '),
  interrupted: (out) =>
    `Interrotto. Il lavoro fatto è in ${out}.part: lo stesso comando con --resume riprende da lì.`,
  stopped: (message, out) =>
    out === undefined
      ? `Fermo a una riga rifiutata: ${message}`
      : `Fermo a una riga rifiutata: ${message}\nQuel che viene prima è in ${out}.part: correggere la riga, e lo stesso comando con --resume riprende da lì.`,
  someRefused: (records, refused, message) =>
    `${number(refused)} righe su ${number(records)} rifiutate. La prima: ${message}`,
  noRecords: 'Qui non c’è nessun caso.',
  guessedEncoding: (encoding) => `Non è UTF-8: letto come ${encoding}. --encoding ne indica un’altra.`,
  templateHeading: 'Le colonne e che cosa accettano (cella vuota: non dato):',
  kinds: {
    choice: 'uno tra',
    reason: 'un id, il codice ufficiale o il nome italiano',
    date: 'un giorno, 2026-11-20 o 20/11/2026',
    boolean: 'true o false (vero, falso, sì, no)',
    integer: 'un numero intero',
    country: 'due lettere (ISO 3166)',
    province: 'due lettere',
    family:
      'child:2020-02-01:income, più persone separate da spazi, o colonne family-1-relation, family-1-born, family-1-income',
  },
};

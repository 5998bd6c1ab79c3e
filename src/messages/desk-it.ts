import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export const deskHelpIt: Readonly<Record<DeskHelpKey, string>> = {
  agenda: 'tutte le scadenze di molti casi salvati, la più vicina per prima; con ics, un solo calendario',
  agendaCases: 'file di casi, e cartelle che ne contengono',
  within:
    'solo ciò che scade entro allora, come 30d, 6w o 2m (giorni, settimane, mesi); le scadenze passate restano',
  label: 'solo i casi con questo testo nell’etichetta o nel nome del file',
  onlyOpen: 'senza ciò che è stato fatto in tempo',
  completion: 'stampa lo script con cui una shell completa comandi, opzioni e valori; non installa nulla',
  shell: 'bash, zsh, fish o powershell',
  man: 'stampa la pagina di manuale (mdoc); si legge con: permesso man | man -l -',
};

export const deskIt: DeskMessages = {
  completion: {
    what: 'Completamento di permesso con il tasto Tab. Questo script è stato stampato, non installato.',
    once: 'Solo per questa shell:',
    always: 'Per ogni nuova shell (creare prima la cartella se non c’è):',
  },
  manual: {
    summary: 'documenti, costi, ufficio e date per un permesso di soggiorno',
    commands: 'Comandi',
    common: 'Opzioni di ogni comando',
    ofCommand: (command) => `Opzioni di ${command}`,
    intro:
      'Ogni riga di una risposta dice da dove viene e quanto è certa. I risultati vanno allo standard output, tutto il resto al flusso degli errori. Nulla viene salvato se non è richiesto, e nulla lascia il computer.',
    allowed: 'Uno di:',
    environment: {
      PERMESSO_LANG: 'Lingua della risposta, prima di LANGUAGE, LC_ALL, LC_MESSAGES e LANG.',
      NO_COLOR: 'Senza colori, se non è vuota.',
      FORCE_COLOR: 'Colori anche dove non c’è un terminale; 0 per nessuno.',
      COLUMNS: 'Colonne a cui andare a capo.',
      TERM: 'Con dumb, righe numerate invece di menù e nemmeno un byte di escape.',
      PERMESSO_DEBUG: 'Con 1, i dettagli di un errore.',
    },
    exit: {
      done: 'Fatto.',
      failed: 'Il libro delle regole non ha superato il controllo, o il programma si è guastato.',
      unusable: 'I dati non si possono usare.',
      someRefused: 'Alcuni casi sono stati rifiutati; gli altri hanno avuto risposta.',
      interrupted: 'Interrotto.',
    },
    examples: {
      permesso: 'Fare le domande:',
      'permesso check --case case.yaml --lang it': 'Rispondere a un caso che sta in un file, in italiano:',
      'permesso agenda cases --within 30d': 'Che cosa scade entro trenta giorni, in una cartella di casi:',
    },
  },
  agenda: {
    title: 'Scadenzario',
    counts: (deadlines, cases) =>
      `${deadlines} ${deadlines === 1 ? 'data' : 'date'} di ${cases} ${cases === 1 ? 'caso' : 'casi'}`,
    asOf: (day) => `Al giorno ${day}`,
    filters: (filters) => `Mostrati: ${filters.join('; ')}`,
    within: (last) => `fino a ${last}, e ciò che è scaduto`,
    labelled: (text) => `etichetta con «${text}»`,
    onlyOpen: 'ciò che è ancora da fare',
    nothing: 'Nessuna data da mostrare.',
    overdue: 'scaduto',
    today: 'oggi',
    thisWeek: 'questa settimana',
    met: (filed) => `fatto: consegnato il ${filed}`,
    refused: (count, of) =>
      `${count} file su ${of} non si ${count === 1 ? 'è potuto' : 'sono potuti'} usare, vedi sopra; le date degli altri sono complete. Correggerli e rifare lo scadenzario.`,
    span: (value) =>
      `non può essere «${value}»: servono un numero e d, w o m, come 30d, 6w o 2m (giorni, settimane, mesi)`,
    noCases: 'in questa cartella non c’è nessun file di un caso (.yaml, .yml o .json)',
    columns: {
      date: 'Data',
      state: 'Stato',
      what: 'Che cosa',
      whose: 'Caso',
      latest: 'Con lettura più larga',
      sure: 'Quanto è certo',
      source: 'Fonte',
    },
  },
};

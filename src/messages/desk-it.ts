import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export const deskHelpIt: Readonly<Record<DeskHelpKey, string>> = {
  completion: 'stampa lo script con cui una shell completa comandi, opzioni e valori; non installa nulla',
  shell: 'bash, zsh, fish o powershell',
  agenda: 'le date di molti fascicoli, dalla più vicina, o un solo calendario',
  agendaCases: 'fascicoli, o cartelle con fascicoli (YAML o JSON) a qualsiasi profondità',
  agendaFormat: 'text (predefinito), json, csv, markdown, html o ics',
  within: 'solo le date entro tanti giorni, settimane o mesi (30d, 6w, 2m); ciò che è in ritardo resta',
  onlyOpen: 'senza ciò che è già fatto',
  agendaLabel: 'solo i fascicoli la cui etichetta contiene queste parole',
  man: 'stampa la pagina di manuale (mdoc); si legge con: permesso man | man -l -',
};

export const deskIt: DeskMessages = {
  completion: {
    what: 'Completamento di permesso con il tasto Tab. Questo script è stato stampato, non installato.',
    once: 'Solo per questa shell:',
    always: 'Per ogni nuova shell (creare prima la cartella se non c’è):',
  },
  agenda: {
    title: (day) => `Date al ${day}`,
    states: {
      overdue: 'In ritardo: agire subito',
      today: 'Oggi e nei prossimi sette giorni',
      week: 'questa settimana',
      later: 'Più avanti',
      'office-late': 'L’ufficio è in ritardo: si può chiedere',
      open: 'Ormai possibile',
      past: 'passato',
      done: 'fatto',
    },
    cases: 'Fascicoli',
    dateless: 'Nessuna data aperta: che cosa viene dopo',
    nothingToDo: 'non si chiede nulla',
    disputed: 'controverso: permesso check dice chi sostiene che cosa',
    noCases: 'Qui non c’è nessun fascicolo.',
    unread: 'File non letti: le loro date mancano qui',
    unreadCount: (unread, files) =>
      `${unread} file su ${files} non si sono potuti leggere: le loro date mancano.`,
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
      'permesso agenda cases --within 30d --only-open':
        'Che cosa scade entro trenta giorni per i fascicoli di una cartella:',
    },
  },
};

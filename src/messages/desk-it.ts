import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export const deskHelpIt: Readonly<Record<DeskHelpKey, string>> = {
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
    },
  },
};

import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export const deskHelpEn: Readonly<Record<DeskHelpKey, string>> = {
  completion: 'print the script that lets a shell complete commands, flags and values; it installs nothing',
  shell: 'bash, zsh, fish or powershell',
  agenda: 'the dates of many case files, soonest first, or one calendar of them',
  agendaCases: 'case files, or folders with case files (YAML or JSON) at any depth',
  agendaFormat: 'text (default), json, csv, markdown, html or ics',
  within: 'only dates up to so many days, weeks or months ahead (30d, 6w, 2m); what is late stays',
  onlyOpen: 'leave out what is done',
  agendaLabel: 'only cases whose label has these words',
  man: 'print the manual page (mdoc); read it with: permesso man | man -l -',
};

export const deskEn: DeskMessages = {
  completion: {
    what: 'Completion of permesso at the Tab key. This script was printed, not installed.',
    once: 'For this shell alone:',
    always: 'For every new shell (make the folder first where there is none):',
  },
  agenda: {
    title: (day) => `Dates as of ${day}`,
    states: {
      overdue: 'Overdue: act now',
      today: 'Today and the next seven days',
      week: 'this week',
      later: 'Later',
      'office-late': 'The office is late: you may ask',
      open: 'Possible by now',
      past: 'past',
      done: 'done',
    },
    cases: 'Cases',
    dateless: 'No open date: what comes next',
    nothingToDo: 'nothing is asked for',
    disputed: 'disputed: permesso check tells who says what',
    noCases: 'There is no case file here.',
    unread: 'Files that were not read: their dates are missing here',
    unreadCount: (unread, files) => `${unread} of ${files} files could not be read: their dates are missing.`,
  },
  manual: {
    summary: 'checklist, fees, office and dates for an Italian residence permit',
    commands: 'Commands',
    common: 'Flags of every command',
    ofCommand: (command) => `Flags of ${command}`,
    intro:
      'Every line of an answer says where it comes from and how sure it is. Results go to standard output, everything else to the error stream. Nothing is stored unless asked for, and nothing leaves the machine.',
    allowed: 'One of:',
    environment: {
      PERMESSO_LANG: 'Language of the answer, before LANGUAGE, LC_ALL, LC_MESSAGES and LANG.',
      NO_COLOR: 'No colour, when it is not empty.',
      FORCE_COLOR: 'Colour even where the output is no terminal; 0 for none.',
      COLUMNS: 'Columns to wrap at.',
      TERM: 'With dumb, numbered lines instead of menus and not one escape byte.',
      PERMESSO_DEBUG: 'With 1, the details of an error.',
    },
    exit: {
      done: 'Done.',
      failed: 'The rule book failed its check, or the program did.',
      unusable: 'The input cannot be used.',
      someRefused: 'Some cases were refused; the others were answered.',
      interrupted: 'Interrupted.',
    },
    examples: {
      permesso: 'Ask the questions:',
      'permesso check --case case.yaml --lang it': 'Answer a case that stands in a file, in Italian:',
      'permesso agenda cases --within 30d --only-open':
        'What is due for the cases of a folder within thirty days:',
    },
  },
};

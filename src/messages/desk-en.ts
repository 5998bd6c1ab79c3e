import type { DeskHelpKey, DeskMessages } from './desk-words.ts';

export const deskHelpEn: Readonly<Record<DeskHelpKey, string>> = {
  agenda: 'all deadlines of many saved cases, soonest first; as ics, one calendar',
  agendaCases: 'case files, and folders with case files in them',
  within: 'only what falls due up to then, such as 30d, 6w or 2m (days, weeks, months); overdue dates stay',
  label: 'only cases with this text in their label or file name',
  onlyOpen: 'leave out what has been done in time',
  completion: 'print the script that lets a shell complete commands, flags and values; it installs nothing',
  shell: 'bash, zsh, fish or powershell',
  man: 'print the manual page (mdoc); read it with: permesso man | man -l -',
};

export const deskEn: DeskMessages = {
  completion: {
    what: 'Completion of permesso at the Tab key. This script was printed, not installed.',
    once: 'For this shell alone:',
    always: 'For every new shell (make the folder first where there is none):',
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
      'permesso agenda cases --within 30d': 'What falls due within thirty days, over a folder of cases:',
    },
  },
  agenda: {
    title: 'Agenda',
    counts: (deadlines, cases) =>
      `${deadlines} ${deadlines === 1 ? 'date' : 'dates'} of ${cases} ${cases === 1 ? 'case' : 'cases'}`,
    asOf: (day) => `As of ${day}`,
    filters: (filters) => `Shown: ${filters.join('; ')}`,
    within: (last) => `up to ${last}, and what is overdue`,
    labelled: (text) => `label with “${text}”`,
    onlyOpen: 'what is still to be done',
    nothing: 'No date to show.',
    overdue: 'overdue',
    today: 'today',
    thisWeek: 'this week',
    met: (filed) => `done: handed in on ${filed}`,
    refused: (count, of) =>
      `${count} of ${of} ${of === 1 ? 'file' : 'files'} could not be used, see above; the dates of the others are complete. Correct them and run the agenda again.`,
    span: (value) =>
      `cannot be “${value}”: a number and d, w or m are needed, such as 30d, 6w or 2m (days, weeks, months)`,
    noCases: 'no case file (.yaml, .yml or .json) is in this folder',
    columns: {
      date: 'Date',
      state: 'State',
      what: 'What',
      whose: 'Case',
      latest: 'Read more generously',
      sure: 'How sure',
      source: 'Source',
    },
  },
};

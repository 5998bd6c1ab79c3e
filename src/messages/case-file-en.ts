import type { CaseFileMessages } from './case-file-words.ts';

export const caseFileEn: CaseFileMessages = {
  fileHeading: 'A case of permesso. Answer it again with: permesso check --case THIS-FILE',
  seenComment:
    'Kept by permesso from here on, to tell what has changed since. Write nothing below; the block can be taken out.',
  interviewComment: 'Kept by permesso: where the questions stopped. Go on with: permesso --resume THIS-FILE',
  tickedComment: 'Papers in hand, each PERSON/DOCUMENT; permesso tick THIS-FILE marks them.',
  template: {
    heading: [
      'A case for permesso, to be filled in. Lines that stay empty count for nothing.',
      'Answer it with: permesso check --case THIS-FILE',
    ],
    required: 'needed always',
    requiredWhen: (condition) => `needed for ${condition}`,
    oneOf: (members) => `one of: ${members.join(', ')}`,
    byProgram: (command) => `one of the ids that “${command}” lists`,
    date: 'a date, YYYY-MM-DD',
    number: (least, most) => `a number from ${least} to ${most}`,
    yesNo: 'true or false',
    country: 'two letters of ISO 3166, such as IN; XK, or stateless',
    province: 'two letters, such as MI',
    family: 'everyone who applies too; take away the # and repeat for each person',
    label: 'a name of your own for this file',
    notes: 'free text; nothing here changes the answer',
    ticked: 'papers in hand; permesso tick THIS-FILE marks them',
  },
  stopped: 'Stopped.',
  reviewSave: 'Save in a file, and show the result',
  saved: (file) => `Saved in ${file}.`,
  inHand: 'in hand',
  missing: 'missing',
  partly: (inHand, missing) => `in hand: ${inHand}; missing: ${missing}`,
  progress: 'How far this file is',
  count: (inHand, total) => `${inHand} of ${total} papers in hand`,
  allInHand: 'every paper is in hand',
  next: (papers, pile, more) =>
    `Next: get ${papers.join('; ')}${more > 0 ? `; and ${more} more` : ''} (${pile})`,
  nextStep: (step) => `Next: ${step}`,
  by: (what, day, when) => `${what}: ${day} (${when})`,
  unasked: (papers) => `Ticked, but not asked for in this case: ${papers.join(', ')}`,
  changed: 'What has changed',
  since: (_on, day, version) => `Since the answer of ${day} that was kept (rule book ${version})`,
  rulesChanged: (version) => `the rules are others (rule book ${version})`,
  dayChanged: (day) => `the day of the answer is ${day}`,
  answerChanged: (label, before, after) => `${label}: ${after}, before: ${before}`,
  nothing: 'nothing',
  keepHint: 'To keep this answer as the one to compare with, add --save with the same file.',
  changesHint: (count) =>
    `${count === 1 ? 'One line of the answer has' : `${count} lines of the answer have`} changed since it was kept. To read them:`,
  tick: {
    question: 'Which papers are in hand?',
    keys: 'arrows: move · space: tick · Enter: done · Ctrl-C: leave everything as it was',
    plainHow: 'Numbers, with spaces between: each is ticked, or unticked where it was. Empty line: done.',
    notANumber: (typed, count) => `“${typed}” is no number from 1 to ${count}.`,
    needsPerson: (paper, people) => `${paper} is needed by several people: ${people.join(', ')}`,
    needsPapers: 'Without a terminal, name the papers to tick:',
    noPapers: 'This case asks for no papers.',
    written: (file) => `Written in ${file}.`,
    unchanged: 'Nothing to change.',
  },
  offer: {
    save: 'Save this case in a file? Its name',
    interrupted: 'Keep the answers so far in a file? Its name',
    hint: (seconds) =>
      seconds === undefined
        ? 'Empty line: keep nothing'
        : `Empty line, or ${seconds} seconds without a word: keep nothing`,
    goOn: (file) => `The answers are in ${file}. To go on:`,
    notSaved: (why) => `Not saved. ${why}`,
    kept: (file) => `Saved in ${file}. To open it again:`,
  },
  resumed: (count) => `${count === 1 ? 'One answer' : `${count} answers`} taken from the file.`,
};

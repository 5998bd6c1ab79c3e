import type { DependsMessages } from './messages.ts';

export const dependsEn: DependsMessages = {
  on: (question) => `Not known: ${question}`,
  findOut: (how) => `How to find out: ${how}`,
  onlyIf: (conditions) => `Only if ${conditions.join('; ')}.`,
  onAnswers: 'Only with some of the answers that are not known.',
  perhaps: 'perhaps',
  range: (least, most) => `${least} to ${most}`,
  months: (count) => (count === 1 ? '1 month' : `${count} months`),
  noPermit: 'there is no permit to ask for',
  nothingMore: 'as shown, without the lines that the other answers add',
  added: (lines, more) => `added: ${lines.join(' · ')}${more > 0 ? ` · and ${more} more` : ''}`,
  elsewhere: 'any other province',
  summary: 'Depends on',
  covers:
    'The longer list, the earlier dates and the higher cost are shown; see below what each answer changes.',
};

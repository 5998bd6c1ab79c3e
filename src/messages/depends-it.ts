import type { DependsMessages } from './messages.ts';

export const dependsIt: DependsMessages = {
  on: (question) => `Non si sa: ${question}`,
  findOut: (how) => `Come saperlo: ${how}`,
  onlyIf: (conditions) => `Solo se ${conditions.join('; ')}.`,
  onAnswers: 'Solo con alcune delle risposte che non si sanno.',
  perhaps: 'forse',
  range: (least, most) => `da ${least} a ${most}`,
  months: (count) => (count === 1 ? '1 mese' : `${count} mesi`),
  noPermit: 'non c’è un permesso da chiedere',
  nothingMore: 'come mostrato, senza le righe che le altre risposte aggiungono',
  added: (lines, more) => `in più: ${lines.join(' · ')}${more > 0 ? ` · e altre ${more}` : ''}`,
  elsewhere: 'qualunque altra provincia',
  summary: 'Dipende da',
  covers:
    'Sono indicati l’elenco più ampio, le date più vicine e il costo più alto; più sotto che cosa cambia con ogni risposta.',
};

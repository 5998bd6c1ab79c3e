import { describe, expect, it } from 'vitest';
import { checkBook } from '../../src/rulebook/check.ts';
import { termForms, unexplainedTerms } from '../../src/rulebook/glossary.ts';
import { markedTerms } from '../../src/rulebook/term-marks.ts';
import { wordingOf } from '../../src/rulebook/wording.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { bookWith } from '../helpers/small-book.ts';

const { book } = ownRulebook();

/** The glossary that the domain page asks for, as its entries are found under. */
const ASKED_FOR = [
  ...[
    'accordo di integrazione',
    'affidamento',
    'aggiornamento',
    'anagrafe',
    'apostille',
    'convocazione',
    'art. 27',
  ],
  ...[
    'assegno sociale',
    'asseverazione',
    'assicurata',
    'attesa occupazione',
    'autocertificazione',
    'bollettino',
  ],
  ...[
    'carichi pendenti',
    'casellario giudiziale',
    'carta blu UE',
    'carta di soggiorno',
    'casi speciali',
    'cedolino',
  ],
  ...[
    'certificato storico',
    'cessione di fabbricato',
    'codice fiscale',
    'coesione familiare',
    'contratto di soggiorno',
  ],
  ...[
    'contributo',
    'conversione',
    'CPI',
    'DID',
    'CU',
    'cure mediche',
    'C3',
    'decreto flussi',
    'delega',
    'denuncia',
  ],
  ...[
    'dichiarazione di ospitalità',
    'dichiarazione di presenza',
    'dimora',
    'residenza',
    'duplicato',
    'FAMIT',
  ],
  ...[
    'fotosegnalamento',
    'fototessera',
    'idoneità alloggiativa',
    'INPS',
    'integrazione documenti',
    'irreperibile',
  ],
  ...[
    'kit postale',
    'legalizzazione',
    'Mod. 209',
    'marca da bollo',
    'motivi familiari',
    'MSNA',
    'nulla osta',
  ],
  ...[
    'patronato',
    'PEC',
    'permesso unico lavoro',
    'permesso UE per soggiornanti di lungo periodo',
    'polizza',
  ],
  ...[
    'Prefettura',
    'SUI',
    'preavviso di rigetto',
    '10-bis',
    'prenotafacile',
    'prosieguo amministrativo',
    'PSE',
  ],
  ...[
    'protezione speciale',
    'protezione sussidiaria',
    'protezione internazionale',
    'circolare',
    'questura',
    'quote',
  ],
  ...[
    'ricongiungimento familiare',
    'ricevuta',
    'rinnovo',
    'rilascio',
    'sanatoria',
    'Schengen',
    'Sportello Amico',
  ],
  ...[
    'SPID',
    'SSN',
    'tessera sanitaria',
    'stato di famiglia',
    'STP',
    'titolo di viaggio',
    'Tribunale per i minorenni',
  ],
  ...['UniLav', 'Universitaly', 'visto', '730', 'Modello Redditi'],
];

describe('the glossary', () => {
  it('explains every term that the wording marks', () => {
    expect(unexplainedTerms(book)).toEqual([]);
  });

  it.each(ASKED_FOR)('has “%s”', (term) => {
    const id = termForms(book).get(termKey(term));
    expect(id, term).toBeDefined();
  });

  it('explains each term in two languages, and in Italian with other words than the term', () => {
    for (const [id, { it: term }] of Object.entries(book.terms)) {
      const english = wordingOf(book, 'en', 'terms', id);
      const italian = wordingOf(book, 'it', 'terms', id);
      expect(english?.text, id).toMatch(/\w{3}/);
      expect(italian?.text, id).toMatch(/\w{3}/);
      expect(termKey(italian?.text ?? ''), id).not.toBe(termKey(term));
      expect(markedTerms(italian?.text ?? ''), id).toEqual([]);
    }
  });
});

/** As `termForms` writes its keys. */
function termKey(term: string): string {
  return [...termForms({ terms: { one: { it: term, also: [] } } }).keys()][0] ?? '';
}

describe('a book whose wording marks a word', () => {
  const unexplainedIn = (detail: string) =>
    unexplainedTerms({
      ...book,
      texts: { en: { rights: { song: { text: 'A song', detail } } } },
    }).map(({ term }) => term);

  it.each<[string, string, string[]]>([
    ['that nobody explains', 'Ask for the _modulo lunare_ there.', ['modulo lunare']],
    ['of which one half is explained', 'Ask for it (_bollettino, modulo lunare_).', ['modulo lunare']],
    ['in the plural', 'Two _marche da bollo_.', []],
    ['with another case', 'The (_Marca da bollo_).', []],
    ['of which each half is explained', 'Both (_bollettino, marca da bollo_).', []],
    ['that is no word but a name', 'The id under_score_here is no term.', []],
  ])('%s', (_, detail, terms) => {
    expect(unexplainedIn(detail)).toEqual(terms);
  });

  it('that nobody explains, or claims a form twice, fails the check', { timeout: 60_000 }, () => {
    const text = 'terms:\n  second-stamp: { it: bollo doppio, also: [Marca da bollo] }\n';
    const found = checkBook(bookWith({ add: { path: 'extra.yaml', text } })).map(({ message }) => message);
    expect(found).toContain('two terms are called “marca da bollo”');
    expect(found).toContain('the wording terms.second-stamp is missing');
  });
});

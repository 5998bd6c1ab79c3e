/** `permesso rules check`: shape, references, dates, wording, proof of the tables, worked examples. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keptReader } from '../assess/answered.ts';
import { edgeCases, edgeProblems } from '../assess/edges.ts';
import { runExample, unreachedRules } from '../assess/examples.ts';
import { RulebookError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { ruleProblemText } from '../messages/problems.ts';
import { makeCatalogue } from '../questions/catalogue.ts';
import { problemOf } from '../proof/finding.ts';
import { proveBook } from '../proof/prove.ts';
import { sampleInterviews } from '../proof/sample-interviews.ts';
import { checkBook } from '../rulebook/check.ts';
import { checkCoverage } from '../rulebook/coverage.ts';
import { loadFolder } from '../rulebook/load.ts';
import { formatFlag, languageFlag, rulesFolder, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { shownCase } from './shown-case.ts';

/** Checks the YAML of `--rules`, or of the book that came with the program. Exit code 1 when it fails. */
export async function rulesCheck(io: Io, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const folder = flags.rules === undefined ? ownRules() : rulesFolder(flags.rules);
  const { rulebook, examples, edges, coverage, written } = loadFolder(folder);
  const { book } = rulebook;
  const reader = keptReader(rulebook);
  const cases = [...examples.map((example) => example.case), ...edgeCases(edges, examples)];
  const proof = proveBook(rulebook, written, cases, reader);
  const problems = [
    ...checkBook(rulebook),
    ...proof.findings.map(problemOf),
    ...examples.flatMap((example) => runExample(example, rulebook, reader)),
    ...edgeProblems(edges, examples, rulebook, reader),
    ...unreachedRules(examples, rulebook, reader),
    ...checkCoverage(coverage, book),
  ];
  const counts = {
    rules: [...Object.values(book.decisions), ...Object.values(book.collections)].flat().length,
    values: Object.keys(book.values).length,
    sources: Object.keys(book.sources).length,
    disputes: Object.keys(book.disputes).length,
    examples: examples.length,
    edges: edges.reduce((sum, { applies, not }) => sum + applies.length + not.length, 0),
    questions: proof.questions,
    terms: Object.keys(book.terms).length,
    statements: coverage.length,
  };
  if (format === 'json') {
    const certificate = {
      ok: problems.length === 0,
      digest: book.digest,
      ...counts,
      cells: proof.cells,
      dates: proof.dates,
      interview: { ...proof.interview, ...sampleInterviews(rulebook, cases) },
      tables: Object.fromEntries(
        Object.entries(book.tables).map(([table, { policy }]) => [
          table,
          { policy, rules: (book.decisions[table] ?? book.collections[table] ?? []).length },
        ]),
      ),
      problems,
    };
    await deliver(io, `${JSON.stringify(certificate, null, 2)}\n`, flags);
  } else if (problems.length === 0) {
    const proved = messages.rules.proved(proof.cells, proof.dates);
    await deliver(io, `${messages.rules.fine(counts)}\n${proved}\n`, flags);
  } else {
    const catalogue = makeCatalogue(book, messages);
    const list = problems.map((problem) =>
      [ruleProblemText(problem), ...(problem.case ? [shownCase(problem.case, catalogue)] : [])].join('\n'),
    );
    io.stderr.write(`${messages.rules.wrong(problems.length)}\n${list.join('\n')}\n`);
  }
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

/** The rules folder of the package, beside `dist/` and beside `src/`. */
function ownRules(): string {
  const places = ['../rules', '../../rules'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const folder = places.find((place) => existsSync(place));
  if (folder === undefined)
    throw new RulebookError([{ file: 'rules', message: 'the folder is missing: give --rules DIR' }]);
  return folder;
}

/**
 * What a result carries so that `permesso verify` can check it: the digests of the rule book, of the case and
 * of the result itself, and in a page the case and its lines as data. There is no key and no signature:
 * whoever can run the program can make a file that agrees with itself.
 */
import type { Assessment } from '../assess/assessment.ts';
import { asGiven } from '../case/case.ts';
import { lineStates, type LineState } from '../compare/lines.ts';
import type { Messages } from '../messages/messages.ts';
import type { News } from '../desk/news.ts';
import { compareMessages } from '../messages/compare.ts';
import { harmless } from '../render/harmless.ts';
import type { SectionId } from '../render/sections.ts';
import type { View } from '../render/view.ts';
import { metaContent, visibleText } from '../render/visible-text.ts';
import { digestOf } from '../rulebook/digest.ts';

/** Names of the two `meta` elements of a page. */
export const STAMP = 'permesso';
export const CONTENT_DIGEST = 'permesso-digest';

/** How a result was drawn, as far as its content depends on it. */
export interface Drawn {
  readonly only?: SectionId;
  readonly nearby?: true;
  readonly walk?: true;
  /** What the case file added. */
  readonly news?: News;
}

/** What a page knows of itself. */
export interface Stamp {
  readonly schema: 1;
  readonly rulebook: Assessment['rulebook'];
  readonly language: string;
  readonly drawn: Drawn;
  readonly digests: { readonly case: string };
  readonly case: Readonly<Record<string, unknown>>;
  /** The lines without their sources, which the page shows. */
  readonly lines: readonly LineState[];
}

/** Digest of a case as it can be read again. */
export function caseDigest({ case: theCase }: Assessment): string {
  return digestOf(asGiven(theCase));
}

/** Adds the digest of the case to the foot of a view, before that of the rule book, which comes last. */
export function withCaseDigest(view: View, answer: Assessment, messages: Messages): View {
  const { verify } = compareMessages(messages.language);
  const line = `${verify.caseDigest} ${caseDigest(answer)}`;
  return { ...view, footer: [...view.footer.slice(0, -1), line, ...view.footer.slice(-1)] };
}

/** A JSON result with its digests: of the case, and of everything else in it. */
export function sealedJson(
  json: Record<string, unknown>,
  answer: Assessment,
  drawn: Drawn,
): Record<string, unknown> {
  const digests = { case: caseDigest(answer), answer: digestOf(json) };
  return { ...json, digests: { ...digests, drawn } };
}

/** The stamp of a page for an attribute: JSON in base64, in which nothing from a rule book can look like markup. */
export function stampOf(answer: Assessment, language: string, drawn: Drawn): string {
  const stamp: Stamp = harmless({
    schema: 1,
    rulebook: answer.rulebook,
    language,
    drawn,
    digests: { case: caseDigest(answer) },
    case: asGiven(answer.case),
    lines: lineStates(answer).map((line) => ({ ...line, sources: [] })),
  });
  return Buffer.from(JSON.stringify(stamp), 'utf8').toString('base64');
}

/** The stamp of a page as it was written; `undefined` where the page has none. Throws where it is no JSON. */
export function stampIn(page: string): unknown {
  const text = metaContent(page, STAMP);
  return text === undefined ? undefined : JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
}

/** Digest of what a page shows and of its stamp. */
export function contentDigest(page: string): string {
  return digestOf([visibleText(page).join(' '), metaContent(page, STAMP) ?? '']);
}

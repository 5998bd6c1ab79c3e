/** One answer in one of the formats. */
import type { Assessment } from '../assess/assessment.ts';
import type { News } from '../desk/news.ts';
import { withTickedDates } from '../desk/ticks.ts';
import { suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import { inkFor } from '../render/ink.ts';
import { foldFor } from '../render/fold.ts';
import type { TextStyle } from '../render/text.ts';
import type { Section, View } from '../render/view.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { SECTION_IDS, type SectionId } from '../render/sections.ts';
import type { CommonFlags } from './options.ts';
import {
  caseDigest,
  CONTENT_DIGEST,
  contentDigest,
  sealedJson,
  STAMP,
  stampOf,
  withCaseDigest,
  type Drawn,
} from './seal.ts';
import { nearbyJsonOf, nearbySection } from './nearby.ts';
import { jsonOf, sectionJson } from '../render/json.ts';
import { renderIcs } from '../render/ics.ts';
import { viewOf } from '../render/view.ts';
import { renderHtml } from '../render/html.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';

export const FORMATS = ['text', 'json', 'markdown', 'html', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

/** How an answer is shown, besides the format: the terminal's measures, and what the reader asked for. */
export interface AnswerStyle extends Pick<TextStyle, 'width' | 'plain'> {
  readonly colour: 0 | 1;
  /** Large print, where there is print. */
  readonly big?: boolean;
  /** Working-day terms day by day. */
  readonly walk?: boolean;
  /** One section of the answer alone. */
  readonly only?: SectionId;
  /** What a case file adds. */
  readonly news?: News;
  /** What would change the answer, beside it. */
  readonly nearby?: boolean;
}

/** The style that a command line and its terminal ask for. */
export function styleOf(io: Io, flags: CommonFlags): AnswerStyle {
  const only = sectionFlag(flags);
  return {
    width: io.stdout.width,
    colour: flags.out === undefined ? io.stdout.colour : 0,
    plain: io.plain,
    big: flags.big === true,
    walk: flags.count === true,
    nearby: flags.nearby === true,
    ...(only !== undefined && { only }),
  };
}

/** The section of `--section`. Throws {@link InputError} when there is none of that name. */
function sectionFlag(flags: CommonFlags): SectionId | undefined {
  const { section } = flags;
  if (typeof section !== 'string') return undefined;
  const only = SECTION_IDS.find((id) => id === section);
  if (only !== undefined) return only;
  const suggestion = suggest(section, SECTION_IDS);
  throw new InputError([
    {
      code: 'unknown-value',
      path: '--section',
      value: section,
      allowed: SECTION_IDS,
      ...(suggestion !== undefined && { suggestion }),
    },
  ]);
}

/** The bytes of an answer, ending with a newline. */
export async function renderAnswer(
  assessed: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  format: Format,
  style: AnswerStyle,
): Promise<string> {
  const { only, news } = style;
  const answer = withTickedDates(assessed, news?.ticked ?? []);
  const drawn: Drawn = {
    ...(only !== undefined && { only }),
    ...(style.nearby === true && { nearby: true }),
    ...(style.walk === true && { walk: true }),
    ...(news && Object.keys(news).length > 0 && { news }),
  };
  if (format === 'json') {
    const whole = jsonOf(answer, rulebook, messages, news ? { news } : {});
    const section = only === undefined ? whole : sectionJson(whole, only);
    const json =
      style.nearby === true ? { ...section, nearby: nearbyJsonOf(answer, rulebook, messages) } : section;
    return `${steady(JSON.stringify(sealedJson(json, answer, drawn), null, 2))}\n`;
  }
  if (format === 'ics') {
    return renderIcs(answer, rulebook, messages, {
      rulebook: answer.rulebook.digest,
      case: caseDigest(answer),
    });
  }
  const plain = viewOf(answer, rulebook, messages, {
    walk: style.walk === true,
    sheets: format === 'html' && only === undefined,
    ...(only !== undefined && { only }),
    ...(news && { news }),
  });
  const whole = style.nearby === true ? withSection(plain, nearbySection(answer, rulebook, messages)) : plain;
  const view = withCaseDigest(whole, answer, messages);
  if (format === 'html') {
    const stamp = stampOf(answer, messages.language, drawn);
    const page = (digest: string) =>
      renderHtml(view, {
        big: style.big === true,
        first: messages.view.first,
        meta: { [STAMP]: stamp, [CONTENT_DIGEST]: digest },
      });
    return page(contentDigest(page('')));
  }
  if (format === 'markdown') return renderMarkdown(view);
  const { width, plain: inLines = false } = style;
  return renderText(view, {
    width,
    plain: inLines,
    ink: await inkFor(style.colour),
    fold: await foldFor(view),
  });
}

/** What would change the answer, before the sources. */
function withSection(view: View, section: Section): View {
  return { ...view, sections: [...view.sections.slice(0, -1), section, ...view.sections.slice(-1)] };
}

/** JSON in which what could steer a terminal or reorder its line is written as an escape: the value is the same. */
function steady(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

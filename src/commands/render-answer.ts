/** One answer in one of the formats; a format's code is loaded only when it is asked for. */
import type { Assessment } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { TextStyle } from '../render/text.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The bytes of an answer, ending with a newline. */
export async function renderAnswer(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  format: Format,
  style: TextStyle,
): Promise<string> {
  if (format === 'json') {
    const { jsonOf } = await import('../render/json.ts');
    return `${JSON.stringify(jsonOf(answer, rulebook, messages), null, 2)}\n`;
  }
  const [{ viewOf }, { renderText }] = await Promise.all([
    import('../render/view.ts'),
    import('../render/text.ts'),
  ]);
  return renderText(viewOf(answer, rulebook, messages), style);
}

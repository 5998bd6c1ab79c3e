/** Which language to answer in, and its words. */
import type { Io } from '../io.ts';
import type { Messages } from './messages.ts';

export const LANGUAGES = ['en', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT_LANGUAGE: Language = 'en';

/** The language that the environment asks for, in gettext's order; unknown and empty ones are passed over. */
export function languageOf(env: Io['env']): Language {
  const wishes = [
    env.PERMESSO_LANG,
    ...(env.LANGUAGE ?? '').split(':'),
    env.LC_ALL,
    env.LC_MESSAGES,
    env.LANG,
  ];
  for (const wish of wishes) {
    if (wish === undefined || wish === '') continue;
    const code = wish.slice(0, 2).toLowerCase();
    // C and POSIX say “no language”, which settles the question for gettext as well
    if (/^(c|posix)(\.|$)/i.test(wish)) return DEFAULT_LANGUAGE;
    if (isLanguage(code)) return code;
  }
  return DEFAULT_LANGUAGE;
}

/** Whether the program speaks a language. */
export function isLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language === code);
}

/** The words of a language; only the one asked for is loaded. */
export async function messagesOf(language: Language): Promise<Messages> {
  return language === 'it' ? (await import('./it.ts')).it : (await import('./en.ts')).en;
}

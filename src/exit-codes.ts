/** Every exit code of the program and what it means to a script. */
export const EXIT = {
  done: 0,
  /** The rule book failed its check, or the program did. */
  failed: 1,
  /** Usage, case or file cannot be used. */
  unusable: 2,
  /** Batch: some lines were refused. */
  someRefused: 3,
  interrupted: 130,
} as const;

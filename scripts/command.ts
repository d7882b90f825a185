/** Exit codes of every command: done, our fault, bad input, nothing found. */
export const EXIT = { done: 0, ourFault: 1, badInput: 2, nothingFound: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a command writes: results on `out` (stdout), progress and words on `say` (stderr). */
export interface Terminal {
  out(text: string): void;
  say(text: string): void;
  /** One line that is rewritten in place on a terminal, and printed at most once a second elsewhere. */
  progress(text: string): void;
  /** Aborted by Ctrl-C (SIGINT) and SIGTERM. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  /** Full text of --help. */
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command line is wrong: says which option, its value and what is expected. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

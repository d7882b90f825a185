import type { Terminal } from "./command.ts";

const PRINT_EVERY_MS = 1000;
const REDRAW_EVERY_MS = 80;

/**
 * The terminal of a real process: results on stdout, words on stderr, one progress line. The first Ctrl-C asks the
 * work to stop and clean up; the second ends the process at once.
 */
export function createProcessTerminal(host: NodeJS.Process): Terminal {
  const controller = new AbortController();
  let lastProgressAt = 0;
  let lineIsOpen = false;

  for (const name of ["SIGINT", "SIGTERM"] as const) {
    host.on(name, () => {
      if (controller.signal.aborted) host.exit(130);
      controller.abort();
    });
  }
  for (const stream of [host.stdout, host.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader at the other end of a pipe (`| head`) has left: nobody is waiting for the rest.
      if (error.code === "EPIPE") host.exit(0);
      throw error;
    });
  }

  function closeLine(): void {
    if (lineIsOpen) host.stderr.write("\r\x1b[K");
    lineIsOpen = false;
  }

  return {
    signal: controller.signal,
    out(text) {
      closeLine();
      host.stdout.write(`${text}\n`);
    },
    say(text) {
      closeLine();
      host.stderr.write(`${text}\n`);
    },
    progress(text) {
      const now = performance.now();
      const isInteractive = host.stderr.isTTY === true;
      if (now - lastProgressAt < (isInteractive ? REDRAW_EVERY_MS : PRINT_EVERY_MS)) return;
      lastProgressAt = now;
      if (!isInteractive) {
        host.stderr.write(`${text}\n`);
        return;
      }
      host.stderr.write(`\r\x1b[K${text.slice(0, Math.max(20, (host.stderr.columns ?? 80) - 1))}`);
      lineIsOpen = true;
    },
  };
}

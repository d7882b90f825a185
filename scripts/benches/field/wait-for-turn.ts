/**
 * Loaded before the program by a server that is kept ready: its modules are read while the server before still lives,
 * and the program begins with the first byte on its standard input.
 */
import "../../../server/serve.ts";

await new Promise<void>((resolve) => process.stdin.once("data", () => resolve()));
process.stdin.destroy();

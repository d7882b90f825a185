import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Writes a file of the given name into a folder of its own, removed after the tests of the file. */
export async function sourceFile(name: string, content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "arpent-reader-"));
  folders.push(folder);
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

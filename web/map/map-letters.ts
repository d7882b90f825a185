import letterFiles from "virtual:letter-files";
import { addProtocol } from "maplibre-gl";

const PROTOCOL = "letters";

/** What a style says of its letters. MapLibre asks for 256 of them at a time, and draws itself what it does not get. */
export const LETTERS = `${PROTOCOL}://{fontstack}/{range}`;

/** "letters://Label Bold,system-ui,sans-serif/0-255": the last word of the first name is the weight. */
const ASKED = /^letters:\/\/(?:[^,/]* )?(\w+)[^/]*\/(\d+)-\d+$/;

/** Where the asked letters are; null for those that nobody has drawn. */
export function letterAddress(asked: string): string | null {
  const [, font, first] = ASKED.exec(asked) ?? [];
  return letterFiles[font ?? ""]?.[Number(first)] ?? null;
}

/**
 * Answers maps that ask for letters with those that were drawn when the application was built: drawing them here kept the
 * page busy for 100 ms and more whenever new ones came into sight. For others nobody is asked, so that no request fails.
 */
addProtocol(PROTOCOL, async ({ url }, { signal }) => {
  const address = letterAddress(url);
  if (address === null) throw new Error(`no letters were drawn for ${url}`);
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  if (answer.body === null) throw new Error(`${address} is empty`);
  const unpacked = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return { data: await new Response(unpacked).arrayBuffer() };
});

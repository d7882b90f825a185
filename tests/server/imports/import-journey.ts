import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ImportState, SaidOfFile } from "../../../server/contract/imports.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import type { TestServer } from "../../fixtures/make-server.ts";

const JSON_HEADERS = { "content-type": "application/json" };
const PIECE_BYTES = 1_000_000;
const NO_OPTIONS = { title: "", name: "", communes: [], box: null };

/** What the import screen asks of the server, one step each. */
export function importing(server: TestServer) {
  const send = (method: string, path: string, body: unknown, language = "fr") =>
    server.request(`/api${path}`, {
      method,
      headers: { ...JSON_HEADERS, "accept-language": language },
      body: JSON.stringify(body),
    });

  async function begin(options: object = NO_OPTIONS): Promise<string> {
    return (await jsonOf<{ importId: string }>(send("POST", "/imports", options))).importId;
  }

  async function announce(importId: string, name: string, bytes: number): Promise<string> {
    const answer = await send("POST", `/imports/${importId}/files`, { name, bytes });
    return (await jsonOf<{ fileId: string }>(answer)).fileId;
  }

  function piece(importId: string, fileId: string, at: number, content: Uint8Array, headers: object = {}) {
    return server.request(`/api/imports/${importId}/files/${fileId}/content?at=${at}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", ...headers },
      body: new Uint8Array(content),
    });
  }

  async function upload(importId: string, name: string, content: Uint8Array | string): Promise<string> {
    const bytes = Buffer.from(content);
    const fileId = await announce(importId, name, bytes.length);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const answer = await piece(importId, fileId, at, bytes.subarray(at, at + PIECE_BYTES));
      if (answer.status !== 200) throw new Error(`${name}: ${await answer.text()}`);
    }
    return fileId;
  }

  const state = (importId: string, language = "fr") =>
    jsonOf<ImportState>(server.request(`/api/imports/${importId}?lang=${language}`));

  /** The import once nothing is being read, waits or runs. */
  async function settled(importId: string): Promise<ImportState> {
    for (let tries = 0; tries < 600; tries++) {
      const now = await state(importId);
      const isReading = now.files.some(({ status }) => status === "reading");
      if (!isReading && now.build?.status !== "waiting" && now.build?.status !== "running") return now;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("the import does not come to rest");
  }

  return {
    send,
    begin,
    announce,
    piece,
    upload,
    state,
    settled,
    uploadFile: (importId: string, path: string) => upload(importId, basename(path), readFileSync(path)),
    say: (importId: string, fileId: string, said: Partial<SaidOfFile>) =>
      send("PUT", `/imports/${importId}/files/${fileId}`, {
        ...{ role: null, vintage: null, electionId: null, columns: null },
        ...said,
      }),
    build: (importId: string) => send("POST", `/imports/${importId}/build`, {}),
  };
}

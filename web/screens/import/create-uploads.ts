import { createSignal, onCleanup } from "solid-js";
import type { ImportFile, ImportLimits } from "../../../server/contract/imports.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { asProblem } from "../../api/create-load.ts";

/** A file that this page is sending, waits to send, or could not send. */
export interface Upload {
  /** Of the server; null until it has made room. */
  readonly fileId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly problem: ApiProblem | null;
  /** The connection is gone and is being tried again. */
  readonly isWaiting: boolean;
}

interface Sending {
  readonly key: number;
  readonly file: File;
  readonly controller: AbortController;
}

export interface UploadsDeps {
  readonly api: Pick<Client, "addImportFile" | "sendPiece" | "import">;
  readonly limits: () => ImportLimits | null;
  /** The import that files go to, begun when there is none yet. */
  readonly importId: () => Promise<string>;
  readonly known: () => readonly ImportFile[];
  readonly pause?: (milliseconds: number) => Promise<void>;
}

const PAUSES_MILLISECONDS = [500, 1000, 2000, 4000, 8000];
const USUAL_PIECE_BYTES = 1_000_000;

/** Sends files one after the other in pieces; what broke off goes on where the server has got to. */
export function createUploads({ api, limits, importId, known, pause = sleep }: UploadsDeps) {
  const [uploads, setUploads] = createSignal<ReadonlyMap<number, Upload>>(new Map());
  let last = Promise.resolve();
  let keys = 0;
  const controllers = new Map<number, AbortController>();
  onCleanup(() => {
    for (const controller of controllers.values()) controller.abort();
  });

  function change(key: number, part: Partial<Upload>): void {
    setUploads((before) => {
      const one = before.get(key);
      return one === undefined ? before : new Map(before).set(key, { ...one, ...part });
    });
  }

  function forget(key: number): void {
    controllers.get(key)?.abort();
    controllers.delete(key);
    setUploads((before) => new Map([...before].filter(([other]) => other !== key)));
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      const key = keys++;
      const controller = new AbortController();
      const begun = { fileId: null, name: file.name, bytes: file.size, sentBytes: 0, isWaiting: false };
      const most = limits()?.fileBytes ?? Number.POSITIVE_INFINITY;
      // Said before a byte is sent; the server has the last word.
      const problem = file.size > most ? new ApiProblem({ code: "file-too-large", message: "" }) : null;
      setUploads((before) => new Map(before).set(key, { ...begun, problem }));
      if (problem !== null) continue;
      controllers.set(key, controller);
      last = last.then(() => send({ key, file, controller }));
    }
  }

  async function send({ key, file, controller }: Sending): Promise<void> {
    const { signal } = controller;
    if (signal.aborted) return;
    try {
      const id = await importId();
      // Chosen twice: once is enough.
      if (known().some((one) => isSame(one, file) && one.status !== "uploading")) return forget(key);
      const begun = known().find((one) => isSame(one, file));
      const fileId =
        begun?.id ??
        (await api.addImportFile(id, { name: file.name, bytes: file.size, modifiedAt: Math.round(file.lastModified) }));
      change(key, { fileId });
      let at = begun?.receivedBytes ?? 0;
      for (let failures = 0; at < file.size && !signal.aborted; ) {
        change(key, { sentBytes: at, isWaiting: failures > 0 });
        const piece = file.slice(at, at + (limits()?.pieceBytes ?? USUAL_PIECE_BYTES));
        try {
          at = await api.sendPiece(id, fileId, at, piece, signal);
          failures = 0;
        } catch (failure) {
          const wait = PAUSES_MILLISECONDS[failures++];
          if (signal.aborted || wait === undefined || !isWorthAnotherTry(failure)) throw failure;
          change(key, { isWaiting: true });
          await pause(wait);
          at = await receivedBytes(id, fileId).catch(() => at);
        }
      }
      if (!signal.aborted) forget(key);
    } catch (failure) {
      if (!signal.aborted) change(key, { problem: asProblem(failure), isWaiting: false });
    }
  }

  async function receivedBytes(id: string, fileId: string): Promise<number> {
    const { files } = await api.import(id);
    const file = files.find((one) => one.id === fileId);
    if (file === undefined) throw new ApiProblem({ code: "nothing-found", message: "" });
    return file.receivedBytes;
  }

  return {
    uploads: () => [...uploads()].map(([key, upload]) => ({ key, ...upload })),
    of: (fileId: string) => [...uploads().values()].find((upload) => upload.fileId === fileId) ?? null,
    add,
    forget,
    /** Stops sending a file of the server. */
    stop(fileId: string): void {
      for (const [key, upload] of uploads()) if (upload.fileId === fileId) forget(key);
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;

/** Whether this is the file that was sent, or whose sending broke off, e.g. when the page was closed. */
function isSame(one: ImportFile, file: File): boolean {
  return one.name === file.name && one.bytes === file.size && one.modifiedAt === Math.round(file.lastModified);
}

/** No answer, too slow an answer, or a piece for another place: all of them mend themselves. */
function isWorthAnotherTry(failure: unknown): boolean {
  return failure instanceof ApiProblem && ["offline", "too-slow", "wrong-place", "unreadable"].includes(failure.code);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

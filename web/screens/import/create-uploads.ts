import { createSignal, onCleanup } from "solid-js";
import type { ImportFile, ImportLimits } from "../../../server/contract/imports.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { askBeforeLeaving } from "../../api/ask-before-leaving.ts";
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
const LONGEST_PAUSE_MILLISECONDS = 10_000;
const USUAL_PIECE_BYTES = 1_000_000;
const UNREADABLE_FILE = new ApiProblem({ code: "file-changed", message: "" });

/** Said before a byte is sent; the server has the last word. */
function faultOfSize({ size }: File, most: number): "file-too-large" | "empty-file" | null {
  if (size > most) return "file-too-large";
  return size === 0 ? "empty-file" : null;
}

/** Sends files one after the other in pieces; what broke off goes on where the server has got to. */
export function createUploads({ api, limits, importId, known, pause = sleep }: UploadsDeps) {
  const [uploads, setUploads] = createSignal<ReadonlyMap<number, Upload>>(new Map());
  let last = Promise.resolve();
  let keys = 0;
  const controllers = new Map<number, AbortController>();
  askBeforeLeaving(() => [...uploads().values()].some(({ problem }) => problem === null));
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
      const fault = faultOfSize(file, limits()?.fileBytes ?? Number.POSITIVE_INFINITY);
      const problem = fault === null ? null : new ApiProblem({ code: fault, message: "" });
      setUploads((before) => new Map(before).set(key, { ...begun, problem }));
      if (problem !== null) continue;
      controllers.set(key, controller);
      last = last.then(() => send({ key, file, controller }));
    }
  }

  /** As long as it takes: a server that is away comes back, and nothing is asked of who waits. */
  async function send({ key, file, controller: { signal } }: Sending): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        await sendRest(key, file, signal, () => {
          failures = 0;
        });
        if (!signal.aborted) forget(key);
        return;
      } catch (failure) {
        if (signal.aborted) return;
        const problem = (await isReadable(file)) ? asProblem(failure) : UNREADABLE_FILE;
        failures++;
        if (!isWorthAnotherTry(problem, failures)) return change(key, { problem, isWaiting: false });
        change(key, { isWaiting: true });
        const wait = pause(PAUSES_MILLISECONDS[failures - 1] ?? LONGEST_PAUSE_MILLISECONDS);
        await Promise.race([wait, aborted(signal)]);
      }
    }
  }

  async function sendRest(key: number, file: File, signal: AbortSignal, onArrived: () => void): Promise<void> {
    const id = await importId();
    const begun = uploads().get(key)?.fileId ?? null;
    const there = known().find((one) => isSame(one, file));
    // Chosen twice: once is enough.
    if (begun === null && there !== undefined && there.status !== "uploading") return;
    const fileId =
      begun ??
      there?.id ??
      (await api.addImportFile(id, { name: file.name, bytes: file.size, modifiedAt: Math.round(file.lastModified) }));
    // What was said of it when it could not be sent before no longer holds.
    for (const [other, upload] of uploads()) if (other !== key && upload.fileId === fileId) forget(other);
    change(key, { fileId });
    let at = begun === null ? (there?.receivedBytes ?? 0) : await receivedBytes(id, begun);
    while (at < file.size && !signal.aborted) {
      change(key, { sentBytes: at, isWaiting: false });
      const piece = file.slice(at, at + (limits()?.pieceBytes ?? USUAL_PIECE_BYTES));
      at = await api.sendPiece(id, fileId, at, piece, signal);
      onArrived();
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

/** No answer is waited out; too slow an answer, or a piece for another place, mend themselves in a few tries. */
function isWorthAnotherTry({ code }: ApiProblem, failures: number): boolean {
  if (code === "offline") return true;
  return ["too-slow", "wrong-place", "unreadable"].includes(code) && failures <= PAUSES_MILLISECONDS.length;
}

/** A file that was changed or taken away fails as a lost connection does. */
async function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** Whoever stops a file lets the next one begin at once. */
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

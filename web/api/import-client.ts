import type { FirstSteps } from "../../server/contract/first-steps.ts";
import type {
  ImportList,
  ImportOptions,
  ImportReport,
  ImportState,
  SaidOfFile,
  TerritoryHoldings,
} from "../../server/contract/imports.ts";
import type { Language } from "../../server/contract/plan.ts";
import { answer, checked, reach } from "./answers.ts";

/** What the import screen asks, and what is done to territories as a whole. */
export function createImportClient(language: () => Language) {
  const send = (method: string, path: string, body?: BodyInit, type = "application/json", signal?: AbortSignal) =>
    reach(`/api${path}`, {
      method,
      headers: {
        accept: "application/json",
        "accept-language": language(),
        ...(body === undefined ? {} : { "content-type": type }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
  const json = (method: string, path: string, body: object) => send(method, path, JSON.stringify(body));
  const get = (path: string, signal?: AbortSignal) => send("GET", path, undefined, undefined, signal);
  const of = (importId: string) => `/imports/${encodeURIComponent(importId)}`;
  const ofFile = (importId: string, fileId: string) => `${of(importId)}/files/${encodeURIComponent(fileId)}`;
  const territory = (name: string) => `/territories/${encodeURIComponent(name)}`;

  return {
    imports: (signal?: AbortSignal) => answer<ImportList>(get("/imports", signal)),
    beginImport: (options: ImportOptions) =>
      answer<{ importId: string }>(json("POST", "/imports", options)).then(({ importId }) => importId),
    startDemo: () => answer<{ importId: string }>(json("POST", "/imports/demo", {})).then(({ importId }) => importId),
    import: (importId: string, signal?: AbortSignal) => answer<ImportState>(get(of(importId), signal)),
    removeImport: async (importId: string): Promise<void> => {
      await checked(send("DELETE", of(importId)));
    },
    setImportOptions: (importId: string, options: ImportOptions) =>
      answer<ImportState>(json("PUT", `${of(importId)}/options`, options)),
    addImportFile: (importId: string, file: { name: string; bytes: number; modifiedAt: number }) =>
      answer<{ fileId: string }>(json("POST", `${of(importId)}/files`, file)).then(({ fileId }) => fileId),
    sendPiece: (importId: string, fileId: string, at: number, piece: Blob, signal: AbortSignal) =>
      answer<{ receivedBytes: number }>(
        send("PUT", `${ofFile(importId, fileId)}/content?at=${at}`, piece, "application/octet-stream", signal),
      ).then(({ receivedBytes }) => receivedBytes),
    sayOfFile: (importId: string, fileId: string, said: SaidOfFile) =>
      answer<ImportState>(json("PUT", ofFile(importId, fileId), said)),
    removeImportFile: async (importId: string, fileId: string): Promise<void> => {
      await checked(send("DELETE", ofFile(importId, fileId)));
    },
    startBuild: async (importId: string): Promise<void> => {
      await checked(json("POST", `${of(importId)}/build`, {}));
    },
    cancelBuild: async (importId: string): Promise<void> => {
      await checked(send("DELETE", `${of(importId)}/build`));
    },
    importReport: (importId: string, signal?: AbortSignal) =>
      answer<ImportReport>(get(`${of(importId)}/report`, signal)),
    importReportAddress: (importId: string) => `/api${of(importId)}/report?download=1`,
    importEventsAddress: (importId: string) => `/api${of(importId)}/events?lang=${language()}`,

    firstSteps: (signal?: AbortSignal) => answer<FirstSteps>(get("/first-steps", signal)),
    holdings: (name: string, signal?: AbortSignal) =>
      answer<TerritoryHoldings>(get(`${territory(name)}/holdings`, signal)),
    renameTerritory: async (name: string, title: string): Promise<void> => {
      await checked(json("PUT", `${territory(name)}/title`, { title }));
    },
    removeTerritory: async (name: string): Promise<void> => {
      await checked(send("DELETE", territory(name)));
    },
  };
}

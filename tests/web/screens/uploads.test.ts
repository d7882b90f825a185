import { createRoot } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import type { ImportFile, ImportState } from "../../../server/contract/imports.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createUploads, type UploadsDeps } from "../../../web/screens/import/create-uploads.ts";

const LIMITS = { fileBytes: 1000, freeBytes: 1e9, pieceBytes: 4, files: 10 };
const fileOf = (text: string, name = "a.csv") => new File([text], name, { lastModified: 7 });

/** A server that holds what arrives, and fails as the test says. */
function uploading(changes: Partial<ImportFile> = {}, failures: readonly (ApiProblem | null)[] = []) {
  let held = "";
  const rest = [...failures];
  const pieces: number[] = [];
  const known: ImportFile[] = [];
  const api: UploadsDeps["api"] = {
    addImportFile: vi.fn(async () => "file-1"),
    async sendPiece(_, __, at, piece) {
      pieces.push(at);
      const failure = rest.shift() ?? null;
      // Half of a piece arrives before the connection breaks.
      held = held.slice(0, at) + (await piece.text()).slice(0, failure === null ? undefined : 2);
      if (failure !== null) throw failure;
      return held.length;
    },
    import: async () =>
      ({ files: [{ id: "file-1", receivedBytes: held.length, ...changes }] }) as unknown as ImportState,
  };
  const uploads = createRoot(() =>
    createUploads({
      api,
      limits: () => LIMITS,
      importId: async () => "import-1",
      known: () => known,
      pause: async () => undefined,
    }),
  );
  function hold(text: string): void {
    held = text;
  }
  return { uploads, api, pieces, known, held: () => held, hold };
}

const offline = new ApiProblem({ code: "offline", message: "" });

describe("sending a file", () => {
  it("keeps the page from being closed unasked until all of it has arrived", async () => {
    const { uploads } = uploading();
    const isAsked = () => {
      const closing = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(closing);
      return closing.defaultPrevented;
    };
    expect(isAsked()).toBe(false);

    uploads.add([fileOf("0123456789")]);
    expect(isAsked()).toBe(true);
    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(isAsked()).toBe(false);

    uploads.add([fileOf("")]);
    expect(isAsked()).toBe(false);
  });

  it("goes piece by piece, and is forgotten once all of it has arrived", async () => {
    const { uploads, pieces, held } = uploading();

    uploads.add([fileOf("0123456789")]);

    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(held()).toBe("0123456789");
    expect(pieces).toEqual([0, 4, 8]);
  });

  it("goes on where the server has got to when the connection breaks", async () => {
    const { uploads, pieces, held } = uploading({}, [null, offline]);

    uploads.add([fileOf("0123456789")]);

    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(pieces).toEqual([0, 4, 6]);
    expect(held()).toBe("0123456789");
  });

  it("waits for a server that is away as long as it takes", async () => {
    const { uploads, held } = uploading(
      {},
      Array.from({ length: 40 }, () => offline),
    );
    const text = "0123456789".repeat(9);

    uploads.add([fileOf(text)]);

    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(held()).toBe(text);
  });

  it("gives up with the reason after six tries, or at once when trying again would not help", async () => {
    const slow = uploading(
      {},
      Array.from({ length: 6 }, () => new ApiProblem({ code: "too-slow", message: "lent" })),
    );
    const full = uploading({}, [new ApiProblem({ code: "disk-full", message: "plein" })]);

    slow.uploads.add([fileOf("0123456789012345678901234567890123456789")]);
    full.uploads.add([fileOf("0123456789")]);

    await vi.waitFor(() => expect(slow.uploads.uploads()[0]?.problem?.message).toBe("lent"));
    await vi.waitFor(() => expect(full.uploads.uploads()[0]?.problem?.message).toBe("plein"));
    expect(full.pieces).toEqual([0]);
  });

  it("says so when the file itself cannot be read any more", async () => {
    const { uploads } = uploading({}, [offline]);
    const file = fileOf("0123456789");
    const gone = Object.assign(new Blob(), {
      arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")),
    });
    const whole = file.slice.bind(file);
    file.slice = (start, end) => (end === 1 ? gone : whole(start, end));

    uploads.add([file]);

    await vi.waitFor(() => expect(uploads.uploads()[0]?.problem?.code).toBe("file-changed"));
  });

  it("forgets what went wrong before when the file is chosen again", async () => {
    const { uploads, known, held } = uploading({}, [new ApiProblem({ code: "disk-full", message: "plein" })]);
    uploads.add([fileOf("0123456789")]);
    await vi.waitFor(() => expect(uploads.of("file-1")?.problem?.message).toBe("plein"));
    known.push({
      ...{ id: "file-1", name: "a.csv", bytes: 10, receivedBytes: 2, modifiedAt: 7, status: "uploading" },
    } as ImportFile);

    uploads.add([fileOf("0123456789")]);

    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(held()).toBe("0123456789");
  });

  it("takes up a file that was begun before the page was closed", async () => {
    const { uploads, api, pieces, known, hold, held } = uploading();
    hold("01234");
    known.push({
      id: "file-1",
      name: "a.csv",
      bytes: 10,
      receivedBytes: 5,
      modifiedAt: 7,
      status: "uploading",
    } as ImportFile);

    uploads.add([fileOf("0123456789")]);

    await vi.waitFor(() => expect(uploads.uploads()).toEqual([]));
    expect(api.addImportFile).not.toHaveBeenCalled();
    expect(pieces).toEqual([5, 9]);
    expect(held()).toBe("0123456789");
  });

  it("refuses a file that is too large before a byte of it is sent", () => {
    const { uploads, pieces } = uploading();

    uploads.add([fileOf("x".repeat(1001))]);

    expect(uploads.uploads()[0]?.problem?.code).toBe("file-too-large");
    expect(pieces).toEqual([]);
  });

  it("says that a file is empty without asking the server", () => {
    const { uploads, api } = uploading();

    uploads.add([fileOf("")]);

    expect(uploads.uploads()[0]?.problem?.code).toBe("empty-file");
    expect(api.addImportFile).not.toHaveBeenCalled();
  });
});

import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ImportFile, ImportState } from "../../../server/contract/imports.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { createFileNews } from "../../../web/screens/import/create-file-news.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const follow = (isBegunHere: boolean) =>
  createRoot(() => {
    const [state, setState] = createSignal<ImportState | null>(null);
    return { told: createFileNews(state, () => isBegunHere, createLanguage()), setState };
  });

it("tells files together that are read one after the other within a moment", () => {
  const { told, setState } = follow(false);
  setState(stateWith());
  setState(stateWith("1"));
  vi.advanceTimersByTime(300);
  setState(stateWith("1", "2"));
  vi.advanceTimersByTime(300);
  expect(told()).toBe("");

  vi.advanceTimersByTime(300);

  expect(told()).toBe("rues-1.pdf\u00a0: Fichier non reconnu. rues-2.pdf\u00a0: Fichier non reconnu.");
});

it("tells afterwards only what comes after it", () => {
  const { told, setState } = follow(false);
  setState(stateWith());
  setState(stateWith("1"));
  vi.advanceTimersByTime(600);
  setState(stateWith("1", "2"));

  vi.advanceTimersByTime(600);

  expect(told()).toBe("rues-2.pdf\u00a0: Fichier non reconnu.");
});

it("tells of the files that an import opens with when they were dropped here, and not when it is looked at again", () => {
  const [begun, again] = [follow(true), follow(false)];

  for (const { setState } of [begun, again]) setState(stateWith("1"));
  vi.advanceTimersByTime(600);

  expect(begun.told()).toBe("rues-1.pdf\u00a0: Fichier non reconnu.");
  expect(again.told()).toBe("");
});

function stateWith(...ids: readonly string[]): ImportState {
  return {
    ...{ id: "import", kind: "files", createdAt: "2026-03-07T09:00:00.000Z", build: null },
    options: { title: "", name: "", communes: [], box: null },
    files: ids.map(fileWith),
  };
}

function fileWith(id: string): ImportFile {
  return {
    ...{ id, status: "ready", name: `rues-${id}.pdf`, bytes: 10, receivedBytes: 10, modifiedAt: null },
    said: { role: null, vintage: null, columns: null, electionId: null },
    description: null,
    fault: null,
  };
}

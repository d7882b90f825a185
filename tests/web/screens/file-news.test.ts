import { createRoot } from "solid-js";
import { expect, it } from "vitest";
import type { ImportFile } from "../../../server/contract/imports.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { fileNews } from "../../../web/screens/import/file-news.ts";

const { t, formats } = createRoot((leave) => {
  const { t, formats } = createLanguage();
  leave();
  return { t, formats: formats() };
});
const news = (before: readonly ImportFile[], after: readonly ImportFile[]) => fileNews(t, formats, before, after);

it("tells of each file what has become of it, once", () => {
  const [sent, read] = [fileWith("1", "reading"), fileWith("1", "ready")];

  expect(news([], [sent])).toBe("");
  expect(news([sent], [read])).toBe("rues-1.pdf\u00a0: Fichier non reconnu.");
  expect(news([read], [read])).toBe("");
  expect(news([read], [read, fileWith("2", "unusable")])).toMatch(/^rues-2\.pdf\u00a0: /);
});

it("tells of a file that was taken away, and not of the one before it", () => {
  expect(news([fileWith("1", "ready"), fileWith("2", "ready")], [fileWith("1", "ready")])).toBe("rues-2.pdf retiré.");
});

function fileWith(id: string, status: ImportFile["status"]): ImportFile {
  return {
    ...{ id, status, name: `rues-${id}.pdf`, bytes: 10, receivedBytes: 10, modifiedAt: null },
    said: { role: null, vintage: null, columns: null, electionId: null },
    description: null,
    fault: null,
  };
}

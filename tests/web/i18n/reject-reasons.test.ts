import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rejectReason } from "../../../web/i18n/reject-reasons.ts";

it("every reason for which a reader leaves a record out has words in both languages", () => {
  const folder = join(import.meta.dirname, "../../../geodata");
  const texts = ["readers", "territory"].flatMap((part) =>
    readdirSync(join(folder, part)).map((name) => readFileSync(join(folder, part, name), "utf8")),
  );
  const given = /(?:reject\(|note\(|reason: |reason === )"([a-z0-9]+(?:-[a-z0-9]+)*)"/g;
  const reasons = new Set(texts.flatMap((text) => [...text.matchAll(given)].map(([, reason = ""]) => reason)));

  expect(reasons.size).toBeGreaterThan(30);
  for (const language of ["fr", "en"] as const) {
    expect([...reasons].filter((reason) => rejectReason(reason, language) === reason)).toEqual([]);
  }
});

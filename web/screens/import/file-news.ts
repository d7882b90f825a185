import type { ImportFile } from "../../../server/contract/imports.ts";
import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";
import { fileWords } from "./file-words.ts";

/** What has become of the files since `before`: read, described anew, not usable, taken away. A sentence for each. */
export function fileNews(
  t: Translate,
  formats: Formats,
  before: readonly ImportFile[],
  after: readonly ImportFile[],
): string {
  const stateOf = (file: ImportFile) => {
    if (file.status === "ready") return fileWords(t, formats, file);
    return file.status === "unusable" ? t("imports.notUsable") : "";
  };
  const known = new Map(before.map((file) => [file.id, stateOf(file)]));
  const told = after.flatMap((file) => {
    const state = stateOf(file);
    return state === "" || state === known.get(file.id) ? [] : [t("imports.isNow", file.name, state)];
  });
  const gone = before.filter(({ id }) => !after.some((file) => file.id === id));
  return [...told, ...gone.map(({ name }) => t("imports.removed", name))].join(" ");
}

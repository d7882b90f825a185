import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { ImportState } from "../../../server/contract/imports.ts";
import { createTold } from "../../design/create-told.ts";
import type { useLanguage } from "../../i18n/language.tsx";
import { createDebounced } from "../../workspace/create-debounced.ts";
import { fileNews } from "./file-news.ts";

/** For how long nothing else must become of the files before it is told, in milliseconds. */
const TOGETHER_MILLISECONDS = 500;

/**
 * What becomes of the files of an import, in words. Files that are dropped together are read one after the other within
 * a moment: they are told together, for else each would be told over by the next before it was said.
 */
export function createFileNews(
  state: Accessor<ImportState | null>,
  isBegunHere: Accessor<boolean>,
  language: Pick<ReturnType<typeof useLanguage>, "t" | "formats">,
): Accessor<string> {
  const [pending, setPending] = createSignal("");
  const settled = createDebounced(pending, TOGETHER_MILLISECONDS);
  const [told, tell] = createTold();
  createEffect(
    on(state, (now, before) => {
      // The files that an import opens with are no news, unless they have just been dropped here.
      const known = before?.files ?? (isBegunHere() ? [] : null);
      if (now === null || known === null) return;
      const news = fileNews(language.t, language.formats(), known, now.files);
      if (news !== "") setPending((waiting) => [waiting, news].filter(Boolean).join(" "));
    }),
  );
  createEffect(
    on(settled, (words) => {
      if (words === "") return;
      setPending("");
      tell(words);
    }),
  );
  return told;
}

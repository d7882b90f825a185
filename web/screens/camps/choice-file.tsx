import { createSignal, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { type ChoiceFileReading, readChoiceFile, writeChoiceFile } from "../../workspace/choice-file.ts";
import type { CandidateIndex } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./choice-conflict.module.css";

/** The choice as a file, to be taken to another installation, and such a file taken in. */
export function ChoiceFile(props: { readonly index: CandidateIndex }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [reading, setReading] = createSignal<ChoiceFileReading | null>(null);
  let input: HTMLInputElement | undefined;
  const write = () => {
    const choice = workspace.camps.choice();
    if (choice === null) return;
    const name = `${t("camps.file.fileName")}-${workspace.territoryName()}.json`;
    saveAs(name, new Blob([writeChoiceFile(choice)], { type: "application/json" }));
  };
  const read = async (file: File) => {
    const ids = new Set(props.index.all.map(({ candidate }) => candidate.id));
    const known = readChoiceFile(await file.text(), ids);
    setReading(known);
    if (known.ok) workspace.camps.replace(known.choice, "import");
  };
  const words = (known: ChoiceFileReading) =>
    known.ok ? t("camps.file.done", formats().integer(known.known), known.unknown) : t(`camps.file.${known.reason}`);
  return (
    <Disclosure title={t("camps.file.heading")}>
      <p class={styles.hint}>{t("camps.file.intro")}</p>
      <div class={styles.ways}>
        <Button size="small" onClick={write}>
          <Icon name="download" />
          {t("camps.file.write")}
        </Button>
        <Button size="small" onClick={() => input?.click()}>
          {t("camps.file.read")}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t("camps.file.read")}
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (file) void read(file);
            // The same file can be chosen again.
            field.value = "";
          }}
        />
      </div>
      <div role="status">
        <Show when={reading()}>
          {(known) => <Notice kind={known().ok ? "info" : "danger"}>{words(known())}</Notice>}
        </Show>
      </div>
    </Disclosure>
  );
}

function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

import { For } from "solid-js";
import type { CandidatesResponse } from "../../../server/contract/territories.ts";
import { Button } from "../../design/button.tsx";
import { Section } from "../../design/section.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./camps-tab.module.css";

/** Ready-made choices by family. */
export function PresetButtons(props: { readonly presets: CandidatesResponse["presets"] }) {
  const { camps } = useWorkspace();
  const { t, language } = useLanguage();
  const isChosen = (names: Readonly<Record<"fr" | "en", string>>) =>
    Object.values(names).includes(camps.choice()?.name ?? "");
  return (
    <Section title={t("camps.presets")}>
      <div class={styles.presets} id="camps-presets">
        <For each={props.presets}>
          {(preset) => (
            <Button
              size="small"
              aria-pressed={isChosen(preset.name)}
              class={styles.preset ?? ""}
              onClick={() => camps.replace({ name: preset.name[language()], sides: preset.sides }, "preset")}
            >
              {preset.name[language()]}
            </Button>
          )}
        </For>
      </div>
      <p class={tab.intro}>{t("camps.presetsHint")}</p>
      <label class={styles.field}>
        <span>{t("camps.name")}</span>
        <input
          type="text"
          maxlength={80}
          value={camps.choice()?.name ?? ""}
          onChange={(event) => camps.rename(event.currentTarget.value.trim())}
        />
      </label>
    </Section>
  );
}

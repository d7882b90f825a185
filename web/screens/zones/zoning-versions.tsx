import { createSignal, For, Show } from "solid-js";
import type { ZoningVersion } from "../../../server/contract/drawn-zones.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import type { OpenZoning } from "../../zones/create-zoning.ts";
import { NameForm } from "./name-form.tsx";
import styles from "./zones-tab.module.css";

/** The zoning as it was at moments that somebody has named; going back to one is an edit like any other. */
export function ZoningVersions(props: { readonly zones: Zones; readonly zoning: OpenZoning }) {
  const { t, formats } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const versions = createLoad(
    () => (isOpen() ? props.zoning.zoningId : null),
    (zoningId, signal) => props.zones.api.zoningVersions(zoningId, signal),
  );
  const run = async (act: () => Promise<unknown>, words: string) => {
    setProblem(null);
    try {
      await act();
      props.zones.tell(words);
      versions.retry();
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  const words = ({ zones, addresses }: ZoningVersion) =>
    t("zones.version", zones, formats().integer(zones), formats().integer(addresses));
  return (
    <Disclosure title={t("zones.versions")} onToggle={setIsOpen}>
      <p class={styles.small}>{t("zones.versionsIntro")}</p>
      <NameForm
        label={t("zones.versionName")}
        start=""
        word={t("zones.keepVersion")}
        onName={(name) =>
          run(() => props.zones.api.keepZoningVersion(props.zoning.zoningId, name), t("zones.kept", name))
        }
      />
      <Show when={problem() ?? versions.problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Show when={versions.value()?.length === 0}>
        <p class={styles.small}>{t("zones.noVersions")}</p>
      </Show>
      <ul class={styles.versions} aria-label={t("zones.versions")}>
        <For each={versions.value() ?? []}>
          {(version) => (
            <li>
              <span>
                <strong>{version.name}</strong>
                <small>
                  {formats().dateTime(version.savedAt)} · {words(version)}
                </small>
              </span>
              <Button
                size="small"
                aria-label={t("zones.restoreOf", version.name)}
                onClick={() => run(() => props.zoning.restore(version.version), t("zones.restored", version.name))}
              >
                {t("zones.restore")}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Disclosure>
  );
}

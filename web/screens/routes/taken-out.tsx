import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

/** Addresses that were taken out by hand, each with the way back: onto the open route, or where it costs least. */
export function TakenOut(props: { readonly routeId: string | null }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { handEdits } = workspace;
  const takenOut = () => workspace.plan.plan()?.plan?.edited?.takenOut ?? [];
  return (
    <Show when={takenOut().length > 0}>
      <section class={styles.block} aria-label={t("edit.takenOut", takenOut().length)}>
        <p>
          <strong>{t("edit.takenOut", takenOut().length)}</strong>
        </p>
        <ul class={styles.list}>
          <For each={takenOut()}>
            {(stop) => (
              <li class={styles.line}>
                <span>{stop.address}</span>
                <Button
                  size="small"
                  aria-label={t("edit.putBackStop", stop.address)}
                  onClick={() => handEdits.send({ kind: "insert", stopIds: [stop.stopId], routeId: props.routeId })}
                >
                  {t("edit.putBack")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

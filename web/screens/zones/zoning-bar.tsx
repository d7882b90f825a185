import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import type { OpenZoning } from "../../zones/create-zoning.ts";
import type { ZoningActions } from "./create-zoning-actions.ts";
import { NameForm } from "./name-form.tsx";
import { nextZoningName } from "./next-zoning-name.ts";
import styles from "./zones-tab.module.css";

interface ZoningBarProps {
  readonly zones: Zones;
  readonly zoning: OpenZoning;
  readonly actions: ZoningActions;
}

/** Which zoning is open, whether it is saved, what others did to it meanwhile, and the zonings themselves. */
export function ZoningBar(props: ZoningBarProps) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const options = () => {
    const known = props.zones.list.value() ?? [];
    const own = { value: props.zoning.zoningId, label: props.zoning.name() };
    const listed = known.map(({ id, name }) => (id === own.value ? own : { value: id, label: name }));
    return listed.some(({ value }) => value === own.value) ? listed : [own, ...listed];
  };
  const saving = () => {
    const count = props.zoning.unsent();
    const written = formats().integer(count);
    if (props.zoning.isOffline()) return t("zones.saving.offline", count, written);
    return count === 0 ? t("zones.saving.saved") : t("zones.saving.unsent", count, written);
  };
  /** Every edit is told by itself: of saving, only when it stops and when it goes on. */
  const spoken = createMemo<string>((before) => {
    if (props.zoning.isOffline()) return saving();
    return before === "" ? "" : t("zones.saving.saved");
  }, "");
  return (
    <section class={styles.zoning} aria-label={t("zones.zoning")}>
      <div class={styles.zoningLine}>
        <Choice
          label={t("zones.zoning")}
          labelPlace="hidden"
          value={props.zoning.zoningId}
          options={options()}
          onChange={(zoningId) => workspace.move({ type: "zoning-opened", zoningId })}
        />
        <span class={styles.undo}>
          <UndoButtons steps={props.zones.steps} undoLabel={t("zones.undo")} redoLabel={t("zones.redo")} />
        </span>
      </div>
      <p class={styles.saving} classList={{ [styles.bad ?? ""]: props.zoning.isOffline() }}>
        <Show when={!props.zoning.isGone()}>{saving()}</Show>
      </p>
      <Announcement words={props.zoning.isGone() ? "" : spoken()} />
      <Switch>
        <Match when={props.zoning.isGone()}>
          <Notice kind="warning">{t("zones.gone")}</Notice>
        </Match>
        <Match when={props.zoning.problem()}>
          {(problem) => (
            <ProblemNotice problem={problem()} heading={t("zones.zoningFailed")} onRetry={props.zoning.retry} />
          )}
        </Match>
      </Switch>
      <Show when={props.zones.refusals().length > 0}>
        <div role="alert">
          <Notice kind="warning">
            <ul>
              <For each={props.zones.refusals()}>{(words) => <li>{words}</li>}</For>
            </ul>
            <Button size="small" onClick={props.zones.forgetRefusals}>
              {t("zones.understood")}
            </Button>
          </Notice>
        </div>
      </Show>
      <Disclosure title={t("zones.manage")} isQuiet isOpen={props.zoning.isGone()}>
        <ManageZonings {...props} />
      </Disclosure>
    </section>
  );
}

function ManageZonings(props: ZoningBarProps) {
  const { t, formats } = useLanguage();
  const [asking, setAsking] = createSignal<"rename" | "delete" | null>(null);
  const nextName = () => nextZoningName(t, props.zones.list.value() ?? []);
  const zoneCount = () => props.zones.zones().length;
  return (
    <>
      <div class={styles.buttons}>
        <Button
          size="small"
          isBusy={props.actions.isBusy()}
          onClick={() => props.actions.make({ name: nextName(), copyOf: null })}
        >
          {t("zones.newZoning")}
        </Button>
        <Show when={!props.zoning.isGone()}>
          <Button
            size="small"
            isBusy={props.actions.isBusy()}
            onClick={() => props.actions.make({ name: nextName(), copyOf: props.zoning.zoningId })}
          >
            {t("zones.duplicateAs", nextName())}
          </Button>
          <Button size="small" aria-label={t("zones.renameZoning")} onClick={() => setAsking("rename")}>
            {t("zones.rename")}
          </Button>
          <Button size="small" look="danger" onClick={() => setAsking("delete")}>
            {t("zones.delete")}
          </Button>
        </Show>
      </div>
      <Switch>
        <Match when={asking() === "rename"}>
          <NameForm
            label={t("zones.renameZoning")}
            start={props.zoning.name()}
            onName={(name) => {
              setAsking(null);
              props.actions.rename(props.zoning.zoningId, name);
            }}
            onCancel={() => setAsking(null)}
          />
        </Match>
        <Match when={asking() === "delete"}>
          <div
            ref={(place) => queueMicrotask(() => place.focus())}
            role="alertdialog"
            aria-label={t("zones.deleteZoning")}
            tabindex="-1"
            class={styles.sure}
          >
            <p>{t("zones.deleteSure", props.zoning.name(), zoneCount(), formats().integer(zoneCount()))}</p>
            <div class={styles.buttons}>
              <Button
                size="small"
                look="danger"
                onClick={() => {
                  setAsking(null);
                  props.actions.remove(props.zoning.zoningId);
                }}
              >
                {t("zones.deleteYes")}
              </Button>
              <Button size="small" onClick={() => setAsking(null)}>
                {t("app.cancel")}
              </Button>
            </div>
          </div>
        </Match>
      </Switch>
    </>
  );
}

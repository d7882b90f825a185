import { createEffect, createSignal, For, on, Show } from "solid-js";
import { FIELD_BOUNDS, OUTCOMES, type Outcome } from "../../../server/contract/field-events.ts";
import { floorsToTell } from "../../../server/contract/floors-to-tell.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import type { Walk } from "../walk/create-walk.ts";
import type { SaidLine } from "../walk/said-lines.ts";
import { wordsOf } from "../walk/say-words.ts";
import type { StopProgress } from "../walk/walk-progress.ts";
import { ContactButton } from "./contact-button.tsx";
import { DoorCount } from "./door-count.tsx";
import { NoteButton } from "./note-button.tsx";
import { RouteOver } from "./route-over.tsx";
import styles from "./stop-card.module.css";
import { StopHead } from "./stop-head.tsx";
import { SurveyButton } from "./survey-button.tsx";

/** The most wished for first and widest, the others two by two. */
const ORDER: readonly Outcome[] = ["conversation", ...OUTCOMES.filter((outcome) => outcome !== "conversation")];

/** The address one is at: large, with everything that can happen at a door one tap away. */
export function StopCard(props: { readonly field: Field; readonly walk: Walk }) {
  return (
    <Show when={props.walk.current()} fallback={<RouteOver field={props.field} walk={props.walk} />}>
      {(now) => <OneStop now={now()} field={props.field} walk={props.walk} />}
    </Show>
  );
}

function OneStop(props: { readonly now: StopProgress; readonly field: Field; readonly walk: Walk }) {
  const { t } = useFieldLanguage();
  const stop = () => props.now.stop;
  const [doors, setDoors] = createSignal(1);
  // The count is of one tap: the next door is one door again.
  createEffect(on([() => stop().id], () => setDoors(1), { defer: true }));
  const report = async (outcome: Outcome, count: number) => {
    await props.walk.report(stop().id, outcome, Math.min(count, FIELD_BOUNDS.doors));
    setDoors(1);
  };
  const floor = () => doorsPerFloor(props.now);
  const last = () => props.walk.last();
  const hasTalked = () => {
    const event = last()?.said.event;
    return event?.kind === "knock" && event.outcome === "conversation";
  };
  const lastWords = (line: SaidLine) =>
    [wordsOf(line.said.event, t), ...(line.address === null ? [] : [line.address])].join(", ");
  return (
    <div class={styles.card}>
      <StopHead now={props.now} field={props.field} />
      <DoorCount now={props.now} value={doors()} onChange={setDoors} />
      <section class={styles.outcomes} aria-label={t("outcome.name")}>
        <For each={ORDER}>
          {(outcome) => (
            <button type="button" data-outcome={outcome} onClick={() => void report(outcome, doors())}>
              {t(`outcome.${outcome}`)}
              <Show when={doors() > 1}>
                <b> × {doors()}</b>
              </Show>
            </button>
          )}
        </For>
      </section>
      <Show when={floor()}>
        {(count) => (
          <Button class={styles.wide} onClick={() => void report("absent", count())}>
            {t("count.floorAbsent", count())}
          </Button>
        )}
      </Show>
      <Show when={last()}>
        {(line) => (
          <div class={styles.last}>
            <span>{lastWords(line())}</span>
            <Button
              class={styles.wide}
              aria-label={t("said.undoOf", wordsOf(line().said.event, t), line().address ?? "")}
              onClick={() => void props.walk.undo(line().said.id)}
            >
              <Icon name="undo" />
              {t("said.undo")}
            </Button>
          </div>
        )}
      </Show>
      <div class={styles.extra}>
        <Show when={props.field.sheet()?.survey}>
          {(survey) => <SurveyButton survey={survey()} walk={props.walk} isNext={hasTalked()} />}
        </Show>
        <Show when={props.field.sheet()?.privacy.buildingNotes}>
          <NoteButton field={props.field} stopId={stop().id} />
        </Show>
        <Show when={props.field.sheet()?.privacy.contacts}>
          <ContactButton field={props.field} />
        </Show>
      </div>
      <div class={styles.moves}>
        <Button
          class={styles.move}
          disabled={props.field.current() === 0}
          aria-label={t("stop.previous")}
          onClick={() => void props.walk.goBy(-1)}
        >
          <Icon name="back" />
        </Button>
        <Button
          look="primary"
          class={styles.move}
          disabled={props.now.report.isFinished}
          onClick={() => void props.walk.finish(stop().id)}
        >
          <Icon name="check" />
          {t("stop.finish")}
        </Button>
        <Button
          class={styles.move}
          disabled={props.field.current() >= props.field.progress().length - 1}
          aria-label={t("stop.next")}
          onClick={() => void props.walk.goBy(1)}
        >
          <Icon name="forward" />
        </Button>
      </div>
    </div>
  );
}

/** An even share of the doors that are left on one floor; null where a building has no floors to tell or too few doors. */
function doorsPerFloor({ stop, doorsLeft }: StopProgress): number | null {
  const floors = floorsToTell(stop);
  if (floors === null || floors < 2) return null;
  const each = Math.min(doorsLeft, Math.max(1, Math.round(stop.doors / floors)));
  return each > 1 ? each : null;
}

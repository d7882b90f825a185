import { createMemo, createSignal, For, Show } from "solid-js";
import type { ElectionCandidates } from "../../../server/contract/territories.ts";
import { SideBar } from "../../charts/side-bar.tsx";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { electionName, secondRoundWords } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type CandidateIndex, sideShares, suggestedSides } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CandidateList } from "./candidate-list.tsx";
import styles from "./election-review.module.css";

/** Below this share of classed votes a round says little of the camps. */
const LITTLE_CLASSED = 0.5;

interface ReviewProps {
  readonly elections: readonly ElectionCandidates[];
  readonly index: CandidateIndex;
}

/** Every round with what share of it is classed; one opened shows its candidates. */
export function ElectionReview(props: ReviewProps) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const sides = () => camps.choice()?.sides ?? {};
  const suggested = createMemo(() => suggestedSides(props.elections, props.index, sides()));
  const weak = createMemo(
    () =>
      props.elections.filter(({ candidates }) => 1 - sideShares(candidates, sides()).unclassed < LITTLE_CLASSED).length,
  );
  return (
    <Section title={t("camps.candidates")}>
      <Show when={weak() > 0}>
        <Notice kind="warning">{t("camps.review.warning", weak())}</Notice>
      </Show>
      <Show when={Object.keys(suggested()).length > 0}>
        <Button size="small" class={styles.all ?? ""} onClick={() => camps.setSides(suggested())}>
          {t("camps.review.applyEverywhere", formats().integer(Object.keys(suggested()).length))}
        </Button>
      </Show>
      <div>
        <For each={props.elections}>
          {(one, place) => <ElectionLine one={one} index={props.index} isFirst={place() === 0} />}
        </For>
      </div>
    </Section>
  );
}

interface LineProps {
  readonly one: ElectionCandidates;
  readonly index: CandidateIndex;
  readonly isFirst: boolean;
}

function ElectionLine(props: LineProps) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(props.isFirst);
  const sides = () => camps.choice()?.sides ?? {};
  const shares = createMemo(() => sideShares(props.one.candidates, sides()));
  const classed = () => 1 - shares().unclassed;
  const where = (stations: number) => t("camps.second.stations", stations, formats().integer(stations));
  return (
    <details class={styles.election} open={isOpen()} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <strong>{electionName(t, props.one.election)}</strong>
        <small classList={{ [styles.weak ?? ""]: classed() < LITTLE_CLASSED }}>
          {t("camps.review.classed", formats().share(Math.floor(classed() * 100 + 1e-6) / 100, 0))}
        </small>
        <SideBar shares={shares()} />
      </summary>
      <Show when={isOpen()}>
        <div class={styles.body}>
          <Show when={classed() < LITTLE_CLASSED}>
            <Notice kind="warning">
              {classed() > 0 ? t("camps.review.little", formats().share(classed(), 0)) : t("camps.review.nothing")}
            </Notice>
          </Show>
          <Show when={props.one.withoutSecondRound.length > 0}>
            <ul class={styles.missing}>
              <For each={props.one.withoutSecondRound}>
                {(missing) => <li>{secondRoundWords(t, formats(), missing, where(missing.stations))}</li>}
              </For>
            </ul>
          </Show>
          <Suggestions one={props.one} index={props.index} />
          <CandidateList one={props.one} index={props.index} />
        </div>
      </Show>
    </details>
  );
}

function Suggestions(props: { readonly one: ElectionCandidates; readonly index: CandidateIndex }) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const suggested = createMemo(() => suggestedSides([props.one], props.index, camps.choice()?.sides ?? {}));
  const count = () => Object.keys(suggested()).length;
  return (
    <Show when={count() > 0}>
      <Button size="small" class={styles.all ?? ""} onClick={() => camps.setSides(suggested())}>
        {count() === 1 ? t("camps.review.applyOne") : t("camps.review.applyAll", formats().integer(count()))}
      </Button>
    </Show>
  );
}

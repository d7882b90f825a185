import { createMemo, For, Match, Switch } from "solid-js";
import type { ScoreReport } from "../../../server/contract/scores.ts";
import { Section } from "../../design/section.tsx";
import type { ElectionNames } from "../../i18n/election-names.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./left-out-list.module.css";

type LeftOut = ScoreReport["leftOut"];

interface LeftOutProps {
  /** Null while the scores are not known. */
  readonly leftOut: LeftOut | null;
  readonly elections: ElectionNames;
  readonly stationName: (stationId: string) => string;
}

/** Results that do not add up and that no computation uses: by election, each with its station and its reason. */
export function LeftOutList(props: LeftOutProps) {
  const { t, formats, language } = useLanguage();
  const groups = createMemo(() => byElection(props.leftOut ?? []));
  const written = (list: LeftOut) => formats().integer(list.length);
  return (
    <Section title={t("reliability.leftOut.title")}>
      <Switch>
        <Match when={props.leftOut === null}>
          <p class={styles.words}>{t("reliability.leftOut.pending")}</p>
        </Match>
        <Match when={props.leftOut?.length === 0}>
          <p class={styles.words}>{t("reliability.leftOut.none")}</p>
        </Match>
        <Match when={props.leftOut}>
          {(leftOut) => (
            <>
              <p class={styles.words}>{t("reliability.leftOut.intro", leftOut().length, written(leftOut()))}</p>
              <For each={groups()}>
                {([electionId, results]) => (
                  <details class={styles.election} open={groups().length === 1}>
                    <summary>
                      {t(
                        "reliability.leftOut.election",
                        props.elections.name(electionId),
                        written(results),
                        results.length,
                      )}
                    </summary>
                    <ul>
                      <For each={results}>
                        {(result) => (
                          <li>
                            <strong>{props.stationName(result.stationId)}</strong>
                            <span>{result.reason[language()]}</span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </details>
                )}
              </For>
            </>
          )}
        </Match>
      </Switch>
    </Section>
  );
}

function byElection(leftOut: LeftOut): readonly (readonly [string, LeftOut])[] {
  const ids = [...new Set(leftOut.map(({ electionId }) => electionId))];
  return ids.map((id) => [id, leftOut.filter(({ electionId }) => electionId === id)]);
}

import { For, Show } from "solid-js";
import type { StationDetail } from "../../../server/contract/territories.ts";
import { Section } from "../../design/section.tsx";
import sideColours from "../../design/side-colours.module.css";
import { electionName, secondRoundWords } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { DOUBTFUL_MATCH } from "../../workspace/station-rows.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-results.module.css";

const MOST_CANDIDATES = 6;

/** Every election of the station, closed but for the latest. */
export function StationResults(props: Pick<StationDetail, "results" | "missingRounds">) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const side = (id: string) => workspace.camps.choice()?.sides[id] ?? "neutral";
  return (
    <Show when={props.results.length > 0}>
      <Section title={t("station.results")}>
        <div>
          <For each={props.results}>
            {(result, place) => (
              <>
                <NoSecondRound
                  missing={props.missingRounds.find(({ election }) => election.id === result.election.id)}
                />
                <details class={styles.election} open={place() === 0}>
                  <summary>
                    <strong>{electionName(t, result.election)}</strong>
                    <small>
                      {t("station.turnoutOf", formats().share(result.turnoutShare))}
                      <Show when={result.matchedShare < DOUBTFUL_MATCH}>
                        {" · "}
                        {t("station.carried", formats().share(result.matchedShare, 0))}
                      </Show>
                    </small>
                  </summary>
                  <table class={styles.table}>
                    <thead>
                      <tr>
                        <th scope="col">{t("station.candidate")}</th>
                        <th scope="col">{t("station.votes")}</th>
                        <th scope="col">{t("station.share")}</th>
                      </tr>
                    </thead>
                    <tbody>
                      <For each={result.candidates.slice(0, MOST_CANDIDATES)}>
                        {(candidate) => (
                          <tr>
                            <th scope="row">
                              <i class={sideColours[side(candidate.id)]} aria-hidden="true" />
                              <span>{candidate.name}</span>
                              <Show when={candidate.nuance}>
                                <small>{candidate.nuance}</small>
                              </Show>
                            </th>
                            <td>{formats().integer(candidate.votes)}</td>
                            <td>{formats().decimal(candidate.share * 100)}</td>
                          </tr>
                        )}
                      </For>
                    </tbody>
                  </table>
                  <Show when={result.candidates.length > MOST_CANDIDATES}>
                    <p class={styles.others}>{t("station.others", result.candidates.length - MOST_CANDIDATES)}</p>
                  </Show>
                </details>
              </>
            )}
          </For>
        </div>
      </Section>
    </Show>
  );
}

/** In the place of a second round that was not held, or of which nothing is known. */
function NoSecondRound(props: { readonly missing: StationDetail["missingRounds"][number] | undefined }) {
  const { t, formats } = useLanguage();
  return (
    <Show when={props.missing}>
      {(missing) => (
        <div class={styles.missing}>
          <strong>{electionName(t, { ...missing().election, round: 2 })}</strong>
          <p>{secondRoundWords(t, formats(), missing(), t("camps.second.here"))}</p>
        </div>
      )}
    </Show>
  );
}

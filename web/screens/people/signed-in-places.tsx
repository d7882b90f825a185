import { For, Show } from "solid-js";
import type { SignedInPlace } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "./create-attempt.ts";
import styles from "./people.module.css";

export function SignedInPlaces() {
  const api = useApi();
  const { t, formats } = useLanguage();
  const places = createLoad(
    () => "own",
    (_, signal) => api.ownSessions(signal),
  );
  const { problem, isBusy, attempt } = createAttempt();
  const [words, tell] = createTold();
  const end = (place: SignedInPlace) =>
    attempt(async () => {
      await api.endSession(place.id);
      places.retry();
      tell(t("people.me.ended"));
    });
  return (
    <section class={styles.section} aria-labelledby="own-places">
      <h2 id="own-places">{t("people.me.places")}</h2>
      <p class={styles.soft}>{t("people.me.placesText")}</p>
      <Show when={problem() ?? places.problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <ul class={styles.list}>
        <For each={places.value() ?? []} fallback={<Skeleton lines={2} />}>
          {(place) => (
            <li class={styles.line}>
              <div class={styles.who}>
                <span class={styles.name}>
                  {place.device === "" ? t("people.me.unknownDevice") : place.device}
                  <Show when={place.isThis}>
                    <span class={styles.badge}>{t("people.me.isThis")}</span>
                  </Show>
                </span>
                <span class={styles.soft}>
                  {t("people.team.seen", formats().dateTime(place.seenAt))},{" "}
                  {t("people.me.since", formats().dateTime(place.createdAt))}
                </span>
              </div>
              <Show when={!place.isThis}>
                <Button size="small" isBusy={isBusy()} onClick={() => void end(place)}>
                  {t("people.me.endOther")}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Announcement words={words()} />
    </section>
  );
}

import { createMemo, Show } from "solid-js";
import { SIDES, type Side } from "../../../server/contract/scores.ts";
import type { Election, ReviewedCandidate } from "../../../server/contract/territories.ts";
import { Button } from "../../design/button.tsx";
import { Segmented } from "../../design/segmented.tsx";
import sideColours from "../../design/side-colours.module.css";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type CandidateIndex, sameElsewhere, suggestSide } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./candidate-list.module.css";
import { familyWord } from "./family-word.ts";

interface LineProps {
  readonly candidate: ReviewedCandidate;
  readonly election: Election;
  readonly index: CandidateIndex;
  readonly families: ReadonlyMap<string, Side>;
}

/** One candidate: who it is, what speaks for a family, the side, and what could be done with one click. */
export function CandidateLine(props: LineProps) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const sides = () => camps.choice()?.sides ?? {};
  const side = () => sides()[props.candidate.id] ?? null;
  return (
    <li>
      <p class={styles.name}>
        <strong>
          <i class={sideColours[side() ?? "unclassed"]} aria-hidden="true" />
          {props.candidate.name}
        </strong>
        <small>
          {t("camps.votes", formats().integer(props.candidate.votes))} · <Because {...props} />
        </small>
      </p>
      <Segmented
        label={t("camps.sideOf", props.candidate.name)}
        isLabelHidden
        size="small"
        value={side()}
        options={SIDES.map((one) => ({ value: one, label: t(`camps.${one}`) }))}
        onChange={(chosen) => camps.setSides({ [props.candidate.id]: chosen })}
      />
      <Show when={side() === null} fallback={<AlsoElsewhere {...props} side={side()} />}>
        <Suggestion {...props} />
      </Show>
    </li>
  );
}

/** What speaks for a family, in words. */
function Because(props: LineProps) {
  const { t, formats } = useLanguage();
  const words = () => {
    const { family, familyFrom: from } = props.candidate;
    if (family === null || from === null) return t("camps.review.because.unknown");
    const other = props.index.all.find(({ election }) => election.id === from.source)?.election;
    const source = other ? electionName(t, other) : from.source;
    if (from.reason === "votes") {
      return t("camps.review.because.votes", source, familyWord(t, family), formats().share(from.share ?? 0, 0));
    }
    return t(`camps.review.because.${from.reason}`, source, familyWord(t, family));
  };
  return <>{words()}</>;
}

function Suggestion(props: LineProps) {
  const { camps } = useWorkspace();
  const { t } = useLanguage();
  const suggestion = createMemo(() => suggestSide(props, props.index, camps.choice()?.sides ?? {}, props.families));
  return (
    <Show when={suggestion()}>
      {(one) => (
        <p class={styles.offer}>
          <Button
            size="small"
            aria-label={t("camps.review.applyTo", props.candidate.name, t(`camps.${one().side}`))}
            onClick={() => camps.setSides({ [props.candidate.id]: one().side })}
          >
            {t("camps.review.apply", t(`camps.${one().side}`))}
          </Button>
          <Show when={one().elsewhere}>
            {(election) => <small>{t("camps.review.because.person", electionName(t, election()))}</small>}
          </Show>
        </p>
      )}
    </Show>
  );
}

/** Offers the side of this candidate for the same name in other rounds. */
function AlsoElsewhere(props: LineProps & { readonly side: Side | null }) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const others = createMemo(() => sameElsewhere(props.candidate, props.index, camps.choice()?.sides ?? {}));
  const also = () => t("camps.review.also", others().length);
  const names = () => formats().list(others().map(({ election }) => electionName(t, election)));
  return (
    <Show when={others().length > 0 && props.side}>
      {(side) => (
        <p class={styles.offer}>
          <Button
            size="small"
            look="quiet"
            title={names()}
            aria-label={t("camps.review.alsoFor", also(), props.candidate.name, t(`camps.${side()}`), names())}
            onClick={() => camps.setSides(Object.fromEntries(others().map(({ candidate }) => [candidate.id, side()])))}
          >
            {also()}
          </Button>
        </p>
      )}
    </Show>
  );
}

import { createSignal, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import {
  addSubject,
  placeOfSubject,
  refusalToAdd,
  removeSubject,
  type Subject,
} from "../../workspace/compare-subjects.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./compare-button.module.css";

interface CompareButtonProps {
  readonly subject: Subject;
  readonly add: string;
  readonly remove: string;
  /** What it is about, for who does not see what it stands beside. */
  readonly about?: string;
}

/** Adds a neighbourhood to the comparison, or takes it out again. When it cannot be added, it says why. */
export function CompareButton(props: CompareButtonProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isAsked, setIsAsked] = createSignal(false);
  const comparison = () => workspace.state().comparison;
  const place = () => placeOfSubject(comparison(), props.subject);
  /** Told once somebody has tried, for as long as it holds. */
  const refusal = () => (isAsked() && place() === null ? refusalToAdd(comparison(), props.subject) : null);
  const toggle = () => {
    const at = place();
    setIsAsked(at === null && refusalToAdd(comparison(), props.subject) !== null);
    const after = at === null ? addSubject(comparison(), props.subject) : removeSubject(comparison(), at);
    workspace.move({ type: "comparison-changed", comparison: after });
  };
  return (
    <div class={styles.compare}>
      <Button size="small" aria-pressed={place() !== null} onClick={toggle}>
        <Icon name={place() === null ? "compare" : "check"} />
        {place() === null ? props.add : props.remove}
        <Show when={props.about}>{(about) => <Spoken> ({about()})</Spoken>}</Show>
      </Button>
      <Show when={refusal()}>
        {(reason) => (
          <p class={styles.refusal} role="alert">
            {t(`compare.cannot.${reason()}`)}
          </p>
        )}
      </Show>
    </div>
  );
}

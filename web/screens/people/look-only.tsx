import { type ParentProps, Show } from "solid-js";
import { Notice } from "../../design/notice.tsx";
import { GuideAbove, type GuideScreen, ScreenGuide } from "../guide/screen-guide.tsx";
import styles from "./people.module.css";

interface LookOnlyProps extends ParentProps {
  /** Whether whoever looks may also change it. */
  readonly isAllowed: boolean;
  /** Why not. */
  readonly reason: string;
  /** Help stays within reach of who may only look. */
  readonly guide: GuideScreen;
}

/** What somebody may look at without changing it: its controls are there, still, under a sentence that says why. */
export function LookOnly(props: LookOnlyProps) {
  return (
    <Show
      when={props.isAllowed}
      fallback={
        <>
          <div class={styles.reason}>
            <Notice>{props.reason}</Notice>
            <ScreenGuide screen={props.guide} />
          </div>
          <GuideAbove.Provider value={true}>
            <fieldset class={styles.lookOnly} disabled>
              {props.children}
            </fieldset>
          </GuideAbove.Provider>
        </>
      }
    >
      {props.children}
    </Show>
  );
}

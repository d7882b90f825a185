import { type ParentProps, Show } from "solid-js";
import type { ApiProblem } from "../api/api-problem.ts";
import { useLanguage } from "../i18n/language.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import styles from "./notice.module.css";

/** A sentence set apart: something to know, to be careful with, or that went wrong. */
export function Notice(props: ParentProps<{ readonly kind?: "info" | "warning" | "danger" }>) {
  return (
    <div class={`${styles.notice} ${styles[props.kind ?? "info"]}`}>
      <Show when={props.kind === "warning" || props.kind === "danger"}>
        <Icon name="warning" />
      </Show>
      <div class={styles.body}>{props.children}</div>
    </div>
  );
}

/** For what the server tells as it happens: what is shown may be old, and will mend itself. */
export function Disconnected(props: { readonly when: boolean }) {
  const { t } = useLanguage();
  return (
    <div role="status">
      <Show when={props.when}>
        <Notice kind="warning">{t("app.disconnected")}</Notice>
      </Show>
    </div>
  );
}

/** A request that failed, in the server's words, with a way to ask again. */
export function ProblemNotice(props: {
  readonly problem: ApiProblem;
  readonly heading?: string;
  readonly onRetry?: () => void;
}) {
  const { t } = useLanguage();
  return (
    <div role="alert">
      <Notice kind="danger">
        <strong>{props.heading ?? t("app.failed")}</strong>
        <p>{props.problem.code === "offline" ? t("app.offline") : props.problem.message}</p>
        <Show when={props.problem.details.length > 0}>
          <ul>
            {props.problem.details.map((detail) => (
              <li>{detail.message}</li>
            ))}
          </ul>
        </Show>
        <Show when={props.onRetry}>
          {(retry) => (
            <Button size="small" onClick={() => retry()()}>
              {t("app.retry")}
            </Button>
          )}
        </Show>
      </Notice>
    </div>
  );
}

import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import type { Walk } from "../walk/create-walk.ts";
import styles from "./forms.module.css";

/** No address has anything left. */
export function RouteOver(props: { readonly field: Field; readonly walk: Walk }) {
  const { t } = useFieldLanguage();
  const doors = () => props.field.doors();
  return (
    <div class={styles.form}>
      <h1 class={styles.title}>{props.walk.isEnded() ? t("stop.ended") : t("stop.over")}</h1>
      <p>{props.walk.isEnded() ? t("stop.endedText") : t("stop.overText")}</p>
      <p class={styles.soft}>{t("stop.total", doors().tried, doors().left)}</p>
      <Show when={!props.walk.isEnded()}>
        <Button look="primary" class={styles.big} onClick={() => void props.walk.end()}>
          {t("stop.end")}
        </Button>
      </Show>
      <Button class={styles.wide} onClick={() => void props.walk.goBy(-1)}>
        <Icon name="back" />
        {t("stop.previous")}
      </Button>
    </div>
  );
}

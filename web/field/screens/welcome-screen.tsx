import { createSignal, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import type { Field } from "../create-field.ts";
import { FieldProblem } from "../field-client.ts";
import { useFieldLanguage } from "../field-language.tsx";
import styles from "./forms.module.css";

/** The first opening: what the outing is, and the two things it takes to walk it, a first name and the charter. */
export function WelcomeScreen(props: { readonly field: Field }) {
  const { t, formats } = useFieldLanguage();
  const [firstName, setFirstName] = createSignal("");
  const [isAccepted, setIsAccepted] = createSignal(false);
  const [wrong, setWrong] = createSignal("");
  const [isJoining, setIsJoining] = createSignal(false);
  const join = async (event: SubmitEvent) => {
    event.preventDefault();
    const sheet = props.field.sheet();
    if (sheet === null) return;
    if (firstName().trim() === "") return setWrong(t("welcome.needName"));
    if (!isAccepted()) return setWrong(t("welcome.needCharter"));
    setWrong("");
    setIsJoining(true);
    try {
      await props.field.join(firstName().trim(), sheet.charter.version);
    } catch (failure) {
      if (!(failure instanceof FieldProblem)) throw failure;
      setWrong(failure.message || t("problem.offline"));
      if (failure.status === 409) void props.field.refresh();
    }
    setIsJoining(false);
  };
  return (
    <Show when={props.field.sheet()}>
      {(sheet) => (
        <form class={styles.form} onSubmit={join} novalidate>
          <div>
            <h1 class={styles.title}>{sheet().outing.name}</h1>
            <p class={styles.soft}>
              {t("welcome.day", formats().date(sheet().outing.day), sheet().outing.startsAt.slice(0, 5))}
            </p>
          </div>
          <div class={styles.card}>
            <Show when={sheet().outing.meetingPoint.label !== ""}>
              <div>
                <h2 class={styles.heading}>{t("welcome.meeting")}</h2>
                <p>{sheet().outing.meetingPoint.label}</p>
              </div>
            </Show>
            <div>
              <h2 class={styles.heading}>{t("welcome.route")}</h2>
              <p>
                {t(
                  "welcome.routeText",
                  sheet().route.stops.length,
                  t(
                    "stop.doors",
                    sheet().route.stops.reduce((sum, stop) => sum + stop.doors, 0),
                  ),
                  formats().distance(sheet().route.distanceMetres),
                  formats().duration(sheet().route.durationSeconds),
                )}
              </p>
              <Show when={sheet().outing.isPairs}>
                <p>{t("welcome.pairs")}</p>
              </Show>
            </div>
          </div>
          <label class={styles.field}>
            <span>{t("welcome.firstName")}</span>
            <input
              value={firstName()}
              onInput={(event) => setFirstName(event.currentTarget.value)}
              autocomplete="given-name"
              maxLength={40}
              aria-describedby="first-name-text join-wrong"
              aria-invalid={wrong() !== "" && firstName().trim() === ""}
            />
            <small id="first-name-text" class={styles.soft}>
              {t("welcome.firstNameText")}
            </small>
          </label>
          <section class={styles.text} aria-labelledby="charter-title">
            <h2 class={styles.heading} id="charter-title">
              {t("welcome.charter")}
            </h2>
            <p lang={sheet().outing.language}>{sheet().charter.text.replaceAll("\n", "\n\n")}</p>
          </section>
          <label class={styles.tick}>
            <input
              type="checkbox"
              checked={isAccepted()}
              onChange={(event) => setIsAccepted(event.currentTarget.checked)}
            />
            <span>{t("welcome.accept")}</span>
          </label>
          <p id="join-wrong" class={styles.wrong} role="alert">
            {wrong()}
          </p>
          <Button type="submit" look="primary" class={styles.big} isBusy={isJoining()}>
            {isJoining() ? t("welcome.joining") : t("welcome.join")}
          </Button>
          <p class={styles.soft}>{sheet().territory.attributions.join(" · ")}</p>
        </form>
      )}
    </Show>
  );
}

import { createMemo, createSignal, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import type { RoutePage } from "../../../server/contract/territories.ts";
import { ProfileChart } from "../../charts/profile-chart.tsx";
import { Button } from "../../design/button.tsx";
import { Figures } from "../../design/figures.tsx";
import { Icon } from "../../design/icon.tsx";
import { prefersStillness } from "../../design/prefers-stillness.ts";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { StepLines } from "../routes/step-lines.tsx";
import { StopDoors } from "../routes/stop-doors.tsx";
import { StopGroups } from "../routes/stop-groups.tsx";
import styles from "./route-guide.module.css";
import { RouteMap } from "./route-map.tsx";

/** The next stop in large letters, how to get there, the map, then the whole route. */
export function RouteGuide(props: { readonly page: RoutePage }) {
  const { t, formats } = useLanguage();
  const route = () => props.page.route;
  const [index, setIndex] = createSignal(0);
  const stop = createMemo(() => route().stops[index()]);
  const steps = () => (route().osrm.legs[index()]?.steps ?? []).filter((step) => step.maneuver.type !== "arrive");
  const side = () => {
    const known = stop()?.side ?? null;
    if (known === null) return "";
    return known === "even" ? t("routes.even") : t("routes.odd");
  };
  const choose = (next: number) => {
    setIndex(Math.max(0, Math.min(route().stops.length, next)));
    window.scrollTo({ top: 0, behavior: prefersStillness() ? "auto" : "smooth" });
  };
  const doors = () => route().stops.reduce((sum, one) => sum + one.doors, 0);

  return (
    <>
      <div>
        <Guided screen="routePage">
          <h1 class={styles.title}>{t("page.title", route().id)}</h1>
        </Guided>
        <p class={styles.soft}>
          {props.page.territoryTitle} · {t("page.madeAt", formats().date(props.page.planCreatedAt))}
        </p>
      </div>
      <section class={styles.next} aria-live="polite" aria-label={t("page.next")}>
        <Show
          when={stop()}
          fallback={
            <>
              <p class={styles.address}>{t("page.finished")}</p>
              <p>{t("page.finishedText")}</p>
            </>
          }
        >
          {(now) => (
            <>
              <p class={styles.count}>
                {t("page.stop", formats().integer(index() + 1), formats().integer(route().stops.length))}
              </p>
              <p class={styles.address}>{now().address}</p>
              <p class={styles.doors}>
                <StopDoors stop={now()} />
                <Show when={side() !== ""}> · {side()}</Show>
              </p>
              <Show when={steps().length > 0}>
                <ol class={styles.steps} aria-label={t("page.howToGet")}>
                  <StepLines steps={steps()} language={props.page.language} />
                </ol>
              </Show>
            </>
          )}
        </Show>
        <div class={styles.moves}>
          <Button disabled={index() === 0} aria-label={t("page.previousStop")} onClick={() => choose(index() - 1)}>
            <Icon name="back" />
          </Button>
          <Button look="primary" disabled={index() >= route().stops.length} onClick={() => choose(index() + 1)}>
            {t("page.nextStop")}
            <Icon name="forward" />
          </Button>
        </div>
      </section>
      <RouteMap
        territoryName={props.page.territoryName}
        route={route()}
        box={boxAround([...route().osrm.geometry.coordinates, ...route().stops.map((one) => one.position)])}
        stopId={stop()?.id ?? null}
        onStop={(stopId) => choose(route().stops.findIndex((one) => one.id === stopId))}
      />
      <Figures
        figures={[
          { name: t("routes.duration"), value: formats().duration(route().durationSeconds) },
          { name: t("routes.doorsLabel"), value: formats().integer(doors()) },
          { name: t("routes.stopsLabel"), value: formats().integer(route().stops.length) },
          { name: t("routes.distance"), value: formats().distance(route().distanceMetres) },
        ]}
      />
      <Show when={route().profile}>
        {(profile) => (
          <Section level={2} title={t("routes.profile")}>
            <ProfileChart
              profile={profile()}
              ascentMetres={route().ascentMetres}
              descentMetres={route().descentMetres}
              distanceMetres={route().distanceMetres}
            />
          </Section>
        )}
      </Show>
      <Section level={2} title={t("page.allStops")}>
        <StopGroups
          route={route()}
          language={props.page.language}
          hoveredStopId={null}
          onHover={() => undefined}
          onChoose={choose}
          chosenIndex={index()}
        />
      </Section>
      <p class={styles.soft}>{props.page.attributions.join(" · ")}</p>
    </>
  );
}
